import { cantTell, failed, pageCheck, type Check } from '../check.ts';

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
    'added-state': {
      items: [],
      severity: 'info',
      text: 'Le texte « {text} » est ajouté par la feuille de style dans l’étiquette d’une case à cocher : vérifier qu’il ne fait que répéter l’état de la case, sinon l’écrire dans la page.',
      rgaa: ['10.2'],
      rgaaTests: ['10.2.1'],
    },
  },
  applies: ({ rendered }) => rendered.probes?.cssContent !== undefined,
  *judge({ rendered }) {
    for (const { text, isState, html, component, selector, zone, pseudo } of rendered.probes?.cssContent ??
      []) {
      const at = { place: { selector, zone }, quote: html, cause: `${component} ${pseudo} ${text}` };
      yield isState ? cantTell('added-state', { text }, at) : failed('added-words', { text }, at);
    }
  },
});
