import { expect, test } from 'vitest';
import { labelFaults, namesLabel, type KnownLabels } from './label-claims.ts';

const LABEL = {
  ...{ name: 'Qual-e-Pref', scope: { fr: 'accueil' }, modules: [1, 4] as (1 | 4)[] },
  ...{ start: '2025-03-02', end: '2028-03-01' },
};
const known = (label: object = {}, former: readonly string[] = []): KnownLabels => ({
  label: { ...LABEL, ...label },
  former,
});
const codes = (text: string, of: KnownLabels = known(), today = '2026-11-24'): string[] =>
  labelFaults(text, of, today).map(({ code }) => code);

test.each([
  'La préfecture est labellisée Qual-e-Pref pour les modules 1 et 4.',
  'Label Qual-e-Pref valable du 2 mars 2025 au 1er mars 2028.',
  'Le label Qual-e-Pref est valable jusqu’au 1er mars 2028.',
  'Qual-e-Pref : label valable jusqu’en mars 2028.',
  'Le label Qual-e-Pref a été obtenu le 2 mars 2025.',
  'Le label Qual-e-Pref a été obtenu en mars 2025.',
  'Qual-e-Pref, modules 1 « Relation générale avec les usagers » et 4 « Relations avec les collectivités », du 2 mars 2025 au 1er mars 2028.',
  'L’audit de suivi du label Qual-e-Pref est prévu le 3 septembre 2026.',
  'Qual-e-Pref : le module 1, 3 ans de validité.',
  'Le référentiel Qual-e-Pref a été mis à jour par l’arrêté du 4 février 2019.',
])('« %s » agrees with the configuration', (text) => {
  expect(codes(text)).toEqual([]);
});

test.each([
  ['Label Qual-e-Pref valable du 2 mars 2025 au 1er mars 2027.', ['other-end']],
  ['Le label Qual-e-Pref est valable jusqu’au 30 juin 2028.', ['other-end']],
  ['Le label Qual-e-Pref est valable du 2 avril 2025 au 1er mars 2028.', ['other-start']],
  ['Label Qual-e-Pref obtenu le 2 mars 2024.', ['other-start']],
  ['Label Qual-e-Pref obtenu en 2024.', ['other-start']],
  ['La préfecture est labellisée Qual-e-Pref pour les modules 1, 2 et 4.', ['other-modules']],
  ['Qual-e-Pref, modules 1 « Relation générale » et 7 « Communication d’urgence ».', ['other-modules']],
])('« %s » does not: %j', (text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test('a module that the passage leaves out is no fault: it may be about one of them', () => {
  expect(codes('Le module 4 du label Qual-e-Pref concerne les élus.')).toEqual([]);
});

test('a label said to be held is at fault once it has run out, not on its last day', () => {
  const text = 'La préfecture est labellisée Qual-e-Pref.';
  expect(codes(text, known(), '2028-03-01')).toEqual([]);
  expect(codes(text, known(), '2028-03-02')).toEqual(['not-held']);
});

test('a suspended label is not held; one whose state no date settles may be', () => {
  const text = 'La préfecture est titulaire du label Qual-e-Pref.';
  const suspended = known({ suspended: { from: '2026-01-05', reason: { fr: 'travaux' } } });
  expect(codes(text, suspended)).toEqual(['not-held']);
  expect(codes(text, known({ end: '2026' }))).toEqual([]);
});

test.each([
  'La préfecture n’est plus labellisée Qual-e-Pref.',
  'Le label Qual-e-Pref est échu : la préfecture est candidate à son renouvellement.',
  'La préfecture était labellisée Qual-e-Pref.',
  'La préfecture a été labellisée Qual-e-Pref.',
])('« %s » does not claim a label that has run out', (text) => {
  expect(codes(text, known(), '2029-01-01')).toEqual([]);
});

test('a former label said to be held today is at fault, its history is not', () => {
  const of = known({}, ['Marianne']);
  expect(codes('La préfecture est labellisée Marianne.', of)).toEqual(['former-label']);
  expect(codes('La préfecture est certifiée Qualipref 2.0.', of)).toEqual(['former-label']);
  expect(codes('Depuis 2012, Qualipref puis Qual-e-Pref : la préfecture est labellisée.', of)).toEqual([]);
  expect(codes('La préfecture était labellisée Marianne jusqu’en 2016.', of)).toEqual([]);
});

test('only what names a label of préfectures is read', () => {
  expect(namesLabel('Le label Qual-e-Pref', known())).toBe(true);
  expect(namesLabel('Label QUALIPREF', known())).toBe(true);
  expect(namesLabel('Les hôtels labellisés Tourisme et handicap', known())).toBe(false);
  expect(namesLabel('Une maison labellisée France services', known())).toBe(false);
});

test('a passage made to last is read in a time that does not explode', () => {
  const text = `Qual-e-Pref modules ${'1 « a » , '.repeat(3_000)} est ${'mot '.repeat(3_000)}`;
  const since = performance.now();
  labelFaults(text, known(), '2026-11-24');
  expect(performance.now() - since).toBeLessThan(4_000);
});
