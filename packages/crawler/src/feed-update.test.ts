import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProgressEvent } from './collect.ts';
import { openFeed } from './feed-file.ts';
import { currentFeed } from './feed-folder.ts';
import { feedFiles, sheetXml, writeFiles, zipOf, type SheetText } from './feed-testing.ts';
import { updateFeed, type FeedRequest, type FeedUpdate } from './feed-update.ts';
import { closeAll, site } from './fetch-testing.ts';
import { Interrupted } from './stop.ts';

/** Seconds since 1970. */
const WRITTEN = Date.UTC(2026, 10, 24, 20) / 1000;

let dir: string;
let folder: string;
let now: Date;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  folder = join(dir, 'flux');
  now = new Date('2026-11-25T08:00:00Z');
});
afterEach(async () => {
  await closeAll();
  rmSync(dir, { recursive: true, force: true });
});

/** Updates a minute after the last time. */
function update(places: readonly string[], more: Partial<FeedRequest> = {}): Promise<FeedUpdate> {
  now = new Date(now.getTime() + 60_000);
  return updateFeed({
    folder,
    places,
    now: () => now,
    allowPrivate: true,
    signal: new AbortController().signal,
    progress: () => undefined,
    limits: { backOff: [], elsewhere: 0 },
    ...more,
  });
}

/** A zip of those files, written the evening before. */
function zipFile(name: string, files: Readonly<Record<string, string>> | Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, Buffer.isBuffer(files) ? files : zipOf(files));
  utimesSync(path, WRITTEN, WRITTEN);
  return path;
}

const sheets = (count: number, text: Partial<SheetText> = {}): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `F${String(n)}.xml`,
      sheetXml({ ...text, number: `F${String(n)}` }),
    ]),
  );

function titleOf(number: string): string | undefined {
  const feed = openFeed(currentFeed(folder) ?? '');
  try {
    return feed.sheet(number)?.title;
  } finally {
    feed.close();
  }
}

/** A server of one zip that may change, and forgets nothing. */
async function server(): Promise<{ url: string; publish: (zip: Buffer) => void; answers: number[] }> {
  let zip = zipOf(feedFiles());
  let version = 1;
  const answers: number[] = [];
  const { url } = await site({
    '/flux.zip': ({ headers }, response) => {
      const etag = `"${String(version)}"`;
      const status = headers['if-none-match'] === etag ? 304 : 200;
      answers.push(status);
      response.writeHead(status, { etag }).end(status === 304 ? undefined : zip);
    },
  });
  const publish = (next: Buffer): void => {
    zip = next;
    version += 1;
  };
  return { url: `${url}/flux.zip`, publish, answers };
}

test('a feed is made of a zip, and says where it came from and how old it is', async () => {
  const place = zipFile('part.zip', feedFiles());
  const { isUnchanged, record, path } = await update([place]);
  expect(isUnchanged).toBe(false);
  expect(record.info).toMatchObject({
    sheets: 5,
    schema: '3.5',
    publishedOn: '2026-11-24',
    downloadedOn: '2026-11-24T20:00:00.000Z',
  });
  expect(record.sources).toMatchObject([{ place, sheets: 5 }]);
  expect(currentFeed(folder)).toBe(path);
  expect(titleOf('F3')).toBe('Carte grise');
});

test('schemas 3.3 and 3.5 are both read, from folders as from zips', async () => {
  const older = join(dir, 'ancien');
  writeFiles(older, feedFiles('3.3'));
  expect((await update([older])).record.info).toMatchObject({ schema: '3.3', sheets: 5 });
  expect((await update([zipFile('part.zip', feedFiles())])).record.info).toMatchObject({ schema: '3.5' });
});

test('several places make one feed, as old as the oldest of them', async () => {
  const first = zipFile('part.zip', sheets(2));
  const second = zipFile('pro.zip', { 'F9.xml': sheetXml({ number: 'F9', audience: 'Professionnels' }) });
  utimesSync(second, WRITTEN - 3600, WRITTEN - 3600);
  const { record } = await update([first, second]);
  expect(record.info).toMatchObject({
    sheets: 3,
    audiences: ['particuliers', 'professionnels'],
    downloadedOn: '2026-11-24T19:00:00.000Z',
  });
  expect(record.sources.map(({ sheets: count }) => count)).toEqual([2, 1]);
});

test('an update without change sends nothing again and changes nothing but the age', async () => {
  const { url, answers } = await server();
  const first = await update([url]);
  expect(first.record.info.downloadedOn).toBe('2026-11-25T08:01:00.000Z');
  const second = await update([url]);
  expect(answers).toEqual([200, 304]);
  expect(second).toEqual({
    path: first.path,
    isUnchanged: true,
    record: { ...first.record, info: { ...first.record.info, downloadedOn: '2026-11-25T08:02:00.000Z' } },
  });
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a local place that has not changed is not read again, and is no fresher for it', async () => {
  const place = zipFile('part.zip', feedFiles());
  const first = await update([place]);
  expect(await update([place])).toEqual({ ...first, isUnchanged: true });
  zipFile('part.zip', { ...feedFiles(), 'F4.xml': sheetXml({ number: 'F4' }) });
  expect(await update([place])).toMatchObject({ isUnchanged: false, record: { info: { sheets: 6 } } });
});

test('when one of two places has changed, the feed is made again of both', async () => {
  const [first, second] = [await server(), await server()];
  second.publish(zipOf({ 'F9.xml': sheetXml({ number: 'F9' }) }));
  await update([first.url, second.url]);
  second.publish(zipOf({ 'F9.xml': sheetXml({ number: 'F9', title: 'Nouvelle' }) }));
  expect((await update([first.url, second.url])).record.info.sheets).toBe(6);
  expect([titleOf('F3'), titleOf('F9')]).toEqual(['Carte grise', 'Nouvelle']);
  expect(first.answers).toEqual([200, 304, 200]);
});

test('another place makes another feed, whatever is known of the one before', async () => {
  const { url, answers } = await server();
  await update([url]);
  await update([zipFile('part.zip', sheets(1))]);
  await update([url]);
  expect(answers).toEqual([200, 200]);
});

test('three feeds are kept', async () => {
  for (const count of [1, 2, 3, 4]) await update([zipFile('part.zip', sheets(count))]);
  expect(readdirSync(folder)).toHaveLength(3);
});

test.each([
  ['feed-xml-doctype', { ...feedFiles(), 'F9.xml': '<!DOCTYPE p><Publication ID="F9"/>' }],
  ['feed-xml-malformed', { ...feedFiles(), 'F9.xml': '<Publication ID="F9">' }],
  ['feed-zip-name', { ...feedFiles(), '../F9.xml': '<a/>' }],
  ['feed-zip-broken', Buffer.from('<html>Erreur 503</html>')],
  ['feed-empty', { 'menu.xml': '<Menu/>' }],
  ['feed-schema', sheets(5, { root: { 'xsi:noNamespaceSchemaLocation': '../Schemas/9.0/Publication.xsd' } })],
  ['feed-schema', sheets(5, { root: { 'xsi:noNamespaceSchemaLocation': null } })],
])('a feed refused for %s leaves the one before as it was', async (code, files) => {
  const { path } = await update([zipFile('part.zip', feedFiles())]);
  const before = readFileSync(path);
  await expect(update([zipFile('autre.zip', files)])).rejects.toMatchObject({ code });
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readFileSync(path)).toEqual(before);
});

test('an address that does not answer leaves the feed before as it was', async () => {
  const { path } = await update([zipFile('part.zip', feedFiles())]);
  const { url } = await site();
  await expect(update([`${url}/absent.zip`])).rejects.toMatchObject({ code: 'feed-download' });
  await expect(update(['http://'])).rejects.toMatchObject({ code: 'feed-address' });
  expect(currentFeed(folder)).toBe(path);
});

test('a feed that lost a fifth of its sheets is taken, one that lost more is not', async () => {
  const place = join(dir, 'flux.zip');
  zipFile('flux.zip', sheets(10));
  await update([place]);
  zipFile('flux.zip', sheets(8));
  expect((await update([place])).record.info.sheets).toBe(8);
  zipFile('flux.zip', sheets(6));
  await expect(update([place])).rejects.toMatchObject({ code: 'feed-shrunk' });
  expect((await update([zipFile('autre.zip', sheets(6))])).record.info.sheets).toBe(6);
});

test('an update that is interrupted leaves nothing behind, and the feed before as it was', async () => {
  const { path } = await update([zipFile('part.zip', feedFiles())]);
  const controller = new AbortController();
  const progress = ({ done }: ProgressEvent): void => {
    if (done === 2) controller.abort();
  };
  const place = zipFile('autre.zip', feedFiles());
  await expect(update([place], { signal: controller.signal, progress })).rejects.toBeInstanceOf(Interrupted);
  expect(readdirSync(folder)).toEqual([path.slice(folder.length + 1)]);
});

test('a download that is interrupted is left at once', async () => {
  const controller = new AbortController();
  const { url } = await site({
    '/flux.zip': (_, response) => {
      response.writeHead(200, { 'content-length': 1_000 }).write('PK');
      controller.abort();
    },
  });
  const updating = update([`${url}/flux.zip`], { signal: controller.signal });
  await expect(updating).rejects.toBeInstanceOf(Interrupted);
  expect(readdirSync(folder)).toEqual([]);
});

test('progress is told for each file, up to the last', async () => {
  const events: ProgressEvent[] = [];
  await update([zipFile('part.zip', sheets(3))], { progress: (event) => void events.push(event) });
  expect(events).toEqual([1, 2, 3].map((done) => ({ stage: 'feed', done, total: 3 })));
});

test('a feed that another version wrote, or a damaged one, is made again', async () => {
  const place = zipFile('part.zip', feedFiles());
  const { path } = await update([place]);
  writeFileSync(path, 'Autre chose');
  expect(await update([place])).toMatchObject({ isUnchanged: false });
  expect(titleOf('F3')).toBe('Carte grise');
});

test('a folder that can’t be written is told', async () => {
  writeFileSync(join(dir, 'fichier'), '');
  mkdirSync(join(dir, 'vide'));
  const place = zipFile('part.zip', feedFiles());
  await expect(update([place], { folder: join(dir, 'fichier') })).rejects.toMatchObject({
    code: 'folder-unwritable',
  });
  await expect(update([join(dir, 'vide')])).rejects.toMatchObject({ code: 'feed-empty' });
});
