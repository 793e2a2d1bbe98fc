import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapSchema } from './improvement.ts';
import { measurementSchema } from './measurement.ts';
import { parse } from './parse.ts';
import {
  compareSurveys,
  satisfactionFloor,
  surveyGaps,
  surveyMeasurements,
  surveyResults,
  type SurveyResult,
} from './survey-result.ts';
import type { Survey, SurveyAnswers } from './survey.ts';
import { exampleSurvey } from './survey-fixture.ts';

const theme = (id: string) => ({ id, label: { fr: `Thème ${id}` }, questions: [] });
const survey = (over: Partial<Survey> = {}): Survey => exampleSurvey({ themes: [theme('attente')], ...over });
const answers = (site: string, theme: string, over: Partial<SurveyAnswers> = {}): SurveyAnswers => ({
  site,
  theme,
  verySatisfied: 0,
  satisfied: 0,
  dissatisfied: 0,
  veryDissatisfied: 0,
  noOpinion: 0,
  ...over,
});
const thresholds = { floor: satisfactionFloor.value, smallSample: 30 };
const results = (of: readonly SurveyAnswers[], over: Partial<Survey> = {}): readonly SurveyResult[] =>
  surveyResults(survey(over), of, thresholds);
/** Whether `satisfied` out of `opinions` calls for an action. */
const needsAction = (satisfied: number, opinions: number, floor = satisfactionFloor.value) =>
  surveyResults(survey(), [answers('aix', 'attente', { satisfied, dissatisfied: opinions - satisfied })], {
    floor,
    smallSample: 30,
  })[0]?.needsAction;

test('satisfaction is « satisfied » and « very satisfied » out of those with an opinion, all sites from counts', () => {
  const given = [
    answers('peytral', 'attente', {
      verySatisfied: 10,
      satisfied: 20,
      dissatisfied: 6,
      veryDissatisfied: 4,
      noOpinion: 3,
    }),
    answers('aix', 'attente', { verySatisfied: 1, dissatisfied: 2, veryDissatisfied: 1, noOpinion: 5 }),
  ];
  const common = { theme: 'attente', label: { fr: 'Thème attente' } };
  expect(results(given)).toEqual([
    {
      ...common,
      satisfied: 31,
      dissatisfied: 13,
      opinions: 44,
      noOpinion: 8,
      net: 1800 / 44,
      isSmall: false,
      needsAction: true,
    },
    {
      ...common,
      site: 'peytral',
      satisfied: 30,
      dissatisfied: 10,
      opinions: 40,
      noOpinion: 3,
      net: 50,
      isSmall: false,
      needsAction: false,
    },
    {
      ...common,
      site: 'aix',
      satisfied: 1,
      dissatisfied: 3,
      opinions: 4,
      noOpinion: 5,
      net: -50,
      isSmall: true,
      needsAction: true,
    },
  ]);
});

test('three out of four is enough, just under calls for an action', () => {
  expect(needsAction(3, 4)).toBe(false);
  expect(needsAction(749, 1000)).toBe(true);
  expect(needsAction(750, 1000)).toBe(false);
  expect(needsAction(2, 3)).toBe(true);
});

test('a floor that has no exact writing in binary is compared as it is written', () => {
  expect(needsAction(55, 100, 0.55)).toBe(false);
  expect(needsAction(54, 100, 0.55)).toBe(true);
  expect(needsAction(29, 100, 0.29)).toBe(false);
});

test('where nobody gave an opinion nothing is due and nothing is said', () => {
  expect(results([answers('aix', 'attente', { noOpinion: 9 })])[0]).toMatchObject({
    opinions: 0,
    noOpinion: 9,
    net: null,
    isSmall: true,
    needsAction: false,
  });
});

test('a sample is small under thirty opinions, those without opinion do not help', () => {
  const isSmall = (satisfied: number) =>
    results([answers('aix', 'attente', { satisfied, noOpinion: 50 })])[0]?.isSmall;
  expect(isSmall(29)).toBe(true);
  expect(isSmall(30)).toBe(false);
});

test('the overall question is shown with its words, and is no theme: it calls for no action', () => {
  const given = [answers('aix', 'globale', { dissatisfied: 40 })];
  expect(results(given, { overall: { fr: 'Globalement ?' } }).slice(3)).toMatchObject([
    { theme: 'globale', label: { fr: 'Globalement ?' }, opinions: 40, net: -100, needsAction: false },
    { site: 'peytral', opinions: 0 },
    { site: 'aix', opinions: 40, needsAction: false },
  ]);
});

test('answers about a site or a theme of another survey are left out', () => {
  expect(
    results([answers('istres', 'attente', { satisfied: 4 }), answers('aix', 'bruit', { satisfied: 4 })]),
  ).toMatchObject([{ opinions: 0 }, { opinions: 0 }, { opinions: 0 }]);
});

test('a theme under the floor on a site is a gap, with its counts', () => {
  const of = results([
    answers('peytral', 'attente', { satisfied: 30, dissatisfied: 10 }),
    answers('aix', 'attente', { satisfied: 21, dissatisfied: 9 }),
  ]);
  const gaps = surveyGaps(survey(), of);
  expect(gaps).toEqual([
    {
      id: 'survey:usagers-2026:attente:aix',
      origin: 'survey',
      foundOn: '2026-06-30',
      subject: 'Satisfaction insuffisante\u00a0: «\u00a0Thème attente\u00a0», 21 satisfaits sur 30 avis',
      reference: 'attente',
      site: 'aix',
    },
  ]);
  expect('value' in parse(gapSchema, gaps[0])).toBe(true);
});

test('whatever the answers, all sites together are never under the floor while each site is not', () => {
  const number = fc.nat({ max: 200 });
  fc.assert(
    fc.property(
      number,
      number,
      number,
      number,
      fc.constantFrom(0.5, 0.55, 0.7, 0.75, 0.9),
      (a, b, c, d, floor) => {
        const [all, ...sites] = surveyResults(
          survey(),
          [
            answers('peytral', 'attente', { satisfied: a, dissatisfied: b }),
            answers('aix', 'attente', { verySatisfied: c, veryDissatisfied: d }),
          ],
          { floor, smallSample: 30 },
        );
        expect(all?.opinions).toBe(a + b + c + d);
        if (all?.needsAction) expect(sites.some((site) => site.needsAction)).toBe(true);
      },
    ),
  );
});

const rateOf = (satisfied: number, opinions: number, theme = 'attente') =>
  results([answers('aix', theme, { satisfied, dissatisfied: opinions - satisfied })], {
    sites: ['aix'],
    themes: [{ id: theme, label: { fr: theme }, questions: [] }],
  });
const trends = (current: readonly SurveyResult[], previous: readonly SurveyResult[]): string[] =>
  compareSurveys(current, previous).map(({ theme, site, trend }) => [theme, site ?? '*', trend].join(' '));

test('a theme is compared with the same theme of the year before, all sites and each', () => {
  expect(trends(rateOf(80, 100), rateOf(70, 100))).toEqual(['attente * better', 'attente aix better']);
  expect(trends(rateOf(69, 100), rateOf(70, 100))).toEqual(['attente * worse', 'attente aix worse']);
});

test('the same rate on another sample is the same', () => {
  expect(trends(rateOf(30, 90), rateOf(1, 3))).toEqual(['attente * same', 'attente aix same']);
});

test('a change is told in points, with both results', () => {
  const [current, previous] = [rateOf(80, 100), rateOf(14, 20)];
  const [change] = compareSurveys(current, previous);
  expect(change?.points).toBeCloseTo(10, 10);
  expect(change).toMatchObject({ current: current[0], previous: previous[0], isSmall: true });
  expect(compareSurveys(current, rateOf(70, 100))[0]).toMatchObject({ isSmall: false });
  expect(compareSurveys(rateOf(14, 20), current)[0]).toMatchObject({ isSmall: true });
  expect(change).not.toHaveProperty('site');
});

test('themes that were added or dropped are told, those dropped last', () => {
  const changes = compareSurveys(rateOf(8, 10, 'accueil'), rateOf(7, 10, 'attente'));
  expect(changes.map(({ theme, trend, points }) => [theme, trend, points])).toEqual([
    ['accueil', 'new', null],
    ['accueil', 'new', null],
    ['attente', 'dropped', null],
    ['attente', 'dropped', null],
  ]);
  expect(changes[0]).not.toHaveProperty('previous');
  expect(changes[2]).not.toHaveProperty('current');
  expect(changes[3]).toMatchObject({ site: 'aix', isSmall: true });
});

test('without an opinion one of the two years nothing can be said', () => {
  expect(trends(rateOf(0, 0), rateOf(7, 10))).toEqual(['attente * unknown', 'attente aix unknown']);
  expect(trends(rateOf(7, 10), rateOf(0, 0))).toEqual(['attente * unknown', 'attente aix unknown']);
  expect(compareSurveys(rateOf(7, 10), rateOf(0, 0))[0]?.points).toBeNull();
  expect(compareSurveys(rateOf(0, 0), rateOf(7, 10))[0]?.points).toBeNull();
});

test('results are measurements of the year, site by site, where somebody answered', () => {
  const of = results(
    [
      answers('aix', 'attente', { satisfied: 21, dissatisfied: 9 }),
      answers('aix', 'globale', { satisfied: 3, dissatisfied: 5 }),
    ],
    { overall: { fr: 'Globalement ?' } },
  );
  const common = { site: 'aix', period: '2026', source: 'Enquête usagers-2026' };
  const measurements = surveyMeasurements(survey(), of);
  expect(measurements).toEqual([
    {
      indicator: 'sat.theme',
      ...common,
      of: { theme: 'attente' },
      value: { kind: 'ratio', numerator: 21, denominator: 30 },
    },
    { indicator: 'sat.globale', ...common, value: { kind: 'ratio', numerator: 3, denominator: 8 } },
    { indicator: 'sat.net', ...common, value: { kind: 'mean', total: -200, count: 8 } },
  ]);
  expect(measurements.every((each) => 'value' in parse(measurementSchema, each))).toBe(true);
});

test('a survey of local authorities says nothing of the satisfaction of users', () => {
  const of = results([answers('aix', 'attente', { satisfied: 21 })]);
  expect(surveyMeasurements(survey({ audience: 'local-authorities' }), of)).toEqual([]);
});

test('each site is compared with itself', () => {
  const of = (peytral: number, aix: number) =>
    results([
      answers('peytral', 'attente', { satisfied: peytral, dissatisfied: 100 - peytral }),
      answers('aix', 'attente', { satisfied: aix, dissatisfied: 100 - aix }),
    ]);
  expect(trends(of(80, 60), of(70, 70))).toEqual([
    'attente * same',
    'attente peytral better',
    'attente aix worse',
  ]);
});

test('a theme asked once, by enough people, is no small sample', () => {
  const changes = compareSurveys(rateOf(30, 40, 'accueil'), rateOf(30, 40, 'attente'));
  expect(changes.map(({ isSmall }) => isSmall)).toEqual([false, false, false, false]);
});
