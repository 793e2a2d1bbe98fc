import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** Who enlarges text or changes its colours can do nothing with words that are a picture. */
export const textImageInventory: Check = signCheck({
  id: 'text-image-inventory',
  families: ['images'],
  codes: {
    'written-image': {
      items: [],
      severity: 'minor',
      rgaa: ['1.8'],
      rgaaTests: ['1.8.1'],
      act: ['0va7u6'],
      text: 'Cette image n’est faite que de mots (« {about} ») : les écrire dans la page, et leur donner cet aspect par la feuille de style.',
    },
    'text-image': {
      isDoubt: true,
      items: [],
      severity: 'minor',
      rgaa: ['1.8'],
      rgaaTests: ['1.8.1'],
      act: ['0va7u6'],
      text: 'Cette image semble montrer du texte : si c’en est, et s’il ne s’agit pas d’un logo, le remplacer par du vrai texte, que chacun peut agrandir.',
    },
  },
});
