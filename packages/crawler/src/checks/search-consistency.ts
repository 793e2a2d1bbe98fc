import { siteCheck, type Check } from '../check.ts';
import { navigationRow } from '../navigation.ts';
import { judgeReach, reachCodes } from '../navigation-reach.ts';

/** Who relies on the search looks for it where it was on the page before. A site without one is not concerned. */
export const searchConsistency: Check = siteCheck({
  id: 'search-consistency',
  codes: reachCodes({ the: 'La recherche du site', it: 'la' }, '12.5'),
  project: navigationRow,
  judge: (rows) => judgeReach(rows, ({ search }) => search),
});
