import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelSentence } from './channel-sentence.ts';
import { consolidate, consolidateAll, type Consolidated, type OneConsolidation } from './consolidation.ts';
import { indicators } from './indicator.ts';
import type { MeasuredValue, Measurement, Suspension } from './measurement.ts';
import { monthsOf, parsePeriod } from './period.ts';
import { numberOf } from './trend.ts';
import { exampleIndicator } from './indicator-fixture.ts';
import { measured, ratio } from './measurement-fixture.ts';

const delay = exampleIndicator({ id: 'mail.delai', kind: 'mean', unit: 'days', direction: 'lower' });
const volume = exampleIndicator({
  id: 'recl.volume',
  kind: 'count',
  unit: 'count',
  per: ['channel', 'theme'],
});
const offer = exampleIndicator({
  id: 'rdv.offre',
  kind: 'count',
  unit: 'count',
  period: 'quarter',
  overTime: 'last',
});
const theme = exampleIndicator({ id: 'sat.theme', period: 'year', per: ['theme'] });

const mean = (total: number, count: number): MeasuredValue => ({ kind: 'mean', total, count });
const count = (number: number): MeasuredValue => ({ kind: 'count', count: number });

const AIX = { id: 'aix', sites: ['aix'] };
const PREFECTURE = { id: 'prefecture', sites: ['saint-sebastien', 'peytral'] };

const suspension = (over: Partial<Suspension> = {}): Suspension => ({
  from: '2020-03',
  to: '2020-06',
  reason: { fr: 'situation sanitaire et confinement' },
  ...over,
});

const one = (measurements: readonly Measurement[], over: Partial<OneConsolidation> = {}): Consolidated =>
  consolidate(measurements, { indicator: exampleIndicator(), unit: AIX, period: '2020', ...over });

const months = (year: string): readonly string[] => monthsOf(parsePeriod(year)).map(({ id }) => id);

test('a rate is the sum of what counts over the sum of all, not the mean of the rates', () => {
  const row = one([measured('2020-01', ratio(10, 10)), measured('2020-02', ratio(45, 90))]);
  expect(row.value).toEqual(ratio(55, 100));
  expect(row.sampleSize).toBe(100);
});

test('a mean is the sum of totals over the sum of cases, not the mean of the means', () => {
  const of = { indicator: 'mail.delai' };
  const row = one([measured('2020-01', mean(10, 1), of), measured('2020-02', mean(99, 99), of)], {
    indicator: delay,
  });
  expect(row.value).toEqual(mean(109, 100));
  expect(row.sampleSize).toBe(100);
});

test('counts add up', () => {
  const row = one([measured('2020-01', count(3)), measured('2020-12', count(4))], {
    indicator: exampleIndicator({ kind: 'count', unit: 'count' }),
  });
  expect(row).toMatchObject({ value: count(7), sampleSize: 7, isSmall: false });
});

test('the sites of a unit add up, and other sites do not come in', () => {
  const row = one(
    [
      measured('2020-01', ratio(9, 10), { site: 'saint-sebastien' }),
      measured('2020-01', ratio(1, 10), { site: 'peytral' }),
      measured('2020-01', ratio(100, 100)),
    ],
    { unit: PREFECTURE, period: '2020-01' },
  );
  expect(row).toEqual({
    indicator: 'mail.taux',
    unit: 'prefecture',
    period: '2020-01',
    value: ratio(10, 20),
    sampleSize: 20,
    isSmall: true,
    months: { covered: ['2020-01'], missing: [], suspended: [] },
    published: [],
    footnotes: [],
    sources: [],
  });
});

test('the months asked for come in, those before and after do not', () => {
  const all = ['2019-12', '2020-01', '2020-03', '2020-04'].map((period) => measured(period, ratio(1, 1)));
  expect(one(all, { period: '2020-T1' }).value).toEqual(ratio(2, 2));
});

test('months without a measurement are named', () => {
  const row = one([measured('2020-01', ratio(1, 1)), measured('2020-03', ratio(1, 1))], {
    period: '2020-T1',
  });
  expect(row.months).toEqual({ covered: ['2020-01', '2020-03'], missing: ['2020-02'], suspended: [] });
});

test('a month lacks as soon as one of the sites lacks', () => {
  const row = one([measured('2020-01', ratio(1, 1), { site: 'peytral' })], {
    unit: PREFECTURE,
    period: '2020-01',
  });
  expect(row.months).toEqual({ covered: [], missing: ['2020-01'], suspended: [] });
  expect(row.value).toEqual(ratio(1, 1));
});

test('why there is no value is told', () => {
  expect(one([])).toMatchObject({ value: null, absence: 'no-data', sampleSize: 0, isSmall: false });
  expect(one([measured('2020-01', ratio(0, 0))])).toMatchObject({ value: null, absence: 'no-case' });
  expect(one([], { period: '2020-T2', suspensions: [suspension()] })).toMatchObject({
    value: null,
    absence: 'suspended',
  });
  expect(one([], { suspensions: [suspension()] })).toMatchObject({ absence: 'no-data' });
  expect(one([measured('2020', { kind: 'published-rate', rate: 0.98 })])).toMatchObject({
    value: null,
    absence: 'published-only',
  });
  expect(one([measured('2020-01', ratio(1, 1))])).not.toHaveProperty('absence');
});

test('a count of zero is a value, not an absence', () => {
  const row = one([measured('2020-01', count(0))], {
    indicator: exampleIndicator({ kind: 'count', unit: 'count' }),
  });
  expect(row.value).toEqual(count(0));
});

test('a suspended month does not count though it was entered, its neighbours do', () => {
  const all = months('2020').map((period) => measured(period, ratio(1, 10)));
  const row = one(all, { suspensions: [suspension()] });
  expect(row.value).toEqual(ratio(8, 80));
  expect(row.months).toEqual({
    covered: ['2020-01', '2020-02', ...months('2020-S2')],
    missing: [],
    suspended: ['2020-03', '2020-04', '2020-05', '2020-06'],
  });
});

test('each suspension that touches the period has its footnote, cut to the period', () => {
  expect(one([], { period: '2020-T1', suspensions: [suspension()] }).footnotes).toEqual([
    {
      fr: 'Le suivi a été suspendu en mars 2020\u00A0: situation sanitaire et confinement. Ce mois n’est pas compté.',
    },
  ]);
  expect(one([], { period: '2020-T2', suspensions: [suspension()] }).footnotes[0]?.fr).toMatch(
    'd’avril à juin 2020',
  );
  expect(
    one([], {
      period: '2020',
      suspensions: [suspension(), suspension({ from: '2020-12', to: '2021-01' })],
    }).footnotes.map(({ fr }) => /suspendu (.*?)\u00A0:/.exec(fr)?.[1]),
  ).toEqual(['de mars à juin 2020', 'en décembre 2020']);
  for (const period of ['2020-02', '2020-07', '2019', '2021'])
    expect(one([], { period, suspensions: [suspension()] }).footnotes).toEqual([]);
});

test('a suspension that ends in the first month of a period, or begins in its last, touches it', () => {
  const spans = (from: string, to: string) =>
    one([], { period: '2020-T2', suspensions: [suspension({ from, to })] }).months.suspended;
  expect(spans('2020-01', '2020-04')).toEqual(['2020-04']);
  expect(spans('2020-06', '2020-12')).toEqual(['2020-06']);
  expect(
    one([], { period: '2020-T2', suspensions: [suspension({ from: '2020-01', to: '2020-04' })] }).footnotes,
  ).toHaveLength(1);
});

test('a suspension of other indicators or other sites changes nothing', () => {
  const all = [measured('2020-03', ratio(1, 1))];
  for (const over of [{ indicators: ['mail.delai'] }, { sites: ['arles'] }]) {
    const row = one(all, { suspensions: [suspension(over)] });
    expect(row).toMatchObject({ value: ratio(1, 1), footnotes: [] });
    expect(row.months.suspended).toEqual([]);
  }
  for (const over of [{ indicators: ['mail.taux'] }, { sites: ['arles', 'aix'] }])
    expect(one(all, { suspensions: [suspension(over)] }).absence).toBe('no-data');
});

test('one site of two suspended: the other counts, and the footnote says so', () => {
  const row = one(
    [
      measured('2020-03', ratio(1, 2), { site: 'saint-sebastien' }),
      measured('2020-03', ratio(2, 2), { site: 'peytral' }),
    ],
    { unit: PREFECTURE, period: '2020-03', suspensions: [suspension({ sites: ['peytral'] })] },
  );
  expect(row.value).toEqual(ratio(1, 2));
  expect(row.months).toEqual({ covered: ['2020-03'], missing: [], suspended: [] });
  expect(row.footnotes[0]?.fr).toMatch('suspendu sur une partie des sites en mars 2020');
});

test('a suspension that names a unit stops all its sites', () => {
  const row = one([measured('2020-03', ratio(1, 2), { site: 'peytral' })], {
    unit: PREFECTURE,
    period: '2020-03',
    suspensions: [suspension({ sites: ['prefecture'] })],
  });
  expect(row.absence).toBe('suspended');
  expect(row.footnotes[0]?.fr).not.toMatch('partie des sites');
});

test('a figure of several months counts when one of them was followed, and not otherwise', () => {
  const suspensions = [suspension({ from: '2020-01', to: '2020-02' })];
  expect(one([measured('2020-T1', ratio(1, 2))], { suspensions }).value).toEqual(ratio(1, 2));
  const whole = [suspension({ from: '2020-01' })];
  expect(one([measured('2020-T1', ratio(1, 2))], { suspensions: whole }).value).toBeNull();
});

test('a figure of the whole unit counts when one of its sites was followed, and not otherwise', () => {
  const all = [measured('2020-03', ratio(1, 2), { site: 'prefecture' })];
  const asked = { unit: PREFECTURE, period: '2020-03' };
  expect(one(all, { ...asked, suspensions: [suspension({ sites: ['peytral'] })] }).value).toEqual(
    ratio(1, 2),
  );
  expect(one(all, { ...asked, suspensions: [suspension()] }).absence).toBe('suspended');
});

test('a yearly figure counts in its year, and is not shared out among months', () => {
  const all = [measured('2020', ratio(98, 100))];
  expect(one(all).value).toEqual(ratio(98, 100));
  expect(one(all).months.covered).toEqual(months('2020'));
  expect(one(all, { period: '2020-S1' }).absence).toBe('no-data');
  expect(one(all, { period: '2020-01' }).absence).toBe('no-data');
});

test('the widest figure stands for those that it holds, which are not counted twice', () => {
  const all = [
    measured('2020-01', ratio(1, 10)),
    measured('2020-T1', ratio(3, 30)),
    measured('2020-05', ratio(5, 10)),
  ];
  expect(one(all).value).toEqual(ratio(8, 40));
  expect(one([...all, measured('2020', ratio(90, 100))]).value).toEqual(ratio(90, 100));
  expect(one(all, { period: '2020-01' }).value).toEqual(ratio(1, 10));
});

test('the widest counts though it has fewer cases', () => {
  const all = [
    measured('2020-T1', ratio(30, 40)),
    measured('2020', ratio(1, 2)),
    measured('2020-S2', ratio(50, 60)),
  ];
  expect(one(all).value).toEqual(ratio(1, 2));
});

test('width is months by sites: what overlaps a wider figure in part is not added', () => {
  const asked = { unit: PREFECTURE };
  const whole = (period: string) => measured(period, ratio(7, 7), { site: 'prefecture' });
  const part = (period: string) => measured(period, ratio(2, 9), { site: 'peytral' });
  for (const [first, second, value] of [
    [whole('2020-01'), part('2020-T1'), ratio(2, 9)],
    [whole('2020-T1'), part('2020-T1'), ratio(7, 7)],
    // As wide: the whole unit comes first.
    [whole('2020-T1'), part('2020-S1'), ratio(7, 7)],
    [whole('2020-T1'), part('2020'), ratio(2, 9)],
    [whole('2020-T1'), part('2020-T2'), ratio(9, 16)],
  ] as const) {
    expect(one([first, second], asked).value).toEqual(value);
    expect(one([second, first], asked).value).toEqual(value);
  }
});

test('of two figures of the same, the one of more cases counts, whichever came first', () => {
  for (const period of ['2020-02', '2020-T1', '2020']) {
    for (const overTime of ['sum', 'last'] as const) {
      const asked = { indicator: exampleIndicator({ overTime }) };
      const pair = (a: MeasuredValue, b: MeasuredValue) => [measured(period, a), measured(period, b)];
      for (const all of [pair(ratio(3, 10), ratio(9, 9)), pair(ratio(3, 10), ratio(2, 10))]) {
        expect(one(all, asked).value).toEqual(ratio(3, 10));
        expect(one(all.toReversed(), asked).value).toEqual(ratio(3, 10));
      }
    }
  }
});

test('a month of no case is known, and a figure of the same month with cases replaces it', () => {
  const all = [measured('2020-01', ratio(0, 0)), measured('2020-01', ratio(0, 4))];
  expect(one(all).value).toEqual(ratio(0, 4));
  expect(one(all.slice(0, 1)).months.covered).toEqual(['2020-01']);
});

test('a figure of the whole unit stands for those of its sites', () => {
  const all = [
    measured('2020-01', ratio(1, 10), { site: 'peytral' }),
    measured('2020-02', ratio(2, 10), { site: 'peytral' }),
    measured('2020-01', ratio(9, 30), { site: 'prefecture' }),
  ];
  const row = one(all, { unit: PREFECTURE, period: '2020-T1' });
  expect(row.value).toEqual(ratio(11, 40));
  expect(row.months).toEqual({ covered: ['2020-01'], missing: ['2020-02', '2020-03'], suspended: [] });
});

test('a site that has the name of its unit is the site', () => {
  const unit = { id: 'aix', sites: ['aix', 'annexe'] };
  const row = one([measured('2020-01', ratio(1, 1))], { unit, period: '2020-01' });
  expect(row.months.missing).toEqual(['2020-01']);
});

test('what is photographed keeps its last state, site by site', () => {
  const of = { indicator: 'rdv.offre' };
  const all = [
    measured('2020-T4', count(5), { ...of, site: 'peytral' }),
    measured('2020-T1', count(9), { ...of, site: 'peytral' }),
    measured('2020-T2', count(2), { ...of, site: 'saint-sebastien' }),
  ];
  const asked = { indicator: offer, unit: PREFECTURE };
  const row = one(all, asked);
  expect(row.value).toEqual(count(7));
  expect(row.months.covered).toEqual([]);
  const each = { ...of, site: 'saint-sebastien' };
  expect(one([...all, measured('2020-T1', count(8), each)], asked).months.covered).toEqual(months('2020-T1'));
  const whole = { ...of, site: 'prefecture' };
  expect(one([...all, measured('2020-T4', count(6), whole)], asked).value).toEqual(count(6));
  expect(one([...all, measured('2020-T3', count(6), whole)], asked).value).toEqual(count(7));
});

test('a state is the last of its months, with its own counts', () => {
  const of = { indicator: 'comarquage.taux' };
  const coverage = exampleIndicator({ id: 'comarquage.taux', overTime: 'last' });
  const all = [measured('2020-02', ratio(40, 50), of), measured('2020-01', ratio(60, 60), of)];
  const row = one(all, { indicator: coverage });
  expect(row).toMatchObject({ value: ratio(40, 50), sampleSize: 50 });
  expect(row.months.covered).toEqual(['2020-01', '2020-02']);
});

test('of two states that end together, that of the longer period is kept', () => {
  const of = { indicator: 'rdv.offre' };
  const all = [measured('2020-T4', count(5), of), measured('2020-S2', count(6), of)];
  expect(one(all, { indicator: offer }).value).toEqual(count(6));
  expect(one(all.toReversed(), { indicator: offer }).value).toEqual(count(6));
});

test('a published figure is shown beside, never merged', () => {
  const value = { kind: 'published-rate', rate: 0.5 } as const;
  const row = one([
    measured('2020-02', value),
    measured('2020-01', value, { source: 'Affiche' }),
    measured('2020-01', ratio(9, 10), { source: 'Tableau' }),
    measured('2020-03', ratio(9, 10), { source: 'Tableau' }),
    measured('2020-04', ratio(9, 10), { source: 'Registre' }),
    measured('2021-01', value),
  ]);
  expect(row.value).toEqual(ratio(27, 30));
  expect(row.published).toEqual([
    { site: 'aix', period: '2020-01', value, source: 'Affiche' },
    { site: 'aix', period: '2020-02', value },
  ]);
  expect(row.sources).toEqual(['Registre', 'Tableau']);
});

test('published figures of a family are shown by period, site and value', () => {
  const value = { kind: 'published-rate', rate: 0.5 } as const;
  const about = (period: string, site: string, name: string): Measurement =>
    measured(period, value, { site, indicator: 'sat.theme', of: { theme: name } });
  const all = [
    about('2020', 'aix', 'attente'),
    about('2020', 'aix', 'accueil'),
    about('2020', 'aix', 'accueil'),
    about('2020', 'annexe', 'accueil'),
    about('2020-S1', 'aix', 'accueil'),
  ];
  const asked = { indicator: theme, unit: { id: 'aix', sites: ['annexe', 'aix'] } };
  const expected = [
    ['2020', 'aix', { theme: 'accueil' }],
    ['2020', 'aix', { theme: 'accueil' }],
    ['2020', 'aix', { theme: 'attente' }],
    ['2020', 'annexe', { theme: 'accueil' }],
    ['2020-S1', 'aix', { theme: 'accueil' }],
  ];
  for (const each of [all, all.toReversed()])
    expect(one(each, asked).published.map(({ period, site, of }) => [period, site, of])).toEqual(expected);
});

test('a published figure of suspended months is not shown', () => {
  const value = { kind: 'published-rate', rate: 0.5 } as const;
  const row = one([measured('2020-04', value)], { suspensions: [suspension()] });
  expect(row.published).toEqual([]);
});

test('what is of another kind, indicator, site or dimension is left out', () => {
  const row = one([
    measured('2020-01', count(3)),
    measured('2020-01', ratio(1, 1), { indicator: 'mail.autre' }),
    measured('2020-01', ratio(1, 1), { site: 'arles' }),
    measured('2020-01', ratio(1, 1), { of: { theme: 'attente' } }),
  ]);
  expect(row.absence).toBe('no-data');
});

test('a rate or a mean of few cases is flagged, at the limit it is not', () => {
  expect(one([measured('2020-01', ratio(29, 29))]).isSmall).toBe(true);
  expect(one([measured('2020-01', ratio(30, 30))]).isSmall).toBe(false);
  expect(one([measured('2020-01', ratio(30, 30))], { smallSample: 31 }).isSmall).toBe(true);
  const of = { indicator: 'mail.delai' };
  expect(one([measured('2020-01', mean(100, 29), of)], { indicator: delay }).isSmall).toBe(true);
});

const complaints = (channel: string, about: string, number: number, period = '2020-01'): Measurement =>
  measured(period, count(number), { indicator: 'recl.volume', of: { channel, theme: about } });

test('a family is asked for one of its values, some or all', () => {
  const all = [
    complaints('box', 'attente', 15),
    complaints('box', 'accueil', 47),
    complaints('email', 'attente', 2),
  ];
  const asked = { indicator: volume };
  expect(one(all, { ...asked, of: { channel: 'box' } })).toMatchObject({
    of: { channel: 'box' },
    value: count(62),
  });
  expect(one(all, { ...asked, of: { theme: 'attente' } }).value).toEqual(count(17));
  expect(one(all, { ...asked, of: { theme: 'attente', channel: 'email' } }).value).toEqual(count(2));
  expect(one(all, asked).value).toEqual(count(64));
  expect(one(all, asked)).not.toHaveProperty('of');
  const stray = measured('2020-01', count(9), { indicator: 'recl.volume' });
  expect(one([...all, stray], { ...asked, of: { channel: 'box' } }).value).toEqual(count(62));
});

test('a yearly figure of a theme does not stand for the months of another', () => {
  const all = [
    complaints('box', 'attente', 15, '2020'),
    complaints('box', 'accueil', 4),
    complaints('box', 'attente', 3),
  ];
  expect(one(all, { indicator: volume }).value).toEqual(count(19));
});

const request = { units: [AIX], periods: ['2020'] };

test('counts of a family have a line each and one for all, and the months of all', () => {
  const all = [complaints('box', 'attente', 15), complaints('box', 'accueil', 4, '2020-02')];
  const rows = consolidateAll(all, { indicators: [volume], ...request });
  expect(rows.map(({ of, value }) => [of, value])).toEqual([
    [{ channel: 'box', theme: 'accueil' }, count(4)],
    [{ channel: 'box', theme: 'attente' }, count(15)],
    [undefined, count(19)],
  ]);
  for (const row of rows) expect(row.months.covered).toEqual(['2020-01', '2020-02']);
});

test('rates of a family have a line each, and are not mixed', () => {
  const about = (name: string, value: MeasuredValue, period = '2020-01'): Measurement =>
    measured(period, value, { indicator: 'sat.theme', of: { theme: name } });
  const all = [about('attente', ratio(70, 100)), about('accueil', ratio(90, 100), '2020-02')];
  const rows = consolidateAll(all, { indicators: [theme], ...request });
  expect(rows.map(({ of, value, months }) => [of, value, months.covered])).toEqual([
    [{ theme: 'accueil' }, ratio(90, 100), ['2020-02']],
    [{ theme: 'attente' }, ratio(70, 100), ['2020-01']],
  ]);
  expect(consolidateAll([], { indicators: [theme], ...request })).toMatchObject([{ absence: 'no-data' }]);
});

test('all is told by indicator, unit and period, in the order asked', () => {
  const rows = consolidateAll([measured('2020-01', ratio(1, 2))], {
    indicators: [delay, exampleIndicator()],
    units: [PREFECTURE, AIX],
    periods: ['2021', '2020-01', '2020'],
  });
  expect(rows.map((row) => [row.indicator, row.unit, row.period])).toEqual(
    ['mail.delai', 'mail.taux'].flatMap((id) =>
      ['prefecture', 'aix'].flatMap((unit) =>
        ['2021', '2020-01', '2020'].map((period) => [id, unit, period]),
      ),
    ),
  );
  expect(rows.filter(({ value }) => value !== null).map(({ unit, period }) => [unit, period])).toEqual([
    ['aix', '2020-01'],
    ['aix', '2020'],
  ]);
});

test('a site counts in each unit that has it', () => {
  const rows = consolidateAll([measured('2020-01', ratio(1, 2))], {
    indicators: [exampleIndicator()],
    units: [AIX, { id: 'departement', sites: ['arles', 'aix'] }],
    periods: ['2020'],
  });
  expect(rows.map(({ value }) => value)).toEqual([ratio(1, 2), ratio(1, 2)]);
});

test('a period that is none is refused', () => {
  expect(() => one([], { period: '2020-T5' })).toThrow('2020-T5');
});

const SITES = ['saint-sebastien', 'peytral', 'aix'];
const DEPARTEMENT = { id: 'departement', sites: SITES };
const monthly = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...SITES), fc.constantFrom(...months('2020')), fc.nat(50), fc.nat(50))
    .map(([site, period, part, rest]) => measured(period, ratio(part, part + rest), { site })),
  { maxLength: 36, selector: ({ site, period }) => `${site} ${period}` },
);
const sum = (rows: readonly Consolidated[]): MeasuredValue =>
  rows.reduce(
    (all, { value }) => {
      if (value?.kind !== 'ratio') return all;
      return ratio(all.numerator + value.numerator, all.denominator + value.denominator) as typeof all;
    },
    ratio(0, 0) as Extract<MeasuredValue, { kind: 'ratio' }>,
  );

test('the parts of a period or of a unit add up to the whole, and its rate lies between theirs', () => {
  fc.assert(
    fc.property(monthly, (all) => {
      const whole = one(all, { unit: DEPARTEMENT });
      const partitions = [
        ['2020-S1', '2020-S2'].map((period) => one(all, { unit: DEPARTEMENT, period })),
        months('2020').map((period) => one(all, { unit: DEPARTEMENT, period })),
        [PREFECTURE, AIX].map((unit) => one(all, { unit })),
      ];
      for (const parts of partitions) {
        expect(sum(parts)).toEqual(whole.value ?? ratio(0, 0));
        if (whole.value === null) continue;
        const rates = parts.flatMap(({ value }) => (value ? [numberOf(value) ?? 0] : []));
        expect(numberOf(whole.value)).toBeGreaterThanOrEqual(Math.min(...rates));
        expect(numberOf(whole.value)).toBeLessThanOrEqual(Math.max(...rates));
      }
    }),
  );
});

test('the order of measurements does not matter, be they of months, quarters or years, of sites or units', () => {
  const any = fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom(...SITES, 'departement'),
        fc.constantFrom(...months('2020'), '2020-T1', '2020-T2', '2020-S1', '2020'),
        fc.nat(9),
        fc.nat(9),
        fc.constantFrom('Tableau', 'Registre'),
      )
      .map(([site, period, part, rest, source]) =>
        measured(period, ratio(part, part + rest), { site, source }),
      ),
    { maxLength: 20, selector: ({ site, period }) => `${site} ${period}` },
  );
  const shuffled = any.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, fc.constantFrom('sum', 'last'), ([all, other], overTime) => {
      const asked = { unit: DEPARTEMENT, indicator: exampleIndicator({ overTime }) };
      expect(one(other, asked)).toEqual(one(all, asked));
    }),
  );
});

test('a measurement of suspended months changes nothing', () => {
  fc.assert(
    fc.property(
      monthly,
      fc.constantFrom(...months('2020-T2')),
      fc.constantFrom(...SITES),
      (all, period, site) => {
        const asked = { unit: DEPARTEMENT, suspensions: [suspension()] };
        const more = [...all, measured(period, ratio(7, 9), { site })];
        expect(one(more, asked)).toEqual(one(all, asked));
      },
    ),
  );
});

test('one by one or all together, the result is the same', () => {
  fc.assert(
    fc.property(monthly, (all) => {
      const suspensions = [suspension({ sites: ['aix'] })];
      const [row] = consolidateAll(all, {
        indicators: [exampleIndicator()],
        units: [DEPARTEMENT],
        periods: ['2020'],
        suspensions,
      });
      expect(row).toEqual(one(all, { unit: DEPARTEMENT, suspensions }));
    }),
  );
});

/** What the policy of 2021 says of 2020, and a number of e-mails for each. */
const YEAR_2020 = [
  { id: 'prefecture', name: 'préfecture', rate: 0.99, mean: 2, emails: 1200 },
  { id: 'aix', name: 'sous-préfecture d’Aix-en-Provence', rate: 0.98, mean: 2.4, emails: 500 },
  { id: 'istres', name: 'sous-préfecture d’Istres', rate: 1, mean: 1, emails: 300 },
  { id: 'arles', name: 'sous-préfecture d’Arles', rate: 0.98, mean: 2.4, emails: 250 },
];
const SENTENCES = [
  'En préfecture : il a été répondu à 99 % des courriels en moins de 5 jours et le délai moyen de réponse était de 2 jours.',
  'En sous-préfecture d’Aix-en-Provence : il a été répondu à 98 % des courriels en moins de 5 jours et le délai moyen de réponse était de 2,4 jours.',
  'En sous-préfecture d’Istres : il a été répondu à 100 % des courriels en moins de 5 jours et le délai moyen de réponse était de 1 jour.',
  'En sous-préfecture d’Arles : il a été répondu à 98 % des courriels en moins de 5 jours et le délai moyen de réponse était de 2,4 jours.',
];

const sentencesOf = (measurements: readonly Measurement[]): string[] => {
  const units = YEAR_2020.map(({ id }) => (id === 'prefecture' ? PREFECTURE : { id, sites: [id] }));
  const rows = consolidateAll(measurements, {
    indicators,
    units,
    periods: ['2020'],
    suspensions: [suspension()],
  });
  return YEAR_2020.map(({ id: unit, name }) => {
    const shown = (of: string): MeasuredValue | undefined => {
      const row = rows.find((each) => each.indicator === of && each.unit === unit);
      expect(row?.footnotes[0]?.fr).toMatch('suspendu de mars à juin 2020');
      return row?.value ?? row?.published[0]?.value;
    };
    const rate = shown('mail.taux');
    const told = channelSentence({
      unit: name,
      answered: 'email',
      rate,
      mean: shown('mail.delai'),
      delay: 'moins de 5 jours',
    });
    return told.replaceAll('\u00A0', ' ');
  });
};

test('the figures of 2020 as they were published give back the sentences of the policy', () => {
  const published = YEAR_2020.flatMap(({ id: site, rate, mean: days }) => [
    measured('2020', { kind: 'published-rate', rate }, { site }),
    measured('2020', { kind: 'published-mean', mean: days }, { site, indicator: 'mail.delai' }),
  ]);
  expect(sentencesOf(published)).toEqual(SENTENCES);
});

test('the figures of 2020 month by month give them back too, and the suspended months weigh nothing', () => {
  const monthlyFigures = YEAR_2020.flatMap(({ id, rate, mean: days, emails }) =>
    months('2020').flatMap((period) => {
      const site = id === 'prefecture' ? 'peytral' : id;
      const isSuspended = period >= '2020-03' && period <= '2020-06';
      const answered = isSuspended ? 0 : Math.round(rate * emails);
      return [
        measured(period, ratio(answered, emails), { site }),
        measured(period, mean(isSuspended ? emails * 90 : Math.round(days * emails), emails), {
          site,
          indicator: 'mail.delai',
        }),
      ];
    }),
  );
  expect(sentencesOf(monthlyFigures)).toEqual(SENTENCES);
});
