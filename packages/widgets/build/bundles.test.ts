import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { BUNDLES, integrityOf, partFiles, weights } from './cdn.js';
import { manifest, readme } from './manifest.js';
import { Served, violations } from './served.ts';
import { snippets } from './snippets.js';
import { sampleResults } from '../src/results-fixture.ts';

const TAGS = BUNDLES.qualepref.tags;
const README = join(import.meta.dirname, '../README.md');

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that tests drive; empty for Playwright's own. */
    chromium: string;
  }
}

let served: Served;

beforeAll(async () => {
  served = await Served.start(inject('chromium'));
  served.files.set('/resultats.json', { body: JSON.stringify(sampleResults), type: 'application/json' });
  served.files.set('/hostile.css', {
    body: '* { all: unset !important } body * { color: red !important; font-size: 3px !important }',
    type: 'text/css',
  });
});

afterAll(() => served.stop());

const tag = (end = ''): string =>
  `<qp-results-badge src="/resultats.json" today="2026-11-24" ${end}><a href="/resultats">Résultats</a></qp-results-badge>`;
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('qp-results-badge')].map(
      (host) => host.shadowRoot?.querySelector('.label')?.textContent.trim() ?? '',
    ),
  );
const LABEL = 'Label Qual-e-Pref valable jusqu’au 20 janvier 2028.';

test.each(Object.entries(BUNDLES))(
  '%s weighs no more than it may, and what the README says',
  async (name, { tags, limit, most }) => {
    const { first, useful, journey, classic } = await weights(tags);
    expect(first).toBeLessThanOrEqual(limit);
    expect(journey).toBeLessThanOrEqual(most);
    expect(classic).toBeLessThanOrEqual(most);
    const row = readFileSync(README, 'utf8').match(new RegExp(`^\\| \`${name}\` .*$`, 'm'))?.[0] ?? '';
    const said = [...row.matchAll(/(\d+),(\d) ko/g)].map(
      ([, kilo, tenth]) => Number(kilo) * 1000 + Number(tenth) * 100,
    );
    expect(said).toHaveLength(4);
    for (const [at, bytes] of [first, useful, journey, classic].entries())
      expect(Math.abs(bytes - (said[at] ?? 0)) / bytes).toBeLessThan(0.03);
  },
);

test('a part is a file whose name says its content, and holds no second Lit', async () => {
  for (const { file, code, integrity } of await partFiles(TAGS)) {
    expect(file).toMatch(/^qualepref-[a-z-]+-[\da-f]{8}\.js$/);
    expect(integrity).toBe(integrityOf(code, 'sha256'));
    expect(code).not.toMatch('litElementVersions');
    expect(code).not.toMatch('litHtmlVersions');
  }
});

test('a part that does not come says so, and comes when it is asked for again', async () => {
  served.refused.add(served.parts['results-view'] ?? '');
  const { page } = await served.open(`${tag()}${served.module}`);
  const says = (): Promise<string> =>
    page.evaluate(
      () =>
        document.querySelector('qp-results-badge')?.shadowRoot?.querySelector('#state')?.textContent ?? '',
    );
  await expect.poll(says).toMatch('Les résultats n’ont pas pu être chargés');
  expect(await page.getByRole('link', { name: 'Résultats' }).isVisible()).toBe(true);
  served.refused.clear();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  expect(await page.evaluate(() => document.head.querySelectorAll('link').length)).toBe(0);
  await page.close();
});

test('a part that was changed on its way is not run', async () => {
  const address = served.parts['results-view'] ?? '';
  const own = served.files.get(address);
  if (!own) throw new Error('no part');
  served.files.set(address, { ...own, body: `window.changed = true;\n${own.body}` });
  const { page } = await served.open(`${tag()}${served.module}`);
  await expect.poll(() => page.getByRole('button', { name: 'Réessayer' }).isVisible()).toBe(true);
  expect(await page.evaluate('window.changed')).toBeUndefined();
  expect(await shown(page)).toEqual(['']);
  served.files.set(address, own);
  await page.close();
});

test('under the strictest policy a tag works before and after a script that loads twice', async () => {
  const { page, errors } = await served.open(
    `${tag()}${served.module}${served.classic()}${served.module}${served.classic()}${tag()}`,
  );
  await expect.poll(() => shown(page)).toEqual([LABEL, LABEL]);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test('a second script stops before Lit runs', async () => {
  const { page } = await served.open(`${served.classic('')}${served.classic('')}${tag()}`);
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  expect(await page.evaluate('litElementVersions.length')).toBe(1);
  await page.close();
});

test('a tag can be moved, removed, added late', async () => {
  const { page, errors } = await served.open(
    `<div id="a">${tag('id="moved"')}</div><div id="b"></div>${served.module}`,
  );
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
  const { page } = await served.open(
    `<link rel="stylesheet" href="/hostile.css"><p id="own">Texte</p>${tag()}${served.module}`,
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
  const { page } = await served.open(`${tag()}${served.module}`);
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  const wanted = served.asked.filter((url) => url !== '/favicon.ico');
  // The results and their view are asked for at the same time.
  expect([...wanted.slice(0, 3), ...wanted.slice(3).sort().reverse()]).toEqual([
    '/',
    '/watch.js',
    '/qualepref.js',
    '/resultats.json',
    served.parts['results-view'],
  ]);
  expect(await page.context().cookies()).toEqual([]);
  await page.close();
});

test('without JavaScript the link inside the tag is what one sees', async () => {
  served.files.set('/', {
    body: `<!doctype html><title>Essai</title>${tag()}${served.module}`,
    type: 'text/html',
  });
  const page = await served.browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${served.origin}/`);
  expect(await page.getByRole('link', { name: 'Résultats' }).isVisible()).toBe(true);
  await page.close();
});

test('the README says of each tag what its doc comments say', async () => {
  expect(readFileSync(README, 'utf8')).toBe(await readme(await manifest()));
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
  const { page, errors } = await served.open(`${served.classic('')}${inside}`);
  await expect.poll(() => shown(page)).toEqual([LABEL]);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});
