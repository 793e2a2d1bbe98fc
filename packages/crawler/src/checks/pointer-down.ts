import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** A command by its own tag or role: what a script hears on another box may be pulled, or closed by a second press. */
const COMMAND =
  /^<(?:button|a|input|summary)\b|^<[^>]*\srole=["']?(?:button|link|menuitem|tab|switch|checkbox)\b/i;

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
    doubt: {
      items: [],
      severity: 'minor',
      text: 'Quelque chose change dès que le bouton de la souris (ou le doigt) se pose sur cet élément : vérifier qu’on peut se raviser avant de relâcher, ou revenir en arrière ensuite.',
      rgaa: ['13.11'],
      rgaaTests: ['13.11.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.pointer !== undefined,
  *judge({ rendered }) {
    for (const one of rendered.passes?.pointer?.early ?? [])
      yield COMMAND.test(one.html) ? failed('early', {}, seenAt(one)) : cantTell('doubt', {}, seenAt(one));
  },
});
