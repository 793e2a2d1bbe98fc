import { createChallenge, verifySolution } from 'altcha-lib/v1';
import type { Challenge, ChallengeAction } from '@qualepref/core';
import { Refused } from './problem.ts';
import { useChallenge } from './store/challenge-store.ts';
import type { Tx } from './store/database.ts';
import type { World } from './world.ts';

/** Milliseconds during which a challenge can be answered. */
const LIFE = 10 * 60_000;
const LONGEST_PROOF = 2000;

/** A challenge for one form; the salt, which is signed, says which form and until when. */
export async function challengeFor({ settings, now }: World, action: ChallengeAction): Promise<Challenge> {
  const { algorithm, challenge, salt, signature } = await createChallenge({
    hmacKey: keyOf(settings.secret, action),
    algorithm: 'SHA-256',
    maxnumber: settings.server.challenge,
    expires: new Date(now().getTime() + LIFE),
    params: { action },
  });
  return {
    algorithm: algorithm as 'SHA-256',
    challenge,
    salt,
    signature,
    maxnumber: settings.server.challenge,
  };
}

/**
 * Checks what a form carries against robots, and uses it up: within the
 * transaction of the deed, so that a deed that fails leaves it for another try.
 *
 * @throws Refused `proof` when it is wrong, of another form, expired, or was used before
 */
export async function spendProof(
  { settings, now }: World,
  tx: Tx,
  action: ChallengeAction,
  proof: string,
): Promise<void> {
  const solved = proof.length <= LONGEST_PROOF ? solvedIn(proof) : undefined;
  if (!solved || !(await verifySolution(proof, keyOf(settings.secret, action), false)))
    throw new Refused('proof');
  const params = new URLSearchParams(solved.salt.split('?')[1] ?? '');
  const expires = new Date(Number(params.get('expires')) * 1000);
  // Its clock is ours, not that of the library: tests and the server agree on the time.
  if (params.get('action') !== action || !(expires > now())) throw new Refused('proof');
  if (!(await useChallenge(tx, solved.challenge, expires))) throw new Refused('proof');
}

function keyOf(secret: string, action: ChallengeAction): string {
  return `${secret} challenge ${action}`;
}

function solvedIn(proof: string): { readonly challenge: string; readonly salt: string } | undefined {
  try {
    const solved = JSON.parse(Buffer.from(proof, 'base64').toString('utf8')) as Record<string, unknown>;
    const { challenge, salt } = solved;
    return typeof challenge === 'string' && typeof salt === 'string' ? { challenge, salt } : undefined;
  } catch {
    return undefined;
  }
}
