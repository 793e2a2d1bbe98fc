import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { BadgeSeen } from '../probes/badges.ts';
import { page, rendered, siteLine, siteProblems } from '../testing.ts';
import { badgeFigures } from './badge-figures.ts';

const SRC = 'https://www.exemple.gouv.fr/resultats.json';
const INDICATOR = {
  ...{ id: 'mel', label: { fr: 'Courriels', en: 'E-mails' }, unit: 'p', period: '2026-T3', footnotes: [] },
  ...{ value: { numerator: 96, denominator: 100 }, target: 0.9 },
};
const file = (...indicators: readonly object[]): string =>
  JSON.stringify({
    ...{ schemaVersion: 1, publishedOn: '2026-10-19', units: [{ id: 'p', name: 'Préfecture' }] },
    indicators: indicators.map((each) => ({ ...INDICATOR, ...each })),
  });
const LINE = {
  ...{ unit: 'Préfecture', name: 'Courriels', period: '3e trimestre 2026', figure: '96 %' },
  rest: ['96 sur 100 cas', 'Objectif : 90 %, atteint'],
};
const badge = (line: object = {}, more: Partial<BadgeSeen> = {}): BadgeSeen => ({
  ...{ selector: 'qp-results-badge', zone: 'main', component: 'qp-results-badge', html: '' },
  ...{ src: SRC, file: file({}), label: null, lines: [{ ...LINE, ...line }], ...more },
});
const shown = (...badges: readonly BadgeSeen[]): PageFacts =>
  page({}, { rendered: rendered({ probes: { badges } }) });
const judge = (...badges: readonly BadgeSeen[]): string[] => siteLine(badgeFigures, [shown(...badges)]);

test('a badge that shows its file passes, in French and in English', () => {
  expect(judge(badge())).toEqual(['passed']);
  const english = {
    name: 'E-mails',
    period: 'the third quarter of 2026',
    figure: '96%',
    rest: ['Target: 90%'],
  };
  expect(judge(badge(english))).toEqual(['passed']);
});

test('a value, a period or a target that is not in the file fails', () => {
  expect(judge(badge({ figure: '98 %' }))).toEqual(['failed', 'value-differs']);
  expect(judge(badge({ period: '2e trimestre 2026' }))).toEqual(['failed', 'period-differs']);
  expect(judge(badge({ rest: ['Objectif : 95 %'] }))).toEqual(['failed', 'target-differs']);
  expect(siteProblems(badgeFigures, [shown(badge({ figure: '98 %' }))])).toMatchObject([
    { params: { name: 'Courriels', shown: '98 %', filed: '96\u00a0%' }, at: { quote: 'Courriels : 98 %' } },
  ]);
});

test('a figure that only begins alike differs, words behind it do not matter', () => {
  const days = file({ value: { days: 2 }, target: 5 });
  expect(judge(badge({ figure: '2 jours', rest: ['Objectif : 5 jours'] }, { file: days }))).toEqual([
    'passed',
  ]);
  expect(judge(badge({ figure: '2,4 jours', rest: [] }, { file: days }))).toEqual([
    'failed',
    'value-differs',
  ]);
  expect(judge(badge({ figure: '21 jours', rest: [] }, { file: days }))).toEqual(['failed', 'value-differs']);
});

test('an earlier period that the file has too, and a suspended follow-up, are sound', () => {
  const two = file({}, { period: '2026-T2', value: { rate: 0.92 } });
  expect(judge(badge({}, { file: two }))).toEqual(['passed']);
  const suspended = file({ value: null, footnotes: [{ fr: 'Suivi suspendu.' }] });
  expect(judge(badge({ figure: 'suivi suspendu', rest: [] }, { file: suspended }))).toEqual(['passed']);
});

test('families and units are told apart', () => {
  const themes = file({ of: { theme: 'accueil' } }, { of: { theme: 'attente' }, value: { rate: 0.71 } });
  const line = { name: 'Courriels (attente)', figure: '71 %', rest: [] };
  expect(judge(badge(line, { file: themes }))).toEqual(['passed']);
  expect(judge(badge({ ...line, unit: 'Sous-préfecture' }, { file: themes }))).toEqual([
    'cantTell',
    'unknown-line',
  ]);
});

test('a badge that holds its own results is compared with the file of the site', () => {
  const own = { src: null, file: file({ value: { numerator: 98, denominator: 100 } }) };
  expect(judge(badge(), badge({ figure: '98 %' }, own))).toEqual(['failed', 'other-file']);
  // Another period is another line.
  const other = { src: null, file: file({ period: '2026-T2', value: { rate: 0.98 } }) };
  expect(judge(badge(), badge({ period: '2e trimestre 2026', figure: '98 %' }, other))).toEqual(['passed']);
  expect(judge(badge({ figure: '98 %' }, own))).toEqual(['passed']);
});

test('a file that could not be read, or that is none, leaves a doubt', () => {
  expect(judge(badge({}, { file: null }))).toEqual(['cantTell', 'unread']);
  expect(judge(badge({}, { file: '<html>' }))).toEqual(['cantTell', 'unread']);
});

test('a badge that no browser showed is to be looked at', () => {
  const place = { selector: 'qp-results-badge', line: 9, zone: 'main' } as const;
  expect(siteLine(badgeFigures, [page({ badges: [{ ...place, src: '/r.json' }] })])).toEqual([
    'cantTell',
    'unseen',
  ]);
});

test('a site without a badge is not concerned', () => {
  expect(siteLine(badgeFigures, [page(), shown()])).toEqual(['inapplicable']);
});
