import { expect, test } from 'vitest';
import { channels } from './correspondence.ts';
import { QualeprefError } from './error.ts';
import { mailControlGrid } from './grid.ts';
import { indicators, loadIndicators } from './indicator.ts';
import { exampleIndicator } from './indicator-fixture.ts';

const refusal = (value: unknown): string => {
  try {
    loadIndicators(value);
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'indicators')
      return error.message.replaceAll('\u00A0', ' ');
    throw error;
  }
  return 'accepted';
};

test('the starter catalogue is one that can be loaded, and loads as it is', () => {
  expect(JSON.parse(JSON.stringify(loadIndicators(indicators)))).toEqual(indicators);
});

test('the starter catalogue holds what the policy, other préfectures and Services Publics + follow', () => {
  expect(indicators.map(({ id }) => id)).toEqual([
    ...[
      'mail.taux',
      'mail.delai',
      'courrier.taux',
      'courrier.delai',
      'controle.mel-01',
      'controle.mel-02',
      'controle.mel-03',
      'controle.mel-04',
      'controle.mel-05',
      'recl.taux',
      'recl.delai',
      'recl.volume',
    ],
    ...['tel.decroche', 'tel.global', 'tel.aboutis', 'demarche.delai', 'demarche.note', 'titres.delai'],
    ...[
      'sat.globale',
      'sat.net',
      'sat.theme',
      'site.conformite',
      'comarquage.taux',
      'rs.engagement',
      'rdv.offre',
    ],
  ]);
});

test('each item of the mail control sheet is an indicator', () => {
  const items = mailControlGrid.items.map(({ id }) => `controle.${id.toLowerCase()}`);
  expect(indicators.map(({ id }) => id)).toEqual(expect.arrayContaining(items));
});

test('the rates of answers are told with their mean delay', () => {
  expect(indicators.flatMap(({ id, pair }) => (pair === undefined ? [] : [[id, pair]]))).toEqual([
    ['mail.taux', 'mail.delai'],
    ['courrier.taux', 'courrier.delai'],
    ['recl.taux', 'recl.delai'],
  ]);
});

test('families are kept by theme, channel, title, network or procedure', () => {
  expect(indicators.flatMap(({ id, per }) => (per ? [[id, ...per]] : []))).toEqual([
    ['recl.volume', 'channel', 'theme'],
    ['demarche.delai', 'procedure'],
    ['demarche.note', 'procedure'],
    ['titres.delai', 'title'],
    ['sat.theme', 'theme'],
    ['rs.engagement', 'network'],
  ]);
});

test('what is photographed is not added up over time', () => {
  expect(indicators.filter(({ overTime }) => overTime === 'last').map(({ id }) => id)).toEqual([
    'site.conformite',
    'comarquage.taux',
    'rdv.offre',
  ]);
});

test('less is better for delays and complaints, more for all the rest', () => {
  expect(indicators.filter(({ direction }) => direction === 'lower').map(({ id }) => id)).toEqual([
    ...['mail.delai', 'courrier.delai', 'recl.delai', 'recl.volume', 'titres.delai'],
  ]);
});

test('only the satisfaction by theme has a target to begin with, that of the policy', () => {
  expect(
    indicators.flatMap(({ id, target }) => (target ? [[id, target.value, target.provenance.origin]] : [])),
  ).toEqual([['sat.theme', 0.75, 'S']]);
});

test('no indicator has an official number, and each says where it was read and in both languages', () => {
  for (const { numeroOfficiel, provenance, label, channel } of indicators) {
    expect(numeroOfficiel).toBeNull();
    expect(provenance.length).toBeGreaterThan(0);
    expect(label.en).toMatch(/^[A-Z]/);
    if (channel !== undefined) expect(channels).toContain(channel);
  }
});

test('a corrected catalogue can give official numbers and targets', () => {
  const provenance = { origin: 'X', source: 'Fixée en comité de pilotage' } as const;
  const corrected = exampleIndicator({ numeroOfficiel: 'I-1', target: { value: 0.95, provenance } });
  expect(loadIndicators([corrected])).toEqual([corrected]);
});

test('an identifier serves once', () => {
  expect(refusal([exampleIndicator(), exampleIndicator()])).toBe(
    'catalogue des indicateurs, 1.id : « mail.taux » n’est pas un identifiant encore libre. Attendu : chaque indicateur a le sien.',
  );
});

test('a pair is a rate and a mean of the list', () => {
  const delay = exampleIndicator({ id: 'mail.delai', kind: 'mean', unit: 'days', direction: 'lower' });
  expect(refusal([exampleIndicator({ pair: 'mail.delai' }), delay])).toBe('accepted');
  expect(refusal([exampleIndicator({ pair: 'mail.delai' })])).toBe(
    'catalogue des indicateurs, 0.pair : « mail.delai » n’est pas la moyenne qui accompagne ce taux. Attendu : l’identifiant d’un indicateur de la liste, de sorte « mean ».',
  );
  expect(refusal([exampleIndicator({ pair: 'mail.taux' })])).toMatch('0.pair');
  expect(refusal([{ ...delay, pair: 'mail.delai' }])).toMatch('0.pair');
});

test.each([
  ['ratio', ['percent']],
  ['mean', ['days', 'points']],
  ['count', ['count']],
] as const)('a %s is in %j', (kind, units) => {
  const accepted = (['percent', 'days', 'count', 'points'] as const).filter(
    (unit) => refusal([exampleIndicator({ kind, unit })]) === 'accepted',
  );
  expect(accepted).toEqual(units);
});

test('a unit that does not go with the kind is told', () => {
  expect(refusal([exampleIndicator({ unit: 'days' })])).toBe(
    'catalogue des indicateurs, 0.unit : « days » n’est pas une unité de cette sorte d’indicateur. Attendu : percent pour ratio, days ou points pour mean, count pour count.',
  );
});

test('an indicator without provenance is refused', () => {
  expect(refusal([exampleIndicator({ provenance: [] })])).toMatch('0.provenance');
});
