import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine, walked } from '../testing.ts';
import { contextChange } from './context-change.ts';

test('fields that change in place pass', () => {
  expect(verdictLine(contextChange, tried({ fields: { leading: [] } }))).toEqual(['passed']);
});

test('a field that leads elsewhere by itself fails, unless that was told', () => {
  expect(
    verdictLine(
      contextChange,
      tried({ fields: { leading: [{ ...PARAGRAPH, kind: 'page', isTold: false }] } }),
    ),
  ).toEqual(['failed', 'change']);
  expect(
    verdictLine(
      contextChange,
      tried({ fields: { leading: [{ ...PARAGRAPH, kind: 'page', isTold: true }] } }),
    ),
  ).toEqual(['cantTell', 'told']);
});

test('an element that leaves when it gets the focus fails', () => {
  expect(
    verdictLine(
      contextChange,
      tried({ keyboard: { ...walked, departing: [{ ...PARAGRAPH, kind: 'window' }] } }),
    ),
  ).toEqual(['failed', 'focus']);
});

test('an element that leaves when the mouse comes over it fails, one that shows something there does not', () => {
  expect(
    verdictLine(
      contextChange,
      tried({ hover: { contents: [], departing: [{ ...PARAGRAPH, kind: 'page' }] } }),
    ),
  ).toEqual(['failed', 'hover']);
  expect(verdictLine(contextChange, tried({ hover: { contents: [] } }))).toEqual(['inapplicable']);
});

test('a page on which nothing was tried is not judged', () => {
  expect(verdictLine(contextChange, tried({}))).toEqual(['inapplicable']);
});
