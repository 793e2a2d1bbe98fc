import type { Challenge } from '@qualepref/core';
import { findNumber } from './proof-search.ts';

/** What solving a challenge may need to be told. */
export interface ProofOptions {
  readonly signal?: AbortSignal | undefined;
  /** Opens the worker; undefined where there can be none. By default the file beside this one, on the page's own origin. */
  readonly openWorker?: () => Worker | undefined;
}

/**
 * Solves a challenge of the server: the JSON of ALTCHA, in base 64, to send with
 * a form. It costs a robot time on each try; it does not stop one that has time.
 * Searches in a worker where the page can have one, else in slices of 10 ms at
 * most: nobody's typing waits for it.
 *
 * @throws the reason of the abort, or an `Error` when no number solves the challenge
 */
export async function prove(
  challenge: Challenge,
  { signal, openWorker = openOwnWorker }: ProofOptions = {},
): Promise<string> {
  const started = performance.now();
  signal?.throwIfAborted();
  const worker = openWorker();
  const number = await (worker
    ? askWorker(worker, challenge, signal).catch(() => findHere(challenge, signal))
    : findHere(challenge, signal));
  if (number === undefined) throw new Error('The challenge has no solution up to its largest number.');
  const { algorithm, challenge: hash, salt, signature } = challenge;
  const took = Math.round(performance.now() - started);
  return btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature, took }));
}

function findHere(challenge: Challenge, signal: AbortSignal | undefined): Promise<number | undefined> {
  return findNumber(challenge, async () => {
    await pause();
    signal?.throwIfAborted();
  });
}

/** Rejects when the worker cannot start, as where the page's policy refuses it. */
function askWorker(
  worker: Worker,
  challenge: Challenge,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  return new Promise<number | undefined>((resolve, reject) => {
    const fail = () => {
      reject(new Error('The worker did not answer.'));
    };
    worker.addEventListener('message', ({ data }: MessageEvent<{ number: number | undefined }>) => {
      resolve(data.number);
    });
    worker.addEventListener('error', fail);
    signal?.addEventListener('abort', fail);
    worker.postMessage(challenge);
  }).finally(() => {
    worker.terminate();
  });
}

/**
 * A script of another origin cannot be a worker, and trying would be reported
 * as a violation: such a bundle searches on the page.
 */
function openOwnWorker(): Worker | undefined {
  try {
    if (new URL(import.meta.url).origin !== location.origin) return undefined;
    const { href } = new URL('./proof-worker.ts', import.meta.url);
    return new Worker(trusted(href), { type: 'module' });
  } catch {
    return undefined;
  }
}

interface TrustedTypesWindow {
  readonly trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (address: string) => string },
    ) => { createScriptURL: (address: string) => string };
  };
}

let policy: ReturnType<NonNullable<TrustedTypesWindow['trustedTypes']>['createPolicy']> | undefined;

/** A page that requires Trusted Types takes the address of a worker from a policy that it has named. */
function trusted(address: string): string {
  policy ??= (globalThis as TrustedTypesWindow).trustedTypes?.createPolicy('qualepref', {
    createScriptURL: (own) => own,
  });
  return policy?.createScriptURL(address) ?? address;
}

/** Lets everything else have its turn; unlike a timer, it is not slowed in a tab that is not looked at. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
