import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['10.1'], items: [], severity: 'minor' } as const;

/** Looks written in the page can't be changed by who needs other colours, sizes or alignments. */
export const presentationalAttributes: Check = signCheck({
  id: 'presentational-attributes',
  families: ['markup'],
  codes: {
    'look-element': {
      ...RULES,
      rgaaTests: ['10.1.1'],
      text: 'L’élément <{about}> ne sert qu’à la présentation : l’ôter, et employer un style de la feuille de style du site.',
    },
    'look-attribute': {
      ...RULES,
      rgaaTests: ['10.1.2'],
      text: 'L’attribut de présentation « {about} » (élément, attribut) est écrit dans la page : l’ôter, et employer un style de la feuille de style du site.',
    },
    'size-attribute': {
      ...RULES,
      isDoubt: true,
      rgaaTests: ['10.1.2'],
      text: 'L’attribut « {about} » (élément, attribut) fixe une taille dans la page : vérifier s’il peut passer dans la feuille de style du site.',
    },
    'spaced-letters': {
      ...RULES,
      severity: 'major',
      rgaaTests: ['10.1.3'],
      text: 'Les lettres de « {about} » sont séparées par des espaces : un lecteur d’écran les épelle. Écrire le mot normalement, et l’espacer par un style.',
    },
    'spaced-columns': {
      ...RULES,
      severity: 'major',
      rgaaTests: ['10.1.3'],
      text: 'Des suites d’espaces alignent ces lignes en colonnes : elles ne se comprennent pas à l’oreille, et se défont quand le texte grossit. En faire un tableau ou une liste.',
    },
  },
});
