import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adviceFor, candidates, launch } from '../scripts/browser.js';
import { isInstalled } from '../scripts/install.js';
import { firefoxCandidates } from '../scripts/test-browsers.js';
import { officeCandidates } from '../scripts/test-office.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qualepref-setup-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the browser named by CHROMIUM_PATH comes first, then the lightest of each folder of PATH', () => {
  const found = candidates('linux', { CHROMIUM_PATH: '/opt/mine', PATH: '/a:/b' });
  expect(found.slice(0, 4)).toEqual([
    '/opt/mine',
    '/a/chromium-headless-shell',
    '/b/chromium-headless-shell',
    '/a/chromium',
  ]);
  expect(found.indexOf('/b/google-chrome')).toBeLessThan(found.indexOf('/a/microsoft-edge'));
});

test('Windows and macOS have their own places, Edge last', () => {
  expect(candidates('win32', { PROGRAMFILES: 'C:\\Program Files' })).toEqual([
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
  expect(candidates('darwin', {}).at(-1)).toBe(
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  );
});

test('the Firefox named by FIREFOX_PATH comes first, then the long-supported one of each folder of PATH', () => {
  expect(firefoxCandidates('linux', { FIREFOX_PATH: '/opt/fox', PATH: '/a:/b' })).toEqual([
    '/opt/fox',
    '/a/firefox-esr',
    '/b/firefox-esr',
    '/a/firefox',
    '/b/firefox',
  ]);
  expect(firefoxCandidates('win32', { PROGRAMFILES: 'C:\\Program Files' })).toEqual([
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]);
  expect(firefoxCandidates('darwin', {})).toEqual(['/Applications/Firefox.app/Contents/MacOS/firefox']);
});

test('the LibreOffice named by LIBREOFFICE_PATH comes first, then that of PATH or of the system', () => {
  expect(officeCandidates('linux', { LIBREOFFICE_PATH: '/opt/lo', PATH: '/a:/b' })).toEqual([
    '/opt/lo',
    '/a/soffice',
    '/b/soffice',
    '/a/libreoffice',
    '/b/libreoffice',
  ]);
  expect(officeCandidates('win32', { PROGRAMFILES: 'C:\\Program Files' })).toEqual([
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  ]);
  expect(officeCandidates('darwin', {})).toEqual(['/Applications/LibreOffice.app/Contents/MacOS/soffice']);
});

test('a browser counts when it opens a page, with its sandbox if it can', () => {
  const path = fakeBrowser('console.log("<body>HeadlessChrome/156.0.0.0</body>")');
  expect(launch(path)).toEqual({ path, sandbox: true, version: '156' });
});

test('the sandbox is left out only when the browser does not start with it', () => {
  const path = fakeBrowser(
    'process.argv.includes("--no-sandbox") && console.log("HeadlessChrome/156.0.0.0")',
  );
  expect(launch(path)).toEqual({ path, sandbox: false, version: '156' });
});

test('a browser that is there and does not start gives its reason', () => {
  const path = fakeBrowser('console.error("first\\nlibnss3.so is missing"); process.exitCode = 127');
  expect(launch(path)).toEqual({ path, reason: 'libnss3.so is missing' });
});

test('without a browser, the advice gives the commands and what was tried', () => {
  const advice = adviceFor([{ path: '/opt/mine', reason: 'ce fichier n’existe pas' }]);
  expect(advice).toContain('sudo apt-get install -y chromium');
  expect(advice).toContain('essayé : /opt/mine (ce fichier n’existe pas)');
});

const LOCK = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};

test('dependencies that match the lock are not installed again; those of other platforms may lack', () => {
  install({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(folder)).toBe(true);
});

test('dependencies are installed when one lacks or has another version', () => {
  install({});
  expect(isInstalled(folder)).toBe(false);
  install({ 'node_modules/a': { version: '0.9.0' } });
  expect(isInstalled(folder)).toBe(false);
});

test('dependencies are installed when there are none, or when npm was cut short', () => {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: LOCK }));
  expect(isInstalled(folder)).toBe(false);
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
  writeFileSync(join(folder, 'node_modules', '.bin', 'node'), '');
  expect(isInstalled(folder)).toBe(false);
});

function install(present: Record<string, { version: string }>): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  writeFileSync(join(modules, '.bin', 'node'), '');
  writeFileSync(join(modules, '.package-lock.json'), JSON.stringify({ packages: present }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: LOCK }));
}

function fakeBrowser(script: string): string {
  const path = join(folder, 'browser.cjs');
  writeFileSync(path, `#!${process.execPath}\n${script}\n`, { mode: 0o755 });
  return path;
}
