import { failed, pageCheck, type Check } from '../check.ts';

/** Words that a style sheet adds are not there for who reads without it. */
export const cssContent: Check = pageCheck({
  id: 'css-content',
  needs: 'rendered',
  looks: ['probes.cssContent'],
  codes: {
    'added-words': {
      items: [],
      severity: 'minor',
      text: 'Le texte « {text} » est ajouté par la feuille de style : sans elle, il n’existe pas. L’écrire dans la page.',
      rgaa: ['10.2'],
      rgaaTests: ['10.2.1'],
    },
  },
  applies: ({ rendered }) => rendered.probes?.cssContent !== undefined,
  *judge({ rendered }) {
    for (const { text, html, component, selector, zone, pseudo } of rendered.probes?.cssContent ?? [])
      yield failed(
        'added-words',
        { text },
        { place: { selector, zone }, quote: html, cause: `${component} ${pseudo} ${text}` },
      );
  },
});
