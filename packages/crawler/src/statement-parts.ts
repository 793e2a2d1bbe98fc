import type { ConformityLevel } from '@qualepref/core';
import type { StatementPart } from './read-statement.ts';

/** The parts of an accessibility statement, in the order of the compulsory model, as sentences name them. */
export const statementParts: Readonly<Record<StatementPart, string>> = {
  law: 'la loi sur laquelle elle s’appuie (article 47 de la loi du 11 février 2005)',
  state: 'l’état de conformité',
  results: 'les résultats des tests (qui a vérifié, quelle part des critères)',
  contents: 'les contenus non accessibles',
  establishment: 'l’établissement de la déclaration (dates, technologies, environnement de test)',
  pages: 'les pages vérifiées',
  contact: 'le retour d’information et contact',
  'contact-way': 'un moyen d’écrire (formulaire ou adresse électronique)',
  remedies: 'les voies de recours',
  'remedies-way': 'l’adresse et le formulaire du Défenseur des droits',
};

/** The levels, from the lowest. */
export const levelRank: Readonly<Record<ConformityLevel, number>> = {
  non: 0,
  partiellement: 1,
  totalement: 2,
};
