import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startSmtp, type Smtp } from '#server/src/smtp-fixture.ts';
import { startDesk, type RealDesk } from './site/real-desk.ts';
import { serveSite, type ServedSite } from './site/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser that tests drive; empty for Playwright's own. */
    chromium: string;
  }
}

type Message = Smtp['messages'][number];

let folder: string;
let smtp: Smtp;
let desk: RealDesk;
let site: ServedSite;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qualepref-whole-'));
  smtp = await startSmtp();
  desk = await startDesk(folder, { SMTP_URL: smtp.url });
  site = await serveSite({ variant: 'clean', service: desk.origin });
  await desk.open(site.origin);
  const executablePath = inject('chromium');
  browser = await chromium.launch({
    ...(executablePath === '' ? {} : { executablePath }),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([site.close(), desk.close()]);
  await smtp.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The next message to somebody, after those already read. */
async function mailTo(address: string, after: readonly Message[]): Promise<Message> {
  const isNew = (message: Message): boolean =>
    !after.includes(message) && JSON.stringify(message.to).includes(address);
  await expect.poll(() => smtp.messages.some(isNew), { timeout: 60_000 }).toBe(true);
  const found = smtp.messages.find(isNew);
  if (!found) throw new Error('no message');
  return found;
}

async function isNarrow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}

test('somebody books in English on a phone, moves the appointment and cancels it by the link of the message', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(`${site.origin}/Prendre-un-rendez-vous`);
  const widget = page.locator('qp-appointment-booking');
  await widget.getByRole('button', { name: 'English' }).click();
  const next = widget.getByRole('button', { name: 'Continue' });
  await widget.getByRole('radio', { name: /Brumeval/ }).check();
  await next.click();
  await widget.getByRole('radio', { name: /Digital help desk/ }).check();
  await next.click();
  await widget.getByRole('button', { name: 'Choose this slot' }).click();
  if (await next.isVisible()) await next.click();
  await widget.getByLabel(/Full name/).fill('Camille Example');
  await widget.getByLabel('E-mail address').fill('camille@exemple.fr');
  expect(await isNarrow(page)).toBe(true);
  await next.click();
  await widget.getByRole('button', { name: 'Confirm the appointment' }).click();
  await widget.getByRole('heading', { name: 'Appointment confirmed' }).waitFor();

  const booked = await mailTo('camille@exemple.fr', []);
  expect(booked.subject).toMatch(/^Your appointment is confirmed \(BRU-/);
  expect(booked.subject).not.toMatch(/digital/i);
  expect(booked.attachments.map(({ contentType }) => contentType)).toContain('text/calendar');
  const [link = ''] = /http:\S+\/rendez-vous\S*#[\w-]+/.exec(booked.text ?? '') ?? [];

  await page.goto(link);
  const hosted = page.locator('qp-appointment-booking');
  const english = hosted.getByRole('button', { name: 'English' });
  if (await english.isVisible()) await english.click();
  await hosted.getByRole('button', { name: 'Move', exact: true }).click();
  await hosted.getByRole('button', { name: 'Choose this slot' }).click();
  const again = hosted.getByRole('button', { name: 'Continue' });
  if (await again.isVisible()) await again.click();
  await hosted.getByRole('button', { name: 'Move to this time' }).click();
  await hosted.getByText('Your appointment has been moved.').waitFor();
  const moved = await mailTo('camille@exemple.fr', [booked]);
  expect(moved.subject).toMatch(/moved/i);

  await hosted.getByRole('button', { name: 'Cancel the appointment' }).click();
  await hosted.getByRole('button', { name: 'Yes, cancel it' }).click();
  await hosted.getByText(/Your appointment is cancelled/).waitFor();
  const cancelled = await mailTo('camille@exemple.fr', [booked, moved]);
  expect(cancelled.subject).toMatch(/cancelled/i);
  expect(await isNarrow(page)).toBe(true);
  await page.close();
}, 180_000);

test('the administrator of the demonstration signs in with one of the codes that it printed', async () => {
  const page = await browser.newPage();
  const admin = desk.accounts.find(({ login }) => login === 'administration');
  await page.goto(`${desk.origin}/agents`);
  const enter = async (code: string): Promise<void> => {
    await page.getByLabel('Identifiant').fill(admin?.login ?? '');
    await page.getByLabel('Mot de passe').fill(admin?.password ?? '');
    await page.getByLabel(/^Code/).fill(code);
    await page.getByRole('button', { name: 'Se connecter' }).click();
  };
  await enter('');
  await page.getByText('La connexion n’a pas abouti').waitFor();
  await enter(admin?.recoveryCodes?.[0] ?? '');
  await page.getByText('il en reste 9').waitFor();
  await page.getByRole('link', { name: 'Comptes', exact: true }).click();
  await page.getByRole('cell', { name: 'posé', exact: true }).waitFor();
  await page.close();
}, 60_000);

test('a signed complaint is acknowledged with its due date, answered by an agent, and counted in what the badge shows', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.origin}/Contact`);
  const form = page.locator('qp-feedback-form');
  await form.getByLabel('une réclamation').check();
  await form.getByLabel('Site concerné').selectOption('brumeval');
  await form.getByLabel('Thème').selectOption('attente');
  await form.getByLabel('Votre message', { exact: true }).fill('Deux heures d’attente au guichet.');
  await form.getByLabel('Oui, je signe mon message').check();
  await form.getByLabel(/Nom/).fill('Dominique Exemple');
  await form.getByLabel(/Adresse électronique/).fill('dominique@exemple.fr');
  await form.getByRole('button', { name: 'Envoyer' }).click();
  await form.locator('[part=receipt]').waitFor();
  const receipt = await form.locator('[part=receipt]').innerText();
  const [reference = ''] = /BRU-\d{4}-\w{7}/.exec(receipt) ?? [];
  const [due = ''] = /\d{1,2}(?:er)? \p{L}+ 20\d\d(?=\D*$)/mu.exec(receipt.replaceAll('\u00A0', ' ')) ?? [];
  expect([reference, due]).not.toContain('');
  const acknowledged = await mailTo('dominique@exemple.fr', []);
  expect(acknowledged.text?.replaceAll('\u00A0', ' ')).toContain(reference);
  expect(acknowledged.text?.replaceAll('\u00A0', ' ')).toContain(due);

  const manager = desk.accounts.find(({ login }) => login === 'qualite');
  await page.goto(`${desk.origin}/agents`);
  await page.getByLabel('Identifiant').fill(manager?.login ?? '');
  await page.getByLabel('Mot de passe').fill(manager?.password ?? '');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.goto(`${desk.origin}/agents/reclamations/${reference}`);
  expect((await page.locator('main').innerText()).replaceAll('\u00A0', ' ')).toContain(due);
  await page.getByLabel('Réponse').fill('Un second guichet ouvre désormais de 9 h à 11 h.');
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await page.getByText('Un second guichet').first().waitFor();
  const answered = await mailTo('dominique@exemple.fr', [acknowledged]);
  expect(answered.text).toContain('second guichet');

  const shown = async (): Promise<string> => {
    await page.goto(`${site.origin}/Qualite/Resultats`);
    await page.locator('qp-results-badge [part=figure]').first().waitFor();
    return page.locator('qp-results-badge').evaluate((badge) => badge.shadowRoot?.textContent ?? '');
  };
  const before = await shown();
  await page.goto(`${desk.origin}/agents/indicateurs`);
  await page.getByRole('button', { name: /[Cc]alculer/ }).click();
  await page.goto(`${desk.origin}/agents/indicateurs/publication`);
  await page.getByRole('button', { name: 'Publier ces résultats' }).click();
  await page.getByText('Les résultats sont publiés').waitFor();
  const after = await shown();
  expect(after).not.toBe(before);
  expect(before).toContain('Appels décrochés');
  await page.close();
}, 180_000);
