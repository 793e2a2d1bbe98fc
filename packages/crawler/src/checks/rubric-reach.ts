import { cantTell, failed, siteCheck, type Check, type CodeSpec } from '../check.ts';
import type { HtmlFacts } from '../facts.ts';
import { askedTarget, isDead } from '../link-target.ts';
import { moduleGap } from '../module-gap.ts';
import { ownTitle } from '../own-title.ts';
import { isAboutQuality } from '../quality-pages.ts';
import { clicksFromHome, reachRow, type ReachRow } from '../site-reach.ts';
import { fold } from '../text.ts';

type Rubric = 'quality' | 'localAuthorities';
type Fault = 'missing' | 'gone' | 'far' | 'apart' | 'unread';

interface Row extends ReachRow {
  /** Rubrics that its title is of. */
  readonly named: readonly Rubric[];
  /** Pinned rubrics that a link of it found absent. */
  readonly gone: readonly Rubric[];
}

/** « En peu de clics »: a proposal of this project, no text sets a number. */
const CLICKS = 3;
/** On fewer pages, the rubric may be where the audit did not go. */
const SITE = 5;
/** With fewer links, the menus of the home page are made by a script: what they lead to is not known. */
const MENU = 5;
const RUBRICS: readonly Rubric[] = ['quality', 'localAuthorities'];
const ITEMS = { quality: 'RES-01', localAuthorities: 'COL-01' } as const;
const LOCAL_AUTHORITIES =
  /^(?:les |espace |relations? avec les |conseils? aux |aux )?(?:collectivites|elus|maires)\b|\bcollectivites (?:territoriales|locales)\b/;

/** A rubric that visitors need is reached by following menus and links, in few clicks and without the site map. */
export const rubricReach: Check = siteCheck({
  id: 'rubric-reach',
  codes: {
    ...codesOf('quality', 'la démarche qualité'),
    ...codesOf('localAuthorities', 'les collectivités territoriales'),
  },
  project: (page, { config }): Row => ({
    ...reachRow(page),
    named: RUBRICS.filter((rubric) => isNamed(page.html, rubric)),
    gone: RUBRICS.filter((rubric) => isGone(page.html, config.pages[rubric])),
  }),
  *judge(rows, { config }) {
    const clicks = clicksFromHome(rows);
    const home = rows.find(({ isHome }) => isHome);
    const at = home ? { url: home.url } : {};
    const isAll = rows.every(({ isWhole }) => isWhole);
    const hasMenu = home !== undefined && home.links.length >= MENU;
    for (const rubric of RUBRICS) {
      if (rubric === 'localAuthorities' && moduleGap('COL-01', config)) continue;
      const pinned = config.pages[rubric];
      const found = rows.filter(({ url, named }) =>
        pinned === undefined ? named.includes(rubric) : url === pinned,
      );
      if (found.length === 0) {
        if (rows.some(({ gone }) => gone.includes(rubric))) yield failed(codeOf(rubric, 'gone'), {}, at);
        else if (pinned === undefined && isAll && rows.length >= SITE)
          yield failed(codeOf(rubric, 'missing'), {}, at);
        else yield cantTell(codeOf(rubric, 'unread'), {}, at);
        continue;
      }
      const nearest = Math.min(...found.map(({ url }) => clicks?.get(url) ?? Infinity));
      if (nearest <= CLICKS) continue;
      const fault = nearest === Infinity ? 'apart' : 'far';
      const problem = isAll && hasMenu ? failed : cantTell;
      yield problem(codeOf(rubric, fault), { clicks: nearest, limit: CLICKS }, at);
    }
  },
  *propose(_, { config }) {
    const gap = moduleGap('COL-01', config);
    if (gap) yield gap;
  },
});

function codeOf(rubric: Rubric, fault: Fault): `${Rubric}-${Fault}` {
  return `${rubric}-${fault}`;
}

function codesOf<R extends Rubric>(rubric: R, name: string): Record<`${R}-${Fault}`, CodeSpec> {
  const base = { items: [ITEMS[rubric]], owner: 'content' } as const;
  const texts: Record<Fault, CodeSpec> = {
    missing: {
      ...base,
      severity: 'major',
      text: `Aucune page lue n’a pour sujet ${name} : en publier une et y mener depuis un menu, ou donner son adresse dans qualepref.yml (pages.${rubric}).`,
    },
    gone: {
      ...base,
      severity: 'major',
      text: `La page que la configuration donne pour ${name} n’existe plus : la rétablir, ou corriger pages.${rubric} dans qualepref.yml.`,
    },
    far: {
      ...base,
      severity: 'minor',
      text: `Depuis l’accueil, il faut {clicks} clics pour atteindre la page sur ${name}, {limit} au plus sont attendus : y mener depuis un menu ou une page plus proche.`,
    },
    apart: {
      ...base,
      severity: 'major',
      text: `Depuis l’accueil, aucun menu ni lien ne mène à la page sur ${name}, seul le plan du site peut-être : y mener depuis un menu.`,
    },
    unread: {
      ...base,
      severity: 'minor',
      text: `La page sur ${name} n’a pas été lue : l’ouvrir à la main, et donner son adresse dans qualepref.yml (pages.${rubric}).`,
    },
  };
  return Object.fromEntries(
    Object.entries(texts).map(([fault, spec]) => [`${rubric}-${fault}`, spec]),
  ) as Record<`${R}-${Fault}`, CodeSpec>;
}

function isNamed(html: HtmlFacts, rubric: Rubric): boolean {
  if (rubric === 'quality') return isAboutQuality({ html });
  return html.kind !== 'home' && LOCAL_AUTHORITIES.test(fold(ownTitle(html)));
}

function isGone({ links }: HtmlFacts, pinned: string | undefined): boolean {
  if (pinned === undefined) return false;
  return links.some((link) => {
    const target = link.url === pinned ? askedTarget(link) : undefined;
    return target !== undefined && isDead(target);
  });
}
