import type { Config, Owner, Severity } from '@qualepref/core';
import type { AnnuaireRecord } from './annuaire.ts';
import type { HtmlFacts, LinkTarget, PageFacts, PlaceFacts, RenderedFacts } from './facts.ts';
import type { Feed } from './feed.ts';
import type { PassFacts } from './passes/index.ts';
import type { ProbeFacts } from './probes/index.ts';
import type { Proposal } from './proposal.ts';

/** One code of a check: what it bears on, how grave it is, and the French sentence, which ends with what to do. */
export interface CodeSpec {
  readonly items: readonly string[];
  readonly severity: Severity;
  /** `{name}` is replaced by the parameter of that name. */
  readonly text: string;
  readonly rgaa?: readonly string[];
  readonly rgaaTests?: readonly string[];
  /** Rules of the W3C's ACT community that it follows, by id. */
  readonly act?: readonly string[];
  /** Rules of axe-core that say the same: told by them, it is told here only. */
  readonly axe?: readonly string[];
  /** Who mends it; by default the page's contributors, or the template where nearly all pages fail. */
  readonly owner?: Owner;
}

/** What a check yields: one problem a place. */
export interface Problem<Code extends string = string> {
  readonly outcome: 'failed' | 'cantTell';
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
  readonly at: At;
}

/** Where the problem stands, and what it shares with those of other pages. */
export interface At {
  readonly place?: Partial<PlaceFacts>;
  readonly quote?: string;
  /** Same for the same fault on other pages; by default the whole page is meant. */
  readonly cause?: string;
  /** Another page than the one judged. */
  readonly url?: string;
  /** Rule of a third-party engine: replaces check and code (`axe/image-alt`). */
  readonly rule?: {
    readonly id: string;
    readonly rgaa: readonly string[];
    readonly rgaaTests: readonly string[];
    readonly act?: readonly string[];
    readonly axe: readonly string[];
  };
}

export function failed<Code extends string>(
  code: Code,
  params: Problem['params'] = {},
  at: At = {},
): Problem<Code> {
  return { outcome: 'failed', code, params, at };
}

export function cantTell<Code extends string>(
  code: Code,
  params: Problem['params'] = {},
  at: At = {},
): Problem<Code> {
  return { outcome: 'cantTell', code, params, at };
}

/** Thresholds and lists from the configuration; no number stands in a check. */
export interface Settings {
  /** The configuration; every address in it is canonical. */
  readonly config: Config;
  /** Days after which a procedure must be read again. */
  readonly maxAgeDays: number;
  /** Canonical addresses pinned by the configuration. */
  readonly pinned: Readonly<Partial<Record<'accessibility' | 'legal', string>>>;
  readonly services: readonly { readonly name: string; readonly prefixes: readonly string[] }[];
  readonly ignore: Config['ignore'];
  /** Whether office files from before 23 September 2018 are left out. */
  readonly exemptsOldDocuments?: boolean;
  /** ISO day of the audit. */
  readonly today: string;
  /** The national sheets as the DILA publishes them; absent when the audit was given none. */
  readonly feed?: Feed;
  /** Whether the feed is fresh enough to judge with; French sentence on why not, and what to do. */
  readonly feedState?: { readonly usable: boolean; readonly why: string };
  /** What the directory of the administration says of the reception sites; absent when none was given. */
  readonly annuaire?: readonly AnnuaireRecord[];
  /** What became of an address that the configuration gives, whether or not a link leads to it; absent away from an audit. */
  readonly targetOf?: (address: string) => LinkTarget | undefined;
  /** Whether the page is judged for itself, away from its site: what only a set of pages owes is not asked of it. */
  readonly isSingle?: boolean;
}

type Needs = 'html' | 'rendered';
type With<N extends Needs> = PageFacts &
  (N extends 'rendered'
    ? { readonly html: HtmlFacts; readonly rendered: RenderedFacts }
    : { readonly html: HtmlFacts });

/** What a check needs of the browser beyond the page shown: a probe or a pass, by name. */
export type Look = `probes.${keyof ProbeFacts}` | `passes.${keyof PassFacts}`;

/** Name of a probe or a pass, as what broke down is told by it. */
export function lookName(look: string): string {
  return look.slice(look.indexOf('.') + 1);
}

/** Whether a check reads what a probe or a pass saw, by its name. */
export function readsLook(
  { looks = [], alsoSees = [] }: Pick<PageCheck, 'looks' | 'alsoSees'>,
  name: string,
): boolean {
  return [...looks, ...alsoSees].some((look) => lookName(look) === name);
}

type Codes<Code extends string> = Readonly<Record<Code, CodeSpec>>;

/** Sees one page at a time. */
export interface PageCheck<Code extends string = string, N extends Needs = Needs> {
  readonly scope: 'page';
  readonly id: string;
  readonly needs: N;
  /**
   * Probes and passes that it reads. The runner settles what became of them: on a
   * page where none was tried, the check answers `untested`; where one broke down, `cantTell`.
   */
  readonly looks?: readonly Look[];
  /** What it reads besides, closed panels among it: where that broke down, or was not tried, the check judges the rest. */
  readonly alsoSees?: readonly (Look | 'panels')[];
  readonly codes: Codes<Code>;
  applies(page: With<N>, settings: Settings): boolean;
  /** Items that this page lets it judge; by default all those of its codes. */
  judges?(page: With<N>, settings: Settings): readonly string[];
  judge(page: With<N>, settings: Settings): Iterable<Problem<Code>>;
}

/** Sees a small projection of every page, which the runner keeps out of memory. */
export interface SiteCheck<Code extends string = string, Projection = unknown> {
  readonly scope: 'site';
  readonly id: string;
  readonly codes: Codes<Code>;
  /** Items that it proposes an answer for, beyond those of its codes. */
  readonly items?: readonly string[];
  /** Plain values (those of JSON), at most 1 KB a page; `null` for a page the check does not concern. */
  project(page: With<'html'>, settings: Settings): Projection | null;
  judge?(pages: readonly Projection[], settings: Settings): Iterable<Problem<Code>>;
  /** For whoever decides: at most one for each of its items. Asked even where no page was kept. */
  propose?(pages: readonly Projection[], settings: Settings): Iterable<Proposal>;
}

export type Check = PageCheck | SiteCheck;

/** Keeps the codes typed: a misspelt one does not compile. */
export function pageCheck<Code extends string, N extends Needs>(
  check: Omit<PageCheck<Code, N>, 'scope' | 'applies'> & Partial<Pick<PageCheck<Code, N>, 'applies'>>,
): Check {
  return { applies: () => true, ...check, scope: 'page' } as unknown as PageCheck;
}

export function siteCheck<Code extends string, Projection>(
  check: Omit<SiteCheck<Code, Projection>, 'scope'>,
): Check {
  return { ...check, scope: 'site' } as unknown as SiteCheck;
}
