import { expect, test } from 'vitest';
import { QualeprefError } from './error.ts';
import {
  appliesTo,
  grid,
  loadGrid,
  mailControlGrid,
  receptionGrid,
  websiteGrid,
  type Grid,
  type GridItem,
  type Mode,
} from './grid.ts';

const grids = [websiteGrid, receptionGrid, mailControlGrid];
const everyItem = grids.flatMap(({ items }) => items);

const countByMode = (items: readonly GridItem[]): Record<Mode, number> => {
  const counts = { automatic: 0, assisted: 0, manual: 0 };
  for (const { mode } of items) counts[mode] += 1;
  return counts;
};

test('the grid has 97 items, each with its own id', () => {
  expect(grid).toHaveLength(97);
  expect(new Set(grid.map(({ id }) => id)).size).toBe(97);
});

test('43 items are automatic, 43 assisted and 11 manual', () => {
  expect(countByMode(grid)).toEqual({ automatic: 43, assisted: 43, manual: 11 });
});

test('58 items come first: 28 automatic, 25 assisted, 5 manual', () => {
  expect(countByMode(grid.filter(({ priority }) => priority === 1))).toEqual({
    automatic: 28,
    assisted: 25,
    manual: 5,
  });
});

test('rubrics follow each other in the order of their list, each in one piece', () => {
  for (const { items, rubrics } of grids) {
    const titles = items.map(({ rubrique }) => rubrique);
    expect(titles.filter((title, at) => title !== titles[at - 1])).toEqual(rubrics.map(({ title }) => title));
  }
  expect(websiteGrid.rubrics).toHaveLength(11);
});

test('the website grid is quarterly, the reception grid half-yearly and filled in on each site, the mail control quarterly', () => {
  expect(grids.map(({ id, period, perSite }) => [id, period, perSite])).toEqual([
    ['website', 'quarter', false],
    ['reception', 'semester', true],
    ['mail-control', 'quarter', false],
  ]);
  expect(websiteGrid.items).toBe(grid);
});

test('a person alone judges the conditions of reception, and each item says where it was read', () => {
  expect(countByMode(receptionGrid.items)).toEqual({ automatic: 0, assisted: 0, manual: 39 });
  for (const { id, source } of receptionGrid.items) expect(source, id).toMatch(/^\S.{15,}/);
});

test('a reply is controlled on its delay, which is computed, and on four points of form', () => {
  expect(mailControlGrid.items.map(({ id, mode }) => `${id} ${mode}`)).toEqual([
    'MEL-01 automatic',
    'MEL-02 manual',
    'MEL-03 manual',
    'MEL-04 manual',
    'MEL-05 manual',
  ]);
});

test('an item’s number belongs to one grid only', () => {
  expect(new Set(everyItem.map(({ id }) => id)).size).toBe(everyItem.length);
});

test('items about local authorities, and no other, depend on module 4', () => {
  expect(grid.filter(({ module }) => module === 4).map(({ id }) => id)).toEqual(
    grid.map(({ id }) => id).filter((id) => id.startsWith('COL-')),
  );
  expect(new Set(grid.map(({ module }) => module))).toEqual(new Set([undefined, 4]));
});

test('every item proves a commitment and says where it comes from', () => {
  const origins = ['Q', 'S', 'P', 'SP', 'L', 'M', 'K', 'X'];
  for (const { id, proves, origin } of everyItem) {
    expect(proves, id).not.toEqual([]);
    expect(origin, id).not.toEqual([]);
    expect(origins, id).toEqual(expect.arrayContaining([...origin]));
  }
});

test('every item tells in one to three sentences how to check it and when it conforms', () => {
  for (const { id, help } of everyItem) {
    expect(help, id).toMatch(/^[A-ZÀ-Ý].+\.$/);
    expect(help, id).toMatch(/[Cc]onforme si? |[Cc]onforme s’/);
    expect(help.split(/(?<=\.) /).length, id).toBeLessThanOrEqual(3);
  }
});

test('texts follow French typography', () => {
  for (const { id, label, rubrique, help, source = '' } of everyItem) {
    for (const text of [label, rubrique, help, source]) {
      expect(text, `${id}: straight apostrophe or quotation mark`).not.toMatch(/['"]/);
      expect(text, `${id}: missing no-break space`).not.toMatch(/[^\u00a0][;:!?%»]|«[^\u00a0]|[\u00a0 ] | $/);
    }
  }
});

const item = (over: Partial<GridItem> = {}): GridItem => ({
  id: 'ACC-01',
  rubrique: 'Accès',
  label: 'L’adresse est affichée',
  help: 'Conforme si elle l’est.',
  proves: ['INFO'],
  mode: 'manual',
  priority: 1,
  origin: ['X'],
  ...over,
});

const own = (over: Partial<Grid> = {}): Grid => ({
  id: 'website',
  title: 'Notre grille',
  edition: '2027-1',
  period: 'quarter',
  perSite: false,
  rubrics: [{ prefix: 'ACC', title: 'Accès' }],
  items: [item()],
  ...over,
});

const refusal = (value: unknown): string => {
  try {
    loadGrid(value);
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'grid') return error.message;
    throw error;
  }
  return 'accepted';
};

test('the grids of this project are grids that one may load', () => {
  for (const each of grids) expect(loadGrid(each)).toEqual(each);
});

test('a préfecture loads its own grid, with official numbers, modules and kinds of sites', () => {
  const grid = own({
    items: [
      item({ numeroOfficiel: '2.3', module: 8, siteKinds: ['sous-prefecture'] }),
      item({ id: 'ACC-02' }),
    ],
  });
  expect(loadGrid(grid)).toEqual(grid);
});

test('two items with one number are refused, at the place of the second', () => {
  expect(refusal(own({ items: [item(), item({ id: 'ACC-02' }), item()] }))).toBe(
    'grille, items.2.id\u00A0: «\u00A0ACC-01\u00A0» n’est pas un numéro encore libre. Attendu\u00A0: chaque point de la grille a le sien.',
  );
});

test('an item of a rubric that the grid does not have is refused', () => {
  expect(refusal(own({ items: [item({ rubrique: 'Accueil' })] }))).toBe(
    'grille, items.0.rubrique\u00A0: «\u00A0Accueil\u00A0» n’est pas une rubrique de la grille. Attendu\u00A0: un des titres énumérés sous «\u00A0rubrics\u00A0».',
  );
});

test('an item whose number is of another rubric is refused', () => {
  expect(refusal(own({ items: [item({ id: 'ACX-01' })] }))).toBe(
    'grille, items.0.id\u00A0: «\u00A0ACX-01\u00A0» n’est pas un numéro de cette rubrique. Attendu\u00A0: ACC, un tiret et deux chiffres.',
  );
});

test.each([
  ['a grid without items', own({ items: [] }), 'items'],
  ['an item that proves nothing', own({ items: [item({ proves: [] })] }), 'items.0.proves'],
  ['an item without origin', own({ items: [item({ origin: [] })] }), 'items.0.origin'],
  ['a commitment in small letters', own({ items: [item({ proves: ['info'] })] }), 'items.0.proves.0'],
  ['a longer item number', own({ items: [item({ id: 'ACC-012' })] }), 'items.0.id'],
  ['an item number after something', own({ items: [item({ id: 'xACC-01' })] }), 'items.0.id'],
  ['a longer prefix', own({ rubrics: [{ prefix: 'ACCU', title: 'Accès' }] }), 'rubrics.0.prefix'],
  ['a prefix after something', own({ rubrics: [{ prefix: 'xACC', title: 'Accès' }] }), 'rubrics.0.prefix'],
  ['a commitment key with a figure', own({ items: [item({ proves: ['INFO1'] })] }), 'items.0.proves.0'],
  ['a ninth module', own({ items: [{ ...item(), module: 9 } as unknown as GridItem] }), 'items.0.module'],
  [
    'a third priority',
    own({ items: [{ ...item(), priority: 3 } as unknown as GridItem] }),
    'items.0.priority',
  ],
  ['an unknown key', own({ items: [{ ...item(), note: '' } as unknown as GridItem] }), 'items.0.note'],
])('%s is refused, and its place named', (_, grid, place) => {
  expect(refusal(grid)).toMatch(`grille, ${place}\u00A0:`);
  expect(refusal(grid).split('\n')).toHaveLength(1);
});

test('an item of a module concerns the labels that hold it', () => {
  expect(appliesTo(item({ module: 4 }), { modules: [1, 4] })).toBe(true);
  expect(appliesTo(item({ module: 4 }), { modules: [1] })).toBe(false);
  expect(appliesTo(item(), { modules: [] })).toBe(true);
});

test('an item of a kind of site concerns sites of that kind', () => {
  const cell = item({ siteKinds: ['prefecture'] });
  expect(appliesTo(cell, { modules: [1], siteKind: 'prefecture' })).toBe(true);
  expect(appliesTo(cell, { modules: [1], siteKind: 'sous-prefecture' })).toBe(false);
  expect(appliesTo(cell, { modules: [1] })).toBe(true);
  expect(appliesTo(item(), { modules: [1], siteKind: 'sous-prefecture' })).toBe(true);
  expect(
    appliesTo(item({ module: 4, siteKinds: ['prefecture'] }), { modules: [1], siteKind: 'prefecture' }),
  ).toBe(false);
});

test('the phone cell is looked for in préfectures only, and the office of local authorities only under module 4', () => {
  const missing = (modules: number[], siteKind: 'prefecture' | 'sous-prefecture') =>
    receptionGrid.items.filter((each) => !appliesTo(each, { modules, siteKind })).map(({ id }) => id);
  expect(missing([1, 4], 'prefecture')).toEqual([]);
  expect(missing([1, 4], 'sous-prefecture')).toEqual(['TLP-02']);
  expect(missing([1], 'prefecture')).toEqual(['ACU-08']);
});
