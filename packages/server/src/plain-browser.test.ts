import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { NINE, openNow } from './booking-fixture.ts';
import { keepPersonRequest } from './person.ts';
import { exampleResults } from './results-fixture.ts';
import { listen, type Served } from './serve.ts';
import { emptyServer } from './engines-fixture.ts';
import type { Trial } from './testing.ts';
import { tokenOf } from './token.ts';
import { complain } from './work-fixture.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where Chromium is; empty for the one that Playwright installs. */
    chromium: string;
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let trial: Trial;
let served: Served;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  trial = await emptyServer();
  await openNow(trial.world);
  await trial.world.store.db
    .insertInto('publication')
    .values({
      ...{ published_at: trial.clock.now(), account: null, etag: 'a' },
      results: JSON.stringify(exampleResults),
    })
    .execute();
  served = await listen(trial.app, { host: '127.0.0.1', port: 0 });
  const executablePath = inject('chromium');
  browser = await chromium.launch({
    ...(executablePath === '' ? {} : { executablePath }),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  // Axe is a script: it comes in past the policy, which lets the page itself run none.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 640 } });
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function faults(): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
  return violations as string[];
}

const isTooWide = () => page.evaluate('document.documentElement.scrollWidth > innerWidth');

const slot = `/rendez-vous/simple?site=valmont&procedure=titre-de-sejour`;

test.each([
  '/api/v1/',
  '/rendez-vous/affiche',
  '/rendez-vous/simple',
  '/rendez-vous/simple?locale=en',
  slot,
  `${slot}&start=${encodeURIComponent(NINE)}`,
  '/rendez-vous/simple?site=valmont&procedure=naturalisation&locale=en',
  '/rendez-vous/simple/gerer',
  '/reclamations/simple',
  '/reclamations/simple?locale=en',
  '/reclamations/simple?kind=request',
  '/reclamations/simple/suivre?locale=en',
  '/resultats/simple',
  '/mes-donnees',
  '/mes-donnees?locale=en',
])('%s is sound for axe, and fits 320 pixels', { timeout: 60_000 }, async (path) => {
  await page.goto(`http://127.0.0.1:${String(served.port)}${path}`);
  expect(await isTooWide()).toBe(false);
  expect(await faults()).toEqual([]);
});

test(
  'sent with faults, a form begins at what is wrong, and is sound still',
  { timeout: 60_000 },
  async () => {
    await page.goto(`http://127.0.0.1:${String(served.port)}/reclamations/simple`);
    await page.fill('#email', 'personne');
    await page.click('main form button');
    // A browser gives the focus once it has drawn the page.
    await page.waitForFunction('document.activeElement?.className === "wrong"');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#kind');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#kind');
    expect(await isTooWide()).toBe(false);
    expect(await faults()).toEqual([]);
  },
);

test(
  'what is kept of a person is read at 320 pixels, and downloaded without a script',
  { timeout: 60_000 },
  async () => {
    const { world } = trial;
    const email = 'awa@exemple.fr';
    await complain(world, { email });
    const id = await world.store.db
      .transaction()
      .execute((tx) => keepPersonRequest(world, tx, { act: 'export', email, language: 'fr' }));
    const token = tokenOf(world.settings.secret, 'pending', id);
    await page.goto(`http://127.0.0.1:${String(served.port)}/confirmer/${token}`);
    await page.click('main form button');
    expect(await isTooWide()).toBe(false);
    expect(await faults()).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
    expect(download.suggestedFilename()).toBe('donnees.json');
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ email });
  },
);
