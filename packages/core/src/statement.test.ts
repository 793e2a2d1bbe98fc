import { expect, test } from 'vitest';
import { conformityLevels, levelOfRate, statementHoldsUntil } from './statement.ts';

test('a site is partly conforming from half of the criteria on, wholly with all of them', () => {
  expect([0, 49.99, 50, 99.9, 100].map(levelOfRate)).toEqual([
    ...['non', 'non', 'partiellement', 'partiellement', 'totalement'],
  ]);
  expect(conformityLevels).toContain(levelOfRate(73));
});

test('a statement holds three years', () => {
  expect(statementHoldsUntil('2024-05-31', [])).toBe('2027-05-31');
});

test('a version published after it leaves it eighteen months, never more than its three years', () => {
  const versions = [{ published: '2026-12-01' }];
  expect(statementHoldsUntil('2026-11-30', versions)).toBe('2028-06-01');
  expect(statementHoldsUntil('2024-01-10', versions)).toBe('2027-01-10');
  expect(statementHoldsUntil('2026-12-01', versions)).toBe('2029-12-01');
});
