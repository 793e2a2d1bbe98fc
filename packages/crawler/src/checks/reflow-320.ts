import { cantTell, failed, pageCheck, type Check } from '../check.ts';

/**
 * Who enlarges the text to 400 %, or reads on a small telephone, must not
 * scroll sideways to read each line.
 */
export const reflow320: Check = pageCheck({
  id: 'reflow-320',
  needs: 'rendered',
  looks: ['passes.narrow'],
  codes: {
    'beyond-screen': {
      items: ['A11-09'],
      severity: 'major',
      text: 'Sur un écran de 320 pixels de large (ou avec un zoom de 400 %), cet élément dépasse l’écran et oblige à défiler sur le côté : retirer sa largeur fixe, pour que son contenu passe à la ligne.',
      rgaa: ['10.11'],
      rgaaTests: ['10.11.1'],
    },
    'wide-page': {
      items: ['A11-09'],
      severity: 'minor',
      text: 'Sur un écran de 320 pixels de large, la page défile sur le côté de {overflow} pixels : vérifier que seuls un tableau, une carte ou une image en sont la cause, sinon laisser leur contenu passer à la ligne.',
      rgaa: ['10.11'],
      rgaaTests: ['10.11.1'],
    },
  },
  applies: ({ rendered }) => rendered.passes?.narrow !== undefined,
  *judge({ rendered }) {
    const { overflow = 0, beyond = [] } = rendered.passes?.narrow ?? {};
    if (overflow <= 1) return;
    for (const { html, component, ...place } of beyond)
      yield failed('beyond-screen', {}, { place, quote: html, cause: component });
    if (beyond.length === 0) yield cantTell('wide-page', { overflow });
  },
});
