import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** Sound that starts by itself covers the voice of the screen reader. */
export const autoplayAudio: Check = pageCheck({
  id: 'autoplay-audio',
  needs: 'rendered',
  looks: ['passes.sound'],
  codes: {
    plays: {
      items: [],
      severity: 'major',
      text: 'Ce son démarre tout seul et dure plus de trois secondes, sans commande nommée pour l’arrêter : il couvre la voix des lecteurs d’écran. Ne le lancer qu’à la demande, ou donner au lecteur ses commandes (attribut controls).',
      rgaa: ['4.10'],
      rgaaTests: ['4.10.1'],
      act: ['80f0bf', 'aaa1bf', '4c31df'],
    },
    doubt: {
      items: [],
      severity: 'minor',
      text: 'Ce son démarre tout seul : vérifier qu’il dure moins de trois secondes, ou qu’on peut l’arrêter au clavier dès le début de la page.',
      rgaa: ['4.10'],
      rgaaTests: ['4.10.1'],
      act: ['80f0bf', 'aaa1bf', '4c31df'],
    },
  },
  applies: ({ rendered }) => (rendered.passes?.sound?.automatic.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const { seconds, hasControl, ...one } of rendered.passes?.sound?.automatic ?? []) {
      if (seconds !== null && seconds <= 3) continue;
      yield seconds === null || hasControl
        ? cantTell('doubt', {}, seenAt(one))
        : failed('plays', {}, seenAt(one));
    }
  },
});
