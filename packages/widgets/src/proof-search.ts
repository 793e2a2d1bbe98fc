import type { Challenge } from '@qualepref/core';

/** Digests asked for at once: enough to keep the browser's threads busy, few enough to take well under a slice. */
const BATCH = 32;
/** Milliseconds of work before others have their turn. */
const SLICE = 8;

/**
 * The number whose SHA-256, after the salt, is the challenge; undefined when
 * there is none up to the largest to try. Works in slices, and gives way
 * between them by `pause`.
 */
export async function findNumber(
  { salt, challenge, maxnumber }: Pick<Challenge, 'salt' | 'challenge' | 'maxnumber'>,
  pause: () => Promise<void>,
): Promise<number | undefined> {
  const text = new TextEncoder();
  const hashOf = async (number: number) =>
    hex(await crypto.subtle.digest('SHA-256', text.encode(`${salt}${String(number)}`)));
  const wanted = challenge.toLowerCase();
  let sliceEnd = performance.now() + SLICE;
  for (let from = 0; from <= maxnumber; from += BATCH) {
    const size = Math.min(BATCH, maxnumber - from + 1);
    const hashes = await Promise.all(Array.from({ length: size }, (_, at) => hashOf(from + at)));
    const found = hashes.indexOf(wanted);
    if (found >= 0) return from + found;
    if (performance.now() < sliceEnd) continue;
    await pause();
    sliceEnd = performance.now() + SLICE;
  }
  return undefined;
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
