import { failed, siteCheck, type Check } from '../check.ts';
import { isDressed, isSamePlace, navigationRow, placeText, usual, usualEntries } from '../navigation.ts';

/**
 * A menu that moves or changes its order is looked for again on each page by
 * those who see little of it at once. The home page may differ, and so may a
 * page that has another menu: it is none of the set.
 */
export const navigationConsistency: Check = siteCheck({
  id: 'navigation-consistency',
  codes: {
    'menu-moved': {
      items: [],
      severity: 'major',
      text: 'Le menu est {here}, alors qu’il est {usual} sur {count} autres pages : le remettre à la même place dans le gabarit de cette page.',
      rgaa: ['12.2'],
      rgaaTests: ['12.2.1'],
      owner: 'template',
    },
    'menu-reordered': {
      items: [],
      severity: 'minor',
      text: 'Les entrées du menu ne sont pas dans le même ordre que sur {count} autres pages ({entry}) : reprendre l’ordre commun dans le gabarit de cette page.',
      rgaa: ['12.2'],
      rgaaTests: ['12.2.1'],
      owner: 'template',
    },
  },
  project: (page) => (page.html.kind === 'home' ? null : navigationRow(page)),
  *judge(rows) {
    const entries = usualEntries(rows);
    if (entries === undefined) return;
    const dressed = rows.filter((row) => isDressed(row, entries));
    const common = usual(dressed.map(({ menu }) => menu?.place ?? null));
    const count = dressed.filter(({ menu }) => menu?.entries.join('\n') === entries.join('\n')).length;
    for (const { url, template, menu } of dressed) {
      if (menu === null) continue;
      if (common && !isSamePlace(menu.place, common.value))
        yield failed(
          'menu-moved',
          { here: placeText(menu.place), usual: placeText(common.value), count: common.pages },
          { url, cause: template },
        );
      const entry = firstOutOfOrder(menu.entries, entries);
      if (entry !== undefined) yield failed('menu-reordered', { entry, count }, { url, cause: template });
    }
  },
});

/** The first entry that comes before one that it usually follows; of entries that stand twice, nothing is said. */
function firstOutOfOrder(own: readonly string[], usualOrder: readonly string[]): string | undefined {
  if (new Set(own).size < own.length || new Set(usualOrder).size < usualOrder.length) return undefined;
  const shared = own.filter((entry) => usualOrder.includes(entry));
  const expected = usualOrder.filter((entry) => shared.includes(entry));
  return shared.find((entry, at) => entry !== expected[at]);
}
