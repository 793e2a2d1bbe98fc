import {
  copyFileSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig, QualeprefError } from '@qualepref/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AuditFile } from './audit-file.ts';
import type { HtmlFacts } from './facts.ts';
import { openPrevious } from './since-file.ts';
import { page, site } from './testing.ts';

const AT = '2026-08-24T09:00:00.000Z';
const { site: SITE } = defaultConfig('https://a.fr/');
let dir: string;
let path: string;
let own: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  path = join(dir, 'audit.sqlite');
  own = join(dir, 'neuf.sqlite');
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** An audit of one page. */
function write({ finished = true, address = 'https://a.fr/' } = {}): void {
  const file = AuditFile.open(path);
  file.describe({ site: site({ address }), settings: '' }, JSON.stringify(defaultConfig(address)));
  file.beginRun(AT);
  file.enqueue([{ url: address, kind: 'page', depth: 0, priority: 0 }]);
  const fetched = { url: address, outcome: 'ok', headers: {}, fetchedOn: '2026-08-24', requests: 1 } as const;
  const html = page().html as HtmlFacts;
  file.store({ url: address }, { ...fetched, body: Buffer.from('<p>a</p>') }, AT, {
    html,
    targets: [],
    views: [],
  });
  if (finished) file.finish(AT);
  file.close();
}

/** Its code, once its message was found to say what to do. */
function codeOf(given: string, config = SITE): string | undefined {
  try {
    openPrevious(given, own, config).close();
  } catch (error) {
    if (!(error instanceof QualeprefError)) throw error;
    expect(error.message).toMatch(/^--since\s: .*[Ii]ndiquer/);
    return error.code;
  }
  return undefined;
}

test('a finished audit of the same site is opened, by its file or its folder', () => {
  write();
  expect(codeOf(path)).toBeUndefined();
  expect(codeOf(dir)).toBeUndefined();
});

test('what is not there is said, be it a file or a folder without an audit', () => {
  expect(codeOf(path)).toBe('since-missing');
  expect(codeOf(dir)).toBe('since-missing');
});

test('the file that the audit writes is refused, under any name', () => {
  write();
  own = path;
  expect(codeOf(path)).toBe('since-self');
  const other = join(dir, 'autre.sqlite');
  linkSync(path, other);
  expect(codeOf(other)).toBe('since-self');
});

test('an unfinished audit is refused', () => {
  write({ finished: false });
  expect(codeOf(path)).toBe('since-unfinished');
});

test('the audit of another site is refused, and that of another server of the same', () => {
  write({ address: 'https://b.fr/' });
  expect(codeOf(path)).toBe('since-other-site');
  rmSync(path);
  write();
  expect(codeOf(path, { ...SITE, servedBy: 'https://essai.a.fr/' })).toBe('since-other-site');
});

test('a stripped copy is refused, since nothing can be taken from it', () => {
  write();
  const copy = join(dir, 'copie.sqlite');
  AuditFile.strip(path, copy);
  expect(codeOf(copy)).toBe('since-stripped');
});

test('another schema is refused', () => {
  write();
  const db = new DatabaseSync(path);
  db.exec("UPDATE meta SET value = '1' WHERE key = 'format'");
  db.close();
  expect(codeOf(path)).toBe('since-format');
});

test('what is no audit file, or a damaged one, is refused', () => {
  writeFileSync(path, 'bonjour');
  expect(codeOf(path)).toBe('since-format');
  writeFileSync(path, '');
  expect(codeOf(path)).toBe('since-format');
  rmSync(path);
  write();
  const bytes = readFileSync(path);
  const cut = join(dir, 'coupe.sqlite');
  copyFileSync(path, cut);
  truncateSync(cut, bytes.length / 2);
  expect(codeOf(cut)).toBe('since-format');
  // Beyond its first page, nothing but noise.
  writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 0x5a)]));
  expect(codeOf(path)).toBe('since-format');
});

test('values that are not what they should be are a damaged file', () => {
  write();
  const db = new DatabaseSync(path);
  db.exec("UPDATE meta SET value = '{' WHERE key = 'site'");
  db.close();
  expect(codeOf(path)).toBe('since-format');
});
