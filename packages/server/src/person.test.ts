import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp, restore } from './backup.ts';
import { confirm, hold } from './booking-fixture.ts';
import { changeFeedback } from './feedback.ts';
import { letterFor } from './letters.ts';
import { askAboutPerson, erase, eraseFound, exportPerson, provenAddress, replayErasures } from './person.ts';
import { purge } from './purge.ts';
import { ownDatabase, type OwnDatabase } from './database-fixture.ts';
import { embeddedFolder, migrate, openStore } from './store/database.ts';
import { personTables } from './store/person-store.ts';
import { tryServer, type Trial } from './testing.ts';
import { book, complain, openMornings, waiting } from './work-fixture.ts';

const DAY = 86_400_000;

let database: OwnDatabase;
beforeAll(async () => {
  database = await ownDatabase();
}, 60_000);
afterAll(() => database.close());

describe.each(['embedded', 'postgres'] as const)('on %s', (engine) => {
  const email = 'canari.oiseau@courriel.example';
  const url = () => (engine === 'postgres' ? database.url : undefined);
  let trial: Trial;
  let data: string;
  let backup: string;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'qualepref-person-'));
    trial = await tryServer({ url: url(), settings: settings() });
    await openMornings(trial.world);
    await book(trial.world, { start: '2026-12-01T09:00+01:00', email });
    await book(trial.world, { start: '2026-12-01T09:00+01:00', email: 'autre@courriel.example' });
    await complain(trial.world, { email: email.toUpperCase() });
    backup = await backUp(trial.world.store, trial.world.settings, trial.world.now());
  }, 60_000);
  afterAll(async () => {
    await trial.close();
    rmSync(data, { recursive: true });
  });

  const settings = () => ({ data, ...(engine === 'postgres' ? { databaseUrl: database.url } : {}) });
  /** All that the database holds, as text. */
  const dump = async ({ world }: Pick<Trial, 'world'> = trial) => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '."' || table_name || '"' as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(world.store.db);
    const texts: string[] = [];
    for (const { name } of rows) {
      const { rows: held } = await sql
        .raw<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} as t`)
        .execute(world.store.db);
      texts.push(held[0]?.text ?? '');
    }
    return texts.join('\n');
  };

  test('every table with an e-mail column is one that exports and erasures know', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name like '%mail%' order by 1`.execute(trial.world.store.db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(personTables).sort());
  });

  test('an export holds all that is kept under the address, and nothing of anybody else', async () => {
    const found = JSON.stringify(await exportPerson(trial.world, email));
    expect(found).toContain('J’ai attendu deux heures.');
    expect(found).toContain('2026-12-01T09:00+01:00');
    expect(found).not.toContain('autre@courriel.example');
    expect(found).not.toMatch(/person_key|contact_key/);
  });

  test('the link that proves an address is sent there, is good once and for what was asked', async () => {
    const { world } = trial;
    await world.store.db
      .transaction()
      .execute((tx) => askAboutPerson(world, tx, { act: 'export', email, language: 'fr' }));
    const job = (await waiting(world, 'mail')).find(({ kind }) => kind === 'person-to-confirm');
    const letter = job && (await letterFor(world, job));
    const token = /\/confirmer\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
    const prove = (act: 'export' | 'erase') =>
      world.store.db.transaction().execute((tx) => provenAddress(world, tx, { act, token }));
    expect(letter?.to).toBe(email);
    expect(await prove('erase')).toBeUndefined();
    expect(await prove('export')).toBe(email);
    expect(await prove('export')).toBeUndefined();
  });

  test('an erased person is nowhere in the database, and their appointment is cancelled', async () => {
    expect(await dump()).toMatch(/canari/i);
    expect(await erase(trial.world, email, 'erase')).toMatchObject({ rows: 2, kept: [] });
    const after = await dump();
    expect(after).not.toMatch(/canari|oiseau|deux heures/i);
    expect(after).toContain('autre@courriel.example');
    const { rows } = await sql`select 1 from appointment where state = 'cancelled' and not is_live`.execute(
      trial.world.store.db,
    );
    expect(rows).toHaveLength(1);
    expect(trial.lines.join()).not.toMatch(/canari/i);
    expect(readFileSync(join(data, 'sauvegardes', 'effacements.jsonl'), 'utf8')).not.toMatch(/canari/i);
  });

  test('a backup that is restored brings nobody back who was erased since', async () => {
    await trial.close();
    await restore(backup, { ...trial.world.settings, ...settings() });
    const store = await openStore({ url: url(), folder: embeddedFolder(data) });
    await migrate(store);
    const world = { ...trial.world, store };
    trial = { ...trial, world, close: () => store.boss.stop({ graceful: false }).then(store.close) };
    expect(await dump()).toMatch(/canari/i);
    expect(await replayErasures(world)).toBe(1);
    expect(await dump()).not.toMatch(/canari/i);
    expect(await replayErasures(world)).toBe(0);
  });

  test('a complaint that waits for its answer is kept until a week after it, and erased whole then', async () => {
    const { world, clock } = trial;
    const asker = 'lente.tortue@courriel.example';
    await book(world, { start: '2026-12-02T09:00+01:00', email: asker });
    const reference = await complain(world, { email: asker });
    expect(await erase(world, asker, 'keep')).toEqual({ rows: 1, kept: [reference], noted: 1 });
    expect(await dump()).toContain(asker);
    clock.pass(40 * DAY);
    expect(await purge(world)).toMatchObject({ answered: 0 });
    await world.store.db
      .transaction()
      .execute((tx) =>
        changeFeedback(world, tx, reference, { to: 'answered', by: 'référent', answer: 'Merci, tortue.' }),
      );
    clock.pass(6 * DAY);
    expect(await purge(world)).toMatchObject({ answered: 0 });
    expect(await dump()).toContain('Merci, tortue.');
    clock.pass(DAY);
    expect(await purge(world)).toMatchObject({ answered: 1 });
    expect(await dump()).not.toMatch(/tortue/i);
    clock.set('2026-11-25T08:00:00Z');
  });

  test('who left no address is erased by the rows that are theirs, and stays so after a restore', async () => {
    const { world } = trial;
    const held = await hold(world, { start: '2026-12-03T09:00+01:00', booker: 'agent' });
    const phone = '01 99 00 12 99';
    const named = { name: 'Héron Discret', email: undefined, phone, booker: 'agent' } as const;
    const { reference } = await confirm(world, held.id, named);
    const { id } = await world.store.db
      .selectFrom('appointment')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    const rows = { appointments: [id], feedback: [] };
    const eraseAll = () => world.store.db.transaction().execute((tx) => eraseFound(world, tx, rows, 'keep'));
    expect(await eraseAll()).toEqual({ rows: 1, kept: [], noted: 0 });
    expect(await dump()).not.toMatch(/héron|12 99/i);
    expect(readFileSync(join(data, 'sauvegardes', 'effacements.jsonl'), 'utf8')).not.toMatch(/héron|12 99/i);
    await world.store.db
      .updateTable('appointment')
      .set({ name: 'Héron Discret' })
      .where('id', '=', id)
      .execute();
    expect(await replayErasures(world)).toBe(1);
    expect(await dump()).not.toMatch(/héron/i);
    expect(await replayErasures(world)).toBe(0);
  });

  test('a file that is no backup changes nothing', async () => {
    const file = join(data, 'faux.dump');
    writeFileSync(file, 'rien');
    const before = engine === 'postgres' ? (await dump()).length : 0;
    if (engine === 'embedded') await trial.close();
    await expect(restore(file, { ...trial.world.settings, ...settings() })).rejects.toThrow();
    if (engine === 'postgres') expect((await dump()).length).toBe(before);
    else {
      const store = await openStore({ folder: embeddedFolder(data) });
      const { rows } = await sql`select 1 from appointment`.execute(store.db);
      expect(rows).toHaveLength(4);
      trial = { ...trial, close: () => store.close() };
    }
  });
});
