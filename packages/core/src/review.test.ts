import { expect, test } from 'vitest';
import type { AuditReport } from './audit-report.ts';
import { decide, openCampaign, sign, type Campaign } from './campaign.ts';
import type { Consolidated } from './consolidation.ts';
import { QualeprefError } from './error.ts';
import { feedbackDelay, feedbackThemes } from './feedback.ts';
import { feedbackSynthesis } from './feedback-synthesis.ts';
import { mailControlGrid, receptionGrid, websiteGrid, type Grid } from './grid.ts';
import { planSummary } from './improvement-plan.ts';
import type { Indicator } from './indicator.ts';
import { parse } from './parse.ts';
import {
  isEmpty,
  optionalParts,
  proposalSchema,
  reviewMentionSchema,
  reviewParts,
  reviewPlaceLabels,
  reviewPlaces,
  reviewPublication,
  yearlyReview,
  type ReviewInput,
} from './review.ts';
import { surveyResults } from './survey-result.ts';
import type { Survey } from './survey.ts';
import { exampleIndicator } from './indicator-fixture.ts';
import { exampleConsolidated } from './consolidated-fixture.ts';
import { exampleSurvey } from './survey-fixture.ts';

const indicator = (over: Partial<Indicator> = {}): Indicator =>
  exampleIndicator({ target: { value: 0.98, provenance: { origin: 'X', source: 'Essai' } }, ...over });
const survey = (over: Partial<Survey> = {}): Survey =>
  exampleSurvey({
    sites: ['aix'],
    themes: [{ id: 'attente', label: { fr: 'Attente' }, questions: [] }],
    ...over,
  });
const surveyed = (over: Partial<Survey> = {}, satisfied = 8) => ({
  survey: survey(over),
  results: surveyResults(
    survey(over),
    [
      {
        site: 'aix',
        theme: 'attente',
        verySatisfied: 0,
        satisfied,
        dissatisfied: 10 - satisfied,
        veryDissatisfied: 0,
        noOpinion: 0,
      },
    ],
    { floor: 0.75, smallSample: 30 },
  ),
});
const audit = (over: Partial<AuditReport> = {}): AuditReport => ({
  id: 'interne',
  kind: 'internal',
  purpose: 'self-check',
  from: '2026-10-05',
  to: '2026-10-06',
  auditor: { organisation: 'Préfecture voisine', service: undefined },
  scope: { modules: [1], sites: ['aix'], services: [], headcount: undefined },
  documents: [],
  plan: [],
  evaluation: [],
  findings: [
    {
      id: 'p-1',
      kind: 'strength',
      subject: 'Écoute',
      reference: undefined,
      site: undefined,
      service: undefined,
      severity: undefined,
      evidence: [],
    },
  ],
  closed: undefined,
  ...over,
});
const campaign = (grid: Grid, period: string, site?: string): Campaign =>
  openCampaign(grid, {
    period,
    checkedOn: '2026-11-24',
    modules: [1],
    ...(site === undefined ? {} : { site }),
  });
const synthesis = (period: string) =>
  feedbackSynthesis([], {
    period,
    today: '2027-01-05',
    delay: feedbackDelay.value,
    calendarOf: () => ({ zone: 'metropole', closings: [] }),
    themes: feedbackThemes.value,
  });
const input = (over: Partial<ReviewInput> = {}): ReviewInput => ({
  year: '2026',
  sites: ['peytral', 'aix'],
  catalogue: [indicator()],
  indicators: [],
  surveys: [],
  requiredMark: 7,
  grids: [websiteGrid, receptionGrid, mailControlGrid],
  campaigns: [],
  audits: [],
  proposals: [],
  mentions: [],
  places: reviewPublication.value,
  optional: optionalParts.value,
  ...over,
});
const barometer = { year: '2026', mark: 7, networkMark: undefined, source: 'Essai' };
const plan = planSummary([], [], { today: '2027-01-05', mandatory: [] });
const whole: Partial<ReviewInput> = {
  indicators: [exampleConsolidated()],
  surveys: [surveyed()],
  feedback: synthesis('2026'),
  campaigns: [campaign(websiteGrid, '2026-T4')],
  audits: [audit()],
  plan,
  proposals: [{ what: 'Refaire la signalétique', owner: undefined, dueOn: undefined }],
};
const missing = (over: Partial<ReviewInput>) => yearlyReview(input(over)).missing;

test('a review without anything names all that is missing, in the order of the policy', () => {
  expect(missing({})).toEqual(['indicators', 'surveys', 'feedback', 'grids', 'audits', 'plan', 'proposals']);
  expect(reviewParts.indexOf('barometer')).toBe(2);
});

test('a review with everything misses nothing, with or without a barometer', () => {
  expect(missing(whole)).toEqual([]);
  expect(missing({ ...whole, barometer })).toEqual([]);
});

test('a barometer can be asked for', () => {
  expect(missing({ ...whole, optional: [] })).toEqual(['barometer']);
  expect(missing({ ...whole, optional: [], barometer })).toEqual([]);
});

test.each<[keyof ReviewInput, unknown, string]>([
  ['indicators', [], 'indicators'],
  ['surveys', [], 'surveys'],
  ['feedback', undefined, 'feedback'],
  ['campaigns', [], 'grids'],
  ['audits', [], 'audits'],
  ['plan', undefined, 'plan'],
  ['proposals', [], 'proposals'],
])('without %s the part that they make is missing', (key, nothing, part) => {
  expect(missing({ ...whole, [key]: nothing })).toEqual([part]);
});

test('indicators are missing when none of them has any data; one that was suspended says something', () => {
  const absent = (absence: 'no-data' | 'suspended') =>
    missing({ ...whole, indicators: [exampleConsolidated({ value: null, absence })] });
  expect(absent('no-data')).toEqual(['indicators']);
  expect(absent('suspended')).toEqual([]);
});

test('only what is of the year is kept', () => {
  const review = yearlyReview(
    input({
      ...whole,
      indicators: [exampleConsolidated({ period: '2025' }), exampleConsolidated({ period: '2026-T4' })],
      surveys: [surveyed({ year: '2025' })],
      campaigns: [campaign(websiteGrid, '2025-T4')],
      audits: [audit({ from: '2025-12-30', to: '2025-12-31' })],
    }),
  );
  expect(review.missing).toEqual(['indicators', 'surveys', 'grids', 'audits']);
});

test('an audit is of the year in which it ends', () => {
  const review = yearlyReview(
    input({
      audits: [
        audit(),
        audit({ id: 'b', from: '2025-12-31', to: '2026-01-02' }),
        audit({ to: '2027-01-02' }),
      ],
    }),
  );
  expect(review.audits.map(({ report: { id, from } }) => [id, from])).toEqual([
    ['b', '2025-12-31'],
    ['interne', '2026-10-05'],
  ]);
  expect(review.audits[0]?.counts.strength).toBe(1);
});

test('an indicator is set beside its target and the year before of the same unit and value', () => {
  const before = (over: Partial<Consolidated>, numerator: number) =>
    exampleConsolidated({ period: '2025', value: { kind: 'ratio', numerator, denominator: 1000 }, ...over });
  const review = yearlyReview(
    input({
      indicators: [
        exampleConsolidated(),
        before({ unit: 'istres' }, 990),
        before({ of: { theme: 'attente' } }, 990),
        before({ indicator: 'autre' }, 990),
        before({}, 900),
      ],
    }),
  );
  expect(review.indicators).toEqual([
    {
      ...exampleConsolidated(),
      target: 0.98,
      status: 'met',
      previous: { kind: 'ratio', numerator: 900, denominator: 1000 },
      trend: 'better',
    },
  ]);
});

test('an indicator without target or year before says so', () => {
  const { target, ...rest } = indicator();
  expect(target?.value).toBe(0.98);
  const [own] = yearlyReview(
    input({ catalogue: [{ ...rest, target: undefined }], indicators: [exampleConsolidated()] }),
  ).indicators;
  expect(own).toMatchObject({ status: 'no-target', previous: null, trend: 'unknown' });
  expect(own).not.toHaveProperty('target');
});

test('indicators are in the order of the catalogue, and those that it has not are left out', () => {
  const catalogue = [indicator({ id: 'b' }), indicator({ id: 'a' })];
  const indicators = ['a', 'b', 'c'].map((each) => exampleConsolidated({ indicator: each }));
  expect(yearlyReview(input({ catalogue, indicators })).indicators.map(({ indicator }) => indicator)).toEqual(
    ['b', 'a'],
  );
});

test('a survey is compared with the one before where there is one', () => {
  const previous = surveyed({ year: '2025' }, 7).results;
  const changes = (of: object) =>
    yearlyReview(input({ surveys: [{ ...surveyed(), ...of }] })).surveys[0]?.changes.map(
      ({ trend }) => trend,
    );
  expect(changes({})).toEqual([]);
  expect(changes({ previous })).toEqual(['better', 'better']);
});

test('the sites that no survey of users asked are named', () => {
  const unsurveyed = (of: ReviewInput['surveys']) => yearlyReview(input({ surveys: of })).unsurveyedSites;
  expect(unsurveyed([surveyed()])).toEqual(['peytral']);
  expect(unsurveyed([surveyed({ audience: 'local-authorities' })])).toEqual(['peytral', 'aix']);
  expect(unsurveyed([surveyed({ year: '2025' })])).toEqual(['peytral', 'aix']);
});

test('the barometer is set beside the level required', () => {
  expect(yearlyReview(input({ barometer })).barometer).toEqual({
    ...barometer,
    required: 7,
    isReached: true,
  });
  expect(yearlyReview(input({ barometer, requiredMark: 7.1 })).barometer).toMatchObject({ isReached: false });
  expect(yearlyReview(input()).barometer).toBeNull();
});

test('a grid says how many checks its rhythm asks for: each site its own where it has one', () => {
  const daily: Grid = { ...websiteGrid, period: 'day' };
  const expected = yearlyReview(input({ grids: [websiteGrid, receptionGrid, daily] })).grids.map(
    ({ expected }) => expected,
  );
  expect(expected).toEqual([4, 4, null]);
});

test('the control sheets of a quarter are one check, those of another site or quarter are others', () => {
  const t4 = campaign(mailControlGrid, '2026-T4');
  const review = yearlyReview(
    input({
      campaigns: [
        t4,
        sign(t4, { by: 'Responsable qualité', on: '2026-12-15' }),
        campaign(mailControlGrid, '2026-T1'),
        campaign(receptionGrid, '2026-S2', 'peytral'),
        campaign(receptionGrid, '2026-S2', 'aix'),
      ],
    }),
  );
  expect(
    review.grids.map(({ grid, checks }) => [
      grid,
      checks.map(({ period, site, campaigns, unsigned }) => [period, site, campaigns, unsigned]),
    ]),
  ).toEqual([
    ['website', []],
    [
      'reception',
      [
        ['2026-S2', 'aix', 1, 1],
        ['2026-S2', 'peytral', 1, 1],
      ],
    ],
    [
      'mail-control',
      [
        ['2026-T1', undefined, 1, 1],
        ['2026-T4', undefined, 2, 1],
      ],
    ],
  ]);
  const items = mailControlGrid.items.length;
  expect(review.grids[2]?.checks[1]?.tally).toEqual({
    conforme: 0,
    decided: 0,
    remaining: 2 * items,
    notApplicable: 0,
    coverage: 0,
  });
  expect(review.grids[2]?.checks[1]).not.toHaveProperty('site');
});

test('the review is presented to the steering and staff committees, and published on the website and intranet', () => {
  const mention = { place: 'website', on: '2027-02-01', evidence: '/bilan-2026' } as const;
  expect(yearlyReview(input({ mentions: [mention] })).publication).toEqual([
    { place: 'steering-committee', done: null },
    { place: 'staff-committee', done: null },
    { place: 'website', done: mention },
    { place: 'intranet', done: null },
  ]);
  expect(Object.keys(reviewPlaceLabels)).toEqual([...reviewPlaces]);
});

const refusal = (over: Partial<ReviewInput>): string => {
  try {
    yearlyReview(input(over));
  } catch (error) {
    if (error instanceof QualeprefError) return `${error.code}: ${error.message.replaceAll('\u00a0', ' ')}`;
    throw error;
  }
  return 'accepted';
};

test('a figure of another year, or another period than a year, is refused', () => {
  expect(refusal({ year: '2026-T4' })).toBe(
    'review-year: Un bilan porte sur une année, par exemple 2026, et non sur 2026-T4.',
  );
  expect(refusal({ year: 'hier' })).toMatch(/^period: /);
  expect(refusal({ barometer: { ...barometer, year: '2025' } })).toBe(
    'review-year: Le baromètre porte sur 2025 et le bilan sur 2026 : fournir celui ou celle de l’année du bilan.',
  );
  expect(refusal({ feedback: synthesis('2025') })).toMatch(
    /^review-year: La synthèse des réclamations et suggestions porte sur 2025/,
  );
});

test('a part is empty or not, whether it is missing or optional', () => {
  expect(isEmpty(yearlyReview(input()), 'barometer')).toBe(true);
  expect(isEmpty(yearlyReview(input({ barometer })), 'barometer')).toBe(false);
});

test('a proposal says what, a mention where and when', () => {
  expect(parse(proposalSchema, { what: 'Former' })).toEqual({ value: { what: 'Former' } });
  expect('issues' in parse(proposalSchema, { what: ' ' })).toBe(true);
  expect(parse(reviewMentionSchema, { place: 'website', on: '2027-02-01' })).toEqual({
    value: { place: 'website', on: '2027-02-01' },
  });
  expect('issues' in parse(reviewMentionSchema, { place: 'presse', on: '2027-02-01' })).toBe(true);
});

test('audits come in the order of their first day, those of the same day as they were given', () => {
  const of = (id: string, from: string) => audit({ id, from, to: '2026-12-01' });
  const list = [of('c', '2026-03-01'), of('a', '2026-01-01'), of('b', '2026-01-01'), of('d', '2026-04-01')];
  const ids = (audits: readonly AuditReport[]) =>
    yearlyReview(input({ audits })).audits.map(({ report }) => report.id);
  expect(ids(list)).toEqual(['a', 'b', 'c', 'd']);
  expect(ids(list.toReversed())).toEqual(['b', 'a', 'c', 'd']);
});

test('checks come in the order of their periods, however they were given', () => {
  const of = ['2026-T3', '2026-T1', '2026-T4', '2026-T2'].map((period) => campaign(websiteGrid, period));
  const periods = (campaigns: readonly Campaign[]) =>
    yearlyReview(input({ campaigns })).grids[0]?.checks.map(({ period }) => period);
  expect(periods(of)).toEqual(['2026-T1', '2026-T2', '2026-T3', '2026-T4']);
  expect(periods(of.toReversed())).toEqual(['2026-T1', '2026-T2', '2026-T3', '2026-T4']);
});

test('a check counts what was decided on all its sheets', () => {
  const [first, second] = mailControlGrid.items;
  const by = { by: 'Responsable qualité', date: '2026-11-24' };
  const sheet = campaign(mailControlGrid, '2026-T4');
  const judged = decide(decide(sheet, first?.id ?? '', { verdict: 'conforme', ...by }), second?.id ?? '', {
    verdict: 'non_conforme',
    ...by,
  });
  const check = yearlyReview(input({ campaigns: [judged, judged, sheet] })).grids[2]?.checks[0];
  expect(check).toMatchObject({ campaigns: 3, tally: { conforme: 2, decided: 4 } });
});
