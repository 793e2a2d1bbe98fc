import { parseConfig, randomFrom, type Config } from '@qualepref/core';
import { sql } from 'kysely';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { jsonLog } from './log.ts';
import { prepareQueues } from './queue.ts';
import type { RequestFacts } from './request-facts.ts';
import { settingsOf, type Settings } from './settings.ts';
import { migrate, openStore, type Store, type StoreOptions } from './store/database.ts';
import type { World } from './world.ts';

/** The preparation of a test: an invented préfecture, with two sites. */
export const exampleConfig: Config = configOf({
  site: { address: 'https://www.exemple.gouv.fr' },
  sites: [
    {
      id: 'valmont',
      name: 'Préfecture d’Exemple',
      kind: 'prefecture',
      address: '1 place de la République, 99000 Valmont',
      phones: [{ number: '01 99 00 12 34' }],
    },
    { id: 'rives', name: 'Sous-préfecture des Rives', kind: 'sous-prefecture', zone: 'reunion' },
  ],
  units: [{ id: 'departement', name: 'département', sites: ['valmont', 'rives'] }],
  services: [
    {
      id: 'qualite',
      name: 'Mission qualité',
      email: 'qualite@exemple.gouv.fr',
      phone: '01 99 00 12 36',
      address: '1 place de la République, 99000 Valmont',
    },
    { id: 'titres', name: 'Bureau des titres', phone: '01 99 00 12 35', functions: ['desk'] },
  ],
  procedures: [
    {
      id: 'titre-de-sejour',
      label: { fr: 'Titre de séjour', en: 'Residence permit' },
      onAppointment: true,
      booking: { mode: 'own-slots' },
      documents: [{ fr: 'Passeport', en: 'Passport' }],
      otherWays: [
        {
          kind: 'desk',
          address: '1 place de la République, 99000 Valmont',
          hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }],
        },
      ],
      service: 'titres',
      sites: ['valmont', 'rives'],
    },
    {
      id: 'naturalisation',
      label: { fr: 'Naturalisation', en: 'Naturalisation' },
      booking: { mode: 'convocation' },
      explanation: { fr: 'Vous êtes convoqué par courrier.', en: 'You are summoned by letter.' },
      otherWays: [{ kind: 'post', address: '1 place de la République, 99000 Valmont' }],
      sites: ['valmont'],
    },
  ],
  server: {
    name: 'Préfecture d’Exemple',
    address: 'https://rdv.exemple.gouv.fr',
    origins: ['https://www.exemple.gouv.fr'],
    codes: { valmont: 'VAL', rives: 'RIV' },
    privacy: { controller: 'Préfet d’Exemple', officer: 'dpd@exemple.gouv.fr' },
    feedbackService: 'qualite',
    mail: { from: 'rdv@exemple.gouv.fr' },
    challenge: 50,
  },
});

function configOf(value: unknown): Config {
  const parsed = parseConfig(value);
  if ('config' in parsed) return parsed.config;
  throw new Error(parsed.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

/** Environment of a test. */
export const exampleEnvironment = { QUALEPREF_SECRET: 'secret-of-the-tests-0123456789abcdef' } as const;

/** A clock that a test moves. */
export class Clock {
  #now: number;

  constructor(instant: string) {
    this.#now = Date.parse(instant);
  }

  readonly now = (): Date => new Date(this.#now);

  /** @param milliseconds how much later it is */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  set(instant: string): void {
    this.#now = Date.parse(instant);
  }
}

/** A server in the process of a test. */
export interface Trial {
  readonly world: World;
  readonly app: Hono<RequestFacts>;
  readonly clock: Clock;
  /** Lines of the log so far. */
  readonly lines: string[];
  /** Forgets all that is stored. */
  readonly empty: () => Promise<void>;
  close: () => Promise<void>;
}

/** What a test may change of the server it tries. */
export interface TrialOptions {
  /** A database that is ready, and stays so when the server is closed. */
  readonly store?: Store;
  /** Of PostgreSQL; the embedded database in memory without it. */
  readonly url?: string | undefined;
  readonly config?: Config;
  readonly now?: string;
  readonly settings?: Partial<Settings>;
}

/** When a trial begins. */
export const BEGINNING = '2026-11-25T08:00:00Z';

/** Opens a server. */
export async function tryServer({
  store: shared,
  url,
  config = exampleConfig,
  now = BEGINNING,
  settings = {},
}: TrialOptions = {}): Promise<Trial> {
  const store = shared ?? (await openReady({ url }));
  const clock = new Clock(now);
  const lines: string[] = [];
  const world: World = {
    settings: { ...settingsOf(config, exampleEnvironment), ...settings },
    store,
    now: clock.now,
    random: randomFrom('trial'),
    log: jsonLog((line) => lines.push(line), clock.now),
  };
  return {
    world,
    app: createApp(world),
    clock,
    lines,
    empty: () => emptyTables(store),
    close: () => (shared === undefined ? leave(store) : Promise.resolve()),
  };
}

/** Opens a database that is up to date and has its queues. */
export async function openReady(options: StoreOptions): Promise<Store> {
  const store = await openStore(options);
  await migrate(store);
  await prepareQueues(store);
  return store;
}

/** Closes a database, whatever is in its queues. */
async function leave(store: Store): Promise<void> {
  await store.boss.stop({ graceful: false });
  await store.close();
}

async function emptyTables({ db, engine }: Store): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  const names = [...rows.map(({ name }) => name), 'pgboss.job'];
  await sql
    .raw(
      engine === 'embedded'
        ? `truncate ${names.join(', ')} restart identity cascade`
        : // A file of its own is made for each table that is truncated: longer than most tests take.
          `do $$ begin
            set local session_replication_role = replica;
            ${names.map((name) => `delete from ${name};`).join(' ')}
          end $$`,
    )
    .execute(db);
}
