import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** What the mouse can do, the keyboard must be able to do too. */
export const keyboardReach: Check = pageCheck({
  id: 'keyboard-reach',
  needs: 'rendered',
  looks: ['passes.keyboard', 'passes.pointer'],
  codes: {
    unreachable: {
      items: [],
      severity: 'major',
      text: 'Cet élément réagit à la souris mais la touche Tabulation ne l’atteint pas : sans souris, ce qu’il fait est perdu. En faire un bouton (<button>) ou un lien.',
      rgaa: ['7.3', '12.11'],
      rgaaTests: ['7.3.1', '12.11.1'],
    },
    'unreachable-roleless': {
      items: [],
      severity: 'major',
      text: 'Cet élément réagit à la souris, mais la touche Tabulation ne l’atteint pas et rien ne dit que c’est une commande : en faire un bouton (<button>) ou un lien.',
      rgaa: ['7.3', '7.1'],
      rgaaTests: ['7.3.1', '7.1.3'],
    },
    'unreachable-narrow': {
      items: [],
      severity: 'major',
      text: 'Sur un petit écran ou avec un fort zoom, cet élément se montre et réagit à la souris, mais la touche Tabulation ne l’atteint pas : sans souris, ce qu’il ouvre ou fait est perdu. En faire un bouton (<button>).',
      rgaa: ['7.3', '7.1'],
      rgaaTests: ['7.3.1', '7.1.3'],
    },
    dead: {
      items: [],
      severity: 'major',
      text: 'Cet élément reçoit le focus, mais aucune touche ne l’active : en faire un bouton (<button>), ou écouter aussi les touches Entrée et Espace.',
      rgaa: ['7.3'],
      rgaaTests: ['7.3.1'],
    },
    'dead-roleless': {
      items: [],
      severity: 'major',
      text: 'Cet élément reçoit le focus, mais aucune touche ne l’active, et rien ne dit que c’est une commande : en faire un bouton (<button>).',
      rgaa: ['7.3', '7.1'],
      rgaaTests: ['7.3.1', '7.1.3'],
    },
    roleless: {
      items: [],
      severity: 'major',
      text: 'Cet élément se commande comme un bouton, mais les lecteurs d’écran le lisent comme du simple texte : en faire un bouton (<button>), ou lui donner un rôle (role="button").',
      rgaa: ['7.1'],
      rgaaTests: ['7.1.3'],
    },
    dropped: {
      items: [],
      severity: 'major',
      text: 'Un script retire le focus à cet élément dès qu’il le reçoit : au clavier il est inutilisable. Retirer cet appel à blur().',
      rgaa: ['7.3', '7.4', '10.7'],
      rgaaTests: ['7.3.2', '7.4.1', '10.7.1'],
    },
    doubt: {
      items: [],
      severity: 'minor',
      text: 'Cet élément écoute la souris, et le clavier ne l’atteint pas : vérifier que ce qu’il fait peut se faire au clavier, ici ou ailleurs dans la page.',
      rgaa: ['7.3'],
      rgaaTests: ['7.3.1'],
    },
  },
  applies: ({ rendered }) =>
    rendered.passes?.pointer !== undefined || rendered.passes?.keyboard !== undefined,
  *judge({ rendered }) {
    const { pointer, keyboard } = rendered.passes ?? {};
    for (const { lack, hasRole, isProven, isNarrow = false, ...one } of pointer?.mouseOnly ?? []) {
      const code =
        lack === 'dead'
          ? hasRole
            ? 'dead'
            : 'dead-roleless'
          : isNarrow && !hasRole
            ? 'unreachable-narrow'
            : hasRole
              ? 'unreachable'
              : 'unreachable-roleless';
      yield isProven ? failed(code, {}, seenAt(one)) : cantTell('doubt', {}, seenAt(one));
    }
    for (const one of pointer?.roleless ?? []) yield failed('roleless', {}, seenAt(one));
    for (const one of keyboard?.dropped ?? []) yield failed('dropped', {}, seenAt(one));
  },
});
