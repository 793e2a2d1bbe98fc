import { expect, test } from 'vitest';
import { link, page, verdictLine } from '../testing.ts';
import { documentAlternatives } from './document-alternatives.ts';

const PDF = link({
  kind: 'document',
  url: 'https://www.exemple.gouv.fr/plan.pdf',
  text: 'Plan de prévention',
});
const judge = (...texts: string[]): string[] =>
  verdictLine(documentAlternatives, page({ links: [PDF, ...texts.map((text) => link({ text }))] }));

test.each([
  'Plan de prévention, version accessible (PDF)',
  'Document PDF accessible',
  'Lire la version HTML',
  'Accessible version of the plan',
  'Le plan en facile à lire',
])('« %s » is compared by a person', (text) => {
  expect(judge(text)).toEqual(['cantTell', 'compare-versions']);
});

test('other links pass: what is accessible by road, the accessibility statement', () => {
  expect(judge('Bâtiment accessible', 'Accessibilité : non conforme', 'Version précédente')).toEqual([
    'passed',
  ]);
});

test('the footer’s links are not versions of a document', () => {
  const footer = link({ text: 'Version accessible', zone: 'footer' });
  expect(verdictLine(documentAlternatives, page({ links: [PDF, footer] }))).toEqual(['passed']);
});

test('a page without a document is not concerned', () => {
  expect(verdictLine(documentAlternatives, page())).toEqual(['inapplicable']);
});
