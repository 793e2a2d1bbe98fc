import { cantTell, failed, siteCheck, type Check, type Problem } from '../check.ts';
import { usual } from '../navigation.ts';
import { cut, fold } from '../text.ts';
import { titleParts } from '../title-words.ts';

interface Row {
  readonly url: string;
  readonly title: string;
  readonly viewOf: string | null;
  readonly isHome: boolean;
}

/** As much of a title as tells two apart. */
const TITLE_LENGTH = 300;

/**
 * Each page has a title of its own, with the name of the site in it: among
 * twenty open tabs, or in the list of a screen reader, that is all one hears.
 */
export const titleConsistency: Check = siteCheck({
  id: 'title-consistency',
  codes: {
    'duplicate-title': {
      items: ['A11-06'],
      severity: 'minor',
      text: '{count} pages portent le même titre, dont {other} : donner à chacune un titre qui la distingue.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
    },
    'site-name-only': {
      items: ['A11-06'],
      severity: 'minor',
      text: 'Le titre de la page n’est que le nom du site ({title}) : écrire devant lui le sujet de la page.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
    },
    'no-site-name': {
      items: [],
      severity: 'info',
      text: 'Le titre ne nomme pas le site, alors que {count} autres pages le nomment ({name}) : l’ajouter à la fin.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
    },
    'same-pager-title': {
      items: [],
      severity: 'info',
      text: 'La suite de cette liste porte le même titre que son début ({other}) : y ajouter « page 2 », « page 3 », si chacune s’ouvre à part.',
      rgaa: ['8.6'],
      rgaaTests: ['8.6.1'],
    },
  },
  project: ({ url, html }): Row | null =>
    html.title === null
      ? null
      : { url, title: cut(html.title, TITLE_LENGTH), viewOf: html.viewOf, isHome: html.kind === 'home' },
  *judge(rows) {
    const pages = rows.filter(({ viewOf }) => viewOf === null);
    const byTitle = Map.groupBy(pages, ({ title }) => fold(title));
    const name = siteName(pages);
    for (const same of byTitle.values()) {
      const [first, second] = same;
      if (!first) continue;
      const parts = titleParts(first.title).map(fold);
      const isNameOnly = name !== null && parts.join() === fold(name.value);
      for (const { url, title, isHome } of same) {
        const at = { url, quote: title, cause: first.title };
        if (isNameOnly && !isHome) yield failed('site-name-only', { title }, at);
        else if (second) {
          const other = pathOf(url === first.url ? second.url : first.url);
          yield failed('duplicate-title', { count: same.length, other }, at);
        }
      }
      if (name === null || parts.some((part) => part.includes(fold(name.value)))) continue;
      for (const { url, title } of same)
        yield cantTell('no-site-name', { count: name.pages, name: name.value }, { url, quote: title });
    }
    yield* pagers(rows);
  },
});

/** One for each list, on the first of its other views. */
function* pagers(rows: readonly Row[]): Iterable<Problem> {
  const titles = new Map(rows.map(({ url, title }) => [url, fold(title)]));
  const views = Map.groupBy(
    rows.filter(({ viewOf }) => viewOf !== null),
    ({ viewOf }) => viewOf ?? '',
  );
  for (const [list, [view]] of views) {
    if (!view || titles.get(list) !== fold(view.title)) continue;
    yield cantTell(
      'same-pager-title',
      { other: pathOf(list) },
      { url: view.url, quote: view.title, cause: list },
    );
  }
}

/** The first or last part that nearly every title has. */
function siteName(pages: readonly Row[]): ReturnType<typeof usual<string>> {
  const ends = (at: 0 | -1): ReturnType<typeof usual<string>> =>
    usual(
      pages.map(({ title }) => titleParts(title).at(at) ?? ''),
      fold,
    );
  return ends(-1) ?? ends(0);
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
