import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

const RULES = { rgaa: ['7.1'], rgaaTests: ['7.1.1'], items: [], act: ['6a7281'] } as const;

/** A name or a description that is written elsewhere must be there. */
export const ariaReferences: Check = signCheck({
  id: 'aria-references',
  families: ['ids'],
  codes: {
    'dead-name': {
      ...RULES,
      severity: 'major',
      text: 'Le nom de cet élément est cherché sous un identifiant que rien ne porte (aria-labelledby="{about}") : corriger l’identifiant, ou ôter l’attribut.',
    },
    'dead-description-id': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'La description de cet élément est cherchée sous un identifiant que rien ne porte pour l’instant (aria-describedby="{about}") : vérifier qu’un script l’ajoute au moment voulu, sinon ôter l’attribut.',
    },
  },
});
