import { failed, pageCheck, type Check } from '../check.ts';

/** A field that cannot be told from the page is not found by who sees little. */
export const nontextContrast: Check = pageCheck({
  id: 'nontext-contrast',
  needs: 'rendered',
  looks: ['probes.colours'],
  codes: {
    'pale-field': {
      items: [],
      severity: 'major',
      text: 'Le bord de ce champ se distingue trop peu du fond (contraste de {ratio}, au lieu de 3) : foncer sa bordure ou son fond.',
      rgaa: ['3.3'],
      rgaaTests: ['3.3.1'],
    },
  },
  applies: ({ rendered }) => rendered.probes?.colours !== undefined,
  *judge({ rendered }) {
    for (const { ratio, html, component, selector, zone } of rendered.probes?.colours?.paleFields ?? [])
      yield failed(
        'pale-field',
        { ratio: String(ratio).replace('.', ',') },
        { place: { selector, zone }, quote: html, cause: component },
      );
  },
});
