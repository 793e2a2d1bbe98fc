import type { Config } from '@qualepref/core';
import type { Excerpt, Proposal } from './proposal.ts';

type Site = Config['sites'][number];

/** What one page tells of one site, on one subject. */
export interface Told {
  /** Number of the site in the configuration. */
  readonly site: number;
  readonly url: string;
  readonly quote: string;
}

const KIND: Readonly<Record<Site['kind'], string>> = {
  prefecture: 'Préfecture',
  'sous-prefecture': 'Sous-préfecture',
};
const LIST = new Intl.ListFormat('fr');

/** How a site is named to whoever reads the proposal: « Sous-préfecture, Istres ». */
export function siteLabel({ kind, name }: Pick<Site, 'kind' | 'name'>): string {
  return name.toLowerCase().includes('préfecture') ? name : `${KIND[kind]}, ${name}`;
}

/** What is proposed where the configuration names no site. */
export function withoutSites(item: string): Proposal {
  return {
    item,
    answer: 'non_verifie',
    why: 'qualepref.yml ne dit pas quels sites reçoivent du public : y renseigner « sites » (« id », « name », « kind », « address », « hours »).',
    excerpts: [],
  };
}

/**
 * What is proposed of something that each site owes: sound when all have it, a
 * fault when a site of which the pages speak lacks it, a doubt when nothing was
 * read of it.
 *
 * @param due numbers of the sites that owe it
 * @param spoken those of which a page speaks
 * @param elsewhere what pages say of it without naming a site
 */
export function perSite(
  item: string,
  sites: Config['sites'],
  {
    due,
    spoken,
    told,
    elsewhere = [],
    what,
    advice,
  }: {
    readonly due: readonly number[];
    readonly spoken: ReadonlySet<number>;
    readonly told: readonly Told[];
    readonly elsewhere?: readonly Excerpt[];
    /** French, after « Trouvé pour chaque site : ». */
    readonly what: string;
    /** French, what to do where it lacks. */
    readonly advice: string;
  },
): Proposal {
  const labelOf = (at: number): string => {
    const site = sites[at];
    return site === undefined ? '' : siteLabel(site);
  };
  const missing = due.filter((at) => !told.some(({ site }) => site === at));
  const first = new Map(told.toReversed().map((one) => [one.site, one]));
  const rest = told.filter((one) => first.get(one.site) !== one);
  const excerpts = [
    ...elsewhere,
    ...[...[...first.values()].toSorted((a, b) => a.site - b.site), ...rest].map(({ site, url, quote }) => ({
      url,
      about: labelOf(site),
      quote,
    })),
  ];
  if (missing.length === 0)
    return { item, answer: 'conforme', why: `${what} : trouvé pour chaque site.`, excerpts };
  const names = LIST.format(missing.map(labelOf));
  const isProven = elsewhere.length === 0 && missing.some((at) => spoken.has(at));
  return {
    item,
    answer: isProven ? 'non_conforme' : 'a_verifier',
    why: `${what} : rien n’a été trouvé sur les pages lues pour ${names}. ${advice}`,
    excerpts,
  };
}
