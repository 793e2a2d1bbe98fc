import { expect, test } from 'vitest';
import type { AuditReport } from './audit-report.ts';
import type { Consolidated } from './consolidation.ts';
import { feedbackDelay, feedbackThemes } from './feedback.ts';
import { feedbackSynthesis } from './feedback-synthesis.ts';
import { planSummary, type PlanSummary } from './improvement-plan.ts';
import type { Indicator } from './indicator.ts';
import { reviewText, reviewPartLabels, reviewPartSources, type ReviewWords } from './review-text.ts';
import {
  reviewParts,
  type Review,
  type ReviewCheck,
  type ReviewIndicator,
  type ReviewPart,
} from './review.ts';
import { compareSurveys, surveyResults } from './survey-result.ts';
import type { Survey, SurveyAnswers } from './survey.ts';
import { exampleIndicator } from './indicator-fixture.ts';
import { exampleConsolidated } from './consolidated-fixture.ts';

const indicator = (over: Partial<Indicator> = {}): Indicator =>
  exampleIndicator({ label: { fr: 'Courriels répondus dans le délai' }, ...over });
const row = (over: Partial<ReviewIndicator> = {}): ReviewIndicator => ({
  ...exampleConsolidated({
    unit: 'prefecture',
    period: '2020',
    value: { kind: 'ratio', numerator: 990, denominator: 1000 },
  }),
  status: 'no-target',
  previous: null,
  trend: 'unknown',
  ...over,
});
const review = (over: Partial<Review> = {}): Review => ({
  year: '2020',
  indicators: [],
  surveys: [],
  unsurveyedSites: [],
  barometer: null,
  feedback: null,
  grids: [],
  audits: [],
  plan: null,
  proposals: [],
  missing: [],
  publication: [],
  ...over,
});
const WORDS: ReviewWords = {
  catalogue: [indicator()],
  names: { prefecture: 'préfecture', aix: 'Aix-en-Provence', attente: 'Attente' },
  coverage: 0.9,
};
/** Paragraphs of a part, with plain spaces. */
const told = (part: ReviewPart, over: Partial<Review>, words: Partial<ReviewWords> = {}): string[] =>
  (reviewText(review(over), { ...WORDS, ...words }).find((each) => each.part === part)?.paragraphs ?? []).map(
    (text) => text.replaceAll('\u00a0', ' '),
  );

test('the text has every part in order, and says what is missing and where it comes from', () => {
  const missing = reviewParts.filter((part) => part !== 'barometer');
  const chapters = reviewText(review({ missing }), WORDS);
  expect(chapters.map(({ part, title }) => [part, title])).toEqual(Object.entries(reviewPartLabels));
  expect(chapters.map(({ paragraphs }) => paragraphs)).toEqual(
    reviewParts.map((part) => [
      part === 'barometer'
        ? 'Rien pour 2020.'
        : `Partie manquante. À compléter avec ${reviewPartSources[part]}.`,
    ]),
  );
});

test('an indicator is told unit by unit, with its counts', () => {
  const aix = row({ unit: 'aix', value: { kind: 'ratio', numerator: 1960, denominator: 2000 } });
  expect(told('indicators', { indicators: [row(), aix] })).toEqual([
    'Courriels répondus dans le délai : préfecture, 99 % (990 sur 1 000) ; Aix-en-Provence, 98 % (1 960 sur 2 000).',
  ]);
});

test('no-break spaces stand where French wants them', () => {
  const [chapter] = reviewText(review({ indicators: [row()] }), WORDS);
  expect(chapter?.paragraphs).toEqual([
    'Courriels répondus dans le délai\u00a0: préfecture, 99\u00a0% (990 sur 1\u00a0000).',
  ]);
});

const value = (over: Partial<ReviewIndicator>, of: Partial<Indicator> = {}): string | undefined =>
  told(
    'indicators',
    { indicators: [row(over)] },
    { catalogue: [indicator({ label: { fr: 'I' }, ...of })] },
  )[0];

test.each<[string, Partial<ReviewIndicator>, Partial<Indicator>]>([
  ['2,4 jours', { value: { kind: 'mean', total: 24, count: 10 } }, { unit: 'days' }],
  ['1 jour', { value: { kind: 'mean', total: 10, count: 10 } }, { unit: 'days' }],
  ['−12,5 points', { value: { kind: 'mean', total: -25, count: 2 } }, { unit: 'points' }],
  ['1,5 point', { value: { kind: 'mean', total: 3, count: 2 } }, { unit: 'points' }],
  ['2 points', { value: { kind: 'mean', total: 4, count: 2 } }, { unit: 'points' }],
  ['1,5', { value: { kind: 'mean', total: 3, count: 2 } }, { unit: 'percent' }],
  ['1 250', { value: { kind: 'count', count: 1250 } }, { unit: 'count' }],
  ['aucun cas', { value: { kind: 'ratio', numerator: 0, denominator: 0 } }, {}],
])('a value is written « %s »', (text, over, of) => {
  expect(value(over, of)).toBe(`I : préfecture, ${text}.`);
});

test.each<[string, Partial<ReviewIndicator>]>([
  ['objectif atteint', { status: 'met' }],
  ['objectif non atteint', { status: 'missed' }],
  ['mieux que l’année d’avant', { trend: 'better' }],
  ['moins bien que l’année d’avant', { trend: 'worse' }],
  ['comme l’année d’avant', { trend: 'stable' }],
  ['peu de cas', { isSmall: true }],
  ['1 mois sans mesure complète', { months: { covered: [], missing: ['2020-07'], suspended: [] } }],
])('a value is followed by « %s » when it is so', (note, over) => {
  expect(value(over)).toBe(`I : préfecture, 99 % (990 sur 1 000), ${note}.`);
});

const absent = (absence: Consolidated['absence'], over: Partial<ReviewIndicator> = {}) =>
  row({ unit: 'aix', value: null, ...(absence === undefined ? {} : { absence }), ...over });

test.each<[Consolidated['absence'], string]>([
  ['no-data', 'pas de donnée'],
  ['no-case', 'aucun cas'],
  ['suspended', 'suivi suspendu'],
  [undefined, 'pas de donnée'],
])('without a value (%s) a unit says « %s »', (absence, text) => {
  expect(told('indicators', { indicators: [row(), absent(absence)] })[0]).toBe(
    `Courriels répondus dans le délai : préfecture, 99 % (990 sur 1 000) ; Aix-en-Provence, ${text}.`,
  );
});

test('figures published without their counts are told as such', () => {
  const published = [
    { site: 'aix', period: '2020', value: { kind: 'published-rate', rate: 0.98 } },
    { site: 'arles', period: '2020', value: { kind: 'published-mean', mean: 2.4 } },
  ] as const;
  expect(value(absent('published-only', { published }), { unit: 'days' })).toBe(
    'I : Aix-en-Provence, chiffres publiés sans leurs comptes (Aix-en-Provence 98 %, arles 2,4 jours).',
  );
});

test('a family has a line for each of its values', () => {
  const of = (theme: string) => row({ of: { theme } });
  expect(told('indicators', { indicators: [of('attente'), of('constructor')] })).toEqual([
    'Courriels répondus dans le délai (Attente) : préfecture, 99 % (990 sur 1 000).',
    'Courriels répondus dans le délai (constructor) : préfecture, 99 % (990 sur 1 000).',
  ]);
});

test('indicators without any data come together at the end, then each footnote once', () => {
  const catalogue = [
    indicator({ id: 'a', label: { fr: 'A' } }),
    indicator(),
    indicator({ id: 'b', label: { fr: 'B' } }),
    indicator({ id: 'c', label: { fr: 'C' } }),
  ];
  const footnotes = [{ fr: 'Le suivi a été suspendu.' }];
  const indicators = [
    absent('no-data', { indicator: 'a', footnotes }),
    row({ footnotes }),
    absent('no-data', { indicator: 'b' }),
  ];
  expect(told('indicators', { indicators }, { catalogue })).toEqual([
    'Courriels répondus dans le délai : préfecture, 99 % (990 sur 1 000).',
    'Sans donnée pour 2020 : A, B.',
    'Le suivi a été suspendu.',
  ]);
});

const survey = (over: Partial<Survey> = {}): Survey => ({
  id: 'usagers-2020',
  year: '2020',
  audience: 'users',
  sites: ['aix'],
  from: '2020-09-01',
  to: '2020-09-30',
  method: undefined,
  themes: [{ id: 'attente', label: { fr: 'Attente' }, questions: [] }],
  overall: undefined,
  publication: [],
  ...over,
});
const answers = (satisfied: number, dissatisfied: number, theme = 'attente'): SurveyAnswers => ({
  site: 'aix',
  theme,
  verySatisfied: 0,
  satisfied,
  dissatisfied,
  veryDissatisfied: 0,
  noOpinion: 0,
});
const resultsOf = (of: Survey, ...given: SurveyAnswers[]) =>
  surveyResults(of, given, { floor: 0.75, smallSample: 30 });
const surveyTold = (
  results: ReturnType<typeof resultsOf>,
  previous?: ReturnType<typeof resultsOf>,
  over: Partial<Survey> = {},
) =>
  told('surveys', {
    surveys: [{ survey: survey(over), results, changes: previous ? compareSurveys(results, previous) : [] }],
  });

test('a survey is told theme by theme', () => {
  expect(surveyTold(resultsOf(survey(), answers(32, 8)))).toEqual([
    'Enquête auprès des usagers, du 1er septembre 2020 au 30 septembre 2020 (Aix-en-Provence).',
    'Attente : 80 % de satisfaits (32 sur 40 avis).',
  ]);
  expect(surveyTold(resultsOf(survey()), undefined, { audience: 'local-authorities' })).toEqual([
    'Enquête auprès des collectivités locales, du 1er septembre 2020 au 30 septembre 2020 (Aix-en-Provence).',
    'Attente : aucun avis.',
  ]);
});

test.each<[string, number, number]>([
  ['mieux qu’à l’enquête d’avant (+10 points)', 28, 12],
  ['mieux qu’à l’enquête d’avant (+1,5 point)', 157, 43],
  ['moins bien qu’à l’enquête d’avant (−10 points)', 36, 4],
  ['comme à l’enquête d’avant', 64, 16],
])('a theme is compared with the survey before: « %s »', (text, satisfied, dissatisfied) => {
  const previous = resultsOf(survey(), answers(satisfied, dissatisfied));
  expect(surveyTold(resultsOf(survey(), answers(32, 8)), previous)[1]).toBe(
    `Attente : 80 % de satisfaits (32 sur 40 avis), ${text}.`,
  );
});

test('a theme that nobody answered about before, that is new, or no longer asked', () => {
  const now = resultsOf(survey(), answers(32, 8));
  expect(surveyTold(now, resultsOf(survey()))[1]).toBe('Attente : 80 % de satisfaits (32 sur 40 avis).');
  const other = survey({ themes: [{ id: 'bruit', label: { fr: 'Bruit' }, questions: [] }] });
  expect(surveyTold(now, resultsOf(other, answers(10, 0, 'bruit'))).slice(1)).toEqual([
    'Attente : 80 % de satisfaits (32 sur 40 avis), thème nouveau.',
    'Thèmes qui ne sont plus suivis : Bruit.',
  ]);
});

test('few answers, and a theme under the floor, are told', () => {
  expect(surveyTold(resultsOf(survey(), answers(7, 3))).slice(1)).toEqual([
    'Attente : 70 % de satisfaits (7 sur 10 avis), peu d’avis.',
    'Sous le seuil de satisfaction, une action d’amélioration est à proposer : Attente (Aix-en-Provence).',
  ]);
});

test('sites that were not surveyed are told', () => {
  const surveys = [{ survey: survey(), results: [], changes: [] }];
  expect(told('surveys', { surveys, unsurveyedSites: ['aix', 'arles'] })[1]).toBe(
    'Sites sans enquête auprès des usagers : Aix-en-Provence, arles.',
  );
});

test('the barometer is told with the level required', () => {
  const barometer = {
    year: '2020',
    mark: 7.1,
    networkMark: 6.7,
    source: 'Essai',
    required: 7,
    isReached: true,
  };
  expect(told('barometer', { barometer })).toEqual([
    'Note de 7,1 sur 10 : le niveau exigé, 7 sur 10, est atteint.',
    'Moyenne du réseau : 6,7 sur 10.',
    'Source : Essai.',
  ]);
  expect(
    told('barometer', { barometer: { ...barometer, networkMark: undefined, isReached: false } }),
  ).toEqual(['Note de 7,1 sur 10 : le niveau exigé, 7 sur 10, n’est pas atteint.', 'Source : Essai.']);
});

test('the user voice is told in the sentences of its synthesis', () => {
  const feedback = feedbackSynthesis([], {
    period: '2020',
    today: '2021-01-05',
    delay: feedbackDelay.value,
    calendarOf: () => ({ zone: 'metropole', closings: [] }),
    themes: feedbackThemes.value,
  });
  expect(told('feedback', { feedback })).toEqual(
    feedback.sentences.map((sentence) => sentence.replaceAll('\u00a0', ' ')),
  );
  expect(feedback.sentences).not.toEqual([]);
});

const check = (over: Partial<ReviewCheck> = {}): ReviewCheck => ({
  period: '2020-T4',
  campaigns: 1,
  unsigned: 0,
  tally: { conforme: 9, decided: 10, remaining: 0, notApplicable: 0, coverage: 1 },
  ...over,
});

test('grids are told check by check, with a percentage only when enough is decided', () => {
  const grids = [
    {
      grid: 'website',
      title: 'Grille du site',
      expected: 4,
      checks: [
        check(),
        check({
          tally: { conforme: 1, decided: 2, remaining: 8, notApplicable: 0, coverage: 0.2 },
          unsigned: 1,
        }),
      ],
    },
    {
      grid: 'reception',
      title: 'Grille d’accueil',
      expected: null,
      checks: [check({ period: '2020-S2', site: 'aix' })],
    },
  ] as const;
  expect(told('grids', { grids })).toEqual([
    'Grille du site : 2 vérifications sur 4 à faire dans l’année.',
    '4e trimestre 2020 : 9 conformes sur 10 décidés, 0 restant, soit 90 %.',
    '4e trimestre 2020 : 1 conforme sur 2 décidés, 8 restants (pas encore signé).',
    'Grille d’accueil : 1 vérification.',
    '2e semestre 2020, Aix-en-Provence : 9 conformes sur 10 décidés, 0 restant, soit 90 %.',
  ]);
});

test('audits are told with what they found', () => {
  const report = (over: Partial<AuditReport>): AuditReport => ({
    id: 'a',
    kind: 'internal',
    purpose: 'self-check',
    from: '2020-10-05',
    to: '2020-10-06',
    auditor: { organisation: 'Préfecture voisine', service: undefined },
    scope: { modules: [1], sites: ['aix'], services: [], headcount: undefined },
    documents: [],
    plan: [],
    evaluation: [],
    findings: [],
    closed: undefined,
    ...over,
  });
  const none = { strength: 0, 'weak-point': 0, 'improvement-lead': 0, gap: 0 };
  const audits = [
    { report: report({}), counts: { strength: 2, 'weak-point': 3, 'improvement-lead': 4, gap: 5 } },
    {
      report: report({ purpose: 'follow-up', from: '2020-11-01', to: '2020-11-01' }),
      counts: { ...none, gap: 1 },
    },
    { report: report({ purpose: 'renewal', from: '2020-12-01', to: '2020-12-01' }), counts: none },
  ];
  expect(told('audits', { audits })).toEqual([
    'Audit interne, du 5 octobre 2020 au 6 octobre 2020, par Préfecture voisine : 2 points forts, 3 points sensibles, 4 pistes de progrès, 5 écarts.',
    'Audit de suivi, le 1er novembre 2020, par Préfecture voisine : 1 écart.',
    'Audit de renouvellement, le 1er décembre 2020, par Préfecture voisine : aucun constat.',
  ]);
});

const summary = planSummary([], [], { today: '2021-01-05', mandatory: [] });
const plan = (over: Partial<PlanSummary>) => told('plan', { plan: { ...summary, ...over } });

test('the plan is told in figures', () => {
  expect(plan({})).toEqual([
    '0 écart constaté, 0 encore ouvert.',
    '0 action à faire, 0 en retard ; 0 action faite à évaluer.',
  ]);
  expect(
    plan({
      gaps: { ...summary.gaps, survey: { found: 2, open: 1 }, committee: { found: 3, open: 1 } },
      states: { ...summary.states, planned: 2, 'in-progress': 1, done: 2 },
      openGaps: 2,
      overdue: 1,
      effectiveness: { numerator: 3, denominator: 4 },
      withoutAction: 2,
      mandatoryWithoutAction: 1,
    }),
  ).toEqual([
    '5 écarts constatés, 2 encore ouverts.',
    '3 actions à faire, 1 en retard ; 2 actions faites à évaluer.',
    '3 actions efficaces sur 4 dont l’effet a été vérifié.',
    '2 écarts sans action corrective, dont 1 pour lesquels elle est obligatoire.',
  ]);
});

test('proposals are told with who and when, where known', () => {
  const proposal = { what: 'Refaire la signalétique', owner: undefined, dueOn: undefined };
  expect(
    told('proposals', {
      proposals: [
        proposal,
        { ...proposal, owner: 'Bureau de l’accueil' },
        { ...proposal, owner: 'Bureau de l’accueil', dueOn: '2021-06-01' },
      ],
    }),
  ).toEqual([
    'Refaire la signalétique.',
    'Refaire la signalétique (Bureau de l’accueil).',
    'Refaire la signalétique (Bureau de l’accueil, pour le 1er juin 2021).',
  ]);
});
