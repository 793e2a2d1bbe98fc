import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

/** What moves by itself for more than five seconds must be possible to stop: many can’t read beside it. */
export const movingContent: Check = pageCheck({
  id: 'moving-content',
  needs: 'rendered',
  looks: ['passes.motion'],
  codes: {
    moving: {
      items: [],
      severity: 'major',
      text: 'Ce contenu bouge tout seul plus de cinq secondes, et rien ne permet de l’arrêter : ajouter un bouton « Pause » au clavier, ou l’arrêter de lui-même.',
      rgaa: ['13.8'],
      rgaaTests: ['13.8.1', '13.8.2'],
    },
    changing: {
      items: [],
      severity: 'major',
      text: 'Ce texte change tout seul plus de cinq secondes, et rien ne permet de l’arrêter : ajouter un bouton « Pause », ou ne le changer qu’à la demande.',
      rgaa: ['13.8'],
      rgaaTests: ['13.8.1', '13.8.2'],
      act: ['efbfc7'],
    },
    controlled: {
      items: [],
      severity: 'minor',
      text: 'Ce contenu bouge ou change tout seul : vérifier que le bouton prévu l’arrête bien, et qu’il s’atteint au clavier.',
      rgaa: ['13.8'],
      rgaaTests: ['13.8.1', '13.8.2'],
      act: ['efbfc7'],
    },
    alone: {
      items: [],
      severity: 'minor',
      text: 'Ce texte, seul sur la page, change tout seul : vérifier qu’on a le temps de le lire, ou qu’on peut l’arrêter.',
      rgaa: ['13.8'],
      rgaaTests: ['13.8.1', '13.8.2'],
    },
    clock: {
      items: [],
      severity: 'minor',
      text: 'Ces chiffres changent d’eux-mêmes, comme une horloge ou un compte à rebours : vérifier qu’ils ne gênent pas la lecture, ou prévoir de les cacher.',
      rgaa: ['13.8'],
      rgaaTests: ['13.8.1', '13.8.2'],
    },
    waiting: {
      items: [],
      severity: 'minor',
      text: 'Ce contenu bouge tant que la page attend la suite : vérifier qu’il disparaît avec l’attente, sinon ajouter un bouton qui l’arrête.',
      rgaa: ['13.8'],
      rgaaTests: ['13.8.1', '13.8.2'],
    },
    flash: {
      items: [],
      severity: 'minor',
      text: 'Ce contenu bouge tout seul : vérifier qu’il n’a pas plus de trois éclairs par seconde.',
      rgaa: ['13.7'],
      rgaaTests: ['13.7.1', '13.7.3'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.motion !== undefined,
  *judge({ rendered }) {
    const {
      moving = [],
      scripted = null,
      scriptedAt = null,
      hasControl = false,
      isAlone = false,
      isClock = false,
    } = rendered.passes?.motion ?? {};
    for (const { by, isWaiting = false, ...one } of moving) {
      if (isWaiting) yield cantTell('waiting', {}, seenAt(one));
      else yield hasControl ? cantTell('controlled', {}, seenAt(one)) : failed('moving', {}, seenAt(one));
      yield cantTell('flash', {}, seenAt(one));
    }
    if (scripted === null || !scriptedAt) return;
    const at = seenAt(scriptedAt);
    if (hasControl) yield cantTell('controlled', {}, at);
    else if (isAlone) yield cantTell('alone', {}, at);
    else if (isClock) yield cantTell('clock', {}, at);
    else yield failed(scripted === 'text' ? 'changing' : 'moving', {}, at);
  },
});
