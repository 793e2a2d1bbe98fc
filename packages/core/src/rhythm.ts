import * as v from 'valibot';
import entries from './data/obligations.json' with { type: 'json' };
import { addDays, dayNumber, isoDay as dayOf, weekdayOf } from './day.ts';
import { tellFaults, type Fault } from './fault.ts';
import { parsed } from './parse.ts';
import { isPeriodId, parsePeriod, periodLabel, periodOf } from './period.ts';
import { provenanceSchema } from './provenance.ts';
import { roles } from './role.ts';
import { amount, count, id, list, oneOf, section, text } from './schema.ts';

/** How often something is done; what follows the `label` has dates of its own. */
export const rhythms = ['week', 'month', 'quarter', 'semester', 'year', 'label'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Those to whom something is handed on, or places where it is made known. */
export const audiences = [
  'management-committee',
  'steering-committee',
  'staff-committee',
  'user-committee',
  'committee-members',
  'directorates',
  'office-heads',
  'sub-prefecture-secretaries',
  'halls',
  'intranet',
  'website',
] as const;
export type Audience = (typeof audiences)[number];

export const audienceLabels: Readonly<Record<Audience, string>> = {
  'management-committee': 'comité de direction',
  'steering-committee': 'comité de pilotage',
  'staff-committee': 'comité technique',
  'user-committee': 'comité local des usagers',
  'committee-members': 'membres du comité de pilotage',
  directorates: 'directions concernées',
  'office-heads': 'chefs de bureau',
  'sub-prefecture-secretaries': 'secrétaires généraux des sous-préfectures',
  halls: 'halls d’accueil',
  intranet: 'intranet',
  website: 'site internet',
};

const SOME = 'une liste d’au moins un élément';
const UNIQUE = 'un identifiant encore libre : chaque obligation a le sien';

/** Something that the programme does again and again. */
export const obligationSchema = section({
  id,
  /** French. */
  label: text(),
  rhythm: oneOf(rhythms),
  /** How many times a period, on each site when it is done site by site. */
  minimum: count,
  perSite: v.optional(v.boolean('un oui ou un non : true ou false')),
  /** Who answers for it. */
  role: oneOf(roles),
  /** French: what it is about. */
  content: text(),
  sharedWith: list(oneOf(audiences), 'de destinataires'),
  /** What proves it: a type of document, by default of `documentTypes`. */
  evidence: id,
  provenance: v.pipe(list(provenanceSchema, 'd’origines'), v.minLength(1, SOME)),
  /** It can be done `during` its period or only `after`, and until so many calendar days after the end. */
  due: section({ opens: oneOf(['during', 'after']), within: amount, provenance: provenanceSchema }),
});
export type Obligation = v.InferOutput<typeof obligationSchema>;

/** A list of obligations, each with its own id. */
export const obligationsSchema = v.pipe(
  list(obligationSchema, 'd’obligations'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) tellFaults(faultsOf(dataset.value), addIssue);
  }),
);

/** The rhythm of a quality programme, the most frequent first. */
export const obligations: readonly Obligation[] = entries as readonly Obligation[];

/**
 * Reads the rhythm that a préfecture set itself.
 *
 * @throws QualeprefError `obligations`; each line of the message names a path and what was expected there
 */
export function loadObligations(value: unknown): readonly Obligation[] {
  return parsed(obligationsSchema, value, { code: 'obligations', name: 'obligations' });
}

/** A turn of an obligation; ISO days, both included. */
export interface Turn {
  /** Id of a period, ISO day of the Monday of a week, or a name of its own. */
  readonly id: string;
  /** French. */
  readonly label: string;
  readonly start: string;
  readonly end: string;
}

/** The turns of a rhythm that hold a day of a span, in order; none for what follows the label. */
export function turnsOf(rhythm: Rhythm, from: string, to: string): readonly Turn[] {
  if (rhythm === 'label') return [];
  const turns: Turn[] = [];
  let turn = turnAt(rhythm, from);
  while (turn.start <= to) {
    turns.push(turn);
    turn = turnAt(rhythm, addDays(turn.end, 1));
  }
  return turns;
}

/** Whether an id can be that of a turn: any one for what follows the label. */
export function isTurnId(rhythm: Rhythm, turn: string): boolean {
  if (rhythm === 'label') return true;
  return isPeriodId(turn) && turnAt(rhythm, parsePeriod(turn).start).id === turn;
}

function turnAt(rhythm: Exclude<Rhythm, 'label'>, day: string): Turn {
  if (rhythm === 'week') {
    const number = dayNumber(day);
    const monday = dayOf(number - weekdayOf(number) + 1);
    return {
      id: monday,
      label: `semaine du ${periodLabel(parsePeriod(monday))}`,
      start: monday,
      end: addDays(monday, 6),
    };
  }
  const period = periodOf(day, rhythm);
  return { id: period.id, label: periodLabel(period), start: period.start, end: period.end };
}

function* faultsOf(rows: readonly Obligation[]): Generator<Fault> {
  const seen = new Set<string>();
  for (const [at, { id }] of rows.entries()) {
    if (seen.has(id)) yield { path: [at, 'id'], input: id, expected: UNIQUE };
    seen.add(id);
  }
}
