import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { HOSTED } from './hosted.js';
import { isForApi, serviceOf } from './service.ts';
import { siteFiles, strictPolicy, type SiteFiles } from './site-files.ts';
import { launch } from './testing.ts';
import { FakeBooking } from '../src/fake-booking.ts';
import { FakeFeedback } from '../src/fake-feedback.ts';
import { sampleResults } from '../src/results-fixture.ts';

const servers: Server[] = [];
let browser: Browser;
/** Of the hosted pages, of a page that may frame them, of a stranger. */
let host: string;
let friend: string;
let stranger: string;
let files: SiteFiles;
let body = '';

beforeAll(async () => {
  const around: RequestListener = (request, response) => {
    const script = request.url === '/frame.js' ? files.files.get(files.frame.file)?.body : undefined;
    response.writeHead(200, {
      'content-type': `${script === undefined ? 'text/html' : 'text/javascript'}; charset=utf-8`,
      // No style attribute, no script of its own.
      'content-security-policy': `default-src 'none'; script-src 'self'; frame-src ${host}`,
    });
    response.end(script ?? `<!doctype html><html lang="fr"><title>Autour</title>${body}</html>`);
  };
  friend = await listen(around);
  stranger = await listen(around);
  files = await siteFiles([friend, 'https://www.exemple.gouv.fr']);
  const api = serviceOf(new FakeBooking(), new FakeFeedback());
  host = await listen((request, response) => {
    if (isForApi(request)) return api(request, response);
    const name = (request.url ?? '').slice(1).replace(/\?.*/, '');
    const file = files.files.get(name) ?? { type: 'application/json', body: JSON.stringify(sampleResults) };
    response.writeHead(200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-security-policy': strictPolicy(),
    });
    response.end(file.body);
  });
  browser = await launch(inject('chromium'));
});

afterAll(async () => {
  await browser.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function open(url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  onTestFinished(() => page.close());
  await page.addInitScript(`window.told = [];
    addEventListener('message', ({ data }) => told.push(data));
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));`);
  await page.goto(url);
  return page;
}

const FRAME = (): string =>
  `<iframe data-qualepref src="${host}/rendez-vous.html" title="Rendez-vous" width="400" height="300"></iframe>`;

/** The page round the frame, once the first step stands in the frame. */
async function framed(origin: string, more = ''): Promise<{ page: Page; frame: Frame }> {
  body = `${FRAME()}${more}`;
  const page = await open(`${origin}/`);
  const frame = page.frames().find((each) => each.url().startsWith(host));
  if (!frame) throw new Error('no frame');
  await frame.getByRole('radio').first().waitFor();
  return { page, frame };
}

const heightOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('iframe')?.clientHeight ?? 0);
const contentsOf = (frame: Frame): Promise<number> =>
  frame.evaluate(() => document.documentElement.scrollHeight);

test('a frame grows and shrinks with its contents, in a page whose policy allows no style', async () => {
  const { page, frame } = await framed(friend, '<script src="/frame.js" defer></script>');
  await expect.poll(() => heightOf(page)).toBeGreaterThan(400);
  const first = await heightOf(page);
  await frame.getByRole('radio', { name: 'Aix-en-Exemple' }).check();
  await frame.getByRole('button', { name: 'Continuer' }).click();
  await frame.getByRole('radio', { name: 'Aide au point numérique' }).check();
  await frame.getByRole('button', { name: 'Continuer' }).click();
  await frame.getByRole('button', { name: 'Par mois' }).click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(first + 100);
  expect(await contentsOf(frame)).toBeLessThanOrEqual(await heightOf(page));
  await frame.getByRole('button', { name: 'Retour' }).click();
  await frame.getByRole('button', { name: 'Retour' }).click();
  await expect.poll(() => heightOf(page)).toBeLessThanOrEqual(first + 1);
  expect(await page.evaluate('violations')).toEqual([]);
  expect(await frame.evaluate('violations')).toEqual([]);
});

test('a page that is not on the list is told nothing', async () => {
  const { page, frame } = await framed(stranger, '<script src="/frame.js" defer></script>');
  await frame.getByRole('radio', { name: 'Aix-en-Exemple' }).check();
  await frame.getByRole('button', { name: 'Continuer' }).click();
  await frame.getByRole('heading', { name: /démarche/ }).waitFor();
  expect(await page.evaluate('told')).toEqual([]);
  expect(await heightOf(page)).toBe(300);
});

test('at a fixed height the frame scrolls to its last line, and its heading is left to the page', async () => {
  const { page, frame } = await framed(friend);
  expect(await heightOf(page)).toBe(300);
  const way = frame.getByRole('heading', { name: 'Un autre moyen que l’internet' });
  await way.scrollIntoViewIfNeeded();
  expect((await way.boundingBox())?.y).toBeLessThan(310);
  const box = await frame.locator('h1').boundingBox();
  expect([box?.width, box?.height]).toEqual([1, 1]);
});

test('heights that another page sends, or that are no heights, change nothing', async () => {
  const { page, frame } = await framed(stranger, '<script src="/frame.js" defer></script>');
  await frame.evaluate((origin) => {
    for (const height of [-5, 0, 1e9, Number.NaN, '500', null])
      window.parent.postMessage({ type: 'qualepref-height', height }, origin);
    window.parent.postMessage('qualepref-height', origin);
    window.parent.postMessage({ type: 'other', height: 500 }, origin);
    window.parent.postMessage(null, origin);
  }, stranger);
  await page.evaluate((origin) => {
    window.postMessage({ type: 'qualepref-height', height: 555 }, origin);
  }, stranger);
  await expect.poll(() => page.evaluate('told.length')).toBe(10);
  expect(await heightOf(page)).toBe(300);
  await frame.evaluate((origin) => {
    window.parent.postMessage({ type: 'qualepref-height', height: 456 }, origin);
  }, stranger);
  await expect.poll(() => heightOf(page)).toBe(456);
});

test('a link chooses the site and the procedure, and cannot name another API', async () => {
  const asked: string[] = [];
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  const query = 'site=aix&procedure=point-numerique&api=https://voleur.exemple&src=https://voleur.exemple';
  await page.goto(`${host}/rendez-vous.html?${query}`);
  await page.getByRole('heading', { name: /jour et l’heure/ }).waitFor();
  expect(new Set(asked)).toEqual(new Set([host]));
});

test.each(Object.entries(HOSTED))(
  'the page %s has no fault for axe, in either language',
  async (name, { tag, title }) => {
    const page = await open(`${host}/${name}.html`);
    await page.locator(tag).getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: title.en }).waitFor();
    expect([await page.title(), await page.evaluate('document.documentElement.lang')]).toEqual([
      title.en,
      'en',
    ]);
    const french = await open(`${host}/${name}.html`);
    await french.locator(tag).getByRole('heading', { level: 2 }).waitFor();
    for (const shown of [page, french]) {
      await shown.evaluate(axe.source);
      const { violations } = await shown.evaluate<{ violations: { id: string }[] }>('axe.run()');
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await shown.evaluate('violations')).toEqual([]);
    }
  },
);
