import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** A chart or a map says more than an alternative can: its detail must be written somewhere. */
export const complexImageInventory: Check = signCheck({
  id: 'complex-image-inventory',
  families: ['images'],
  codes: {
    'dead-description': {
      items: [],
      severity: 'major',
      rgaa: ['1.6'],
      rgaaTests: ['1.6.1'],
      text: 'Cette image renvoie à une description détaillée qui n’existe pas dans la page : corriger l’identifiant visé, ou écrire cette description.',
    },
    complex: {
      isDoubt: true,
      items: [],
      severity: 'minor',
      rgaa: ['1.6', '1.7'],
      rgaaTests: ['1.6.1', '1.7.1'],
      text: 'Cette image semble être un graphique, un schéma ou une carte : vérifier que tout ce qu’elle apprend est aussi écrit dans la page ou dans une description vers laquelle elle renvoie.',
    },
  },
});
