import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AuditFile, type Target } from './audit-file.ts';
import { factsOf, targetsOf } from './audit-facts.ts';
import type { AddressFacts, HtmlFacts, PageFacts } from './facts.ts';
import type { Fetched } from './fetch.ts';
import { link, page, passages, site } from './testing.ts';

const SITE = site();
const AT = '2026-11-24T09:00:00.000Z';
let dir: string;
let file: AuditFile;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  file = AuditFile.open(join(dir, 'audit.sqlite'));
});
afterEach(() => {
  file.close();
  rmSync(dir, { recursive: true, force: true });
});

const target = (path: string, kind: Target['kind'] = 'page'): Target => ({
  url: `https://a.fr${path}`,
  kind,
  depth: 1,
  priority: 2,
});
const answered = (path: string, partial: Partial<Fetched>): void => {
  const { url } = target(path);
  file.store(
    { url },
    { url, outcome: 'ok', headers: {}, fetchedOn: '2026-11-24', requests: 1, ...partial },
    AT,
  );
};
const redirect = (path: string, location: string): void => {
  answered(path, { outcome: 'redirected', status: 302, location: `https://a.fr${location}` });
};
const read = (path: string, html: Partial<HtmlFacts> = {}, body = path): void => {
  const { url } = target(path);
  const fetched: Fetched = {
    url,
    outcome: 'ok',
    status: 200,
    headers: {},
    fetchedOn: '2026-11-24',
    requests: 1,
    body: Buffer.from(body),
  };
  file.store({ url }, fetched, AT, {
    html: { ...(page().html as HtmlFacts), ...html },
    targets: [],
    views: [],
  });
};
const addressOf = (path: string): AddressFacts | undefined =>
  [...factsOf(file, SITE).addresses()].find(({ url }) => url === `https://a.fr${path}`);
const pages = (): PageFacts[] => [...factsOf(file, SITE).pages()];

test('a link knows what became of its address', () => {
  file.enqueue([target('/'), target('/absente')]);
  read('/', { links: [link({ url: 'https://a.fr/absente' })] });
  answered('/absente', { outcome: 'gone', status: 404 });
  expect(pages()[0]?.html?.links[0]?.target).toEqual({ outcome: 'gone', status: 404 });
  expect(addressOf('/absente')?.foundOn).toEqual(['https://a.fr/']);
});

test('an address that no link leads to is known all the same, at the end of its redirects', () => {
  file.enqueue(['/ancienne', '/absente'].map((path) => target(path)));
  redirect('/ancienne', '/absente');
  answered('/absente', { outcome: 'gone', status: 410 });
  const targetOf = targetsOf(file);
  expect(targetOf('https://a.fr/absente')).toEqual({ outcome: 'gone', status: 410 });
  expect(targetOf('https://a.fr/ancienne')).toMatchObject({ outcome: 'gone', status: 410 });
  expect(targetOf('https://a.fr/jamais-vue')).toBeUndefined();
});

test('redirects are followed to what they end on', () => {
  file.enqueue(['/1', '/2', '/fin', '/mort', '/absente'].map((path) => target(path)));
  redirect('/1', '/2');
  redirect('/2', '/fin');
  read('/fin');
  redirect('/mort', '/absente');
  answered('/absente', { outcome: 'gone', status: 404 });
  expect(addressOf('/1')).toMatchObject({ outcome: 'redirected', finalUrl: 'https://a.fr/fin', hops: 2 });
  expect(addressOf('/mort')).toMatchObject({ outcome: 'gone', finalUrl: 'https://a.fr/absente', hops: 1 });
});

test('redirects that come back on themselves are a loop', () => {
  file.enqueue([target('/a'), target('/b'), target('/moi')]);
  redirect('/a', '/b');
  redirect('/b', '/a');
  redirect('/moi', '/moi');
  expect(['/a', '/b', '/moi'].map((path) => addressOf(path)?.outcome)).toEqual(['loop', 'loop', 'loop']);
});

test('a redirect to what may not be asked is out of scope, with the target as text', () => {
  file.enqueue([target('/fichier')]);
  answered('/fichier', { outcome: 'out_of_scope', reason: 'scheme', location: 'file:///etc/passwd' });
  expect(addressOf('/fichier')).toMatchObject({ outcome: 'out_of_scope', reason: 'scheme' });
});

test('what a budget left is out of scope, and says so', () => {
  file.enqueue([target('/reste')]);
  expect(addressOf('/reste')).toMatchObject({ outcome: 'out_of_scope', reason: 'budget' });
});

test('a page that exists and could not be read is there with its reason; a missing one is not a page', () => {
  file.enqueue([target('/refusee'), target('/absente')]);
  answered('/refusee', { outcome: 'blocked', status: 403 });
  answered('/absente', { outcome: 'gone', status: 404 });
  expect(pages().map(({ url, failure }) => [url, failure])).toEqual([
    ['https://a.fr/refusee', { part: 'html', outcome: 'blocked' }],
  ]);
});

test('addresses that answer the same bytes are one page, judged once', () => {
  file.enqueue(['/x', '/x/', '/x/index.html', '/y', '/y/'].map((path) => target(path)));
  read('/x', {}, 'même contenu');
  read('/x/', {}, 'même contenu');
  read('/x/index.html', {}, 'même contenu');
  read('/y', {}, 'un contenu');
  read('/y/', { passages: passages('Un autre texte') }, 'un autre');
  expect(pages().map(({ url }) => url)).toEqual(['https://a.fr/x', 'https://a.fr/y', 'https://a.fr/y/']);
  const twin = { outcome: 'ok', reason: 'same-content', finalUrl: 'https://a.fr/x', hops: 0 };
  expect(addressOf('/x/')).toMatchObject(twin);
});

test('a page of the sample that the browser could not open says why', () => {
  file.enqueue([target('/')]);
  read('/');
  file.keepSample({ urls: ['https://a.fr/'], random: 0 });
  file.storeRendered('https://a.fr/', { outcome: 'timeout', failure: 'late' }, AT);
  expect(pages()[0]).toMatchObject({ inSample: true, failure: { part: 'rendered', outcome: 'timeout' } });
  expect(pages()[0]).not.toHaveProperty('rendered');
  expect(addressOf('/')).toMatchObject({ outcome: 'timeout', reason: 'late' });
});

test('a page that a browser fails to show for another reason than time was read all the same', () => {
  file.enqueue([target('/')]);
  read('/');
  file.storeRendered('https://a.fr/', { outcome: 'network_error', failure: 'crash' }, AT);
  expect(addressOf('/')).toMatchObject({ outcome: 'ok' });
});

test('the title that a browser shows is the one reported', () => {
  file.enqueue([target('/')]);
  read('/', { title: 'Chargement' });
  const seen = { axe: [], skipLink: null, sheetViews: [] };
  file.storeRendered('https://a.fr/', { ...seen, title: ' Passeport \n' }, AT);
  expect(addressOf('/')).toMatchObject({ title: 'Passeport' });
  file.storeRendered('https://a.fr/', { ...seen, title: '' }, AT);
  expect(addressOf('/')?.title).not.toBe('Passeport');
});

test('a document that answers is recorded as one, unless its bytes are those of a page', () => {
  file.enqueue([target('/a.pdf', 'document'), target('/b.pdf', 'document'), target('/c.pdf', 'document')]);
  const fetched: Fetched = { url: '', outcome: 'ok', headers: {}, fetchedOn: '2026-11-24', requests: 1 };
  for (const [path, magic] of [
    ['/a.pdf', 'pdf'],
    ['/b.pdf', 'html'],
  ] as const)
    file.store(target(path), { ...fetched, url: target(path).url }, AT, undefined, { magic });
  answered('/c.pdf', { outcome: 'gone' });
  const outcomes = ['/a.pdf', '/b.pdf', '/c.pdf'].map((path) => addressOf(path)?.outcome);
  expect(outcomes).toEqual(['not_html', 'ok', 'gone']);
});

test('a page sent as if it were a document can be read as neither', () => {
  const types = ['application/pdf', 'text/html; charset=utf-8', ''];
  const paths = types.map((_, at) => `/${String(at)}.pdf`);
  file.enqueue(paths.map((path) => target(path, 'document')));
  for (const [at, path] of paths.entries()) {
    const headers = { 'content-type': types[at] ?? '' };
    const { url } = target(path);
    const fetched: Fetched = { url, outcome: 'ok', headers, fetchedOn: '2026-11-24', requests: 1 };
    file.store(target(path), fetched, AT, undefined, { magic: 'html' });
  }
  expect(paths.map((path) => addressOf(path)?.outcome)).toEqual(['invalid_content', 'ok', 'ok']);
});

test('a redirect to an address of a refused kind tells where it led, as text', () => {
  file.enqueue([target('/')]);
  answered('/', { outcome: 'out_of_scope', reason: 'scheme', location: 'file:///etc/passwd' });
  expect(addressOf('/')).toMatchObject({ outcome: 'out_of_scope', finalUrl: 'file:///etc/passwd' });
});

test('a page that declares another as its own is that one, if both say the same', () => {
  file.enqueue(['/a', '/a?vue=1', '/b'].map((path) => target(path)));
  read('/a', { passages: passages('Le même texte') });
  read('/a?vue=1', { passages: passages('Le même texte'), canonical: 'https://a.fr/a' });
  read('/b', { passages: passages('Un autre texte'), canonical: 'https://a.fr/a' });
  expect(pages().map(({ url }) => url)).toEqual(['https://a.fr/a', 'https://a.fr/b']);
  expect(addressOf('/a')?.aliases).toEqual(['https://a.fr/a?vue=1']);
});

test('two pages that declare each other stay two', () => {
  file.enqueue(['/a', '/b'].map((path) => target(path)));
  read('/a', { canonical: 'https://a.fr/b' });
  read('/b', { canonical: 'https://a.fr/a' });
  expect(pages()).toHaveLength(2);
});
