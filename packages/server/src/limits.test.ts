import { expect, test } from 'vitest';
import { onEachEngine } from './engines-fixture.ts';
import { checkRate } from './limits.ts';

onEachEngine((trial) => {
  const { settings } = trial.world;
  const limits = { ...settings.server.limits, requests: 4, writes: 2, allWrites: 6 };
  const world = { ...trial.world, settings: { ...settings, server: { ...settings.server, limits } } };

  /** Networks of several rows of the count of all. */
  const network = (at: number) => Buffer.from([at, 0, 0]).toString('base64url');
  const tries = async (count: number, source: (at: number) => string, isWrite: boolean) => {
    let fit = 0;
    for (let at = 0; at < count; at += 1)
      await checkRate(world, source(at), isWrite).then(
        () => (fit += 1),
        (error: unknown) => expect(error).toMatchObject({ code: 'too-many', retryAfter: 60 }),
      );
    return fit;
  };

  test('a network may ask as often as its limit says, write less often, and begins anew the next minute', async () => {
    expect(await tries(3, () => network(1), true)).toBe(2);
    expect(await tries(3, () => network(1), false)).toBe(1);
    expect(await tries(5, () => network(2), false)).toBe(4);
    trial.clock.pass(60_000);
    expect(await tries(3, () => network(1), true)).toBe(2);
  });

  test('all networks together have a limit for writing, in whichever row each is counted, and none for reading', async () => {
    expect(await tries(8, network, true)).toBe(6);
    expect(await tries(8, (at) => network(at + 20), false)).toBe(8);
  });

  test('what a network is refused takes nothing from the others', async () => {
    expect(await tries(20, () => network(1), true)).toBe(2);
    expect(await tries(4, (at) => network(at + 2), true)).toBe(4);
    expect(await tries(1, () => network(9), true)).toBe(0);
  });

  test('networks that ask at once are each counted', async () => {
    const all = Array.from({ length: 40 }, (_, at) => checkRate(world, network(at), false));
    await Promise.all(all);
    const { count } = await trial.world.store.db
      .selectFrom('rate')
      .select((rate) => rate.fn.sum<number>('count').as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(40);
  });
});
