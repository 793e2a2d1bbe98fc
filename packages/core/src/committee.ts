import * as v from 'valibot';
import { addDays } from './day.ts';
import { tellFaults, type Fault } from './fault.ts';
import { typeset } from './french.ts';
import { parsePeriod, periodLabel } from './period.ts';
import type { Sourced } from './provenance.ts';
import { id, isoDay, list, oneOf, section, text, unknownYet } from './schema.ts';

const SOME = 'une liste d’au moins un élément';

/** A document, or the message that carried it: where it can be seen. */
const documentSchema = section({
  label: text(),
  /** Address, path of the shared drive, or id in the document base. */
  address: v.optional(text()),
});

/** A meeting of the steering committee (COPIL). People are told by their role. */
export const meetingSchema = v.pipe(
  section({
    id,
    on: isoDay,
    /** Who chaired it: « secrétaire générale adjointe ». */
    chair: text(),
    present: list(text(), 'de fonctions'),
    agenda: v.pipe(list(text(), 'de points à l’ordre du jour'), v.minLength(1, SOME)),
    decisions: list(
      section({
        what: text(),
        /** Ids of the actions of the improvement plan that carry it out. */
        actions: v.optional(list(text(), 'd’actions'), []),
      }),
      'de décisions',
    ),
    minutes: unknownYet(
      section({
        document: documentSchema,
        /** Sent to the members of the committee. */
        sentTo: v.optional(list(text(), 'de destinataires'), []),
        sentOn: unknownYet(isoDay),
        /** Where the intranet has it. */
        publishedAt: unknownYet(text()),
        publishedOn: unknownYet(isoDay),
      }),
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) tellFaults(meetingFaults(dataset.value), addIssue);
  }),
);
export type Meeting = v.InferOutput<typeof meetingSchema>;

/** A short piece of news on the intranet: a meeting of the committee, a stage reached, results of indicators. */
export const flashInfoSchema = section({
  on: isoDay,
  subject: text(),
  about: oneOf(['committee', 'stage', 'indicators']),
  /** Id of the meeting it tells of. */
  meeting: v.optional(id),
  /** Where the intranet has it. */
  publishedAt: unknownYet(text()),
});
export type FlashInfo = v.InferOutput<typeof flashInfoSchema>;

/** Calendar days after a meeting by which its minutes are sent and published. */
export const minutesDelay: Sourced<number> = {
  value: 30,
  provenance: { origin: 'X', source: 'Un mois après la réunion. Aucun texte lu ne fixe ce délai.' },
};

export const circulationIssueCodes = [
  'minutes-missing',
  'minutes-unsent',
  'member-without-minutes',
  'minutes-unpublished',
  'flash-info-missing',
] as const;

/** Something that is left to write, send or publish after a meeting. */
export interface CirculationIssue {
  readonly code: (typeof circulationIssueCodes)[number];
  /** The id of the meeting; the member who has not been served. */
  readonly about: string;
  /** ISO day. */
  readonly dueOn: string;
  readonly isLate: boolean;
  /** French: what is missing, and what to do. */
  readonly message: string;
}

/** What the circulation of minutes is looked at with. */
export interface CirculationContext {
  /** ISO day. */
  readonly today: string;
  readonly flashInfos: readonly FlashInfo[];
  /** Every member of the committee, as the minutes name those they are sent to. */
  readonly members: readonly string[];
  /** Calendar days, by default `minutesDelay`. */
  readonly delay: number;
}

/**
 * What is left to do to make a meeting known: its minutes go to every member
 * and onto the intranet, and a flash-info tells of it (policy of 2021). What
 * is dated later than today is not done yet; a meeting to come lacks nothing.
 */
export function circulationIssues(
  meeting: Pick<Meeting, 'id' | 'on' | 'minutes'>,
  context: CirculationContext,
): readonly CirculationIssue[] {
  const { on } = meeting;
  if (on > context.today) return [];
  const dueOn = addDays(on, context.delay);
  const day = periodLabel(parsePeriod(on));
  return [...leftToDo(meeting, context)].map(({ code, about, what }) => ({
    code,
    about,
    dueOn,
    isLate: context.today > dueOn,
    message: typeset(`Réunion du ${day} : ${what}.`),
  }));
}

interface Left extends Pick<CirculationIssue, 'code' | 'about'> {
  readonly what: string;
}

function* leftToDo(
  { id: about, minutes }: Pick<Meeting, 'id' | 'minutes'>,
  { today, flashInfos, members }: CirculationContext,
): Generator<Left> {
  if (!minutes) yield { code: 'minutes-missing', about, what: 'rédiger le compte-rendu' };
  else yield* minutesLeft(minutes, about, today, members);
  const isTold = flashInfos.some(
    ({ meeting, on, publishedAt }) => meeting === about && on <= today && publishedAt !== undefined,
  );
  if (!isTold) yield { code: 'flash-info-missing', about, what: 'publier un flash-info sur l’intranet' };
}

function* minutesLeft(
  minutes: NonNullable<Meeting['minutes']>,
  about: string,
  today: string,
  members: readonly string[],
): Generator<Left> {
  if (!isSent(minutes, today))
    yield { code: 'minutes-unsent', about, what: 'envoyer le compte-rendu aux membres du comité' };
  else
    for (const member of members) {
      if (minutes.sentTo.includes(member)) continue;
      yield {
        code: 'member-without-minutes',
        about: member,
        what: `envoyer le compte-rendu à « ${member} »`,
      };
    }
  if (!isPublished(minutes, today))
    yield { code: 'minutes-unpublished', about, what: 'publier le compte-rendu sur l’intranet' };
}

/** Whether minutes have been sent by an ISO day. */
export function isSent(minutes: Meeting['minutes'], today: string): boolean {
  return minutes?.sentOn !== undefined && minutes.sentOn <= today;
}

/** Whether minutes are somewhere on the intranet, since an ISO day or before. */
export function isPublished(minutes: Meeting['minutes'], today: string): boolean {
  if (minutes?.publishedAt === undefined) return false;
  return minutes.publishedOn !== undefined && minutes.publishedOn <= today;
}

interface Dates {
  readonly on: string;
  readonly minutes?:
    { readonly sentOn?: string | undefined; readonly publishedOn?: string | undefined } | undefined;
}

function* meetingFaults({ on, minutes }: Dates): Generator<Fault> {
  for (const key of ['sentOn', 'publishedOn'] as const) {
    const day = minutes?.[key];
    if (day !== undefined && day < on)
      yield {
        path: ['minutes', key],
        input: day,
        expected: `une date possible : au plus tôt celle de la réunion, ${on}`,
      };
  }
}
