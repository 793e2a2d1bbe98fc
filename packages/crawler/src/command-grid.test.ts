import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '@qualepref/core';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AuditFile } from './audit-file.ts';
import { emptyAudit, gridCommand } from './command-fixture.ts';
import { contentHash } from './decided-report.ts';
import {
  COLUMNS,
  DECIDE_SHEET,
  ONCE_CELLS,
  OWN_COLUMNS,
  OWN_SHEET,
  PLAN_COLUMNS,
  PLAN_SHEET,
} from './grid-sheet.ts';
import { judge } from './judge.ts';
import { sinceOf } from './since.ts';
import { VERSION } from './version.ts';

const CONFIG = defaultConfig('https://a.fr/');
let dir: string;
let audit: string;
let sheet: string;

/** One audit goes through the whole campaign, test after test. */
beforeAll(() => {
  vi.useFakeTimers({ now: new Date('2026-11-30T10:00:00Z'), toFake: ['Date'] });
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  audit = join(dir, 'audit.sqlite');
  sheet = join(dir, 'grille.xlsx');
  emptyAudit(audit);
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true, force: true });
});

/** Decides the first items of the spreadsheet. */
async function fill(...verdicts: string[]): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(sheet);
  const rows = book.getWorksheet(DECIDE_SHEET);
  if (!rows) throw new Error('no sheet');
  rows.getCell(ONCE_CELLS.by).value = 'Camille Martin';
  const first = rows.getColumn(COLUMNS.key).values.indexOf('technique') + 1;
  for (const [at, verdict] of verdicts.entries())
    rows.getCell(`${COLUMNS.verdict}${String(first + at)}`).value = verdict;
  await book.xlsx.writeFile(sheet);
}

interface Written {
  readonly grid: readonly { by: string; verdict: string }[];
  readonly closing?: { by: string; version: number; hash: string };
  readonly plan?: readonly { action?: { owner: string } }[];
}
const written = (): Written => JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')) as Written;
const decided = (): number => written().grid.filter(({ by }) => by === 'Camille Martin').length;
const kept = (): number => {
  const file = AuditFile.read(audit);
  const { length } = file.campaign.decisions;
  file.close();
  return length;
};

test('the grid is written beside the audit, and what is filled in enters it and the reports', async () => {
  expect(await gridCommand('export', dir)).toEqual({ code: 0, said: `${sheet}\n` });
  await fill('non conforme', 'conforme');
  const { code, said } = await gridCommand('import', sheet);
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/^2 décisions enregistrées\.\n\d+ points restent à décider\.\n/),
  ]);
  expect([kept(), decided()]).toEqual([2, 2]);
  expect(readFileSync(join(dir, 'report.html'), 'utf8')).toContain('Décidé par Camille Martin');
});

test('importing again changes nothing', async () => {
  expect(await gridCommand('import', sheet)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Rien de nouveau/) as string,
  });
  expect(kept()).toBe(2);
});

test('one wrong cell, and nothing is imported', async () => {
  await fill('sans objet', 'peut-être');
  expect(await gridCommand('import', sheet)).toMatchObject({
    code: 2,
    said: expect.stringMatching(/cellule G\d+ : « peut-être »/) as string,
  });
  expect([kept(), decided()]).toEqual([2, 2]);
});

test('a closed campaign says who closed it, and changes only for a reason, as a new version', async () => {
  expect(await gridCommand('close', dir)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/close et visée par Camille Martin, \d+ points restants/) as string,
  });
  const { hash, ...closing } = written().closing ?? {};
  expect(closing).toMatchObject({ by: 'Camille Martin', version: 1 });
  expect(readFileSync(join(dir, 'report.html'), 'utf8')).toContain(hash);
  // As a death just after the signature leaves it.
  writeFileSync(join(dir, 'report.html'), 'de la veille');
  expect(await gridCommand('close', dir)).toMatchObject({ code: 2 });
  expect(readFileSync(join(dir, 'report.html'), 'utf8')).toContain(hash);
  await fill('non conforme', 'non conforme');
  expect(await gridCommand('import', sheet)).toMatchObject({
    code: 2,
    said: expect.stringMatching(/--reopen/) as string,
  });
  expect(kept()).toBe(2);
  expect(await gridCommand('import', sheet, '--reopen', 'Adresse revue.')).toMatchObject({ code: 0 });
  expect([kept(), written().closing]).toEqual([3, undefined]);
  await gridCommand('close', dir, '--by', 'Dominique');
  expect(written().closing).toMatchObject({ by: 'Dominique', version: 2 });
  expect(written().closing?.hash).not.toBe(hash);
});

test('the plan goes on once the campaign is closed, and changes nothing of what was closed', async () => {
  const hash = written().closing?.hash;
  await gridCommand('export', dir);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(sheet);
  const once = book.getWorksheet(DECIDE_SHEET);
  const plan = book.getWorksheet(PLAN_SHEET);
  if (!once || !plan) throw new Error('no sheet');
  once.getCell(ONCE_CELLS.by).value = 'Camille Martin';
  plan.getCell(`${PLAN_COLUMNS.owner}2`).value = 'Communication';
  plan.getCell(`${PLAN_COLUMNS.dueOn}2`).value = '31/01/2027';
  await book.xlsx.writeFile(sheet);
  expect(await gridCommand('import', sheet)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^1 action du plan\./) as string,
  });
  expect([written().closing?.hash, written().plan?.[0]?.action?.owner]).toEqual([hash, 'Communication']);
});

test('whoever makes the report again finds the hash of what was closed', () => {
  const file = AuditFile.read(audit);
  expect(contentHash(judge(file, () => undefined))).toBe(written().closing?.hash);
  file.close();
});

test('the next quarter proposes what was decided, and the grid says of which', async () => {
  const file = AuditFile.read(audit);
  const since = sinceOf(file, CONFIG, VERSION, { version: '', sandboxed: true }).audit;
  file.close();
  const next = join(dir, 'suite.sqlite');
  emptyAudit(next, '2027-T1', since);
  sheet = join(dir, 'suite.xlsx');
  expect(await gridCommand('export', next, '--out', sheet)).toMatchObject({ code: 0 });
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(sheet);
  const again = book.getWorksheet(DECIDE_SHEET)?.getColumn(COLUMNS.again).values ?? [];
  expect(again.filter((value) => value === 'comme 2026-T4')).toHaveLength(2);
  // The plan needs no confirming.
  const plan = book.getWorksheet(PLAN_SHEET)?.getColumn(PLAN_COLUMNS.owner).values ?? [];
  expect(plan.filter((value) => value === 'Communication')).toHaveLength(1);
});

test('a finding that a decision is above is named', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(sheet);
  const [once, own] = [book.getWorksheet(DECIDE_SHEET), book.getWorksheet(OWN_SHEET)];
  if (!once || !own) throw new Error('no sheet');
  once.getCell(ONCE_CELLS.by).value = 'Camille Martin';
  const line = once.getColumn(COLUMNS.key).values.indexOf('ACC-08');
  once.getCell(`${COLUMNS.verdict}${String(line)}`).value = 'conforme';
  const cells = { item: 'ACC-08', what: 'Plan illisible.', severity: 'Majeur' };
  for (const [name, value] of Object.entries(cells))
    own.getCell(`${OWN_COLUMNS[name as keyof typeof cells]}2`).value = value;
  await book.xlsx.writeFile(sheet);
  expect(await gridCommand('import', sheet, '--audit', join(dir, 'suite.sqlite'))).toMatchObject({
    code: 0,
    said: expect.stringContaining('l’emporte : ACC-08 (conforme)') as string,
  });
});

test('what is no spreadsheet, or no audit, is refused', async () => {
  const odd = join(dir, 'odd.xlsx');
  writeFileSync(odd, 'point;verdict');
  expect(await gridCommand('import', odd)).toMatchObject({ code: 2 });
  expect(await gridCommand('import', join(dir, 'absent.xlsx'))).toMatchObject({ code: 2 });
  expect(await gridCommand('export', join(dir, 'absent'))).toMatchObject({ code: 2 });
});
