import { createHash, randomBytes } from 'node:crypto';
import type { Agent } from './access.ts';
import { isFactorImposed } from './second-factor.ts';
import type { Account } from './store/account-store.ts';
import type { Db } from './store/database.ts';
import {
  deleteSession,
  findSession,
  forgetSessions,
  insertSession,
  listSessions,
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

/**
 * Begins a session: a token that nobody else has seen.
 *
 * @param device what `deviceOf` tells of the browser
 * @returns the token
 */
export async function openSession(world: World, db: Db, account: string, device: string): Promise<string> {
  const at = world.now();
  await endSessions(world, db);
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await insertSession(db, { token_hash: hashOf(token), account, at, device });
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
  return { agent: agentOf(found, world), hash, formToken: keyedDigest(world.settings.secret, 'form', hash) };
}

/** A session as its owner sees it. */
export interface OwnSession {
  /** What a form names it by: it opens nothing. */
  readonly id: string;
  readonly device: string;
  readonly since: Date;
  readonly seen: Date;
  readonly isThis: boolean;
}

/** The sessions of somebody, this one first. @param hash that of this one */
export async function ownSessions(
  world: World,
  db: Db,
  account: string,
  hash: string,
): Promise<readonly OwnSession[]> {
  await endSessions(world, db);
  return (await listSessions(db, account))
    .map(({ token_hash, device, created_at: since, seen_at: seen }) => ({
      ...{ id: keyedDigest(world.settings.secret, 'session', token_hash), device, since, seen },
      isThis: token_hash === hash,
    }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
}

/** Ends one of the other sessions of somebody. @returns whether there was such a session */
export async function endOwnSession(
  world: World,
  db: Db,
  account: string,
  { id, hash }: { readonly id: string; readonly hash: string },
): Promise<boolean> {
  const found = (await listSessions(db, account)).find(
    ({ token_hash }) =>
      token_hash !== hash && keyedDigest(world.settings.secret, 'session', token_hash) === id,
  );
  if (found) await deleteSession(db, found.token_hash);
  return found !== undefined;
}

/** An account as the rest of the code sees who is signed in. */
function agentOf(account: Account, { settings }: World): Agent {
  const { id, login, name, role, sites, service, must_change: mustChange, has_factor } = account;
  const mustEnrol = !has_factor && isFactorImposed(settings.server, role);
  return { id, login, name, role, sites, service, mustChange, mustEnrol };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
