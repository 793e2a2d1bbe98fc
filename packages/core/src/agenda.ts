import * as v from 'valibot';
import { addDays } from './day.ts';
import { QualeprefError } from './error.ts';
import { isPeriodId, parsePeriod } from './period.ts';
import {
  audiences,
  isTurnId,
  turnsOf,
  type Audience,
  type Obligation,
  type Rhythm,
  type Turn,
} from './rhythm.ts';
import { id, isoDay, list, oneOf, section, text } from './schema.ts';

/** Where a thing done can be seen. */
export const evidenceSchema = section({
  label: text(),
  /** Address, path of the shared drive, or id of a campaign. */
  address: v.optional(text()),
});
export type Evidence = v.InferOutput<typeof evidenceSchema>;

/** An obligation carried out once. */
export const doneSchema = section({
  obligation: id,
  /** The turn it counts for: `2026-T4`, the Monday of a week… */
  turn: text(),
  on: isoDay,
  site: v.optional(id),
  evidence: list(evidenceSchema, 'de preuves'),
  /** Those that it has been handed on to. */
  shared: list(oneOf(audiences), 'de destinataires'),
});
export type Done = v.InferOutput<typeof doneSchema>;

/** Why an obligation could not be carried out, for a turn or for all those of a longer period. */
export const excuseSchema = section({
  obligation: id,
  turn: text(),
  reason: text(),
  /** What was done instead. */
  evidence: v.optional(list(evidenceSchema, 'de preuves')),
});
export type Excuse = v.InferOutput<typeof excuseSchema>;

/** `due` while there is time left, `late` after. */
export const agendaStates = ['upcoming', 'due', 'done', 'late', 'excused'] as const;
export type AgendaState = (typeof agendaStates)[number];

/** An obligation for one of its turns, as it stands on a day. */
export interface AgendaEntry {
  readonly obligation: Obligation;
  readonly turn: Turn;
  readonly state: AgendaState;
  /** ISO days between which it is done in time, both included. */
  readonly from: string;
  readonly dueOn: string;
  /** How many more times; on all the sites that lack it, when it is done site by site. */
  readonly missing: number;
  /** Sites that lack it. */
  readonly sites: readonly string[];
  /** ISO day on which nothing was missing any more. */
  readonly doneOn?: string;
  /** Whether it was, or still is, past `dueOn`. */
  readonly isLate: boolean;
  readonly reason?: string;
  readonly evidence: readonly Evidence[];
  /** Those to whom what is done has yet to be handed on. */
  readonly toShare: readonly Audience[];
}

/** What an agenda is drawn up with. */
export interface AgendaContext {
  /** ISO day. */
  readonly today: string;
  /** What had to be done before this ISO day is left out. */
  readonly from: string;
  /** Last ISO day of what is to come, by default today. */
  readonly to?: string;
  readonly excuses?: readonly Excuse[];
  /** Those on which what is done site by site must be. */
  readonly sites?: readonly string[];
  /** Turns of the external audit, from `externalAudits`. */
  readonly audits?: readonly Turn[];
}

/**
 * What is to be done, is done or is late on a day, by the day it is due. What
 * was done later than today is not done yet. An excuse counts as long as the
 * thing is not done, before it is due as well as after.
 *
 * @throws QualeprefError `agenda-obligation` when something is about no obligation of the list, `agenda-turn` when
 * what was done is for no turn of its rhythm
 */
export function agenda(
  obligations: readonly Obligation[],
  done: readonly Done[],
  context: AgendaContext,
): readonly AgendaEntry[] {
  refuseStrays(obligations, done, context.excuses ?? []);
  const { from, today, to = today } = context;
  return obligations
    .flatMap((obligation) => {
      const { rhythm, due } = obligation;
      // What is due some days after its end is still to do then.
      const turns =
        rhythm === 'label' ? (context.audits ?? []) : turnsOf(rhythm, addDays(from, -due.within), to);
      return turns
        .filter(({ start, end }) => start <= to && addDays(end, due.within) >= from)
        .map((turn) => entryOf(obligation, turn, done, context));
    })
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

function entryOf(
  obligation: Obligation,
  turn: Turn,
  done: readonly Done[],
  { today, excuses = [], sites = [] }: AgendaContext,
): AgendaEntry {
  const { id, due, sharedWith } = obligation;
  const from = due.opens === 'after' ? addDays(turn.end, 1) : turn.start;
  const dueOn = addDays(turn.end, due.within);
  const deeds = done
    .filter((each) => each.obligation === id && each.turn === turn.id && each.on <= today)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const progress = progressOf(obligation, deeds, sites);
  const { doneOn } = progress;
  const excuse =
    doneOn === undefined
      ? excuses.find((each) => each.obligation === id && covers(each.turn, turn))
      : undefined;
  return {
    obligation,
    turn,
    state: doneOn !== undefined ? 'done' : excuse ? 'excused' : timeState(today, from, dueOn),
    from,
    dueOn,
    ...progress,
    isLate: !excuse && (doneOn ?? today) > dueOn,
    ...(excuse ? { reason: excuse.reason } : {}),
    evidence: [...deeds, ...(excuse ? [excuse] : [])].flatMap(({ evidence = [] }) => evidence),
    toShare: sharedWith.filter((audience) => deeds.some(({ shared }) => !shared.includes(audience))),
  };
}

/** @param deeds the earliest first */
function progressOf(
  { minimum, perSite = false }: Obligation,
  deeds: readonly Done[],
  sites: readonly string[],
): Pick<AgendaEntry, 'missing' | 'sites' | 'doneOn'> {
  // Without a list of sites, anywhere will do.
  const groups =
    perSite && sites.length > 0
      ? sites.map((site) => ({ site, deeds: deeds.filter((each) => each.site === site) }))
      : [{ site: undefined, deeds }];
  const lacking = groups.filter((group) => group.deeds.length < minimum);
  const last = groups
    .map((group) => group.deeds[minimum - 1]?.on ?? '')
    .toSorted()
    .at(-1);
  return {
    missing: lacking.reduce((sum, group) => sum + minimum - group.deeds.length, 0),
    sites: lacking.flatMap(({ site }) => (site === undefined ? [] : [site])),
    ...(lacking.length > 0 || last === undefined ? {} : { doneOn: last }),
  };
}

function timeState(today: string, from: string, dueOn: string): AgendaState {
  if (today < from) return 'upcoming';
  return today <= dueOn ? 'due' : 'late';
}

function covers(excused: string, { id, start, end }: Turn): boolean {
  if (excused === id) return true;
  if (!isPeriodId(excused)) return false;
  const period = parsePeriod(excused);
  return period.start <= start && end <= period.end;
}

function refuseStrays(
  obligations: readonly Obligation[],
  done: readonly Done[],
  excuses: readonly Excuse[],
): void {
  const rhythmOf = new Map(obligations.map(({ id, rhythm }) => [id, rhythm]));
  for (const { obligation } of [...done, ...excuses]) {
    if (rhythmOf.has(obligation)) continue;
    throw new QualeprefError(
      'agenda-obligation',
      `« ${obligation} » n’est pas une obligation de la liste. Attendu : ${[...rhythmOf.keys()].join(', ')}.`,
    );
  }
  for (const { obligation, turn } of done) {
    const rhythm = rhythmOf.get(obligation);
    if (rhythm === undefined || isTurnId(rhythm, turn)) continue;
    throw new QualeprefError(
      'agenda-turn',
      `Obligation « ${obligation} » : « ${turn} » n’est pas une de ses échéances. Attendu : ${TURNS[rhythm]}.`,
    );
  }
}

const TURNS: Readonly<Record<Rhythm, string>> = {
  week: 'le lundi d’une semaine, par exemple 2026-11-23',
  month: 'un mois, par exemple 2026-11',
  quarter: 'un trimestre, par exemple 2026-T4',
  semester: 'un semestre, par exemple 2026-S2',
  year: 'une année, par exemple 2026',
  label: 'une échéance du label',
};
