import { expect, test } from 'vitest';
import type { FeedSheet } from './feed-sheet.ts';
import { compareSheet, type SheetDifferences } from './sheet-compare.ts';
import { feedSheet, NATIONAL, paragraph } from './sheet-testing.ts';
import { passages } from './testing.ts';

const [FIRST = '', COST = '', VALIDITY = '', PAPERS = ''] = NATIONAL;
const compare = (texts: readonly string[], sheet: Partial<FeedSheet> = {}): SheetDifferences =>
  compareSheet(passages(...texts), feedSheet(sheet));
const SAME = { share: 1, missing: [], changed: [], added: [] };

test('a page that says what the sheet says differs in nothing', () => {
  expect(compare(NATIONAL)).toEqual(SAME);
});

test('typography, spaces, case and final signs are no difference', () => {
  const typed = NATIONAL.map(
    (text) => ` ${text.replaceAll('’', "'").replace(' 25 €', '\u00a025\u202f€').toUpperCase()} `,
  );
  expect(compare(typed)).toEqual(SAME);
});

test('a comma that moves is no difference, a comma in a number is', () => {
  expect(compare([FIRST.replace('personne qui', 'personne, qui'), COST, VALIDITY, PAPERS])).toEqual(SAME);
  expect(compare([FIRST, COST.replace('25 €', '2,5 €'), VALIDITY, PAPERS]).changed).toHaveLength(1);
});

test('paragraphs in another order, set together or cut apart are the same text', () => {
  expect(compare(NATIONAL.toReversed())).toEqual(SAME);
  expect(compare([NATIONAL.join(' ')])).toEqual(SAME);
  expect(compare(NATIONAL, { paragraphs: [paragraph(NATIONAL.join(' '))] })).toEqual(SAME);
});

test('the cells of a row are paragraphs of the sheet', () => {
  expect(compare([NATIONAL.join(' | ')])).toEqual(SAME);
});

test('a sentence that the page lacks is missing', () => {
  const { missing, share } = compare([FIRST, COST, PAPERS]);
  expect(missing).toEqual([VALIDITY]);
  expect(share).toBeLessThan(1);
  expect(share).toBeGreaterThan(0.5);
});

test('of a paragraph, only the sentence that is missing is told', () => {
  const sheet = { paragraphs: [paragraph(`${FIRST} ${COST}`)] };
  expect(compare([FIRST], sheet).missing).toEqual([COST]);
});

test('a sentence with other words is changed, and is neither missing nor added', () => {
  const shown = VALIDITY.replace('10 ans', '15 ans');
  expect(compare([FIRST, COST, shown, PAPERS])).toMatchObject({
    missing: [],
    changed: [{ national: VALIDITY, shown }],
    added: [],
  });
});

test('two changed sentences each find their own', () => {
  const shown = [FIRST, COST.replace('25', '30'), VALIDITY.replace('10', '15'), PAPERS];
  expect(compare(shown).changed.map(({ national }) => national)).toEqual([COST, VALIDITY]);
});

test('a sentence about something else is missing, not changed', () => {
  const other = 'La préfecture reçoit le mardi matin, sur rendez-vous pris par téléphone.';
  const { missing, changed, added } = compare([FIRST, COST, PAPERS, other]);
  expect([missing, changed, added.map(({ text }) => text)]).toEqual([[VALIDITY], [], [other]]);
});

test('a short addition is a label, not a text', () => {
  expect(compare([...NATIONAL, 'Mis en ligne par la préfecture', 'Voir aussi']).added).toEqual([]);
});

test.each([
  ['shown for some answers only', { isConditional: true }],
  ['about where to go', { isLocal: true }],
  ['in the glossary', { kind: 'definition' }],
  ['a notice', { kind: 'warning' }],
  ['about an online service', { kind: 'service' }],
] as const)('what is %s may be absent', (_, partial) => {
  const sheet = {
    paragraphs: [...NATIONAL.slice(0, 3).map((text) => paragraph(text)), paragraph(PAPERS, partial)],
  };
  expect(compare([FIRST, COST, VALIDITY], sheet)).toEqual(SAME);
  expect(compare(NATIONAL, sheet)).toEqual(SAME);
});

test('what is shown for some answers only is compared where it is shown', () => {
  const sheet = { paragraphs: [paragraph(FIRST), paragraph(VALIDITY, { isConditional: true })] };
  expect(compare([FIRST, VALIDITY.replace('10', '15')], sheet).changed).toHaveLength(1);
});

test('a sheet that shows everything for some answers only is never incomplete', () => {
  const sheet = { paragraphs: NATIONAL.map((text) => paragraph(text, { isConditional: true })) };
  expect(compare([], sheet)).toEqual(SAME);
});

test('the title of the sheet, or its short name, is no addition', () => {
  const sheet = { shortTitles: ['Demander sa première carte de promeneur de département'] };
  const titles = ['Carte de promeneur : première demande', ...sheet.shortTitles];
  expect(compare([...titles, ...NATIONAL], sheet).added).toEqual([]);
});
