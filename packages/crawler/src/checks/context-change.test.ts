import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { contextChange } from './context-change.ts';

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

test('fields that change in place pass', () => {
  expect(verdictLine(contextChange, seen({ fields: { leading: [] } }))).toEqual(['passed']);
});

test('a field that leads elsewhere by itself fails, unless that was told', () => {
  expect(
    verdictLine(contextChange, seen({ fields: { leading: [{ ...P, kind: 'page', isTold: false }] } })),
  ).toEqual(['failed', 'change']);
  expect(
    verdictLine(contextChange, seen({ fields: { leading: [{ ...P, kind: 'page', isTold: true }] } })),
  ).toEqual(['cantTell', 'told']);
});

test('an element that leaves when it gets the focus fails', () => {
  expect(
    verdictLine(contextChange, seen({ keyboard: { ...walked, departing: [{ ...P, kind: 'window' }] } })),
  ).toEqual(['failed', 'focus']);
});

test('a page on which nothing was tried is not judged', () => {
  expect(verdictLine(contextChange, seen({}))).toEqual(['inapplicable']);
});
