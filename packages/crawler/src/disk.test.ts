import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskError, hasRoom, makeFolder, writeWhole } from './disk.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

test('a file is written whole, and nothing else is left', () => {
  writeWhole(join(dir, 'a'), 'un');
  writeWhole(join(dir, 'a'), 'deux');
  expect(readdirSync(dir)).toEqual(['a']);
  expect(readFileSync(join(dir, 'a'), 'utf8')).toBe('deux');
});

test('what comes in pieces is written in their order, however long, and not at all if one of them fails', () => {
  const pieces = Array.from({ length: 30 }, (_, n) => String(n % 10).repeat(100_000));
  writeWhole(join(dir, 'a'), pieces);
  expect(readFileSync(join(dir, 'a'), 'utf8')).toBe(pieces.join(''));
  const broken = function* (): Generator<string> {
    yield 'un';
    throw new TypeError('oups');
  };
  expect(() => {
    writeWhole(join(dir, 'a'), broken());
  }).toThrow('oups');
  expect(readdirSync(dir)).toEqual(['a']);
  expect(readFileSync(join(dir, 'a'), 'utf8')).toBe(pieces.join(''));
});

test('where nothing can be written, the path is named and nothing is left', () => {
  writeFileSync(join(dir, 'fichier'), '');
  expect(() => {
    writeWhole(join(dir, 'fichier', 'a'), 'un');
  }).toThrow(/fichier.*ne peut pas être écrit/);
  expect(() => {
    makeFolder(join(dir, 'fichier', 'a'));
  }).toThrow(/fichier.*ne peut pas être écrit/);
  expect(readdirSync(dir)).toEqual(['fichier']);
});

test('folders are made with those that hold them, once', () => {
  makeFolder(join(dir, 'a', 'b', 'c'));
  makeFolder(join(dir, 'a', 'b'));
  expect(readdirSync(join(dir, 'a', 'b'))).toEqual(['c']);
});

test.skipIf(process.platform !== 'linux')('where no folder can be made, it is said at once', () => {
  expect(() => {
    makeFolder('/proc/a/b');
  }).toThrow(/proc.*ne peut pas être écrit/);
});

test('a full disk is told from the rest, by the system’s word and by SQLite’s', () => {
  // The share of an account, and the longest file that a process may write; then SQLite’s word for either.
  for (const code of ['EDQUOT', 'EFBIG'])
    expect(diskError('a', Object.assign(new Error('plein'), { code })).code).toBe('disk-full');
  const refused = diskError('a', Object.assign(new Error('refusé'), { errcode: 778 }));
  expect([refused.code, refused.message]).toEqual([
    'disk-full',
    expect.stringMatching(/ou la place accordée/),
  ]);
  expect(diskError('a', Object.assign(new Error('plein'), { code: 'ENOSPC' })).code).toBe('disk-full');
  expect(diskError('a', Object.assign(new Error('plein'), { errcode: 13 })).code).toBe('disk-full');
  expect(diskError('a', Object.assign(new Error('refusé'), { errcode: 14 })).code).toBe('folder-unwritable');
});

test('a disk has room for what is less than its free space; one that can’t be asked is given the benefit', () => {
  expect(hasRoom(tmpdir(), 1)).toBe(true);
  expect(hasRoom(tmpdir(), Number.MAX_VALUE)).toBe(false);
  expect(hasRoom(join(tmpdir(), 'qualepref-absent'), Number.MAX_VALUE)).toBe(true);
});
