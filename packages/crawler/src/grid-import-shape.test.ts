import { expect, test } from 'vitest';
import type ExcelJS from 'exceljs';
import { gridWorkbook, type GridExport } from './grid-export.ts';
import {
  COLUMNS,
  DECIDE_SHEET,
  DEFECT_COLUMNS,
  DEFECTS_SHEET,
  ONCE_CELLS,
  ORIGIN_CELLS,
  ORIGIN_SHEET,
} from './grid-sheet.ts';
import { AUDIT, faultsOf, importedInto, lineOf, NOBODY, openedBook, sheetOf } from './grid-testing.ts';
import { report } from './reports/fixture.ts';

const source: GridExport = { report: report(), kept: NOBODY, audit: AUDIT };
const plain = gridWorkbook(source);
const ITEM = 'ACC-01';

/** The grid as a person changed it, by hand or by a tool. */
async function changed(change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = await openedBook(await plain);
  const once = sheetOf(book, DECIDE_SHEET);
  once.getCell(ONCE_CELLS.by).value = 'Camille Martin';
  const line = String(lineOf(once, COLUMNS.key, ITEM));
  once.getCell(`${COLUMNS.verdict}${line}`).value = 'conforme';
  once.getCell(`${COLUMNS.reason}${line}`).value = 'Vu.';
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const faults = async (change: (book: ExcelJS.Workbook) => void): Promise<string> =>
  faultsOf(source, await changed(change));

test('a sheet that was renamed is named', async () => {
  expect(await faults((book) => (sheetOf(book, DEFECTS_SHEET).name = 'Anomalies'))).toMatch(
    /^grid-file Il manque la feuille « Défauts » : retirée ou renommée\. Lui rendre son nom/,
  );
});

test('a column that was removed is named where it should be, once for its sheet', async () => {
  const said = await faults((book) => {
    sheetOf(book, DECIDE_SHEET).spliceColumns(4, 1);
  });
  expect(said).toMatch(
    /Feuille « À décider », ligne \d+, cellule D\d+ : Ici doit être la colonne « Pourquoi »/,
  );
  expect(said.split('\n')).toHaveLength(2);
});

test('cells that were merged over several lines are named', async () => {
  const said = await faults((book) => {
    const sheet = sheetOf(book, DEFECTS_SHEET);
    sheet.mergeCells(`${DEFECT_COLUMNS.opinion}2:${DEFECT_COLUMNS.opinion}3`);
  });
  expect(said).toMatch(/cellule F2 : Les cellules F2:F3 sont fusionnées : annuler la fusion/);
});

test('a sort of some columns only is told from one of whole rows', async () => {
  const said = await faults((book) => {
    const sheet = sheetOf(book, DECIDE_SHEET);
    sheet.getCell(`A${String(lineOf(sheet, COLUMNS.key, ITEM))}`).value = 'ACC-02';
  });
  expect(said).toMatch(/cellule A\d+ : Ce point n’est plus celui de sa ligne/);
});

test('a grid whose hidden sheet was lost, or is of another version, says so', async () => {
  expect(
    await faults((book) => {
      book.removeWorksheet(ORIGIN_SHEET);
    }),
  ).toMatch(/sa feuille cachée a été perdue/);
  const other = await faults((book) => {
    sheetOf(book, ORIGIN_SHEET).getCell(ORIGIN_CELLS.format).value = '1';
  });
  expect(other).toMatch(/une autre version de qualepref\. L’exporter de nouveau/);
});

test.each([
  ['24/11/2026', '2026-11-24'],
  ['24.11.26', '2026-11-24'],
  ['24-11-2026', '2026-11-24'],
  ['24 novembre 2026', '2026-11-24'],
  ['mardi 24 novembre 2026', '2026-11-24'],
  ['1er novembre 2026', '2026-11-01'],
])('the day %s is read as it is typed', async (typed, day) => {
  const bytes = await changed((book) => (sheetOf(book, DECIDE_SHEET).getCell(ONCE_CELLS.date).value = typed));
  expect(importedInto(source, bytes).added.decisions[0]?.decision.date).toBe(day);
});

test.each(['31/02/2026', '24/11', 'novembre 2026', 'lundi 24 novembre 2026', 'du 3 au 5 mars 2026', 'hier'])(
  '« %s » is no day',
  async (typed) => {
    const said = await faults((book) => (sheetOf(book, DECIDE_SHEET).getCell(ONCE_CELLS.date).value = typed));
    expect(said).toMatch(/cellule B4 : Ce n’est pas une date\. L’écrire ainsi : 24\/11\/2026/);
    expect(said.split('\n')).toHaveLength(2);
  },
);

test('« Non-conforme » is understood, another word is quoted with the choices', async () => {
  const say = (word: string) => (book: ExcelJS.Workbook) => {
    const sheet = sheetOf(book, DECIDE_SHEET);
    sheet.getCell(`${COLUMNS.verdict}${String(lineOf(sheet, COLUMNS.key, ITEM))}`).value = word;
  };
  const read = importedInto(source, await changed(say('Non-Conforme')));
  expect(read.added.decisions[0]?.decision.verdict).toBe('non_conforme');
  expect(await faults(say('confrome'))).toMatch(
    /« confrome » n’est pas un verdict\. Choisir conforme, non conforme, sans objet, à vérifier\./,
  );
});
