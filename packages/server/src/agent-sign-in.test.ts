import crypto from 'node:crypto';
import { expect, test, vi } from 'vitest';
import {
  accountWithPassword,
  browserOf,
  cookieOf,
  examplePassword,
  makePasswordsCheap,
  send,
  visit,
  withCheapPasswords,
} from './agent-fixture.ts';
import { createApp } from './app.ts';
import { onEachEngine } from './engines-fixture.ts';
import type { Settings } from './settings.ts';

onEachEngine((trial) => {
  withCheapPasswords();

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
    makePasswordsCheap();
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
    vi.restoreAllMocks();
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
});
