import type { Finding } from '@qualepref/core';
import { addressed, pairPages } from './compare-pages.ts';
import { comparedAddresses, type ComparedAudit, type Move } from './compare-side.ts';
import { shortHash } from './finding-number.ts';
import type { Report } from './report.ts';

/**
 * What findings and pages were called while some pages were at another address:
 * what people said then holds on what is the same.
 */
export interface Former {
  /** Pages that changed their address, the oldest first. */
  readonly moved: readonly Move[];
  /** Ids that a finding had in earlier audits, the latest first; none when its page never moved. */
  readonly ids: (id: string) => readonly string[];
  /** The id of a finding in the previous audit. */
  readonly before: (id: string) => string;
  /** The address of a page in the previous audit. */
  readonly earlier: (url: string) => string;
  /** The address that a page of the previous audit has now. */
  readonly later: (url: string) => string;
}

/** The former names of what moved since the earlier audits; nothing when no page is known to have. */
export function formerOf(
  report: Pick<Report, 'addresses' | 'contentOf' | 'findings'>,
  before: Pick<ComparedAudit, 'addresses' | 'moved'>,
): Former | undefined {
  const now = [...comparedAddresses(report, new Set())];
  const { moves, earlier, later } = pairPages(addressed(before), addressed({ addresses: now }));
  const known = before.moved ?? [];
  if (moves.size === 0 && known.length === 0) return undefined;
  const back = new Map(known.map(({ from, to }) => [to, from]));
  const older = (url: string): string => back.get(url) ?? url;
  // Few commands ask, and a site that was rebuilt has all of its findings in there.
  let ids: ReadonlyMap<string, Ids> | undefined;
  const idsOf = (id: string): Ids | undefined => (ids ??= renamed(report.findings, earlier, older)).get(id);
  return {
    moved: [...known, ...[...moves].map(([from, to]) => ({ from, to }))],
    ids: (id) => idsOf(id)?.all ?? [],
    before: (id) => idsOf(id)?.before ?? id,
    earlier,
    later,
  };
}

interface Ids {
  readonly before: string;
  readonly all: readonly string[];
}

/** Findings that had another id: their page, or the target that they are about, was elsewhere. */
function renamed(
  findings: Iterable<Finding>,
  earlier: (url: string) => string,
  older: (url: string) => string,
): Map<string, Ids> {
  const ids = new Map<string, Ids>();
  let ordinals = new Map<string, number>();
  let page = '';
  for (const { id, url, check, code, outcome, cause } of findings) {
    // As they are numbered: page by page.
    if (url !== page) ordinals = new Map();
    page = url;
    const kind = [check, code, outcome];
    const key = [...kind, cause].join('\n');
    const ordinal = (ordinals.get(key) ?? 0) + 1;
    ordinals.set(key, ordinal);
    const idAt = (place: string, target: string): string =>
      shortHash([...kind, place, target, String(ordinal)].join('\n'));
    let [place, target] = [earlier(url), earlier(cause)];
    const before = place === url && target === cause ? id : idAt(place, target);
    const all = new Set([id, before]);
    // A page may come back to an address that it had.
    for (let known = 0; known < all.size;) {
      known = all.size;
      const [next, about] = [older(place), older(target)];
      if (next !== place || about !== target) all.add(idAt(next, about));
      [place, target] = [next, about];
    }
    all.delete(id);
    if (all.size > 0) ids.set(id, { before, all: [...all] });
  }
  return ids;
}
