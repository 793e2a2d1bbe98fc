import { failed, siteCheck, type Check } from '../check.ts';
import { cut, fold } from '../text.ts';

/**
 * The title is what a browser tab, a bookmark, a search engine and a screen
 * reader say first: each page has its own. Pages of a pager are one page.
 */
export const pageTitle: Check = siteCheck({
  id: 'page-title',
  codes: {
    'no-title': {
      items: ['A11-06'],
      severity: 'major',
      text: 'La page n’a pas de titre (balise <title>) : lui donner un titre qui dit son sujet, puis le nom du site.',
      rgaa: ['8.5'],
      rgaaTests: ['8.5.1'],
    },
    'duplicate-title': {
      items: ['A11-06'],
      severity: 'minor',
      text: '{count} pages portent le même titre, dont {other} : donner à chacune un titre qui la distingue.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
    },
  },
  project: ({ url, html }) =>
    html.viewOf === null ? { url, title: html.title && cut(html.title, 300) } : null,
  *judge(pages) {
    const byTitle = new Map<string, { url: string; title: string }[]>();
    for (const { url, title } of pages) {
      if (!title) {
        yield failed('no-title', {}, { url });
        continue;
      }
      const key = fold(title);
      const same = byTitle.get(key);
      if (same) same.push({ url, title });
      else byTitle.set(key, [{ url, title }]);
    }
    for (const same of byTitle.values()) {
      const [first, second] = same;
      if (!first || !second) continue;
      for (const { url, title } of same) {
        const other = pathOf(url === first.url ? second.url : first.url);
        yield failed(
          'duplicate-title',
          { count: same.length, other },
          { url, quote: title, cause: first.title },
        );
      }
    }
  },
});

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
