import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PGlite, types } from '@electric-sql/pglite';
import { QualeprefError } from '@qualepref/core';
import { Kysely, PGliteDialect, PostgresDialect, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { fromPglite, PgBoss } from 'pg-boss';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

export { fromKysely, type Job, type QueueOptions } from 'pg-boss';
/** The database, or a transaction. */
export type Db = Kysely<Tables>;
/** Inside `db.transaction()`: on the embedded database, asking `db` itself there waits for ever. */
export type Tx = Transaction<Tables>;

/** An open database, whichever engine is behind it. */
export interface Store {
  readonly engine: 'postgres' | 'embedded';
  readonly db: Db;
  /** The queue; `start()` is up to who works or sends. */
  readonly boss: PgBoss;
  /** The whole embedded database as an archive; PostgreSQL has its own program for that. */
  readonly archive?: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Which database, and how it is opened. */
export interface StoreOptions {
  /** `postgres://…`; the embedded database without it. */
  readonly url?: string | undefined;
  /** Folder of the embedded database; in memory without it, for tests. */
  readonly folder?: string | undefined;
  /** Connections of PostgreSQL. */
  readonly connections?: number;
  /** Whether this process looks after the queue: schedules, retries, expiries. */
  readonly isWorker?: boolean;
}

const asText = (text: string): string => text;

/**
 * Opens the database, without migrating it.
 *
 * @throws QualeprefError `store-locked` when another process holds the embedded database, `store-address` when PostgreSQL
 * does not answer
 */
export async function openStore({ url, ...options }: StoreOptions): Promise<Store> {
  return url === undefined ? openEmbedded(options) : openPostgres(url, options);
}

async function openPostgres(
  url: string,
  { connections = 10, isWorker = false }: StoreOptions,
): Promise<Store> {
  // A count is a number, a day is its ISO text.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  pg.types.setTypeParser(pg.types.builtins.DATE, asText);
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // A connection lost while idle is opened anew at the next request.
  pool.on('error', () => undefined);
  // One lost while it serves a transaction is told by the next query: nobody listening would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    throw new QualeprefError(
      'store-address',
      'PostgreSQL ne répond pas à l’adresse de DATABASE_URL : vérifier l’adresse, le compte et que le service est démarré.',
      { cause },
    );
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    ...queueDuties(isWorker),
  });
  // A database that is away for a moment is tried again; nobody listening would end the process.
  boss.on('error', () => undefined);
  return { engine: 'postgres', db, boss, close: () => db.destroy() };
}

async function openEmbedded({ folder, isWorker = false }: StoreOptions): Promise<Store> {
  const release = folder === undefined ? () => undefined : lockFolder(folder);
  try {
    const lite = await PGlite.create(folder ?? 'memory://', {
      parsers: { [types.INT8]: Number, [types.DATE]: asText },
    });
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: lite }) });
    const boss = new PgBoss({ db: fromPglite(lite), backend: 'pglite', ...queueDuties(isWorker) });
    return {
      engine: 'embedded',
      db,
      boss,
      archive: async () => (await lite.dumpDataDir('gzip')).bytes(),
      close: async () => {
        await db.destroy();
        if (!lite.closed) await lite.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Whether the database answers. */
export async function isAnswering(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}

/** Where the embedded database is, in the folder of the data. */
export function embeddedFolder(data: string): string {
  return join(data, 'base');
}

/**
 * Puts an archive in the place of the embedded database; if it cannot be read, nothing changes.
 *
 * @throws QualeprefError `store-locked`, `backup-unreadable`
 */
export async function restoreArchive(folder: string, archive: Uint8Array<ArrayBuffer>): Promise<void> {
  const release = lockFolder(folder);
  const beside = `${folder}.restauration`;
  try {
    rmSync(beside, { recursive: true, force: true });
    const lite = await PGlite.create(beside, { loadDataDir: new Blob([archive]) });
    await lite.close();
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    throw new QualeprefError(
      'backup-unreadable',
      'La sauvegarde ne peut pas être lue : rien n’a été changé. En choisir une autre dans le dossier sauvegardes.',
      { cause },
    );
  } finally {
    release();
  }
}

/** Seconds between two looks for work whose process died. */
const LOOK = 15;

function queueDuties(isWorker: boolean): {
  readonly supervise: boolean;
  readonly schedule: boolean;
  readonly superviseIntervalSeconds: number;
  readonly monitorIntervalSeconds: number;
} {
  return {
    supervise: isWorker,
    schedule: isWorker,
    superviseIntervalSeconds: LOOK,
    monitorIntervalSeconds: LOOK,
  };
}

/**
 * The embedded database has no lock of its own, and two processes would
 * corrupt it. SQLite's is one that the system frees when a process is killed.
 */
function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true });
  const lock = new DatabaseSync(`${folder}.lock`, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new QualeprefError(
      'store-locked',
      `La base embarquée ${folder} est déjà ouverte par un autre processus : l’arrêter, ou employer PostgreSQL (DATABASE_URL) pour en lancer plusieurs.`,
      { cause },
    );
  }
  return () => lock.close();
}

/**
 * Brings the database up to date; several processes may try at once.
 *
 * @returns the names of the migrations that were applied
 * @throws QualeprefError `store-migration`
 */
export async function migrate({ db, boss }: Store): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new QualeprefError(
      'store-migration',
      'La mise à jour de la base a échoué ; rien n’a été changé. Restaurer la sauvegarde si besoin, puis signaler ce message.',
      { cause: error },
    );
  // The queue keeps its own tables.
  await boss.start();
  return results.map(({ migrationName }) => migrationName);
}
