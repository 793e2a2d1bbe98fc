import { expect, test } from 'vitest';
import { indicators } from './indicator.ts';
import {
  breakdownKey,
  dimensionsOf,
  isMeasurementOf,
  measurementIssues,
  measurementSchema,
  suspensionSchema,
  type Measurement,
} from './measurement.ts';
import { parse } from './parse.ts';

const measurement = (over: Partial<Measurement> = {}): Measurement => ({
  indicator: 'mail.taux',
  site: 'aix',
  period: '2020-01',
  value: { kind: 'ratio', numerator: 98, denominator: 100 },
  ...over,
});

const refused = (value: unknown): string[] => {
  const result = parse(measurementSchema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};
const withValue = (value: unknown): string[] => refused({ ...measurement(), value });

test('a measurement has an indicator, a site, a period and a value', () => {
  expect(refused(measurement({ source: 'Tableau de suivi', of: { theme: 'attente' } }))).toEqual([]);
  expect(refused({})).toEqual(['indicator', 'site', 'period', 'value']);
});

test('no more can be counted than there are', () => {
  expect(withValue({ kind: 'ratio', numerator: 100, denominator: 100 })).toEqual([]);
  expect(withValue({ kind: 'ratio', numerator: 0, denominator: 0 })).toEqual([]);
  expect(withValue({ kind: 'ratio', numerator: 101, denominator: 100 })).toEqual(['value.numerator']);
  expect(withValue({ kind: 'ratio', numerator: -1, denominator: 100 })).toEqual(['value.numerator']);
});

test('the total of no case is zero, and a total is whole', () => {
  expect(withValue({ kind: 'mean', total: 0, count: 0 })).toEqual([]);
  expect(withValue({ kind: 'mean', total: 1, count: 0 })).toEqual(['value.total']);
  expect(withValue({ kind: 'mean', total: 24, count: 10 })).toEqual([]);
  expect(withValue({ kind: 'mean', total: -2400, count: 100 })).toEqual([]);
  expect(withValue({ kind: 'mean', total: 2.4, count: 1 })).toEqual(['value.total']);
});

test('a published rate is a proportion, a published mean a number', () => {
  expect(withValue({ kind: 'published-rate', rate: 0.99 })).toEqual([]);
  expect(withValue({ kind: 'published-rate', rate: 99 })).toEqual(['value.rate']);
  expect(withValue({ kind: 'published-mean', mean: 2.4 })).toEqual([]);
  expect(withValue({ kind: 'published-mean', mean: Infinity })).toEqual(['value.mean']);
});

test('a value of no known kind is refused, and so is a key of another kind', () => {
  expect(withValue({ kind: 'median', median: 2 })).not.toEqual([]);
  expect(withValue({ kind: 'count', count: 3, rate: 0.5 })).toEqual(['value.rate']);
  expect(withValue({ kind: 'count', count: 0 })).toEqual([]);
});

test('a measurement covers a month or more, never a day', () => {
  for (const period of ['2020', '2020-S1', '2020-T1', '2020-01'])
    expect(refused(measurement({ period }))).toEqual([]);
  expect(refused(measurement({ period: '2020-01-15' }))).toEqual(['period']);
});

test('a suspension ends in the month it begins or later', () => {
  const issues = (from: string, to: string): unknown => {
    const result = parse(suspensionSchema, { from, to, reason: { fr: 'Crise sanitaire' } });
    return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
  };
  expect(issues('2020-03', '2020-06')).toEqual([]);
  expect(issues('2020-03', '2020-03')).toEqual([]);
  expect(issues('2020-03', '2020-02')).toEqual(['to']);
  expect(issues('2020', '2020-02')).toEqual(['from']);
});

test('what a measurement is about reads the same whatever the order of its keys', () => {
  expect(breakdownKey(undefined)).toBe('');
  expect(breakdownKey({})).toBe('');
  expect(breakdownKey({ channel: 'box', theme: 'attente' })).toBe('theme=attente channel=box');
  expect(breakdownKey({ theme: 'attente', channel: 'box' })).toBe('theme=attente channel=box');
  expect(dimensionsOf({ network: 'facebook', theme: undefined })).toEqual(['network']);
});

test('an indicator takes its own kinds and its own dimensions', () => {
  const [rate] = indicators.filter(({ id }) => id === 'mail.taux');
  const [volume] = indicators.filter(({ id }) => id === 'recl.volume');
  if (!rate || !volume) throw new Error('catalogue');
  const value = { kind: 'count', count: 1 } as const;
  expect(isMeasurementOf(measurement(), rate)).toBe(true);
  expect(isMeasurementOf(measurement({ of: {} }), rate)).toBe(true);
  expect(isMeasurementOf(measurement({ value }), rate)).toBe(false);
  expect(isMeasurementOf(measurement({ of: { theme: 'attente' } }), rate)).toBe(false);
  expect(isMeasurementOf({ value, of: { theme: 'attente', channel: 'box' } }, volume)).toBe(true);
  expect(isMeasurementOf({ value, of: { theme: 'attente', network: 'facebook' } }, volume)).toBe(false);
  expect(isMeasurementOf({ value, of: { theme: 'attente' } }, volume)).toBe(false);
  expect(isMeasurementOf({ value }, volume)).toBe(false);
});

const issues = (...measurements: Measurement[]): [number, string, string][] =>
  measurementIssues(measurements, indicators, ['prefecture', 'saint-sebastien', 'aix']).map(
    ({ at, fault, message }) => [at, fault, message.replaceAll('\u00A0', ' ')],
  );

test('sound measurements have no issue', () => {
  expect(
    issues(
      measurement(),
      measurement({ period: '2020-02' }),
      measurement({ site: 'prefecture', value: { kind: 'published-rate', rate: 0.99 } }),
      measurement({ indicator: 'mail.delai', value: { kind: 'mean', total: 24, count: 10 } }),
    ),
  ).toEqual([]);
});

test('an indicator or a site that nobody knows is told', () => {
  expect(issues(measurement({ indicator: 'mail.autre', site: 'paris' }))).toEqual([
    [
      0,
      'unknown-indicator',
      'Mesure 1 (mail.autre, paris, 2020-01) : cet indicateur n’est pas au catalogue.',
    ],
    [0, 'unknown-site', 'Mesure 1 (mail.autre, paris, 2020-01) : ce site n’est pas du périmètre.'],
  ]);
});

test('a value of another kind is told, with those that fit', () => {
  expect(issues(measurement({ value: { kind: 'count', count: 3 } }))).toEqual([
    [
      0,
      'kind',
      'Mesure 1 (mail.taux, aix, 2020-01) : « count » n’est pas une valeur de cet indicateur. Attendu : ratio, published-rate.',
    ],
  ]);
});

test('a family asks for its dimensions, and the others for none', () => {
  const value = { kind: 'count', count: 3 } as const;
  expect(
    issues(
      measurement({ indicator: 'recl.volume', value }),
      measurement({ of: { theme: 'attente' } }),
      measurement({ indicator: 'recl.volume', value, of: { theme: 'attente', channel: 'box' } }),
    ),
  ).toEqual([
    [0, 'dimension', 'Mesure 1 (recl.volume, aix, 2020-01) : attendu sous « of » : channel, theme.'],
    [1, 'dimension', 'Mesure 2 (mail.taux, aix, 2020-01) : attendu sous « of » : rien.'],
  ]);
});

test('only points can be negative', () => {
  const below = { kind: 'mean', total: -100, count: 10 } as const;
  const published = { kind: 'published-mean', mean: -0.5 } as const;
  expect(
    issues(
      measurement({ indicator: 'sat.net', value: below }),
      measurement({ indicator: 'mail.delai', value: below }),
      measurement({ indicator: 'recl.delai', value: published }),
      measurement({ indicator: 'courrier.delai', value: { kind: 'published-mean', mean: 0 } }),
    ),
  ).toEqual([
    [1, 'negative', 'Mesure 2 (mail.delai, aix, 2020-01) : seuls des points peuvent être négatifs.'],
    [2, 'negative', 'Mesure 3 (recl.delai, aix, 2020-01) : seuls des points peuvent être négatifs.'],
  ]);
});

test('the second of two measurements of the same is a duplicate', () => {
  expect(
    issues(measurement(), measurement({ period: '2020-02' }), measurement({ source: 'Relevé' })),
  ).toEqual([[2, 'duplicate', 'Mesure 3 (mail.taux, aix, 2020-01) : la même mesure a déjà été saisie.']]);
  const satisfied = { indicator: 'sat.theme', period: '2020' };
  expect(
    issues(
      measurement({ ...satisfied, of: { theme: 'attente' } }),
      measurement({ ...satisfied, of: { theme: 'accueil' } }),
      measurement({ ...satisfied, of: { theme: 'attente' } }),
    ).map(([at, fault]) => [at, fault]),
  ).toEqual([[2, 'duplicate']]);
});

test('a figure that a longer period already holds is told, the longest being named', () => {
  expect(
    issues(
      measurement(),
      measurement({ period: '2020' }),
      measurement({ period: '2020-T1' }),
      measurement({ period: '2021-01' }),
      measurement({ site: 'saint-sebastien' }),
    ),
  ).toEqual([
    [
      0,
      'overlap',
      'Mesure 1 (mail.taux, aix, 2020-01) : une mesure de 2020 comprend déjà cette période, qui ne s’y ajoute pas.',
    ],
    [
      2,
      'overlap',
      'Mesure 3 (mail.taux, aix, 2020-T1) : une mesure de 2020 comprend déjà cette période, qui ne s’y ajoute pas.',
    ],
  ]);
});

test('states seen at several times do not overlap', () => {
  const value = { kind: 'count', count: 3 } as const;
  expect(
    issues(
      measurement({ indicator: 'rdv.offre', value, period: '2020-T1' }),
      measurement({ indicator: 'rdv.offre', value, period: '2020' }),
    ),
  ).toEqual([]);
});
