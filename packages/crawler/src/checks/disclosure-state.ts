import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who does not see must be told that a button has opened something, or is on. */
export const disclosureState: Check = pageCheck({
  id: 'disclosure-state',
  needs: 'rendered',
  looks: ['passes.toggles'],
  codes: {
    untold: {
      items: [],
      severity: 'major',
      text: 'Ce bouton affiche et cache « {panel} », mais rien ne dit aux lecteurs d’écran s’il est ouvert ou fermé : lui donner l’attribut aria-expanded, et le tenir à jour.',
      rgaa: ['7.1'],
      rgaaTests: ['7.1.1'],
    },
    around: {
      items: [],
      severity: 'minor',
      text: 'Ce bouton affiche et cache « {panel} », et son état (aria-expanded) est donné autour de lui, où bien des lecteurs d’écran ne le lisent pas : le porter sur le bouton lui-même.',
      rgaa: ['7.1'],
      rgaaTests: ['7.1.1'],
    },
    stuck: {
      items: [],
      severity: 'major',
      text: 'L’état de cette commande (aria-expanded, aria-checked…) ne change pas quand on l’active : le mettre à jour par le script.',
      rgaa: ['7.1'],
      rgaaTests: ['7.1.1'],
    },
    window: {
      items: [],
      severity: 'major',
      text: 'Cette commande ouvre une fenêtre par-dessus la page (« {panel} »), et rien ne le dit aux lecteurs d’écran : ni son rôle, ni le focus, qui n’y va pas. En faire une boîte de dialogue (<dialog>, ou role="dialog" avec un nom), et y porter le focus.',
      rgaa: ['7.1'],
      rgaaTests: ['7.1.1', '7.1.3'],
    },
    bubble: {
      items: [],
      severity: 'minor',
      text: 'Cette commande affiche une bulle qui a son bouton de fermeture (« {panel} ») : vérifier que les lecteurs d’écran l’annoncent, sinon y porter le focus.',
      rgaa: ['7.1'],
      rgaaTests: ['7.1.1'],
    },
    'mouse-closed': {
      items: [],
      severity: 'major',
      text: 'La fenêtre que cette commande ouvre (« {panel} ») se ferme par un signe que la touche Tabulation n’atteint pas : en faire un bouton (<button>) nommé « Fermer ».',
      rgaa: ['7.3'],
      rgaaTests: ['7.3.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.toggles !== undefined,
  *judge({ rendered }) {
    for (const { fault, panel, isMouseClosed, ...one } of rendered.passes?.toggles?.toggles ?? []) {
      if (fault === 'bubble' || fault === 'around') yield cantTell(fault, { panel }, seenAt(one));
      else if (fault !== 'status') yield failed(fault, { panel }, seenAt(one));
      if (isMouseClosed) yield failed('mouse-closed', { panel }, seenAt(one));
    }
  },
});
