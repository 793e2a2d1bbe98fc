import { expect, test } from 'vitest';
import { bySeverity, reaches, type Severity } from './finding.ts';

test('severities sort from blocking to info', () => {
  const severities: Severity[] = ['minor', 'info', 'blocking', 'major'];
  expect(severities.sort(bySeverity)).toEqual(['blocking', 'major', 'minor', 'info']);
});

test('a severity reaches its own threshold and those below, not the one above', () => {
  expect(reaches('major', 'minor')).toBe(true);
  expect(reaches('major', 'major')).toBe(true);
  expect(reaches('major', 'blocking')).toBe(false);
});
