import { toJsonSchema } from '@valibot/to-json-schema';
import { rgaaResults, verdicts } from '@qualepref/core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { reportSchema } from './report-schema.ts';
import { report } from './reports/fixture.ts';
import { jsonReport } from './reports/json.ts';

const written = (): Record<string, unknown> =>
  JSON.parse([...jsonReport(report())].join('')) as Record<string, unknown>;

test('the report is as its schema says, with no key beyond it', () => {
  expect(v.parse(reportSchema, written())).toEqual(written());
});

test('a report without one of its parts, or of another version, is refused', () => {
  const { defects, ...rest } = written();
  expect(v.is(reportSchema, rest)).toBe(false);
  expect(v.is(reportSchema, { ...rest, defects, schemaVersion: 2 })).toBe(false);
});

test('it knows every verdict and every result of a criterion', () => {
  const made = report();
  const [row] = made.grid;
  const [criterion] = made.rgaa?.criteria ?? [];
  const grid = verdicts.map((verdict) => ({ ...row, verdict }));
  const criteria = rgaaResults.map((result) => ({ ...criterion, result }));
  expect(v.is(reportSchema, { ...written(), grid, rgaa: { ...made.rgaa, criteria } })).toBe(true);
  expect(v.is(reportSchema, { ...written(), grid: [{ ...row, verdict: 'autre' }] })).toBe(false);
});

test('a key that a later version adds is no fault', () => {
  expect(v.is(reportSchema, { ...written(), later: true })).toBe(true);
});

test('the schema can be published as JSON Schema, and requires every part but what people said and the criteria', () => {
  const { required, properties } = toJsonSchema(reportSchema, { typeMode: 'input' });
  expect(Object.keys(properties ?? {}).filter((key) => required?.includes(key) !== true)).toEqual([
    ...['marked', 'ownFindings', 'plan', 'rgaa'],
  ]);
});
