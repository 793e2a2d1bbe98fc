import { expect, test } from 'vitest';
import { shownSheets } from './sheet-page.ts';
import { feedSheet, NATIONAL, sheetHtml } from './sheet-testing.ts';
import { page, rendered, sheet } from './testing.ts';
import { pageOf } from './testing-read.ts';
import { readSheetView } from './read.ts';

const VIEW = 'https://www.exemple.gouv.fr/Fiches#!/particuliers/page/F1342';

test('what stands in the marked block is the sheet, the rest of the page stands around', () => {
  const [shown] = shownSheets(pageOf(sheetHtml(feedSheet(), { local: '<h2>Ici</h2><p>Au guichet 3.</p>' })));
  expect(shown).toMatchObject({ number: 'F1342', isMarked: true, isWhole: true });
  expect(shown?.passages.map(({ text }) => text)).toEqual(expect.arrayContaining([...NATIONAL]));
  expect(shown?.around.map(({ text }) => text)).toEqual(expect.arrayContaining(['Ici', 'Au guichet 3.']));
  expect(shown?.links).toEqual([expect.objectContaining({ url: feedSheet().url })]);
});

test('where no element marks a block, the main part is the sheet', () => {
  const [shown] = shownSheets(
    pageOf(
      `<main><h1>Carte</h1><p>Texte</p><p>Vérifié le 1er octobre 2026 - Direction de l’information légale et administrative</p>
       <a href="https://www.service-public.gouv.fr/particuliers/vosdroits/F1342">Source</a></main>`,
    ),
  );
  expect(shown).toMatchObject({ number: 'F1342', isMarked: false, around: [] });
});

test('a local page shows none', () => {
  expect(shownSheets(page())).toEqual([]);
});

test('of several sheets linked to, none gives its number', () => {
  const marks = sheet({ linked: ['F1', 'F2'], container: '.spPublicationMain' });
  expect(shownSheets(page({ sheet: marks }))[0]?.number).toBeNull();
});

test('each view that the widget filled is a sheet, under its own address', () => {
  const shown = readSheetView(sheetHtml(feedSheet()), VIEW);
  const host = (filled: boolean): number =>
    shownSheets(
      page({ views: [VIEW] }, { rendered: rendered({ sheetViews: [{ url: VIEW, filled, ...shown }] }) }),
    ).length;
  expect(host(true)).toBe(1);
  expect(host(false)).toBe(0);
});

test('a view of which an earlier version kept no text is not read', () => {
  const sheetViews = [{ url: VIEW, filled: true, sheet: sheet({ number: 'F1342' }) }];
  expect(shownSheets(page({ views: [VIEW] }, { rendered: rendered({ sheetViews }) }))).toEqual([]);
});

test('a long text cut as it was read is not whole', () => {
  const texts = ['x'.repeat(59_000), `${'y'.repeat(900)}…`];
  const marks = sheet({ number: 'F1', container: '#comarquage' });
  const passages = texts.map((text) => ({
    ...({ kind: 'text', text, zone: 'main', inMain: true, line: 1, heading: 0 } as const),
  }));
  expect(shownSheets(page({ sheet: marks, passages }))[0]?.isWhole).toBe(false);
});
