import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  accountWithPassword,
  browserOf,
  examplePassword,
  send,
  signedIn,
  type Fields,
  type Signed,
} from './agent-fixture.ts';
import { createApp } from './app.ts';
import { confirm, hold, openNow, ruleOf } from './booking-fixture.ts';
import { codeAt } from './second-factor.ts';
import { listen, type Served } from './serve.ts';
import { emptyServer } from './engines-fixture.ts';
import type { Trial } from './testing.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let trial: Trial;
let served: Served;
let browser: Browser;
let page: Page;
let manager: Signed;
let administrator: Signed;

beforeAll(async () => {
  const { world, ...rest } = await emptyServer();
  const server = { ...world.settings.server, address: 'http://127.0.0.1' };
  const local = { ...world, settings: { ...world.settings, server } };
  trial = { ...rest, world: local, app: createApp(local) };
  [manager, administrator] = [await signedIn(trial), await signedIn(trial, { role: 'administrator' })];
  await fill();
  served = await listen(trial.app, { host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
  page = await context.newPage();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await served.close();
});

/** One of each thing that the pages show. */
async function fill(): Promise<void> {
  await openNow(
    trial.world,
    ruleOf({ closings: [{ from: '2026-12-24', to: undefined, reason: { fr: 'pont' } }] }),
  );
  const { id } = await hold(trial.world, { start: '2026-11-25T10:00+01:00', booker: 'agent' });
  await confirm(trial.world, id, { booker: 'agent' });
  const cookie = manager.cookie.replace('__Host-', '');
  const post = (path: string, fields: Fields) => send(trial, path, fields, { ...manager, cookie });
  const complaint = {
    sorte: 'complaint',
    canal: 'phone',
    site: 'valmont',
    jour: '2026-11-02',
    theme: 'attente',
    texte: 'Attente.',
  };
  await post('/reclamations', { ...complaint, nom: 'Awa', courriel: 'awa@exemple.fr' });
  await post('/courriers', {
    numero: '2026-1',
    canal: 'email',
    site: 'valmont',
    service: 'titres',
    objet: 'Horaires',
    recu: '2026-10-05',
    repondu: '',
  });
  await post('/indicateurs/calcul', { mois: '2026-10' });
  await post('/indicateurs/saisie', {
    indicateur: 'tel.decroche',
    lieu: 'valmont',
    periode: '2026-10',
    haut: '8',
    bas: '10',
  });
  await post('/indicateurs/suspensions', { de: '2026-09', a: '2026-09', raison: 'travaux' });
}

async function open(path: string, signed?: Signed): Promise<void> {
  await page.context().clearCookies();
  if (signed)
    await page
      .context()
      .addCookies([
        { name: 'qualepref', value: signed.cookie.split('=')[1] ?? '', domain: '127.0.0.1', path: '/' },
      ]);
  await page.goto(`http://127.0.0.1:${String(served.port)}/agents${path}`);
}

/** Rules that the page breaks, and whether something of it is cut off. */
async function faults(): Promise<readonly string[]> {
  await page.evaluate(axe);
  const broken = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
  );
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [...(broken as string[]), ...(isWide ? ['wider than the screen'] : [])];
}

test('every page is free of what axe finds, and fits in 320 pixels', async () => {
  const { db } = trial.world.store;
  const { id } = await db.selectFrom('appointment').select('id').executeTakeFirstOrThrow();
  const { reference } = await db.selectFrom('feedback').select('reference').executeTakeFirstOrThrow();
  const own = [
    '',
    '/mot-de-passe',
    '/second-facteur',
    '/rendez-vous',
    `/rendez-vous/${id}`,
    `/rendez-vous/${id}/deplacement`,
    '/rendez-vous/nouveau?du=2026-11-26',
  ];
  const logs = [
    '/reclamations',
    '/reclamations/nouvelle',
    `/reclamations/${reference}`,
    '/courriers',
    '/courriers/nouveau',
  ];
  const more = [
    '/courriers/2026-1',
    '/courriers/import',
    '/personnes',
    '/ouvertures',
    '/indicateurs?mois=2026-10',
    '/rien',
  ];
  const figures = [
    '/indicateurs/saisie?indicateur=demarche.delai',
    '/indicateurs/saisie?indicateur=sat.net&forme=valeur',
    '/indicateurs/suspensions',
    '/indicateurs/publication',
  ];
  const found: string[] = [];
  const look = async (path: string, signed?: Signed): Promise<void> => {
    await open(path, signed);
    found.push(...(await faults()).map((fault) => `${path}: ${fault}`));
  };
  await look('/connexion');
  for (const path of [...own, ...logs, ...more, ...figures]) await look(path, manager);
  const lost = (await signedIn(trial, { role: 'administrator' })).agent;
  for (const path of ['', '/comptes', `/comptes/${lost.id}`, '/journal', '/second-facteur'])
    await look(path, administrator);
  expect(found).toEqual([]);
}, 120_000);

test('a form that is sent back says what is wrong, leads to the field, and is as accessible', async () => {
  await open('/ouvertures', manager);
  await page.fill('#a', '08:00');
  await page.click('text=Ouvrir ces créneaux');
  expect(await faults()).toEqual([]);
  await page.click('[role=alert] a');
  expect(await page.evaluate('location.hash')).toBe('#a');
  expect(await page.getAttribute('#a', 'aria-invalid')).toBe('true');
  expect(await page.inputValue('#a')).toBe('08:00');
  expect(await page.title()).toMatch(/^Erreur/);
});

test('a new administrator sets a second factor, notes the codes of recovery, and then sees where they are signed in', async () => {
  const id = await accountWithPassword(trial, 'camille', 'administrator');
  const [here] = [await browserOf(trial.world, id), await browserOf(trial.world, id)];
  await open('/comptes', here);
  expect(await faults()).toEqual([]);
  expect(await page.title()).toMatch(/^Poser un second facteur/);
  const key = (await page.locator('.key').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code que l’application montre').fill('000000');
  await page.getByLabel('Mot de passe').fill(examplePassword);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await faults()).toEqual([]);
  expect((await page.locator('.key').innerText()).replaceAll(' ', '')).toBe(key);
  const code = codeAt(key, Math.floor(trial.clock.now().getTime() / 30_000));
  await page.getByLabel('Code que l’application montre').fill(code);
  await page.getByLabel('Mot de passe').fill(examplePassword);
  await page.keyboard.press('Enter');
  await page.getByText('ne seront plus montrés').waitFor();
  expect(await faults()).toEqual([]);
  expect(await page.getByRole('listitem').allInnerTexts()).toHaveLength(10);
  await browserOf(trial.world, id);
  await page.getByRole('link', { name: 'Continuer' }).click();
  await page.getByRole('link', { name: 'Mon compte' }).click();
  await page.getByLabel('Votre mot de passe').fill('un autre mot de passe');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await faults()).toEqual([]);
  await page.getByLabel('Votre mot de passe').fill(examplePassword);
  await page.keyboard.press('Enter');
  expect((await page.getByRole('status').innerText()).replaceAll('\u00A0', ' ')).toBe(
    '1 session est fermée.',
  );
});

test('with the keyboard alone one skips to the content and tells who came', async () => {
  await open('/rendez-vous', manager);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
  await page.keyboard.press('Enter');
  await page.focus('button[value=attended]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/fait=presence/);
  expect(await page.getAttribute('button[value=attended]', 'aria-pressed')).toBe('true');
});

test('however long a word is that people wrote, no page is wider than the screen', async () => {
  const word = 'Abracadabrantesque'.repeat(11);
  const { id } = await hold(trial.world, { start: '2026-11-25T11:00+01:00', booker: 'agent' });
  await confirm(trial.world, id, { booker: 'agent', name: word, email: `${word}@exemple.fr` });
  const named = await signedIn(trial, { name: word });
  const cookie = named.cookie.replace('__Host-', '');
  const letter = { numero: '2026-2', canal: 'email', site: 'valmont', service: 'titres', recu: '2026-10-05' };
  await send(trial, '/courriers', { ...letter, objet: word, repondu: '' }, { ...named, cookie });
  try {
    for (const width of [320, 1280])
      for (const [path, who] of [
        ['/rendez-vous', named],
        ['/courriers', named],
        ['/comptes', administrator],
      ] as const) {
        await page.setViewportSize({ width, height: 640 });
        await open(path, who);
        expect(await page.textContent('main'), path).toContain(word);
        expect(await faults(), `${path} ${String(width)}`).toEqual([]);
      }
  } finally {
    await page.setViewportSize({ width: 320, height: 640 });
  }
});

/** Fills in the search for the person whose letter came in, and sends it. */
async function findAwa(): Promise<void> {
  await open('/personnes', manager);
  await page.fill('#nom', 'Awa');
  await page.fill('#jour', '2026-11-02');
  await page.click('text=Chercher');
}

test('what is found of a person, given and about to be erased is as accessible', async () => {
  await findAwa();
  expect(await faults()).toEqual([]);
  await page.selectOption('#preuve', 'desk');
  await page.click('text=Donner ces données');
  expect(await page.textContent('[role=alert]')).toContain('Cocher au moins une ligne');
  expect(await faults()).toEqual([]);
  await page.check('[name=fiches]');
  await page.selectOption('#preuve', 'desk');
  await page.click('text=Donner ces données');
  expect(await page.textContent('h1')).toContain('Ce qui est gardé');
  expect(await faults()).toEqual([]);
  await findAwa();
  await page.check('[name=fiches]');
  await page.selectOption('#preuve', 'desk');
  await page.click('text=Effacer ces données');
  expect(await faults()).toEqual([]);
  await page.click('text=Effacer définitivement');
  expect(await page.textContent('[role=alert]')).toContain('ce qui attend une réponse');
  expect(await faults()).toEqual([]);
});

test('the list of the day prints as a table, without what only a screen needs', async () => {
  await open('/rendez-vous', manager);
  await page.emulateMedia({ media: 'print' });
  const isShown = (selector: string) => page.locator(selector).first().isVisible();
  expect(await isShown('.print-only')).toBe(true);
  for (const selector of ['nav', 'form.search', 'form.inline', '.actions'])
    expect([selector, await isShown(selector)]).toEqual([selector, false]);
  expect(await page.evaluate('getComputedStyle(document.querySelector("tbody tr")).display')).toBe(
    'table-row',
  );
  await page.emulateMedia({ media: null });
});
