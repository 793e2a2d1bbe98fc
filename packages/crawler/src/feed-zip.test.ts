import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QualeprefError } from '@qualepref/core';
import { expect, test } from 'vitest';
import { feedFiles, textOf, ZIPPED_ON, zipOf, type ZipEntry } from './feed-testing.ts';
import { openZip } from './feed-zip.ts';

const entry = (name: string, more: Partial<ZipEntry> = {}): ZipEntry => ({ name, text: '<Menu/>', ...more });

/** Reads the whole of a zip, as an update does. */
async function read(zip: Buffer | string): Promise<Record<string, string>> {
  const source = await openZip(zip, 'essai.zip');
  try {
    const texts: Record<string, string> = {};
    for (const { name, bytes } of source.files) texts[name] = await textOf(bytes());
    return texts;
  } finally {
    source.close();
  }
}

async function codeOf(zip: Buffer): Promise<string> {
  const error: unknown = await read(zip).catch((caught: unknown) => caught);
  if (!(error instanceof QualeprefError)) throw new Error('not refused', { cause: error });
  expect(error.message).toContain('essai.zip');
  return error.code;
}

test('the XML files of a zip are read, whatever its folders; the others are left out', async () => {
  const { 'lisez-moi.txt': other, ...files } = feedFiles();
  expect(other).toBeDefined();
  expect(await read(zipOf(feedFiles()))).toEqual(files);
  expect(await read(zipOf([entry('vdd/part/F1.XML'), entry('vdd/notice.pdf')]))).toEqual({
    'vdd/part/F1.XML': '<Menu/>',
  });
});

test('a zip on the disk is read as one in memory, and tells when its files were last changed', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  try {
    const path = join(dir, 'flux.zip');
    writeFileSync(path, zipOf(feedFiles()));
    expect(await read(path)).toEqual(await read(zipOf(feedFiles())));
    const source = await openZip(path);
    expect(source.changedOn).toBe(ZIPPED_ON);
    source.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test.each([
  ['a name that climbs out of its folder', 'feed-zip-name', [entry('../F1.xml')]],
  ['an absolute name', 'feed-zip-name', [entry('/F1.xml')]],
  ['a name with a drive', 'feed-zip-name', [entry('C:/F1.xml')]],
  ['a name with a backslash', 'feed-zip-name', [entry('..\\F1.xml')]],
  ['a link to elsewhere', 'feed-zip-link', [entry('F1.xml', { mode: 0o120777, text: '/etc' })]],
  ['an encrypted file', 'feed-zip-encrypted', [entry('F1.xml', { isEncrypted: true })]],
  ['two files of one name', 'feed-zip-twice', [entry('F1.xml'), entry('F1.xml')]],
  ['a file that grows a thousandfold', 'feed-zip-bomb', [entry('F1.xml', { text: Buffer.alloc(2_000_000) })]],
  ['a file announced larger than any', 'feed-zip-bomb', [entry('F1.xml', { claims: 20_000_001 })]],
  [
    'a file longer than announced',
    'feed-zip-broken',
    [entry('F1.xml', { text: '<a/>'.repeat(500), claims: 10 })],
  ],
  ['a file shorter than announced', 'feed-zip-broken', [entry('F1.xml', { claims: 100 })]],
  ['a damaged file', 'feed-zip-broken', [entry('F1.xml', { crc: 1 })]],
])('%s is refused', async (_, code, entries) => {
  expect(await codeOf(zipOf(entries))).toBe(code);
});

test('a hostile file is refused before any other is read, be it XML or not', async () => {
  await expect(openZip(zipOf([entry('F1.xml'), entry('../x.txt')]), 'essai.zip')).rejects.toMatchObject({
    code: 'feed-zip-name',
  });
});

test('many files that are large together are refused', async () => {
  // It does not pack: the announced size is no sign of a bomb.
  const text = randomBytes(110_000);
  const large = Array.from({ length: 31 }, (_, n) =>
    entry(`F${String(n)}.xml`, { text, claims: 20_000_000 }),
  );
  expect(await codeOf(zipOf(large))).toBe('feed-large');
});

test('what is no zip, or a part of one, is refused', async () => {
  const whole = zipOf(feedFiles());
  expect(await codeOf(Buffer.from('<html>Erreur 503</html>'))).toBe('feed-zip-broken');
  expect(await codeOf(Buffer.alloc(0))).toBe('feed-zip-broken');
  expect(await codeOf(whole.subarray(0, whole.length - 40))).toBe('feed-zip-broken');
  expect(await codeOf(whole.subarray(200))).toBe('feed-zip-broken');
});
