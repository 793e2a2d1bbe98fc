import { expect, test } from 'vitest';
import {
  axeBearings,
  criterionOf,
  criterionOfTest,
  criterionUrl,
  rgaa,
  rgaaMethods,
  rgaaReaches,
  rgaaVersions,
} from './rgaa.ts';

const { criteria, themes } = rgaa;
const countBy = (of: (criterion: (typeof criteria)[number]) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(criteria, of)].map(([key, group]) => [key, group.length]));

test('version 4.1.2 has 106 criteria and 258 tests in 13 themes', () => {
  expect(rgaa.version).toBe('4.1.2');
  expect(criteria).toHaveLength(106);
  expect(criteria.reduce((sum, { tests }) => sum + tests, 0)).toBe(258);
  expect(Object.values(countBy(({ theme }) => String(theme)))).toEqual([
    9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12,
  ]);
  expect(countBy(({ level }) => level)).toEqual({ A: 83, AA: 23 });
});

test('the criteria of a theme are numbered from 1 on, in order', () => {
  const numbers = themes.flatMap(({ number }) =>
    criteria.filter(({ theme }) => theme === number).map((_, i) => `${String(number)}.${String(i + 1)}`),
  );
  expect(criteria.map(({ id }) => id)).toEqual(numbers);
});

test('21 criteria are decided, failures are proven in 55 more, a list is made for 23, 7 are out of reach', () => {
  expect(countBy(({ reach }) => reach)).toEqual({ failures: 55, list: 23, decided: 21, nothing: 7 });
  expect(criteria.filter(({ reach }) => !rgaaReaches.includes(reach))).toEqual([]);
});

test('5 criteria are axe’s alone, 7 compare pages, one reads documents', () => {
  const methods = countBy(({ method }) => method);
  expect(Object.keys(methods).sort()).toEqual([...rgaaMethods].sort());
  expect(methods).toMatchObject({ axe: 5, 'axe+own': 29, 'own-static': 15, 'own-browser': 18 });
  expect(methods).toMatchObject({ 'cross-page': 7, document: 1, assisted: 24, manual: 7 });
});

test('73 checks of our own bear on the criteria', () => {
  expect(new Set(criteria.flatMap(({ checks }) => checks)).size).toBe(73);
});

test('25 criteria are those of the quick audit', () => {
  expect(criteria.filter(({ quickAudit }) => quickAudit)).toHaveLength(25);
});

test('what a machine may only list is proven by no rule of axe', () => {
  const listed = criteria.filter(({ reach }) => reach === 'list' || reach === 'nothing');
  expect(listed.filter(({ axe }) => axe.confirmed.length > 0)).toEqual([]);
});

test('a rule of axe does not both prove and hint at one criterion', () => {
  expect(criteria.filter(({ axe }) => axe.confirmed.some((rule) => axe.review.includes(rule)))).toEqual([]);
});

test('each label is a short French one of its own', () => {
  const labels = criteria.map(({ label }) => label);
  expect(new Set(labels).size).toBe(106);
  expect(labels.filter((label) => label.length > 60 || /['?.]/.test(label))).toEqual([]);
});

test('a criterion leads to its official page', () => {
  expect(criterionUrl({ id: '8.6' })).toBe(
    'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.6',
  );
});

test('a criterion is found by its number, and by that of its tests', () => {
  expect(criterionOf('8.6')?.label).toBe('Titre de page pertinent');
  expect(criterionOf('14.1')).toBeUndefined();
  expect(criterionOfTest('10.12.1')).toBe('10.12');
});

test('a rule of axe proves a failure of some criteria, and is to be weighed for others', () => {
  const bearings = axeBearings();
  expect(bearings.get('link-in-text-block')).toEqual({ confirmed: ['10.6'], review: ['3.1'] });
  expect(bearings.get('heading-order')).toEqual({ confirmed: [], review: ['9.1'] });
  expect(bearings.has('target-size')).toBe(false);
});

test('the version in force is one of those known, each with the day it was published', () => {
  expect(rgaaVersions).toContain(rgaa);
  expect(rgaaVersions.filter(({ published }) => !/^\d{4}-\d{2}-\d{2}$/.test(published))).toEqual([]);
});
