import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { pageOf } from '../testing-read.ts';
import { page, siteLine, siteProblems } from '../testing.ts';
import { labelConsistency } from './label-consistency.ts';

const at = (n: number, body: string): PageFacts => ({
  ...pageOf(`<main>${body}</main>`),
  url: `https://a.fr/${String(n)}`,
});
const field = (label: string, attributes = 'name="courriel"'): string =>
  `<form><label>${label} <input ${attributes}></label></form>`;

test('a field named alike on every page passes, capitals and signs aside', () => {
  const pages = [at(1, field('Adresse électronique *')), at(2, field('adresse électronique :'))];
  expect(siteLine(labelConsistency, pages)).toEqual(['passed']);
});

test('a field that has two names is for a person to compare, once', () => {
  const pages = [
    at(1, field('Courriel')),
    at(2, field('Adresse électronique')),
    at(3, field('Adresse électronique')),
  ];
  expect(siteLine(labelConsistency, pages)).toEqual(['cantTell', 'varied-label']);
  expect(siteProblems(labelConsistency, pages)[0]).toMatchObject({
    params: { label: 'Adresse électronique', other: 'Courriel', url: 'https://a.fr/1' },
    at: { url: 'https://a.fr/2' },
  });
});

test('fields are compared by what they ask for, whatever their names are', () => {
  const pages = [
    at(1, field('Courriel', 'name="a1" autocomplete="email"')),
    at(2, field('Mél', 'name="b2" autocomplete="email"')),
  ];
  expect(siteLine(labelConsistency, pages)).toEqual(['cantTell', 'varied-label']);
  const others = [at(1, field('Courriel', 'name="a"')), at(2, field('Sujet', 'name="a"'))];
  expect(siteLine(labelConsistency, others)).toEqual(['inapplicable']);
});

test('boxes, and pages without a field, are not compared', () => {
  expect(siteLine(labelConsistency, [page()])).toEqual(['inapplicable']);
  const boxes = [
    at(1, field('Oui', 'type="radio" name="choix"')),
    at(2, field('Non', 'type="radio" name="choix"')),
  ];
  expect(siteLine(labelConsistency, boxes)).toEqual(['inapplicable']);
});
