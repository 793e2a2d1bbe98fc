import { expect, test } from 'vitest';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { cssContent } from './css-content.ts';

const ADDED = {
  selector: '.note',
  zone: 'main',
  component: 'div.note',
  html: '<div class="note">',
  pseudo: 'before',
  text: 'Attention :',
} as const;

test('words that a style sheet adds fail, and are quoted', () => {
  const facts = page({}, { rendered: rendered({ probes: { cssContent: [ADDED] } }) });
  expect(verdictLine(cssContent, facts)).toEqual(['failed', 'added-words']);
  expect(pageProblems(cssContent, facts)[0]?.params).toEqual({ text: 'Attention :' });
});

test('a page without any passes, one that was not looked at is not judged', () => {
  expect(verdictLine(cssContent, page({}, { rendered: rendered({ probes: { cssContent: [] } }) }))).toEqual([
    'passed',
  ]);
  expect(verdictLine(cssContent, page({}, { rendered: rendered() }))).toEqual(['inapplicable']);
});

test('a word in the label of a box to tick may only repeat its state', () => {
  const state = { ...ADDED, text: 'Activé', isState: true } as const;
  const facts = page({}, { rendered: rendered({ probes: { cssContent: [state] } }) });
  expect(verdictLine(cssContent, facts)).toEqual(['cantTell', 'added-state']);
});
