import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['8.9'], rgaaTests: ['8.9.1'], items: [], severity: 'minor' } as const;

/** Screen readers announce what elements mean: one used for its look alone is announced for nothing. */
export const presentationalMarkup: Check = signCheck({
  id: 'presentational-markup',
  families: ['markup'],
  codes: {
    'empty-paragraphs': {
      ...RULES,
      text: 'Un paragraphe vide sert à faire de la place : un lecteur d’écran s’y arrête pour rien. L’ôter, et régler l’espace par un style.',
    },
    'many-breaks': {
      ...RULES,
      text: '{about} sauts de ligne à la suite servent à faire de la place : les ôter, et séparer les textes en paragraphes.',
    },
    'double-breaks': {
      ...RULES,
      isDoubt: true,
      text: 'Deux sauts de ligne à la suite séparent ces textes : si ce sont des paragraphes, les écrire comme tels (touche Entrée seule dans l’éditeur).',
    },
    'broken-paragraphs': {
      ...RULES,
      text: 'Plusieurs paragraphes ne sont séparés que par des sauts de ligne : un lecteur d’écran n’en fait qu’un. Les écrire comme des paragraphes (touche Entrée seule dans l’éditeur).',
    },
    'empty-fieldset': {
      ...RULES,
      text: 'Un groupe de champs (<fieldset>) encadre un texte sans aucun champ : employer un encadré du site, qui n’est pas annoncé comme un formulaire.',
    },
    'told-fieldset': {
      ...RULES,
      isDoubt: true,
      text: 'Dans ce formulaire, un groupe de champs (<fieldset>) a une légende, et ne tient qu’un texte : s’il ne sert qu’à l’encadrer, employer un encadré du site, qui n’est pas annoncé comme un groupe.',
    },
    'bare-fieldset': {
      ...RULES,
      text: 'Un groupe de champs (<fieldset>) sans légende encadre un texte sans aucun champ : un lecteur d’écran annonce un groupe qui n’a ni nom ni contenu. Employer un encadré du site.',
    },
    'bare-form-fieldset': {
      ...RULES,
      // In a form, what is announced is a group of fields, and it has no legend.
      rgaa: ['8.9', '11.6'],
      rgaaTests: ['8.9.1', '11.6.1'],
      text: 'Dans ce formulaire, un groupe de champs (<fieldset>) sans légende encadre un texte sans aucun champ : un lecteur d’écran annonce un groupe qui n’a ni nom ni contenu. Employer un encadré du site, ou y mettre les champs et leur <legend>.',
    },
    'indented-quote': {
      ...RULES,
      isDoubt: true,
      text: 'Ce texte est marqué comme une citation : s’il n’en est pas une et que le retrait seul est voulu, employer un style.',
    },
  },
});
