import { beforeEach, expect, test } from 'vitest';
import { keepHouse, remind, sendDigests } from './jobs.ts';
import { letterFor } from './letters.ts';
import { onEachEngine } from './engines-fixture.ts';
import { book, complain, openMornings, waiting } from './work-fixture.ts';
import type { World } from './world.ts';

onEachEngine((trial) => {
  beforeEach(() => openMornings(trial.world));

  const reminders = async () =>
    (await waiting(trial.world, 'mail')).filter(({ kind }) => kind === 'appointment-reminder');
  const digests = async () => (await waiting(trial.world, 'mail')).filter(({ kind }) => kind === 'digest');

  test('an appointment is recalled two days before, once, and not earlier', async () => {
    const { id } = await book(trial.world, { start: '2026-12-03T09:00+01:00', email: 'a@courriel.example' });
    trial.clock.set('2026-11-30T22:59:00Z');
    await remind(trial.world);
    expect(await reminders()).toEqual([]);
    // Midnight in Paris.
    trial.clock.set('2026-11-30T23:00:00Z');
    await remind(trial.world);
    await remind(trial.world);
    expect(await reminders()).toEqual([
      { kind: 'appointment-reminder', of: id, occasion: '2026-12-03T09:00+01:00' },
    ]);
  });

  test('an appointment made two days before, cancelled or begun is not recalled', async () => {
    await book(trial.world, { start: '2026-11-27T09:00+01:00', email: 'b@courriel.example' });
    const { id } = await book(trial.world, { start: '2026-12-01T09:00+01:00', email: 'c@courriel.example' });
    await trial.world.store.db
      .updateTable('appointment')
      .set({ state: 'cancelled' })
      .where('id', '=', id)
      .execute();
    for (const now of ['2026-11-25T09:00:00Z', '2026-11-30T08:00:00Z', '2026-12-01T08:30:00Z']) {
      trial.clock.set(now);
      await remind(trial.world);
    }
    expect(await reminders()).toEqual([]);
  });

  const tell = (digest: readonly string[]): World => {
    const { settings } = trial.world;
    const mail = { from: 'rdv@exemple.gouv.fr', digest: [...digest] };
    return { ...trial.world, settings: { ...settings, server: { ...settings.server, mail } } };
  };

  test('what falls due in two working days or is late is told, by reference and without a name', async () => {
    const reference = await complain(trial.world, { email: 'd@courriel.example' });
    const world = tell(['qualite@exemple.gouv.fr']);
    const told = async (now: string) => {
      trial.clock.set(now);
      await trial.world.store.db.deleteFrom('sent_mail').execute();
      await trial.world.store.boss.deleteAllJobs('mail');
      await sendDigests(world);
      const [job] = await digests();
      return job && (await letterFor(world, job));
    };
    // Due on Wednesday 9 December.
    expect(await told('2026-12-04T08:00:00Z')).toBeUndefined();
    const letter = await told('2026-12-07T08:00:00Z');
    expect(letter?.to).toBe('qualite@exemple.gouv.fr');
    expect(letter?.text).toContain(`${reference}, Préfecture d’Exemple : avant le 9 décembre 2026`);
    expect(letter?.text).not.toMatch(/camille|courriel\.example|deux heures/i);
    expect((await told('2026-12-11T08:00:00Z'))?.subject).toContain('dont 1 en retard');
  });

  test('the digest leaves once a working day, from seven o’clock', async () => {
    await complain(trial.world, { email: 'e@courriel.example' });
    await trial.world.store.boss.deleteAllJobs('mail');
    const world = tell(['qualite@exemple.gouv.fr']);
    const count = async (now: string) => {
      trial.clock.set(now);
      await sendDigests(world);
      return (await digests()).length;
    };
    expect(await count('2026-12-07T05:59:00Z')).toBe(0);
    expect(await count('2026-12-07T06:00:00Z')).toBe(1);
    expect(await count('2026-12-07T16:00:00Z')).toBe(1);
    expect(await count('2026-12-12T09:00:00Z')).toBe(1);
    expect(await count('2026-12-14T09:00:00Z')).toBe(2);
  });

  test('what is of no more use is put away', async () => {
    const { db } = trial.world.store;
    const now = trial.world.now();
    await db.insertInto('used_challenge').values({ challenge: 'old', expires_at: now }).execute();
    await db
      .insertInto('idempotency')
      .values({ key: 'k', route: 'r', request: 'q', status: 200, answer: new Uint8Array(1), created_at: now })
      .execute();
    await db.insertInto('rate').values({ bucket: 'b', since: now, part: 0, count: 1 }).execute();
    const left = async () => [
      (await db.selectFrom('used_challenge').selectAll().execute()).length,
      (await db.selectFrom('idempotency').selectAll().execute()).length,
      (await db.selectFrom('rate').selectAll().execute()).length,
    ];
    await keepHouse(trial.world);
    expect(await left()).toEqual([0, 1, 1]);
    trial.clock.pass(24 * 3_600_000 + 1);
    await keepHouse(trial.world);
    expect(await left()).toEqual([0, 0, 0]);
  });
});
