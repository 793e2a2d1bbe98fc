import { expect, test } from 'vitest';
import { onEachEngine } from './engines-fixture.ts';
import { exampleResults } from './results-fixture.ts';

onEachEngine((trial) => {
  const get = (headers: Record<string, string> = {}) => trial.app.request('/api/v1/results', { headers });

  async function publish(etag: string, publishedOn = '2026-11-25'): Promise<void> {
    await trial.world.store.db
      .insertInto('publication')
      .values({
        published_at: trial.clock.now(),
        account: null,
        results: JSON.stringify({ ...exampleResults, publishedOn }),
        etag,
      })
      .execute();
  }

  test('before any publication there is nothing to read', async () => {
    const response = await get();
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-found' });
  });

  test('the last publication is read, and not sent again to who has it', async () => {
    await publish('first');
    await publish('second', '2026-11-26');
    const response = await get();
    expect(await response.json()).toEqual({ ...exampleResults, publishedOn: '2026-11-26' });
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
    expect(response.headers.get('etag')).toBe('"second"');
    const again = await get({ 'if-none-match': 'W/"other", W/"second"' });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get({ 'if-none-match': '"first"' })).status).toBe(200);
  });
});
