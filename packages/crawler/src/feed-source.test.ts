import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookAt, openSource } from './feed-source.ts';
import { feedFiles, textOf, writeFiles, zipOf } from './feed-testing.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

test('a folder gives the XML files in it and below, in the order of their names', async () => {
  writeFiles(dir, { 'b/F2.xml': '<b/>', 'a.xml': '<a/>', 'b/notice.txt': '' });
  const { files } = await openSource(dir);
  expect(files.map(({ name }) => name)).toEqual(['a.xml', 'b/F2.xml']);
  expect(await Promise.all(files.map(({ bytes }) => textOf(bytes())))).toEqual(['<a/>', '<b/>']);
});

test('a folder and its zip give the same files', async () => {
  const path = join(dir, 'flux.zip');
  writeFileSync(path, zipOf(feedFiles()));
  writeFiles(join(dir, 'flux'), feedFiles());
  const names = async (place: string): Promise<string[]> => {
    const source = await openSource(place);
    source.close();
    return source.files.map(({ name }) => name).sort();
  };
  expect(await names(path)).toEqual(await names(join(dir, 'flux')));
});

test('a link to elsewhere is refused, be it to a file or to a folder', async () => {
  symlinkSync(tmpdir(), join(dir, 'ailleurs'));
  await expect(openSource(dir)).rejects.toMatchObject({ code: 'feed-link' });
});

test('folders as deep as the limit are read, deeper ones are refused', async () => {
  writeFiles(dir, { '2/3/4/5/F1.xml': '<a/>' });
  expect((await openSource(dir)).files).toHaveLength(1);
  mkdirSync(join(dir, '2/3/4/5/6'));
  await expect(openSource(dir)).rejects.toMatchObject({ code: 'feed-large' });
});

test('a place that is not there is told', async () => {
  await expect(openSource(join(dir, 'absent'))).rejects.toMatchObject({ code: 'feed-missing' });
});

test('a place is known again as long as none of its files changes', async () => {
  writeFiles(dir, feedFiles());
  const before = await lookAt(dir);
  expect(await lookAt(dir)).toEqual(before);
  utimesSync(join(dir, 'F1.xml'), 2_000_000_000, 2_000_000_000);
  expect(await lookAt(dir)).toMatchObject({ changedAt: 2_000_000_000_000 });
  writeFiles(dir, { 'F9.xml': '' });
  expect((await lookAt(dir)).stamp).not.toBe(before.stamp);
});
