import { failed, pageCheck, type Check } from '../check.ts';

/** One main heading tells where one has arrived; the others are of a lower level. */
export const mainHeading: Check = pageCheck({
  id: 'main-heading',
  needs: 'html',
  codes: {
    'no-heading': {
      items: ['A11-06'],
      severity: 'minor',
      text: 'La page n’a pas de titre principal (titre de niveau 1) : lui en donner un, qui dit son sujet.',
    },
    'several-headings': {
      items: ['A11-06'],
      severity: 'minor',
      text: 'La page a plusieurs titres principaux (titres de niveau 1) : n’en garder qu’un, et passer les autres au niveau 2.',
    },
  },
  applies: ({ html }) => html.viewOf === null,
  *judge({ html: { headings } }) {
    const main = headings.filter(({ level }) => level === 1);
    if (main.length === 0) yield failed('no-heading');
    if (main.length < 2) return;
    // The one too many is rather the site's name in the header than the page's own.
    const place = main.find(({ zone }) => zone !== 'main') ?? main.at(-1);
    yield failed(
      'several-headings',
      {},
      { ...(place && { place }), quote: main.map(({ text }) => text).join(' / ') },
    );
  },
});
