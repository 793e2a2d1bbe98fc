import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskError, makeFolder, writeWhole } from './disk.ts';

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

test('a full disk is told from the rest, by the system’s word and by SQLite’s', () => {
  expect(diskError('a', Object.assign(new Error('plein'), { code: 'ENOSPC' })).code).toBe('disk-full');
  expect(diskError('a', Object.assign(new Error('plein'), { errcode: 13 })).code).toBe('disk-full');
  expect(diskError('a', Object.assign(new Error('refusé'), { errcode: 14 })).code).toBe('folder-unwritable');
});
