import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDay, dayNumber } from './day.ts';
import { holidaysOf, holidayZones, isHoliday, timeZoneOf, type HolidayZone } from './holiday.ts';

const daysOf = (year: number, zone: HolidayZone): string[] => holidaysOf(year, zone).map(({ day }) => day);
const ownOf = (year: number, zone: HolidayZone): string[] => {
  const national = daysOf(year, 'metropole');
  return holidaysOf(year, zone)
    .filter(({ day }) => !national.includes(day))
    .map(({ day, name }) => `${day.slice(5)} ${name}`);
};
const named = (year: number, zone: HolidayZone, name: string): string | undefined =>
  holidaysOf(year, zone).find((holiday) => holiday.name === name)?.day;

test.each([
  [2024, '03-31', '04-01', '05-09', '05-20', '03-29'],
  [2025, '04-20', '04-21', '05-29', '06-09', '04-18'],
  [2026, '04-05', '04-06', '05-14', '05-25', '04-03'],
  [2027, '03-28', '03-29', '05-06', '05-17', '03-26'],
  [2028, '04-16', '04-17', '05-25', '06-05', '04-14'],
  [2029, '04-01', '04-02', '05-10', '05-21', '03-30'],
  [2030, '04-21', '04-22', '05-30', '06-10', '04-19'],
])('in %i Easter is on %s, and what moves with it on %s, %s, %s and %s', (year, easter, ...moved) => {
  const names = ['Lundi de Pâques', 'Ascension', 'Lundi de Pentecôte', 'Vendredi saint'];
  const days = names.map((name) => named(year, 'alsace-moselle', name));
  expect(days).toEqual(moved.map((day) => `${String(year)}-${day}`));
  expect(addDays(days[0] ?? '', -1)).toBe(`${String(year)}-${easter}`);
});

/** Gauss’s computation, with his two exceptions: another way to the same day. */
function easterOfGauss(year: number): string {
  const century = Math.floor(year / 100);
  const moon = 15 - Math.floor((13 + 8 * century) / 25) + century - Math.floor(century / 4);
  const sun = 4 + century - Math.floor(century / 4);
  const d = (19 * (year % 19) + (moon % 30) + 30) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + (sun % 7)) % 7;
  const late = (d === 29 && e === 6) || (d === 28 && e === 6 && (11 * moon + 11) % 30 < 19);
  return isoDay(dayNumber(`${String(year)}-03-22`) + d + e - (late ? 7 : 0));
}

test('Easter is the one of Gauss in every year from 1583 to 4000', () => {
  const years = Array.from({ length: 4000 - 1582 }, (_, at) => 1583 + at);
  const easter = (year: number): string => addDays(named(year, 'metropole', 'Lundi de Pâques') ?? '', -1);
  expect(years.filter((year) => easter(year) !== easterOfGauss(year))).toEqual([]);
});

test.each([
  ['1818-03-22', 'as early as can be'],
  ['2038-04-25', 'as late as can be'],
  ['1981-04-19', 'a week before the 26th'],
  ['2049-04-18', 'a week before the 25th'],
])('Easter %s, %s', (day) => {
  expect(named(Number(day.slice(0, 4)), 'metropole', 'Lundi de Pâques')).toBe(addDays(day, 1));
});

test('eleven days are public holidays everywhere, in the order of the year', () => {
  expect(holidaysOf(2026, 'metropole')).toEqual([
    { day: '2026-01-01', name: 'Jour de l’an' },
    { day: '2026-04-06', name: 'Lundi de Pâques' },
    { day: '2026-05-01', name: 'Fête du travail' },
    { day: '2026-05-08', name: 'Victoire de 1945' },
    { day: '2026-05-14', name: 'Ascension' },
    { day: '2026-05-25', name: 'Lundi de Pentecôte' },
    { day: '2026-07-14', name: 'Fête nationale' },
    { day: '2026-08-15', name: 'Assomption' },
    { day: '2026-11-01', name: 'Toussaint' },
    { day: '2026-11-11', name: 'Armistice de 1918' },
    { day: '2026-12-25', name: 'Noël' },
  ]);
});

test.each<[HolidayZone, number, string[]]>([
  ['metropole', 2026, []],
  ['alsace-moselle', 2026, ['04-03 Vendredi saint', '12-26 Saint-Étienne']],
  ['guadeloupe', 2026, ['05-27 Abolition de l’esclavage']],
  ['martinique', 2026, ['05-22 Abolition de l’esclavage']],
  ['guyane', 2026, ['06-10 Abolition de l’esclavage']],
  ['reunion', 2026, ['12-20 Abolition de l’esclavage']],
  ['mayotte', 2026, ['04-27 Abolition de l’esclavage']],
  ['saint-martin', 2017, ['05-27 Abolition de l’esclavage']],
  ['saint-martin', 2018, ['05-28 Abolition de l’esclavage']],
  ['saint-barthelemy', 2026, ['10-09 Abolition de l’esclavage']],
  ['saint-pierre-et-miquelon', 2026, []],
  [
    'polynesie-francaise',
    2024,
    ['03-05 Arrivée de l’Évangile', '03-29 Vendredi saint', '06-29 Fête de l’autonomie'],
  ],
  [
    'polynesie-francaise',
    2025,
    ['03-05 Arrivée de l’Évangile', '04-18 Vendredi saint', '11-20 Matari’i i ni’a'],
  ],
  ['nouvelle-caledonie', 2026, ['09-24 Fête de la citoyenneté']],
  ['wallis-et-futuna', 2026, ['04-28 Saint-Pierre-Chanel', '07-29 Fête du territoire']],
])('%s adds to the national ones in %i: %j', (zone, year, own) => {
  expect(ownOf(year, zone)).toEqual(own);
});

test('a day that is two holidays comes twice', () => {
  expect(holidaysOf(2008, 'metropole').filter(({ day }) => day === '2008-05-01')).toEqual([
    { day: '2008-05-01', name: 'Fête du travail' },
    { day: '2008-05-01', name: 'Ascension' },
  ]);
});

test('holidays come sorted, within their year, with a name, in every zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2100 }), fc.constantFrom(...holidayZones), (year, zone) => {
      const days = daysOf(year, zone);
      expect(days).toEqual([...days].sort());
      expect(days.filter((day) => !day.startsWith(String(year)))).toEqual([]);
      expect(days).toEqual(expect.arrayContaining(daysOf(year, 'metropole')));
      expect(holidaysOf(year, zone).map(({ name }) => name)).not.toContain('');
    }),
  );
});

test('a day is a holiday exactly when the list of its year has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2100 }), fc.constantFrom(...holidayZones), (year, zone) => {
      const first = dayNumber(`${String(year)}-01-01`);
      const days = Array.from({ length: 366 }, (_, at) => isoDay(first + at));
      const found = days.filter((day) => day.startsWith(String(year)) && isHoliday(day, zone));
      expect(found).toEqual([...new Set(daysOf(year, zone))]);
    }),
  );
});

test('a year has four digits, and a day exists', () => {
  const refused = expect.objectContaining({ code: 'day' });
  expect(() => holidaysOf(26, 'metropole')).toThrow(refused);
  expect(() => holidaysOf(2026.5, 'metropole')).toThrow(refused);
  expect(() => isHoliday('2026-02-30', 'metropole')).toThrow(refused);
});

test('each zone has the clock of its main town', () => {
  expect(Object.fromEntries(holidayZones.map((zone) => [zone, timeZoneOf(zone)]))).toEqual({
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
  });
});

test.each(holidayZones)('the clock of %s is one that engines know', (zone) => {
  expect(() => new Intl.DateTimeFormat('fr', { timeZone: timeZoneOf(zone) })).not.toThrow();
});
