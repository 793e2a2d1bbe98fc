import type { Config } from '@qualepref/core';
import type { AnnuaireRecord } from '../annuaire.ts';
import {
  compareWithAnnuaire,
  saidByConfig,
  type AnnuaireComparison,
  type Sides,
} from '../annuaire-compare.ts';
import { siteCheck, type Check } from '../check.ts';
import type { Excerpt, Proposal } from '../proposal.ts';
import { siteLabel } from '../site-told.ts';

type Site = Config['sites'][number];

interface Compared {
  readonly label: string;
  readonly site: Site;
  readonly comparison: AnnuaireComparison | null;
}

const DIRECTORY = 'https://lannuaire.service-public.gouv.fr/';
const LIST = new Intl.ListFormat('fr');

/**
 * The addresses and phone numbers that the préfecture declares beside those of
 * the directory of the administration. Either may be late: both are shown, and
 * nobody is said to be right. Hours are compared as pages show them, elsewhere.
 */
export const directoryContacts: Check = siteCheck<never, never>({
  id: 'directory-contacts',
  codes: {},
  items: ['ACC-01', 'ACC-05'],
  project: () => null,
  *propose(_, { config, annuaire }) {
    if (annuaire === undefined) return;
    const compared = config.sites.map((site) => comparedSite(site, annuaire));
    yield* proposal('ACC-01', 'adresses', compared, ({ site, comparison }) => {
      if (site.address === undefined) return null;
      return comparison?.addresses ?? null;
    });
    yield* proposal(
      'ACC-05',
      'numéros de téléphone',
      compared,
      ({ comparison }) => comparison?.phones ?? null,
    );
  },
});

function comparedSite(site: Site, annuaire: readonly AnnuaireRecord[]): Compared {
  const comparison = compareWithAnnuaire(site.kind, saidByConfig(site), annuaire);
  return { label: siteLabel(site), site, comparison };
}

/** At most one; none where the directory says nothing to compare. */
function* proposal(
  item: string,
  what: string,
  compared: readonly Compared[],
  sidesOf: (one: Compared) => Sides<string> | null,
): Iterable<Proposal> {
  const known = compared.flatMap((one) => {
    const sides = sidesOf(one);
    return sides ? [{ ...one, sides }] : [];
  });
  if (known.length === 0) return;
  const differing = known.filter(({ sides }) => sides.onlyHere.length + sides.onlyThere.length > 0);
  if (differing.length === 0) {
    yield {
      item,
      answer: 'conforme',
      why: `Les ${what} de qualepref.yml sont ceux de l’annuaire de l’administration (${LIST.format(known.map(({ label }) => label))}).`,
      excerpts: known.flatMap(sources),
    };
    return;
  }
  yield {
    item,
    answer: 'a_verifier',
    why: `Les ${what} de qualepref.yml et de l’annuaire de l’administration ne sont pas les mêmes pour ${LIST.format(differing.map(({ label }) => label))} : demander au service ce qui est exact, et faire corriger l’autre source.`,
    excerpts: differing.flatMap(sources),
  };
}

/** Both sides of one site, what differs first. */
function sources({
  label,
  comparison,
  sides: { onlyHere, onlyThere, both },
}: Compared & { readonly sides: Sides<string> }): Excerpt[] {
  const { url = null, modifiedOn = null } = comparison?.record ?? {};
  const on = modifiedOn === null ? '' : ` du ${modifiedOn.split('-').reverse().join('/')}`;
  const at = { url: url ?? DIRECTORY };
  const line = (about: string, texts: readonly string[]): Excerpt[] =>
    texts.length === 0 ? [] : [{ ...at, about: `${label} : ${about}`, quote: texts.join(' ; ') }];
  return [
    ...line('seulement dans qualepref.yml', onlyHere),
    ...line(`seulement dans la fiche de l’annuaire${on}`, onlyThere),
    ...line(`des deux côtés, fiche de l’annuaire${on}`, both),
  ];
}
