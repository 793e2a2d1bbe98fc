import { expect, test } from 'vitest';
import { offerMeasurements, offerTable } from './offer.ts';
import { parsed } from './parse.ts';
import { measurementSchema } from './measurement.ts';
import { procedureSchema, type Procedure } from './procedure.ts';

const post = { kind: 'post', address: '1 rue de l’Exemple' };
const procedure = (fr: string, sites: readonly string[], more: object = {}): Procedure =>
  parsed(
    procedureSchema,
    { label: { fr }, sites, booking: { mode: 'own-slots' }, otherWays: [post], ...more },
    { code: 'test', name: fr },
  );

const PLACES = [
  { id: 'prefecture', name: 'préfecture', sites: ['saint-sebastien', 'peytral'] },
  { id: 'arles', name: 'sous-préfecture d’Arles' },
  { id: 'aix', name: 'sous-préfecture d’Aix-en-Provence' },
  { id: 'istres', name: 'sous-préfecture d’Istres' },
];
const OFFER = [
  procedure('premières demandes', ['saint-sebastien', 'aix']),
  procedure('points numériques', ['saint-sebastien', 'peytral', 'arles', 'aix', 'istres']),
  procedure('commissions médicales', ['peytral', 'arles', 'aix']),
  procedure('professions réglementées de la circulation routière', ['peytral']),
  procedure('titres de séjour des étudiants étrangers', ['aix']),
  procedure('associations loi 1901', ['istres']),
  procedure('naturalisation', ['saint-sebastien'], { booking: { mode: 'convocation' } }),
];

test('the table of the policy of 2021 is found again, unit by unit', () => {
  const table = offerTable(OFFER, PLACES).map(({ name, offered }) => [
    name,
    offered.map(({ label }) => label.fr),
  ]);
  expect(table).toEqual([
    [
      'préfecture',
      [
        'premières demandes',
        'points numériques',
        'commissions médicales',
        'professions réglementées de la circulation routière',
      ],
    ],
    ['sous-préfecture d’Arles', ['points numériques', 'commissions médicales']],
    [
      'sous-préfecture d’Aix-en-Provence',
      [
        'premières demandes',
        'points numériques',
        'commissions médicales',
        'titres de séjour des étudiants étrangers',
      ],
    ],
    ['sous-préfecture d’Istres', ['points numériques', 'associations loi 1901']],
  ]);
});

test('a site that is no unit has a row of its own, empty or not', () => {
  const sites = [
    { id: 'peytral', name: 'Peytral' },
    { id: 'tarascon', name: 'Tarascon' },
  ];
  expect(offerTable(OFFER, sites).map(({ place, offered }) => [place, offered.length])).toEqual([
    ['peytral', 3],
    ['tarascon', 0],
  ]);
});

test('what has no other way is withheld and does not count', () => {
  const bare = procedure('points numériques', ['arles'], { otherWays: [] });
  const [row] = offerTable(
    [bare, procedure('commissions médicales', ['arles'])],
    [{ id: 'arles', name: 'Arles' }],
  );
  expect(row?.withheld).toEqual([bare]);
  expect(row?.offered.map(({ label }) => label.fr)).toEqual(['commissions médicales']);
});

test('the tariffs of a préfecture decide of what is withheld', () => {
  const hours = [{ days: [1], from: '09:00', to: '12:00' }];
  const each = procedure('points numériques', ['arles'], {
    otherWays: [{ kind: 'phone', number: '01 99 00 12 34', hours }],
  });
  const places = [{ id: 'arles', name: 'Arles' }];
  expect(offerTable([each], places)[0]?.offered).toEqual([each]);
  expect(offerTable([each], places, [])[0]?.withheld).toEqual([each]);
});

test('the table is measured by the indicator of the offer', () => {
  const measured = offerMeasurements(offerTable(OFFER, PLACES), '2026-T4');
  expect(measured).toEqual([
    { indicator: 'rdv.offre', site: 'prefecture', period: '2026-T4', value: { kind: 'count', count: 4 } },
    { indicator: 'rdv.offre', site: 'arles', period: '2026-T4', value: { kind: 'count', count: 2 } },
    { indicator: 'rdv.offre', site: 'aix', period: '2026-T4', value: { kind: 'count', count: 4 } },
    { indicator: 'rdv.offre', site: 'istres', period: '2026-T4', value: { kind: 'count', count: 2 } },
  ]);
  for (const each of measured)
    expect(parsed(measurementSchema, each, { code: 'test', name: 'mesure' })).toEqual(each);
});
