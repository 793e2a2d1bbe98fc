import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['1.1'], items: [], severity: 'minor' } as const;

/** Drawings made by code (SVG, canvas) are told as images only if the code says so. */
export const imageAltInventory: Check = signCheck({
  id: 'image-alt-inventory',
  families: ['images'],
  codes: {
    'named-svg': {
      ...RULES,
      rgaaTests: ['1.1.5'],
      text: 'Ce dessin SVG a un nom, « {about} », et pas le rôle d’image : des lecteurs d’écran ne le disent pas, ou en disent le détail. Lui donner l’attribut role="img".',
    },
    'tooltip-svg': {
      ...RULES,
      rgaaTests: ['1.1.5'],
      act: ['7d6734'],
      text: 'Cette image SVG n’a pour nom qu’un attribut « title », « {about} », qui n’en donne pas à un SVG : mettre ce texte dans une balise <title> en tête du dessin, ou dans « aria-label ».',
    },
    'unnamed-embed': {
      ...RULES,
      rgaaTests: ['1.1.7'],
      act: ['8fc3b6'],
      text: 'Cette image embarquée (<embed>) n’a pas de nom : lui donner role="img" et l’attribut « aria-label », ou la cacher des aides techniques si elle décore.',
    },
    'unnamed-drawing': {
      ...RULES,
      isDoubt: true,
      rgaaTests: ['1.1.5', '1.1.8'],
      text: 'Ce dessin (SVG ou canvas) n’a pas de nom et n’est pas caché des aides techniques : s’il apprend quelque chose, lui donner role="img" et un nom ; s’il décore, aria-hidden="true".',
    },
  },
});
