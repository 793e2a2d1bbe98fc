import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../chromium.ts';
import { finding, report } from './fixture.ts';
import { htmlReport } from './html.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const path = findChromium();
  browser = await chromium.launch(path === undefined ? {} : { executablePath: path });
  page = await open(htmlReport(report()));
});
afterAll(() => browser.close());

const ADDRESS = 'https://rapport.invalid/';

async function open(html: string, hash = '', javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const opened = await context.newPage();
  await opened.route('**', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await opened.goto(ADDRESS + hash);
  return opened;
}

const tools = (name: string): ReturnType<Page['getByRole']> => page.getByRole('search', { name });
const cards = (section: string): ReturnType<Page['locator']> =>
  page.locator(`section:has(> #${section}) .cards > li:visible`);

test('words are found whatever their case and accents, and all comes back', async () => {
  const defects = tools('Chercher dans les défauts');
  const all = await cards('defauts').count();
  await defects.getByLabel('Mots').fill('CONTRASTE insuffisant');
  await expect.poll(() => cards('defauts').count()).toBe(1);
  expect(await defects.getByRole('status').textContent()).toBe(`1\u00A0défaut affiché sur ${String(all)}.`);
  await defects.getByLabel('Mots').fill('hebergeur');
  await expect.poll(() => cards('defauts').textContent()).toContain('l’hébergeur');
  expect(await page.locator('[data-group]:has(#defauts-1)').isVisible()).toBe(true);
  expect(await page.locator('[data-group]:has(#defauts-2)').isVisible()).toBe(false);
  await defects.getByRole('button', { name: 'Tout afficher' }).click();
  expect(await cards('defauts').count()).toBe(all);
});

test('defects are filtered by severity, state, who mends and criterion, and ordered by pages', async () => {
  const defects = tools('Chercher dans les défauts');
  const count = async (label: string, value: string): Promise<number> => {
    await defects.getByLabel(label).selectOption(value);
    const shown = defects.getByRole('status');
    await expect.poll(() => shown.textContent()).toMatch(/affichés? sur/);
    const found = await cards('defauts').count();
    await defects.getByRole('button').click();
    return found;
  };
  expect(await count('Gravité', 'blocking')).toBe(2);
  expect(await count('État', 'cantTell')).toBe(1);
  expect(await count('Critère du RGAA', '3.2')).toBe(1);
  expect(await count('Qui peut corriger', 'defauts-3')).toBe(2);
  const first = page.locator('[data-group]:has(#defauts-3) .cards > li').first();
  expect(await first.getAttribute('data-pages')).toBe('62');
  await defects.getByLabel('Ordre').selectOption('severity');
  await expect.poll(() => cards('defauts').first().getAttribute('data-severity')).toBe('blocking');
  await defects.getByLabel('Ordre').selectOption('');
});

test('the grid is filtered by verdict and rubric', async () => {
  const grid = tools('Chercher dans la grille');
  await grid.getByLabel('Verdict').selectOption('conforme');
  await grid.getByLabel('Rubrique').selectOption({ index: 1 });
  await expect.poll(() => grid.getByRole('status').textContent()).toMatch(/points? affichés? sur 97/);
  expect(await page.locator('#ACC-01').isVisible()).toBe(false);
});

test('a link to what a filter hides shows it again', async () => {
  const grid = tools('Chercher dans la grille');
  await grid.getByLabel('Mots').fill('xyzzy');
  await expect.poll(() => cards('grille').count()).toBe(0);
  await page.evaluate(() => (location.hash = 'ACC-01'));
  await expect.poll(() => page.locator('#ACC-01').isVisible()).toBe(true);
  expect(await page.locator('#ACC-01').evaluate((row) => row.matches(':target'))).toBe(true);
});

test('the addresses of a defect are copied, one a line, and it is said', async () => {
  const card = page.locator('[data-group]:has(#defauts-2) .cards > li').first();
  await card.getByRole('button', { name: /^Copier/ }).click();
  await expect.poll(() => page.locator('.said').textContent()).toMatch(/copiées?\.$/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^https:\/\/www\.exemple\.gouv\.fr\/Demarches\/Etrangers\//);
});

test('without script nothing is hidden, and no control is offered that would not work', async () => {
  const plain = await open(htmlReport(report()), '', false);
  expect(await plain.locator('.tools:visible, button:visible').count()).toBe(0);
  expect(await plain.locator('section:has(> #grille) .cards > li:visible').count()).toBe(97);
});

test('what a site says is searched as words, never as a pattern or markup', async () => {
  const hostile = await open(
    htmlReport(report({ findings: [finding({ message: '<b>(.*)+$ [' })] })),
    '#%E0%A4%A',
  );
  await hostile.getByRole('search').last().getByLabel('Mots').fill('<b>(.*)+$ [');
  await expect
    .poll(() => hostile.locator('section:has(> #defauts) [role=status]').textContent())
    .toBe('Tout est affiché.');
});
