import type { HandCampaign, HandKind } from '@qualepref/core';

/** Changes when an older spreadsheet can’t be read back any more; tells it from that of the website grid. */
export const HAND_FORMAT = 'fiches 1';

export const GAPS_SHEET = 'Écarts';
export const GUIDE_SHEET = 'Guide';
/** The grid itself, to make one’s own from. */
export const MODEL_SHEET = 'Modèle';

/** Titles of the columns of a grid; the last two may be missing. */
export const MODEL_TITLES = {
  id: 'Point',
  rubrique: 'Rubrique',
  label: 'Ce qui doit être',
  help: 'Comment le vérifier',
  proves: 'Engagements',
  siteKinds: 'Sites',
} as const;
export type ModelColumn = keyof typeof MODEL_TITLES;

/** A kind of site as people write it. */
export const siteKindWords = { prefecture: 'préfecture', 'sous-prefecture': 'sous-préfecture' } as const;

/** What is said once for a sheet: each site has its visitor and its day. */
export const HAND_ONCE = { by: 'B3', date: 'B4' } as const;

/** Columns of a row that is decided. The last one is hidden: the campaign and the item, with a space between. */
export const HAND_COLUMNS = {
  item: 'A',
  label: 'B',
  help: 'C',
  established: 'D',
  verdict: 'E',
  reason: 'F',
  by: 'G',
  date: 'H',
  known: 'I',
  key: 'J',
} as const;
export type HandColumn = keyof typeof HAND_COLUMNS;

/** What the hidden column has for a title. */
export const HAND_HEAD = 'technique';

/** What stands above each column, and its width in characters. */
export const HAND_TITLES: Readonly<Record<HandColumn, readonly [title: string, width: number]>> = {
  item: ['Point', 13],
  label: ['Ce qui doit être', 33],
  help: ['Comment le vérifier', 46],
  established: ['Déjà établi', 11],
  verdict: ['Votre verdict', 14],
  reason: ['Remarque ou raison', 32],
  by: ['Nom (si autre)', 18],
  date: ['Date (si autre)', 13],
  known: ['Déjà décidé', 22],
  key: [HAND_HEAD, 10],
};

/** The line of the titles. */
export const HAND_HEAD_LINE = 5;

/** The kinds by the word that the command line and the files have for them. */
export const handWords: Readonly<Record<HandKind, string>> = {
  reception: 'accueil',
  'mail-control': 'courriers',
};

/** `accueil-2026-S2`: the spreadsheet and what is kept are files of that name. */
export function handName({ kind, period }: Pick<HandCampaign, 'kind' | 'period'>): string {
  return `${handWords[kind]}-${period}`;
}
