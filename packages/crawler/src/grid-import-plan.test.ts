import { grid } from '@qualepref/core';
import { expect, test } from 'vitest';
import type { KeptCampaign } from './audit-file.ts';
import { gridWorkbook, type GridExport } from './grid-export.ts';
import { PLAN_COLUMNS, PLAN_SHEET } from './grid-sheet.ts';
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
import { finding, report } from './reports/fixture.ts';

const findings = grid
  .filter(({ mode }) => mode === 'automatic')
  .slice(0, 12)
  .map(({ id }) =>
    finding({ check: `faute-${id}`, items: [id], message: `Il manque quelque chose (${id}) : l’ajouter.` }),
  );
const machine = report({ findings });
const given = (kept: KeptCampaign = NOBODY): GridExport => ({ report: machine, kept, audit: AUDIT });
const ITEM = findings[0]?.items[0] ?? '';
const WHAT = findings[0]?.message ?? '';
const GAP = `website:2026-T4:${ITEM}`;

type Cells = Partial<Record<keyof typeof PLAN_COLUMNS, string>>;
const onPlan = (cells: Cells, item = ITEM): Written => ({
  sheet: PLAN_SHEET,
  where: [PLAN_COLUMNS.item, item],
  cells: Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [PLAN_COLUMNS[name as keyof typeof PLAN_COLUMNS], value]),
  ),
});
const BEGUN: Cells = { owner: 'Service communication', dueOn: '31/01/2027' };
const read = async (kept: KeptCampaign, rows: Written[], once: Once = {}) =>
  importedInto(given(kept), await filledBook(given(kept), rows, once));
const begun = async (): Promise<KeptCampaign> => afterwards(NOBODY, await read(NOBODY, [onPlan(BEGUN)]));

test('a gap proposes what to do, and is an action once it has somebody and a day', async () => {
  expect((await read(NOBODY, [])).added.actions).toEqual([]);
  const [kept] = (await read(NOBODY, [onPlan(BEGUN)])).added.actions;
  expect(kept).toMatchObject({
    gap: { id: GAP, reference: ITEM, origin: 'website-grid' },
    action: {
      ...{ id: `${GAP}:1`, gap: GAP, state: 'planned', owner: 'Service communication', dueOn: '2027-01-31' },
      what: WHAT,
      history: [{ state: 'planned', dueOn: '2027-01-31', on: '2026-11-24', by: 'Camille Martin' }],
    },
  });
});

test('the same spreadsheet twice adds nothing, nor does the one exported since', async () => {
  const bytes = await filledBook(given(), [onPlan(BEGUN)]);
  const kept = afterwards(NOBODY, importedInto(given(), bytes));
  expect(importedInto(given(kept), bytes).added.actions).toEqual([]);
  expect((await read(kept, [])).added.actions).toEqual([]);
});

test('an action goes on, is put off for a reason, and is found effective by way of being done', async () => {
  const kept = await begun();
  const [going] = (await read(kept, [onPlan({ state: 'en cours' })])).added.actions;
  expect(going?.action.state).toBe('in-progress');
  const [late] = (await read(kept, [onPlan({ dueOn: '28/02/2027', note: 'Congés.' })])).added.actions;
  expect(late?.action).toMatchObject({ state: 'planned', dueOn: '2027-02-28' });
  const [closed] = (await read(kept, [onPlan({ state: 'efficace', note: 'Vu en ligne.' })])).added.actions;
  expect(closed?.action.history.map(({ state, note }) => [state, note])).toEqual([
    ['planned', undefined],
    ['done', 'Vu en ligne.'],
    ['effective', 'Vu en ligne.'],
  ]);
});

test('an older spreadsheet takes nothing back', async () => {
  const kept = await begun();
  const older = await filledBook(given(kept), []);
  const after = afterwards(kept, await read(kept, [onPlan({ state: 'en cours' })]));
  expect(importedInto(given(after), older).added.actions).toEqual([]);
});

test('an action without effect calls for another, which follows it', async () => {
  const kept = await begun();
  const failed = afterwards(kept, await read(kept, [onPlan({ state: 'sans effet', note: 'Toujours là.' })]));
  const sheet = sheetOf(await openedBook(await gridWorkbook(given(failed))), PLAN_SHEET);
  const second = lineOf(sheet, PLAN_COLUMNS.gapKey, GAP);
  expect(sheet.getCell(`${PLAN_COLUMNS.key}${String(second)}`).text).toBe(`${GAP}:1`);
  const again: Written = {
    sheet: PLAN_SHEET,
    where: [PLAN_COLUMNS.what, WHAT],
    cells: {
      [PLAN_COLUMNS.owner]: 'SIDSIC',
      [PLAN_COLUMNS.dueOn]: '30/06/2027',
      [PLAN_COLUMNS.key]: '',
      [PLAN_COLUMNS.state]: '',
      [PLAN_COLUMNS.what]: 'Écrire à l’hébergeur.',
    },
  };
  const [next] = (await read(failed, [again])).added.actions;
  expect(next?.action).toMatchObject({ id: `${GAP}:2`, follows: `${GAP}:1` });
});

test('each wrong cell is named, and nothing is taken', async () => {
  const kept = await begun();
  const wrongly = async (from: KeptCampaign, ...rows: Written[]): Promise<string> =>
    faultsOf(given(from), await filledBook(given(from), rows));
  const cases = [
    [{ owner: '' }, /Feuille « Plan d’amélioration », ligne \d+, cellule E\d+ : Il manque le responsable/],
    [{ owner: 'x'.repeat(201) }, /cellule E\d+ : Ce nom est trop long/],
    [{ dueOn: '' }, /cellule F\d+ : Il manque l’échéance/],
    [{ dueOn: 'bientôt' }, /cellule F\d+ : Ce n’est pas une date/],
    [{ what: '' }, /cellule D\d+ : Il manque l’action/],
    [{ what: 'x'.repeat(2_001) }, /cellule D\d+ : Cette action dépasse 2000/],
    [{ note: 'x'.repeat(2_001) }, /cellule H\d+ : Cette explication dépasse 2000/],
    [{ state: 'finie' }, /cellule G\d+ : « finie » n’est pas un état/],
    [{ gapKey: 'website:2026-T4:ZZZ-01' }, /cellule L\d+ : Cette cellule cachée/],
    [{ gapKey: '' }, /cellule E\d+ : Cette ligne n’est celle d’aucun écart/],
    [{ key: 'autre' }, /cellule K\d+ : Cette cellule cachée/],
    [{ date: '01/12/2026' }, /cellule J\d+ : Cette date est à venir/],
  ] as const;
  const items = findings.map(({ items: [item = ''] }) => item);
  const faults = await wrongly(
    NOBODY,
    ...cases.map(([cells], at) => onPlan({ ...BEGUN, ...cells }, items[at])),
  );
  for (const [, expected] of cases) expect(faults).toMatch(expected);
  expect(faults.split('\n')).toHaveLength(cases.length + 1);
  expect(await wrongly(kept, onPlan({ state: 'abandonnée' }))).toMatch(
    /cellule H\d+ : Il manque l’explication/,
  );
  expect(await wrongly(kept, onPlan({ dueOn: '01/03/2027' }))).toMatch(
    /cellule H\d+ : Il manque l’explication/,
  );
  expect(await wrongly(kept, onPlan({ state: 'faite', date: '23/11/2026' }))).toMatch(
    /cellule J\d+ : Ce jour vient avant la dernière étape/,
  );
  const ended = afterwards(kept, await read(kept, [onPlan({ state: 'abandonnée', note: 'Sans objet.' })]));
  expect(await wrongly(ended, onPlan({ state: 'en cours' }))).toMatch(
    /cellule G\d+ : Une action « abandonnée » ne devient pas « en cours »/,
  );
});
