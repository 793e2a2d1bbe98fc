import { expect, test } from 'vitest';
import { page, pageProblems, PARAGRAPH, rendered, verdictLine } from '../testing.ts';
import type { NarrowFacts } from '../passes/narrow.ts';
import { reflow320 } from './reflow-320.ts';

const facts = (narrow: NarrowFacts | undefined): ReturnType<typeof page> =>
  page({}, { rendered: rendered({ passes: narrow ? { narrow } : {} }) });

test('a page that fits a narrow screen passes, one pixel more too', () => {
  expect(verdictLine(reflow320, facts({ overflow: 0, beyond: [] }))).toEqual(['passed']);
  expect(verdictLine(reflow320, facts({ overflow: 1, beyond: [] }))).toEqual(['passed']);
});

test('each text that makes the page wider fails, with its place', () => {
  const wide = facts({ overflow: 280, beyond: [PARAGRAPH] });
  expect(verdictLine(reflow320, wide)).toEqual(['failed', 'beyond-screen']);
  expect(pageProblems(reflow320, wide)[0]?.at.place).toEqual({ selector: 'main > p', zone: 'main' });
});

test('a text wider than the box it scrolls in fails, and one cut off on that screen only', () => {
  const fits = { overflow: 0, beyond: [] };
  const cut = { ...PARAGRAPH, fault: 'cut' } as const;
  const text = { spacing: [], zoom: [cut], orientation: [] };
  expect(verdictLine(reflow320, facts({ ...fits, boxed: [PARAGRAPH] }))).toEqual(['failed', 'boxed-text']);
  expect(verdictLine(reflow320, facts({ ...fits, cut: [cut] }))).toEqual(['failed', 'cut-text']);
  expect(verdictLine(reflow320, facts({ ...fits, cut: [cut], text }))).toEqual(['passed']);
});

test('a page made wider by what is exempt is for a person to look at', () => {
  expect(verdictLine(reflow320, facts({ overflow: 2, beyond: [] }))).toEqual(['cantTell', 'wide-page']);
});

test('a page not shown on a narrow screen is not judged', () => {
  expect(verdictLine(reflow320, facts(undefined))).toEqual(['inapplicable']);
});
