import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeReports } from './judge.ts';
import { report } from './reports/fixture.ts';
import { isReportFile, usualFormats } from './reports/index.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

test('what no format is asked for writes is the page and its data', async () => {
  expect(await writeReports(report(), out, usualFormats)).toEqual([
    join(out, 'report.html'),
    join(out, 'report.json'),
  ]);
  expect(readdirSync(out).sort()).toEqual(['report.html', 'report.json']);
});

test('formats are made in their own order, each file once and nothing beside it', async () => {
  const paths = await writeReports(report(), join(out, 'neuf'), ['summary', 'csv', 'json', 'csv']);
  const names = paths.map((path) => path.slice(join(out, 'neuf').length + 1));
  expect(names.slice(0, 10)).toEqual([
    'report.json',
    ...['grille', 'defauts', 'avis', 'mes-constats', 'plan'].map((table) => `report-${table}.csv`),
    ...['constats', 'pages', 'documents'].map((table) => `report-${table}.csv`),
    'report-summary.html',
  ]);
  expect(readdirSync(join(out, 'neuf')).sort()).toEqual([...names].sort());
  expect(names.filter((name) => !isReportFile(name))).toEqual([]);
});

test('writing says how many formats are done, each once', async () => {
  const said: string[] = [];
  await writeReports(report(), out, ['json', 'csv', 'json'], ({ stage, done, total }) => {
    said.push(`${stage} ${String(done)}/${String(total)}`);
  });
  expect(said).toEqual(['write 0/2', 'write 1/2', 'write 2/2']);
});

test.for(['audit.sqlite', 'report.html.tmp', 'report-grille.xlsx', 'report', 'mon-report.html', 'notes.csv'])(
  '%s is no file of a report',
  (name) => {
    expect(isReportFile(name)).toBe(false);
  },
);
