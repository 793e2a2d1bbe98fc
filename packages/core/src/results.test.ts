import { expect, test } from 'vitest';
import { consolidateAll } from './consolidation.ts';
import { QualeprefError } from './error.ts';
import { indicators } from './indicator.ts';
import type { PublishedLabel } from './label.ts';
import type { MeasuredValue, Measurement, Suspension } from './measurement.ts';
import { loadResults, resultsOf, smallSampleNote, type Publication, type Results } from './results.ts';
import { measured, ratio } from './measurement-fixture.ts';

const LABEL: PublishedLabel = {
  name: 'Qual-e-Pref',
  scope: { fr: 'Accueil général et relations avec les collectivités' },
  modules: [1, 4],
  start: '2020-01',
  end: '2023-01',
};
const UNITS = [
  { id: 'prefecture', name: 'préfecture', sites: ['saint-sebastien', 'peytral'] },
  { id: 'aix', name: 'sous-préfecture d’Aix-en-Provence', sites: ['aix'] },
];

const rate = (number: number): MeasuredValue => ({ kind: 'published-rate', rate: number });

const publish = (
  measurements: readonly Measurement[],
  over: Partial<Publication> = {},
  suspensions: readonly Suspension[] = [],
): Results => {
  const consolidated = consolidateAll(measurements, {
    indicators,
    units: UNITS,
    periods: ['2019', '2020', '2020-T1', '2020-T2'],
    suspensions,
  });
  return resultsOf(consolidated, {
    indicators,
    units: UNITS,
    periods: ['2020'],
    label: LABEL,
    publishedOn: '2021-01-15',
    ...over,
  });
};
const lines = (...asked: Parameters<typeof publish>): Results['indicators'] => publish(...asked).indicators;

test('the results file holds the label, the units and the indicators that have a value', () => {
  const results = publish([
    measured('2019', ratio(188, 200)),
    measured('2020', ratio(196, 200), { source: 'Tableau de suivi' }),
  ]);
  expect(results).toEqual({
    schemaVersion: 1,
    publishedOn: '2021-01-15',
    label: LABEL,
    units: [
      { id: 'prefecture', name: 'préfecture' },
      { id: 'aix', name: 'sous-préfecture d’Aix-en-Provence' },
    ],
    indicators: [
      {
        id: 'mail.taux',
        label: {
          fr: 'Courriels d’information générale traités dans le délai',
          en: 'General-information e-mails answered in time',
        },
        unit: 'aix',
        period: '2020',
        value: { numerator: 196, denominator: 200 },
        sampleSize: 200,
        previous: { period: '2019', value: { numerator: 188, denominator: 200 } },
        trend: 'better',
        footnotes: [],
        source: 'Tableau de suivi',
      },
    ],
  });
});

test('what is published can be read back', () => {
  const results = publish([
    measured('2020', ratio(196, 200)),
    measured('2020', { kind: 'mean', total: 480, count: 200 }, { indicator: 'mail.delai' }),
    measured('2020', { kind: 'mean', total: -2000, count: 100 }, { indicator: 'sat.net' }),
    measured('2020-T4', { kind: 'count', count: 4 }, { indicator: 'rdv.offre' }),
    measured('2020', rate(0.0521), { indicator: 'rs.engagement', of: { network: 'facebook' } }),
  ]);
  expect(results.indicators.map(({ id, value }) => [id, value])).toEqual([
    ['mail.taux', { numerator: 196, denominator: 200 }],
    ['mail.delai', { days: 2.4 }],
    ['sat.net', { points: -20 }],
    ['rs.engagement', { rate: 0.0521 }],
    ['rdv.offre', { count: 4 }],
  ]);
  expect(loadResults(JSON.parse(JSON.stringify(results)))).toEqual(results);
});

test('a count has no sample size', () => {
  const [line] = lines([measured('2020-T4', { kind: 'count', count: 4 }, { indicator: 'rdv.offre' })]);
  expect(line).not.toHaveProperty('sampleSize');
});

test('each value of a family has its line, with the target of the family and its own past', () => {
  const about = (period: string, theme: string, part: number): Measurement =>
    measured(period, ratio(part, 100), { indicator: 'sat.theme', of: { theme } });
  const all = [about('2019', 'attente', 70), about('2020', 'accueil', 90), about('2020', 'attente', 74)];
  expect(lines(all).map(({ of, target, previous, trend }) => [of, target, previous?.value, trend])).toEqual([
    [{ theme: 'accueil' }, 0.75, undefined, undefined],
    [{ theme: 'attente' }, 0.75, { numerator: 70, denominator: 100 }, 'better'],
  ]);
});

test('a line says whether its target is met, by the direction of the indicator, and nothing without a target', () => {
  const of = { theme: 'attente' };
  const status = (part: number): unknown =>
    lines([measured('2020', ratio(part, 100), { indicator: 'sat.theme', of })])[0]?.status;
  expect([status(74), status(75), status(76)]).toEqual(['missed', 'met', 'met']);
  const lower = indicators.map((each) =>
    each.id === 'mail.delai'
      ? { ...each, target: { value: 3, provenance: { origin: 'X' as const, source: 'essai' } } }
      : each,
  );
  const delay = (total: number): unknown =>
    lines([measured('2020', { kind: 'mean', total, count: 100 }, { indicator: 'mail.delai' })], {
      indicators: lower,
    })[0]?.status;
  expect([delay(299), delay(300), delay(301)]).toEqual(['met', 'met', 'missed']);
  expect(lines([measured('2020', ratio(1, 2))])[0]).not.toHaveProperty('status');
});

test('a published figure is the value of its very unit and period', () => {
  const [line] = lines([measured('2020', rate(0.98), { source: 'Politique qualité' })]);
  expect(line).toMatchObject({ unit: 'aix', value: { rate: 0.98 }, source: 'Politique qualité' });
  expect(line).not.toHaveProperty('sampleSize');
  expect(lines([measured('2020', rate(0.99), { site: 'prefecture' })])).toMatchObject([
    { unit: 'prefecture', value: { rate: 0.99 } },
  ]);
  expect(
    lines([measured('2020', { kind: 'published-mean', mean: 2.4 }, { indicator: 'mail.delai' })]),
  ).toMatchObject([{ value: { days: 2.4 } }]);
});

test('a published figure of one site of two, or of another period, is nobody’s value', () => {
  expect(lines([measured('2020', rate(0.99), { site: 'peytral' })])).toEqual([]);
  expect(lines([measured('2020-01', rate(0.98))])).toEqual([]);
});

test('a published figure compares with one that has its counts', () => {
  const [line] = lines([measured('2019', rate(0.94)), measured('2020', ratio(95, 100))]);
  expect(line).toMatchObject({ previous: { period: '2019', value: { rate: 0.94 } }, trend: 'better' });
  const threshold = { rate: 0.02, mean: 1, count: 1 };
  expect(
    lines([measured('2019', rate(0.94)), measured('2020', ratio(95, 100))], { trendThreshold: threshold }),
  ).toMatchObject([{ trend: 'stable' }]);
});

test('the period before is that of the same length, and there may be none', () => {
  const all = [measured('2020-01', ratio(90, 100)), measured('2020-04', ratio(80, 100))];
  const [first, second] = lines(all, { periods: ['2020-T1', '2020-T2'] });
  expect(first).not.toHaveProperty('previous');
  expect(first).not.toHaveProperty('trend');
  expect(second).toMatchObject({ previous: { period: '2020-T1' }, trend: 'worse' });
});

test('a line without a value is left out', () => {
  expect(lines([])).toEqual([]);
  expect(lines([measured('2020', ratio(0, 0))])).toEqual([]);
});

const SUSPENSION: Suspension = {
  from: '2020-04',
  to: '2020-06',
  reason: { fr: 'Travaux' },
  indicators: ['mail.taux'],
};
const NOTE = 'Le suivi a été suspendu d’avril à juin 2020\u00A0: Travaux. Ces mois ne sont pas comptés.';

test('a suspended period is said, with no value and its footnote', () => {
  const suspended = lines([measured('2020-01', ratio(90, 100))], { periods: ['2020-T2'] }, [SUSPENSION]);
  expect(suspended.map(({ unit, value, footnotes }) => [unit, value, footnotes])).toEqual([
    ['prefecture', null, [{ fr: NOTE }]],
    ['aix', null, [{ fr: NOTE }]],
  ]);
  expect(suspended[1]).toMatchObject({ previous: { period: '2020-T1' } });
  expect(suspended[1]).not.toHaveProperty('trend');
  expect(suspended[1]).not.toHaveProperty('sampleSize');
});

test('a small sample has its footnote after that of a suspension', () => {
  const [line] = lines([measured('2020-01', ratio(29, 29))], {}, [SUSPENSION]);
  expect(line?.footnotes).toEqual([{ fr: NOTE }, smallSampleNote(29)]);
  expect(smallSampleNote(29)).toEqual({
    fr: 'Petit échantillon\u00A0: 29 cas. La valeur est à lire avec prudence.',
    en: 'Small sample: 29 cases. Read this value with care.',
  });
  expect(smallSampleNote(1).en).toMatch('1 case.');
  expect(lines([measured('2020-01', ratio(30, 30))])[0]?.footnotes).toEqual([]);
});

test('only the indicators, units and periods that are published come in', () => {
  const all = [measured('2020-01', ratio(90, 100)), measured('2020-01', ratio(9, 10), { site: 'peytral' })];
  const [, aix] = UNITS;
  expect(lines(all, { units: aix ? [aix] : [] }).map(({ unit }) => unit)).toEqual(['aix']);
  expect(lines(all, { indicators: [] })).toEqual([]);
  expect(lines(all, { periods: ['2020-T1', '2020'] }).map(({ unit, period }) => [unit, period])).toEqual([
    ['prefecture', '2020-T1'],
    ['prefecture', '2020'],
    ['aix', '2020-T1'],
    ['aix', '2020'],
  ]);
});

test('a préfecture without a label can publish', () => {
  const request = { indicators, units: UNITS, periods: ['2020'], publishedOn: '2021-01-15' };
  expect(resultsOf([], request)).toEqual({
    schemaVersion: 1,
    publishedOn: '2021-01-15',
    units: UNITS.map(({ id, name }) => ({ id, name })),
    indicators: [],
  });
});

const refusal = (change: (results: Results) => unknown): string => {
  const results = publish([measured('2019', ratio(188, 200)), measured('2020', ratio(196, 200))]);
  try {
    loadResults(change(results));
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'results')
      return error.message.replaceAll('\u00A0', ' ');
    throw error;
  }
  return 'accepted';
};
const withLine =
  (over: object) =>
  (results: Results): unknown => ({
    ...results,
    indicators: results.indicators.map((line) => ({ ...line, ...over })),
  });

test('a results file of another version, or without a day, is refused', () => {
  expect(refusal((results) => results)).toBe('accepted');
  expect(refusal((results) => ({ ...results, schemaVersion: 2 }))).toBe(
    'résultats, schemaVersion : « 2 » n’est pas la version du format. Attendu : 1.',
  );
  expect(refusal((results) => ({ ...results, publishedOn: '2021' }))).toMatch('résultats, publishedOn : ');
});

test('a value has one of the known shapes', () => {
  for (const value of [
    { rate: 0.5 },
    { days: 2.4 },
    { points: -3 },
    { count: 0 },
    { numerator: 1, denominator: 1 },
  ])
    expect(refusal(withLine({ value }))).toBe('accepted');
  for (const value of [
    { rate: 2 },
    { count: -1 },
    { numerator: 2, denominator: 1 },
    { numerator: 0, denominator: 0 },
    {},
    3,
  ])
    expect(refusal(withLine({ value }))).toMatch('résultats, indicators.0.value');
});

test('a value is empty with a footnote, and not without', () => {
  expect(refusal(withLine({ value: null, footnotes: [{ fr: NOTE }] }))).toBe('accepted');
  expect(refusal(withLine({ value: null }))).toMatch('résultats, indicators.0.footnotes : ');
});
