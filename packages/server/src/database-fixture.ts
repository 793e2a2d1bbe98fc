import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { openStore, type Store } from './store/database.ts';
import { openReady } from './testing.ts';

/** A PostgreSQL database of its own, for one test file. */
export interface OwnDatabase {
  readonly url: string;
  close: () => Promise<void>;
}

/** Makes one in the cluster that test files share, and takes it away at the end. */
export async function ownDatabase(): Promise<OwnDatabase> {
  const name = `essai_${randomBytes(8).toString('hex')}`;
  const url = new URL(inject('postgres'));
  await ask(url.href, `create database ${name}`);
  const own = new URL(`/${name}`, url);
  return { url: own.href, close: () => ask(url.href, `drop database ${name} with (force)`) };
}

async function ask(url: string, command: string): Promise<void> {
  const store = await openStore({ url, connections: 1 });
  await sql.raw(command).execute(store.db);
  await store.close();
}

/** Databases that all is tried on. */
export const engines = ['embedded', 'postgres'] as const;
/** One of them. */
export type Engine = (typeof engines)[number];

const stores: Partial<Record<Engine, Promise<Store>>> = {};

/**
 * The database of an engine that the test files of this process have one after
 * another: making one takes longer than most of them. It ends with the process.
 */
export function sharedStore(engine: Engine): Promise<Store> {
  return (stores[engine] ??= open(engine));
}

async function open(engine: Engine): Promise<Store> {
  return openReady(engine === 'postgres' ? { url: (await ownDatabase()).url } : {});
}
