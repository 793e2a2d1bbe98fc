import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import {
  answerIssues,
  askedOf,
  publicationIssues,
  publicationPlaceLabels,
  publicationPlaces,
  surveyAnswersSchema,
  surveyPublication,
  surveySchema,
  type Survey,
  type SurveyAnswers,
} from './survey.ts';
import { exampleSurvey } from './survey-fixture.ts';

const overall = { fr: 'Globalement, êtes-vous satisfait\u00a0?' };
const answers = (site: string, theme: string): SurveyAnswers => ({
  site,
  theme,
  verySatisfied: 10,
  satisfied: 20,
  dissatisfied: 5,
  veryDissatisfied: 1,
  noOpinion: 2,
});
const places = (value: unknown): string[] => {
  const result = parse(surveySchema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};

test('a survey has a year, sites, themes and days', () => {
  expect(places(exampleSurvey())).toEqual([]);
  expect(places({ ...exampleSurvey(), year: '2026-S1', sites: [], themes: [] })).toEqual([
    'year',
    'sites',
    'themes',
  ]);
  expect(places({ ...exampleSurvey(), from: '2026-06-30' })).toEqual([]);
  expect(places({ ...exampleSurvey(), from: '2026-07-01' })).toEqual(['to']);
});

test('a survey is of users unless it says otherwise', () => {
  const { id, year, sites, from, to } = exampleSurvey();
  const themes = [{ id: 'attente', label: { fr: 'Attente' } }];
  expect(parse(surveySchema, { id, year, sites, from, to, themes })).toEqual({
    value: exampleSurvey({ themes: [{ id: 'attente', label: { fr: 'Attente' }, questions: [] }] }),
  });
});

test('a theme has an id of its own, which is not that of the overall question', () => {
  const theme = (id: string) => ({ id, label: { fr: id }, questions: [] });
  expect(places(exampleSurvey({ themes: [theme('attente'), theme('attente')] }))).toEqual(['themes']);
  expect(places(exampleSurvey({ themes: [theme('globale')] }))).toEqual(['themes']);
});

test('answers are counted; those without opinion may be none', () => {
  const { noOpinion, ...rest } = answers('aix', 'attente');
  expect(noOpinion).toBe(2);
  expect(parse(surveyAnswersSchema, rest)).toEqual({ value: { ...rest, noOpinion: 0 } });
  const result = parse(surveyAnswersSchema, { ...rest, satisfied: -1, dissatisfied: 0.5 });
  expect('issues' in result && result.issues.map(({ path }) => path.join('.'))).toEqual([
    'satisfied',
    'dissatisfied',
  ]);
});

test('a survey asks about its themes, then the overall question when it has one', () => {
  expect(askedOf(exampleSurvey())).toEqual(['attente', 'accueil']);
  expect(askedOf(exampleSurvey({ overall }))).toEqual(['attente', 'accueil', 'globale']);
});

const whole = ['peytral', 'aix'].flatMap((site) =>
  ['attente', 'accueil', 'globale'].map((theme) => answers(site, theme)),
);
const told = (of: Survey, given: readonly SurveyAnswers[]): string[] =>
  answerIssues(of, given).map(({ code, site, theme }) => `${code} ${site} ${theme}`);

test('answers that cover each theme on each site once are whole', () => {
  expect(told(exampleSurvey({ overall }), whole)).toEqual([]);
});

test('answers to a question that was not asked are told', () => {
  expect(told(exampleSurvey(), whole)).toEqual([
    'unknown-theme peytral globale',
    'unknown-theme aix globale',
  ]);
  expect(told(exampleSurvey({ overall, sites: ['aix'] }), whole)).toEqual([
    'unknown-site peytral attente',
    'unknown-site peytral accueil',
    'unknown-site peytral globale',
  ]);
});

test('answers missing or given twice are told', () => {
  expect(told(exampleSurvey({ overall }), [...whole.slice(1), answers('aix', 'accueil')])).toEqual([
    'counted-twice aix accueil',
    'not-counted peytral attente',
  ]);
});

const issuesOf = (over: Partial<Survey>, today = '2026-12-01'): string[] =>
  publicationIssues(exampleSurvey(over), { today, places: surveyPublication.value }).map(({ place, site }) =>
    [place, site].filter(Boolean).join(' '),
  );
const shown = (place: Survey['publication'][number]['place'], site?: string, on = '2026-09-01') => ({
  place,
  on,
  site,
  evidence: undefined,
});

test('results go to the hall of each site, the website and the user committee', () => {
  expect(issuesOf({})).toEqual(['hall peytral', 'hall aix', 'website', 'user-committee']);
  expect(
    issuesOf({
      publication: [
        shown('hall', 'peytral'),
        shown('hall', 'aix'),
        shown('website'),
        shown('user-committee'),
      ],
    }),
  ).toEqual([]);
  expect(issuesOf({ publication: [shown('hall', 'aix'), shown('website', 'peytral')] })).toEqual([
    'hall peytral',
    'user-committee',
  ]);
});

test('results are due the day after the survey ends, not before', () => {
  expect(issuesOf({}, '2026-06-30')).toEqual([]);
  expect(issuesOf({}, '2026-07-01')).toHaveLength(4);
});

test('a publication counts from its day, and only places of the list in use are due', () => {
  const publication = [shown('website', undefined, '2026-12-02')];
  expect(issuesOf({ publication })).toContain('website');
  expect(issuesOf({ publication }, '2026-12-02')).not.toContain('website');
  expect(publicationIssues(exampleSurvey(), { today: '2026-12-01', places: ['website'] })).toEqual([
    { place: 'website' },
  ]);
});

test('every place has its French name', () => {
  expect(Object.keys(publicationPlaceLabels)).toEqual([...publicationPlaces]);
});
