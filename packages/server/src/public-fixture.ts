import type { Challenge, ChallengeAction } from '@qualepref/core';
import { solveChallenge } from 'altcha-lib/v1';
import type { Trial } from './testing.ts';

type App = Pick<Trial['app'], 'request'>;

/** A challenge as the server gives it. */
export async function challenge(app: App, action: ChallengeAction): Promise<Challenge> {
  return (await (await app.request(`/api/v1/challenges/${action}`)).json()) as Challenge;
}

/** What a browser sends once it has solved a challenge. */
export async function proofOf(given: Challenge): Promise<string> {
  const solved = await solveChallenge(given.challenge, given.salt, 'SHA-256', given.maxnumber).promise;
  return Buffer.from(JSON.stringify({ ...given, number: solved?.number })).toString('base64');
}

/** The proof of a challenge that was just given. */
export async function solved(app: App, action: ChallengeAction): Promise<string> {
  return proofOf(await challenge(app, action));
}

/** Posts JSON below the root of the API. */
export function post(
  app: App,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return Promise.resolve(
    app.request(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

/** A complaint that is received. */
export const complaint = {
  kind: 'complaint',
  channel: 'website',
  site: 'valmont',
  theme: 'attente',
  text: 'L’attente au guichet a duré deux heures.',
  name: 'Camille Exemple',
  replyTo: { email: 'camille@exemple.fr' },
  language: 'fr',
} as const;
