import { cantTell, pageCheck, type Check } from '../check.ts';
import { fold } from '../text.ts';

/** What says that a link leads to a version that anybody can read. */
const ACCESSIBLE =
  /\b(?:version|format|document|pdf|texte)s? (?:\S+ )?accessibles?\b|\baccessible (?:version|pdf|format|document)\b|\b(?:version|format) (?:html|texte|web|odt|word)\b|\b(?:html|text|plain text) version\b|\bfacile a lire\b|\beasy read\b/;

/** Two versions of one document must say the same: only a person can compare them. */
export const documentAlternatives: Check = pageCheck({
  id: 'document-alternatives',
  needs: 'html',
  codes: {
    'compare-versions': {
      items: [],
      severity: 'info',
      text: '« {text} » s’annonce comme la version accessible d’un document : vérifier qu’elle dit tout ce que dit l’autre, et qu’elle a la même date.',
      rgaa: ['13.4'],
      rgaaTests: ['13.4.1'],
    },
  },
  applies: ({ html }) => html.links.some(({ kind }) => kind === 'document'),
  *judge({ html }) {
    for (const { text, url, href, selector, line, zone } of html.links) {
      if (zone !== 'main' && zone !== 'body') continue;
      if (!ACCESSIBLE.test(fold(text))) continue;
      const at = { place: { selector, line, zone }, quote: text, cause: url ?? href };
      yield cantTell('compare-versions', { text }, at);
    }
  },
});
