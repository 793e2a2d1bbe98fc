import { expect, test } from 'vitest';
import { finding, report } from './fixture.ts';
import { jsonReport } from './json.ts';

const written = (made: Parameters<typeof jsonReport>[0]): string => [...jsonReport(made)].join('');

test('the report comes back as it was', () => {
  expect(JSON.parse(written(report()))).toEqual(report());
});

test('the order in which a report was built does not show', () => {
  const made = report();
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, turned(inner)]),
    );
  };
  expect(written(turned(made) as typeof made)).toBe(written(made));
});

test('the parts stand in the order of the contract', () => {
  const parts = [...written(report()).matchAll(/^ {2}"(\w+)"/gm)].map(([, part]) => part);
  expect(parts).toEqual([
    ...['schemaVersion', 'execution', 'site', 'campaign', 'sample', 'addresses', 'grid', 'findings'],
    ...['defects', 'ignored', 'limits', 'rgaa'],
  ]);
});

test('separators, controls and direction marks are escaped', () => {
  const message = 'a\u2028b\u2029c\u202Ed\u0085e\u001Bf';
  const text = written(report({ findings: [finding({ message })] }));
  expect(text).toContain('"a\\u2028b\\u2029c\\u202ed\\u0085e\\u001bf"');
  expect(text.endsWith('}\n')).toBe(true);
});
