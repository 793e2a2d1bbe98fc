/**
 * Runs several works at once, each with a signal that stops it. When one fails
 * the others are stopped and waited for: nothing goes on behind the caller's back.
 *
 * @throws the first failure
 */
export async function sideBySide(
  signal: AbortSignal,
  works: readonly ((signal: AbortSignal) => Promise<void>)[],
): Promise<void> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const started = works.map((work) => work(either));
  const all = Promise.all(started);
  all.catch(() => {
    stop.abort();
  });
  await Promise.allSettled(started);
  await all;
}
