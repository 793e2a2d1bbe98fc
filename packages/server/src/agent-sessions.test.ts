import crypto from 'node:crypto';
import { expect, test, vi } from 'vitest';
import {
  accountWithPassword,
  browserOf,
  cookieOf,
  examplePassword,
  send,
  signedIn,
  visit,
  withCheapPasswords,
} from './agent-fixture.ts';
import { onEachEngine } from './engines-fixture.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const PHONE = 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';

onEachEngine((trial) => {
  withCheapPasswords();

  /** Signs in with a browser. @returns its cookie */
  async function open(userAgent: string): Promise<{ readonly cookie: string }> {
    const fields = { identifiant: 'camille', passe: examplePassword };
    return {
      cookie: cookieOf(await send(trial, '/connexion', fields, undefined, { 'user-agent': userAgent })),
    };
  }
  const choices = (page: string) =>
    [...page.matchAll(/<option value="([\w-]{43})"[^>]*>([^<]+)</g)].map(([, id = '', label = '']) => ({
      id,
      label,
    }));
  const events = (event: string) =>
    trial.lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => line['event'] === event);

  test('somebody sees where their account is open: family of device, since when, last seen', async () => {
    const here = await browserOf(trial.world, await accountWithPassword(trial));
    await open(FIREFOX);
    trial.clock.pass(10 * 60_000);
    const phone = await open(PHONE);
    trial.clock.pass(5 * 60_000);
    await visit(trial, '', phone);
    const page = await (await visit(trial, '/mot-de-passe', here)).text();
    const cells = [...page.matchAll(/data-label="(?:Appareil|Ouverte|Vue)">\s*([^<]+?)\s*</g)].map(
      ([, text]) => text?.replaceAll('\u00A0', ' '),
    );
    expect(cells).toEqual([
      ...['Firefox sur Windows (celui-ci)', '25 novembre 2026 à 9 h 00', 'à l’instant'],
      ...['Chrome sur Android', '25 novembre 2026 à 9 h 10', '25 novembre 2026 à 9 h 15'],
      ...['Firefox sur Linux', '25 novembre 2026 à 9 h 00', '25 novembre 2026 à 9 h 00'],
    ]);
    const stored = JSON.stringify(await trial.world.store.db.selectFrom('session').selectAll().execute());
    expect(page + stored).not.toMatch(/Pixel|140\.0|Gecko/);
    trial.clock.pass(30 * 60_000);
    const later = await browserOf(trial.world, here.agent.id);
    expect(await (await visit(trial, '/mot-de-passe', later)).text()).not.toContain('Android');
  });

  test('somebody ends one of their sessions, or all the others, with the password', async () => {
    const here = await browserOf(trial.world, await accountWithPassword(trial));
    const [computer, phone] = [await open(FIREFOX), await open(PHONE)];
    const page = await (await visit(trial, '/mot-de-passe', here)).text();
    const [lost] = choices(page).filter(({ label }) => label.includes('Android'));
    const end = (session: string, passe = examplePassword) =>
      send(trial, '/sessions', { session, passe }, here);
    expect((await end(lost?.id ?? '', 'un autre mot de passe')).status).toBe(422);
    expect((await visit(trial, '', phone)).status).toBe(200);
    expect((await end(lost?.id ?? '')).headers.get('location')).toBe(
      '/agents/mot-de-passe?fait=sessions-fermees&nombre=1',
    );
    expect((await visit(trial, '', phone)).status).toBe(303);
    expect((await visit(trial, '', computer)).status).toBe(200);
    expect((await end('autres')).headers.get('location')).toContain('nombre=1');
    expect((await visit(trial, '', computer)).status).toBe(303);
    expect((await visit(trial, '', here)).status).toBe(200);
    const journal = await trial.world.store.db.selectFrom('journal').select(['action', 'details']).execute();
    expect(journal.filter(({ action }) => action === 'sessions-ended')).toHaveLength(2);
  });

  test('nobody ends the session of somebody else', async () => {
    const here = await browserOf(trial.world, await accountWithPassword(trial));
    const phone = await open(PHONE);
    const [first] = choices(await (await visit(trial, '/mot-de-passe', here)).text());
    const other = await browserOf(trial.world, await accountWithPassword(trial, 'dominique'));
    const fields = { session: first?.id ?? '', passe: examplePassword };
    expect((await send(trial, '/sessions', fields, other)).headers.get('location')).toContain('nombre=0');
    await send(trial, '/sessions', { session: 'autres', passe: examplePassword }, other);
    expect((await visit(trial, '', phone)).status).toBe(200);
  });

  test('the password that a page asks for again can’t be searched: tries count as those of signing in', async () => {
    const here = await browserOf(trial.world, await accountWithPassword(trial));
    vi.spyOn(crypto, 'argon2').mockImplementation((_, { tagLength }, done) =>
      done(null, Buffer.alloc(tagLength, 1)),
    );
    const forms = [
      ['/sessions', { session: 'autres', passe: 'faux' }],
      ['/mot-de-passe', { actuel: 'faux', nouveau: 'girafe violette', encore: 'girafe violette' }],
      ['/second-facteur', { code: '000000', passe: 'faux', 'cle-scellee': 'AAAA' }],
      ['/second-facteur/retrait', { actuel: 'faux' }],
    ] as const;
    const statuses = [];
    for (let at = 0; at < 12; at += 1) {
      const [path, fields] = forms[at % forms.length] ?? forms[0];
      statuses.push((await send(trial, path, fields, here)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429]);
    expect((await visit(trial, '/mot-de-passe', here)).status).toBe(200);
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

  test('signing out has the browser forget what it kept of these pages', async () => {
    const response = await send(trial, '/deconnexion', {}, await signedIn(trial));
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
  });

  test('a refusal that somebody may have tried to get round is logged with the account', async () => {
    trial.lines.length = 0;
    const signed = await signedIn(trial, { role: 'agent', sites: ['valmont'] });
    const { id } = signed.agent;
    await visit(trial, '/comptes', signed);
    await visit(trial, '/courriers?site=rives', signed);
    await send(trial, '/courriers', { jeton: 'faux' }, signed);
    expect(
      events('access-refused').map(({ route, code, status, account }) => [route, code, status, account]),
    ).toEqual([
      ['/agents/comptes', 'not-found', 403, id],
      ['/agents/courriers', 'not-found', 404, id],
      ['/agents/courriers', 'proof', 403, id],
    ]);
    trial.lines.length = 0;
    const tried = await accountWithPassword(trial);
    for (let at = 0; at <= 10; at += 1)
      await send(trial, '/connexion', { identifiant: 'camille', passe: 'x' });
    expect(events('sign-in-refused').map(({ account }) => account)).toEqual(
      Array.from({ length: 10 }, () => tried),
    );
    expect(events('sign-in-throttled').map(({ account, code }) => [account, code])).toEqual([
      [tried, 'too-many'],
    ]);
  });
});
