import { cantTell, failed, pageCheck, type Check } from '../check.ts';
import { seenAt } from '../seen-at.ts';

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
      text: 'Sur un écran de 320 pixels de large (ou avec un zoom de 400 %), cet élément dépasse l’écran et oblige à défiler sur le côté : retirer ce qui l’empêche de rétrécir (largeur fixe, texte tenu sur une ligne), et permettre de couper un mot ou une adresse trop longs (overflow-wrap).',
      rgaa: ['10.11'],
      rgaaTests: ['10.11.1'],
    },
    'boxed-text': {
      items: ['A11-09'],
      severity: 'major',
      text: 'Sur un écran de 320 pixels de large (ou avec un zoom de 400 %), ce texte est plus large que le cadre qui le contient : il faut défiler sur le côté pour lire chaque ligne. Retirer sa largeur fixe.',
      rgaa: ['10.11'],
      rgaaTests: ['10.11.1'],
    },
    'cut-text': {
      items: ['A11-09'],
      severity: 'major',
      text: 'Sur un écran de 320 pixels de large (ou avec un zoom de 400 %), une partie de ce texte est coupée : retirer la hauteur ou la largeur fixe du bloc qui le coupe.',
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
    const { overflow = 0, beyond = [], boxed = [], cut = [], text } = rendered.passes?.narrow ?? {};
    for (const one of boxed) yield failed('boxed-text', {}, seenAt(one));
    // What is cut off at 200 % already is told there.
    const zoomed = new Set(text?.zoom.map(({ component }) => component));
    for (const one of cut) if (!zoomed.has(one.component)) yield failed('cut-text', {}, seenAt(one));
    if (overflow <= 1) return;
    for (const { html, component, ...place } of beyond)
      yield failed('beyond-screen', {}, { place, quote: html, cause: component });
    if (beyond.length === 0) yield cantTell('wide-page', { overflow });
  },
});
