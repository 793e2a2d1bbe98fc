import { expect, test } from 'vitest';
import { periodsIn } from './text-periods.ts';

const read = (text: string): string[] => periodsIn(text, '2026-11-24').map(({ id }) => id);

test.each([
  ['3e trimestre 2026', '2026-T3'],
  ['3ème trimestre 2026', '2026-T3'],
  ['Troisième trimestre 2026', '2026-T3'],
  ['1er trimestre de l’année 2026', '2026-T1'],
  ['premier trimestre de 2026', '2026-T1'],
  ['trimestre 2 2026', '2026-T2'],
  ['T3 2026', '2026-T3'],
  ['T3-2026', '2026-T3'],
  ['T4/2025', '2025-T4'],
  ['2026-T3', '2026-T3'],
  ['2026 T3', '2026-T3'],
  ['IVe trimestre 2025', '2025-T4'],
  ['1ᵉʳ trimestre 2026', '2026-T1'],
  ['3ᵉ trimestre 2026', '2026-T3'],
  ['3° trimestre 2026', '2026-T3'],
  ['1er trim. 2026', '2026-T1'],
  ['troisième trimestre (2026)', '2026-T3'],
  ['3ème trimestre, 2026', '2026-T3'],
  ['trimestre n° 3 – 2026', '2026-T3'],
  ['1er et 2e trimestres 2026', '2026-T2'],
  ['dernier trimestre 2025', '2025-T4'],
  ['dernier semestre 2025', '2025-S2'],
  ['T3 de 2026', '2026-T3'],
  ['T 3 2026', '2026-T3'],
  ['3T 2026', '2026-T3'],
  ['3T2026', '2026-T3'],
  ['Q3 2026', '2026-T3'],
  ['2026 – T3', '2026-T3'],
  ['2026 (T3)', '2026-T3'],
  ['2026 : 3e trimestre', '2026-T3'],
  ['2026, premier semestre', '2026-S1'],
  ['Rapport 2026 : 4e trimestre 2025', '2025-T4'],
  ['IV trimestre 2025', '2025-T4'],
  ['second semestre 2025', '2025-S2'],
  ['S1 2026', '2026-S1'],
  ['septembre 2026', '2026-09'],
  ['au 30 septembre 2026', '2026-09-30'],
  ['30/09/2026', '2026-09-30'],
  ['du 1er juillet au 30 septembre 2026', '2026-09-30'],
  ['2025', '2025'],
  ['Année 2025', '2025'],
  ['en 2025', '2025'],
  ['Bilan de l’année 2025', '2025'],
])('« %s » is %s', (text, id) => {
  expect(read(text)[0]).toBe(id);
});

test.each([
  'Troisième trimestre',
  'T3',
  '5e trimestre 2026',
  'S3 2026',
  'depuis septembre',
  '2 412',
  'T3 20261',
  '3 tonnes 2026',
  'Q5 2026',
  'dernier trimestre',
  'article 3 t 20260',
])('« %s » names no period', (text) => {
  expect(read(text)).toEqual([]);
});

test('a decree is named by its date, which is no period', () => {
  expect(read('arrêté du 3 mars 2024')).toEqual([]);
});

test('each period comes once, in the order of the text, with its words', () => {
  const text = 'T2 2026 : 91 % ; T3 2026 : 93 % ; objectif fixé en janvier 2025';
  expect(periodsIn(text, '2026-11-24').map(({ id, text: own }) => `${id} ${own}`)).toEqual([
    '2026-T2 T2 2026',
    '2026-T3 T3 2026',
    '2025-01 janvier 2025',
  ]);
});

test.each(['1er ', 'trimestre ', '2026 ', '2026, ', 't3 '])('much of « %s » freeze nothing', (piece) => {
  const before = performance.now();
  periodsIn(piece.repeat(100_000 / piece.length), '2026-11-24');
  expect(performance.now() - before).toBeLessThan(20_000);
});
