import { failed, pageCheck, type Check } from '../check.ts';

/** Who sets their own background colour no longer reads a text whose colour alone the page has set. */
export const colorPair: Check = pageCheck({
  id: 'color-pair',
  needs: 'rendered',
  looks: ['probes.colours'],
  codes: {
    'no-background': {
      items: [],
      severity: 'minor',
      text: 'La couleur de ce texte ({colour}) est fixée sans qu’aucune couleur de fond le soit, ici ni plus haut dans la page : déclarer aussi le fond, par exemple sur <body>.',
      rgaa: ['10.5'],
      rgaaTests: ['10.5.1'],
      owner: 'template',
    },
  },
  applies: ({ rendered }) => rendered.probes?.colours !== undefined,
  *judge({ rendered }) {
    const unpaired = rendered.probes?.colours?.unpaired;
    if (!unpaired) return;
    const { colour, html, selector, zone } = unpaired;
    yield failed('no-background', { colour }, { place: { selector, zone }, quote: html });
  },
});
