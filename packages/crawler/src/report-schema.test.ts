import { toJsonSchema } from '@valibot/to-json-schema';
import { rgaaResults, verdicts } from '@qualepref/core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Report } from './report.ts';
import { reportSchema } from './report-schema.ts';
import { changesOf } from './reports/changes-fixture.ts';
import { report } from './reports/fixture.ts';
import { jsonReport } from './reports/json.ts';

const writtenOf = (made: Report): Record<string, unknown> =>
  JSON.parse([...jsonReport(made)].join('')) as Record<string, unknown>;
const written = (): Record<string, unknown> => writtenOf(report());

test('the report is as its schema says, with no key beyond it', () => {
  expect(v.parse(reportSchema, written())).toEqual(written());
});

test('decisions, the closing and what changed are in the schema too', () => {
  const made = report();
  const [first, ...rest] = made.grid;
  if (!first) throw new Error('no grid');
  const outdated = { verdict: 'conforme', by: 'Camille Martin', date: '2026-11-24' } as const;
  const whole = writtenOf({
    ...made,
    grid: [{ ...first, machine: 'a_verifier', sameAs: '2026-T3', outdated }, ...rest],
    closing: { by: 'Camille Martin', on: '2026-12-01', remaining: 2, hash: 'ab12', version: 1 },
    changes: changesOf(made),
  });
  expect(v.parse(reportSchema, whole)).toEqual(whole);
  expect(v.is(reportSchema, { ...whole, changes: {} })).toBe(false);
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

test('the schema can be published as JSON Schema, and requires every part but the closing, what people said, the criteria and what changed', () => {
  const { required, properties } = toJsonSchema(reportSchema, { typeMode: 'input' });
  expect(Object.keys(properties ?? {}).filter((key) => required?.includes(key) !== true)).toEqual([
    'closing',
    ...['marked', 'ownFindings', 'plan'],
    'rgaa',
    'changes',
  ]);
});
