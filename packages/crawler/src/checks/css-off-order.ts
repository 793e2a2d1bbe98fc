import { cantTell, failed, pageCheck, type Check } from '../check.ts';

/** Screen readers tell a page in the order in which it is written, whatever order a style sheet shows. */
export const cssOffOrder: Check = pageCheck({
  id: 'css-off-order',
  needs: 'rendered',
  looks: ['probes.shownOrder'],
  codes: {
    backwards: {
      items: [],
      severity: 'major',
      text: 'Ces étapes sont écrites à rebours, et la feuille de style les remet dans l’ordre : un lecteur d’écran les dit en commençant par la dernière, « {text} ». Les écrire dans l’ordre où elles se suivent.',
      rgaa: ['10.3'],
      rgaaTests: ['10.3.1'],
    },
    'read-order': {
      items: [],
      severity: 'minor',
      text: 'La feuille de style déplace « {text} » : vérifier que la page se comprend aussi dans l’ordre où elle est écrite, celui des lecteurs d’écran, sinon écrire ces contenus dans l’ordre affiché.',
      rgaa: ['10.3'],
      rgaaTests: ['10.3.1'],
    },
  },
  applies: ({ rendered }) => (rendered.probes?.shownOrder?.length ?? 0) > 0,
  *judge({ rendered }) {
    for (const { text, by, html, component, selector, zone } of rendered.probes?.shownOrder ?? []) {
      const at = { place: { selector, zone }, quote: html, cause: `${component} ${by}` };
      yield by === 'backwards' ? failed('backwards', { text }, at) : cantTell('read-order', { text }, at);
    }
  },
});
