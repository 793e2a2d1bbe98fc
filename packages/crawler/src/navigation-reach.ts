import type { CodeSpec, Problem } from './check.ts';
import { cantTell, failed } from './check.ts';
import {
  isDressed,
  isSamePlace,
  placeText,
  usual,
  usualEntries,
  type NavigationRow,
  type Usual,
} from './navigation.ts';

/** What is said of a means of navigation that is not where the others are. */
export type ReachCode = 'missing' | 'maybe-missing' | 'moved';

/** The three codes of a means of navigation, which differ by its name only. */
export function reachCodes(
  { the, it }: { readonly the: string; readonly it: string },
  { rgaa, missing, moved }: { readonly rgaa: string; readonly missing: string; readonly moved: string },
): Readonly<Record<ReachCode, CodeSpec>> {
  const absent = { items: [], severity: 'major', rgaa: [rgaa], rgaaTests: [missing] } as const;
  return {
    missing: {
      ...absent,
      owner: 'template',
      text: `${the} manque sur cette page, alors que {count} autres pages ${it} donnent : l’ajouter au gabarit de cette page, à la même place.`,
    },
    'maybe-missing': {
      ...absent,
      severity: 'minor',
      text: `${the} ne se voit pas dans le code de cette page, que {count} autres pages ${it} donnent : l’ouvrir, et si elle est de ce site, l’y ajouter à la même place.`,
    },
    moved: {
      ...absent,
      rgaaTests: [moved],
      owner: 'template',
      text: `${the} est {here}, alors que {count} autres pages ${it} ont {usual} : mettre le même à la même place dans le gabarit de cette page.`,
    },
  };
}

/**
 * A means that some page gives outside its content must be given by all, at the
 * same place. Pages that do not wear the site's dress may be another application.
 */
export function* judgeReach(
  rows: readonly NavigationRow[],
  placesOf: (row: NavigationRow) => readonly string[],
): Generator<Problem<ReachCode>> {
  const having = rows.filter((row) => placesOf(row).some(isShared));
  // One page alone may only speak of it.
  if (having.length < 2) return;
  const entries = usualEntries(rows);
  const common = commonPlace(having.map((row) => placesOf(row).filter(isShared)));
  const count = having.length;
  for (const row of rows) {
    const places = placesOf(row);
    const [here] = places;
    const at = { url: row.url, cause: row.template };
    const isOurs = isDressed(row, entries);
    if (here === undefined) {
      yield isOurs ? failed('missing', { count }, at) : cantTell('maybe-missing', { count }, at);
    } else if (common && isOurs && row.kind !== 'home' && isElsewhere(places, common.value)) {
      const params = { here: placeText(here), usual: placeText(common.value), count: common.pages };
      yield failed('moved', params, at);
    }
  }
}

/** In the header or the footer, not in what the page says. */
function isShared(place: string): boolean {
  return !place.endsWith(' inside') && !place.startsWith('main');
}

/** The place that most pages share, when nearly all do; a page may have several. */
function commonPlace(pages: readonly (readonly string[])[]): Usual<string> | null {
  const groups = [...Map.groupBy(pages.flat(), (place) => place)];
  const [best] = groups.sort(([, a], [, b]) => b.length - a.length);
  if (!best) return null;
  return usual(pages.map((places) => (places.includes(best[0]) ? best[0] : (places[0] ?? null))));
}

function isElsewhere(places: readonly string[], common: string): boolean {
  return !places.some((place) => isSamePlace(place, common));
}
