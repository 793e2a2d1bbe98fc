import type { Titles } from './grid-cells.ts';
import {
  HIDDEN_TITLE,
  type COLUMNS,
  type DEFECT_COLUMNS,
  type OWN_COLUMNS,
  type PLAN_COLUMNS,
} from './grid-sheet.ts';

/** Of an item that is decided. */
export const TITLES: Titles<typeof COLUMNS> = {
  item: ['Point', 9],
  label: ['Ce qui doit être', 32],
  answer: ['Proposé par l’audit', 13],
  why: ['Pourquoi', 36],
  excerpts: ['Extraits', 40],
  page: ['Page à ouvrir', 20],
  verdict: ['Votre verdict', 15],
  reason: ['Raison (si vous en décidez autrement)', 28],
  by: ['Nom (si autre)', 20],
  date: ['Date (si autre)', 14],
  again: ['Déjà décidé', 24],
  key: [HIDDEN_TITLE, 10],
  // A hidden text that wraps would make its row higher.
  evidence: [HIDDEN_TITLE, 24],
  prefilled: [HIDDEN_TITLE, 10],
};

/** Of a defect that may be marked. */
export const DEFECT_TITLES: Titles<typeof DEFECT_COLUMNS> = {
  severity: ['Gravité', 12],
  message: ['Ce qu’il faut faire', 60],
  items: ['Points', 10],
  pages: ['Pages', 7],
  where: ['Où', 45],
  opinion: ['Votre avis', 14],
  reason: ['Motif', 28],
  expires: ['Jusqu’au (un an si vide)', 13],
  by: ['Nom (si autre)', 20],
  date: ['Date (si autre)', 14],
  said: ['Déjà dit', 40],
  key: [HIDDEN_TITLE, 24],
  evidence: [HIDDEN_TITLE, 24],
};

/** Of what a person saw. */
export const OWN_TITLES: Titles<typeof OWN_COLUMNS> = {
  item: ['Point', 10],
  page: ['Page ou lieu', 36],
  what: ['Ce que vous avez constaté', 60],
  severity: ['Gravité', 13],
  service: ['Service', 26],
  state: ['Suite', 13],
  by: ['Nom (si autre)', 20],
  date: ['Date (si autre)', 14],
  again: ['Déjà dit', 30],
  key: [HIDDEN_TITLE, 24],
};

/** Of an action, and of the gap that it answers. */
export const PLAN_TITLES: Titles<typeof PLAN_COLUMNS> = {
  item: ['Point', 9],
  gap: ['Écart', 34],
  seen: ['Dernier constat', 36],
  what: ['Action', 40],
  owner: ['Responsable', 20],
  dueOn: ['Échéance', 13],
  state: ['État', 13],
  note: ['Explication ou preuve', 28],
  by: ['Nom (si autre)', 20],
  date: ['Date (si autre)', 14],
  key: [HIDDEN_TITLE, 30],
  gapKey: [HIDDEN_TITLE, 30],
};
