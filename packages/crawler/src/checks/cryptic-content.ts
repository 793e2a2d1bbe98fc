import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** Signs that draw something are read out one by one. */
export const crypticContent: Check = signCheck({
  id: 'cryptic-content',
  families: ['wording'],
  codes: {
    'drawing-of-signs': {
      items: [],
      severity: 'minor',
      rgaa: ['13.5'],
      rgaaTests: ['13.5.1'],
      text: 'Ce dessin fait de caractères n’a pas d’alternative : un lecteur d’écran en dit chaque signe. Lui donner un titre (attribut « title »), ou le remplacer par une image.',
    },
    'face-of-signs': {
      isDoubt: true,
      items: [],
      severity: 'minor',
      rgaa: ['13.5', '13.6'],
      rgaaTests: ['13.5.1', '13.6.1'],
      text: 'Les signes « {about} » dessinent un visage : vérifier que leur sens est dit à côté, ou l’ajouter.',
    },
  },
});
