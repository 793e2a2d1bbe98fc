import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['1.2'], rgaaTests: ['1.2.1'], act: ['46ca7f'], items: [], severity: 'minor' } as const;

/** An image cannot be a decoration and say something. */
export const decorativeImageConflict: Check = signCheck({
  id: 'decorative-image-conflict',
  families: ['images'],
  codes: {
    'named-decoration': {
      ...RULES,
      text: 'Cette image se déclare décorative (alternative vide ou rôle de présentation) et porte pourtant un attribut ARIA qui la fait restituer : ôter cet attribut, ou lui donner une vraie alternative.',
    },
    'titled-decoration': {
      ...RULES,
      act: [],
      text: 'Cette image se déclare décorative (alternative vide) et porte pourtant une infobulle : ôter l’attribut « title », ou en faire l’alternative.',
    },
    'titled-drawing': {
      ...RULES,
      rgaaTests: ['1.2.4'],
      text: 'Ce dessin SVG se déclare décoratif (rôle de présentation) et a pourtant un titre, que des lecteurs d’écran disent : ôter l’élément <title>, ou lui donner role="img".',
    },
    'focusable-decoration': {
      ...RULES,
      text: 'Cette image se déclare décorative et peut pourtant recevoir le focus du clavier, sans rien dire : ôter l’attribut « tabindex », ou lui donner une vraie alternative.',
    },
    'captioned-decoration': {
      ...RULES,
      isDoubt: true,
      act: [],
      text: 'Cette image a une légende, « {about} », et une alternative vide : vérifier qu’elle n’apprend rien de plus, sinon écrire une alternative qui renvoie à la légende.',
    },
  },
});
