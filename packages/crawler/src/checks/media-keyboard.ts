import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { contentOf } from '../content.ts';
import type { MediaFacts } from '../read-media.ts';
import { seenAt } from '../seen-at.ts';

/** Who goes by keyboard must be able to start and stop a video, and to use what is drawn or embedded. */
export const mediaKeyboard: Check = pageCheck({
  id: 'media-keyboard',
  needs: 'rendered',
  looks: ['passes.sound'],
  codes: {
    'mouse-only': {
      items: [],
      severity: 'major',
      text: 'Cette vidéo ne se lance qu’en cliquant dessus à la souris : lui donner ses commandes (attribut controls), ou un bouton « Lecture ».',
      rgaa: ['4.11', '7.3'],
      rgaaTests: ['4.11.2', '4.11.3', '7.3.1'],
    },
    'try-keyboard': {
      items: [],
      severity: 'info',
      text: 'Essayer au clavier cette animation ou cet objet, s’il réagit à la souris : tout doit y être possible sans elle.',
      rgaa: ['4.12'],
      rgaaTests: ['4.12.1'],
    },
  },
  applies: (page) => (page.rendered.passes?.sound?.mouseOnly.length ?? 0) > 0 || embedded(page).length > 0,
  *judge(page) {
    for (const one of page.rendered.passes?.sound?.mouseOnly ?? [])
      yield failed('mouse-only', {}, seenAt(one));
    for (const { source, selector, line, zone } of embedded(page))
      yield cantTell('try-keyboard', {}, { place: { selector, line, zone }, quote: source, cause: source });
  },
});

function embedded(page: Parameters<typeof contentOf>[0]): readonly MediaFacts[] {
  const { media = [] } = contentOf(page)?.media ?? {};
  return media.filter(({ kind }) => kind === 'canvas' || kind === 'object');
}
