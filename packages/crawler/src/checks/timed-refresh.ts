import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import type { RenderedFacts } from '../facts.ts';
import { isHurried, type RefreshFacts } from '../read-refresh.ts';

/** Who reads slowly must not be taken elsewhere, or cut off, by a timer. */
export const timedRefresh: Check = pageCheck({
  id: 'timed-refresh',
  needs: 'rendered',
  looks: ['passes.delays'],
  codes: {
    refreshes: {
      items: [],
      severity: 'major',
      text: 'Une balise <meta http-equiv="refresh"> recharge ou quitte la page au bout de {seconds} secondes, et rien ne permet de l’arrêter : la retirer.',
      rgaa: ['13.1'],
      rgaaTests: ['13.1.1'],
      act: ['bc659a', 'bisz58'],
    },
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
  applies: ({ rendered }) => rendered.passes?.delays !== undefined || refreshOf(rendered) !== undefined,
  *judge({ rendered }) {
    const refresh = refreshOf(rendered);
    if (refresh) {
      const { seconds, href, line, ...place } = refresh;
      yield failed('refreshes', { seconds }, { place, quote: `${String(seconds)} ; ${href ?? ''}` });
    }
    const { delays = [], hasControl = false } = rendered.passes?.delays ?? {};
    for (const { kind, seconds } of delays)
      yield hasControl ? cantTell('controlled', { seconds }) : failed(kind, { seconds });
  },
});

/** The one that a browser obeys, when it hurries and axe-core, which reads one way of writing it only, has not told it. */
function refreshOf({ content, axe }: RenderedFacts): RefreshFacts | undefined {
  if (!content || !isHurried(content.refreshes)) return undefined;
  return axe.some(({ rule }) => rule === 'meta-refresh') ? undefined : content.refreshes[0];
}
