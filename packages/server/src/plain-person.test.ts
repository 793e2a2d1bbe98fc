import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { brokenWorld } from './broken-fixture.ts';
import { openNow } from './booking-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';
import { visitorOf, type Shown } from './plain-fixture.ts';
import { listFeedback } from './store/feedback-store.ts';
import { book, complain, waiting } from './work-fixture.ts';

const data = mkdtempSync(join(tmpdir(), 'qualepref-donnees-'));
afterAll(() => rmSync(data, { recursive: true }));

const PERSON = '/mes-donnees';
const FEEDBACK = '/reclamations/simple';
const START = '2026-12-01T09:00+01:00';
const email = 'canari.oiseau@courriel.example';

onEachEngine(
  (trial) => {
    beforeEach(() => openNow(trial.world));

    const { open, send, filled, confirmationLink } = visitorOf(trial);
    const ask = async (act: 'export' | 'erase', address: string, locale = 'fr'): Promise<Shown> =>
      send(PERSON, { ...filled(await open(`${PERSON}?locale=${locale}`)), act, email: address });
    const keepSomething = async () => {
      await book(trial.world, { start: START, email });
      await book(trial.world, { start: START, email: 'autre@courriel.example' });
      await complain(trial.world, { email });
      await trial.world.store.boss.deleteAllJobs('mail');
    };
    const follow = async (act: 'export' | 'erase'): Promise<Shown> => {
      await ask(act, email);
      const link = await confirmationLink();
      return send(link, filled(await open(link)));
    };

    test('the answer is the same whether or not anything is kept under the address', async () => {
      await keepSomething();
      const known = await ask('export', email);
      const unknown = await ask('export', 'personne@courriel.example');
      expect(known.title).toBe('Encore une étape : votre courriel');
      expect(unknown.page.html()).toBe(known.page.html());
      expect((await ask('erase', email, 'en')).title).toBe('One more step: your e-mail');
    });

    test('the link shows what is kept of its holder, whole and of nobody else, and serves once', async () => {
      await keepSomething();
      const shown = await follow('export');
      expect(shown.title).toBe('Ce que nous gardons sous votre adresse');
      expect(shown.page('main li').text()).toContain('Rendez-vous : 1');
      expect(shown.page('main li').text()).toContain('suggestions et demandes : 1');
      expect(shown.page('main li').text()).not.toContain('attendent');
      const address = shown.page('a[download]').attr('href') ?? '';
      const file = Buffer.from(address.split(',')[1] ?? '', 'base64').toString();
      expect(JSON.parse(file)).toMatchObject({ email, controller: 'Préfet d’Exemple' });
      expect(file).toContain('J’ai attendu deux heures.');
      expect(file).toContain(START);
      expect(file).not.toContain('autre@');
      await ask('export', email);
      const link = await confirmationLink();
      await send(link, filled(await open(link)));
      expect((await open(link)).page('main').text()).toContain('ne vaut plus');
    });

    test('an address under which nothing is kept is told so, to its holder alone', async () => {
      const shown = await follow('export');
      expect(shown.page('main').text()).toContain('Nous ne gardons rien sous cette adresse.');
      expect(shown.page('form, a[download]')).toHaveLength(0);
    });

    test('who sees what is kept erases it by a button, within a quarter of an hour', async () => {
      await keepSomething();
      const shown = await follow('export');
      const path = shown.page('main form').attr('action') ?? '';
      const fields = filled(shown);
      trial.clock.pass(15 * 60_000);
      expect((await send(path, fields)).page('main').text()).toContain('ne vaut plus');
      const again = await follow('export');
      const whole = { ...filled(again), open: 'erase' };
      const erased = await send(again.page('main form').attr('action') ?? '', whole);
      expect(erased.title).toBe('Vos données sont effacées');
      expect((await follow('export')).page('main').text()).toContain('rien sous cette adresse');
    });

    test('a link to erase warns first, and a GET of it erases nothing', async () => {
      await keepSomething();
      await ask('erase', email);
      const link = await confirmationLink();
      const warned = await open(link);
      expect(warned.page('main').text()).toContain('Un rendez-vous à venir sera annulé');
      const kept = () => listFeedback(trial.world.store.db);
      expect(JSON.stringify(await kept())).toContain('deux heures');
      expect((await send(link, { ...filled(warned), open: 'erase' })).title).toBe(
        'Vos données sont effacées',
      );
      expect(JSON.stringify(await kept())).not.toMatch(/canari|deux heures/);
      expect(trial.lines.join()).not.toMatch(/canari/);
    });

    test('what waits for an answer is told, and kept until it has one unless the person says otherwise', async () => {
      await keepSomething();
      const { db } = trial.world.store;
      const { reference } = await db.selectFrom('feedback').select('reference').executeTakeFirstOrThrow();
      await ask('erase', email);
      const link = await confirmationLink();
      const warned = await open(link);
      expect(warned.page('main').text()).toContain('tant que vous n’avez pas confirmé ici');
      expect(warned.page('main').text()).toContain(`Vous attendez une réponse au message ${reference}`);
      expect(
        warned
          .page('main button')
          .toArray()
          .map((each) => warned.page(each).val()),
      ).toEqual(['keep', 'erase']);
      const { open: _, ...fields } = filled(warned);
      const done = await send(link, fields);
      expect(done.page('main').text()).toContain(`Sauf ce qui attend une réponse (${reference})`);
      expect(JSON.stringify(await listFeedback(db))).toContain('deux heures');
      const appointments = await db.selectFrom('appointment').select('email').orderBy('email').execute();
      expect(appointments).toEqual([{ email: 'autre@courriel.example' }, { email: null }]);
      const again = await follow('export');
      expect(again.page('main li').text()).not.toContain('Rendez-vous');
      expect(again.page('main').text()).toContain('deux heures');
    });

    test('one address is sent three links an hour, and the fourth request is told the same', async () => {
      const titles: string[] = [];
      for (let at = 0; at < 4; at += 1) titles.push((await ask('export', email)).title);
      expect(new Set(titles).size).toBe(1);
      expect(await waiting(trial.world, 'mail')).toHaveLength(3);
    });

    test('what is missing is said beside its field', async () => {
      const { status, page } = await send(PERSON, { ...filled(await open(PERSON)), act: 'x', email: 'x' });
      expect(status).toBe(422);
      expect(page('#act-error').text()).toContain('Choisissez ce que vous voulez faire.');
      expect(page('#email-error').text()).toContain('Indiquez votre adresse électronique.');
      expect(page('#email').val()).toBe('x');
      expect(await waiting(trial.world, 'mail')).toEqual([]);
    });

    test('a notice about personal data leads to what is kept', async () => {
      expect((await open(FEEDBACK)).page(`main a[href="${PERSON}?locale=fr"]`)).toHaveLength(1);
    });

    const complaint = {
      kind: 'complaint',
      site: 'valmont',
      theme: 'attente',
      text: 'Deux heures d’attente.',
    };

    test('a receipt gives what a message is followed with; a reference alone, or another code, tells nothing', async () => {
      const receipt = await send(FEEDBACK, { ...filled(await open(FEEDBACK)), ...complaint });
      const said = (term: string) => receipt.page(`dt:contains("${term}")`).next().text().trim();
      const path = `${FEEDBACK}/suivre`;
      const right = { reference: said('Référence').toLowerCase(), code: said('Code de suivi') };
      const shown = await send(path, right);
      expect(shown.page('dd').text()).toContain('confié à un service');
      expect(shown.page('dd').text()).toContain('votre message n’est pas signé');
      const other = await send(FEEDBACK, { ...filled(await open(FEEDBACK)), ...complaint });
      const otherCode = other.page('dt:contains("Code de suivi")').next().text().trim();
      for (const code of ['', 'x', otherCode]) {
        const refused = await send(path, { ...right, code });
        expect(refused.status).toBe(422);
        expect(refused.page('#reference-error').text()).toContain('recopiez-les en entier');
        expect(refused.page('dl')).toHaveLength(0);
      }
    });

    test('a plain request is signed, with an address to reply to, and goes to the service', async () => {
      const form = await open(`${FEEDBACK}?kind=request`);
      expect(form.title).toBe('Adresser une demande ou une question');
      expect(form.page('[name=kind]').val()).toBe('request');
      const fields = { ...complaint, kind: 'request' };
      const refused = await send(FEEDBACK, { ...filled(form), ...fields });
      expect(refused.status).toBe(422);
      expect(refused.title).toBe('Adresser une demande ou une question');
      expect(refused.page('#name-error').text()).toContain('à qui répondre');
      expect(refused.page('#email-error').text()).toContain('pouvoir répondre');
      const signed = { ...filled(refused), name: 'Awa Exemple', postal: '2 rue du Port, 99000 Valmont' };
      const receipt = await send(FEEDBACK, signed);
      expect(receipt.title).toBe('Votre demande est reçue');
      const [kept] = await listFeedback(trial.world.store.db);
      expect(kept?.feedback).toMatchObject({ kind: 'request', state: 'forwarded', name: 'Awa Exemple' });
    });

    test('a fault of ours on a page is a page, in the language asked, with its number', async () => {
      const message = 'select name from appointment';
      const broken = createApp(brokenWorld(trial.world, message));
      for (const path of [FEEDBACK, '/resultats/simple', '/rendez-vous/simple', PERSON]) {
        const response = await broken.request(`${path}?locale=en`);
        expect(response.status, path).toBe(500);
        expect(response.headers.get('content-type')).toMatch(/^text\/html/);
        expect(response.headers.get('cache-control')).toBe('no-store');
        const text = await response.text();
        expect(text).toContain('<html lang="en">');
        expect(text).toMatch(/Number to quote if you call us: [0-9a-f-]{36}/);
        expect(text).not.toContain(message);
      }
      expect((await broken.request('/api/v1/slots')).headers.get('content-type')).toBe(
        'application/problem+json',
      );
    });
  },
  { settings: { data } },
);
