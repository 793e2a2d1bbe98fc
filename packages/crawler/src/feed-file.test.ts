import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmFeed, openFeed, type OpenFeed } from './feed-file.ts';
import { fingerprint, foldTitle } from './feed-fingerprint.ts';
import { feedFiles, PHRASES, sheetXml, type SheetText } from './feed-testing.ts';
import { FeedWriter } from './feed-writer.ts';
import { readFeedXml } from './feed-xml.ts';

const AT = '2026-11-25T08:00:00.000Z';
let dir: string;
let path: string;
let feed: OpenFeed | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  path = join(dir, 'flux.sqlite');
});
afterEach(() => {
  feed?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A feed of those files. */
async function made(files: Readonly<Record<string, string>> = feedFiles()): Promise<OpenFeed> {
  const writer = new FeedWriter(path);
  for (const [name, text] of Object.entries(files))
    if (name.endsWith('.xml')) writer.add(await readFeedXml(name, [Buffer.from(text)]));
  writer.finish({ publishedOn: '2026-11-24', downloadedOn: AT }, []);
  return (feed = openFeed(path));
}

const sheets = (...texts: SheetText[]): Record<string, string> =>
  Object.fromEntries(texts.map((text, n) => [`${String(n)}.xml`, sheetXml(text)]));

const prints = (...texts: string[]): number[] => texts.flatMap((text) => fingerprint(text) ?? []);

test('a feed says its schema, its sheets, whom they are for and the newest day', async () => {
  expect((await made()).info).toEqual({
    schema: '3.5',
    publishedOn: '2026-11-24',
    downloadedOn: AT,
    sheets: 5,
    audiences: ['particuliers'],
    newest: '2026-11-23',
  });
});

test('a sheet is found by its number as it was read, and an unknown number is not', async () => {
  const read = await readFeedXml('F3.xml', [Buffer.from(feedFiles()['F3.xml'] ?? '')]);
  const { sheet } = await made();
  const { shortTitles, importantChange, ...found } = sheet('F3') ?? {};
  expect(read).toMatchObject({ sheet: found });
  expect([shortTitles, importantChange]).toEqual([['Carte grise d’un véhicule'], '2026-05-04']);
  expect(sheet('F4')).toBeUndefined();
});

test('a sheet goes by the labels of its dossier, of the dossier’s own document and of the tree', async () => {
  const { sheet } = await made();
  expect(sheet('F1')?.shortTitles).toEqual(['Première demande']);
  expect(sheet('F2')?.shortTitles).toEqual(['Les photos', 'Photos']);
});

test('the index of important changes fills in what a sheet does not say itself', async () => {
  const { sheet } = await made();
  expect(sheet('F2')?.importantChange).toBe('2026-03-02');
  expect(sheet('F1')?.importantChange).toBeNull();
});

test('a withdrawn number leads to the last of those in its place, a loop leads nowhere', async () => {
  const { redirection } = await made();
  expect(redirection('F90')).toBe('F1');
  expect(redirection('F91')).toBe('F1');
  expect(redirection('F1')).toBeUndefined();
  expect(redirection('F80')).toBeUndefined();
});

test('sheets are found by their title, whatever its typesetting', async () => {
  const { byTitle } = await made();
  expect(byTitle(foldTitle("CARTE D'IDENTITE : premiere demande"))).toEqual(['F1']);
  expect(byTitle(foldTitle('Photos'))).toEqual([]);
});

test('sheets are found by the paragraphs they share with a page, the most shared first', async () => {
  const { candidates } = await made();
  const [filing = '', papers = '', delay = ''] = PHRASES;
  expect(candidates(prints(papers, delay))).toEqual([
    { number: 'F1', shared: 2 },
    { number: 'F3', shared: 2 },
  ]);
  expect(candidates(prints(filing, papers))[0]).toEqual({ number: 'F1', shared: 2 });
  expect(candidates(prints('Une phrase que personne n’a jamais écrite dans une fiche.'))).toEqual([]);
  expect(candidates([])).toEqual([]);
});

test('a paragraph of fifty sheets counts, one of more counts for none', async () => {
  const common = (count: number): Record<string, string> =>
    sheets(...Array.from({ length: count }, (_, n) => ({ number: `F${String(n)}` })));
  expect((await made(common(50))).candidates(prints(PHRASES[0] ?? ''))).toHaveLength(50);
  feed?.close();
  rmSync(path);
  expect((await made(common(51))).candidates(prints(PHRASES[0] ?? ''))).toEqual([]);
});

test('sheets are found by the offices they send to, each once', async () => {
  const { withPivot } = await made();
  const url = 'https://www.service-public.gouv.fr/particuliers/vosdroits/';
  expect(withPivot(['mairie', 'sous_pref'])).toEqual([
    { number: 'F1', title: 'Carte d’identité : première demande', url: `${url}F1` },
    { number: 'F2', title: 'Photos d’identité', url: `${url}F2` },
    { number: 'F3', title: 'Carte grise', url: `${url}F3` },
  ]);
  expect(withPivot([])).toEqual([]);
});

test('of two sheets of one number the newer is kept, whichever comes first', async () => {
  const older = { number: 'F1', date: '2026-01-01', title: 'Ancien', pivot: 'mairie' };
  const newer = { number: 'F1', date: '2026-01-02', title: 'Nouveau' };
  for (const order of [sheets(older, newer), sheets(newer, older)]) {
    const { sheet, info, byTitle, withPivot } = await made(order);
    expect([sheet('F1')?.title, info.sheets, byTitle('ancien'), withPivot(['mairie'])]).toEqual([
      'Nouveau',
      1,
      [],
      [],
    ]);
    feed?.close();
    rmSync(path);
  }
});

test('of two sheets of one number and day, the one for the public is kept', async () => {
  const both = sheets({ number: 'F1', audience: 'Professionnels' }, { number: 'F1' });
  const { sheet, info } = await made(both);
  expect([sheet('F1')?.audience, info.audiences]).toEqual([
    'particuliers',
    ['particuliers', 'professionnels'],
  ]);
});

test('elements that no schema has are counted by the files that hold them', async () => {
  const body = '<Texte><Encart>a</Encart><Encart>b</Encart></Texte>';
  const { record } = await made(sheets({ number: 'F1', body }, { number: 'F2', body }));
  expect(record.unknown).toEqual({ Encart: 2 });
});

test('a feed found unchanged is as fresh as that day, and nothing else of it changes', async () => {
  const { info } = await made();
  feed?.close();
  const later = '2026-11-26T08:00:00.000Z';
  expect(confirmFeed(path, later)).toEqual({ ...info, downloadedOn: later });
  feed = openFeed(path);
  expect(feed.info).toEqual({ ...info, downloadedOn: later });
  expect(feed.sheet('F3')?.title).toBe('Carte grise');
});

test('a file that was not finished, is no feed, or is damaged is refused', async () => {
  expect(() => openFeed(path)).toThrow(expect.objectContaining({ code: 'feed-missing' }));
  const writer = new FeedWriter(path);
  expect(() => openFeed(path)).toThrow(expect.objectContaining({ code: 'feed-format' }));
  writer.abandon();
  expect(readdirSync(dir)).toEqual([]);
  writeFileSync(path, 'Pas un flux');
  expect(() => openFeed(path)).toThrow(expect.objectContaining({ code: 'feed-format' }));
  rmSync(path);
  await made();
  feed?.close();
  truncateSync(path, 1000);
  expect(() => openFeed(path)).toThrow(expect.objectContaining({ code: 'feed-format' }));
});

test('where nothing can be written, it is told', () => {
  expect(() => new FeedWriter(join(dir, 'absent', 'flux.sqlite'))).toThrow(
    expect.objectContaining({ code: 'folder-unwritable' }),
  );
});
