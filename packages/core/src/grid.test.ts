import { expect, test } from 'vitest';
import { grid, type GridItem, type Mode } from './grid.ts';

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

test('eleven rubrics follow each other, each in one piece and with ids of one prefix', () => {
  const rubrics = grid.map(({ id, rubrique }) => `${id.slice(0, 3)} ${rubrique}`);
  const starts = rubrics.filter((rubric, at) => rubric !== rubrics[at - 1]);
  expect(starts).toEqual([
    'ACC Accès et conditions d’accueil',
    'COM Démarches et co-marquage',
    'RDV Prise de rendez-vous',
    'CTC Contact, réclamations, avis',
    'RES Qualité et résultats',
    'A11 Accessibilité numérique',
    'ETA Obligations des sites de l’État',
    'TEC Fraîcheur et fonctionnement',
    'RSX Réseaux sociaux et urgence',
    'COL Collectivités territoriales',
    'CLA Clarté',
  ]);
});

test('items about local authorities, and no other, depend on module 4', () => {
  expect(grid.filter(({ module }) => module === 4).map(({ id }) => id)).toEqual(
    grid.map(({ id }) => id).filter((id) => id.startsWith('COL-')),
  );
  expect(new Set(grid.map(({ module }) => module))).toEqual(new Set([undefined, 4]));
});

test('every item proves a commitment and says where it comes from', () => {
  const origins = ['Q', 'S', 'P', 'SP', 'L', 'M', 'X'];
  for (const { id, proves, origin } of grid) {
    expect(proves, id).not.toEqual([]);
    expect(origin, id).not.toEqual([]);
    expect(origins, id).toEqual(expect.arrayContaining([...origin]));
  }
});

test('every item tells in one to three sentences how to check it and when it conforms', () => {
  for (const { id, help } of grid) {
    expect(help, id).toMatch(/^[A-ZÀ-Ý].+\.$/);
    expect(help, id).toMatch(/[Cc]onforme si? |[Cc]onforme s’/);
    expect(help.split(/(?<=\.) /).length, id).toBeLessThanOrEqual(3);
  }
});

test('texts follow French typography', () => {
  for (const { id, label, rubrique, help } of grid) {
    for (const text of [label, rubrique, help]) {
      expect(text, `${id}: straight apostrophe or quotation mark`).not.toMatch(/['"]/);
      expect(text, `${id}: missing no-break space`).not.toMatch(/[^\u00a0][;:!?%»]|«[^\u00a0]|[\u00a0 ] | $/);
    }
  }
});
