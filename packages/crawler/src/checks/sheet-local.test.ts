import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { feedOf, feedSheet, sheetHtml } from '../sheet-testing.ts';
import { page, proposalOf, settings, siteLine } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetLocal } from './sheet-local.ts';

const shown = (local: string): PageFacts => pageOf(sheetHtml(feedSheet(), { local }));
const feed = (...pivots: string[]): ReturnType<typeof settings> =>
  settings({ feed: feedOf([feedSheet({ pivots })]) });
const judge = (local: string, ...pivots: string[]): string[] =>
  siteLine(sheetLocal, [shown(local)], feed(...pivots));

test.each([
  'Ouvert le mardi de 9 h à 12 h.',
  '12 rue du Marché, 13100 Brumeval',
  'Téléphone : 04 91 15 60 00',
  'Écrivez à demandes@haute-brume.gouv.fr',
  'La préfecture ne reçoit pas ces demandes au guichet.',
])('a sheet with information of the department passes: %s', (text) => {
  expect(judge(`<h2>Ici</h2><p>${text}</p>`, 'prefecture')).toEqual(['passed']);
});

test('a sheet that sends to the préfecture, without a word of it, is for a person to look at', () => {
  expect(judge('', 'prefecture')).toEqual(['cantTell', 'local-missing']);
  expect(judge('', 'mairie')).toEqual(['passed']);
  expect(siteLine(sheetLocal, [shown('')])).toEqual(['passed']);
});

test('what a sheet says under « Où s’adresser » is of the department', () => {
  const inside = '<p>Faites la demande.</p><h3>Où s’adresser ?</h3><p>Ouvert le mardi de 9 h à 12 h.</p>';
  expect(siteLine(sheetLocal, [pageOf(sheetHtml(feedSheet(), { inside }))], feed('prefecture'))).toEqual([
    'passed',
  ]);
});

test('what stands in the national text is not of the department', () => {
  const national = pageOf(
    sheetHtml(feedSheet(), { inside: '<p>Adressez-vous à la préfecture, ouverte de 9 h à 12 h.</p>' }),
  );
  expect(siteLine(sheetLocal, [national], feed('sous_pref'))).toEqual(['cantTell', 'local-missing']);
});

test('the answer proposed is for all pages, those that say nothing first', () => {
  const told = shown('<h2>Ici</h2><p>Ouvert le mardi de 9 h à 12 h.</p>');
  expect(proposalOf(sheetLocal, 'COM-06', [told])).toMatchObject({
    answer: 'conforme',
    excerpts: [{ about: 'Fiche F1342', quote: 'Ouvert le mardi de 9 h à 12 h.' }],
  });
  const mixed = proposalOf(sheetLocal, 'COM-06', [told, shown('')]);
  expect(mixed).toMatchObject({ answer: 'a_verifier' });
  expect(mixed?.excerpts[0]?.about).toContain('rien de local');
});

test('a site that follows no sheet is not concerned', () => {
  expect(siteLine(sheetLocal, [page()])).toEqual(['inapplicable']);
  expect(proposalOf(sheetLocal, 'COM-06', [page()])).toBeUndefined();
});
