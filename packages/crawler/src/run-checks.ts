import { createHash } from 'node:crypto';
import {
  isTemplateFault,
  typeset,
  type Finding,
  type Outcome,
  type Owner,
  type Place,
} from '@qualepref/core';
import {
  cantTell,
  type Check,
  type CodeSpec,
  type PageCheck,
  type Problem,
  type Settings,
  type SiteCheck,
} from './check.ts';
import type { Facts, PageFacts, Zone } from './facts.ts';
import { outcomeText } from './outcome-text.ts';
import { cut, fill } from './text.ts';

/** What the checks answered, page by page, added up by grid item. */
export interface CheckResults {
  readonly findings: readonly Finding[];
  /** Findings that the configuration sets aside, with its reason. */
  readonly ignored: readonly {
    readonly finding: Finding;
    readonly reason: string;
    readonly expires: string;
  }[];
  /** For each item, how many answers of each kind; an item no check bears on is absent. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<Outcome, number>>;
  /** For each item, on how many pages its most demanding check looked. */
  readonly looked: ReadonlyMap<string, number>;
}

/** Codes of the runner itself. */
const OWN: Readonly<Record<'facts-missing' | 'check-crashed', CodeSpec>> = {
  'facts-missing': {
    items: [],
    severity: 'info',
    text: 'La page n’a pas pu être {part} ({why}) : l’ouvrir à la main, puis relancer l’audit.',
  },
  'check-crashed': {
    items: [],
    severity: 'info',
    text: 'Le contrôle « {check} » s’est arrêté sur cette page par une erreur de qualepref ({why}) : la signaler, et vérifier ce point à la main.',
  },
};

/** What is known of a finding before it is known how many pages share it. */
interface Draft {
  readonly check: string;
  readonly problem: Problem;
  readonly spec: CodeSpec;
  readonly url: string;
  readonly items: readonly string[];
}

/** Runs every check on a closed collection. Pure: the same facts and settings give the same results. */
export function runChecks(
  facts: Facts,
  checks: readonly Check[],
  settings: Settings,
  log: (error: unknown, check: string, url: string) => void = () => undefined,
): CheckResults {
  const drafts: Draft[] = [];
  const judged = new Map<string, number>();
  const outcomes = new Map<string, Map<Outcome, number>>();
  const looked = new Map<string, Map<string, number>>();
  const pageChecks = checks.filter((check) => check.scope === 'page');
  const siteChecks = checks.filter((check) => check.scope === 'site');
  const projections = new Map(siteChecks.map(({ id }): [string, unknown[]] => [id, []]));

  /** Keeps what the configuration does not set aside, and counts one outcome an item. */
  const ignored: (Draft & { readonly reason: string; readonly expires: string })[] = [];
  const settle = (check: string, items: readonly string[], found: readonly Draft[]): void => {
    const kept: Draft[] = [];
    for (const draft of found) {
      const rule = settings.ignore.find((entry) => isIgnored(entry, draft, settings.today));
      if (rule) ignored.push({ ...draft, reason: rule.reason, expires: rule.expires });
      else kept.push(draft);
    }
    drafts.push(...kept);
    judged.set(check, (judged.get(check) ?? 0) + 1);
    for (const item of items) {
      add(outcomes, item, worst(item, kept));
      if (check !== 'collection') add(looked, item, check);
    }
  };

  for (const page of facts.pages()) {
    if (!page.html) {
      const items = [...new Set(checks.flatMap(itemsOf))];
      settle('collection', items, [missing(page, items)]);
      continue;
    }
    if (page.failure?.part === 'rendered') {
      const items = [...new Set(pageChecks.filter((check) => check.needs === 'rendered').flatMap(itemsOf))];
      settle('collection', items, [missing(page, items)]);
    }
    for (const check of pageChecks) judgePage(check, page);
    for (const check of siteChecks) {
      const projection = guard(check.id, page.url, () => check.project(page as never, settings));
      if (projection instanceof Crash)
        settle(check.id, itemsOf(check), [crashed(check, page.url, projection)]);
      else if (projection !== null) projections.get(check.id)?.push(projection);
    }
  }
  for (const check of siteChecks) judgeSite(check);

  const aside = sorted(ignored);
  return {
    findings: number(sorted(drafts), judged, settings),
    ignored: number(aside, judged, settings).map((finding, i) => ({
      finding,
      reason: aside[i]?.reason ?? '',
      expires: aside[i]?.expires ?? '',
    })),
    outcomes,
    looked: new Map([...looked].map(([item, counts]) => [item, Math.max(...counts.values())])),
  };

  function judgePage(check: PageCheck, page: PageFacts): void {
    const items = itemsOf(check);
    if (check.needs === 'rendered' && !page.rendered) {
      // A failed rendering has been said once for all checks; a page outside the sample is simply not looked at.
      if (!page.inSample) for (const item of items) add(outcomes, item, 'untested');
      return;
    }
    const answer = guard(check.id, page.url, () => {
      if (!check.applies(page as never, settings)) return null;
      return {
        items: check.judges?.(page as never, settings) ?? items,
        problems: [...check.judge(page as never, settings)],
      };
    });
    if (answer instanceof Crash) {
      settle(check.id, items, [crashed(check, page.url, answer)]);
      return;
    }
    if (!answer) {
      for (const item of items) add(outcomes, item, 'inapplicable');
      return;
    }
    for (const item of items.filter((id) => !answer.items.includes(id))) add(outcomes, item, 'untested');
    settle(
      check.id,
      answer.items,
      answer.problems.map((problem) => draft(check, problem, page.url)),
    );
  }

  function judgeSite(check: SiteCheck): void {
    const pages = projections.get(check.id) ?? [];
    if (pages.length === 0) {
      for (const item of itemsOf(check)) add(outcomes, item, 'inapplicable');
      return;
    }
    const answer = guard(check.id, facts.site.address, () => [...check.judge(pages, settings)]);
    if (answer instanceof Crash) {
      settle(check.id, itemsOf(check), [crashed(check, facts.site.address, answer)]);
      return;
    }
    settle(
      check.id,
      itemsOf(check),
      answer.map((problem) => draft(check, problem, facts.site.address)),
    );
    judged.set(check.id, pages.length);
    // The evidence counts pages, not sites.
    for (const item of itemsOf(check)) add(looked, item, check.id, pages.length - 1);
  }

  function guard<T>(check: string, url: string, work: () => T): T | Crash {
    try {
      return work();
    } catch (error) {
      log(error, check, url);
      return new Crash(error);
    }
  }
}

class Crash {
  readonly why: string;
  constructor(error: unknown) {
    this.why = error instanceof Error ? error.message : String(error);
  }
}

/** Adds to a count by item and by something else. */
function add<Key>(counts: Map<string, Map<Key, number>>, item: string, key: Key, n = 1): void {
  const own = counts.get(item) ?? new Map<Key, number>();
  counts.set(item, own.set(key, (own.get(key) ?? 0) + n));
}

/** Grid items that a check bears on. */
function itemsOf(check: Check): string[] {
  return [...new Set(Object.values(check.codes).flatMap((spec: CodeSpec) => spec.items))];
}

function worst(item: string, drafts: readonly Draft[]): Outcome {
  const own = drafts.filter((draft) => draft.items.includes(item));
  if (own.some((draft) => draft.problem.outcome === 'failed')) return 'failed';
  return own.length > 0 ? 'cantTell' : 'passed';
}

function draft(check: Check, problem: Problem, url: string): Draft {
  const spec = check.codes[problem.code];
  if (!spec) throw new Error(`${check.id} : code ${problem.code} sans texte`);
  return { check: check.id, problem, spec, url: problem.at.url ?? url, items: spec.items };
}

function missing(page: PageFacts, items: readonly string[]): Draft {
  const { part = 'html', outcome = 'network_error', reason } = page.failure ?? {};
  const params = {
    part: part === 'html' ? 'lue' : 'affichée dans le navigateur',
    why: outcomeText(outcome, reason),
  };
  return {
    check: 'collection',
    problem: cantTell('facts-missing', params, { cause: `${part} ${outcome}` }),
    spec: OWN['facts-missing'],
    url: page.url,
    items,
  };
}

function crashed(check: Check, url: string, { why }: Crash): Draft {
  return {
    check: check.id,
    problem: cantTell('check-crashed', { check: check.id, why }, { cause: why }),
    spec: OWN['check-crashed'],
    url,
    items: itemsOf(check),
  };
}

function isIgnored(entry: Settings['ignore'][number], draft: Draft, today: string): boolean {
  if (entry.expires < today) return false;
  const { rule } = draft.problem.at;
  if (![draft.check, draft.problem.code, rule?.id].includes(entry.check)) return false;
  const pattern = entry.address
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const { pathname, search } = new URL(draft.url);
  return new RegExp(`^${pattern}$`, 'u').test(entry.address.startsWith('/') ? pathname + search : draft.url);
}

function sorted<D extends Draft>(drafts: readonly D[]): D[] {
  const key = ({ url, check, problem: { code, at } }: Draft): string =>
    [url, at.rule?.id ?? check, code, at.cause ?? '', at.place?.selector ?? '', at.quote ?? ''].join('\n');
  return drafts
    .map((draft) => [key(draft), draft] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, draft]) => draft);
}

/** Gives each finding its owner, its service and an id that the next quarter finds again. */
function number(
  drafts: readonly Draft[],
  judged: ReadonlyMap<string, number>,
  settings: Settings,
): Finding[] {
  const pages = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const key = zoneKey(draft);
    pages.set(key, (pages.get(key) ?? new Set()).add(draft.url));
  }
  const ordinals = new Map<string, number>();
  return drafts.map((draft) => {
    const { problem, spec, url } = draft;
    const { place, quote, rule, cause = '' } = problem.at;
    const check = rule?.id ?? draft.check;
    const code = rule?.id ?? problem.code;
    const identity = [check, code, problem.outcome, url, cause].join('\n');
    const ordinal = (ordinals.get(identity) ?? 0) + 1;
    ordinals.set(identity, ordinal);
    const failing = pages.get(zoneKey(draft))?.size ?? 0;
    const template: Owner = isTemplateFault(failing, judged.get(draft.check) ?? 0) ? 'template' : 'content';
    const owner = spec.owner ?? template;
    // What the template or somebody else must mend is no service's.
    const service = owner === 'content' || owner === 'document' ? serviceOf(url, settings) : undefined;
    return {
      id: shortHash(`${identity}\n${String(ordinal)}`),
      check,
      code,
      outcome: problem.outcome,
      severity: spec.severity,
      url,
      where: where(place, quote),
      cause: cut(cause, 500),
      message: fill(typeset(spec.text), cutAll(problem.params)),
      items: draft.items,
      rgaa: rule?.rgaa ?? spec.rgaa ?? [],
      rgaaTests: rule?.rgaaTests ?? spec.rgaaTests ?? [],
      act: [],
      axe: rule?.axe ?? [],
      owner,
      ...(service === undefined ? {} : { service }),
    };
  });
}

const SHARED_ZONES: ReadonlySet<Zone | undefined> = new Set<Zone | undefined>([
  'header',
  'navigation',
  'footer',
]);

/** The same fault in the same zone: what the template's share is counted on. */
function zoneKey({ check, problem: { code, at } }: Draft): string {
  const zone = SHARED_ZONES.has(at.place?.zone) ? at.place?.zone : 'page';
  return [check, at.rule?.id ?? code, at.cause ?? '', zone].join('\n');
}

function where(place: Partial<Place> | undefined, quote: string | undefined): Place {
  return {
    ...(place?.selector === undefined ? {} : { selector: place.selector }),
    ...(place?.line === undefined ? {} : { line: place.line }),
    ...(quote === undefined ? {} : { quote: cut(quote, 500) }),
  };
}

function cutAll(params: Problem['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? cut(value, 400) : value,
    ]),
  );
}

function serviceOf(url: string, { services }: Settings): string | undefined {
  let best: { name: string; length: number } | undefined;
  for (const { name, prefixes } of services) {
    for (const prefix of prefixes) {
      if (url.startsWith(prefix) && prefix.length > (best?.length ?? -1))
        best = { name, length: prefix.length };
    }
  }
  return best?.name;
}

/** Sixteen hexadecimal digits: ids and defect ids. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
