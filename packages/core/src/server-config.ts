import * as v from 'valibot';
import type { Sourced } from './provenance.ts';
import {
  count,
  emailAddress,
  id,
  list,
  oneOf,
  path,
  rate,
  section,
  siteAddress,
  text,
  unknownYet,
} from './schema.ts';

const ORIGIN =
  'une origine : http:// ou https:// et un nom de site, sans rien après, par exemple https://www.exemple.gouv.fr';
const CODE = 'un code de site : de 2 à 8 lettres majuscules sans accent, par exemple AIX';
const BOUNDS = 'un délai de retour : des minutes, min au plus égal à max';

/** Months after which personal data goes. */
export const retentionMonths: Sourced<{
  readonly appointments: number;
  readonly feedback: number;
  readonly journal: number;
}> = {
  value: { appointments: 3, feedback: 24, journal: 12 },
  provenance: {
    origin: 'X',
    source:
      'Proposition : rendez-vous trois mois après leur date, réclamations vingt-quatre mois, journal des connexions de six à douze mois selon la recommandation de la CNIL',
  },
};

/** Live appointments that one e-mail address or phone may have for one procedure: a family books with one address. */
export const appointmentsPerContact: Sourced<number> = {
  value: 3,
  provenance: { origin: 'X', source: 'Proposition\u00a0: une famille, pas un revendeur' },
};

/** Whom a second factor may be imposed on. */
const secondFactorRules = ['administrators', 'all'] as const;

/**
 * What the server behind the widgets needs besides the rest of the
 * configuration. Secrets and addresses of other services are in the
 * environment, never here.
 */
export const serverSchema = section({
  /** French: who receives, `Préfecture d’Exemple`. */
  name: text(),
  /** Where the public reaches this server. */
  address: siteAddress,
  /** Origins of the sites that may embed the widgets, each as written: no pattern. */
  origins: v.optional(
    list(v.pipe(text(ORIGIN), v.regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/, ORIGIN)), 'd’origines'),
    [],
  ),
  /** Letters that references of a site begin with; those of its id by default. */
  codes: v.optional(
    v.record(id, v.pipe(text(CODE), v.regex(/^[A-Z]{2,8}$/, CODE)), 'une section : un code par site'),
    {},
  ),
  privacy: section({
    /** Who answers for the data. */
    controller: text(),
    /** Address, e-mail or page of the data-protection officer. */
    officer: text(),
    page: v.optional(path),
  }),
  /** The service that answers feedback that no other is in charge of. */
  feedbackService: unknownYet(id),
  /** Services in charge of feedback of a site, a theme or both: the first line that fits names it. */
  feedbackOwners: v.optional(
    list(
      section({ site: unknownYet(id), theme: unknownYet(id), service: id }),
      'de services chargés des réclamations',
    ),
    [],
  ),
  booking: v.optional(
    section({
      /** Minutes before a slot after which it can no longer be booked; `bookingNotice` by default. */
      notice: unknownYet(count),
      /** Days ahead; `bookingHorizon` by default. */
      horizon: unknownYet(count),
      /** Minutes; `holdMinutes` by default. */
      hold: unknownYet(count),
      agentShare: unknownYet(rate),
      /** Minutes after which a place that is left returns; `returnDelay` by default. */
      returns: unknownYet(
        v.pipe(
          section({ min: count, max: count }),
          v.check(({ min, max }) => min <= max, BOUNDS),
        ),
      ),
      perContact: v.optional(count, appointmentsPerContact.value),
    }),
    { perContact: appointmentsPerContact.value },
  ),
  /** Months that personal data is kept. */
  retention: v.optional(
    section({
      appointments: v.optional(count, retentionMonths.value.appointments),
      feedback: v.optional(count, retentionMonths.value.feedback),
      journal: v.optional(count, retentionMonths.value.journal),
    }),
    { ...retentionMonths.value },
  ),
  mail: v.optional(
    section({
      /** Sender of the messages. */
      from: emailAddress,
      /** Who is told each day what falls due; the accounts concerned by default. */
      digest: v.optional(list(emailAddress, 'd’adresses'), []),
    }),
  ),
  /** Whom a second factor is imposed on: administrators, who open everything to everybody, or all agents. */
  secondFactor: v.optional(oneOf(secondFactorRules), 'administrators'),
  /** Requests a minute that one address of the internet may send to public routes; a proposal of this project. */
  limits: v.optional(
    section({
      /** Of any kind. */
      requests: v.optional(count, 300),
      /** That write: holds, bookings, feedback. */
      writes: v.optional(count, 20),
      /** Of all addresses together, that write. */
      allWrites: v.optional(count, 1200),
      /** Places that it can take in ten minutes, held or booked: what stops who resells them. */
      places: v.optional(count, 2),
    }),
    { requests: 300, writes: 20, allWrites: 1200, places: 2 },
  ),
  /** Largest number of a challenge: what a robot has to search, on average half of it. */
  challenge: v.optional(count, 50_000),
});

/** The `server` section of `qualepref.yml`, defaults filled in. */
export type ServerConfig = v.InferOutput<typeof serverSchema>;
