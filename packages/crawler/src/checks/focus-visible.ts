import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who goes by keyboard must see where they are: something must change on the screen when an element gets the focus. */
export const focusVisible: Check = pageCheck({
  id: 'focus-visible',
  needs: 'rendered',
  looks: ['passes.keyboard'],
  codes: {
    unmarked: {
      items: [],
      severity: 'major',
      text: 'Rien ne montre que cet élément a le focus : qui se déplace au clavier ne sait plus où il est. Ne pas retirer le contour du navigateur (propriété outline), ou dessiner le sien.',
      rgaa: ['10.7'],
      rgaaTests: ['10.7.1'],
      act: ['oj04fd'],
    },
    hidden: {
      items: [],
      severity: 'major',
      text: 'La touche Tabulation mène ici alors que rien ne s’affiche, même au focus : qui se déplace au clavier ne sait plus où il est. L’afficher lorsqu’il reçoit le focus, ou le retirer du parcours tant qu’il est caché.',
      rgaa: ['10.7'],
      rgaaTests: ['10.7.1'],
    },
    unseen: {
      items: [],
      severity: 'minor',
      text: 'Cet élément est atteint par la touche Tabulation alors qu’il n’est pas à l’écran : vérifier qu’il s’affiche au focus, sinon le retirer du parcours tant qu’il est caché.',
      rgaa: ['10.7'],
      rgaaTests: ['10.7.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.keyboard !== undefined,
  *judge({ rendered }) {
    const { unmarked = [], unseen = [] } = rendered.passes?.keyboard ?? {};
    for (const one of unmarked) yield failed('unmarked', {}, seenAt(one));
    for (const { isSure, ...one } of unseen)
      yield isSure ? failed('hidden', {}, seenAt(one)) : cantTell('unseen', {}, seenAt(one));
  },
});
