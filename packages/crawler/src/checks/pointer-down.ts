import { failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who presses in the wrong place must be able to move away before letting go. */
export const pointerDown: Check = pageCheck({
  id: 'pointer-down',
  needs: 'rendered',
  looks: ['passes.pointer'],
  codes: {
    early: {
      items: [],
      severity: 'major',
      text: 'Cet élément agit dès que le bouton de la souris (ou le doigt) s’y pose : qui vise mal ne peut plus se raviser. Agir au relâchement (événement « click »).',
      rgaa: ['13.11'],
      rgaaTests: ['13.11.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.pointer !== undefined,
  *judge({ rendered }) {
    for (const one of rendered.passes?.pointer?.early ?? []) yield failed('early', {}, seenAt(one));
  },
});
