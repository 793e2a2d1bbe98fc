import type { Config } from '@qualepref/core';
import type { AnnuaireRecord } from './annuaire.ts';
import { compareWithAnnuaire, saidByConfig } from './annuaire-compare.ts';
import type { Excerpt, Proposal } from './proposal.ts';
import { siteLabel } from './site-told.ts';
import type { WeekSlot } from './text-hours.ts';

/** Hours of a site as one page shows them. */
export interface ShownHours {
  readonly site: number;
  readonly url: string;
  readonly slots: readonly WeekSlot[];
}

const DAYS = ['', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];
const ITEM = 'ACC-03';

/**
 * The hours that pages show beside those of the directory of the administration.
 * Whichever differs may be the one that is late: a person asks the service.
 */
export function directoryProposal(
  shown: readonly ShownHours[],
  sites: Config['sites'],
  records: readonly AnnuaireRecord[] | undefined,
): Proposal {
  if (records === undefined)
    return {
      item: ITEM,
      answer: 'non_verifie',
      why: 'Les horaires n’ont pas été comparés à l’annuaire de l’administration : donner son fichier à l’audit avec l’option « --annuaire ».',
      excerpts: [],
    };
  const compared = sites.map((site, at) => comparedSite(site, at, shown, records));
  const excerpts = (['different', 'unknown', 'same'] as const).flatMap((state) =>
    compared.filter((one) => one.state === state).flatMap((one) => one.excerpts),
  );
  const names = (state: 'different' | 'unknown'): string =>
    compared.flatMap((one) => (one.state === state ? [one.label] : [])).join(', ');
  if (compared.some(({ state }) => state === 'different'))
    return {
      item: ITEM,
      answer: 'non_conforme',
      why: `Les horaires affichés et ceux de l’annuaire diffèrent pour ${names('different')} : demander au service lesquels sont les bons, et faire corriger l’autre source.`,
      excerpts,
    };
  if (compared.some(({ state }) => state === 'unknown'))
    return {
      item: ITEM,
      answer: 'a_verifier',
      why: `Les horaires n’ont pas pu être rapprochés pour ${names('unknown')} : pas de fiche à cette adresse, pas d’horaires d’un côté, horaires de plusieurs services, ou accueil sur rendez-vous.`,
      excerpts,
    };
  return {
    item: ITEM,
    answer: 'conforme',
    why: 'Pour chaque site, les horaires affichés sont ceux de sa fiche dans l’annuaire.',
    excerpts,
  };
}

function comparedSite(
  site: Config['sites'][number],
  at: number,
  shown: readonly ShownHours[],
  records: readonly AnnuaireRecord[],
): { label: string; state: 'same' | 'different' | 'unknown'; excerpts: Excerpt[] } {
  const label = siteLabel(site);
  // The page that tells most of the site: others give the hours of one service.
  const [best] = shown
    .filter((one) => one.site === at && one.slots.length > 0)
    .toSorted((a, b) => b.slots.length - a.slots.length);
  const said = { ...saidByConfig(site), slots: best?.slots ?? [] };
  const comparison = compareWithAnnuaire(site.kind, said, records);
  const page = best
    ? [{ url: best.url, about: `${label} : page du site`, quote: hoursText(best.slots) }]
    : [];
  if (!comparison) return { label, state: 'unknown', excerpts: page };
  const { record, hours, onAppointment } = comparison;
  const there = {
    url: record.url ?? 'https://lannuaire.service-public.gouv.fr/',
    about: `${label} : fiche de l’annuaire${record.modifiedOn === null ? '' : ` du ${record.modifiedOn.split('-').reverse().join('/')}`}`,
    quote: record.slots.length > 0 ? hoursText(record.slots) : (record.comment ?? ''),
  };
  const isSame = hours !== null && hours.onlyHere.length === 0 && hours.onlyThere.length === 0;
  const isUnknown =
    hours === null || (!isSame && (onAppointment !== null || isOfSeveralServices(said.slots)));
  return { label, state: isSame ? 'same' : isUnknown ? 'unknown' : 'different', excerpts: [...page, there] };
}

/** Hours that overlap on a day are those of services: nobody knows which the directory tells. */
function isOfSeveralServices(slots: readonly WeekSlot[]): boolean {
  return slots.some((one, at) =>
    slots.slice(at + 1).some((other) => one.day === other.day && one.from < other.to && other.from < one.to),
  );
}

function hoursText(slots: readonly WeekSlot[]): string {
  return slots.map(({ day, from, to }) => `${DAYS[day] ?? ''} ${from}-${to}`).join(', ');
}
