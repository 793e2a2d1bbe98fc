import type { Config } from '@qualepref/core';
import type { HtmlFacts } from './facts.ts';
import { append } from './multimap.ts';
import type { Passage } from './read-passages.ts';
import { postalAddressesIn, sameAddress, type ReadAddress } from './text-addresses.ts';
import { withColumnDays } from './text-hours-columns.ts';
import { fold } from './text.ts';

type Sites = Config['sites'];

/** What a page says of one reception site. */
export interface SiteSection {
  /** Its number in the configuration. */
  readonly site: number;
  readonly passages: readonly Passage[];
  /** Whether the page shows the address that the configuration gives, and where. */
  readonly address: Passage | null;
  /** An address shown in its own section that is none of the configuration. */
  readonly otherAddress: Passage | null;
}

interface Known {
  readonly name: RegExp;
  readonly address: ReadAddress | null;
  /** The address as written, folded: for those that no rule reads. */
  readonly written: string | null;
}

const known = new WeakMap<Sites, readonly Known[]>();
/** What a heading says beside the name of the site: « Sous-préfecture d’Istres », « Accueil d’Arles ». */
const RECEPTION =
  /\b(?:prefecture|sous-prefectures?|accueil|site|antenne|annexe|guichet|maison de l'etat|horaires|adresse|nous rencontrer|venir)\b/;

/**
 * What a page says of each reception site: under a heading that names it, in
 * the whole page where its title does, or in the row of a table; the headings
 * below stay its own. A town named in a sentence makes no section.
 */
export function siteSections(html: HtmlFacts, sites: Sites): SiteSection[] {
  if (sites.length === 0 || html.kind === 'acts') return [];
  const all = knownSites(sites);
  const passages = withColumnDays(html.passages.filter(({ inMain }) => inMain));
  const addresses = passages.map((passage) => ({ passage, sites: addressOwners(passage, all) }));
  const shown = addresses.filter((one) => one.sites !== null);
  const owners = headingOwners(html, all);
  const whole = wholeOwner(html, all, shown);
  const sections = new Map<number, Passage[]>();
  // A heading without a site takes that of the only address below it.
  const byAddress = new Map<number, Set<number>>();
  for (const { passage, sites: found } of shown)
    for (const site of found ?? [])
      byAddress.set(passage.heading, (byAddress.get(passage.heading) ?? new Set()).add(site));
  for (const { passage, sites: found } of addresses) {
    const near = byAddress.get(passage.heading);
    const own =
      (found?.length === 1 ? found[0] : undefined) ??
      owners[passage.heading] ??
      (near?.size === 1 ? [...near][0] : undefined) ??
      (passage.kind === 'row' ? namedIn(passage.text, all) : undefined) ??
      whole;
    if (own !== undefined) append(sections, own, passage);
  }
  return [...sections].map(([site, own]) => ({
    site,
    passages: own,
    address: shown.find((one) => one.sites?.includes(site))?.passage ?? null,
    otherAddress:
      shown.find(({ passage, sites: found }) => found?.length === 0 && own.includes(passage))?.passage ??
      null,
  }));
}

/** Sites whose address the passage shows; `null` where it shows none at all. */
function addressOwners({ text }: Passage, all: readonly Known[]): number[] | null {
  if (!/\d{2}/.test(text)) return null;
  const read = /\d{5}/.test(text) ? postalAddressesIn(text) : [];
  const folded = read.length === 0 && all.some(({ written }) => written !== null) ? fold(text) : '';
  const found = all.flatMap(({ address, written }, at) =>
    (address !== null && read.some((one) => sameAddress(one, address))) ||
    (written !== null && folded.includes(written))
      ? [at]
      : [],
  );
  return found.length > 0 || read.some(({ number, street }) => number !== null && street !== null)
    ? found
    : null;
}

/** The site of each heading: the one it names, or that of the heading above it. */
function headingOwners({ headings }: HtmlFacts, all: readonly Known[]): (number | undefined)[] {
  let owner: { readonly site: number; readonly level: number } | null = null;
  return headings.map(({ level, text }) => {
    const site = namedBy(text, all);
    if (site !== undefined) owner = { site, level };
    else if (owner !== null && level <= owner.level) owner = null;
    return owner?.site;
  });
}

/** The only site that the page is about: named by its title, or the only one whose address it shows. */
function wholeOwner(
  { headings, title }: HtmlFacts,
  all: readonly Known[],
  shown: readonly { readonly sites: readonly number[] | null }[],
): number | undefined {
  const main = headings.find(({ level }) => level === 1)?.text ?? title ?? '';
  const named = namedBy(main, all);
  if (named !== undefined) return named;
  const found = new Set(shown.flatMap(({ sites }) => sites ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

function namedBy(heading: string, all: readonly Known[]): number | undefined {
  const folded = fold(heading);
  const site = namedIn(heading, all);
  if (site === undefined) return undefined;
  const rest = folded.replace(all[site]?.name ?? '', '').trim();
  return rest === '' || RECEPTION.test(folded) ? site : undefined;
}

/** The only site that a text names. */
function namedIn(text: string, all: readonly Known[]): number | undefined {
  const folded = fold(text);
  const named = all.flatMap(({ name }, at) => (name.test(folded) ? [at] : []));
  return named.length === 1 ? named[0] : undefined;
}

function knownSites(sites: Sites): readonly Known[] {
  const before = known.get(sites);
  if (before) return before;
  const made = sites.map(({ name, address }): Known => {
    const [read = null] = address === undefined ? [] : postalAddressesIn(address);
    const words = fold(name).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return {
      name: new RegExp(String.raw`(?<![\p{L}\d-])${words}(?![\p{L}\d-])`, 'u'),
      address: read,
      written: read === null && address !== undefined ? fold(address) : null,
    };
  });
  known.set(sites, made);
  return made;
}
