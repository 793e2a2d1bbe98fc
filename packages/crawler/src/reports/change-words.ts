import { itemChanges, parseQuarter, quarterLabel, type ItemChange } from '@qualepref/core';
import { defectChanges, type Comparison, type DefectChange } from '../compare.ts';
import { day, plural } from './french.ts';

interface ChangeWords {
  readonly one: string;
  readonly many: string;
}

/** What became of a defect, agreed with « défaut », and what that means. */
export const defectWords: Readonly<
  Record<DefectChange, ChangeWords & { readonly title: string; readonly meaning: string }>
> = {
  new: {
    ...{ title: 'Nouveaux', one: 'nouveau', many: 'nouveaux' },
    meaning: 'Sur des pages jugées saines la dernière fois, ou ajoutées depuis.',
  },
  worse: {
    ...{ title: 'Aggravés', one: 'aggravé', many: 'aggravés' },
    meaning: 'Sur plus de pages, ou plus graves.',
  },
  same: {
    ...{ title: 'Inchangés', one: 'inchangé', many: 'inchangés' },
    meaning: 'Aussi graves, sur autant de pages.',
  },
  better: {
    ...{ title: 'En recul', one: 'en recul', many: 'en recul' },
    meaning: 'Sur moins de pages, ou moins graves.',
  },
  mended: {
    ...{ title: 'Corrigés', one: 'corrigé', many: 'corrigés' },
    meaning: 'Toutes les pages qui les avaient ont été jugées de nouveau, ou retirées.',
  },
  unjudged: {
    ...{ title: 'Qui ne sont plus jugés', one: 'qui n’est plus jugé', many: 'qui ne sont plus jugés' },
    meaning:
      'Pas retrouvés, mais toutes les pages qui les avaient n’ont pas été revues\u00A0: rien n’est prouvé.',
  },
  'newly-judged': {
    ...{
      title: 'Jugés pour la première fois',
      one: 'jugé pour la première fois',
      many: 'jugés pour la première fois',
    },
    meaning: 'Sur des pages, ou par des contrôles, que l’audit précédent n’avait pas.',
  },
  'set-aside': {
    ...{ title: 'Écartés', one: 'écarté', many: 'écartés' },
    meaning: 'Toujours là, et mis de côté par une personne, avec sa raison.',
  },
};

/** What became of an item of the grid, agreed with « point ». */
export const itemWords: Readonly<Record<ItemChange, ChangeWords>> = {
  improved: { one: 'devenu conforme', many: 'devenus conformes' },
  worsened: { one: 'devenu non conforme', many: 'devenus non conformes' },
  same: { one: 'inchangé', many: 'inchangés' },
  new: { one: 'nouveau', many: 'nouveaux' },
  removed: { one: 'devenu sans objet', many: 'devenus sans objet' },
  undecided: {
    one: 'encore à décider',
    many: 'encore à décider',
  },
};

/** « 3 défauts corrigés ». */
export function defectCount(change: DefectChange, count: number): string {
  const { one, many } = defectWords[change];
  return plural(count, `défaut ${one}`, `défauts ${many}`);
}

/** « 3 défauts corrigés, 2 nouveaux ». */
export function defectCounts(counts: Readonly<Record<DefectChange, number>>): string {
  return listed(defectChanges, counts, defectWords, { one: 'défaut', many: 'défauts' });
}

/** « 2 constats corrigés, 1 nouveau », of what a person must look at. */
export function doubtCounts(counts: Readonly<Record<DefectChange, number>>): string {
  return listed(defectChanges, counts, defectWords, { one: 'constat', many: 'constats' });
}

/** « 2 points devenus conformes, 1 devenu non conforme ». */
export function itemCounts(counts: Readonly<Record<ItemChange, number>>): string {
  const order: readonly ItemChange[] = ['improved', 'worsened', ...itemChanges];
  return listed([...new Set(order)], counts, itemWords, { one: 'point', many: 'points' });
}

/** The noun is said once, with the first count. */
function listed<Change extends string>(
  changes: readonly Change[],
  counts: Readonly<Record<Change, number>>,
  words: Readonly<Record<Change, ChangeWords>>,
  noun: ChangeWords,
): string {
  const parts = changes
    .filter((change) => counts[change] > 0)
    .map((change, at) => {
      const { one, many } = words[change];
      return at === 0
        ? plural(counts[change], `${noun.one} ${one}`, `${noun.many} ${many}`)
        : plural(counts[change], one, many);
    });
  return parts.length === 0 ? `aucun ${noun.one}` : parts.join(', ');
}

/** « le 3e trimestre 2026 »; the day, where both audits are of one quarter. */
export function sinceWhen({ before, after }: Pick<Comparison, 'before' | 'after'>): string {
  if (before.campaign === after.campaign) return `l’audit du ${day(before.startedAt)}`;
  return `le ${quarterLabel(parseQuarter(before.campaign))}`;
}
