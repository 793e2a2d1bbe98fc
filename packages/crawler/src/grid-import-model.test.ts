import type ExcelJS from 'exceljs';
import { gapsIn, gridOf, handGrids, openReception, QualeprefError, receptionGrid } from '@qualepref/core';
import { expect, test } from 'vitest';
import { handWorkbook } from './hand-export.ts';
import { filledByHand, lineOf, workbookOf } from './hand-fixture.ts';
import { importedHand, openHandBook } from './hand-import.ts';
import { MODEL_SHEET } from './hand-sheet.ts';
import { ownGrid } from './grid-import-model.ts';

const SITES = [{ id: 'aix', name: 'Aix', kind: 'sous-prefecture' }] as const;
const SETTING = { period: '2026-S2', today: '2026-11-20', modules: [1] };
const ours = openReception({ id: 'a1', sites: SITES }, SETTING);

/** The sheet « Modèle » of an export, changed by a person. */
async function changed(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = await workbookOf(await handWorkbook(ours));
  const sheet = book.getWorksheet(MODEL_SHEET);
  if (!sheet) throw new Error('no sheet');
  change(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const OWN = ['ZZZ-01', 'Vie du hall', 'Le hall est calme', 'Écouter cinq minutes.', 'ACC', 'sous-préfecture'];

function faultsOf(bytes: Uint8Array): string {
  try {
    ownGrid(bytes, 'reception');
  } catch (error) {
    if (error instanceof QualeprefError) return `${error.code} ${error.message}`.replace(/\u00A0/g, ' ');
    throw error;
  }
  return 'none';
}

test('the model of an export, left as it is, is the grid that it was made with', async () => {
  const { items, rubrics } = ownGrid(await changed(() => undefined), 'reception');
  expect(items.map(({ module: _, ...item }) => item)).toEqual(
    receptionGrid.items.map(({ module: _, ...item }) => item),
  );
  expect(rubrics).toEqual(receptionGrid.rubrics);
});

test('a grid of one’s own is filled in, read back and makes gaps as ours does', async () => {
  const bytes = await changed((sheet) => {
    sheet.spliceRows(2, 1);
    sheet.getCell('C2').value = 'Le fléchage est complet';
    sheet.addRow(OWN);
  });
  const grid = ownGrid(bytes, 'reception');
  expect(grid.edition).toMatch(/^propre-[\da-f]{8}$/);
  expect(grid.items[0]).toMatchObject({ id: 'SIG-02', label: 'Le fléchage est complet' });
  const hand = openReception({ id: 'b2', sites: SITES, grid }, SETTING);
  const key = 'reception:2026-S2:aix ZZZ-01';
  const book = await filledByHand(await handWorkbook(hand), {
    Aix: { rows: { [key]: { verdict: 'non conforme' } } },
  });
  expect(lineOf((await workbookOf(book)).worksheets[0] as ExcelJS.Worksheet, key)).toBeGreaterThan(0);
  const read = openHandBook(book);
  if (!read) throw new Error('not ours');
  expect(gapsIn(importedHand(read, hand, '2026-11-30').hand)).toMatchObject([
    { reference: 'ZZZ-01', subject: expect.stringContaining('Le hall est calme') as string },
  ]);
});

test('a campaign goes on with its grid, and no other one', async () => {
  const grid = ownGrid(await changed((sheet) => sheet.addRow(OWN)), 'reception');
  const hand = openReception({ id: 'b2', sites: SITES, grid }, SETTING);
  const again = openReception({ id: 'b2', sites: SITES }, SETTING, hand);
  expect(gridOf(again)).toEqual(grid);
  expect(() => openReception({ id: 'b2', sites: SITES, grid: handGrids.reception }, SETTING, hand)).toThrow(
    /suit l’édition propre-/,
  );
});

test('each wrong cell is named', async () => {
  const wrongly = async (...rows: string[][]): Promise<string> =>
    faultsOf(await changed((sheet) => rows.forEach((row) => sheet.addRow(row))));
  const cell = (at: number, value: string): string[] => OWN.map((own, index) => (index === at ? value : own));
  for (const [row, expected] of [
    [cell(0, 'ACC1'), /Feuille « Modèle », ligne 41, cellule A41 : Attendu : trois lettres/],
    [cell(0, 'SIG-01'), /cellule A41 : Le point SIG-01 est écrit deux fois/],
    [
      cell(1, 'Signalétique et abords'),
      /cellule A41 : Attendu : un numéro de cette rubrique, qui commence par SIG/,
    ],
    [cell(2, ''), /cellule C41 : Il manque « Ce qui doit être »/],
    [cell(3, 'x'.repeat(2_001)), /cellule D41 : Ce texte est trop long/],
    [cell(4, ''), /cellule E41 : Attendu : les engagements .* ACC/],
    [cell(5, 'mairie'), /cellule F41 : « mairie » : attendu préfecture ou sous-préfecture/],
  ] as const)
    expect(await wrongly([...row])).toMatch(expected);
  expect(await wrongly(OWN)).toBe('none');
});

test('what is no grid is refused, with where to begin', async () => {
  expect(faultsOf(new Uint8Array([80, 75, 3, 4]))).toMatch(/^grid .*Partir de la feuille « Modèle »/);
  const headless = await changed((sheet) => (sheet.getCell('D1').value = 'Autre'));
  expect(faultsOf(headless)).toMatch(/il manque à sa première ligne : Comment le vérifier/);
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  expect(ownGrid(json(receptionGrid), 'reception')).toEqual(receptionGrid);
  expect(() => ownGrid(json(receptionGrid), 'mail-control')).toThrow(/celle de «\sreception\s»/);
  expect(() => ownGrid(new Uint8Array([123]), 'reception')).toThrow(/ne se lit pas/);
});
