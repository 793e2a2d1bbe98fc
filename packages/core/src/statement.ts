import { addMonths } from './day.ts';
import type { Sourced } from './provenance.ts';
import { rgaaVersions, type RgaaVersion } from './rgaa.ts';

/** The three levels that the law knows. */
export const conformityLevels = ['totalement', 'partiellement', 'non'] as const;
export type ConformityLevel = (typeof conformityLevels)[number];

/** Percent of the criteria from which on a site is « partiellement conforme ». */
export const partialConformityRate: Sourced<number> = {
  value: 50,
  provenance: { origin: 'L', source: 'Décret 2019-768 et modèle de déclaration du RGAA' },
};

/** Months after which a statement must be made anew. */
export const statementLife: Sourced<number> = {
  value: 36,
  provenance: { origin: 'L', source: 'Obligations du RGAA\u00a0: trois ans après la publication' },
};

/** Months that a new version of the RGAA leaves to the statements made before it. */
export const statementLifeAfterVersion: Sourced<number> = {
  value: 18,
  provenance: { origin: 'L', source: 'Obligations du RGAA\u00a0: dix-huit mois après une nouvelle version' },
};

/** The level that a rate allows to claim, in percent of the applicable criteria. */
export function levelOfRate(rate: number): ConformityLevel {
  if (rate >= 100) return 'totalement';
  return rate >= partialConformityRate.value ? 'partiellement' : 'non';
}

/** Last ISO day on which a statement made on `madeOn` holds; a redesign of the site ends it too, which no date tells. */
export function statementHoldsUntil(
  madeOn: string,
  versions: readonly Pick<RgaaVersion, 'published'>[] = rgaaVersions,
): string {
  const ends = versions
    .filter(({ published }) => published > madeOn)
    .map(({ published }) => addMonths(published, statementLifeAfterVersion.value));
  return [addMonths(madeOn, statementLife.value), ...ends].reduce((a, b) => (a < b ? a : b));
}
