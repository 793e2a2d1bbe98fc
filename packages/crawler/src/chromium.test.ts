import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from './chromium.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function program(folder: string, name: string): string {
  mkdirSync(join(dir, folder), { recursive: true });
  const path = join(dir, folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

test('the headless shell comes before the other browsers of the PATH', () => {
  program('un', 'google-chrome');
  const shell = program('deux', 'chromium-headless-shell');
  expect(findChromium({ PATH: [join(dir, 'un'), join(dir, 'deux')].join(delimiter) })).toBe(shell);
});

test('CHROMIUM_PATH comes before all, and must be a program', () => {
  program('un', 'chromium');
  const given = program('ailleurs', 'mon-navigateur');
  const PATH = join(dir, 'un');
  expect(findChromium({ PATH, CHROMIUM_PATH: given })).toBe(given);
  expect(() => findChromium({ PATH, CHROMIUM_PATH: join(dir, 'absent') })).toThrow(/CHROMIUM_PATH/);
});

test('Chrome is found where Windows puts it', () => {
  const chrome = program(join('Google', 'Chrome', 'Application'), 'chrome.exe');
  expect(findChromium({ PATH: '', PROGRAMFILES: dir })).toBe(chrome);
});
