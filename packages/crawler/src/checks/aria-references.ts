import type { Check } from '../check.ts';
import { signCheck } from '../sign-check.ts';

/** ARIA forbids it, whatever the script: the code is not valid either. */
const FORBIDDEN = {
  rgaa: ['7.1', '8.2'],
  rgaaTests: ['7.1.1', '8.2.1'],
  items: [],
  act: ['kb1m8s'],
} as const;
const RULES = { rgaa: ['7.1'], rgaaTests: ['7.1.1'], items: [], act: ['6a7281'] } as const;

/** A name or a description that is written elsewhere must be there, and be of something that can have one. */
export const ariaReferences: Check = signCheck({
  id: 'aria-references',
  families: ['ids'],
  codes: {
    'dead-name': {
      ...RULES,
      severity: 'major',
      text: 'Le nom de cet élément est cherché sous un identifiant que rien ne porte (aria-labelledby="{about}") : corriger l’identifiant, ou ôter l’attribut.',
    },
    'dead-name-spared': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'Le nom de cet élément est cherché sous un identifiant que rien ne porte (aria-labelledby="{about}") ; si un attribut aria-label ou une étiquette y supplée, vérifier qu’ils disent ce que fait l’élément, et ôter l’autre.',
    },
    'dead-name-void': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'Cet élément sans rôle n’a pas de nom à recevoir, et le sien est cherché sous un identifiant que rien ne porte (aria-labelledby="{about}") : ôter l’attribut, ou donner à l’élément le rôle et le nom voulus.',
    },
    'lost-name': {
      ...FORBIDDEN,
      severity: 'minor',
      text: 'Ce texte sans rôle porte un nom, « {about} », que ARIA y interdit : la plupart des lecteurs d’écran n’en disent rien. Écrire ces mots dans la page, au besoin masqués à la vue, ou donner à l’élément un rôle qui admet un nom.',
    },
    'lost-role-description': {
      ...FORBIDDEN,
      severity: 'minor',
      text: 'Cet élément n’a pas de rôle que l’attribut {about} puisse préciser, et ARIA l’y interdit : il reste sans effet. Donner à l’élément le rôle voulu (role="group", par exemple), ou ôter l’attribut.',
    },
    'dead-description-id': {
      ...RULES,
      isDoubt: true,
      severity: 'minor',
      text: 'La description de cet élément est cherchée sous un identifiant que rien ne porte pour l’instant (aria-describedby="{about}") : vérifier qu’un script l’ajoute au moment voulu, sinon ôter l’attribut.',
    },
  },
});
