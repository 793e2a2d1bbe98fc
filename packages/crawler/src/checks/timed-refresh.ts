import { cantTell, failed, pageCheck, type Check } from '../check.ts';

/** Who reads slowly must not be taken elsewhere, or cut off, by a timer. */
export const timedRefresh: Check = pageCheck({
  id: 'timed-refresh',
  needs: 'rendered',
  looks: ['passes.delays'],
  codes: {
    leaves: {
      items: [],
      severity: 'major',
      text: 'Un script recharge ou quitte la page au bout de {seconds} secondes, et rien ne permet de l’arrêter : le retirer, ou laisser la personne demander plus de temps.',
      rgaa: ['13.1'],
      rgaaTests: ['13.1.1', '13.1.3'],
    },
    expires: {
      items: [],
      severity: 'major',
      text: 'La page annonce au bout de {seconds} secondes que le temps est écoulé, et rien ne permet d’en demander davantage : prévenir avant, et offrir de prolonger.',
      rgaa: ['13.1'],
      rgaaTests: ['13.1.4'],
    },
    controlled: {
      items: [],
      severity: 'minor',
      text: 'Un script quitte la page ou met fin à la session au bout de {seconds} secondes : vérifier que la commande prévue permet bien de l’arrêter ou de prolonger.',
      rgaa: ['13.1'],
      rgaaTests: ['13.1.1', '13.1.3', '13.1.4'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.delays !== undefined,
  *judge({ rendered }) {
    const { delays = [], hasControl = false } = rendered.passes?.delays ?? {};
    for (const { kind, seconds } of delays)
      yield hasControl ? cantTell('controlled', { seconds }) : failed(kind, { seconds });
  },
});
