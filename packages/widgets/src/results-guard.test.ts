import { loadResults } from '@qualepref/core';
import { expect, test } from 'vitest';
import { sampleResults } from './results-fixture.ts';
import { isResults } from './results-guard.ts';

const isInSchema = (value: unknown): boolean => {
  try {
    loadResults(value);
    return true;
  } catch {
    return false;
  }
};

/** What JSON can hold. */
const ODD = [
  null,
  '',
  ' ',
  'x',
  'É',
  '2026-13',
  '2026-02-30',
  '2026-T4',
  '2026-11-24',
  -1,
  0,
  0.5,
  1,
  2,
  9,
  [],
  {},
  [{}],
  { fr: 'x' },
  { rate: 2 },
  { rate: 0.2 },
  { count: 1.5 },
  { numerator: 2, denominator: 1 },
];

/** Each value with one of its parts, however deep, replaced by each odd value. */
function* spoiled(value: unknown, at = ''): Generator {
  // A section of optional keys only: what has none of them has unknown ones, which only the schema refuses.
  yield* at === 'of' ? ODD.filter((odd) => typeof odd !== 'object' || odd === null) : ODD;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value))
    for (const other of spoiled((value as Record<string, unknown>)[key], key))
      yield Array.isArray(value)
        ? value.map((item: unknown, index) => (String(index) === key ? other : item))
        : { ...value, [key]: other };
}

test('the guard says of a file what the schema of core says', () => {
  expect(isResults(sampleResults)).toBe(true);
  const differ = [
    ...spoiled({
      ...sampleResults,
      label: { ...sampleResults.label, suspended: { from: '2026', reason: { fr: 'x' } } },
    }),
  ].filter((value) => isResults(value) !== isInSchema(value));
  expect(differ.map((value) => JSON.stringify(value))).toEqual([]);
});

test('a key that a later file may have is passed over', () => {
  expect(isResults({ ...sampleResults, later: true })).toBe(true);
});
