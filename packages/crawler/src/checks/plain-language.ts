import { siteCheck, type Check } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import { ownTitle } from '../own-title.ts';
import { hintsOf, readabilityOf } from '../plain-language.ts';
import type { Excerpt } from '../proposal.ts';
import { keyOf } from '../site-reach.ts';
import { plural } from '../reports/french.ts';

interface Row {
  readonly key: number;
  /** Pages that its own content leads to: menus lead to all alike. */
  readonly links: readonly number[];
  readonly isHome: boolean;
  /** Of a procedure with enough text. */
  readonly measured: {
    readonly url: string;
    readonly title: string;
    readonly hints: readonly string[];
    readonly longest: string;
  } | null;
}

const MAX_LINKS = 60;
/** Procedures that somebody reads aloud. */
const READ = 6;
/** The home page leads to what most people come for. */
const HOME_WEIGHT = 5;

/** The procedures that most pages lead to, with what may hold their readers up. */
export const plainLanguage: Check = siteCheck({
  id: 'plain-language',
  items: ['CLA-01'],
  codes: {},
  project: ({ url, html }): Row => ({
    key: keyOf(url),
    links: linksOf(html),
    isHome: html.kind === 'home',
    measured: measured(url, html),
  }),
  *propose(rows) {
    const led = new Map<number, number>();
    for (const { links, isHome } of rows)
      for (const key of links) led.set(key, (led.get(key) ?? 0) + (isHome ? HOME_WEIGHT : 1));
    const pages = rows
      .flatMap(({ key, measured: page }) => (page ? [{ ...page, links: led.get(key) ?? 0 }] : []))
      .sort((a, b) => b.links - a.links || (a.url < b.url ? -1 : 1))
      .slice(0, READ);
    if (pages.length === 0) {
      yield {
        item: 'CLA-01',
        answer: 'non_verifie',
        why: 'Aucune page de démarche assez longue n’a été lue : donner les démarches dans qualepref.yml (procedures, page), ou relire les pages les plus vues.',
        excerpts: [],
      };
      return;
    }
    const held = pages.filter(({ hints }) => hints.length > 0);
    yield {
      item: 'CLA-01',
      answer: held.length === 0 ? 'conforme' : 'a_verifier',
      why:
        held.length === 0
          ? `Les démarches vers lesquelles le site mène le plus (${plural(pages.length, 'lue', 'lues')}) ont des phrases courtes et peu de mots longs : en lire une à voix haute pour s’en assurer.`
          : `Des phrases longues ou passives, ou des mots longs, se lisent dans ${String(held.length)} des ${String(pages.length)} démarches vers lesquelles le site mène le plus. Ce ne sont que des indices : les lire à voix haute.`,
      excerpts: [...held, ...pages.filter(({ hints }) => hints.length === 0)].map(
        ({ url, title, hints, longest }): Excerpt => ({
          url,
          about: hints.length === 0 ? title : `${title} : ${hints.join(', ')}`,
          quote: longest,
        }),
      ),
    };
  },
});

function linksOf({ links }: HtmlFacts): number[] {
  const own = links.filter(
    ({ kind, zone, url }) => kind === 'page' && url !== null && (zone === 'main' || zone === 'body'),
  );
  return [...new Set(own.map(({ url }) => keyOf(url ?? '')))].slice(0, MAX_LINKS);
}

function measured(url: string, html: HtmlFacts): Row['measured'] {
  if (html.kind !== 'procedure') return null;
  // The national sheet is not the préfecture's to write.
  const own = html.passages.filter(({ inMain, inSheet }) => inMain && inSheet !== true);
  const read = readabilityOf(own);
  return read && { url, title: ownTitle(html), hints: hintsOf(read), longest: read.longest };
}
