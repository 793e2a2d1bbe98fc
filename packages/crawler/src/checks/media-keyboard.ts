import { failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Who goes by keyboard must be able to start and stop a video. */
export const mediaKeyboard: Check = pageCheck({
  id: 'media-keyboard',
  needs: 'rendered',
  codes: {
    'mouse-only': {
      items: [],
      severity: 'major',
      text: 'Cette vidéo ne se lance qu’en cliquant dessus à la souris : lui donner ses commandes (attribut controls), ou un bouton « Lecture ».',
      rgaa: ['4.11', '7.3'],
      rgaaTests: ['4.11.2', '4.11.3', '7.3.1'],
    },
  },
  applies: ({ rendered }) => (rendered.passes?.sound?.mouseOnly.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const one of rendered.passes?.sound?.mouseOnly ?? []) yield failed('mouse-only', {}, seenAt(one));
  },
});
