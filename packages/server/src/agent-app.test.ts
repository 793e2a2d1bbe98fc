import crypto from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  accountWithPassword,
  browserOf,
  cookieOf,
  examplePassword,
  send,
  signedIn,
  visit,
} from './agent-fixture.ts';
import { createApp } from './app.ts';
import { ownDatabase, type OwnDatabase } from './database-fixture.ts';
import { codeAt } from './second-factor.ts';
import type { Settings } from './settings.ts';
import { tryServer, type Trial } from './testing.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await ownDatabase();
}, 60_000);
afterAll(() => database.close());

describe.each(['embedded', 'postgres'] as const)('on %s', (engine) => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await tryServer({ url: engine === 'postgres' ? database.url : undefined });
  }, 60_000);
  beforeEach(() => trial.empty());
  afterEach(() => {
    vi.restoreAllMocks();
    trial.clock.set('2026-11-25T08:00:00Z');
  });
  afterAll(() => trial.close());

  /** The same server with other settings. */
  const set = (settings: Partial<Settings>) => {
    const world = { ...trial.world, settings: { ...trial.world.settings, ...settings } };
    return { world, app: createApp(world) };
  };
  const signIn = (identifiant: string, passe: string, over: Readonly<Record<string, string>> = {}) =>
    send(trial, '/connexion', { identifiant, passe, ...over });

  test('the right password opens a session that only its cookie opens, and goes where one wanted', async () => {
    await accountWithPassword(trial);
    const response = await signIn('Camille ', examplePassword, { suite: '/agents/journal' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/agents/journal');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-qualepref=[\w-]{43}; /);
    for (const word of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(word);
    expect(cookie).not.toContain('Domain');
    expect((await visit(trial, '/journal', { cookie: cookieOf(response) })).status).toBe(200);
    expect((await visit(trial, '/journal')).status).toBe(303);
  });

  test('what one wanted is a page of ours, never another site', async () => {
    await accountWithPassword(trial);
    for (const suite of [
      'https://ailleurs.fr',
      '//ailleurs.fr',
      '/agents/../x',
      '/agents//ailleurs.fr',
      '/agents/connexion',
    ]) {
      const response = await signIn('camille', examplePassword, { suite });
      expect(response.headers.get('location')).toBe('/agents');
    }
  });

  test('on one’s own machine without encryption the cookie has its plain name', async () => {
    const server = { ...trial.world.settings.server, address: 'http://127.0.0.1:8080' };
    const own = set({ server });
    await accountWithPassword(trial);
    const cookie = (
      await send(own, '/connexion', { identifiant: 'camille', passe: examplePassword })
    ).headers.get('set-cookie');
    expect(cookie).toMatch(/^qualepref=[\w-]{43}; /);
    expect(cookie).not.toContain('Secure');
  });

  test('an unknown account, a wrong password and a closed account get one answer, for the same work', async () => {
    const id = await accountWithPassword(trial);
    await accountWithPassword(trial, 'dominique');
    await trial.world.store.db
      .updateTable('account')
      .set({ is_disabled: true })
      .where('id', '=', id)
      .execute();
    const work = vi.spyOn(crypto, 'argon2');
    const answers = [];
    for (const [login, password] of [
      ['personne', examplePassword],
      ['dominique', 'un autre mot de passe'],
      ['camille', examplePassword],
    ] as const) {
      work.mockClear();
      const response = await signIn(login, password);
      answers.push([
        response.status,
        (await response.text()).replaceAll(login, ''),
        work.mock.calls.map(([, { memory, passes }]) => [memory, passes]),
      ]);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.[2]).toEqual([[19_456, 2]]);
  });

  test('of a hundred wrong tries the later ones wait, and the account is not locked for another network', async () => {
    await accountWithPassword(trial);
    const statuses = [];
    vi.spyOn(crypto, 'argon2').mockImplementation((_, { tagLength }, done) =>
      done(null, Buffer.alloc(tagLength, 1)),
    );
    for (let at = 0; at < 100; at++) statuses.push((await signIn('camille', 'faux')).status);
    vi.restoreAllMocks();
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 403));
    expect(new Set(statuses.slice(10))).toEqual(new Set([429]));
    const waiting = await signIn('camille', examplePassword);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    const behind = set({ trustedProxies: 1 });
    const fields = { identifiant: 'camille', passe: examplePassword };
    const elsewhere = await send(behind, '/connexion', fields, undefined, {
      'x-forwarded-for': '198.51.100.7',
    });
    expect(elsewhere.status).toBe(303);
    trial.clock.pass(60_000);
    expect((await signIn('camille', examplePassword)).status).toBe(303);
  });

  test('an old form of a password is renewed when its owner comes', async () => {
    await accountWithPassword(trial);
    const { db } = trial.world.store;
    const salt = crypto.randomBytes(16);
    const tag = crypto.argon2Sync('argon2id', {
      ...{
        message: Buffer.from(examplePassword),
        nonce: salt,
        parallelism: 1,
        tagLength: 32,
        memory: 8192,
        passes: 1,
      },
    });
    const password = `$argon2id$v=19$m=8192,t=1,p=1$${salt.toString('base64').replaceAll('=', '')}$${tag.toString('base64').replaceAll('=', '')}`;
    await db.updateTable('account').set({ password }).execute();
    expect((await signIn('camille', examplePassword)).status).toBe(303);
    const stored = await db.selectFrom('account').select('password').executeTakeFirstOrThrow();
    expect(stored.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn('camille', examplePassword)).status).toBe(303);
  });

  test('a cookie chosen by somebody else opens nothing, and signing in gives another', async () => {
    const id = await accountWithPassword(trial);
    const before = await browserOf(trial.world, id);
    const chosen = `__Host-qualepref=${'A'.repeat(43)}`;
    const response = await send(
      trial,
      '/connexion',
      { identifiant: 'camille', passe: examplePassword },
      undefined,
      { cookie: before.cookie },
    );
    expect(cookieOf(response)).not.toBe(before.cookie);
    for (const each of [before, { cookie: chosen }])
      expect((await visit(trial, '/journal', each)).headers.get('location')).toContain('/connexion');
  });

  test('a cookie is worth nothing once signed out, and its token is nowhere in the database', async () => {
    const signed = await signedIn(trial, { role: 'administrator' });
    const rows = JSON.stringify(await trial.world.store.db.selectFrom('session').selectAll().execute());
    expect(rows).not.toContain(signed.cookie.split('=')[1]);
    expect((await visit(trial, '/comptes', signed)).status).toBe(200);
    const response = await send(trial, '/deconnexion', {}, signed);
    expect(response.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    const replay = await visit(trial, '/comptes', signed);
    expect([replay.status, replay.headers.get('location')]).toEqual([
      303,
      '/agents/connexion?fait=session&suite=%2Fagents%2Fcomptes',
    ]);
    expect((await send(trial, '/comptes', {}, signed)).headers.get('location')).toBe(
      '/agents/connexion?fait=session',
    );
  });

  test('a session ends after half an hour without use, and after twelve hours in any case', async () => {
    const idle = await signedIn(trial);
    trial.clock.pass(29 * 60_000);
    expect((await visit(trial, '/mot-de-passe', idle)).status).toBe(200);
    trial.clock.pass(30 * 60_000);
    expect((await visit(trial, '/mot-de-passe', idle)).status).toBe(303);
    const busy = await signedIn(trial);
    for (let at = 0; at < 28; at++) {
      trial.clock.pass(25 * 60_000);
      expect((await visit(trial, '/mot-de-passe', busy)).status).toBe(200);
    }
    trial.clock.pass(20 * 60_000);
    expect((await visit(trial, '/mot-de-passe', busy)).status).toBe(303);
  });

  test('changing the password ends the other sessions, and this one goes on with a new cookie', async () => {
    const id = await accountWithPassword(trial);
    const [here, there] = [await browserOf(trial.world, id), await browserOf(trial.world, id)];
    const fields = {
      actuel: examplePassword,
      nouveau: 'hibou violet sous la pluie',
      encore: 'hibou violet sous la pluie',
    };
    expect((await send(trial, '/mot-de-passe', { ...fields, actuel: 'faux' }, here)).status).toBe(422);
    expect((await send(trial, '/mot-de-passe', { ...fields, encore: 'autre' }, here)).status).toBe(422);
    const response = await send(trial, '/mot-de-passe', fields, here);
    expect(response.headers.get('location')).toBe('/agents?fait=mot-de-passe');
    expect((await visit(trial, '/mot-de-passe', { cookie: cookieOf(response) })).status).toBe(200);
    for (const old of [here, there]) expect((await visit(trial, '/mot-de-passe', old)).status).toBe(303);
    expect((await signIn('camille', examplePassword)).status).toBe(403);
    expect((await signIn('camille', fields.nouveau)).status).toBe(303);
  });

  test('closing an account ends its sessions', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const signed = await signedIn(trial);
    await send(trial, `/comptes/${signed.agent.id}/etat`, { etat: 'desactive' }, boss);
    expect((await visit(trial, '/mot-de-passe', signed)).status).toBe(303);
  });

  test('the last administrator can’t be closed', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const response = await send(trial, `/comptes/${boss.agent.id}/etat`, { etat: 'desactive' }, boss);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('seul administrateur');
    expect((await visit(trial, '/comptes', boss)).status).toBe(200);
  });

  test('a password that was given is good for choosing another only', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const made = await send(
      trial,
      '/comptes',
      { identifiant: 'Dominique', nom: 'Dominique Exemple', role: 'agent', sites: 'rives' },
      boss,
    );
    const password = /class="key">([\w-]+)</.exec(await made.text())?.[1] ?? '';
    expect(password).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/);
    const cookie = cookieOf(await signIn('dominique', password));
    expect((await visit(trial, '/second-facteur', { cookie })).headers.get('location')).toBe(
      '/agents/mot-de-passe',
    );
    expect(await (await visit(trial, '/mot-de-passe', { cookie })).text()).toContain(
      'Choisir votre mot de passe',
    );
  });

  test('a form of another site is refused, whatever it says', async () => {
    const signed = await signedIn(trial, { role: 'administrator' });
    const fields = { identifiant: 'mechant', nom: 'Mechant', role: 'administrator' };
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://ailleurs.fr', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://www.exemple.gouv.fr', 'sec-fetch-site': 'same-site' },
      { origin: 'http://rdv.exemple.gouv.fr.ailleurs.fr', 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of elsewhere) {
      expect((await send(trial, '/comptes', fields, signed, headers)).status).toBe(403);
      expect(
        (await send(trial, '/connexion', { identifiant: 'camille', passe: 'x' }, undefined, headers)).status,
      ).toBe(403);
    }
    for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded']) {
      const response = await trial.app.request('https://rdv.exemple.gouv.fr/agents/comptes', {
        ...{ method: 'POST', body: 'identifiant=x' },
        headers: { cookie: signed.cookie, 'content-type': type },
      });
      expect(response.status).toBe(403);
    }
    // The page of another session knows another token.
    const other = await signedIn(trial);
    expect((await send(trial, '/comptes', { ...fields, jeton: other.formToken }, signed)).status).toBe(403);
    const { count } = await trial.world.store.db
      .selectFrom('account')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(2);
  });

  test('a form sent twice is done once', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const fields = { cle: crypto.randomUUID(), nom: 'Camille', role: 'reader' };
    const at = `/comptes/${(await signedIn(trial)).agent.id}`;
    const [one, two] = [await send(trial, at, fields, boss), await send(trial, at, fields, boss)];
    expect(two.headers.get('location')).toBe(one.headers.get('location'));
    const lines = await trial.world.store.db.selectFrom('journal').select('action').execute();
    expect(lines).toEqual([{ action: 'account-changed' }]);
  });

  test('a process can serve the public without the agents, and the reverse', async () => {
    const open = set({ serves: { public: true, agents: false } });
    expect((await open.app.request('/agents/connexion')).status).toBe(404);
    expect((await open.app.request('/api/v1/sites')).status).toBe(200);
    const agents = set({ serves: { public: false, agents: true } });
    expect((await agents.app.request('/agents/connexion')).status).toBe(200);
    expect((await agents.app.request('/api/v1/sites')).status).toBe(404);
  });

  test('the log and the journal say who came and who was refused, never what was typed', async () => {
    await accountWithPassword(trial);
    const before = trial.lines.length;
    await signIn('camille', 'Un-Secret-Mal-Tapé');
    await signIn('Un-Secret-Mal-Tapé', examplePassword);
    await signIn('camille', examplePassword);
    const lines = trial.lines.slice(before).map((line) => JSON.parse(line) as { event: string });
    const events = lines.map(({ event }) => event).filter((event) => event !== 'request');
    expect(events).toEqual(['sign-in-refused', 'sign-in-refused', 'signed-in']);
    const kept = await trial.world.store.db.selectFrom('journal').selectAll().orderBy('id').execute();
    expect(kept.map(({ action }) => action).slice(-3)).toEqual(events);
    expect(JSON.stringify([lines, kept]).toLowerCase()).not.toContain('secret-mal');
  });

  test('the log names the route of a page, and never what stood in its address', async () => {
    const cookie = await signedIn(trial);
    await visit(trial, '/mot-de-passe', cookie);
    await visit(trial, '/reclamations/VAL-2611-AAAAAAA', cookie);
    const routes = trial.lines.slice(-3).map((line) => (JSON.parse(line) as { route: string }).route);
    const asked = '/agents/reclamations/:reference';
    expect(routes).toEqual(['/agents/mot-de-passe', asked, asked]);
  });

  test('pages run no script, are framed by nobody and are kept by no cache', async () => {
    const { headers } = await visit(trial, '/mot-de-passe', await signedIn(trial));
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

test('a code is the one that RFC 6238 gives', () => {
  const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(codeAt(key, Math.floor(59 / 30))).toBe('287082');
  expect(codeAt(key, Math.floor(1_111_111_109 / 30))).toBe('081804');
  expect(codeAt(key, Math.floor(20_000_000_000 / 30))).toBe('353130');
});
