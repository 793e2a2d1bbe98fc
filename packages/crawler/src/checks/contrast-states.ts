import { failed, pageCheck, type Check } from '../check.ts';

/** Text over a picture, or a link being pointed at, must be read as well as any other. */
export const contrastStates: Check = pageCheck({
  id: 'contrast-states',
  needs: 'rendered',
  looks: ['passes.contrast'],
  codes: {
    'pale-text': {
      items: [],
      severity: 'major',
      text: 'Ce texte se lit mal sur son fond : son contraste y est au mieux de {ratio}, au lieu de {needed}. Changer sa couleur, ou poser un fond uni derrière lui.',
      rgaa: ['3.2'],
      rgaaTests: ['3.2.1'],
      act: ['afw4f7'],
    },
    'pale-state': {
      items: [],
      severity: 'minor',
      text: 'Au survol ou à la prise de focus, le contraste de ce texte tombe à {ratio}, au lieu de {needed} : foncer la couleur de cet état.',
      rgaa: ['3.2'],
      rgaaTests: ['3.2.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.contrast !== undefined,
  *judge({ rendered }) {
    const { texts = [], states = [] } = rendered.passes?.contrast ?? {};
    for (const { highest, needed, html, component, selector, zone } of texts) {
      if (highest >= needed) continue;
      const at = { place: { selector, zone }, quote: html, cause: component };
      yield failed('pale-text', { ratio: written(highest), needed: written(needed) }, at);
    }
    const met = new Set<string>();
    for (const { ratio, needed, html, component, selector, zone } of states) {
      if (met.has(selector)) continue;
      met.add(selector);
      const at = { place: { selector, zone }, quote: html, cause: component };
      yield failed('pale-state', { ratio: written(ratio), needed: written(needed) }, at);
    }
  },
});

function written(ratio: number): string {
  return String(ratio).replace('.', ',');
}
