import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** Who commands by voice says what the button shows. */
export const buttonLabel: Check = signCheck({
  id: 'button-label',
  families: ['linkTexts'],
  codes: {
    'button-label-not-in-name': {
      items: [],
      severity: 'major',
      rgaa: ['7.1', '11.9'],
      rgaaTests: ['7.1.3', '11.9.2'],
      act: ['2ee8b8'],
      axe: ['label-content-name-mismatch'],
      text: 'Le nom de ce bouton pour les aides techniques, « {about} », ne contient pas le texte affiché : qui commande par la voix dit ce qu’il lit, et n’est pas obéi. Reprendre le texte affiché dans l’attribut « aria-label », ou ôter cet attribut.',
    },
    'button-without-word': {
      items: [],
      severity: 'major',
      rgaa: ['11.9'],
      rgaaTests: ['11.9.1'],
      text: 'Le nom de ce bouton, « {about} », n’est qu’un signe : un lecteur d’écran n’en dit rien d’utile. Écrire dans l’attribut « aria-label » ce que fait le bouton, par exemple « Diapositive 2 ».',
    },
    'idle-link': {
      isDoubt: true,
      items: [],
      severity: 'minor',
      rgaa: ['7.1'],
      rgaaTests: ['7.1.3'],
      text: 'Ce lien ne mène nulle part : s’il déclenche une action, en faire un bouton, que les aides techniques annoncent comme tel.',
    },
  },
});
