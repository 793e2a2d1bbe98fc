import type { HtmlFacts, NavigationPlace, Neighbours, PageFacts, PageKind } from './facts.ts';
import { append } from './multimap.ts';
import { cut, fold } from './text.ts';

/** Where a means of navigation stands, and between what. */
export interface Stand extends Neighbours {
  readonly place: string;
}

/** What is kept of a page to compare its means of navigation with those of the others. */
export interface NavigationRow {
  readonly url: string;
  readonly kind: PageKind;
  readonly template: string;
  readonly menu: { readonly place: string; readonly entries: readonly string[] } | null;
  /** Where each means stands; empty when the page has none. */
  readonly search: readonly Stand[];
  readonly sitemap: readonly Stand[];
}

/** What a page has most often, and how many of them have it. */
export interface Usual<Value> {
  readonly value: Value;
  readonly pages: number;
}

const ENTRIES = 20;
const ENTRY_LENGTH = 24;
/** Below this many pages nothing is usual. */
const COMPARED = 5;
/** Share of the pages from which on what they share is what the site does. */
const USUAL = 0.8;

/** The row of a page; `null` for an extra view of another one. */
export function navigationRow({
  url,
  html,
}: Pick<PageFacts, 'url'> & { readonly html: HtmlFacts }): NavigationRow | null {
  if (html.viewOf !== null) return null;
  const { menu, searches, sitemaps } = html.navigation;
  return {
    ...{ url, kind: html.kind, template: html.template },
    menu: menu && {
      place: placeName(menu),
      entries: menu.entries.slice(0, ENTRIES).map(({ text }) => cut(fold(text), ENTRY_LENGTH)),
    },
    search: searches.map(standOf),
    sitemap: sitemaps.map(standOf),
  };
}

/** How many of the three means of navigation a page gives. */
export function meansOf({ menu, search, sitemap }: NavigationRow): number {
  return [menu !== null, search.length > 0, sitemap.length > 0].filter(Boolean).length;
}

/**
 * What nearly all the pages that have it share, by its key; `null` when too few
 * are compared or when they disagree: then no page is the odd one.
 */
export function usual<Value>(
  values: readonly (Value | null)[],
  keyOf: (value: Value) => string = String,
): Usual<Value> | null {
  const present = values.filter((value) => value !== null);
  const groups = [...Map.groupBy(present, keyOf).values()].sort((a, b) => b.length - a.length);
  const [most] = groups;
  const [value] = most ?? [];
  if (most === undefined || value === undefined || present.length < COMPARED) return null;
  return most.length >= present.length * USUAL ? { value, pages: most.length } : null;
}

/** On which side of a means each of its neighbours usually is, and on how many pages. */
export function usualSides(stands: readonly Neighbours[]): ReadonlyMap<string, Usual<'before' | 'after'>> {
  const sides = new Map<string, ('before' | 'after')[]>();
  for (const stand of stands)
    for (const side of ['before', 'after'] as const)
      for (const name of new Set(stand[side])) append(sides, name, side);
  return new Map(
    [...sides].flatMap(([name, all]) => {
      const side = usual(all);
      return side ? [[name, side] as const] : [];
    }),
  );
}

/** Whether a page wears the site's dress: at least half of the usual entries stand in its menu. */
export function isDressed({ menu }: NavigationRow, entries: readonly string[] | undefined): boolean {
  if (menu === null || entries === undefined) return false;
  const shared = entries.filter((entry) => menu.entries.includes(entry)).length;
  return shared * 2 >= entries.length;
}

/** Entries that nearly every menu of the site has, in their order. */
export function usualEntries(rows: readonly NavigationRow[]): readonly string[] | undefined {
  return usual(
    rows.map(({ menu }) => menu?.entries ?? null),
    (entries) => entries.join('\n'),
  )?.value;
}

/** Whether two means stand at one place; where a page marks no main part, what surrounds them tells alone. */
export function isSamePlace(one: string, other: string): boolean {
  const [areaOne, sideOne] = one.split(' ');
  const [areaOther, sideOther] = other.split(' ');
  return areaOne === areaOther && (sideOne === sideOther || [sideOne, sideOther].includes('unknown'));
}

/** French name of a place: « dans l’en-tête », « après le contenu ». */
export function placeText(place: string): string {
  const [area = '', side = ''] = place.split(' ');
  const within = AREAS[area] ?? AREAS['body'] ?? '';
  return [within, SIDES[side] ?? ''].filter((part) => part !== '').join(', ');
}

const AREAS: Readonly<Record<string, string>> = {
  header: 'dans l’en-tête',
  footer: 'dans le pied de page',
  aside: 'dans un encart',
  main: 'dans le contenu',
  body: 'hors des zones de la page',
};
const SIDES: Readonly<Record<string, string>> = { before: 'avant le contenu', after: 'après le contenu' };

function standOf({ before, after, ...place }: NavigationPlace & Neighbours): Stand {
  return { place: placeName(place), before, after };
}

function placeName({ area, side }: NavigationPlace): string {
  return `${area} ${side}`;
}
