import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictsOf } from './campaign.ts';
import { emailDelay, letterDelay, type MailEntry } from './correspondence.ts';
import { QualeprefError } from './error.ts';
import { mailControlGrid } from './grid.ts';
import { gapSchema } from './improvement.ts';
import {
  controlDrawSchema,
  controlGaps,
  controlMeasurements,
  controlResults,
  controlSheetSchema,
  controlSize,
  decideSheet,
  drawControl,
  type ControlDraw,
  type ControlSetting,
  type ControlSheet,
} from './mail-control.ts';
import { measurementSchema } from './measurement.ts';
import { parse } from './parse.ts';
import type { Decision, Verdict } from './verdict.ts';
import { exampleMail } from './mail-fixture.ts';

/** So many entries alike, each with its number. */
const entries = (count: number, over: Partial<MailEntry> = {}): MailEntry[] =>
  Array.from({ length: count }, (_, at) =>
    exampleMail({
      ...over,
      id: [over.site ?? 'aix', over.channel ?? 'email', String(at).padStart(4, '0')].join('-'),
    }),
  );

const drawn = (log: readonly MailEntry[], over: Partial<ControlSetting> = {}): ControlDraw =>
  drawControl(log, {
    grid: mailControlGrid,
    modules: [1, 4],
    period: '2026-T4',
    size: 10,
    seed: 'tirage',
    today: '2027-01-15',
    delays: { email: emailDelay.value, letter: letterDelay.value },
    calendarOf: () => ({ zone: 'metropole', closings: [] }),
    ...over,
  });

const sheet = (over: Partial<MailEntry> = {}): ControlSheet => {
  const [first] = drawn([exampleMail(over)]).sheets;
  if (!first) throw new Error('nothing drawn');
  return first;
};

const decision = (over: Partial<Decision> = {}): Decision => ({
  verdict: 'conforme',
  by: 'Responsable qualité',
  date: '2027-01-18',
  ...over,
});

const verdicts = ({ campaign }: ControlSheet): Record<string, Verdict> =>
  Object.fromEntries(verdictsOf(campaign).map(({ item, verdict }) => [item, verdict]));

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof QualeprefError) return error.code;
    throw error;
  }
  return 'accepted';
};

const idsOf = ({ sheets }: ControlDraw): string[] => sheets.map(({ entry }) => entry);

test('thirty replies are controlled by default', () => {
  expect(controlSize.value).toBe(30);
  expect(controlSize.provenance.origin).toBe('X');
});

test('only what was received in the quarter is drawn, first and last day included', () => {
  const days = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'];
  const log = days.map((receivedOn) => exampleMail({ id: receivedOn, receivedOn, answeredOn: receivedOn }));
  expect(idsOf(drawn(log))).toEqual(['2026-10-01', '2026-12-31']);
});

test('what waits for its answer in time is not drawn, what is overdue is', () => {
  const log = [exampleMail({ id: 'a' }), exampleMail({ id: 'b', answeredOn: undefined })];
  expect(idsOf(drawn(log, { today: '2026-12-01' }))).toEqual(['a']);
  expect(idsOf(drawn(log, { today: '2026-12-02' }))).toEqual(['a', 'b']);
});

test('each site and channel has its share, in proportion', () => {
  const log = [
    ...entries(60, { site: 'aix' }),
    ...entries(20, { site: 'aix', channel: 'letter' }),
    ...entries(20, { site: 'istres' }),
  ];
  const { strata, sheets } = drawn(log);
  expect(strata).toEqual([
    { site: 'aix', channel: 'email', population: 60, drawn: 6 },
    { site: 'aix', channel: 'letter', population: 20, drawn: 2 },
    { site: 'istres', channel: 'email', population: 20, drawn: 2 },
  ]);
  expect(sheets.map(({ site, channel }) => `${site} ${channel}`)).toEqual([
    ...Array.from({ length: 6 }, () => 'aix email'),
    ...['aix letter', 'aix letter', 'istres email', 'istres email'],
  ]);
});

test('one place more goes to who has the most for each of its places, the first one when equal', () => {
  const shares = (size: number, ...counts: number[]) =>
    drawn(
      counts.flatMap((count, at) => entries(count, { site: ['aix', 'arles', 'istres'][at] ?? '' })),
      { size },
    ).strata.map(({ drawn }) => drawn);
  expect(shares(6, 60, 20, 20)).toEqual([4, 1, 1]);
  expect(shares(3, 20, 20)).toEqual([2, 1]);
});

test('strata are in the order of sites, whatever the numbers of their entries', () => {
  const log = [
    exampleMail({ id: '1', site: 'istres' }),
    exampleMail({ id: '2', channel: 'letter' }),
    exampleMail({ id: '3' }),
  ];
  const { strata, sheets } = drawn(log);
  expect(strata.map(({ site, channel }) => `${site} ${channel}`)).toEqual([
    ...['aix email', 'aix letter', 'istres email'],
  ]);
  expect(sheets.map(({ entry }) => entry)).toEqual(['3', '2', '1']);
});

test('a site with hardly any mail is controlled all the same, even beyond the size asked', () => {
  const log = [...entries(200), ...entries(1, { site: 'arles' }), ...entries(1, { site: 'istres' })];
  expect(drawn(log, { size: 5 }).strata.map(({ drawn }) => drawn)).toEqual([3, 1, 1]);
  expect(drawn(log, { size: 2 }).strata.map(({ drawn }) => drawn)).toEqual([1, 1, 1]);
  expect(drawn(log, { size: 0 }).strata.map(({ drawn }) => drawn)).toEqual([1, 1, 1]);
});

test('all is drawn when there is less than the size asked', () => {
  expect(idsOf(drawn(entries(4), { size: 4 }))).toHaveLength(4);
  expect(idsOf(drawn(entries(4), { size: 30 }))).toHaveLength(4);
  expect(idsOf(drawn(entries(4), { size: 3 }))).toHaveLength(3);
  expect(drawn([])).toMatchObject({ strata: [], sheets: [] });
});

test('the same seed draws the same replies, whatever the order of the log; another draws others', () => {
  const log = [...entries(80), ...entries(40, { site: 'istres' })];
  const first = drawn(log);
  expect(drawn(log.toReversed())).toEqual(first);
  expect(first).toMatchObject({ period: '2026-T4', seed: 'tirage', drawnOn: '2027-01-15' });
  expect(idsOf(drawn(log, { seed: 'autre' }))).not.toEqual(idsOf(first));
});

test('a draw is reproducible, shares out the size asked, and never draws twice', () => {
  const stratum = fc.record({
    site: fc.constantFrom('aix', 'arles', 'istres', 'peytral'),
    channel: fc.constantFrom('email', 'letter'),
    count: fc.integer({ min: 1, max: 30 }),
  });
  const strata = fc.uniqueArray(stratum, { selector: ({ site, channel }) => `${site} ${channel}` });
  fc.assert(
    fc.property(strata, fc.nat(60), fc.string({ minLength: 1 }), fc.nat(), (strata, size, seed, turn) => {
      const log = strata.flatMap(({ count, ...of }) => entries(count, of));
      const at = log.length === 0 ? 0 : turn % log.length;
      const draw = drawn(log, { size, seed });
      expect(drawn([...log.slice(at), ...log.slice(0, at)], { size, seed })).toEqual(draw);
      const ids = idsOf(draw);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(Math.min(log.length, Math.max(size, strata.length)));
      for (const { population, drawn } of draw.strata) {
        expect(drawn).toBeGreaterThanOrEqual(1);
        expect(drawn).toBeLessThanOrEqual(population);
      }
      const byPopulation = draw.strata.toSorted((a, b) => a.population - b.population);
      for (const [at, { drawn, population }] of byPopulation.entries()) {
        const next = byPopulation[at + 1];
        if (next && next.population > population) expect(next.drawn).toBeGreaterThanOrEqual(drawn);
      }
    }),
    { numRuns: 40 },
  );
});

test('a period that is no quarter, or a number given twice, is refused', () => {
  expect(codeOf(() => drawn([], { period: '2026-11' }))).toBe('period-quarter');
  expect(codeOf(() => drawn([exampleMail(), exampleMail({ subject: 'Autre' })]))).toBe('mail-control-entry');
  expect(codeOf(() => drawn([exampleMail({ id: 'a' }), exampleMail({ id: 'b' })]))).toBe('accepted');
});

test('a sheet has what the log knows, and settles the delay by itself', () => {
  const { campaign, ...known } = sheet({ template: 'Modèle 3' });
  expect(known).toEqual({
    entry: '2026-00417',
    channel: 'email',
    site: 'aix',
    service: 'accueil',
    subject: 'Horaires d’ouverture',
    receivedOn: '2026-11-24',
    dueOn: '2026-12-01',
    answeredOn: '2026-11-26',
    days: 2,
    template: 'Modèle 3',
  });
  expect(campaign).toMatchObject({
    id: 'mail-control:2026-T4:2026-00417',
    grid: 'mail-control',
    period: '2026-T4',
    site: 'aix',
    checkedOn: '2027-01-15',
  });
  expect(verdicts(sheet())).toEqual({
    'MEL-01': 'conforme',
    'MEL-02': 'a_verifier',
    'MEL-03': 'a_verifier',
    'MEL-04': 'a_verifier',
    'MEL-05': 'a_verifier',
  });
});

test('an answer that left late fails the delay, its form is still looked at', () => {
  expect(verdicts(sheet({ answeredOn: '2026-12-01' }))['MEL-01']).toBe('conforme');
  expect(verdicts(sheet({ answeredOn: '2026-12-02' }))).toMatchObject({
    'MEL-01': 'non_conforme',
    'MEL-02': 'a_verifier',
  });
});

test('a reply that never left fails the delay and has no form', () => {
  const missing = sheet({ answeredOn: undefined });
  expect(missing).not.toHaveProperty('answeredOn');
  expect(missing).not.toHaveProperty('template');
  expect(verdicts(missing)).toEqual({
    'MEL-01': 'non_conforme',
    'MEL-02': 'sans_objet',
    'MEL-03': 'sans_objet',
    'MEL-04': 'sans_objet',
    'MEL-05': 'sans_objet',
  });
});

test('an answer later than the draw has not left', () => {
  const [late] = drawn([exampleMail({ answeredOn: '2027-01-20' })]).sheets;
  expect(late).not.toHaveProperty('answeredOn');
  expect(late?.days).toBe(36);
});

test('sheets and draws can be kept and read again', () => {
  const draw = drawn([...entries(3), exampleMail({ id: 'z', answeredOn: undefined })]);
  expect(parse(controlDrawSchema, JSON.parse(JSON.stringify(draw)))).toEqual({ value: draw });
  expect('value' in parse(controlSheetSchema, sheet({ template: 'Modèle 3' }))).toBe(true);
  expect('value' in parse(controlSheetSchema, { ...sheet(), site: 'Aix' })).toBe(false);
});

test('a person decides on the form, and says why to overrule the log', () => {
  const decided = decideSheet(sheet(), 'MEL-02', decision());
  expect(verdicts(decided)['MEL-02']).toBe('conforme');
  expect(decided.subject).toBe('Horaires d’ouverture');
  const overruled = { verdict: 'non_conforme' as const };
  expect(codeOf(() => decideSheet(sheet(), 'MEL-01', decision(overruled)))).toBe('campaign-reason');
  expect(
    codeOf(() => decideSheet(sheet(), 'MEL-01', decision({ ...overruled, reason: 'Date erronée' }))),
  ).toBe('accepted');
});

/** Two replies of Aix and one of Istres, of which the second of Aix is not signed and left late. */
const reviewed = (): ControlSheet[] => [
  decideSheet(sheet({ id: '1' }), 'MEL-04', decision()),
  decideSheet(
    sheet({ id: '2', answeredOn: '2026-12-02' }),
    'MEL-04',
    decision({ verdict: 'non_conforme', date: '2027-01-19' }),
  ),
  sheet({ id: '3', site: 'istres' }),
];

test('results are by site and item: conform out of decided, and what remains', () => {
  const results = controlResults(reviewed().toReversed());
  expect(results.map(({ site, item }) => `${site} ${item}`)).toEqual([
    ...['aix MEL-01', 'aix MEL-02', 'aix MEL-03', 'aix MEL-04', 'aix MEL-05'],
    ...['istres MEL-01', 'istres MEL-02', 'istres MEL-03', 'istres MEL-04', 'istres MEL-05'],
  ]);
  expect(results[0]).toEqual({
    site: 'aix',
    item: 'MEL-01',
    value: { kind: 'ratio', numerator: 1, denominator: 2 },
    remaining: 0,
  });
  expect(results[3]?.value).toEqual({ kind: 'ratio', numerator: 1, denominator: 2 });
  expect(results[4]).toMatchObject({ value: { numerator: 0, denominator: 0 }, remaining: 2 });
  expect(results[8]).toMatchObject({ value: { numerator: 0, denominator: 0 }, remaining: 1 });
});

test('what is decided becomes measurements of the quarter', () => {
  const measured = controlMeasurements({ period: '2026-T4', sheets: reviewed() });
  const of = { period: '2026-T4', source: 'Contrôle aléatoire des courriers et courriels' };
  expect(measured).toEqual([
    {
      ...of,
      indicator: 'controle.mel-01',
      site: 'aix',
      value: { kind: 'ratio', numerator: 1, denominator: 2 },
    },
    {
      ...of,
      indicator: 'controle.mel-04',
      site: 'aix',
      value: { kind: 'ratio', numerator: 1, denominator: 2 },
    },
    {
      ...of,
      indicator: 'controle.mel-01',
      site: 'istres',
      value: { kind: 'ratio', numerator: 1, denominator: 1 },
    },
  ]);
  for (const measurement of measured) expect('value' in parse(measurementSchema, measurement)).toBe(true);
});

const gapsOf = (sheets: readonly ControlSheet[], known: Parameters<typeof controlGaps>[2] = []) =>
  controlGaps(sheets, mailControlGrid, known);

test('an item that fails opens one gap by site, which says on how many replies', () => {
  const gaps = gapsOf(reviewed());
  expect(gaps.map((gap) => ({ ...gap, subject: gap.subject.replaceAll('\u00A0', ' ') }))).toEqual([
    {
      id: 'mail-control:2026-T4:MEL-01:aix',
      origin: 'mail-control',
      foundOn: '2027-01-15',
      subject: 'Non conforme : « La réponse est partie dans le délai promis » (1 réponse sur 2)',
      reference: 'MEL-01',
      site: 'aix',
      service: 'accueil',
    },
    {
      id: 'mail-control:2026-T4:MEL-04:aix',
      origin: 'mail-control',
      foundOn: '2027-01-19',
      subject: 'Non conforme : « La réponse est signée » (1 réponse sur 2)',
      reference: 'MEL-04',
      site: 'aix',
      service: 'accueil',
    },
  ]);
  for (const gap of gaps) expect('value' in parse(gapSchema, gap)).toBe(true);
});

test('several replies that fail are one gap, of the first day, and of a service only if of one', () => {
  const failing = (id: string, service: string, date: string) =>
    decideSheet(sheet({ id, service }), 'MEL-03', decision({ verdict: 'non_conforme', date }));
  const ofTwo = [
    failing('1', 'accueil', '2027-01-20'),
    failing('2', 'titres', '2027-01-18'),
    failing('3', 'accueil', '2027-01-19'),
  ];
  const [gap, ...others] = gapsOf(ofTwo);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({
    foundOn: '2027-01-18',
    subject: expect.stringContaining('(3 réponses sur 3)'),
  });
  expect(gap).not.toHaveProperty('service');
  expect(gapsOf(ofTwo.slice(1, 2))[0]?.service).toBe('titres');
});

test('a gap counts the replies decided on its item and its site, no others', () => {
  const failing = (id: string, site: string) =>
    decideSheet(sheet({ id, site }), 'MEL-03', decision({ verdict: 'non_conforme' }));
  const sheets = [sheet({ id: '1' }), failing('2', 'aix'), sheet({ id: '3', site: 'istres' })];
  const two = [failing('4', 'istres'), failing('5', 'istres')];
  expect(
    gapsOf([...sheets, ...two]).map(({ site, subject }) => [site, /\(.*\)$/.exec(subject)?.[0]]),
  ).toEqual([
    ['aix', '(1 réponse sur 1)'],
    ['istres', '(2 réponses sur 2)'],
  ]);
});

test('a gap still open on the site is not opened again', () => {
  const known = gapsOf(reviewed());
  expect(gapsOf(reviewed(), known)).toEqual([]);
  const elsewhere = known.map((gap) => ({ ...gap, site: 'istres' }));
  expect(gapsOf(reviewed(), elsewhere)).toHaveLength(2);
});

test('a control where all conforms opens no gap, and one of another edition is refused', () => {
  expect(gapsOf([sheet()])).toEqual([]);
  expect(codeOf(() => controlGaps(reviewed(), { ...mailControlGrid, edition: '2027-1' }))).toBe(
    'campaign-grid',
  );
});
