import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedbackMeasurements, calendarOf } from '@qualepref/core';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { changeFeedback } from './feedback.ts';
import { onEachEngine } from './engines-fixture.ts';
import { purge } from './purge.ts';
import { listFeedback } from './store/feedback-store.ts';
import { book, complain, openMornings } from './work-fixture.ts';

const data = mkdtempSync(join(tmpdir(), 'qualepref-purge-'));
afterAll(() => rmSync(data, { recursive: true }));

onEachEngine(
  (trial) => {
    beforeEach(() => openMornings(trial.world));

    const db = () => trial.world.store.db;
    const tallies = () => db().selectFrom('tally').select(['kind', 'site', 'of', 'month', 'count']).execute();

    test('an appointment is kept three months after its day, then counts only', async () => {
      await book(trial.world, { start: '2026-12-01T09:00+01:00', email: 'a@courriel.example' });
      await book(trial.world, { start: '2026-12-01T09:30+01:00', email: 'b@courriel.example' });
      trial.clock.set('2027-03-01T12:00:00Z');
      expect(await purge(trial.world)).toMatchObject({ appointments: 0 });
      trial.clock.set('2027-03-02T12:00:00Z');
      expect(await purge(trial.world)).toMatchObject({ appointments: 2 });
      expect(await db().selectFrom('appointment').selectAll().execute()).toEqual([]);
      const counted = [
        {
          kind: 'appointment',
          site: 'valmont',
          of: 'titre-de-sejour agent booked',
          month: '2026-12',
          count: 2,
        },
      ];
      expect(await tallies()).toEqual(counted);
      await purge(trial.world);
      expect(await tallies()).toEqual(counted);
    });

    test('feedback is kept twenty-four months, and the figures of its month stay what they were', async () => {
      const world = trial.world;
      const first = await complain(world, { email: 'a@courriel.example' });
      await db()
        .transaction()
        .execute((tx) =>
          changeFeedback(world, tx, first, { to: 'answered', by: 'référent', answer: 'Merci.' }),
        );
      trial.clock.set('2026-11-30T08:00:00Z');
      await complain(world, { email: 'b@courriel.example' });
      const calendars = new Map(
        world.settings.config.sites.map((site) => [site.id, calendarOf(site)] as const),
      );
      const rows = (await listFeedback(db())).map(({ feedback }) => feedback);
      const before = feedbackMeasurements(rows, {
        ...{ today: '2028-11-26', period: '2026-11', delay: world.settings.config.delays.feedback },
        calendarOf: (site) => calendars.get(site) ?? { zone: 'metropole', closings: [] },
      });
      expect(before.length).toBeGreaterThan(1);
      // Between the two: the month loses one row, then the other.
      for (const [now, gone] of [
        ['2028-11-25T12:00:00Z', 0],
        ['2028-11-26T12:00:00Z', 1],
        ['2028-12-01T12:00:00Z', 1],
      ] as const) {
        trial.clock.set(now);
        expect(await purge(world)).toMatchObject({ feedback: gone });
      }
      const kept = await db().selectFrom('measurement').select(['indicator', 'of', 'value']).execute();
      const plain = (all: readonly { indicator: string; of?: unknown; value: unknown }[]) =>
        all
          .map(({ indicator, of, value }) => JSON.stringify([indicator, sorted(of ?? {}), sorted(value)]))
          .sort();
      expect(plain(kept)).toEqual(plain(before));
      expect((await tallies()).reduce((sum, { count }) => sum + count, 0)).toBe(2);
    });

    test('the journal is kept twelve months', async () => {
      await db()
        .insertInto('journal')
        .values({ at: trial.world.now(), account: null, action: 'x', object: 'y', details: '{}' })
        .execute();
      trial.clock.set('2027-11-25T12:00:00Z');
      expect(await purge(trial.world)).toMatchObject({ journal: 0 });
      trial.clock.set('2027-11-26T12:00:00Z');
      expect(await purge(trial.world)).toMatchObject({ journal: 1 });
    });

    test('no backup is older than thirty days, and nothing else of the folder goes', async () => {
      const folder = join(data, 'sauvegardes');
      mkdirSync(folder, { recursive: true });
      for (const name of [
        'qualepref-2026-10-26T075959Z.dump',
        'qualepref-2026-10-26T080000Z.dump',
        'qualepref-2026-01-01T080000Z.tar.gz.part',
        'notes.txt',
      ])
        writeFileSync(join(folder, name), '');
      expect(await purge(trial.world)).toMatchObject({ backups: 2 });
      expect(readdirSync(folder)).toEqual(['notes.txt', 'qualepref-2026-10-26T080000Z.dump']);
      rmSync(folder, { recursive: true });
    });

    test('after ten years no row of the database is about a person', async () => {
      await book(trial.world, { start: '2026-12-01T09:00+01:00', email: 'canari@courriel.example' });
      await complain(trial.world, { email: 'canari@courriel.example' });
      trial.clock.set('2036-11-25T12:00:00Z');
      await purge(trial.world);
      const { rows } = await sql<{ name: string }>`
      select table_schema || '."' || table_name || '"' as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(db());
      expect(rows.length).toBeGreaterThan(20);
      for (const { name } of rows) {
        const { rows: held } = await sql
          .raw<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} as t`)
          .execute(db());
        expect(held[0]?.text ?? '', name).not.toMatch(/canari|camille/i);
      }
    });
  },
  { settings: { data } },
);

/** JSON that went through a database has its keys in another order. */
function sorted(value: unknown): unknown {
  return Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1));
}
