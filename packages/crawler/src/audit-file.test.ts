import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { QualeprefError } from '@qualepref/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AuditFile, type Target } from './audit-file.ts';
import type { Fetched } from './fetch.ts';
import { page } from './testing.ts';

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  path = join(dir, 'audit.sqlite');
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const AT = '2026-11-24T09:00:00.000Z';
const target = (url: string, partial: Partial<Target> = {}): Target => ({
  url,
  kind: 'page',
  depth: 0,
  priority: 0,
  ...partial,
});
const fetched = (url: string, partial: Partial<Fetched> = {}): Fetched => ({
  url,
  outcome: 'ok',
  status: 200,
  headers: {},
  fetchedOn: '2026-11-24',
  requests: 1,
  ...partial,
});
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    return error instanceof QualeprefError ? error.code : String(error);
  }
  return undefined;
};

test('the queue goes by depth, then priority, then address', () => {
  const file = AuditFile.open(path);
  file.enqueue([
    target('https://a.fr/c', { depth: 1 }),
    target('https://a.fr/b', { priority: 2 }),
    target('https://a.fr/z', { priority: 1 }),
    target('https://a.fr/a', { priority: 2 }),
  ]);
  expect(file.waiting('page').map(({ url }) => url.slice(-1))).toEqual(['z', 'a', 'b', 'c']);
  expect(file.waiting('page', 0)).toHaveLength(3);
  file.close();
});

test('an address found again keeps its better place, whichever came first, and its kind', () => {
  const file = AuditFile.open(path);
  const best = target('https://a.fr/', { depth: 1, priority: 9 });
  const others = [
    target('https://a.fr/', { depth: 3, priority: 0 }),
    target('https://a.fr/', { depth: 1, priority: 10, kind: 'external' }),
  ];
  for (const order of [
    [best, ...others],
    [others[0] ?? best, best, ...others],
  ]) {
    file.enqueue(order);
    expect(file.waiting('page')).toEqual([best]);
  }
  file.close();
});

test('a page is stored whole: answer, body, facts, where it leads', () => {
  const html = page().html;
  if (!html) throw new Error('no html');
  const file = AuditFile.open(path);
  file.enqueue([target('https://a.fr/')]);
  file.store(target('https://a.fr/'), fetched('https://a.fr/', { body: Buffer.from('<p>é</p>') }), AT, {
    html,
    targets: [target('https://a.fr/b', { depth: 1 })],
    views: [['https://a.fr/', 'https://a.fr/#!/particuliers/page/F1342']],
  });
  file.close();

  const again = AuditFile.open(path);
  expect(again.waiting('page').map(({ url }) => url)).toEqual(['https://a.fr/b']);
  expect(Buffer.from(again.answer('https://a.fr/')?.body ?? []).toString()).toBe('<p>é</p>');
  expect([...again.pages()]).toEqual([{ url: 'https://a.fr/', html }]);
  expect(again.views().get('https://a.fr/')).toEqual(['https://a.fr/#!/particuliers/page/F1342']);
  again.close();
});

test('what was not really asked does not count against a budget', () => {
  const file = AuditFile.open(path);
  file.enqueue([target('https://a.fr/1'), target('https://a.fr/2'), target('https://a.fr/3')]);
  file.store(target('https://a.fr/1'), fetched('https://a.fr/1', { outcome: 'gone' }), AT);
  file.store(target('https://a.fr/2'), fetched('https://a.fr/2', { outcome: 'out_of_scope' }), AT);
  expect(file.asked('page')).toBe(1);
  file.close();
});

test('the median of the answers is of pages alone, and of those that were timed', () => {
  const file = AuditFile.open(path);
  const urls = ['a', 'b', 'c', 'd'].map((name) => `https://a.fr/${name}`);
  file.enqueue([...urls.map((url) => target(url)), target('https://a.fr/f.pdf', { kind: 'document' })]);
  expect(file.answerTimes).toBeUndefined();
  for (const [at, milliseconds] of [900, 20, 100].entries())
    file.store({ url: urls[at] ?? '' }, fetched(urls[at] ?? '', { milliseconds }), AT);
  file.store({ url: urls[3] ?? '' }, fetched(urls[3] ?? ''), AT);
  file.store({ url: 'https://a.fr/f.pdf' }, fetched('https://a.fr/f.pdf', { milliseconds: 9_000 }), AT);
  expect(file.answerTimes).toEqual({ median: 100, pages: 3 });
  file.close();
});

test('two processes never share an audit', () => {
  const file = AuditFile.open(path);
  file.enqueue([target('https://a.fr/')]);
  expect(codeOf(() => AuditFile.open(path))).toBe('audit-locked');
  file.close();
  expect(
    codeOf(() => {
      AuditFile.open(path).close();
    }),
  ).toBeUndefined();
});

test('a finished audit is one file', () => {
  const file = AuditFile.open(path);
  file.enqueue([target('https://a.fr/')]);
  file.finish(AT);
  file.close();
  expect(readdirSync(dir)).toEqual(['audit.sqlite']);
  const read = AuditFile.read(path);
  expect(read.finishedAt).toBe(AT);
  read.close();
});

test('a stripped copy keeps what was read and loses the bytes', () => {
  const file = AuditFile.open(path);
  file.enqueue([target('https://a.fr/')]);
  const html = page().html;
  if (!html) throw new Error('no html');
  file.store(target('https://a.fr/'), fetched('https://a.fr/', { body: Buffer.from('<p>secret</p>') }), AT, {
    html,
    targets: [],
    views: [],
  });
  file.finish(AT);
  file.close();
  const copy = join(dir, 'copie.sqlite');
  AuditFile.strip(path, copy);
  const stripped = AuditFile.read(copy);
  expect([...stripped.pages()]).toEqual([{ url: 'https://a.fr/', html }]);
  expect(stripped.answer('https://a.fr/')).not.toHaveProperty('body');
  stripped.close();
  expect(readdirSync(dir).sort()).toEqual(['audit.sqlite', 'copie.sqlite']);
});

test('a fault keeps its first picture, and a stripped copy has none', () => {
  const file = AuditFile.open(path);
  const picture = { key: 'axe', url: 'https://a.fr/', width: 20, height: 10, bytes: new Uint8Array([1]) };
  file.storePicture(picture);
  file.storePicture({ ...picture, url: 'https://a.fr/autre' });
  expect(file.pictured()).toEqual(['axe']);
  expect(file.picture('axe')).toEqual(picture);
  expect(file.picture('absent')).toBeUndefined();
  file.close();
  const copy = `${path}.copy`;
  AuditFile.strip(path, copy);
  const stripped = AuditFile.read(copy);
  expect(stripped.picture('axe')).toBeUndefined();
  stripped.close();
});

test('what is no audit file is refused with a clear error', () => {
  writeFileSync(path, 'bonjour, ceci n’est pas une base de données, loin de là');
  expect(codeOf(() => AuditFile.open(path))).toBe('audit-format');
  expect(codeOf(() => AuditFile.read(path))).toBe('audit-format');
  writeFileSync(path, '');
  expect(codeOf(() => AuditFile.read(path))).toBe('audit-format');
  expect(codeOf(() => AuditFile.read(join(dir, 'absent.sqlite')))).toBe('audit-missing');
  expect(codeOf(() => AuditFile.open(join(dir, 'absent', 'audit.sqlite')))).toBe('folder-unwritable');
});

test.each([
  ['removed', (path: string) => rmSync(dirname(path), { recursive: true })],
  ['moved', (path: string) => renameSync(dirname(path), `${dirname(path)}-ailleurs`)],
  [
    'replaced',
    (path: string) => {
      copyFileSync(path, `${path}.copie`);
      renameSync(`${path}.copie`, path);
    },
  ],
])('a file that is %s under the audit stops it: what is written from there on would be lost', (_, happen) => {
  const folder = join(dir, 'audit');
  mkdirSync(folder);
  const path = join(folder, 'audit.sqlite');
  const file = AuditFile.open(path);
  file.beginRun('2026-11-24T09:00:00Z');
  file.enqueue([]);
  happen(path);
  expect(codeOf(() => file.enqueue([]))).toBe('audit-moved');
  file.close();
});
