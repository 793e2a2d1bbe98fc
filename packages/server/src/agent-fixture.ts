import crypto, { randomUUID } from 'node:crypto';
import { load } from 'cheerio';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Agent } from './access.ts';
import { createAccount } from './account.ts';
import { openSession, sessionOf } from './session.ts';
import type { AccountRole } from './store/account-tables.ts';
import type { Trial } from './testing.ts';

/** A password that tests sign in with. */
export const examplePassword = 'girafe tondeuse cobalt mardi';

/** An account of a test, with a browser that is signed in to it. */
export interface Signed {
  readonly agent: Agent;
  readonly cookie: string;
  /** What forms of its session carry. */
  readonly formToken: string;
}

const HOST = 'rdv.exemple.gouv.fr';

/** Somebody, as far as a test says who. */
type Who = Partial<Omit<Agent, 'id'>>;

/** Makes an account, without the cost of a password that nobody types, and signs in to it. */
export async function signedIn({ world }: Pick<Trial, 'world'>, over: Who = {}): Promise<Signed> {
  const id = randomUUID();
  const { role = 'quality-manager', login = `agent-${id}`, name = 'Dominique Exemple' } = over;
  const { sites = [], service = null, mustChange = false, mustEnrol = false } = over;
  await world.store.db
    .insertInto('account')
    .values({
      ...{ id, login, name, role, service, password: 'none', created_at: world.now() },
      ...{ sites: JSON.stringify(sites), must_change: mustChange },
      // Nobody types a code of it.
      second_factor: role === 'administrator' && !mustEnrol ? Buffer.from('none') : null,
    })
    .execute();
  return browserOf(world, id);
}

const { argon2 } = crypto;

/** Passwords cost little until mocks are restored: what is kept and what is tried are computed alike. */
export function makePasswordsCheap(): void {
  vi.spyOn(crypto, 'argon2').mockImplementation((algorithm, parameters, done) =>
    argon2(algorithm, { ...parameters, memory: 8, passes: 1 }, done),
  );
}

/** The same in each test of a file or group. */
export function withCheapPasswords(): void {
  beforeEach(makePasswordsCheap);
  afterEach(() => vi.restoreAllMocks());
}

/** An account with a password, nobody signed in. */
export async function accountWithPassword(
  { world }: Pick<Trial, 'world'>,
  login = 'camille',
  role: AccountRole = 'quality-manager',
): Promise<string> {
  return world.store.db.transaction().execute((tx) =>
    createAccount(
      world,
      tx,
      {
        ...{ login, name: 'Camille Exemple', role, sites: [], service: null },
        ...{ password: examplePassword, mustChange: false },
      },
      null,
    ),
  );
}

/** Signs in to an account once more. */
export async function browserOf(world: Trial['world'], account: string): Promise<Signed> {
  const token = await openSession(world, world.store.db, account, 'Firefox sur Windows');
  const session = await sessionOf(world, token);
  if (!session) throw new Error('A session that was just opened is not there.');
  return { agent: session.agent, cookie: `__Host-qualepref=${token}`, formToken: session.formToken };
}

/** Asks for a page. */
export async function visit(
  { app }: Pick<Trial, 'app'>,
  path: string,
  signed?: Pick<Signed, 'cookie'>,
): Promise<Response> {
  return app.request(`https://${HOST}/agents${path}`, { headers: signed ? { cookie: signed.cookie } : {} });
}

/** What a form sends. */
export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** Sends a form, as the page that has it would. */
export async function send(
  { app }: Pick<Trial, 'app'>,
  path: string,
  fields: Fields,
  signed?: Signed,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const isFile = Object.values(fields).some((value) => value instanceof File);
  const all = { jeton: signed?.formToken ?? '', cle: randomUUID(), ...fields };
  const body = isFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(all))
    for (const each of [value].flat()) (body as FormData).append(name, each);
  return app.request(`https://${HOST}/agents${path}`, {
    method: 'POST',
    body,
    headers: {
      ...{ origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin', host: HOST },
      ...(signed ? { cookie: signed.cookie } : {}),
      ...headers,
    },
  });
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** What a test reads and sends as somebody who is signed in. */
export interface Desk {
  readonly signed: () => Signed;
  /** Signs in anew: the session is over, or somebody else sits down. */
  readonly signIn: (who?: Who) => Promise<void>;
  /** The text of a page, its spaces made one. */
  readonly text: (path: string) => Promise<string>;
  /** Sends a form, and gives where it goes or, when it is sent back, what is wrong. */
  readonly post: (path: string, fields: Fields) => Promise<string>;
}

/** Somebody who is signed in before each test: a quality manager, unless it says who. */
export function deskOf(trial: Trial, usual: Who = {}): Desk {
  let signed: Signed;
  const signIn = async (who = usual): Promise<void> => {
    signed = await signedIn(trial, who);
  };
  beforeEach(() => signIn());
  return {
    signIn,
    signed: () => signed,
    text: async (path) => {
      const response = await visit(trial, path, signed);
      if (response.status !== 200) throw new Error(`${path}: ${String(response.status)}`);
      return mainText(await response.text());
    },
    post: async (path, fields) => {
      const response = await send(trial, path, fields, signed);
      if (response.status === 303) return response.headers.get('location') ?? '';
      if (response.status !== 422) throw new Error(`${path}: ${String(response.status)}`);
      return load(await response.text())('[role=alert] li').text();
    },
  };
}

/** What the main part of a page says, its spaces made one. */
function mainText(page: string): string {
  return load(page)('main').text().replace(/\s+/g, ' ');
}
