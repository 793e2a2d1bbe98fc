import * as v from 'valibot';
import { emailDelay, letterDelay } from './correspondence.ts';
import { delaySchema } from './delay.ts';
import { QualeprefError } from './error.ts';
import { labelHistorySchema, labelSchema } from './label.ts';
import { parse, type ParseIssue } from './parse.ts';
import { serviceSchema, siteSchema, unitSchema } from './perimeter.ts';
import { procedureSchema } from './procedure.ts';
import type { Sourced } from './provenance.ts';
import { feedbackDelay } from './reply.ts';
import { personSchema } from './role.ts';
import { serverSchema } from './server-config.ts';
import {
  count,
  isoDay,
  list,
  path,
  section,
  siteAddress,
  text,
  unknownYet,
  wallTime,
  webAddress,
} from './schema.ts';

const CONTACT = 'un contact : une adresse de courriel ou de page, sans accent';
const CONCURRENCY = 'un nombre entier entre 1 et 8';
const SECONDS = 'un nombre de secondes entre 0 et 3600';
const ZONE = 'un fuseau horaire : son nom, par exemple Europe/Paris ou Indian/Reunion';
const HOST = 'un nom de site : des lettres minuscules et des points, sans http, par exemple exemple.gouv.fr';
const HEADER = 'un en-tête de requête : un nom sans espace, puis un texte sans accent sur une seule ligne';
const OWN_HEADER =
  'un en-tête que l’on peut ajouter, car l’audit ou la connexion en décide seul (retirer cette ligne)';

/**
 * Headers by which a connection is held, a message is cut or an answer is chosen: one written by hand would
 * lead the request elsewhere, never let it end, or bring something other than the page. RFC 9110, 7.6.1 and
 * 13; RFC 9112, 6 and 9.6.
 */
const NEVER_EXTRA =
  /^(?:host|content-length|transfer-encoding|connection|keep-alive|te|trailer|upgrade|http2-settings|expect|proxy-.*|content-encoding|range|if-.*|user-agent|accept|accept-encoding|accept-language)$/i;

/** Hosts of the State that links may lead to. */
export const officialHosts: Sourced<readonly string[]> = {
  value: ['gouv.fr', 'service-public.fr'],
  provenance: {
    origin: 'L',
    source:
      'Circulaire 6411-SG du 7 juillet 2023 : les sites de l’État sont en .gouv.fr ; service-public.fr, adresse historique des fiches nationales',
  },
};

const host = v.pipe(text(HOST), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, HOST));

const accountSchema = section({
  /** French, as people name it: « Facebook ». */
  network: text(),
  /** What it is called there: `@exemple`. */
  name: unknownYet(text()),
  address: unknownYet(webAddress),
});

export const configSchema = section({
  site: section({
    /** The public address: pages are named and judged under it. */
    address: siteAddress,
    /** Other addresses that serve the same site. */
    aliases: v.optional(list(siteAddress, 'd’adresses'), []),
    /** An address that really answers for it: pre-production, or the demo. */
    servedBy: v.optional(siteAddress),
    /** Name of the environment variable that holds the access to a protected site; never the secret itself. */
    auth: v.optional(text()),
    /** Extra request headers. */
    headers: v.optional(
      v.record(
        v.pipe(
          text(HEADER),
          v.regex(/^[\w!#$%&'*+.^`|~-]+$/, HEADER),
          v.check((name) => !NEVER_EXTRA.test(name), OWN_HEADER),
        ),
        v.pipe(v.string(HEADER), v.regex(/^[ -~]*$/, HEADER)),
        'une section : un en-tête par ligne, son nom puis son texte',
      ),
      {},
    ),
  }),
  /** Where the public is received. */
  sites: v.optional(list(siteSchema, 'de sites d’accueil'), []),
  /** What results are published for: one site or several. */
  units: v.optional(list(unitSchema, 'd’unités'), []),
  procedures: v.optional(list(procedureSchema, 'de démarches'), []),
  services: v.optional(list(serviceSchema, 'de services'), []),
  /** Who holds which role; an audit does without. */
  people: v.optional(list(personSchema, 'de personnes'), []),
  /** What was promised to who writes, each with its default. */
  delays: v.optional(
    section({
      email: v.optional(delaySchema, emailDelay.value),
      letter: v.optional(delaySchema, letterDelay.value),
      feedback: v.optional(delaySchema, feedbackDelay.value),
    }),
    {},
  ),
  /** The label held today, and those before it. */
  label: unknownYet(labelSchema),
  formerLabels: v.optional(labelHistorySchema, []),
  /** Official hosts: links and booking services on them, or below them, are the State’s. */
  hosts: v.optional(list(host, 'de noms de sites officiels'), () => [...officialHosts.value]),
  /** Accounts on social networks. */
  accounts: v.optional(list(accountSchema, 'de comptes'), []),
  /** Addresses that the audit would otherwise look for. */
  pages: v.optional(
    section({
      quality: v.optional(path),
      results: v.optional(path),
      complaints: v.optional(path),
      accessibility: v.optional(path),
      legal: v.optional(path),
      localAuthorities: v.optional(path),
    }),
    {},
  ),
  ages: v.optional(
    section({
      /** Days after which a procedure must be read again. A year: a proposal of this project, no text sets one. */
      procedure: v.optional(count, 365),
    }),
    {},
  ),
  documents: v.optional(
    section({
      /**
       * Whether the service takes its office files from before 23 September 2018 for exempt. Off: the RGAA’s scope page
       * exempts those that no procedure needs, its criterion 13.3 only those of private bodies, and which ones a
       * procedure needs is for a person to say.
       */
      exemptsOld: v.optional(v.boolean('true ou false'), false),
    }),
    {},
  ),
  crawl: v.optional(
    section({
      /** E-mail or address of who runs the audit, for the site's administrator; it goes into a request header. */
      contact: v.optional(v.pipe(text(CONTACT), v.regex(/^[ -~]+$/, CONTACT))),
      /** Several thousand pages a site: a night at a polite pace. A proposal of this project. */
      maxPages: v.optional(count, 2000),
      /** Documents whose first bytes are asked for; sites hold ten thousand and more. A proposal of this project. */
      maxDocuments: v.optional(count, 500),
      /** Of these, documents read whole, drawn for the sake of the sample. A proposal of this project. */
      maxWholeDocuments: v.optional(count, 50),
      /**
       * Pages of one shape of address (the same words, other numbers) that are only found from one another: calendars,
       * filters. A proposal of this project.
       */
      maxPerPattern: v.optional(count, 50),
      /** Files asked of one list, the newest first; as many acts in all. A proposal of this project. */
      maxPerFolder: v.optional(count, 50),
      /** Addresses on other sites, asked once each; a préfecture links to several thousand. A proposal of this project. */
      maxLinks: v.optional(count, 10_000),
      /** Requests to one host at a time. One: these sites ban whoever hurries. */
      concurrency: v.optional(
        v.pipe(
          v.number(CONCURRENCY),
          v.integer(CONCURRENCY),
          v.minValue(1, CONCURRENCY),
          v.maxValue(8, CONCURRENCY),
        ),
        1,
      ),
      /** Seconds between two requests to one host. No default: it depends on the host, 0 on loopback and 2 elsewhere. */
      delay: v.optional(v.pipe(v.number(SECONDS), v.minValue(0, SECONDS), v.maxValue(3600, SECONDS))),
      /** When the site may be asked, in its own time; always, unless told. */
      hours: v.optional(
        section({
          from: wallTime,
          to: wallTime,
          zone: v.optional(v.pipe(text(ZONE), v.check(isTimeZone, ZONE)), 'Europe/Paris'),
        }),
      ),
      /** Beginnings of addresses never requested. */
      deny: v.optional(list(path, 'de débuts d’adresse'), []),
    }),
    {},
  ),
  /** The server behind the widgets; an audit does without. */
  server: v.optional(serverSchema),
  /** Findings set aside; the report shows them apart. */
  ignore: v.optional(
    list(
      section({
        check: text(),
        /** Address; `*` stands for anything. */
        address: text(),
        reason: text(),
        /** Last day on which it holds. */
        expires: isoDay,
      }),
      'de constats à écarter',
    ),
    [],
  ),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `qualepref.yml` as the rest of the product reads it: every default filled in. */
export type Config = v.InferOutput<typeof configSchema>;

/**
 * Checks a configuration and fills in its defaults. All that is wrong is told
 * at once. Keys that no part of the product reads are refused: they would
 * promise something.
 */
export function parseConfig(
  value: unknown,
): { readonly config: Config } | { readonly issues: readonly ParseIssue[] } {
  const parsed = parse(configSchema, value);
  return 'value' in parsed ? { config: parsed.value } : parsed;
}

/**
 * The configuration of an audit that was given an address and nothing else.
 *
 * @throws QualeprefError `config-address` when it is not the address of a site
 */
export function defaultConfig(address: string): Config {
  const parsed = parseConfig({ site: { address } });
  if ('config' in parsed) return parsed.config;
  throw new QualeprefError('config-address', parsed.issues.map((issue) => issue.message).join('\n'));
}
