import {
  bySeverity,
  compareCampaigns,
  itemChanges,
  type Campaign,
  type ItemChange,
  type ItemComparison,
  type Severity,
} from '@qualepref/core';
import { createSight, type Sight } from './compare-sight.ts';
import type { ComparedAudit, ComparedDefect, Move } from './compare-side.ts';

/**
 * What became of a defect from one audit to the next. `unjudged`: it is not
 * there any more, but not every page that had it was looked at again;
 * `newly-judged`: it is there, where nobody had looked before.
 */
export const defectChanges = [
  'new',
  'worse',
  'same',
  'better',
  'mended',
  'unjudged',
  'newly-judged',
  'set-aside',
] as const;
export type DefectChange = (typeof defectChanges)[number];

/** Defects of both audits that are one: several where another owner or service took a part of the pages. */
export interface DefectComparison extends Pick<
  ComparedDefect,
  'check' | 'code' | 'severity' | 'owner' | 'service' | 'cause' | 'message' | 'items'
> {
  readonly change: DefectChange;
  /** Whether it was proven in either audit, and grave enough to count. */
  readonly isProven: boolean;
  /** Ids in each report, those set aside left out of the later one. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How many pages have it in both. */
  readonly kept: number;
  /** Pages that have it now and were sound, or were not there. */
  readonly gained: readonly string[];
  /** Pages that had it and are sound now. */
  readonly lost: readonly string[];
  /** Pages that had it and are not there any more. */
  readonly removed: readonly string[];
  /** Pages that had it and were not looked at this time. */
  readonly unjudged: readonly string[];
  /** Pages that have it and had not been looked at. */
  readonly firstJudged: readonly string[];
}

/** What changed between two audits of one site. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly site: string;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  readonly counts: {
    readonly items: Readonly<Record<ItemChange, number>>;
    /** Of the defects that are proven, and of all others. */
    readonly defects: Readonly<Record<DefectChange, number>>;
    readonly doubts: Readonly<Record<DefectChange, number>>;
  };
  readonly items: readonly ItemComparison[];
  /** By change, then in the order of the reports. */
  readonly defects: readonly DefectComparison[];
  /** Pages that changed their address. */
  readonly moved: readonly Move[];
}

export interface ComparedRun {
  readonly campaign: string;
  /** ISO date-time. */
  readonly startedAt: string;
}

/** Compares two audits of one site, the earlier one first. Pure. */
export function compareAudits(before: ComparedAudit, after: ComparedAudit): Comparison {
  const sight = createSight(before, after);
  const defects = clustersOf(before, after, sight)
    .filter(({ before: old, after: now }) => now.length > 0 || !old.every(({ isAside }) => isAside))
    .map((cluster) => comparisonOf(cluster, sight));
  defects.sort((a, b) => defectChanges.indexOf(a.change) - defectChanges.indexOf(b.change));
  const items = compareCampaigns(campaignOf(before), campaignOf(after));
  const countOf = (isProven: boolean): Record<DefectChange, number> =>
    counted(
      defectChanges,
      defects.filter((defect) => defect.isProven === isProven),
    );
  return {
    schemaVersion: 1,
    site: after.site,
    before: { campaign: before.campaign, startedAt: before.startedAt },
    after: { campaign: after.campaign, startedAt: after.startedAt },
    counts: { items: counted(itemChanges, items), defects: countOf(true), doubts: countOf(false) },
    items,
    defects,
    moved: [...sight.moves].map(([from, to]) => ({ from, to })),
  };
}

function counted<Change extends string>(
  changes: readonly Change[],
  rows: readonly { readonly change: Change }[],
): Record<Change, number> {
  const count = (change: Change): number => rows.filter((row) => row.change === change).length;
  return Object.fromEntries(changes.map((change) => [change, count(change)])) as Record<Change, number>;
}

function campaignOf({ campaign, startedAt, grid }: ComparedAudit): Campaign {
  return {
    ...{ id: `website:${campaign}`, grid: 'website', edition: '', period: campaign },
    checkedOn: startedAt.slice(0, 10),
    ...{ rows: [...grid], decisions: [], earlier: [] },
  };
}

/** Defects of one check, code and cause that have a page in common, or the same people to mend them. */
interface Cluster {
  readonly before: ComparedDefect[];
  readonly after: ComparedDefect[];
  /** Later addresses, and who is to mend. */
  readonly ties: Set<string>;
}

function clustersOf(before: ComparedAudit, after: ComparedAudit, sight: Sight): Cluster[] {
  const groups = new Map<string, Cluster[]>();
  const place = (side: 'before' | 'after', defect: ComparedDefect): void => {
    const { check, code, cause, outcome, owner, service = '', pages } = defect;
    const isEarlier = side === 'before';
    const key = [check, code, isEarlier ? sight.later(cause) : cause].join('\n');
    const who = [outcome, owner, service].join('\n');
    const ties = [who, ...pages.map((url) => (isEarlier ? sight.later(url) : url))];
    const group = groups.get(key) ?? [];
    const [first, ...others] = group.filter((cluster) => ties.some((tie) => cluster.ties.has(tie)));
    const own = first ?? { before: [], after: [], ties: new Set() };
    own[side].push(defect);
    for (const tie of ties) own.ties.add(tie);
    for (const other of others) {
      own.before.push(...other.before);
      own.after.push(...other.after);
      for (const tie of other.ties) own.ties.add(tie);
    }
    groups.set(key, first ? group.filter((cluster) => !others.includes(cluster)) : [...group, own]);
  };
  // The order of the later report is the one to read in.
  for (const defect of after.defects) place('after', defect);
  for (const defect of before.defects) place('before', defect);
  return [...groups.values()].flat();
}

function comparisonOf({ before, after }: Cluster, sight: Sight): DefectComparison {
  const [shown] = [...after, ...before];
  if (!shown) throw new TypeError('a defect compared with nothing');
  const old = new Map(
    before.flatMap((defect) => defect.pages.map((url) => [sight.later(url), { url, defect }])),
  );
  const now = new Map(after.flatMap((defect) => defect.pages.map((url) => [url, defect])));
  const pages = { gained: new Set<string>(), lost: new Set<string>(), removed: new Set<string>() };
  const unseen = { unjudged: new Set<string>(), firstJudged: new Set<string>() };
  const all = { ...pages, ...unseen };
  for (const [later, { url, defect }] of old) {
    if (!now.has(later)) all[sight.fateOf(defect, url)].add(url);
  }
  for (const [url, defect] of now) {
    if (!old.has(url)) all[sight.originOf(defect, url)].add(url);
  }
  const lists = Object.fromEntries(
    Object.entries(all).map(([name, urls]) => [name, [...urls].sort()]),
  ) as Record<keyof typeof all, string[]>;
  const { check, code, owner, service, cause, message, items } = shown;
  return {
    change: changeOf(before, after, lists, sight),
    isProven: [...before, ...after].some(isCounted),
    ...{ check, code, severity: worstOf(after.length > 0 ? after : before), owner },
    ...(service === undefined ? {} : { service }),
    ...{ cause, message, items },
    before: before.map(({ id }) => id),
    after: after.filter(({ isAside }) => !isAside).map(({ id }) => id),
    kept: [...old.keys()].filter((url) => now.has(url)).length,
    ...lists,
  };
}

type PageLists = Pick<DefectComparison, 'gained' | 'lost' | 'removed' | 'unjudged' | 'firstJudged'>;

function changeOf(
  before: readonly ComparedDefect[],
  after: readonly ComparedDefect[],
  { gained, lost, removed, unjudged }: PageLists,
  sight: Sight,
): DefectChange {
  const [first] = after;
  if (first && after.every(({ isAside }) => isAside)) return 'set-aside';
  if (!first) return unjudged.length > 0 ? 'unjudged' : 'mended';
  if (before.length === 0) return gained.length > 0 && !sight.isNewCheck(first) ? 'new' : 'newly-judged';
  const graver = bySeverity(worstOf(before), worstOf(after));
  if (graver !== 0) return graver > 0 ? 'worse' : 'better';
  const more = gained.length - lost.length - removed.length;
  if (more === 0) return 'same';
  return more > 0 ? 'worse' : 'better';
}

function isCounted({ outcome, severity }: ComparedDefect): boolean {
  return outcome === 'failed' && severity !== 'info';
}

function worstOf(defects: readonly ComparedDefect[]): Severity {
  return defects.map(({ severity }) => severity).sort(bySeverity)[0] ?? 'info';
}
