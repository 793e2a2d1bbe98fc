import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { tabOrder } from './tab-order.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const walked = {
  stops: 9,
  isComplete: true,
  unmarked: [],
  unseen: [],
  traps: [],
  dropped: [],
  departing: [],
  disorder: [],
};
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('a page read in its order passes', () => {
  expect(verdictLine(tabOrder, seen({ keyboard: { ...walked } }))).toEqual(['passed']);
});

test('one step back within a form fails, two anywhere too', () => {
  expect(
    verdictLine(
      tabOrder,
      seen({ keyboard: { ...walked, disorder: [{ from: P, to: P, by: 'tabindex', isOneGroup: true }] } }),
    ),
  ).toEqual(['failed', 'disorder']);
  expect(
    verdictLine(
      tabOrder,
      seen({
        keyboard: {
          ...walked,
          disorder: [
            { from: P, to: P, by: 'tabindex', isOneGroup: false },
            { from: P, to: P, by: 'tabindex', isOneGroup: false },
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
      seen({ keyboard: { ...walked, disorder: [{ from: P, to: P, by: 'tabindex', isOneGroup: false }] } }),
    ),
  ).toEqual(['cantTell', 'ranked']);
});

test('a column turned upside down fails', () => {
  expect(
    verdictLine(
      tabOrder,
      seen({ keyboard: { ...walked, disorder: [{ from: P, to: P, by: 'layout', isOneGroup: true }] } }),
    ),
  ).toEqual(['failed', 'reversed']);
});

test('a page not gone through is not judged', () => {
  expect(verdictLine(tabOrder, seen({}))).toEqual(['inapplicable']);
});
