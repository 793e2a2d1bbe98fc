import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '@qualepref/crawler';
import { qualepref } from './command-line.ts';

const LINKS = Array.from(
  { length: 12 },
  (_, n) => `<a href="/page-${String(n).padStart(2, '0')}">Page ${String(n)}</a>`,
);
const HOME = `<!doctype html><html lang="fr"><head><title>Essai - Site</title></head><body>
  <main id="contenu"><h1>Essai</h1><p>${LINKS.join(' ')}</p></main></body></html>`;

test('a site that shuts its door after the first page is left alone, and nothing it refused passes for a defect', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = '' } = request;
    asked.push(url);
    if (url === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HOME);
    else response.writeHead(url === '/robots.txt' ? 404 : 403).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  const dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  try {
    const ended = await qualepref(['audit', `${origin}/`, '--allow-private', '--out', dir, '--quiet']);
    expect(ended.code).toBe(0);
    const { addresses, limits, findings, grid } = JSON.parse(
      readFileSync(join(dir, 'report.json'), 'utf8'),
    ) as Report;
    // The place of sitemaps is looked up once the start page is there: refused as well, it counts among the eight.
    const pages = LINKS.slice(0, 7).map((_, n) => `/page-0${String(n)}`);
    expect(asked).toEqual(['/robots.txt', '/', '/robots.txt', '/sitemap.xml', ...pages]);
    const refused = addresses.filter(({ outcome }) => outcome === 'blocked');
    expect(refused.map(({ status, reason }) => status ?? reason)).toEqual([
      ...Array<number>(7).fill(403),
      ...Array<string>(5).fill('given-up'),
      403,
    ]);
    expect(limits.find(({ code }) => code === 'given-up')?.count).toBe(5);
    expect(limits.find(({ code }) => code === 'refused')?.count).toBe(8);
    expect(findings.filter(({ check }) => check === 'dead-link').map(({ outcome }) => outcome)).toEqual(
      Array<string>(12).fill('cantTell'),
    );
    expect(grid.find(({ item }) => item === 'TEC-01')?.verdict).toBe('a_verifier');
  } finally {
    server.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
