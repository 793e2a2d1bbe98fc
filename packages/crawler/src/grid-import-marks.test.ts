import ExcelJS from 'exceljs';
import type { Mark } from '@qualepref/core';
import { expect, test } from 'vitest';
import type { KeptCampaign } from './audit-file.ts';
import { withDecisions } from './decided-report.ts';
import { gridWorkbook, type GridExport } from './grid-export.ts';
import { fillDefects } from './grid-export-acts.ts';
import { COLUMNS, DECIDE_SHEET, DEFECT_COLUMNS, DEFECTS_SHEET, LINK_KEY } from './grid-sheet.ts';
import {
  afterwards,
  AUDIT,
  faultsOf,
  filledBook,
  importedInto,
  lineOf,
  NOBODY,
  openedBook,
  sheetOf,
  type Written,
} from './grid-testing.ts';
import { finding, report } from './reports/fixture.ts';

const PAGE = 'https://www.exemple.gouv.fr/Contact';
const wrong = finding({ check: 'legal-notice', code: 'incomplete', items: ['TEC-01'], url: PAGE });
const wide = finding({ check: 'page-title', code: 'no-title', items: ['A11-06'], url: PAGE });
const link = finding({
  ...{ check: 'dead-link', code: 'external-refused', outcome: 'cantTell', items: ['TEC-02'], url: PAGE },
  ...{ cause: 'https://ailleurs.example/', owner: 'third-party' },
});
const others = Array.from({ length: 10 }, (_, at) => finding({ check: `faute-${String(at)}`, url: PAGE }));
const machine = report({ findings: [wrong, wide, link, ...others] });
const idOf = (check: string): string => machine.defects.find((defect) => defect.check === check)?.id ?? '';
const given = (kept: KeptCampaign = NOBODY): GridExport => ({ report: machine, kept, audit: AUDIT });

/** What is written beside a defect, by the name of the column. */
function beside(check: string, cells: Partial<Record<keyof typeof DEFECT_COLUMNS, string>>): Written {
  return {
    sheet: DEFECTS_SHEET,
    where: [DEFECT_COLUMNS.key, idOf(check)],
    cells: Object.fromEntries(
      Object.entries(cells).map(([name, value]) => [
        DEFECT_COLUMNS[name as keyof typeof DEFECT_COLUMNS],
        value,
      ]),
    ),
  };
}
const onLink = (verdict: string, reason = ''): Written => ({
  sheet: DECIDE_SHEET,
  where: [COLUMNS.key, `${LINK_KEY}${idOf('dead-link')}`],
  cells: { [COLUMNS.verdict]: verdict, [COLUMNS.reason]: reason },
});
const ACCEPTED = beside('legal-notice', { opinion: 'accepté', reason: 'En cours.', expires: '30/06/2027' });
const marksOf = async (...rows: Written[]): Promise<readonly Mark[]> =>
  importedInto(given(), await filledBook(given(), rows)).added.marks;

test('a mark comes back with its reason, its end, its author and its day', async () => {
  const [mark] = await marksOf(ACCEPTED);
  expect(mark).toEqual({
    ...{ opinion: 'accepted', reason: 'En cours.', expires: '2027-06-30' },
    ...{ by: 'Camille Martin', date: '2026-11-24', findings: [wrong.id] },
    defect: { check: 'legal-notice', code: 'incomplete', outcome: 'failed', cause: '' },
  });
});

test('without an end, it holds for a year', async () => {
  const [mark] = await marksOf(beside('page-title', { opinion: 'Faux positif', reason: 'Vu.' }));
  expect(mark).toMatchObject({ opinion: 'false-positive', expires: '2027-11-24' });
});

test('the same spreadsheet twice adds nothing, nor does the one exported since', async () => {
  const bytes = await filledBook(given(), [ACCEPTED, onLink('non conforme')]);
  const kept = afterwards(NOBODY, importedInto(given(), bytes));
  expect(kept.marks).toHaveLength(2);
  expect(importedInto(given(kept), bytes).added.marks).toEqual([]);
  expect(importedInto(given(kept), await filledBook(given(kept), [])).added.marks).toEqual([]);
});

test('the export shows what was said, and asks nobody to mend what is set aside', async () => {
  const kept = afterwards(NOBODY, importedInto(given(), await filledBook(given(), [ACCEPTED])));
  const book = await openedBook(await gridWorkbook(given(kept)));
  const sheet = sheetOf(book, DEFECTS_SHEET);
  const line = String(lineOf(sheet, DEFECT_COLUMNS.key, idOf('legal-notice')));
  const { opinion, reason, expires, said } = DEFECT_COLUMNS;
  expect([opinion, reason, expires].map((letter) => sheet.getCell(letter + line).text)).toEqual([
    ...['accepté', 'En cours.', '30/06/2027'],
  ]);
  expect(sheet.getCell(said + line).text).toContain('par Camille Martin le 24 novembre 2026');
  const decided = withDecisions(machine, kept);
  expect(decided.defects.map(({ check }) => check)).not.toContain('legal-notice');
  expect(decided.grid.find(({ item }) => item === 'TEC-01')?.verdict).toBe('conforme');
});

test('« à corriger » takes a mark back, and says nothing where there is none', async () => {
  const kept = afterwards(NOBODY, importedInto(given(), await filledBook(given(), [ACCEPTED])));
  const back = await filledBook(given(kept), [beside('legal-notice', { opinion: 'à corriger', reason: '' })]);
  const after = afterwards(kept, importedInto(given(kept), back));
  expect(after.marks).toHaveLength(2);
  expect(withDecisions(machine, after).defects).toHaveLength(machine.defects.length);
  expect(importedInto(given(after), back).added.marks).toEqual([]);
  expect(await marksOf(beside('page-title', { opinion: 'à corriger' }))).toEqual([]);
});

test('an older copy does not bring back a mark that was changed since', async () => {
  const first = await filledBook(given(), [ACCEPTED]);
  const kept = afterwards(NOBODY, importedInto(given(), first));
  const back = await filledBook(given(kept), [beside('legal-notice', { opinion: 'à corriger', reason: '' })]);
  const after = afterwards(kept, importedInto(given(kept), back));
  const read = importedInto(given(after), first);
  expect([read.added.marks, read.old.map(({ sheet, now }) => [sheet, now])]).toEqual([
    [],
    [[DEFECTS_SHEET, 'défaut depuis « à corriger », par Camille Martin le 24 novembre 2026']],
  ]);
});

test('each wrong cell is named, and nothing is taken', async () => {
  const wrongly = async (...rows: Written[]): Promise<string> =>
    faultsOf(given(), await filledBook(given(), rows));
  const cases = [
    [
      { opinion: 'bof', reason: 'x' },
      /Feuille « Défauts », ligne \d+, cellule F\d+ : « bof » n’est pas un avis/,
    ],
    [{ opinion: 'accepté' }, /cellule G\d+ : Il manque le motif/],
    [{ opinion: 'accepté', reason: 'x', expires: '29/11/2026' }, /cellule H\d+ : Cette date est passée/],
    [{ opinion: 'accepté', reason: 'x', expires: 'bientôt' }, /cellule H\d+ : Ce n’est pas une date/],
    [{ opinion: 'accepté', reason: 'x'.repeat(2_001) }, /cellule G\d+ : Ce motif dépasse 2000 caractères/],
    [{ opinion: 'confirmé', reason: 'x' }, /cellule F\d+ : Ce défaut est déjà établi/],
    [{ reason: 'x' }, /cellule F\d+ : Choisir un avis/],
    [{ opinion: 'accepté', reason: 'x', key: '' }, /cellule F\d+ : Cette ligne n’est celle d’aucun défaut/],
    [{ opinion: 'accepté', reason: 'x', key: 'ZZ' }, /cellule L\d+ : Cette cellule cachée/],
    [{ opinion: 'accepté', reason: 'x', date: '01/12/2026' }, /cellule J\d+ : Cette date est à venir/],
  ] as const;
  const faults = await wrongly(...cases.map(([cells], at) => beside(`faute-${String(at)}`, cells)));
  for (const [, expected] of cases) expect(faults).toMatch(expected);
  expect(faults.split('\n')).toHaveLength(cases.length + 1);
  expect(
    await wrongly(
      ACCEPTED,
      beside('page-title', { opinion: 'accepté', reason: 'x', key: idOf('legal-notice') }),
    ),
  ).toMatch(/jugé deux fois/);
  expect(await wrongly(onLink('sans objet'))).toMatch(/« sans objet » ne se dit pas d’un lien/);
});

test('today is taken as an end, and the longest reason as well', async () => {
  const longest = { opinion: 'accepté', reason: 'x'.repeat(2_000), expires: '30/11/2026' };
  expect(await marksOf(beside('legal-notice', longest))).toHaveLength(1);
});

test('a defect that is no longer the one marked is left as it is', async () => {
  const bytes = await filledBook(given(), [ACCEPTED]);
  const more = report({ findings: [wrong, { ...wrong, id: 'autre', url: `${PAGE}2` }, wide, link] });
  const read = importedInto({ ...given(), report: more }, bytes);
  expect([read.added.marks, read.outdatedMarks]).toEqual([[], 1]);
});

test('a refused link is decided with the items: it leads somewhere, or it is dead', async () => {
  const [sound] = await marksOf(onLink('conforme'));
  expect(sound).toMatchObject({
    opinion: 'false-positive',
    reason: expect.stringContaining('Lien ouvert') as string,
  });
  expect(sound?.expires).toBe('2027-05-24');
  const [dead] = await marksOf(onLink('non conforme', 'Page retirée.'));
  expect(dead).toMatchObject({ opinion: 'confirmed', reason: 'Page retirée.', findings: [link.id] });
  expect(await marksOf(onLink('à vérifier'))).toEqual([]);
});

test('the first three thousand defects are listed, and the others are counted', () => {
  const [defect] = machine.defects;
  if (!defect) throw new Error('no defect');
  const sheet = (count: number): ExcelJS.Worksheet => {
    const made = new ExcelJS.Workbook().addWorksheet(DEFECTS_SHEET);
    fillDefects(made, Array<typeof defect>(count).fill(defect), new Map(), true);
    return made;
  };
  expect(sheet(3_000).rowCount).toBe(3_001);
  expect(sheet(3_001).getCell('B3002').text).toMatch(/^Et 1\sautre défaut, moins urgent/);
});

test('a defect of which others are new says how many were marked', async () => {
  const kept = afterwards(NOBODY, importedInto(given(), await filledBook(given(), [ACCEPTED])));
  const more = report({ findings: [wrong, { ...wrong, id: 'autre', url: `${PAGE}2` }] });
  const book = await openedBook(await gridWorkbook({ ...given(kept), report: more }));
  const sheet = sheetOf(book, DEFECTS_SHEET);
  const line = String(lineOf(sheet, DEFECT_COLUMNS.key, more.defects[0]?.id ?? ''));
  expect(sheet.getCell(DEFECT_COLUMNS.opinion + line).text).toBe('');
  expect(sheet.getCell(DEFECT_COLUMNS.said + line).text).toMatch(/^1\sconstat sur 2 : accepté/);
});
