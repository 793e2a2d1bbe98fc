import { defectKey, type Defect, type Finding } from '@qualepref/core';
import { readsLook, type Check } from './check.ts';
import type { AddressFacts, AddressOutcome } from './facts.ts';
import { isSetAside } from './marked-report.ts';
import { wasRead, type GridRow, type Report } from './report.ts';

/** How closely an audit looked at an address, the least first. */
export const looks = ['none', 'answered', 'read', 'whole'] as const;
/**
 * `none`: nothing is known of it (budget, refusal, silence); `answered`: what became of it is known;
 * `read`: its HTML was; `whole`: a browser opened the page, or the document was read to its end.
 */
export type CloseLook = (typeof looks)[number];

export interface ComparedAddress {
  readonly url: string;
  readonly kind: AddressFacts['kind'];
  readonly look: CloseLook;
  /** 404 or 410. */
  readonly isGone?: true;
  /** Where it leads, or the address of the same content. */
  readonly to?: string;
  readonly title?: string;
  /** Other addresses of the same page. */
  readonly names?: readonly string[];
  /** Hash of what the page says: its title, headings and main text. */
  readonly content?: string;
}

export interface ComparedDefect extends Omit<Defect, 'findings'> {
  /** What it takes to see it. */
  readonly seenIn: 'html' | 'browser';
  /** A person set it aside. */
  readonly isAside?: true;
}

/** What the comparison keeps of an audit: plain data, about as large as its list of defects. */
export interface ComparedAudit {
  /** Address. */
  readonly site: string;
  /** `2026-T4`. */
  readonly campaign: string;
  /** ISO date-time. */
  readonly startedAt: string;
  /** Of what read the pages: another one may see more in them. */
  readonly version: string;
  /** What the site was compared with. */
  readonly references: readonly Reference[];
  /** Whether a budget left pages unread, others being known of nobody. */
  readonly isPartial: boolean;
  readonly grid: readonly Pick<GridRow, 'item' | 'verdict'>[];
  /** In the order of the report. */
  readonly defects: readonly ComparedDefect[];
  /** Pages and documents, and what else nothing is known of. */
  readonly addresses: readonly ComparedAddress[];
  /** Checks that saw nothing of a page that was read, or of any page (`*`): they broke down, or were told to say nothing. */
  readonly blind: readonly (readonly [check: string, url: string])[];
  /** Pages that had changed their address by then, the oldest first; absent when none is known to. */
  readonly moved?: readonly Move[];
}

/** A page that changed its address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What a site may be compared with. */
export type Reference = 'feed' | 'annuaire';

/** Every page, in `blind`. */
export const EVERYWHERE = '*';

/** What the runner says when it could not look: no fault of the site. */
const RUNNER = 'check-crashed';

/**
 * What the comparison keeps of a report. Its findings are read once, and let go.
 *
 * @param checks those that the report was made with
 */
export function comparedAudit(report: Report, checks: readonly Check[]): ComparedAudit {
  const { site, campaign, execution, grid, limits, readWith, references = [] } = report;
  const known = new Map(checks.map((check) => [check.id, check]));
  const unshown = new Set<string>();
  const browserOnly = new Set<string>();
  const blind: [string, string][] = report.ignored.map(({ check, url }) => [check, url]);
  for (const finding of report.findings) {
    const { check, code, cause, url } = finding;
    if (check === 'collection' && code === 'facts-missing' && cause.startsWith('rendered')) unshown.add(url);
    else if (check === 'collection' && code === 'look-broken')
      for (const id of checksBehind(cause.split(' '), checks)) blind.push([id, url]);
    else if (code === RUNNER) blind.push([check, known.get(check)?.scope === 'site' ? EVERYWHERE : url]);
    else if (isFromBrowser(finding) && !needsBrowser(known.get(checkOf(check))))
      browserOnly.add(defectKey(finding));
  }
  const shown = new Set(report.sample.rendered.filter((url) => !unshown.has(url)));
  return {
    site: site.address,
    campaign,
    startedAt: execution.startedAt,
    version: readWith ?? `${execution.versions.qualepref} ${execution.versions.axe}`,
    references,
    isPartial: limits.some(({ code }) => code === 'budget-pages' || code === 'sitemap-budget'),
    grid: grid.map(({ item, verdict }) => ({ item, verdict })),
    defects: [...report.defects, ...asideOf(report)].flatMap(({ findings: _, ...defect }) => {
      if (defect.check === 'collection' || defect.code === RUNNER) return [];
      const isSeenInHtml =
        !needsBrowser(known.get(checkOf(defect.check))) && !browserOnly.has(defectKey(defect));
      return [{ ...defect, seenIn: isSeenInHtml ? ('html' as const) : ('browser' as const) }];
    }),
    addresses: [...comparedAddresses(report, shown)],
    blind,
    ...(report.former ? { moved: report.former.moved } : {}),
  };
}

/** What is set aside is there all the same: nothing of it was mended. */
function asideOf({ marked = [] }: Report): (Defect & { readonly isAside: true })[] {
  return marked
    .filter(isSetAside)
    .map(({ opinion: _, reason: _why, expires: _until, by: _by, date: _date, ...defect }) => ({
      ...defect,
      isAside: true,
    }));
}

/** The check behind a rule of a third-party engine: `axe` of `axe/image-alt`. */
export function checkOf(name: string): string {
  return name.split('/', 1)[0] ?? name;
}

function needsBrowser(check: Check | undefined): boolean {
  return check?.scope === 'page' && (check.needs === 'rendered' || (check.looks ?? []).length > 0);
}

/** A place that no line of the source tells: what a script wrote there. */
function isFromBrowser({ where }: Finding): boolean {
  return where.selector !== undefined && where.line === undefined;
}

function checksBehind(looks: readonly string[], checks: readonly Check[]): string[] {
  return checks
    .filter((check) => check.scope === 'page' && looks.some((look) => readsLook(check, look)))
    .map(({ id }) => id);
}

/**
 * What the comparison keeps of the addresses of a report.
 *
 * @param shown those that a browser opened
 */
export function* comparedAddresses(
  { addresses, contentOf }: Pick<Report, 'addresses' | 'contentOf'>,
  shown: ReadonlySet<string>,
): Generator<ComparedAddress> {
  for (const address of addresses) {
    const { url, kind, outcome, finalUrl, title, aliases = [] } = address;
    const look = lookOf(address, shown);
    if (kind !== 'page' && kind !== 'document' && look !== 'none') continue;
    const content = wasRead(address) ? contentOf?.(url) : undefined;
    const leads = (outcome === 'redirected' || outcome === 'ok') && finalUrl !== undefined;
    yield {
      ...{ url, kind, look },
      ...(outcome === 'gone' ? { isGone: true as const } : {}),
      ...(leads ? { to: finalUrl } : {}),
      ...(title === undefined ? {} : { title }),
      ...(aliases.length === 0 ? {} : { names: aliases }),
      ...(content === undefined ? {} : { content }),
    };
  }
}

/** Outcomes after which what became of an address is known. */
const SETTLED: ReadonlySet<AddressOutcome> = new Set<AddressOutcome>([
  'ok',
  'redirected',
  'gone',
  'server_error',
  'not_html',
  'invalid_content',
]);

function lookOf(address: AddressFacts, shown: ReadonlySet<string>): CloseLook {
  if (wasRead(address)) return shown.has(address.url) ? 'whole' : 'read';
  if (address.document) return 'whole';
  return SETTLED.has(address.outcome) ? 'answered' : 'none';
}
