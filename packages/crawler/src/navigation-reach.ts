import type { CodeSpec, Problem } from './check.ts';
import { cantTell, failed } from './check.ts';
import {
  isDressed,
  isSamePlace,
  placeText,
  usual,
  usualEntries,
  usualSides,
  type NavigationRow,
  type Stand,
  type Usual,
} from './navigation.ts';

/** What is said of a means of navigation that is not where the others are. */
export type ReachCode = 'missing' | 'maybe-missing' | 'moved' | 'reordered';

/** The codes of a means of navigation, which differ by its name only. */
export function reachCodes(
  { the, it }: { readonly the: string; readonly it: string },
  rgaa: string,
): Readonly<Record<ReachCode, CodeSpec>> {
  const absent = { items: [], severity: 'major', rgaa: [rgaa], rgaaTests: [`${rgaa}.1`] } as const;
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
      rgaaTests: [`${rgaa}.2`],
      owner: 'template',
      text: `${the} est {here}, alors que {count} autres pages ${it} ont {usual} : mettre le même à la même place dans le gabarit de cette page.`,
    },
    reordered: {
      ...absent,
      severity: 'minor',
      rgaaTests: [`${rgaa}.3`],
      owner: 'template',
      text: `${the} est dans le code {here} « {neighbour} », alors que {count} autres pages ${it} mettent {usual} : reprendre l’ordre commun dans le gabarit de cette page.`,
    },
  };
}

/**
 * A means that some page gives outside its content must be given by all, at the
 * same place. Pages that do not wear the site's dress may be another application.
 */
export function* judgeReach(
  rows: readonly NavigationRow[],
  standsOf: (row: NavigationRow) => readonly Stand[],
): Generator<Problem<ReachCode>> {
  const placesOf = (row: NavigationRow): string[] => standsOf(row).map(({ place }) => place);
  const having = rows.filter((row) => placesOf(row).some(isShared));
  // One page alone may only speak of it.
  if (having.length < 2) return;
  const entries = usualEntries(rows);
  const common = commonPlace(having.map((row) => placesOf(row).filter(isShared)));
  const count = having.length;
  const standOf = (row: NavigationRow): Stand | undefined =>
    standsOf(row).find(({ place }) => common && isSamePlace(place, common.value));
  const sides = usualSides(rows.flatMap((row) => (isDressed(row, entries) ? (standOf(row) ?? []) : [])));
  for (const row of rows) {
    const places = placesOf(row);
    const [here] = places;
    const at = { url: row.url, cause: row.template };
    const isOurs = isDressed(row, entries);
    if (here === undefined) {
      yield isOurs ? failed('missing', { count }, at) : cantTell('maybe-missing', { count }, at);
      continue;
    }
    if (!common || !isOurs || row.kind === 'home') continue;
    const stand = standOf(row);
    const turned = stand && turnedRound(stand, sides);
    if (!stand) {
      const params = { here: placeText(here), usual: placeText(common.value), count: common.pages };
      yield failed('moved', params, at);
    } else if (turned) yield failed('reordered', turned, at);
  }
}

const SIDES = { before: 'avant', after: 'après' } as const;

/** The first neighbour that stands on the other side than on nearly all pages. */
function turnedRound(stand: Stand, sides: ReturnType<typeof usualSides>): Problem['params'] | undefined {
  for (const [side, other] of [
    ['before', 'after'],
    ['after', 'before'],
  ] as const) {
    const neighbour = stand[side].find(
      (name) => !stand[other].includes(name) && sides.get(name)?.value === other,
    );
    const most = neighbour === undefined ? undefined : sides.get(neighbour);
    // What stands before the means has it after: the words tell where the means is.
    if (most)
      return { neighbour: neighbour ?? '', here: SIDES[other], usual: SIDES[side], count: most.pages };
  }
  return undefined;
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
