import { cantTell, failed, siteCheck, type Check } from '../check.ts';
import { isDressed, meansOf, navigationRow, usualEntries, type NavigationRow } from '../navigation.ts';

/** Pages of a very small site all stand in its menu: the RGAA asks no second means of them. */
const SMALL_SITE = 10;

/**
 * Some people never find their way through a menu: each page gives two of the
 * three means, a menu, a search, a site map. A page without the site's menu may
 * be another application: a person must say whether it is of this site.
 */
export const twoNavigationSystems: Check = siteCheck({
  id: 'two-navigation-systems',
  codes: {
    'one-system': {
      items: [],
      severity: 'major',
      text: 'Pour parcourir le site, la page ne donne qu’{found} : ajouter un second moyen parmi le menu, la recherche et le plan du site. Qui se perd dans l’un doit pouvoir prendre l’autre.',
      rgaa: ['12.1'],
      rgaaTests: ['12.1.1'],
      owner: 'template',
    },
    'no-system': {
      items: [],
      severity: 'minor',
      text: 'Ni menu, ni recherche, ni plan du site ne se voient dans le code de cette page : l’ouvrir, et si elle est de ce site, lui donner son en-tête et son pied de page.',
      rgaa: ['12.1'],
      rgaaTests: ['12.1.1'],
    },
  },
  project: navigationRow,
  *judge(rows) {
    if (rows.length < SMALL_SITE) return;
    const entries = usualEntries(rows);
    for (const row of rows) {
      const means = meansOf(row);
      if (means >= 2) continue;
      const at = { url: row.url, cause: row.template };
      if (means === 0 || (entries !== undefined && !isDressed(row, entries)))
        yield cantTell('no-system', {}, at);
      else yield failed('one-system', { found: nameOfOnly(row) }, at);
    }
  },
});

function nameOfOnly({ menu, search }: NavigationRow): string {
  if (menu !== null) return 'un menu';
  return search.length > 0 ? 'une recherche' : 'un plan du site';
}
