import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine, walked } from '../testing.ts';
import { tabOrder } from './tab-order.ts';

test('a page read in its order passes', () => {
  expect(verdictLine(tabOrder, tried({ keyboard: { ...walked } }))).toEqual(['passed']);
});

test('one step back within a form fails, two anywhere too', () => {
  expect(
    verdictLine(
      tabOrder,
      tried({
        keyboard: {
          ...walked,
          disorder: [{ from: PARAGRAPH, to: PARAGRAPH, by: 'tabindex', isOneGroup: true }],
        },
      }),
    ),
  ).toEqual(['failed', 'disorder']);
  expect(
    verdictLine(
      tabOrder,
      tried({
        keyboard: {
          ...walked,
          disorder: [
            { from: PARAGRAPH, to: PARAGRAPH, by: 'tabindex', isOneGroup: false },
            { from: PARAGRAPH, to: PARAGRAPH, by: 'tabindex', isOneGroup: false },
          ],
        },
      }),
    ),
  ).toEqual(['failed', 'disorder', 'disorder']);
});

test('one element brought first is for a person to weigh', () => {
  expect(
    verdictLine(
      tabOrder,
      tried({
        keyboard: {
          ...walked,
          disorder: [{ from: PARAGRAPH, to: PARAGRAPH, by: 'tabindex', isOneGroup: false }],
        },
      }),
    ),
  ).toEqual(['cantTell', 'ranked']);
});

test('a column turned upside down fails', () => {
  expect(
    verdictLine(
      tabOrder,
      tried({
        keyboard: {
          ...walked,
          disorder: [{ from: PARAGRAPH, to: PARAGRAPH, by: 'layout', isOneGroup: true }],
        },
      }),
    ),
  ).toEqual(['failed', 'reversed']);
});

test('a page not gone through is not judged', () => {
  expect(verdictLine(tabOrder, tried({}))).toEqual(['inapplicable']);
});
