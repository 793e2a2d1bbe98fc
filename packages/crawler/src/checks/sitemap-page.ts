import { failed, siteCheck, type Check } from '../check.ts';
import type { HtmlFacts, LinkFacts } from '../facts.ts';
import { navigationRow, type NavigationRow } from '../navigation.ts';
import { judgeReach, reachCodes } from '../navigation-reach.ts';
import { cut, fold } from '../text.ts';

interface Row extends NavigationRow {
  /** Of the site map itself. */
  readonly map: { readonly missing: readonly string[]; readonly dead: readonly string[] } | null;
}

const SHOWN = 5;
const TEXT_LENGTH = 60;
const NAME = /^(?:le )?plan (?:du|de|de ce) site\b/;
/** With fewer links, the map is made by a script: nothing is known of it. */
const MAP = 5;
/** On fewer pages, the link may be where the audit did not go. */
const SITE = 5;

/**
 * Who does not see the menu whole reads the site map: it names every rubric,
 * its links work, and each page leads to it from the same place.
 */
export const sitemapPage: Check = siteCheck({
  id: 'sitemap-page',
  codes: {
    'no-sitemap': {
      items: ['ETA-06'],
      severity: 'minor',
      text: 'Aucune page lue ne mène à un plan du site : ajouter au pied de page un lien « Plan du site » vers une page qui donne les rubriques.',
      owner: 'template',
    },
    'rubric-missing': {
      items: ['ETA-06'],
      severity: 'minor',
      text: 'Le plan du site ne mène pas à {count} entrées du menu ({names}) : les y ajouter.',
      rgaa: ['12.3'],
      rgaaTests: ['12.3.1'],
    },
    'dead-entry': {
      items: ['ETA-06'],
      severity: 'minor',
      text: '{count} liens du plan du site mènent à une page qui n’existe plus ({names}) : les retirer ou les corriger.',
      rgaa: ['12.3'],
      rgaaTests: ['12.3.2'],
    },
    ...reachCodes({ the: 'Le lien vers le plan du site', it: 'le' }, '12.4'),
  },
  project: (page): Row | null => {
    const row = navigationRow(page);
    return row && { ...row, map: isMap(page.html) ? mapOf(page.html) : null };
  },
  *judge(rows) {
    const maps = rows.filter(({ map }) => map !== null);
    if (maps.length === 0 && rows.length >= SITE && rows.every(({ sitemap }) => sitemap.length === 0))
      yield failed('no-sitemap');
    for (const { url, map } of maps) {
      const { missing = [], dead = [] } = map ?? {};
      if (missing.length > 0) yield failed('rubric-missing', listed(missing), { url });
      if (dead.length > 0) yield failed('dead-entry', listed(dead), { url });
    }
    yield* judgeReach(rows, ({ sitemap }) => sitemap);
  },
});

function isMap({ title, headings }: HtmlFacts): boolean {
  const names = [title ?? '', headings.find(({ level }) => level === 1)?.text ?? ''];
  return names.some((name) => NAME.test(fold(name)));
}

function mapOf({ links, navigation }: HtmlFacts): Row['map'] {
  const inside = links.filter(({ zone }) => zone === 'main' || zone === 'body' || zone === 'aside');
  const led = new Set(inside.map(rootOf));
  // A map inside a landmark of its own: its links are met once more than the menu's.
  const inMenus = links.filter(({ zone }) => zone === 'navigation').map(({ url }) => url);
  const isTwice = (url: string): boolean => inMenus.indexOf(url) !== inMenus.lastIndexOf(url);
  const missing = (navigation.menu?.entries ?? []).filter(({ url }) => {
    const root = rootOf({ url });
    return url !== null && root !== '' && !led.has(root) && !isTwice(url);
  });
  const dead = inside.filter(({ kind, target }) => kind === 'page' && target?.outcome === 'gone');
  return {
    missing: inside.length < MAP ? [] : names(missing),
    dead: names(dead),
  };
}

function names(entries: readonly { readonly text: string }[]): string[] {
  return entries.map(({ text }) => cut(text, TEXT_LENGTH)).slice(0, SHOWN + 1);
}

function listed(all: readonly string[]): { count: string; names: string } {
  const shown = all.slice(0, SHOWN).join(', ');
  const isMore = all.length > SHOWN;
  return {
    count: isMore ? `plus de ${String(SHOWN)}` : String(all.length),
    names: isMore ? `${shown}…` : shown,
  };
}

/** First segment of an address of the site: what is below a rubric stands for it. */
function rootOf({ url }: Pick<LinkFacts, 'url'>): string {
  return url === null ? '' : (new URL(url).pathname.split('/')[1] ?? '').toLowerCase();
}
