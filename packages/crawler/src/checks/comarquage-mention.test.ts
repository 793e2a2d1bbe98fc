import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts, PlaceFacts, SheetMarks, SheetView } from '../facts.ts';
import { page, pageProblems, settings, sheet, verdictLine } from '../testing.ts';
import { comarquageMention } from './comarquage-mention.ts';

const VIEW = 'https://www.exemple.gouv.fr/Fiches#!/particuliers/page/F1342';
const place: PlaceFacts = { selector: '#comarquage p', line: 30, zone: 'main' };
const dila = { ...place, text: 'Direction de l’information légale et administrative', inBlock: true };
const dated = (date: string | null): SheetMarks['verified'] => ({
  ...place,
  text: 'Vérifié le 20 juin 2026',
  date,
});

/** A sheet republished as it should be. */
const marks = (partial: Partial<SheetMarks> = {}): SheetMarks =>
  sheet({
    number: 'F1342',
    linked: ['F1342'],
    container: 'comarquage',
    publisher: dila,
    verified: dated('2026-06-20'),
    ...partial,
  });
const judge = (partial: Partial<SheetMarks>): string[] =>
  verdictLine(comarquageMention, page({ sheet: marks(partial) }));

const headed = (...texts: string[]): Partial<HtmlFacts> => ({
  headings: texts.map((text) => ({ ...place, level: 2, text })),
});
const COPY = ['Textes de loi et références', 'Services en ligne et formulaires', 'Où s’informer ?'] as const;

const hosting = (...sheetViews: SheetView[]): PageFacts =>
  page({ views: [VIEW] }, { rendered: { title: 'Fiches', axe: [], skipLink: null, sheetViews } });
const view = (filled: boolean, partial: Partial<SheetMarks> = {}): SheetView => ({
  url: VIEW,
  filled,
  sheet: marks(partial),
});

const items = (facts: PageFacts): readonly string[] | undefined =>
  comarquageMention.scope === 'page' && facts.html
    ? comarquageMention.judges?.({ ...facts, html: facts.html }, settings())
    : undefined;

test('a sheet that names its source and date passes', () => {
  expect(judge({})).toEqual(['passed']);
});

test('two signs make a co-marked page, one does not', () => {
  const signs: Partial<SheetMarks>[] = [
    { number: 'F1342' },
    { linked: ['F1342'] },
    { container: 'comarquage' },
    { publisher: dila },
    { verified: dated('2026-06-20') },
  ];
  for (const one of signs) {
    expect(verdictLine(comarquageMention, page({ sheet: sheet(one) }))).toEqual(['inapplicable']);
    for (const other of signs.filter((sign) => sign !== one))
      expect(verdictLine(comarquageMention, page({ sheet: sheet({ ...one, ...other }) }))).not.toEqual([
        'inapplicable',
      ]);
  }
});

test('a publisher named in the site’s footer alone is no sign', () => {
  const facts = page({ sheet: sheet({ linked: ['F1342'], publisher: { ...dila, inBlock: false } }) });
  expect(verdictLine(comarquageMention, facts)).toEqual(['inapplicable']);
});

test('a sheet without its publisher fails, and its date is not asked for as well', () => {
  expect(judge({ publisher: null })).toEqual(['failed', 'no-source']);
  expect(judge({ publisher: null, verified: null })).toEqual(['failed', 'no-source']);
});

test('Service-Public is named in words or by a link to the sheet', () => {
  expect(judge({ linked: [], namesServicePublic: true })).toEqual(['passed']);
  expect(judge({ linked: [], namesServicePublic: false })).toEqual(['failed', 'no-source']);
});

test('a publisher named outside the sheet fails less gravely, where it stands', () => {
  const outside = { publisher: { ...dila, zone: 'footer', inBlock: false } } as const;
  expect(judge(outside)).toEqual(['failed', 'source-outside']);
  expect(pageProblems(comarquageMention, page({ sheet: marks(outside) }))[0]?.at).toMatchObject({
    quote: dila.text,
    place: { zone: 'footer' },
  });
});

test('a sheet without a date fails', () => {
  expect(judge({ verified: null })).toEqual(['failed', 'no-date']);
});

test('a date that cannot be read fails', () => {
  expect(judge({ verified: dated(null) })).toEqual(['failed', 'unreadable-date']);
});

test('a raw value of the feed is the one problem of the date', () => {
  const rawDate = { ...place, text: 'modified 2016-12-13' };
  expect(judge({ rawDate, verified: null })).toEqual(['failed', 'raw-date']);
  expect(judge({ rawDate, verified: dated(null) })).toEqual(['failed', 'raw-date']);
});

test('an old date is no fault', () => {
  expect(judge({ verified: dated('2017-06-20') })).toEqual(['passed']);
});

test('a page with the headings of a sheet may be a copy, from three on', () => {
  const copied = (...texts: string[]): string[] => verdictLine(comarquageMention, page(headed(...texts)));
  expect(copied(...COPY)).toEqual(['cantTell', 'possible-copy']);
  expect(copied(COPY[0], COPY[1], 'Horaires')).toEqual(['inapplicable']);
  expect(copied(COPY[0], COPY[1], COPY[1])).toEqual(['inapplicable']);
  expect(pageProblems(comarquageMention, page(headed('Horaires', ...COPY)))[0]?.at.quote).toBe(
    COPY.join(' / '),
  );
});

test('a co-marked page is no copy', () => {
  expect(verdictLine(comarquageMention, page({ ...headed(...COPY), sheet: marks() }))).toEqual(['passed']);
});

test('each view of the widget is judged under its own address', () => {
  expect(verdictLine(comarquageMention, hosting(view(true)))).toEqual(['passed']);
  const [problem] = pageProblems(comarquageMention, hosting(view(true), view(true, { publisher: null })));
  expect(problem).toMatchObject({ outcome: 'failed', code: 'no-source', at: { url: VIEW } });
});

test('a widget that stayed empty is for a person to open, and its marks are not judged', () => {
  const facts = hosting(view(false, { publisher: null }));
  expect(verdictLine(comarquageMention, facts)).toEqual(['cantTell', 'view-empty']);
  expect(pageProblems(comarquageMention, facts)[0]?.at.url).toBe(VIEW);
});

test('the page that hosts the widget is not judged for the sheet it does not hold yet', () => {
  const host = page({ views: [VIEW], sheet: marks({ publisher: null }) });
  expect(verdictLine(comarquageMention, host)).toEqual(['passed']);
  expect(items(host)).toEqual([]);
});

test('a copy bears on the co-marking alone, a sheet on its mention too', () => {
  expect(items(page(headed(...COPY)))).toEqual(['COM-02']);
  expect(items(page({ sheet: marks() }))).toEqual(['COM-02', 'COM-10']);
  expect(items(hosting(view(true)))).toEqual(['COM-02', 'COM-10']);
});

test('a local page is not concerned', () => {
  expect(verdictLine(comarquageMention, page())).toEqual(['inapplicable']);
});
