import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { deskOf, send, signedIn, visit, type Fields } from './agent-fixture.ts';
import { NINE, openNow } from './booking-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';
import { isSameName, phoneEnd } from './person-key.ts';

test('a name is found in whatever order, case and accents it is written, never by a part of a word', () => {
  expect(isSameName('exemple ZOE', 'Zoé Exemple')).toBe(true);
  expect(isSameName('Zoé', 'Zoé Exemple')).toBe(true);
  expect(isSameName('Zoé Martin', 'Zoé Exemple')).toBe(false);
  expect(isSameName('Exem', 'Zoé Exemple')).toBe(false);
  expect(isSameName('  ', 'Zoé Exemple')).toBe(false);
});

test('a phone number is the same with and without the code of its country', () => {
  expect(phoneEnd('+33 1 99 00 12 34')).toBe(phoneEnd('01.99.00.12.34'));
  expect(phoneEnd('01 99 00 12 35')).not.toBe(phoneEnd('01 99 00 12 34'));
});

const data = mkdtempSync(join(tmpdir(), 'qualepref-personnes-'));
afterAll(() => rmSync(data, { recursive: true }));

onEachEngine(
  (trial) => {
    const { post, text, signed } = deskOf(trial);
    beforeEach(async () => {
      await openNow(trial.world);
      const booking = { site: 'valmont', demarche: 'titre-de-sejour', debut: NINE, courriel: '' };
      await post('/rendez-vous', { ...booking, nom: 'Héron Discret', telephone: '01 99 00 12 99' });
      await post('/rendez-vous', { ...booking, nom: 'Li Exemple', telephone: '01 99 00 12 98' });
      const complaint = {
        sorte: 'complaint',
        canal: 'letter',
        site: 'valmont',
        theme: 'attente',
        courriel: '',
      };
      const letter = { ...complaint, jour: '2026-11-20', texte: 'Deux heures d’attente.' };
      await post('/reclamations', { ...letter, nom: 'Discret Héron', adresse: '2 rue du Port' });
      await trial.world.store.db.deleteFrom('journal').execute();
    });

    const shown = async (path: string, fields: Fields): Promise<CheerioAPI> => {
      const response = await send(trial, path, fields, signed());
      expect(response.status).toBe(200);
      return load(await response.text());
    };
    const known = { nom: 'heron discret', telephone: '+33 1 99 00 12 99', jour: '', reference: '' };
    const hidden = (page: CheerioAPI, name: string) =>
      page(`input[name="${name}"]`)
        .toArray()
        .map((each) => String(page(each).val()));
    const journal = () =>
      trial.world.store.db
        .selectFrom('journal')
        .select(['action', 'object', 'details'])
        .orderBy('id')
        .execute();
    const both = async (): Promise<{ rdv: string[]; fiches: string[] }> => {
      const byPhone = await shown('/personnes', known);
      const byDay = await shown('/personnes', { ...known, telephone: '', jour: '2026-11-20' });
      return { rdv: hidden(byPhone, 'rdv'), fiches: hidden(byDay, 'fiches') };
    };

    test('a name alone finds nobody; with a phone, a day or a reference it finds what bears it and no more', async () => {
      expect(await post('/personnes', { ...known, telephone: '' })).toContain('au moins un téléphone');
      expect(await post('/personnes', { ...known, nom: 'H' })).toContain('trop court');
      const byPhone = (await shown('/personnes', known))('main').text();
      expect(byPhone).toContain('Héron Discret');
      expect(byPhone).not.toMatch(/Li Exemple|Port/);
      const byDay = (await shown('/personnes', { ...known, telephone: '', jour: '2026-11-20' }))(
        'main',
      ).text();
      expect(byDay).toContain('2 rue du Port');
      const { reference } = await trial.world.store.db
        .selectFrom('feedback')
        .select('reference')
        .executeTakeFirstOrThrow();
      const search = { ...known, telephone: '', reference: reference.toLowerCase() };
      expect((await shown('/personnes', search))('main').text()).toContain(reference);
      expect((await shown('/personnes', { ...search, nom: 'Li Exemple' }))('main').text()).toContain(
        'Rien n’est gardé',
      );
      expect(JSON.stringify(await journal())).not.toMatch(/h[ée]ron|12 99|Port/i);
      expect((await journal()).map(({ action, details }) => [action, details['count']])).toEqual([
        ...[
          ['person-searched', 1],
          ['person-searched', 1],
        ],
        ...[
          ['person-searched', 1],
          ['person-searched', 0],
        ],
      ]);
    });

    test('what is kept is given on a proof of identity, whole, to print or as a file', async () => {
      const rows = await both();
      const found = { rdvTrouves: rows.rdv, fichesTrouvees: rows.fiches };
      expect(await post('/personnes/export', { ...rows, ...found, preuve: '' })).toContain(
        'prouvé son identité',
      );
      expect(await post('/personnes/export', { ...found, preuve: 'desk' })).toContain(
        'Cocher au moins une ligne',
      );
      const page = await shown('/personnes/export', { ...rows, preuve: 'desk' });
      const said = page('main').text().replace(/\s+/g, ' ');
      for (const part of ['Héron Discret', '01 99 00 12 99', '2 rue du Port', 'Deux heures d’attente.'])
        expect(said).toContain(part);
      expect(said).toContain('dpd@exemple.gouv.fr');
      const address = page('a[download]').attr('href') ?? '';
      const file = Buffer.from(address.split(',')[1] ?? '', 'base64').toString();
      expect(file).toContain(NINE);
      expect(file).not.toMatch(/person_key|contact_key|Li Exemple/);
      const given = (await journal()).filter(({ action }) => action === 'person-exported');
      expect(given.map(({ object }) => object.split(' ')[0])).toEqual(['appointment', 'feedback']);
      expect(given.map(({ details }) => details)).toEqual([{ proof: 'desk' }, { proof: 'desk' }]);
    });

    test('an erasure says what it does first, and asks what becomes of a complaint that waits', async () => {
      const rows = { ...(await both()), preuve: 'letter' };
      const check = (await shown('/personnes/verification', rows))('main').text().replace(/\s+/g, ' ');
      expect(check).toContain('il sera annulé');
      expect(check).toContain('une réponse est attendue');
      expect(await post('/personnes/effacement', rows)).toContain('ce qui attend une réponse');
      expect(await post('/personnes/effacement', { ...rows, ouvertes: 'garder' })).toContain(
        'fait=personne-gardee&nombre=1',
      );
      const { db } = trial.world.store;
      expect(await db.selectFrom('appointment').select(['name', 'state']).orderBy('name').execute()).toEqual([
        { name: 'Li Exemple', state: 'booked' },
        { name: null, state: 'cancelled' },
      ]);
      const [reference = ''] = rows.fiches;
      expect(await text(`/reclamations/${reference}`)).toContain('demandé le 25 novembre 2026');
      const erased = (await journal()).filter(({ action }) => action === 'person-erased');
      expect(erased.map(({ details }) => details)).toEqual([
        { proof: 'letter' },
        { proof: 'letter', isKept: true },
      ]);
    });

    test('who no longer waits for an answer is erased at once, and nothing of them is left in a record', async () => {
      const rows = { ...(await both()), preuve: 'call-back', ouvertes: 'effacer' };
      expect(await post('/personnes/effacement', rows)).toContain('fait=personne-effacee&nombre=2');
      const { db } = trial.world.store;
      const kept = [
        await db.selectFrom('appointment').selectAll().execute(),
        await db.selectFrom('feedback').selectAll().execute(),
        await journal(),
        readFileSync(join(data, 'sauvegardes', 'effacements.jsonl'), 'utf8'),
        trial.lines,
      ];
      expect(JSON.stringify(kept)).not.toMatch(/h[ée]ron|12 99|rue du Port|Deux heures/i);
      expect(await post('/personnes/effacement', rows)).toContain('Cocher au moins une ligne');
    });

    test('a person of one service or site is not asked, since they would leave the rest', async () => {
      const narrow = await signedIn(trial, { service: 'titres' });
      expect((await visit(trial, '/personnes', narrow)).status).toBe(404);
      const ofSite = await signedIn(trial, { sites: ['valmont'] });
      expect((await visit(trial, '/personnes', ofSite)).status).toBe(404);
    });

    test('a page of what was found that is sent again leads back to the search', async () => {
      const rows = { ...(await both()), preuve: 'desk', cle: 'x'.repeat(20) };
      await shown('/personnes/export', rows);
      const again = await send(trial, '/personnes/export', rows, signed());
      expect(again.headers.get('location')).toBe('/agents/personnes');
    });
  },
  { settings: { data } },
);
