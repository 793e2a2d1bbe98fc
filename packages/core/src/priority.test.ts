import { expect, test } from 'vitest';
import type { Owner, Severity } from './finding.ts';
import { priorityOf } from './priority.ts';

const of = (severity: Severity, pages = 1, owner: Owner = 'content'): number =>
  priorityOf({ severity, owner, pages: Array.from({ length: pages }) });

test('the graver of two faults comes first, on as many pages', () => {
  const severities = ['blocking', 'major', 'minor', 'info'] as const;
  const found = severities.map((severity) => of(severity));
  expect(found).toEqual([...found].sort((a, b) => b - a));
  expect(new Set(found).size).toBe(4);
});

test('one step of severity weighs as much as a thousand pages', () => {
  expect(of('minor', 1_000)).toBeCloseTo(of('major'));
  expect(of('major', 1_000)).toBeCloseTo(of('blocking'));
  expect(of('minor', 999)).toBeLessThan(of('major'));
});

test('the more pages, the sooner, and nothing on no page', () => {
  expect(of('minor', 2)).toBeGreaterThan(of('minor'));
  expect(of('blocking', 0)).toBe(0);
});

test('what is only told is never urgent', () => {
  expect(of('info', 10_000)).toBe(0);
});

test('what those who read the report can mend themselves comes before what they can only ask for', () => {
  const owners = ['content', 'document', 'template', 'third-party'] as const;
  const found = owners.map((owner) => of('major', 10, owner));
  expect(found).toEqual([...found].sort((a, b) => b - a));
  expect(new Set(found).size).toBe(4);
});

test('a template that fails on fifty pages is asked for before one page is mended', () => {
  expect(of('major', 50, 'template')).toBeGreaterThan(of('major', 1, 'content'));
});
