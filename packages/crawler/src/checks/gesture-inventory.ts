import { cantTell, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** What a gesture does must be possible with simple presses: a person must look. */
export const gestureInventory: Check = pageCheck({
  id: 'gesture-inventory',
  needs: 'rendered',
  looks: ['passes.pointer'],
  codes: {
    gesture: {
      items: [],
      severity: 'minor',
      text: 'Cet élément suit les mouvements du doigt ou de la souris : vérifier que ce qu’ils font (glisser, pincer, dessiner) peut aussi se faire par de simples appuis.',
      rgaa: ['13.10'],
      rgaaTests: ['13.10.1', '13.10.2'],
    },
  },
  applies: ({ rendered }) => (rendered.passes?.pointer?.gestures.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const one of rendered.passes?.pointer?.gestures ?? []) yield cantTell('gesture', {}, seenAt(one));
  },
});
