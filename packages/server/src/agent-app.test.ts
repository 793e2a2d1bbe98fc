import { expect, test } from 'vitest';
import { send, signedIn, visit } from './agent-fixture.ts';
import { createApp } from './app.ts';
import { onEachEngine } from './engines-fixture.ts';
import type { Settings } from './settings.ts';

onEachEngine((trial) => {
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
    const serving = (serves: Settings['serves']) =>
      createApp({ ...trial.world, settings: { ...trial.world.settings, serves } });
    const open = serving({ public: true, agents: false });
    expect((await open.request('/agents/connexion')).status).toBe(404);
    expect((await open.request('/api/v1/sites')).status).toBe(200);
    const agents = serving({ public: false, agents: true });
    expect((await agents.request('/agents/connexion')).status).toBe(200);
    expect((await agents.request('/api/v1/sites')).status).toBe(404);
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
