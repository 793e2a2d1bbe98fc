import { failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who has fixed their device must be able to read the page as it is held. */
export const orientation: Check = pageCheck({
  id: 'orientation',
  needs: 'rendered',
  looks: ['passes.narrow'],
  codes: {
    turned: {
      items: [],
      severity: 'major',
      text: 'Ce contenu se couche quand on change l’orientation de l’écran : retirer la rotation que la feuille de style lui donne selon l’orientation.',
      rgaa: ['13.9'],
      rgaaTests: ['13.9.1'],
      act: ['b33eff'],
    },
    absent: {
      items: [],
      severity: 'major',
      text: 'Dans l’une des orientations de l’écran, la page ne montre qu’une demande de le tourner : afficher son contenu dans les deux.',
      rgaa: ['13.9'],
      rgaaTests: ['13.9.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.narrow?.text !== undefined,
  *judge({ rendered }) {
    for (const { fault, ...one } of rendered.passes?.narrow?.text?.orientation ?? [])
      if (fault === 'turned' || fault === 'absent') yield failed(fault, {}, seenAt(one));
  },
});
