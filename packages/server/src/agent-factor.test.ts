import crypto from 'node:crypto';
import { expect, test, vi } from 'vitest';
import {
  accountWithPassword,
  browserOf,
  examplePassword,
  send,
  type Signed,
  signedIn,
  visit,
  withCheapPasswords,
} from './agent-fixture.ts';
import { createApp } from './app.ts';
import { onEachEngine } from './engines-fixture.ts';
import { codeAt } from './second-factor.ts';

const CODE = /class="key">([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})</g;

onEachEngine((trial) => {
  withCheapPasswords();

  const signIn = (code = '', passe = examplePassword, identifiant = 'camille') =>
    send(trial, '/connexion', { identifiant, passe, code });
  const codeOf = (key: string) => codeAt(key, Math.floor(trial.clock.now().getTime() / 30_000));

  /** What the page draws for a new second factor. */
  async function drawn(signed: Signed): Promise<{ readonly key: string; readonly sealed: string }> {
    const shown = await (await visit(trial, '/second-facteur', signed)).text();
    return {
      key: (/class="key">([A-Z2-7 ]+)</.exec(shown)?.[1] ?? '').replaceAll(' ', ''),
      sealed: /name="cle-scellee"\s+value="([\w-]+)"/.exec(shown)?.[1] ?? '',
    };
  }

  /** Sets a second factor, as its owner would. */
  async function enrol(signed: Signed): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
    const { key, sealed } = await drawn(signed);
    const fields = { 'cle-scellee': sealed, code: codeOf(key), passe: examplePassword };
    const response = await send(trial, '/second-facteur', fields, signed);
    expect(response.status).toBe(200);
    return { key, codes: [...(await response.text()).matchAll(CODE)].map(([, code = '']) => code) };
  }

  test('an administrator without a second factor can set one, sign out, and nothing else', async () => {
    const signed = await browserOf(trial.world, await accountWithPassword(trial, 'camille', 'administrator'));
    for (const path of ['', '/comptes', '/journal', '/mot-de-passe'])
      expect((await visit(trial, path, signed)).headers.get('location')).toBe('/agents/second-facteur');
    const made = await send(trial, '/comptes', { identifiant: 'x.y', nom: 'X', role: 'agent' }, signed);
    expect(made.headers.get('location')).toBe('/agents/second-facteur');
    expect(await trial.world.store.db.selectFrom('account').select('login').execute()).toHaveLength(1);
    const page = await (await visit(trial, '/second-facteur', signed)).text();
    expect(page).toContain('nécessaire à votre compte');
    expect(page).not.toContain('<nav');
    await enrol(signed);
    expect((await visit(trial, '/comptes', signed)).status).toBe(200);
    // What is imposed is changed, never taken away.
    const removed = await send(trial, '/second-facteur/retrait', { actuel: examplePassword }, signed);
    expect(removed.status).toBe(422);
    expect((await visit(trial, '/comptes', signed)).status).toBe(200);
    const bare = await browserOf(trial.world, await accountWithPassword(trial, 'dominique', 'administrator'));
    expect((await send(trial, '/deconnexion', {}, bare)).headers.get('location')).toContain('deconnecte');
  });

  test('a second factor is imposed on administrators, and on all by configuration', async () => {
    const agent = await signedIn(trial, { role: 'agent' });
    expect((await visit(trial, '', agent)).status).toBe(200);
    const { settings } = trial.world;
    const server = { ...settings.server, secondFactor: 'all' as const };
    const strict = { app: createApp({ ...trial.world, settings: { ...settings, server } }) };
    expect((await visit(strict, '', agent)).headers.get('location')).toBe('/agents/second-facteur');
  });

  test('whoever becomes administrator needs a second factor from the next page on', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const agent = await signedIn(trial, { role: 'agent' });
    const fields = { nom: 'Dominique', role: 'administrator' };
    await send(trial, `/comptes/${agent.agent.id}`, fields, boss);
    expect((await visit(trial, '/comptes', agent)).headers.get('location')).toBe('/agents/second-facteur');
  });

  test('with a second factor the password alone opens nothing, and no code opens twice', async () => {
    const signed = await browserOf(trial.world, await accountWithPassword(trial));
    const { key, sealed } = await drawn(signed);
    const set = async (change: object) => {
      const right = { 'cle-scellee': sealed, code: codeOf(key), passe: examplePassword };
      return (await send(trial, '/second-facteur', { ...right, ...change }, signed)).status;
    };
    expect(await set({ code: '000000' })).toBe(422);
    expect(await set({ 'cle-scellee': 'AAAA' })).toBe(422);
    expect(await set({ passe: 'un autre mot de passe' })).toBe(422);
    expect(await set({})).toBe(200);
    expect((await signIn()).status).toBe(403);
    // That of the setting was used.
    expect((await signIn(codeOf(key))).status).toBe(403);
    trial.clock.pass(30_000);
    expect((await signIn(codeOf(key))).status).toBe(303);
    expect((await signIn(codeOf(key))).status).toBe(403);
    const stored = await trial.world.store.db.selectFrom('account').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(key);
  });

  test('a second factor that is set, changed or taken away ends the other sessions', async () => {
    const id = await accountWithPassword(trial);
    const [here, there] = [await browserOf(trial.world, id), await browserOf(trial.world, id)];
    await enrol(here);
    expect((await visit(trial, '', here)).status).toBe(200);
    expect((await visit(trial, '', there)).status).toBe(303);
    const again = await browserOf(trial.world, id);
    trial.clock.pass(30_000);
    await enrol(here);
    expect((await visit(trial, '', again)).status).toBe(303);
    const last = await browserOf(trial.world, id);
    await send(trial, '/second-facteur/retrait', { actuel: examplePassword }, here);
    expect((await visit(trial, '', here)).status).toBe(200);
    expect((await visit(trial, '', last)).status).toBe(303);
    expect((await signIn()).status).toBe(303);
  });

  test('ten recovery codes are shown once, stored as passwords are, and each opens once', async () => {
    const signed = await browserOf(trial.world, await accountWithPassword(trial));
    const { codes } = await enrol(signed);
    expect(new Set(codes).size).toBe(10);
    const rows = await trial.world.store.db.selectFrom('recovery_code').select('hash').execute();
    expect(rows.every(({ hash }) => hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
    const [first = '', second = '', third = ''] = codes;
    const opened = await signIn(first.toUpperCase().replaceAll('-', ' '));
    expect(opened.headers.get('location')).toBe('/agents/mot-de-passe?fait=code-de-secours&nombre=9');
    expect((await signIn(first)).status).toBe(403);
    const twice = await Promise.all([signIn(second), signIn(second), signIn(second)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 403, 403]);
    expect((await signIn(third.replace(/.$/, (last) => (last === 'z' ? 'y' : 'z')))).status).toBe(403);
    const page = await (await visit(trial, '/second-facteur', signed)).text();
    expect(page).toContain('Il en reste 8');
    expect(page).not.toContain(third);
    const redrawn = await send(trial, '/second-facteur/codes', { tirage: examplePassword }, signed);
    expect([...(await redrawn.text()).matchAll(CODE)]).toHaveLength(10);
    trial.clock.pass(60_000);
    expect((await signIn(third)).status).toBe(403);
    const journal = await trial.world.store.db.selectFrom('journal').selectAll().execute();
    expect(journal.filter(({ action }) => action === 'recovery-code-used')).toHaveLength(2);
    expect(JSON.stringify([journal, trial.lines])).not.toContain(first);
  });

  test('a recovery code costs as much to try whatever is wrong: it does not tell that the password was right', async () => {
    const signed = await browserOf(trial.world, await accountWithPassword(trial));
    const { codes } = await enrol(signed);
    const wrong = (codes[0] ?? '').replace(/.$/, (last) => (last === 'z' ? 'y' : 'z'));
    const work = vi.spyOn(crypto, 'argon2');
    const answers = [];
    for (const [passe, login] of [
      [examplePassword, 'camille'],
      ['un autre mot de passe', 'camille'],
      [examplePassword, 'personne'],
    ] as const) {
      work.mockClear();
      const response = await signIn(wrong, passe, login);
      const body = (await response.text()).replaceAll(login, '');
      answers.push([
        response.status,
        body,
        work.mock.calls.map(([, { memory, passes }]) => [memory, passes]),
      ]);
    }
    expect(answers[0]?.[2]).toHaveLength(2);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('an administrator takes away a lost second factor, which ends the sessions; never their own so', async () => {
    const boss = await signedIn(trial, { role: 'administrator' });
    const id = await accountWithPassword(trial);
    const lost = await browserOf(trial.world, id);
    await enrol(lost);
    expect(await (await visit(trial, `/comptes/${id}`, boss)).text()).toContain('Téléphone perdu');
    await send(trial, `/comptes/${id}/second-facteur`, {}, boss);
    expect((await visit(trial, '', lost)).status).toBe(303);
    expect((await signIn()).status).toBe(303);
    expect(await trial.world.store.db.selectFrom('recovery_code').selectAll().execute()).toEqual([]);
    const own = await send(trial, `/comptes/${boss.agent.id}/second-facteur`, {}, boss);
    expect(own.status).toBe(422);
    expect((await visit(trial, '/comptes', boss)).status).toBe(200);
  });
});
