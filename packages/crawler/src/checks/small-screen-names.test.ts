import { expect, test } from 'vitest';
import { page, PARAGRAPH, rendered, verdictLine } from '../testing.ts';
import type { NarrowFacts } from '../passes/narrow.ts';
import { smallScreenNames } from './small-screen-names.ts';

const line = (narrow?: Partial<NarrowFacts>): readonly string[] =>
  verdictLine(
    smallScreenNames,
    page(
      {},
      { rendered: rendered({ passes: narrow ? { narrow: { overflow: 0, beyond: [], ...narrow } } : {} }) },
    ),
  );

test('a button or a link that shows without a name on a small screen only fails', () => {
  expect(line({ nameless: [{ ...PARAGRAPH, isLink: false }] })).toEqual(['failed', 'nameless-button']);
  expect(line({ nameless: [{ ...PARAGRAPH, isLink: true }] })).toEqual(['failed', 'nameless-link']);
});

test('a page without any passes, and one not shown on a small screen is not judged', () => {
  expect(line({})).toEqual(['passed']);
  expect(line()).toEqual(['inapplicable']);
});
