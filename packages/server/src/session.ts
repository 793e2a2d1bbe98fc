import { createHash, randomBytes } from 'node:crypto';
import type { Agent } from './access.ts';
import type { Account } from './store/account-store.ts';
import type { Db } from './store/database.ts';
import {
  deleteSession,
  findSession,
  forgetSessions,
  insertSession,
  touchSession,
} from './store/session-store.ts';
import { keyedDigest } from './token.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** Left alone for so long, it is over; so it is so long after it began. Proposals of this project. */
const IDLE = 30 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/** A session as a request finds it. */
export interface Session {
  readonly agent: Agent;
  /** SHA-256 of the token: what is stored. */
  readonly hash: string;
  /** What a form of this session carries, which no other site can know. */
  readonly formToken: string;
}

/** Takes away the sessions that are over; each sign-in does it too. */
export async function endSessions({ now }: Pick<World, 'now'>, db: Db): Promise<void> {
  const at = now();
  await forgetSessions(db, {
    created: new Date(at.getTime() - LONGEST),
    seen: new Date(at.getTime() - IDLE),
  });
}

/** Begins a session: a token that nobody else has seen. @returns the token */
export async function openSession(world: World, db: Db, account: string): Promise<string> {
  const at = world.now();
  await endSessions(world, db);
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await insertSession(db, { token_hash: hashOf(token), account, at });
  return token;
}

/** The session that a token opens, if it is not over; it then counts as seen. */
export async function sessionOf(world: World, token: string | undefined): Promise<Session | undefined> {
  if (token === undefined || !TOKEN.test(token)) return undefined;
  const hash = hashOf(token);
  const { db } = world.store;
  const found = await findSession(db, hash);
  if (!found || found.is_disabled) return undefined;
  const at = world.now().getTime();
  if (at - found.session_created_at.getTime() >= LONGEST || at - found.seen_at.getTime() >= IDLE) {
    await deleteSession(db, hash);
    return undefined;
  }
  // Once a minute is enough, and spares a write for each request.
  if (at - found.seen_at.getTime() >= MINUTE) await touchSession(db, hash, new Date(at));
  return { agent: agentOf(found), hash, formToken: keyedDigest(world.settings.secret, 'form', hash) };
}

/** An account as the rest of the code sees who is signed in. */
function agentOf({ id, login, name, role, sites, service, must_change }: Account): Agent {
  return { id, login, name, role, sites, service, mustChange: must_change };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
