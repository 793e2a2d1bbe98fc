import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['6.1'], rgaaTests: ['6.1.1'], items: [], severity: 'major' } as const;
/** A text that does not say where the link leads is a matter of clarity too. */
const EXPLICIT = ['CLA-03'];

/** Screen readers list the links of a page apart from its text: each must tell where it leads. */
export const linkTextQuality: Check = signCheck({
  id: 'link-text-quality',
  families: ['linkTexts'],
  codes: {
    vague: {
      ...RULES,
      items: EXPLICIT,
      act: ['5effbb', 'aizyf1'],
      text: 'Le lien « {about} » ne dit pas où il mène, et rien ne le dit dans sa phrase, sa liste ou son tableau : le nommer d’après la page ou le document visé.',
    },
    'vague-in-column': {
      ...RULES,
      items: EXPLICIT,
      act: ['5effbb'],
      text: 'Plusieurs lignes de ce tableau ont un lien « {about} », que seule une cellule ordinaire distingue des autres : nommer chaque lien d’après ce qu’il donne, ou faire de la cellule qui nomme la ligne un en-tête (<th scope="row">).',
    },
    'vague-after-heading': {
      ...RULES,
      items: EXPLICIT,
      isDoubt: true,
      severity: 'minor',
      act: ['5effbb', 'aizyf1'],
      text: 'Le lien « {about} » ne se comprend que par le titre qui le précède : vérifier qu’il suffit, et de préférence nommer le lien d’après la page visée.',
    },
    'vague-in-menu': {
      ...RULES,
      items: EXPLICIT,
      isDoubt: true,
      severity: 'minor',
      act: ['5effbb', 'aizyf1'],
      text: 'L’entrée de menu « {about} » dit peu où elle mène : vérifier qu’elle se comprend parmi les autres, sinon la nommer d’après la page visée.',
    },
    'same-name': {
      ...RULES,
      act: ['fd3a94', 'b20e66'],
      text: 'Deux liens voisins s’appellent « {about} » et ne mènent pas au même endroit : dire dans chacun ce qui le distingue de l’autre.',
    },
    'maybe-same-name': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      act: ['fd3a94', 'b20e66'],
      text: 'Deux liens voisins s’appellent « {about} » et n’ont pas la même adresse : vérifier qu’ils mènent à la même page, sinon dire dans chacun ce qui le distingue.',
    },
    'bare-address': {
      ...RULES,
      items: EXPLICIT,
      isDoubt: true,
      severity: 'minor',
      text: 'Ce lien montre une adresse entière, qu’un lecteur d’écran épelle : le nommer d’après la page visée.',
    },
    'file-name': {
      ...RULES,
      items: EXPLICIT,
      isDoubt: true,
      severity: 'minor',
      text: 'Ce lien ne montre qu’un nom de fichier, « {about} » : le nommer d’après ce que le document contient, sauf si son nom suffit à le dire.',
    },
    'no-word': {
      ...RULES,
      items: EXPLICIT,
      text: 'Le lien « {about} » ne contient aucun mot : le nommer d’après la page visée.',
    },
    'icon-name': {
      ...RULES,
      text: 'Le nom de ce lien pour les aides techniques est celui de son icône, « {about} » : masquer l’icône (aria-hidden="true"), et nommer le lien d’après la page visée.',
    },
    'label-not-in-name': {
      ...RULES,
      rgaaTests: ['6.1.5'],
      act: ['2ee8b8'],
      axe: ['label-content-name-mismatch'],
      text: 'Le nom de ce lien pour les aides techniques, « {about} », ne contient pas le texte affiché : qui commande par la voix dit ce qu’il lit, et n’est pas obéi. Reprendre le texte affiché dans l’attribut « aria-label », ou ôter cet attribut.',
    },
    'title-drops-text': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      rgaaTests: ['6.1.5'],
      text: 'L’infobulle de ce lien, « {about} », ne reprend pas son texte, que certaines aides techniques ne diront pas : y mettre le texte du lien puis le complément, ou l’ôter.',
    },
    'title-half-written': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      rgaaTests: ['6.1.5'],
      text: 'L’infobulle de ce lien garde des mots du modèle de page, « {about} » : y mettre le texte du lien puis le complément, ou l’ôter.',
    },
    'title-unwritten': {
      ...RULES,
      text: 'L’infobulle de ce lien est restée celle du modèle de page, « {about} » : y mettre le texte du lien puis le complément, ou l’ôter.',
    },
  },
});
