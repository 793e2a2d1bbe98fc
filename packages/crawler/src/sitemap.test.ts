import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { readSitemap, type Sitemap } from './sitemap.ts';

const HOME = 'https://www.exemple.gouv.fr';
const addressing = createAddressing({ address: HOME, aliases: [] });
const read = (text: string | Uint8Array): Sitemap =>
  readSitemap(typeof text === 'string' ? Buffer.from(text) : text, `${HOME}/sitemap.xml`, addressing);
const PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const list = (...urls: string[]): string =>
  `${PROLOG}<urlset ${SPACE}>${urls.map((url) => `<url><loc>${url}</loc><lastmod>2026-11-01</lastmod></url>`).join('\n')}</urlset>`;

test('the addresses of a sitemap are canonical, each once', () => {
  expect(read(list(`${HOME}/a`, ` ${HOME}/b?x=1&amp;y=2 `, `${HOME}/index.php/a`, `${HOME}/a#x`))).toEqual({
    outcome: 'ok',
    urls: [`${HOME}/a`, `${HOME}/b?x=1&y=2`],
    changes: [
      [`${HOME}/a`, '2026-11-01'],
      [`${HOME}/b?x=1&y=2`, '2026-11-01'],
    ],
    sitemaps: [],
  });
});

test('an index leads to sitemaps, not to pages', () => {
  const index = `<sitemapindex ${SPACE}><sitemap><loc>${HOME}/s1.xml</loc></sitemap></sitemapindex>`;
  expect(read(PROLOG + index)).toEqual({
    outcome: 'ok',
    urls: [],
    changes: [],
    sitemaps: [`${HOME}/s1.xml`],
  });
});

test('compressed, in UTF-16, after a mark, in CDATA: it is read', () => {
  const text = list(`<![CDATA[${HOME}/a]]>`);
  for (const bytes of [
    gzipSync(text),
    Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    Buffer.from(`\uFEFF${text}`),
  ]) {
    expect(read(bytes)).toMatchObject({ outcome: 'ok', urls: [`${HOME}/a`] });
  }
});

test('in the encoding that its header or its declaration says', () => {
  const text = list(`${HOME}/été`);
  const latin = Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1');
  const untold = Buffer.from(text.replace(' encoding="UTF-8"', ''), 'latin1');
  const wide = Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le');
  const asked = (bytes: Uint8Array, type?: string) =>
    readSitemap(bytes, `${HOME}/s.xml`, addressing, type).urls;
  for (const urls of [
    asked(latin),
    asked(latin, 'application/xml'),
    asked(untold, 'text/xml; charset=iso-8859-1'),
    asked(wide),
    asked(wide.swap16()),
  ])
    expect(urls).toEqual([`${HOME}/%C3%A9t%C3%A9`]);
});

test('prefixes and extensions are seen through: only the location of a page counts', () => {
  const text = `${PROLOG}<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i">
    <s:url><image:image><image:loc>${HOME}/image</image:loc></image:image><s:loc>${HOME}/a</s:loc>
    <image:loc>${HOME}/autre</image:loc></s:url></s:urlset>`;
  expect(read(text).urls).toEqual([`${HOME}/a`]);
  const plain = list(`${HOME}/a`).replace('</url>', `<image:loc>${HOME}/image</image:loc></url>`);
  expect(read(plain).urls).toEqual([`${HOME}/a`]);
});

test('a document type is refused, whatever it declares', () => {
  const bomb = `${PROLOG}<!DOCTYPE urlset [<!ENTITY a "b">]><urlset ${SPACE}><url><loc>&a;</loc></url></urlset>`;
  expect(read(bomb)).toMatchObject({ outcome: 'invalid_content', reason: 'doctype', urls: [] });
});

test('what is ill-formed keeps what came before, and it is said', () => {
  const cut = list(`${HOME}/a`, `${HOME}/b`).slice(0, -60);
  expect(read(cut)).toMatchObject({ outcome: 'invalid_content', reason: 'cut', urls: [`${HOME}/a`] });
  expect(read('<urlset><url><loc>')).toMatchObject({ outcome: 'invalid_content', reason: 'xml', urls: [] });
});

test.each(['<!doctype html><title>Erreur</title>', '<html><p>x</html>', '<rss/>', '{"a":1}', 'Erreur', '\0'])(
  '%s is no sitemap',
  (text) => {
    expect(read(text)).toMatchObject({ outcome: 'invalid_content', reason: 'not-sitemap' });
  },
);

test('50,000 addresses are read, more are cut and it is said', () => {
  const urls = Array.from({ length: 50_001 }, (_, at) => `${HOME}/p/${String(at)}`);
  expect(read(list(...urls.slice(1)))).not.toHaveProperty('reason');
  const tooMany = read(list(...urls));
  expect(tooMany).toMatchObject({ outcome: 'ok', reason: 'too-many' });
  expect(tooMany.urls).toHaveLength(50_000);
});

test('a hundred levels are read, more are refused', () => {
  const nested = (depth: number): string =>
    `<urlset>${'<x>'.repeat(depth - 1)}${'</x>'.repeat(depth - 1)}</urlset>`;
  expect(read(nested(100)).outcome).toBe('ok');
  expect(read(nested(101))).toMatchObject({ outcome: 'too_large', reason: 'nested' });
  expect(read(nested(100_000)).outcome).toBe('too_large');
});

test('what grows beyond 50 MB when it is decoded is too large', () => {
  expect(read(gzipSync(Buffer.alloc(52_428_801, 32))).outcome).toBe('too_large');
  expect(read(Buffer.concat([gzipSync('x').subarray(0, 12), Buffer.from('oups')]))).toMatchObject({
    outcome: 'invalid_content',
    reason: 'encoding',
  });
});

test.each([
  ['/relative', 'relative', [`${HOME}/relative`]],
  ['https://autre.fr/deep/', 'elsewhere', []],
  ['http://127.0.0.2:9/secret', 'elsewhere', []],
  ['file:///etc/passwd', 'elsewhere', []],
  ['http://[', 'bad-address', []],
])('%s is flagged as %s', (href, reason, urls) => {
  expect(read(list(href))).toMatchObject({ outcome: 'ok', reason, urls });
});

test('the day of the last change is kept where it is one, in universal time; the latest of two spellings holds', () => {
  const entry = (path: string, lastmod: string): string =>
    `<url><lastmod>${lastmod}</lastmod><loc>${HOME}${path}</loc></url>`;
  const entries = [
    entry('/jour', '2026-08-03'),
    entry('/heure', '2026-08-03T23:30:00-02:00'),
    entry('/deux', '2026-08-03'),
    entry('/index.php/deux', '2026-09-01'),
    entry('/mois', '2026-08'),
    entry('/faux', '2026-13-45'),
    entry('/texte', 'hier'),
    `<url><loc>${HOME}/sans</loc></url>`,
    `<lastmod>2026-01-01</lastmod><url><loc>${HOME}/dehors</loc><x><lastmod>2026-01-01</lastmod></x></url>`,
  ];
  const { changes } = read(`${PROLOG}<urlset ${SPACE}>${entries.join('')}</urlset>`);
  expect(changes).toEqual([
    [`${HOME}/jour`, '2026-08-03'],
    [`${HOME}/heure`, '2026-08-04'],
    [`${HOME}/deux`, '2026-09-01'],
  ]);
});

test('a list in plain text has an address a line; blank lines are nothing, a bad one is flagged', () => {
  expect(read(`\uFEFF${HOME}/a\r\n\r\n${HOME}/b\n`)).toEqual({
    outcome: 'ok',
    urls: [`${HOME}/a`, `${HOME}/b`],
    changes: [],
    sitemaps: [],
  });
  expect(read(`${HOME}/a\nhttp://[\n`)).toMatchObject({ outcome: 'ok', reason: 'bad-address' });
  expect(read(`${HOME}/a\nbonjour\n`)).toMatchObject({ reason: 'bad-address', urls: [`${HOME}/a`] });
});
