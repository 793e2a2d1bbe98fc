import type { AuditFile, PreviousAudit } from './audit-file.ts';
import type { ReuseHow } from './reuse.ts';

/** What an audit took from the one before, and what it did anew: counts. */
export interface SinceReport {
  /** The previous audit: its campaign, and the ISO day on which it began. */
  readonly campaign: string;
  readonly startedOn: string;
  readonly pages: {
    /** Sent again, and why or with what result. */
    readonly read: Readonly<Record<'new' | 'changed' | 'same' | 'due', number>>;
    /** Taken from the previous audit, and what vouches for them. */
    readonly reused: Readonly<Record<'not-modified' | 'sitemap' | 'listing', number>>;
  };
  /** Documents and links of other sites whose server said that nothing had changed. */
  readonly others: number;
  /** Pages opened in the browser, and those left as it saw them then. */
  readonly rendered: { readonly opened: number; readonly reused: number };
}

/** Counts what the file says of each address. */
export function sinceReport(file: AuditFile, { campaign, startedOn }: PreviousAudit): SinceReport {
  const pages = file.reuses('page');
  const of = (how: ReuseHow): number => pages.get(how) ?? 0;
  const others = (['document', 'external'] as const).map(
    (kind) => file.reuses(kind).get('not-modified') ?? 0,
  );
  return {
    campaign,
    startedOn,
    pages: {
      read: { new: of('new'), changed: of('changed'), same: of('same'), due: of('due') },
      reused: { 'not-modified': of('not-modified'), sitemap: of('sitemap'), listing: of('listing') },
    },
    others: others.reduce((sum, n) => sum + n, 0),
    rendered: file.renderings,
  };
}
