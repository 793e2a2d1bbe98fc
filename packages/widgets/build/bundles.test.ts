import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bundle, BUNDLES, integrityOf } from './cdn.js';
import { manifest, readme } from './manifest.js';
import { snippets } from './snippets.js';
import { sampleResults } from '../src/results-fixture.ts';

const TAGS = BUNDLES.qualepref.tags;

/** All that `snippets.html` says to ask for, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "trusted-types lit-html qualepref 'allow-duplicates'",
  "require-trusted-types-for 'script'",
].join('; ');

const WATCH = `window.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(violatedDirective + ' ' + blockedURI);
});`;

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that tests drive; empty for Playwright's own. */
    chromium: string;
  }
}

let server: Server;
let browser: Browser;
let origin: string;
const files = new Map<string, { body: string; type: string }>();
const asked: string[] = [];

beforeAll(async () => {
  const [module, classic] = await Promise.all([bundle(TAGS, 'esm'), bundle(TAGS, 'iife')]);
  const script = (body: string): { body: string; type: string } => ({ body, type: 'text/javascript' });
  files.set('/qualepref.js', script(module));
  files.set('/qualepref.iife.js', script(classic));
  files.set('/watch.js', script(WATCH));
  files.set('/resultats.json', { body: JSON.stringify(sampleResults), type: 'application/json' });
  files.set('/hostile.css', {
    body: '* { all: unset !important } body * { color: red !important; font-size: 3px !important }',
    type: 'text/css',
  });
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = files.get(request.url ?? '');
    response.writeHead(file ? 200 : 404, {
      'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': POLICY,
    });
    response.end(file?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const executablePath = inject('chromium');
  browser = await chromium.launch({
    ...(executablePath === '' ? {} : { executablePath }),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

const tag = (end = ''): string =>
  `<qp-results-badge src="/resultats.json" today="2026-11-24" ${end}><a href="/resultats">Résultats</a></qp-results-badge>`;
const script = (file: string, attributes: string): string =>
  `<script src="${file}" integrity="${integrityOf(files.get(file)?.body ?? '')}" ${attributes}></script>`;
const MODULE = (): string => script('/qualepref.js', 'type="module"');
const CLASSIC = (attributes = 'defer'): string => script('/qualepref.iife.js', attributes);

async function open(body: string): Promise<{ page: Page; errors: string[] }> {
  files.set('/', {
    body: `<!doctype html><html lang="fr"><title>Essai</title><script src="/watch.js"></script>${body}</html>`,
    type: 'text/html',
  });
  asked.length = 0;
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${origin}/`);
  return { page, errors };
}

const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('qp-results-badge')].map(
      (host) => host.shadowRoot?.querySelector('.label')?.textContent.trim() ?? '',
    ),
  );
const violations = (page: Page): Promise<unknown> => page.evaluate('violations');
const LABEL = 'Label Qual-e-Pref valable jusqu’au 20 janvier 2028.';

test.each(Object.entries(BUNDLES))('%s weighs no more than it may', async (_, { tags, limit }) => {
  for (const format of ['esm', 'iife'] as const)
    expect(gzipSync(await bundle(tags, format), { level: 9 }).length).toBeLessThanOrEqual(limit);
});

test('under the strictest policy a tag works before and after a script that loads twice', async () => {
  const { page, errors } = await open(`${tag()}${MODULE()}${CLASSIC()}${MODULE()}${CLASSIC()}${tag()}`);
  await expect.poll(() => shown(page)).toEqual([LABEL, LABEL]);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test('a second script stops before Lit runs', async () => {
  const { page } = await open(`${CLASSIC('')}${CLASSIC('')}${tag()}`);
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  expect(await page.evaluate('litElementVersions.length')).toBe(1);
  await page.close();
});

test('a tag can be moved, removed, added late', async () => {
  const { page, errors } = await open(`<div id="a">${tag('id="moved"')}</div><div id="b"></div>${MODULE()}`);
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  await page.evaluate(() => {
    const moved = document.querySelector('#moved');
    const to = document.querySelector('#b');
    if (!moved || !to) throw new Error('no tag');
    to.append(moved);
    const late = moved.cloneNode(true);
    to.append(late);
    moved.remove();
  });
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test('a page whose style sheet resets everything does not undo a tag, nor a tag the page', async () => {
  const { page } = await open(
    `<link rel="stylesheet" href="/hostile.css"><p id="own">Texte</p>${tag()}${MODULE()}`,
  );
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  const look = await page.evaluate(() => {
    const style = (element: Element | null | undefined): CSSStyleDeclaration => {
      if (!element) throw new Error('no element');
      return getComputedStyle(element);
    };
    const host = document.querySelector('qp-results-badge');
    const { display, paddingTop, color, fontSize } = style(host);
    const heading = style(host?.shadowRoot?.querySelector('h2'));
    return [
      display,
      paddingTop,
      color,
      fontSize,
      heading.display,
      style(document.querySelector('#own')).color,
    ];
  });
  expect(look).toEqual(['block', '16px', 'rgb(30, 30, 30)', '16px', 'block', 'rgb(255, 0, 0)']);
  await page.close();
});

test('a tag asks for its results and nothing else, and leaves no cookie', async () => {
  const { page } = await open(`${tag()}${MODULE()}`);
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  expect(asked.filter((url) => url !== '/favicon.ico')).toEqual([
    '/',
    '/watch.js',
    '/qualepref.js',
    '/resultats.json',
  ]);
  expect(await page.context().cookies()).toEqual([]);
  await page.close();
});

test('without JavaScript the link inside the tag is what one sees', async () => {
  files.set('/', { body: `<!doctype html><title>Essai</title>${tag()}${MODULE()}`, type: 'text/html' });
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${origin}/`);
  expect(await page.getByRole('link', { name: 'Résultats' }).isVisible()).toBe(true);
  await page.close();
});

test('the README says of each tag what its doc comments say', async () => {
  const file = join(import.meta.dirname, '../README.md');
  expect(readFileSync(file, 'utf8')).toBe(await readme(await manifest()));
});

test('each tag, property and event of the manifest has its sentence', async () => {
  const { modules } = await manifest();
  const badge = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ tagName }) => tagName === 'qp-results-badge');
  for (const list of [
    badge?.attributes,
    badge?.events,
    badge?.slots,
    badge?.cssParts,
    badge?.cssProperties,
  ]) {
    expect(list?.length).toBeGreaterThan(0);
    expect(list?.filter(({ description }) => !description)).toEqual([]);
  }
});

test('the page to copy from begins with the CMS and gives the names and hashes of the files', () => {
  const page = snippets([
    { file: 'qualepref-1.2.3.js', integrity: 'sha384-A' },
    { file: 'qualepref-1.2.3.iife.js', integrity: 'sha384-B' },
    { file: 'qualepref-frame-1.2.3.js', integrity: 'sha384-C' },
  ]);
  expect(page.indexOf('Que permet votre CMS')).toBeLessThan(page.indexOf('&lt;script'));
  expect(page).toMatch('qualepref-1.2.3.js&quot; integrity=&quot;sha384-A&quot;');
  expect(page).toMatch('qualepref-frame-1.2.3.js&quot; integrity=&quot;sha384-C&quot;');
  expect(page).toMatch("trusted-types lit-html qualepref 'allow-duplicates'");
});

test('results written in the page show even when the script runs before the parser reaches them', async () => {
  const inside = `<qp-results-badge today="2026-11-24"><script type="application/json">${JSON.stringify(sampleResults)}</script></qp-results-badge>`;
  const { page, errors } = await open(`${CLASSIC('')}${inside}`);
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});
