import type { PassFacts } from './passes/index.ts';
import type { ProbeFacts } from './probes/index.ts';

/** Each part of the examination of a page, as a reader of the report knows it. */
const NAMES: Readonly<Record<keyof ProbeFacts | keyof PassFacts | 'panels', string>> = {
  badges: 'sigles et pastilles',
  colourKeys: 'légendes par la couleur',
  colours: 'couleurs de texte et de fond',
  cssContent: 'textes écrits par la feuille de style',
  fakeHeadings: 'textes qui ont l’air de titres',
  frames: 'cadres',
  hiddenText: 'textes cachés',
  labelPlaces: 'place des étiquettes',
  lonePictures: 'images seules ou annoncées',
  lostWords: 'mots que les aides techniques perdent',
  pale: 'textes pâles',
  shownOrder: 'ordre affiché',
  unseenFocus: 'éléments invisibles au clavier',
  untoldFormat: 'formats de saisie',
  untoldRequired: 'champs obligatoires',
  canvases: 'mots écrits sur un dessin',
  contrast: 'contrastes, au survol et au clavier',
  delays: 'délais',
  fields: 'saisie dans les champs',
  forms: 'erreurs de formulaire',
  hover: 'survol de la souris',
  keyboard: 'parcours au clavier',
  listeners: 'éléments qui attendent une action',
  motion: 'mouvements',
  narrow: 'agrandissement et petits écrans',
  pointer: 'appui de la souris',
  shaking: 'mouvements de l’appareil',
  shortcuts: 'raccourcis d’une touche',
  sound: 'sons et vidéos',
  toggles: 'menus et boutons qui déplient',
  windows: 'fenêtres ouvertes',
  textLinks: 'liens dans le texte',
  panels: 'panneaux repliés, ouverts pour les regarder',
};

/** Why one did not end, where the browser says nothing more. */
const REASONS: Readonly<Record<string, string>> = {
  late: 'le temps prévu n’a pas suffi',
  left: 'la page est partie ailleurs',
};

/** Names of parts of the examination, and why they did not end, as a report says them. */
export function brokenWords(looks: readonly string[], why: string): { looks: string; why: string } {
  const names = looks.map((look) => (NAMES as Readonly<Record<string, string>>)[look] ?? look);
  return { looks: shortList(names), why: REASONS[why] ?? why };
}

/** Named one by one; of many, the first ones and how many more. */
const NAMED = 6;

/** « a, b et 27 autres ». */
export function shortList(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return names.join(', ');
  return `${names.slice(0, NAMED).join(', ')} et ${String(names.length - NAMED)} autres`;
}
