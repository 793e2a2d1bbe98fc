import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { serveSite, type ServedSite } from './site/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that tests drive; empty for Playwright's own. */
    chromium: string;
  }
}

let site: ServedSite;
let browser: Browser;
beforeAll(async () => {
  site = await serveSite({ variant: 'clean' });
  const executablePath = inject('chromium');
  browser = await chromium.launch({
    ...(executablePath === '' ? {} : { executablePath }),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Opened {
  readonly page: Page;
  /** What the policy refused, what the console said, what was asked elsewhere: nothing, all of it. */
  readonly mishaps: string[];
}

async function open(url: string): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  onTestFinished(() => page.close());
  const mishaps: string[] = [];
  page.on('pageerror', ({ message }) => mishaps.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) mishaps.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) mishaps.push(request.url());
  });
  await page.exposeFunction('report', (directive: string) => mishaps.push(directive));
  await page.addInitScript(`addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
    report(violatedDirective);
  });`);
  await page.goto(url);
  return { page, mishaps };
}

async function book(page: Page): Promise<string> {
  const next = page.getByRole('button', { name: 'Continuer' });
  await page.getByRole('radio', { name: 'Préfecture à Brumeval' }).check();
  await next.click();
  await page.getByRole('radio', { name: 'Aide au point numérique' }).check();
  await next.click();
  await page.getByRole('button', { name: 'Choisir ce créneau' }).click();
  if (await next.isVisible()) await next.click();
  const widget = page.locator('qp-appointment-booking');
  await widget.getByLabel(/Nom et prénom/).fill('Camille Exemple');
  await widget.getByLabel('Adresse électronique').fill('camille@exemple.fr');
  await next.click();
  await page.getByRole('button', { name: /Confirmer/ }).click();
  await page.getByRole('heading', { name: 'Rendez-vous confirmé' }).waitFor();
  return (await widget.getByRole('link', { name: /déplacer|annuler/i }).getAttribute('href')) ?? '';
}

test('an appointment is booked in the page of the site, and its link leads to a page where it is moved or cancelled', async () => {
  const { page, mishaps } = await open(`${site.origin}/Prendre-un-rendez-vous`);
  const link = await book(page);
  expect(mishaps).toEqual([]);
  expect(link).toMatch(`${site.externalOrigin}/rendez-vous#`);
  const hosted = await open(link);
  await hosted.page.getByRole('button', { name: /Annuler/ }).waitFor();
  expect(hosted.mishaps).toEqual([]);
});

test('a complaint sent from the contact page is acknowledged with the date of its reply', async () => {
  const { page, mishaps } = await open(`${site.origin}/Contact`);
  const form = page.locator('qp-feedback-form');
  await form.getByLabel('une réclamation').check();
  await form.getByLabel('Site concerné').selectOption('brumeval');
  await form.getByLabel('Thème').selectOption('attente');
  await form.getByLabel('Votre message', { exact: true }).fill('Deux heures d’attente.');
  await form.getByLabel('Oui, je signe mon message').check();
  await form.getByLabel(/Nom/).fill('Camille Exemple');
  await form.getByLabel(/Adresse électronique/).fill('camille@exemple.fr');
  await form.getByRole('button', { name: 'Envoyer' }).click();
  await form.locator('[part=receipt]').waitFor();
  expect(await form.locator('[part=receipt]').innerText()).toMatch(/EXE-2611[\s\S]*20\d\d/);
  expect(mishaps).toEqual([]);
});

test('the results are those of the table beside them', async () => {
  const { page, mishaps } = await open(`${site.origin}/Qualite/Resultats`);
  const figures = page.locator('qp-results-badge [part=figure]');
  await figures.first().waitFor();
  const shown = (await figures.allInnerTexts()).map((text) => Number.parseFloat(text.replace(',', '.')));
  const cells = await page.locator('.fr-table td:nth-child(3)').allInnerTexts();
  expect(shown.map(Math.round)).toEqual(cells.map((text) => Number.parseFloat(text)));
  expect(mishaps).toEqual([]);
});

test('what the API cannot read is a refusal, and the server goes on', async () => {
  const send = (body: string): Promise<Response> =>
    fetch(`${site.origin}/api/v1/feedback`, { method: 'POST', body });
  for (const body of ['', '{', 'null', '{"proof":"x"}', 'x'.repeat(100_000)]) {
    const answer = await send(body);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'invalid']);
  }
  expect((await fetch(`${site.origin}/api/v1/sites`)).status).toBe(200);
});
