import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '@qualepref/core';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AuditFile } from './audit-file.ts';
import { emptyAudit, gridCommand } from './command-fixture.ts';
import { DECIDE_SHEET, ONCE_CELLS, PLAN_COLUMNS, PLAN_SHEET } from './grid-sheet.ts';
import { filledByHand } from './hand-fixture.ts';
import { sinceOf } from './since.ts';
import { VERSION } from './version.ts';

const CONFIG = defaultConfig('https://a.fr/');
const SITE = 'Sous-préfecture d’Aix';
const SIGN = 'SIG-01';
let dir: string;
const at = (...names: string[]): string => join(dir, ...names);

/** The reception of a site is visited, and one item is decided. */
async function visited(period: string, verdict = 'non conforme', date = '24/11/2026'): Promise<string> {
  const name = `accueil-${period}`;
  const [sheet, config] = [at('accueil', `${name}.xlsx`), at('qualepref.yml')];
  await gridCommand('export', at('accueil'), '--kind', 'accueil', '--period', period, '--config', config);
  const rows = { [`reception:${period}:aix ${SIGN}`]: { verdict, reason: `Vu le ${date}.` } };
  const bytes = await filledByHand(new Uint8Array(readFileSync(sheet)), { [SITE]: { rows, date } });
  writeFileSync(sheet, bytes);
  await gridCommand('import', sheet);
  return at('accueil', `${name}-ecarts.json`);
}

beforeAll(() => {
  vi.useFakeTimers({ now: new Date('2026-11-30T10:00:00Z'), toFake: ['Date'] });
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  writeFileSync(
    at('qualepref.yml'),
    `site: { address: "https://a.fr/" }\nsites:\n  - { id: aix, name: "${SITE}", kind: sous-prefecture }\n`,
  );
  emptyAudit(at('audit.sqlite'), '2026-T4');
});
afterAll(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true, force: true });
});

/** The plan that an audit exports. */
async function planOf(audit: string): Promise<{ book: ExcelJS.Workbook; rows: string[][] }> {
  await gridCommand('export', audit, '--out', at('plan.xlsx'));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(at('plan.xlsx'));
  const sheet = book.getWorksheet(PLAN_SHEET);
  const { item, gap, seen, what, owner } = PLAN_COLUMNS;
  const rows = Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, index) =>
    [item, gap, seen, what, owner].map(
      (letter) => sheet?.getCell(`${letter}${String(index + 2)}`).text ?? '',
    ),
  );
  return { book, rows };
}

test('gaps of the reception grid enter the plan, with the site and what to mend', async () => {
  const gaps = await visited('2026-S2');
  expect(await gridCommand('import', gaps, '--audit', dir)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^1 écart ajouté au plan d’amélioration\./) as string,
  });
  expect((await gridCommand('import', gaps, '--audit', dir)).said).toMatch(/suit déjà ces écarts/);
  const { rows } = await planOf(dir);
  expect(rows).toEqual([
    [
      SIGN,
      expect.stringContaining(`(${SITE})`),
      expect.stringMatching(/^Grille d’accueil sur site, .*non conforme, décidé par Référente/),
      expect.stringMatching(/^Corriger ce qui a été relevé.*Vu le 24\/11\/2026\.$/),
      '',
    ],
  ]);
});

test('such a gap has an action as any other, and is one line the next time that it is found', async () => {
  const { book } = await planOf(dir);
  const [once, plan] = [book.getWorksheet(DECIDE_SHEET), book.getWorksheet(PLAN_SHEET)];
  if (!once || !plan) throw new Error('no sheet');
  once.getCell(ONCE_CELLS.by).value = 'Camille Martin';
  plan.getCell(`${PLAN_COLUMNS.owner}2`).value = 'Accueil';
  plan.getCell(`${PLAN_COLUMNS.dueOn}2`).value = '31/01/2027';
  await book.xlsx.writeFile(at('plan.xlsx'));
  expect((await gridCommand('import', at('plan.xlsx'), '--audit', dir)).said).toMatch(/^1 action du plan\./);

  const file = AuditFile.read(at('audit.sqlite'));
  const since = sinceOf(file, CONFIG, VERSION, { version: '', sandboxed: true }).audit;
  file.close();
  emptyAudit(at('suite.sqlite'), '2027-T1', since);
  expect((await planOf(at('suite.sqlite'))).rows).toMatchObject([[SIGN, {}, {}, {}, 'Accueil']]);
  const again = await visited('2027-S1');
  expect((await gridCommand('import', again, '--audit', at('suite.sqlite'))).said).toMatch(/suit déjà/);
});

test('a later visit proposes to close the action, and what is found again once it is closed is another gap', async () => {
  const place = at('suite.sqlite');
  vi.setSystemTime(new Date('2027-05-30T10:00:00Z'));
  const mended = await visited('2027-S1', 'conforme', '12/05/2027');
  expect((await gridCommand('import', mended, '--audit', place)).said).toMatch(
    /^1 action du plan peut être close, .* choisir « efficace » dans la feuille « Plan d’amélioration »\.\n/,
  );
  expect((await gridCommand('import', mended, '--audit', place)).said).toMatch(/suit déjà/);
  const closing = /^À clore : .* 1er semestre 2027 : conforme, décidé par Référente le 12 mai 2027/;
  const { book, rows } = await planOf(place);
  expect(rows[0]?.[2]?.replace(/[\u00A0\u202F]/g, ' ')).toMatch(closing);

  const plan = book.getWorksheet(PLAN_SHEET);
  const once = book.getWorksheet(DECIDE_SHEET);
  if (!plan || !once) throw new Error('no sheet');
  expect(plan.getCell(`${PLAN_COLUMNS.note}2`).text).toMatch(/conforme, décidé par Référente/);
  once.getCell(ONCE_CELLS.by).value = 'Camille Martin';
  once.getCell(ONCE_CELLS.date).value = '30/05/2027';
  plan.getCell(`${PLAN_COLUMNS.state}2`).value = 'efficace';
  await book.xlsx.writeFile(at('clore.xlsx'));
  expect((await gridCommand('import', at('clore.xlsx'), '--audit', place)).said).toMatch(
    /^1 action du plan\./,
  );

  vi.setSystemTime(new Date('2027-11-20T10:00:00Z'));
  const again = await visited('2027-S2', 'non conforme', '18/11/2027');
  expect((await gridCommand('import', again, '--audit', place)).said).toMatch(/^1 écart ajouté/);
  vi.setSystemTime(new Date('2026-11-30T10:00:00Z'));
});

test('a gap without action is handed on too', async () => {
  emptyAudit(at('seul.sqlite'), '2026-T4');
  await gridCommand('import', at('accueil', 'accueil-2026-S2-ecarts.json'), '--audit', at('seul.sqlite'));
  const file = AuditFile.read(at('seul.sqlite'));
  const since = sinceOf(file, CONFIG, VERSION, { version: '', sandboxed: true }).audit;
  file.close();
  emptyAudit(at('apres.sqlite'), '2027-T1', since);
  expect((await planOf(at('apres.sqlite'))).rows).toMatchObject([[SIGN, {}, {}, {}, '']]);
});

test('what are no gaps, or those of the site itself, are refused', async () => {
  const gap = { id: 'website:2026-T4:ACC-01', origin: 'website-grid', foundOn: '2026-11-24', subject: 'x' };
  for (const [content, why] of [
    ['non', /ne se lit pas comme des écarts/],
    ['{"gaps":[{"id":"x"}],"sightings":[]}', /écarts, gaps\.0\.origin/],
    [JSON.stringify({ gaps: [gap], sightings: [] }), /le plan les suit déjà/],
  ] as const) {
    writeFileSync(at('faux.json'), content);
    expect(await gridCommand('import', at('faux.json'), '--audit', dir)).toMatchObject({
      code: 2,
      said: expect.stringMatching(why) as string,
    });
  }
});
