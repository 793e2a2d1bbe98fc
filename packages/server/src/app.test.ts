import { expect, test } from 'vitest';
import { onEachEngine } from './engines-fixture.ts';

onEachEngine((trial, engine) => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    trial.app.request(`/api/v1${path}`, { headers });

  test('the database is the one that was asked for', () => {
    expect(trial.world.store.engine).toBe(engine);
  });

  test('sites are those with something to offer', async () => {
    const response = await get('/sites');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      sites: [
        { id: 'valmont', timeZone: 'Europe/Paris' },
        { id: 'rives', timeZone: 'Indian/Reunion' },
      ],
    });
  });

  test('an address that does not exist is a problem in the language asked', async () => {
    const response = await get('/nowhere', { 'accept-language': 'en-GB' });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'not-found',
      title: 'Nothing matches this address.',
    });
  });

  test('only the origins listed may read answers, each exactly as it is written', async () => {
    for (const origin of [
      'https://evilexemple.gouv.fr',
      'https://www.exemple.gouv.fr.evil.fr',
      'null',
      'http://www.exemple.gouv.fr',
    ])
      expect((await get('/sites', { origin })).headers.get('access-control-allow-origin')).toBeNull();
    const allowed = await get('/sites', { origin: 'https://www.exemple.gouv.fr' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://www.exemple.gouv.fr');
    expect(allowed.headers.get('vary')).toContain('Origin');
  });

  test('what asks too often is told to wait', async () => {
    const most = trial.world.settings.server.limits.requests;
    await trial.world.store.db.updateTable('rate').set({ count: most }).execute();
    await get('/health');
    await trial.world.store.db.updateTable('rate').set({ count: most }).execute();
    const response = await get('/health');
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
