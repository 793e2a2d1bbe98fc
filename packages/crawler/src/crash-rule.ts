import type { AuditFile, FlightPart } from './audit-file.ts';

/** Deaths of the process after which a page is no longer done beside others. */
const SUSPECT = 2;
/** A death while it was alone: the page is what kills. */
const GUILTY = 3;

/** Why a page was given up that killed the audit each time. */
export const CRASH = 'crash';

/** Pages by what they did to the process that worked on them. */
export interface Suspicion<T> {
  readonly sound: readonly T[];
  /** Under way at two deaths: last, and alone. */
  readonly suspect: readonly T[];
  /** Died of even then: given up. */
  readonly guilty: readonly T[];
}

/** Sets apart the pages that were under way when the process died; their order stays. */
export function bySuspicion<T>(
  items: readonly T[],
  urlOf: (item: T) => string,
  file: AuditFile,
  part: FlightPart,
): Suspicion<T> {
  const deaths = file.deaths(part);
  const of = (item: T): number => deaths.get(urlOf(item)) ?? 0;
  return {
    sound: items.filter((item) => of(item) < SUSPECT),
    suspect: items.filter((item) => of(item) >= SUSPECT && of(item) < GUILTY),
    guilty: items.filter((item) => of(item) >= GUILTY),
  };
}
