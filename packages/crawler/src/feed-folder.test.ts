import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentFeed, defaultFeedFolder, feedFolderFor, installFeed, unfinishedFeed } from './feed-folder.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Installs a file that holds its minute. */
function install(minute: number): string {
  const path = unfinishedFeed(dir, 'essai');
  writeFileSync(path, String(minute));
  return installFeed(dir, path, new Date(Date.UTC(2026, 10, 25, 8, minute)));
}

test('the feed in use is the last installed, and three are kept', () => {
  expect(currentFeed(dir)).toBeNull();
  for (const minute of [1, 2, 3, 4]) {
    const path = install(minute);
    expect(currentFeed(dir)).toBe(path);
    expect(readFileSync(path, 'utf8')).toBe(String(minute));
  }
  expect(readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(['2', '3', '4']);
});

test('what another process is writing is no feed; what a dead one left is taken away', () => {
  const mine = unfinishedFeed(dir, 'autre');
  writeFileSync(mine, '');
  writeFileSync(`${mine}-journal`, '');
  expect(currentFeed(dir)).toBeNull();
  const hour = Date.UTC(2026, 10, 25, 8, 10) / 1000 - 3600;
  for (const path of [mine, `${mine}-journal`]) utimesSync(path, hour, hour);
  install(10);
  expect(readdirSync(dir)).toContain('building-autre.sqlite');
  install(11);
  expect(readdirSync(dir).filter((name) => name.startsWith('building'))).toEqual([]);
});

test('other files of the folder are left alone', () => {
  writeFileSync(join(dir, 'feed-notes.sqlite'), '');
  for (const minute of [1, 2, 3, 4]) install(minute);
  expect(readdirSync(dir)).toContain('feed-notes.sqlite');
});

test('a folder that is gone is told', () => {
  expect(() => installFeed(join(dir, 'absent'), join(dir, 'x'), new Date())).toThrow(
    expect.objectContaining({ code: 'folder-unwritable' }),
  );
});

test('the feed is kept in the user’s cache, apart for each place it was made of', () => {
  expect(defaultFeedFolder({})).toBe(join(homedir(), '.cache', 'qualepref', 'feed'));
  const environment = { XDG_CACHE_HOME: dir };
  expect(defaultFeedFolder(environment)).toBe(join(dir, 'qualepref', 'feed'));
  const folders = ['a', 'b'].map((place) => feedFolderFor(place, environment));
  expect(new Set(folders).size).toBe(2);
  expect(folders.every((folder) => folder.startsWith(defaultFeedFolder(environment)))).toBe(true);
});
