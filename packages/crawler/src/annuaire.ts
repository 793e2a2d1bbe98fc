import type { Site } from '@qualepref/core';
import { emailsIn } from './text-emails.ts';
import { postalAddressesIn, type ReadAddress } from './text-addresses.ts';
import { datesIn } from './text-dates.ts';
import { phonesIn } from './text-phones.ts';
import type { WeekSlot } from './text-hours.ts';
import { collapse, cut, fold } from './text.ts';

/** What the directory of the administration says of one service (DILA, Licence Ouverte 2.0). */
export interface AnnuaireRecord {
  readonly id: string;
  readonly name: string;
  /** `prefecture`, `sous_pref`. */
  readonly types: readonly string[];
  /** INSEE codes of the communes it serves, or stands in. */
  readonly communes: readonly string[];
  readonly addresses: readonly AnnuaireAddress[];
  readonly phones: readonly AnnuairePhone[];
  /** Lower case. */
  readonly emails: readonly string[];
  readonly slots: readonly WeekSlot[];
  /** What its hours do not say, as written. */
  readonly comment: string | null;
  /** ISO day. */
  readonly modifiedOn: string | null;
  /** Its page on service-public. */
  readonly url: string | null;
}

export interface AnnuaireAddress {
  /** One line. */
  readonly text: string;
  /** Where mail is sent, and nobody is received. */
  readonly isForMail: boolean;
  /** `null` when it has neither street nor box. */
  readonly read: ReadAddress | null;
}

export interface AnnuairePhone {
  /** As dialled in France. */
  readonly number: string;
  readonly purpose: string | null;
}

const API =
  'https://api-lannuaire.service-public.gouv.fr/api/explore/v2.1/catalog/datasets/api-lannuaire-administration/records';
const TYPES: Readonly<Record<Site['kind'], string>> = {
  prefecture: 'prefecture',
  'sous-prefecture': 'sous_pref',
};
const KNOWN_TYPES = Object.values(TYPES);
const FIELDS =
  'id nom pivot code_insee_commune adresse telephone adresse_courriel plage_ouverture commentaire_plage_ouverture date_modification url_service_public'.split(
    ' ',
  );
/** What one answer holds at most, says the API; no département has as many. */
const API_LIMIT = 100;
const DAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
/** Longer, a text of the directory is cut. */
const MAX_TEXT = 500;
const MAX_ITEMS = 50;

/**
 * Where the API is asked about a reception site: the services of its kind in
 * its département. By the postal code alone, those that have a CEDEX would be
 * missed. `null` for a site whose address has no postal code.
 */
export function annuaireApiUrl(site: Pick<Site, 'kind' | 'address'>): string | null {
  const departement = departementOfSite(site);
  if (departement === null) return null;
  const url = new URL(API);
  url.searchParams.set('select', FIELDS.join(','));
  url.searchParams.set(
    'where',
    `startswith(code_insee_commune,"${departement}") and pivot like "${TYPES[site.kind]}"`,
  );
  url.searchParams.set('limit', String(API_LIMIT));
  return url.href;
}

/** The départements in which a préfecture receives: `13`, `2A`, `974`. */
export function departementsOf(sites: readonly Pick<Site, 'address'>[]): ReadonlySet<string> {
  return new Set(sites.map(departementOfSite).filter((departement) => departement !== null));
}

function departementOfSite({ address = '' }: Pick<Site, 'address'>): string | null {
  const code = postalAddressesIn(address)[0]?.postalCode ?? /(?<!\d)\d{5}(?!\d)/.exec(address)?.[0];
  return code === undefined ? null : departementOfPostalCode(code);
}

/** Corsica shares the codes in 20; the two northern islands were in Guadeloupe. */
function departementOfPostalCode(code: string): string {
  if (code === '97133') return '977';
  if (code === '97150') return '978';
  if (code.startsWith('20')) return code < '20200' ? '2A' : '2B';
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

/**
 * A record of the directory, from the API, where structured fields are JSON in
 * strings, or from the bulk file, where they are not. `null` when it is no
 * préfecture or sous-préfecture of these départements.
 */
export function readAnnuaireRecord(value: unknown, departements: ReadonlySet<string>): AnnuaireRecord | null {
  const record = fieldsOf(value);
  const pivots = itemsOf(record['pivot']).map(fieldsOf);
  const types = pivots
    .map((pivot) => textOf(pivot['type_service_local']))
    .filter((type) => KNOWN_TYPES.includes(type));
  if (types.length === 0) return null;
  const places = itemsOf(record['adresse']).map(fieldsOf);
  const communes = [record['code_insee_commune'], ...pivots.map((pivot) => pivot['code_insee_commune'])]
    .flatMap(itemsOf)
    .map(textOf)
    .filter((code) => code !== '');
  if (
    !isWithin(
      departements,
      communes,
      places.map((place) => textOf(place['code_postal'])),
    )
  )
    return null;
  return {
    id: textOf(record['id']),
    name: textOf(record['nom']),
    types: [...new Set(types)],
    communes: [...new Set(communes)],
    addresses: places.map(addressOf),
    phones: itemsOf(record['telephone']).flatMap((phone) => phoneOf(fieldsOf(phone))),
    emails: itemsOf(record['adresse_courriel']).flatMap((email) =>
      emailsIn(textOf(email)).map(({ address }) => address),
    ),
    slots: itemsOf(record['plage_ouverture']).flatMap((opening) => slotsOf(fieldsOf(opening))),
    comment: commentOf(record),
    modifiedOn: dayOf(textOf(record['date_modification'])),
    url: urlOf(textOf(record['url_service_public'])),
  };
}

/** A préfecture serves all the communes of its département: where it stands comes first. */
function isWithin(
  departements: ReadonlySet<string>,
  communes: readonly string[],
  postalCodes: readonly string[],
): boolean {
  const known = postalCodes.filter((code) => /^\d{5}$/.test(code));
  return known.length > 0
    ? known.some((code) => departements.has(departementOfPostalCode(code)))
    : communes.some((code) => departements.has(code.slice(0, /^9[78]/.test(code) ? 3 : 2)));
}

function addressOf(place: Fields): AnnuaireAddress {
  const lines = ['complement1', 'complement2', 'numero_voie', 'service_distribution']
    .map((field) => textOf(place[field]))
    .concat(collapse(`${textOf(place['code_postal'])} ${textOf(place['nom_commune'])}`))
    .filter((line) => line !== '');
  return {
    text: lines.join(', '),
    isForMail: /postale/i.test(textOf(place['type_adresse'])),
    read: postalAddressesIn(lines.join('\n'))[0] ?? null,
  };
}

function phoneOf(phone: Fields): AnnuairePhone[] {
  // Short numbers are read only where something says that they are called.
  const [read] = phonesIn(`tél. ${textOf(phone['valeur'])}`);
  const purpose = textOf(phone['description']);
  return read ? [{ number: read.number, purpose: purpose === '' ? null : purpose }] : [];
}

function slotsOf(opening: Fields): WeekSlot[] {
  const [first, last] = ['nom_jour_debut', 'nom_jour_fin'].map((field) =>
    DAYS.indexOf(fold(textOf(opening[field]))),
  );
  if (first === undefined || first < 0) return [];
  const end = last === undefined || last < 0 ? first : last;
  const days = Array.from({ length: ((end - first + 7) % 7) + 1 }, (_, at) => ((first + at) % 7) + 1);
  const ranges = ['1', '2'].flatMap((at) => {
    const from = timeOf(textOf(opening[`valeur_heure_debut_${at}`]));
    const to = timeOf(textOf(opening[`valeur_heure_fin_${at}`]));
    return from !== null && to !== null && from < to ? [{ from, to }] : [];
  });
  return days.flatMap((day) => ranges.map((range) => ({ day, ...range })));
}

function timeOf(written: string): string | null {
  return /^(?:[01]\d|2[0-4]):[0-5]\d(?=:|$)/.exec(written)?.[0] ?? null;
}

function commentOf(record: Fields): string | null {
  const comments = itemsOf(record['plage_ouverture']).map((opening) =>
    textOf(fieldsOf(opening)['commentaire']),
  );
  const said = [textOf(record['commentaire_plage_ouverture']), ...comments].filter(
    (comment) => comment !== '',
  );
  return said.length === 0 ? null : [...new Set(said)].join(' ');
}

function dayOf(written: string): string | null {
  return datesIn(written.slice(0, 10), { today: '2000-01-01' })[0]?.from ?? null;
}

function urlOf(written: string): string | null {
  const url = URL.parse(written);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A list, whether it is one, is written in a string, or is a value alone. */
function itemsOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined || value === '') return [];
  const list = typeof value === 'string' ? parsed(value) : value;
  return Array.isArray(list) ? list.slice(0, MAX_ITEMS) : [list];
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cut(collapse(value.normalize('NFC')), MAX_TEXT) : '';
}
