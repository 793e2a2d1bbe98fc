import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read } from '@e965/xlsx';
import { openReception, type HandCampaign } from '@qualepref/core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { gridWorkbook } from './grid-export.ts';
import { importedGrid, type Imported } from './grid-import.ts';
import { COLUMNS, DECIDE_SHEET, GRID_SHEET, ONCE_CELLS } from './grid-sheet.ts';
import { handWorkbook } from './hand-export.ts';
import { filledByHand, workbookOf } from './hand-fixture.ts';
import { importedHand, openHandBook } from './hand-import.ts';
import { HAND_COLUMNS } from './hand-sheet.ts';
import { report } from './reports/fixture.ts';

const ADVICE =
  'LibreOffice did not open the spreadsheets. Debian: sudo apt-get install -y --no-install-recommends libreoffice-calc-nogui; elsewhere, name one by LIBREOFFICE_PATH.';
const TODAY = '2026-11-30';
const LONG = 120_000;
/** What a person may type, and what a spreadsheet could make of it. */
const REASON = 'Vu à l’écran :\nl’adresse « Place d’Armes » manque. 1/2, 007, =1+1, عربي';

const NOBODY = { decisions: [], earlier: [] };
const REPORT = report();
const RECEPTION = openReception(
  {
    id: 'a1',
    sites: [
      { id: 'prefecture', name: 'Préfecture', kind: 'prefecture' },
      { id: 'aix', name: 'Sous-préfecture d’Aix', kind: 'sous-prefecture' },
    ],
  },
  { period: '2026-S2', today: '2026-11-20', modules: [1] },
);

let dir: string;
const at = (folder: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(dir, folder, name)));

/** Both are filled in, then opened by LibreOffice and saved as ODS, and again as XLSX. */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  mkdirSync(join(dir, 'sent'));
  writeFileSync(join(dir, 'sent', 'grille.xlsx'), await filledGrid());
  writeFileSync(join(dir, 'sent', 'accueil.xlsx'), await filledReception());
  const sent = ['grille.xlsx', 'accueil.xlsx'].map((name) => join(dir, 'sent', name));
  for (const type of ['ods', 'xlsx']) {
    const profile = pathToFileURL(join(dir, 'profile')).href;
    const options = ['--headless', '--norestore', `-env:UserInstallation=${profile}`];
    const { status, error } = spawnSync(
      process.env['LIBREOFFICE_PATH'] ?? 'soffice',
      [...options, '--convert-to', type, '--outdir', join(dir, type), ...sent],
      { stdio: 'ignore', timeout: LONG },
    );
    if (status !== 0) throw new Error(ADVICE, { cause: error });
  }
}, LONG);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function filledGrid(): Promise<Uint8Array> {
  const book = await workbookOf(await gridWorkbook({ report: REPORT, kept: NOBODY, audit: 'x' }));
  const [toDecide, whole] = [DECIDE_SHEET, GRID_SHEET].map((name) => book.getWorksheet(name));
  if (!toDecide || !whole) throw new Error('no sheet');
  toDecide.getCell(ONCE_CELLS.by).value = 'Camille Martin';
  const lineOf = (item: string): number => toDecide.getColumn(COLUMNS.key).values.indexOf(item);
  const fill = (line: number, column: keyof typeof COLUMNS, value: string | Date): void => {
    toDecide.getCell(`${COLUMNS[column]}${String(line)}`).value = value;
  };
  fill(lineOf('ACC-01'), 'verdict', 'non conforme');
  fill(lineOf('ACC-01'), 'reason', REASON);
  fill(lineOf('ACC-02'), 'verdict', 'conforme');
  fill(lineOf('ACC-02'), 'by', 'Dominique');
  const day = toDecide.getCell(`${COLUMNS.date}${String(lineOf('ACC-02'))}`);
  day.value = new Date('2026-11-28T00:00:00Z');
  day.numFmt = 'dd/mm/yyyy';
  const line = whole.getColumn(COLUMNS.key).values.indexOf('ETA-03');
  whole.getCell(`${COLUMNS.verdict}${String(line)}`).value = 'conforme';
  whole.getCell(`${COLUMNS.reason}${String(line)}`).value = 'Vérifié par téléphone.';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const KEY = 'reception:2026-S2:aix ';
const filledReception = async (): Promise<Uint8Array> =>
  filledByHand(await handWorkbook(RECEPTION), {
    'Sous-préfecture d’Aix': {
      by: 'Référente d’Aix',
      rows: {
        [`${KEY}SIG-01`]: { verdict: 'non conforme', reason: REASON },
        [`${KEY}INF-03`]: { verdict: 'sans objet', reason: 'Aucune fermeture prévue.', date: '2026-11-27' },
      },
    },
  });

const readGrid = (bytes: Uint8Array): Imported =>
  importedGrid(bytes, { report: REPORT, kept: NOBODY, audit: 'x', today: TODAY });

function readReception(bytes: Uint8Array, into: HandCampaign = RECEPTION): ReturnType<typeof importedHand> {
  const book = openHandBook(bytes);
  if (!book) throw new Error('not ours');
  return importedHand(book, into, TODAY);
}

test.each(['ods', 'xlsx'])('the grid saved by LibreOffice as %s gives the same decisions', (type) => {
  const sent = readGrid(at('sent', 'grille.xlsx'));
  expect(
    sent.added.decisions.map(({ item, decision }) => [item, decision.verdict, decision.by, decision.date]),
  ).toEqual([
    ['ACC-01', 'non_conforme', 'Camille Martin', '2026-11-24'],
    ['ACC-02', 'conforme', 'Dominique', '2026-11-28'],
    ['ETA-03', 'conforme', 'Camille Martin', '2026-11-24'],
  ]);
  expect(readGrid(at(type, `grille.${type}`))).toEqual(sent);
});

test('a workbook of LibreOffice is read without a word of the library', () => {
  const error = vi.spyOn(console, 'error');
  readGrid(at('ods', 'grille.ods'));
  expect(error).not.toHaveBeenCalled();
  error.mockRestore();
});

test.each(['ods', 'xlsx'])('a visit saved by LibreOffice as %s gives the same decisions', (type) => {
  const sent = readReception(at('sent', 'accueil.xlsx'));
  expect(sent.added).toBe(2);
  const saved = readReception(at(type, `accueil.${type}`));
  expect(saved).toEqual(sent);
  expect(readReception(at(type, `accueil.${type}`), saved.hand).added).toBe(0);
});

test('LibreOffice keeps what is locked, what is hidden and the choice of verdicts', async () => {
  const bytes = at('xlsx', 'accueil.xlsx');
  const book = await workbookOf(bytes);
  expect(book.getWorksheet('Technique')?.state).not.toBe('visible');
  const sheet = book.getWorksheet('Préfecture');
  expect(sheet?.getColumn(HAND_COLUMNS.key).hidden).toBe(true);
  expect(sheet?.getCell(`${HAND_COLUMNS.verdict}7`).dataValidation.formulae).toContain(
    '"conforme,non conforme,sans objet,à vérifier"',
  );
  // In the file itself: the library that writes does not read what LibreOffice says of locks.
  const { files = {} } = read(bytes, { bookFiles: true }) as { files?: Record<string, { content: Buffer }> };
  const textOf = (name: string): string => files[name]?.content.toString() ?? '';
  const rows = textOf('xl/worksheets/sheet1.xml');
  const styles = textOf('xl/styles.xml')
    .replace(/^.*<cellXfs/s, '')
    .split('<xf ')
    .slice(1);
  const isOpen = (column: keyof typeof HAND_COLUMNS): boolean => {
    const style = new RegExp(`<c r="${HAND_COLUMNS[column]}7" s="(\\d+)"`).exec(rows)?.[1];
    return styles[Number(style)]?.includes('locked="false"') === true;
  };
  expect(rows).toContain('<sheetProtection sheet="true"');
  expect((['label', 'verdict', 'reason', 'key'] as const).map(isOpen)).toEqual([false, true, true, false]);
});
