import type { Fetched, FetchRequest, FetchSite } from './fetch.ts';

/** ctrl-C or SIGTERM: what is stored is kept, the same command goes on from there. */
export class Interrupted extends Error {}

/** @throws Interrupted */
export function stopIfAsked({ aborted }: AbortSignal): void {
  if (aborted) throw new Interrupted();
}

/**
 * An answer that came while the audit was being stopped is not one: it may be cut short.
 *
 * @throws Interrupted
 */
export async function fetchOrStop(
  request: FetchRequest,
  signal: AbortSignal,
  world: { readonly fetch: FetchSite },
): Promise<Fetched> {
  try {
    const fetched = await world.fetch(request, signal);
    if (!signal.aborted) return fetched;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  throw new Interrupted();
}
