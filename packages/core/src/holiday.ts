import { dayNumber, isoDay } from './day.ts';

/** Territories that do not share the same public holidays. */
export const holidayZones = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-martin',
  'saint-barthelemy',
  'saint-pierre-et-miquelon',
  'polynesie-francaise',
  'nouvelle-caledonie',
  'wallis-et-futuna',
] as const;
export type HolidayZone = (typeof holidayZones)[number];

/** A public holiday of a given year. */
export interface Holiday {
  /** ISO day. */
  readonly day: string;
  /** French, as a calendar writes it: `Lundi de Pâques`. */
  readonly name: string;
}

/** By month and day, or by days from Easter: no feast has two names, whatever the zone. */
const NAMES = {
  '01-01': 'Jour de l’an',
  '03-05': 'Arrivée de l’Évangile',
  [-2]: 'Vendredi saint',
  1: 'Lundi de Pâques',
  '04-27': 'Abolition de l’esclavage',
  '04-28': 'Saint-Pierre-Chanel',
  '05-01': 'Fête du travail',
  '05-08': 'Victoire de 1945',
  39: 'Ascension',
  50: 'Lundi de Pentecôte',
  '05-22': 'Abolition de l’esclavage',
  '05-27': 'Abolition de l’esclavage',
  '05-28': 'Abolition de l’esclavage',
  '06-10': 'Abolition de l’esclavage',
  '06-29': 'Fête de l’autonomie',
  '07-14': 'Fête nationale',
  '07-29': 'Fête du territoire',
  '08-15': 'Assomption',
  '09-24': 'Fête de la citoyenneté',
  '10-09': 'Abolition de l’esclavage',
  '11-01': 'Toussaint',
  '11-11': 'Armistice de 1918',
  '11-20': 'Matari’i i ni’a',
  '12-20': 'Abolition de l’esclavage',
  '12-25': 'Noël',
  '12-26': 'Saint-Étienne',
} as const;
type Feast = keyof typeof NAMES;

/** Code du travail, L3133-1. */
const NATIONAL = ['01-01', 1, '05-01', '05-08', 39, 50, '07-14', '08-15', '11-01', '11-11', '12-25'] as const;

/** What a zone adds, which has changed with the year in two of them. */
const OWN: Readonly<Record<HolidayZone, (year: number) => readonly Feast[]>> = {
  metropole: () => [],
  'alsace-moselle': () => [-2, '12-26'],
  guadeloupe: () => ['05-27'],
  martinique: () => ['05-22'],
  guyane: () => ['06-10'],
  reunion: () => ['12-20'],
  mayotte: () => ['04-27'],
  'saint-martin': (year) => [year < 2018 ? '05-27' : '05-28'],
  'saint-barthelemy': () => ['10-09'],
  'saint-pierre-et-miquelon': () => [],
  'polynesie-francaise': (year) => ['03-05', -2, year < 2025 ? '06-29' : '11-20'],
  'nouvelle-caledonie': () => ['09-24'],
  'wallis-et-futuna': () => ['04-28', '07-29'],
};

/**
 * The public holidays of a year in a zone, in the order of the days. A day that
 * is two holidays at once, as 1 May 2008, comes twice.
 *
 * National: Code du travail L3133-1 (L), Whit Monday included whatever becomes
 * of the solidarity day (K). Abolition of slavery: L3422-2 (L), save that
 * Saint-Martin keeps 28 May since a circular of 2018. Alsace-Moselle:
 * 26 December, and Good Friday, in law only where there is a Protestant temple
 * or a shared church, counted everywhere here (K). Polynésie (5 March, Good
 * Friday, 29 June, which gave way to 20 November in 2025), Nouvelle-Calédonie
 * (24 September) and Wallis-et-Futuna (28 April, 29 July): local calendars, not
 * confirmed (K). Customs of a place (Good Friday in the Antilles, the Muslim
 * feasts in Mayotte…) are closings of its site.
 *
 * @param year of four digits; these are the rules of the years 2000 and later
 * @throws QualeprefError `day` when the year has not four digits
 */
export function holidaysOf(year: number, zone: HolidayZone): readonly Holiday[] {
  const easter = easterNumber(year);
  return feastsOf(year, zone)
    .map((feast) => ({
      number: typeof feast === 'string' ? dayNumber(`${String(year)}-${feast}`) : easter + feast,
      name: NAMES[feast],
    }))
    .sort((a, b) => a.number - b.number)
    .map(({ number, name }) => ({ day: isoDay(number), name }));
}

/**
 * Whether an ISO day is a public holiday, as `holidaysOf` lists them.
 *
 * @throws QualeprefError `day` when no such day exists
 */
export function isHoliday(day: string, zone: HolidayZone): boolean {
  const year = Number(day.slice(0, 4));
  const sinceEaster = dayNumber(day) - easterNumber(year);
  const date = day.slice(5);
  return feastsOf(year, zone).some((feast) => feast === date || feast === sinceEaster);
}

/**
 * IANA name of the zone’s clock, for what depends on the hour or on today.
 * Polynésie is on the clock of Tahiti, which the Marquises and the Gambier are
 * not.
 */
export function timeZoneOf(zone: HolidayZone): string {
  return TIME_ZONES[zone];
}

const TIME_ZONES: Readonly<Record<HolidayZone, string>> = {
  metropole: 'Europe/Paris',
  'alsace-moselle': 'Europe/Paris',
  guadeloupe: 'America/Guadeloupe',
  martinique: 'America/Martinique',
  guyane: 'America/Cayenne',
  reunion: 'Indian/Reunion',
  mayotte: 'Indian/Mayotte',
  'saint-martin': 'America/Marigot',
  'saint-barthelemy': 'America/St_Barthelemy',
  'saint-pierre-et-miquelon': 'America/Miquelon',
  'polynesie-francaise': 'Pacific/Tahiti',
  'nouvelle-caledonie': 'Pacific/Noumea',
  'wallis-et-futuna': 'Pacific/Wallis',
};

function feastsOf(year: number, zone: HolidayZone): readonly Feast[] {
  return [...NATIONAL, ...OWN[zone](year)];
}

/** Day number of Easter Sunday, by the anonymous Gregorian computation. */
function easterNumber(year: number): number {
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const golden = year % 19;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return dayNumber(`${String(year)}-03-22`) + epact + toSunday - 7 * late;
}
