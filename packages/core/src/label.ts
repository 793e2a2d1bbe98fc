import * as v from 'valibot';
import { addMonths } from './day.ts';
import { tellFaults, type Fault } from './fault.ts';
import { moduleNumber } from './module.ts';
import { parsed } from './parse.ts';
import { parsePeriod, shiftPeriod } from './period.ts';
import type { Sourced } from './provenance.ts';
import { id, list, oneOf, periodId, publicText, section, text, unknownYet } from './schema.ts';

/** The labels that préfectures have held, the oldest first. */
export const labelFamilies = ['marianne', 'qualipref', 'qual-e-pref', 'other'] as const;
export type LabelFamily = (typeof labelFamilies)[number];

/** Years that a label is valid for. */
export const labelValidity: Sourced<number> = {
  value: 3,
  provenance: { origin: 'S', source: 'Politique qualité 2021, labellisation de 2020\u00a0: valable 3 ans' },
};

/** Months between the label and its follow-up audit. */
export const followUpDelay: Sourced<number> = {
  value: 18,
  provenance: {
    origin: 'S',
    source: 'Politique qualité 2021, labellisation de 2020\u00a0: audit au bout de 18 mois',
  },
};

const SITES = 'une liste d’au moins un site';

/**
 * A label as it was given. Each date is a period, as wide as what is known of
 * it: `2020-T1` is some day of that quarter.
 */
export const labelSchema = v.pipe(
  section({
    /** As a sentence says it after « label »: `Qual-e-Pref`. */
    name: text(),
    family: oneOf(labelFamilies),
    /** What it covers, for the public. */
    scope: publicText,
    sites: v.pipe(list(id, 'd’identifiants de sites'), v.minLength(1, SITES)),
    /** None for a label without modules, as Marianne. */
    modules: list(moduleNumber, 'de modules'),
    /** The audit it was given after. */
    audit: unknownYet(periodId),
    obtained: periodId,
    /** Last day of validity; without it, counted from the day it was obtained. */
    end: unknownYet(periodId),
    followUp: unknownYet(
      section({
        /** Takes the place of the usual delay, and says why. */
        planned: unknownYet(section({ period: periodId, reason: text() })),
        done: unknownYet(periodId),
      }),
    ),
    /** The certification body. */
    certifier: unknownYet(text()),
    /** It has not run out, and cannot be claimed; `until` is its last day, and there is none while it goes on. */
    suspended: unknownYet(section({ from: periodId, until: unknownYet(periodId), reason: publicText })),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) tellFaults(faultsOf(dataset.value), addIssue);
  }),
);
export type Label = v.InferOutput<typeof labelSchema>;

/** The labels of a préfecture, in any order. */
export const labelHistorySchema = list(labelSchema, 'de labels');
export type LabelHistory = v.InferOutput<typeof labelHistorySchema>;

/** What a badge is allowed to know of a label, and all it needs. */
export const publishedLabelSchema = section({
  name: text(),
  scope: publicText,
  modules: list(moduleNumber, 'de modules'),
  /** When it was obtained, and its last day of validity: each as wide as what is known. */
  start: periodId,
  end: periodId,
  suspended: v.optional(section({ from: periodId, until: v.optional(periodId), reason: publicText })),
});
export type PublishedLabel = v.InferOutput<typeof publishedLabelSchema>;

/**
 * Reads the labels of a préfecture.
 *
 * @throws QualeprefError `label`; each line of the message names a path and what was expected there
 */
export function loadLabels(value: unknown): LabelHistory {
  return parsed(labelHistorySchema, value, { code: 'label', name: 'labels' });
}

/**
 * Id of the period that holds the last day of validity: the one written, or
 * the one in which the label is `validity` years old. A label given on
 * 20 January is good until 20 January included, for want of a text that says
 * the eve.
 *
 * @param validity years, by default `labelValidity`
 */
export function endOf({ obtained, end }: Pick<Label, 'obtained' | 'end'>, validity: number): string {
  if (end !== undefined) return end;
  const period = parsePeriod(obtained);
  if (period.kind === 'day') return addMonths(obtained, validity * 12);
  const perYear = { year: 1, semester: 2, quarter: 4, month: 12 }[period.kind];
  return shiftPeriod(period, validity * perYear).id;
}

/** The part of a label that is made public. */
export function publishedLabel(label: Label, validity: number = labelValidity.value): PublishedLabel {
  const { name, scope, modules, obtained, suspended } = label;
  return {
    name,
    scope,
    modules,
    start: obtained,
    end: endOf(label, validity),
    ...(suspended === undefined ? {} : { suspended }),
  };
}

interface Dates {
  readonly obtained: string;
  readonly end?: string | undefined;
  readonly suspended?: { readonly from: string; readonly until?: string | undefined } | undefined;
}

function* faultsOf({ obtained, end, suspended }: Dates): Generator<Fault> {
  if (end !== undefined && isBefore(end, obtained))
    yield { path: ['end'], input: end, expected: `une fin possible : au plus tôt ${obtained}` };
  const { from, until } = suspended ?? {};
  if (from !== undefined && until !== undefined && isBefore(until, from))
    yield { path: ['suspended', 'until'], input: until, expected: `une fin possible : au plus tôt ${from}` };
}

function isBefore(one: string, other: string): boolean {
  return parsePeriod(one).end < parsePeriod(other).start;
}
