import { addressed, pairPages, type Addressed } from './compare-pages.ts';
import {
  checkOf,
  EVERYWHERE,
  type ComparedAudit,
  type ComparedDefect,
  type Reference,
} from './compare-side.ts';

/** What each of two audits saw of what the other one found. */
export interface Sight {
  readonly moves: ReadonlyMap<string, string>;
  /** The later address of a page or target. */
  readonly later: (url: string) => string;
  /** What became of a page that had the defect, and has it no more. */
  fateOf(defect: ComparedDefect, url: string): 'lost' | 'removed' | 'unjudged';
  /** Where a page comes from that has the defect, and had it not. */
  originOf(defect: ComparedDefect, url: string): 'gained' | 'firstJudged';
  /** Whether only the later audit may know this kind of fault. */
  isNewCheck(defect: ComparedDefect): boolean;
}

/** What the checks named after it are blind without. */
const NEEDED: readonly (readonly [reference: Reference, checks: RegExp])[] = [
  ['feed', /^sheet-/],
  ['annuaire', /^(?:directory-contacts|reception-site)$/],
];

/** One side, with what it is asked at hand. */
interface Side extends Addressed {
  readonly audit: ComparedAudit;
  readonly blind: ReadonlySet<string>;
  /** Defects of one check and cause. */
  readonly alike: ReadonlyMap<string, readonly ComparedDefect[]>;
}

/** Precision first: what is not proven to be sound is not said to be. */
export function createSight(earlier: ComparedAudit, later: ComparedAudit): Sight {
  const [before, after] = [sideOf(earlier), sideOf(later)];
  const pairs = pairPages(before, after);
  const checksBefore = new Set(earlier.defects.map(({ check }) => check));
  return {
    moves: pairs.moves,
    later: pairs.later,
    fateOf(defect, url) {
      const there = pairs.later(url);
      const cause = { own: defect.cause, other: pairs.later(defect.cause) };
      if (wasJudged(after, before, defect, there, cause)) return 'lost';
      const now = after.known.get(there);
      // Another page, which was there already, took its place.
      const isMerged = now?.to !== undefined && after.read.has(now.to);
      return now?.isGone === true || isMerged ? 'removed' : 'unjudged';
    },
    originOf(defect, url) {
      const there = pairs.earlier(url);
      const cause = { own: defect.cause, other: pairs.earlier(defect.cause) };
      if (wasJudged(before, after, defect, there, cause)) return 'gained';
      const then = before.known.get(there);
      const isNewPage = then === undefined ? !earlier.isPartial : then.isGone === true;
      return isNewPage && isEquipped(before, after, defect) ? 'gained' : 'firstJudged';
    },
    isNewCheck: ({ check }) => earlier.version !== later.version && !checksBefore.has(check),
  };
}

function sideOf(audit: ComparedAudit): Side {
  return {
    ...addressed(audit),
    audit,
    blind: new Set(audit.blind.map(([check, url]) => keyOf(check, url))),
    alike: Map.groupBy(audit.defects, ({ check, cause }) => keyOf(check, cause)),
  };
}

function keyOf(check: string, rest: string): string {
  return `${check}\n${rest}`;
}

/** Whether a side that says nothing of a defect of the other one on this page would have said it. */
function wasJudged(
  side: Side,
  other: Side,
  defect: ComparedDefect,
  url: string,
  cause: { readonly own: string; readonly other: string },
): boolean {
  if (!wasLookedAt(side, other, defect, url)) return false;
  if (!isEquipped(side, other, defect)) return false;
  for (const check of new Set([defect.check, checkOf(defect.check)]))
    if (side.blind.has(keyOf(check, url)) || side.blind.has(keyOf(check, EVERYWHERE))) return false;
  return !isCauseUnseen(side, other, cause) && !isToldOtherwise(side, defect, url, cause.other);
}

function wasLookedAt({ audit, read }: Side, other: Side, { seenIn }: ComparedDefect, url: string): boolean {
  // What is said of the site as a whole is said of its address.
  if (url === audit.site) return read.size > 0 && (other.audit.isPartial || !audit.isPartial);
  const page = read.get(url);
  return page !== undefined && (seenIn === 'html' || page.look === 'whole');
}

/** Whether it had what the other side compared the site with. */
function isEquipped(side: Side, other: Side, { check }: ComparedDefect): boolean {
  return NEEDED.every(
    ([reference, checks]) =>
      !checks.test(check) ||
      side.audit.references.includes(reference) ||
      !other.audit.references.includes(reference),
  );
}

/** A target that did not answer this time, a document that was read to its end by the other side alone. */
function isCauseUnseen(
  side: Side,
  other: Side,
  cause: { readonly own: string; readonly other: string },
): boolean {
  const here = side.known.get(cause.other);
  if (!here) return false;
  const there = other.known.get(cause.own);
  if (here.look === 'none') return there?.look !== 'none';
  return there?.kind === 'document' && there.look === 'whole' && here.look !== 'whole';
}

/** The same check says something else of the same thing, or hesitates: it is not sound yet. */
function isToldOtherwise(side: Side, { check, code }: ComparedDefect, url: string, cause: string): boolean {
  const alike = side.alike.get(keyOf(check, cause)) ?? [];
  return alike.some(
    (defect) =>
      defect.code !== code && (cause !== '' || defect.outcome === 'cantTell') && defect.pages.includes(url),
  );
}
