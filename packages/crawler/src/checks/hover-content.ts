import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** What shows when the mouse comes must show by keyboard too, go away when asked, and stay while it is read. */
export const hoverContent: Check = pageCheck({
  id: 'hover-content',
  needs: 'rendered',
  looks: ['passes.hover'],
  codes: {
    'mouse-only': {
      items: [],
      severity: 'major',
      text: '« {text} » ne s’affiche qu’au survol de la souris : au clavier, ou au doigt, ce contenu est perdu. L’afficher aussi quand l’élément reçoit le focus, ou par un bouton.',
      rgaa: ['10.14', '12.11'],
      rgaaTests: ['10.14.1', '12.11.1'],
    },
    'script-mouse-only': {
      items: [],
      severity: 'major',
      text: '« {text} » ne s’affiche qu’au survol de la souris : au clavier, ou au doigt, ce contenu est perdu. L’afficher aussi quand l’élément reçoit le focus, ou par un bouton.',
      rgaa: ['7.3', '12.11'],
      rgaaTests: ['7.3.1', '12.11.1'],
    },
    'shown-once': {
      items: [],
      severity: 'minor',
      text: '« {text} » s’est affiché quand la souris est venue sur cet élément, et pas la fois suivante : si c’est le survol qui l’affiche, l’afficher aussi quand l’élément reçoit le focus.',
      rgaa: ['10.14', '7.3', '12.11'],
      rgaaTests: ['10.14.1', '7.3.1', '12.11.1'],
    },
    covering: {
      items: [],
      severity: 'minor',
      text: '« {text} », affiché au survol, cache le texte dessous, et la touche Échap ne le ferme pas : la faire fermer ce contenu.',
      rgaa: ['10.13'],
      rgaaTests: ['10.13.1'],
    },
    fleeing: {
      items: [],
      severity: 'major',
      text: '« {text} », affiché au survol, disparaît quand la souris s’en approche : qui agrandit l’écran ne peut pas le lire. Le garder affiché tant que la souris est dessus.',
      rgaa: ['10.13'],
      rgaaTests: ['10.13.2'],
    },
    fading: {
      items: [],
      severity: 'major',
      text: '« {text} », affiché à la prise de focus, disparaît de lui-même avant que l’élément perde le focus : qui lit lentement n’en a pas le temps. Le garder affiché tant que le focus y est.',
      rgaa: ['10.13'],
      rgaaTests: ['10.13.3'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.hover !== undefined,
  *judge({ rendered }) {
    for (const { text, ...one } of rendered.passes?.hover?.fading ?? [])
      yield failed('fading', { text }, seenAt(one));
    for (const { text, by, isAtTarget, isFocusable, ...seen } of rendered.passes?.hover?.contents ?? []) {
      const { isClosedByEscape, coversText, hasControls, flees, isOnce, ...one } = seen;
      const params = { text };
      if (isOnce) {
        if (!isAtTarget) yield cantTell('shown-once', params, seenAt(one));
        continue;
      }
      if (isFocusable === false && !isAtTarget)
        yield failed(by === 'style' ? 'mouse-only' : 'script-mouse-only', params, seenAt(one));
      if (flees) yield failed('fleeing', params, seenAt(one));
      if (isClosedByEscape || !coversText) continue;
      // A menu is closed by going elsewhere, which most people know.
      yield hasControls ? cantTell('covering', params, seenAt(one)) : failed('covering', params, seenAt(one));
    }
  },
});
