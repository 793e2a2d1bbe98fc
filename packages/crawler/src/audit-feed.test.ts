import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFeedFor, type AuditFeed } from './audit-feed.ts';
import { currentFeed } from './feed-folder.ts';
import { feedFiles, writeFiles, zipOf } from './feed-testing.ts';
import { updateFeed } from './feed-update.ts';
import { closeAll, says, site } from './fetch-testing.ts';

const CACHE = process.env['XDG_CACHE_HOME'];
let dir: string;
let said: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  process.env['XDG_CACHE_HOME'] = join(dir, 'cache');
  said = [];
});
afterEach(async () => {
  if (CACHE === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = CACHE;
  await closeAll();
  rmSync(dir, { recursive: true, force: true });
});

const hooks = {
  signal: new AbortController().signal,
  now: () => new Date('2026-11-25T08:00:00Z'),
  progress: () => undefined,
};

/** How many sheets the feed holds, and the path of its file. */
async function opened(options: AuditFeed): Promise<{ sheets: number; path: string } | null> {
  const feed = await openFeedFor(
    { allowPrivate: true, ...options },
    { ...hooks, say: (message) => said.push(message) },
  );
  feed?.close();
  return feed && { sheets: feed.info.sheets, path: feed.path };
}

test('without the option there is no feed, and nothing is said', async () => {
  expect([await opened({}), said]).toEqual([null, []]);
});

test('the folder of feed update, or its file, is opened as it is', async () => {
  const place = join(dir, 'source');
  writeFiles(place, feedFiles());
  const folder = join(dir, 'flux');
  const { path } = await updateFeed({ ...hooks, folder, places: [place], allowPrivate: false });
  expect(await opened({ feed: folder })).toEqual({ sheets: 5, path });
  expect(await opened({ feed: path })).toEqual({ sheets: 5, path });
});

test('a folder or a zip of sheets is read once into the cache of the user', async () => {
  const place = join(dir, 'flux.zip');
  writeFileSync(place, zipOf(feedFiles()));
  const first = await opened({ feed: place });
  expect(first).toMatchObject({ sheets: 5 });
  expect(first?.path.startsWith(join(dir, 'cache'))).toBe(true);
  expect(await opened({ feed: place })).toEqual(first);
});

test('an address that no longer answers leaves the last feed it gave, and this is said', async () => {
  let isDown = false;
  const { url } = await site({
    '/flux.zip': (request, response) => {
      if (isDown) says(404)(request, response);
      else response.end(zipOf(feedFiles()));
    },
  });
  const first = await opened({ feed: `${url}/flux.zip` });
  isDown = true;
  said = [];
  expect(await opened({ feed: `${url}/flux.zip` })).toEqual(first);
  expect(said[0]).toMatch(/pas pu être téléchargé.*sert à cet audit/);
  await expect(opened({ feed: `${url}/autre.zip` })).rejects.toMatchObject({ code: 'feed-download' });
});

test('what the feed is and how old it is are said, and that it is too old, unless told', async () => {
  const place = join(dir, 'source');
  writeFiles(place, feedFiles());
  const folder = join(dir, 'flux');
  const { path } = await updateFeed({ ...hooks, folder, places: [place], allowPrivate: false });
  expect(currentFeed(folder)).toBe(path);
  // The files are of today, which is later than the day of the audit: their age is none.
  await opened({ feed: folder });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/5.documents/);
  said = [];
  const later = {
    ...hooks,
    now: () => new Date('2026-12-25T08:00:00Z'),
    say: (message: string) => said.push(message),
  };
  (await openFeedFor({ feed: folder }, later))?.close();
  expect(said[1]).toMatch(/feed-max-age/);
  said = [];
  (await openFeedFor({ feed: folder, feedMaxAge: 10_000 }, later))?.close();
  expect(said).toHaveLength(1);
});

test('a place that is no feed is refused with what to do', async () => {
  await expect(opened({ feed: join(dir, 'absent') })).rejects.toMatchObject({ code: 'feed-missing' });
  await expect(opened({ feed: dir })).rejects.toMatchObject({ code: 'feed-empty' });
});
