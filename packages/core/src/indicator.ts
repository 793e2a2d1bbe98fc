import * as v from 'valibot';
import entries from './data/indicators.json' with { type: 'json' };
import { tellFaults, type Fault } from './fault.ts';
import { moduleNumber } from './module.ts';
import { parsed } from './parse.ts';
import { periodKinds } from './period.ts';
import { provenanceSchema } from './provenance.ts';
import { id, list, oneOf, publicText, section, text, unknownYet } from './schema.ts';

export const indicatorUnits = ['percent', 'days', 'count', 'points'] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

export const indicatorKinds = ['ratio', 'mean', 'count'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** Which way is better. */
export const directions = ['higher', 'lower'] as const;
export type Direction = (typeof directions)[number];

/** What a family of indicators is kept by: one value for each theme of a survey, each network… */
export const dimensions = ['theme', 'channel', 'title', 'network', 'procedure'] as const;
export type Dimension = (typeof dimensions)[number];

const TARGET = 'une cible : un nombre, une proportion pour un taux (0.95 pour 95 %)';
const SOURCES = 'une liste d’au moins une provenance';

/** What is followed, how it is counted and how often. */
export const indicatorSchema = section({
  id,
  label: publicText,
  /** French: what is divided by what, or counted. */
  formula: text(),
  unit: oneOf(indicatorUnits),
  /** Of points, a mean: each answer is worth 100, 0 or −100. */
  kind: oneOf(indicatorKinds),
  direction: oneOf(directions),
  /** How often it is measured. */
  period: oneOf(periodKinds),
  /**
   * Over a longer period, `sum` adds what happened in each; `last` keeps the
   * last state seen, for what is photographed rather than counted up.
   */
  overTime: oneOf(['sum', 'last']),
  /** A family: each measurement names all of these. */
  per: v.optional(list(oneOf(dimensions), 'de dimensions')),
  /** The channel of reception it watches. */
  channel: v.optional(id),
  /** Of a rate, the mean that is told with it. */
  pair: v.optional(id),
  /** In the unit of the values; a proportion for a percentage. */
  target: unknownYet(
    section({ value: v.pipe(v.number(TARGET), v.finite(TARGET)), provenance: provenanceSchema }),
  ),
  /** Where it was read that it is followed. */
  provenance: v.pipe(list(provenanceSchema, 'de provenances'), v.minLength(1, SOURCES)),
  /** Its number in the référentiel, for who holds the text. */
  numeroOfficiel: v.optional(v.nullable(text())),
  /** Module of the référentiel it belongs to. */
  module: moduleNumber,
});
export type Indicator = v.InferOutput<typeof indicatorSchema>;

const UNIQUE = 'un identifiant encore libre : chaque indicateur a le sien';
const PAIR =
  'la moyenne qui accompagne ce taux : l’identifiant d’un indicateur de la liste, de sorte « mean »';
const UNIT =
  'une unité de cette sorte d’indicateur : percent pour ratio, days ou points pour mean, count pour count';

const UNITS: Readonly<Record<IndicatorKind, readonly IndicatorUnit[]>> = {
  ratio: ['percent'],
  mean: ['days', 'points'],
  count: ['count'],
};

const catalogueSchema = v.pipe(
  list(indicatorSchema, 'd’indicateurs'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed) tellFaults(faultsOf(dataset.value), addIssue);
  }),
);

function* faultsOf(all: readonly Pick<Indicator, 'id' | 'kind' | 'unit' | 'pair'>[]): Generator<Fault> {
  for (const [at, { id, kind, unit, pair }] of all.entries()) {
    if (all.findIndex((other) => other.id === id) < at)
      yield { path: [at, 'id'], input: id, expected: UNIQUE };
    if (!UNITS[kind].includes(unit)) yield { path: [at, 'unit'], input: unit, expected: UNIT };
    if (pair === undefined) continue;
    const mean = all.find((other) => other.id === pair);
    if (kind !== 'ratio' || mean?.kind !== 'mean') yield { path: [at, 'pair'], input: pair, expected: PAIR };
  }
}

/** The starter catalogue: what the 2021 policy, other préfectures and Services Publics + follow. A list to change. */
export const indicators: readonly Indicator[] = entries as readonly Indicator[];

/**
 * Reads a catalogue of a préfecture’s own, or ours corrected.
 *
 * @throws QualeprefError `indicators`; each line of the message names a path and what was expected there
 */
export function loadIndicators(value: unknown): readonly Indicator[] {
  return parsed(catalogueSchema, value, { code: 'indicators', name: 'catalogue des indicateurs' });
}
