import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['1.9'], rgaaTests: ['1.9.1'], items: [], severity: 'minor' } as const;

/** A caption must be told with its image: RGAA asks for a role and a name on the figure. */
export const figureCaption: Check = signCheck({
  id: 'figure-caption',
  families: ['captions'],
  codes: {
    'figure-without-role': {
      ...RULES,
      text: 'Cette figure légendée, « {about} », n’a pas de rôle : des lecteurs d’écran ne relient pas la légende à l’image. Ajouter à <figure> les attributs role="figure" et aria-label, qui reprend la légende.',
    },
    'figure-without-name': {
      ...RULES,
      text: 'Le nom de cette figure ne reprend pas sa légende, « {about} » : écrire la légende dans l’attribut aria-label de <figure>.',
    },
    'named-caption': {
      ...RULES,
      text: 'La légende « {about} » n’est pas reliée à l’image qui précède : les réunir dans un élément <figure> avec <figcaption>, et donner à <figure> les attributs role="figure" et aria-label, qui reprend la légende.',
    },
    'figure-of-several': {
      ...RULES,
      isDoubt: true,
      text: 'La légende « {about} » est celle de plusieurs images : si elle ne se comprend pas sans elles, les grouper par role="group" et aria-label sur <figure>.',
    },
    'caption-apart': {
      ...RULES,
      isDoubt: true,
      text: 'Le texte « {about} » semble être la légende de l’image qui précède : les réunir dans un élément <figure> avec <figcaption>.',
    },
  },
});
