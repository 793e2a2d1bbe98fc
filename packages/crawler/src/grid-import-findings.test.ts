import { expect, test } from 'vitest';
import type { KeptCampaign } from './audit-file.ts';
import { withDecisions } from './decided-report.ts';
import { gridWorkbook, type GridExport } from './grid-export.ts';
import { COLUMNS, DECIDE_SHEET, DEFECT_COLUMNS, OWN_COLUMNS, OWN_SHEET } from './grid-sheet.ts';
import { planOf } from './improvement-actions.ts';
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
  type Once,
  type Written,
} from './grid-testing.ts';
import { report } from './reports/fixture.ts';

const machine = report({ findings: [] });
const given = (kept: KeptCampaign = NOBODY): GridExport => ({ report: machine, kept, audit: AUDIT });

type Cells = Partial<Record<keyof typeof OWN_COLUMNS, string>>;
const PLAIN: Cells = { item: 'ACC-08', what: 'Le plan d’accès est illisible.', severity: 'Majeur' };

/** Written in the first row that is free, or in the row of a finding. */
function own(cells: Cells, what = ''): Written {
  const named = Object.entries(cells).map(([name, value]) => [
    OWN_COLUMNS[name as keyof typeof OWN_COLUMNS],
    value,
  ]);
  return {
    sheet: OWN_SHEET,
    where: [OWN_COLUMNS.what, what],
    cells: Object.fromEntries(named) as Record<string, string>,
  };
}
/** Written in one of the rows that are free. */
const ownAt = (at: number, cells: Cells): Written => ({ ...own(cells), skip: at });
const read = async (source: GridExport, rows: Written[], once: Once = {}) =>
  importedInto(source, await filledBook(source, rows, once));
const kept = async (): Promise<KeptCampaign> => afterwards(NOBODY, await read(given(), [own(PLAIN)]));

test('what a person saw comes back as theirs, and the item does not conform', async () => {
  const { added } = await read(given(), [own({ ...PLAIN, page: 'Hall', service: 'Accueil' })]);
  expect(added.ownFindings).toEqual([
    {
      ...{ id: expect.stringMatching(/^[\da-f]{16}$/) as string, item: 'ACC-08', severity: 'major' },
      ...{ what: 'Le plan d’accès est illisible.', page: 'Hall', service: 'Accueil', state: 'open' },
      ...{ by: 'Camille Martin', date: '2026-11-24' },
    },
  ]);
  const row = withDecisions(machine, afterwards(NOBODY, await read(given(), [own(PLAIN)]))).grid.find(
    ({ item }) => item === 'ACC-08',
  );
  expect(row).toMatchObject({ verdict: 'non_conforme', by: 'Camille Martin' });
});

test('the grid says of an item what was made of it', async () => {
  const book = await openedBook(await gridWorkbook(given(await kept())));
  const rows = sheetOf(book, DECIDE_SHEET);
  const line = String(lineOf(rows, COLUMNS.key, 'ACC-08'));
  expect(rows.getCell(COLUMNS.again + line).text).toBe('non conforme, d’après vos avis et constats');
});

test('the same spreadsheet twice adds nothing, nor does the one exported since', async () => {
  const bytes = await filledBook(given(), [own(PLAIN)]);
  const after = afterwards(NOBODY, importedInto(given(), bytes));
  expect(importedInto(given(after), bytes).added.ownFindings).toEqual([]);
  expect((await read(given(after), [])).added.ownFindings).toEqual([]);
});

test('a finding that is mended, or was none, is one no longer; its words may change', async () => {
  const before = await kept();
  const { what = '' } = PLAIN;
  for (const [word, state] of [
    ['corrigé', 'mended'],
    ['Retiré', 'withdrawn'],
  ] as const) {
    const after = afterwards(before, await read(given(before), [own({ state: word }, what)]));
    expect(after.ownFindings?.map((each) => each.state)).toEqual(['open', state]);
    expect(withDecisions(machine, after).ownFindings).toBeUndefined();
  }
  const after = afterwards(before, await read(given(before), [own({ what: 'Le plan est faux.' }, what)]));
  expect(withDecisions(machine, after).ownFindings?.map((each) => each.what)).toEqual(['Le plan est faux.']);
});

test('an older copy does not open again what was mended since', async () => {
  const first = await filledBook(given(), [own(PLAIN)]);
  const before = afterwards(NOBODY, importedInto(given(), first));
  const mended = await read(given(before), [own({ state: 'corrigé', date: '28/11/2026' }, PLAIN.what)]);
  const after = afterwards(before, mended);
  const { added, old } = importedInto(given(after), first);
  expect([added.ownFindings, old.map(({ sheet, now }) => [sheet, now])]).toEqual([
    [],
    [[OWN_SHEET, 'constat depuis « corrigé », par Camille Martin le 28 novembre 2026']],
  ]);
});

test('each wrong cell is named, and nothing is taken', async () => {
  const wrongly = async (...rows: Written[]): Promise<string> =>
    faultsOf(given(), await filledBook(given(), rows));
  const cases = [
    [{ item: '' }, /Feuille « Mes constats », ligne \d+, cellule A\d+ : Il manque le point/],
    [{ item: 'ZZZ-01' }, /cellule A\d+ : « ZZZ-01 » n’est pas un point/],
    [{ what: '' }, /cellule C\d+ : Il manque ce que vous avez constaté/],
    [{ what: 'x'.repeat(2_001) }, /cellule C\d+ : Ce constat dépasse 2000/],
    [{ page: 'x'.repeat(2_001) }, /cellule B\d+ : Cette adresse est trop longue/],
    [{ service: 'x'.repeat(201) }, /cellule E\d+ : Ce nom est trop long/],
    [{ severity: '' }, /cellule D\d+ : Choisir une gravité/],
    [{ state: 'fini' }, /cellule F\d+ : « fini » n’est pas une suite/],
    [{ key: '0123' }, /cellule J\d+ : Cette cellule cachée/],
    [{ date: '01/12/2026' }, /cellule H\d+ : Cette date est à venir/],
  ] as const;
  const faults = await wrongly(...cases.map(([cells], at) => ownAt(at, { ...PLAIN, ...cells })));
  for (const [, expected] of cases) expect(faults).toMatch(expected);
  expect(faults.split('\n')).toHaveLength(cases.length + 1);
  expect(await wrongly(ownAt(0, PLAIN), ownAt(1, PLAIN))).toMatch(/écrit deux fois/);
});

test('the next campaign proposes it again, and takes it once confirmed, signed, or changed', async () => {
  const decided = await kept();
  const previous = { campaign: '2026-T3', startedOn: '2026-08-24', id: 'x', decided };
  const next = { ...given(), previous };
  const { what = '' } = PLAIN;
  const sheet = sheetOf(await openedBook(await gridWorkbook(next)), OWN_SHEET);
  const line = String(lineOf(sheet, OWN_COLUMNS.what, what));
  expect(sheet.getCell(OWN_COLUMNS.again + line).text).toBe('comme 2026-T3');
  expect(await read(next, [])).toMatchObject({ added: { ownFindings: [] }, unconfirmedFindings: 1 });
  const [again] = (await read(next, [], { again: 'oui' })).added.ownFindings;
  expect(again).toMatchObject({ id: decided.ownFindings?.[0]?.id, sameAs: '2026-T3', state: 'open' });
  const [signed] = (await read(next, [own({ by: 'Dominique' }, what)])).added.ownFindings;
  expect(signed).toMatchObject({ by: 'Dominique', sameAs: '2026-T3' });
  const [mended] = (await read(next, [own({ state: 'corrigé' }, what)])).added.ownFindings;
  expect(mended).toMatchObject({ state: 'mended' });
  expect(mended).not.toHaveProperty('sameAs');
});

const conform: Written = {
  ...{ sheet: DECIDE_SHEET, where: [COLUMNS.key, 'ACC-08'] },
  cells: { [COLUMNS.verdict]: 'conforme' },
};

test('what a person saw after an item was decided is not hidden by the decision', async () => {
  const decided = afterwards(NOBODY, await read(given(), [conform]));
  const rowOf = (made: KeptCampaign) =>
    withDecisions(machine, made).grid.find((row) => row.item === 'ACC-08');
  const sameDay = afterwards(decided, await read(given(decided), [own(PLAIN)]));
  expect(rowOf(sameDay)?.verdict).toBe('conforme');
  const bytes = await filledBook(given(decided), [own({ ...PLAIN, date: '28/11/2026' })]);
  const seen = afterwards(decided, importedInto(given(decided), bytes));
  expect(rowOf(seen)).toMatchObject({
    ...{ verdict: 'non_conforme', by: 'Camille Martin', date: '2026-11-28' },
    reason: expect.stringMatching(/illisible\. Décidé «\sconforme\s» .* avant ce constat/) as string,
  });
  expect(importedInto(given(seen), bytes).added.decisions).toEqual([]);
  expect(planOf(withDecisions(machine, seen), seen).map(({ gap }) => gap.reference)).toContain('ACC-08');
  // Asked again, and decided again.
  const late = { ...conform, cells: { ...conform.cells, [COLUMNS.date]: '29/11/2026' } };
  const again = afterwards(seen, await read(given(seen), [late]));
  expect([again.decisions.length, rowOf(again)?.verdict]).toEqual([2, 'conforme']);
});

test('a decision taken of other evidence leaves what was seen since', async () => {
  const both = afterwards(NOBODY, await read(given(), [conform, own(PLAIN)]));
  const verdictOf = (made: KeptCampaign) =>
    withDecisions(machine, made).grid.find((row) => row.item === 'ACC-08')?.verdict;
  expect(verdictOf(both)).toBe('conforme');
  const decisions = both.decisions.map((each) => ({ ...each, evidence: 'f'.repeat(16) }));
  expect(verdictOf({ ...both, decisions })).toBe('non_conforme');
  const ownFindings = (both.ownFindings ?? []).map((each) => ({ ...each, date: '2026-11-20' }));
  expect(verdictOf({ ...both, decisions, ownFindings })).toBe('a_verifier');
});

test('a service reads what a person saw of it, on a sheet of its own', async () => {
  const rows = [own({ ...PLAIN, service: 'Accueil', page: 'Hall' })];
  const made = afterwards(NOBODY, await read(given(), rows));
  const sheet = sheetOf(await openedBook(await gridWorkbook(given(made))), 'Accueil');
  const { message, items, where } = DEFECT_COLUMNS;
  expect([message, items, where].map((letter) => sheet.getCell(`${letter}2`).text)).toEqual([
    'Le plan d’accès est illisible. (constaté par Camille Martin le 24 novembre 2026)',
    ...['ACC-08', 'Hall'],
  ]);
});
