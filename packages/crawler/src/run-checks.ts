import { createHash } from 'node:crypto';
import {
  isTemplateFault,
  TEMPLATE_PAGES,
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
  type Look,
  type PageCheck,
  type Problem,
  type Settings,
  type SiteCheck,
} from './check.ts';
import type { Facts, PageFacts, RenderedFacts, Zone } from './facts.ts';
import { outcomeText } from './outcome-text.ts';
import { Scratch, type Rows, type ScratchList } from './scratch.ts';
import { cut, fill } from './text.ts';

/** What the checks answered, page by page, added up by grid item. */
export interface CheckResults {
  /** By address; each finds its place again from quarter to quarter. */
  readonly findings: Rows<Finding>;
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
const OWN: Readonly<Record<'facts-missing' | 'look-broken' | 'check-crashed', CodeSpec>> = {
  'facts-missing': {
    items: [],
    severity: 'info',
    text: 'La page n’a pas pu être {part} ({why}) : l’ouvrir à la main, puis relancer l’audit.',
  },
  'look-broken': {
    items: [],
    severity: 'info',
    text: 'Une partie de l’examen de cette page dans le navigateur n’a pas abouti (« {look} » : {why}) : vérifier à la main ce que jugent les contrôles {checks}, ou relancer l’audit.',
  },
  'check-crashed': {
    items: [],
    severity: 'info',
    text: 'Le contrôle « {check} » s’est arrêté sur cette page par une erreur de qualepref ({why}) : la signaler, et vérifier ce point à la main.',
  },
};

/** A finding without what is known once the last page is judged. */
interface Unnumbered {
  readonly finding: Omit<Finding, 'id' | 'owner' | 'service'>;
  /** What makes it the same one next quarter. */
  readonly identity: string;
  readonly owner?: Owner;
  /** The check that judged it, and the fault and zone that it shares with other pages. */
  readonly judgedBy: string;
  readonly zone: string;
}

/** What a check found on one page. */
interface Draft {
  readonly check: string;
  readonly problem: Problem;
  readonly spec: CodeSpec;
  readonly url: string;
  readonly items: readonly string[];
}

/**
 * Runs every check on a closed collection. Pure: the same facts and settings
 * give the same results. Findings go to the scratch file as they come.
 *
 * @param watch sees each page too: reading them again would cost as much
 */
export function runChecks(
  facts: Facts,
  checks: readonly Check[],
  settings: Settings,
  log: (error: unknown, check: string, url: string) => void = () => undefined,
  scratch: Scratch = new Scratch(),
  watch: (page: PageFacts) => void = () => undefined,
): CheckResults {
  const drafts = scratch.list<Unnumbered>();
  const aside = scratch.list<Aside>();
  const judged = new Map<string, number>();
  const outcomes = new Map<string, Map<Outcome, number>>();
  const looked = new Map<string, Map<string, number>>();
  const pageChecks = checks.filter((check) => check.scope === 'page');
  const siteChecks = checks.filter((check) => check.scope === 'site');
  const projections = new Map(siteChecks.map(({ id }): [string, unknown[]] => [id, []]));

  /** Keeps what the configuration does not set aside, and counts one outcome an item. */
  const settle = (check: string, items: readonly string[], found: readonly Draft[]): void => {
    const kept: Draft[] = [];
    for (const draft of found) {
      const rule = settings.ignore.find((entry) => isIgnored(entry, draft, settings.today));
      const row = unnumbered(draft);
      const place = { key: placeOf(draft), group: row.zone, page: draft.url };
      if (rule) aside.add({ ...row, reason: rule.reason, expires: rule.expires }, place);
      else {
        kept.push(draft);
        drafts.add(row, place);
      }
    }
    judged.set(check, (judged.get(check) ?? 0) + 1);
    for (const item of items) {
      add(outcomes, item, worst(item, kept));
      if (check !== 'collection') add(looked, item, check);
    }
  };

  for (const page of facts.pages()) {
    watch(page);
    if (!page.html) {
      const items = [...new Set(checks.flatMap(itemsOf))];
      settle('collection', items, [missing(page, items)]);
      continue;
    }
    if (page.failure?.part === 'rendered') {
      const items = [...new Set(pageChecks.filter((check) => check.needs === 'rendered').flatMap(itemsOf))];
      settle('collection', items, [missing(page, items)]);
    }
    for (const [name, why] of Object.entries(page.rendered?.broken ?? {})) {
      log(new Error(why), name, page.url);
      const blind = pageChecks.filter(({ looks = [] }) => looks.some((look) => nameOf(look) === name));
      const items = [...new Set(blind.flatMap(itemsOf))];
      if (blind.length > 0) settle('collection', items, [brokenLook(name, why, blind, page.url)]);
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

  const findings = scratch.list<Finding>();
  for (const [finding] of numbered(drafts, judged, settings)) findings.add(finding);
  return {
    findings,
    ignored: [...numbered(aside, judged, settings)].map(([finding, { reason, expires }]) => ({
      finding,
      reason,
      expires,
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
    const { looks = [] } = check;
    const { rendered } = page;
    if (rendered && looks.length > 0) {
      const states = looks.map((look) => stateOf(look, rendered));
      if (!states.includes('tried')) {
        // One that broke down has been said once for all checks.
        if (!states.includes('broken')) for (const item of items) add(outcomes, item, 'untested');
        return;
      }
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

/** One probe or pass that broke down, for all the checks that read it. */
function brokenLook(look: string, why: string, blind: readonly Check[], url: string): Draft {
  const specs = blind.flatMap(({ codes }) => Object.values<CodeSpec>(codes));
  const all = (key: 'items' | 'rgaa' | 'rgaaTests'): string[] => [
    ...new Set(specs.flatMap((spec) => spec[key] ?? [])),
  ];
  const checks = blind.map(({ id }) => id).join(', ');
  return {
    check: 'collection',
    problem: cantTell('look-broken', { look, why, checks }, { cause: look }),
    spec: { ...OWN['look-broken'], rgaa: all('rgaa'), rgaaTests: all('rgaaTests') },
    url,
    items: all('items'),
  };
}

function nameOf(look: Look): string {
  return look.slice(look.indexOf('.') + 1);
}

/** What became of a probe or a pass on a page: passes are tried on the sample only, and one may find nothing to try. */
function stateOf(look: Look, { probes, passes, broken }: RenderedFacts): 'tried' | 'broken' | 'untried' {
  if (broken?.[nameOf(look)] !== undefined) return 'broken';
  return (look.startsWith('probes.') ? probes : passes) === undefined ? 'untried' : 'tried';
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

/** Findings are listed by page, then by check and place. */
function placeOf({ url, check, problem: { code, at } }: Draft): string {
  return [url, at.rule?.id ?? check, code, at.cause ?? '', at.place?.selector ?? '', at.quote ?? ''].join(
    '\n',
  );
}

type Aside = Unnumbered & { readonly reason: string; readonly expires: string };

function unnumbered(draft: Draft): Unnumbered {
  const { problem, spec, url } = draft;
  const { place, quote, rule, cause = '' } = problem.at;
  const check = rule?.id ?? draft.check;
  const code = rule?.id ?? problem.code;
  return {
    finding: {
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
      act: rule?.act ?? spec.act ?? [],
      axe: rule?.axe ?? [],
    },
    identity: [check, code, problem.outcome, url, cause].join('\n'),
    ...(spec.owner === undefined ? {} : { owner: spec.owner }),
    judgedBy: draft.check,
    zone: shortHash(zoneKey(draft)),
  };
}

/** Gives each finding its owner, its service and an id that the next quarter finds again. */
function* numbered<Row extends Unnumbered>(
  rows: ScratchList<Row>,
  judged: ReadonlyMap<string, number>,
  settings: Settings,
): Generator<readonly [Finding, Row]> {
  const pages = rows.groups(TEMPLATE_PAGES);
  let ordinals = new Map<string, number>();
  let page = '';
  for (const row of rows) {
    const { finding, identity } = row;
    const { url } = finding;
    // An identity is of one page, and the pages come one after the other.
    if (url !== page) ordinals = new Map();
    page = url;
    const ordinal = (ordinals.get(identity) ?? 0) + 1;
    ordinals.set(identity, ordinal);
    const isTemplate = isTemplateFault(pages.get(row.zone) ?? 0, judged.get(row.judgedBy) ?? 0);
    const owner = row.owner ?? (isTemplate ? 'template' : 'content');
    // What the template or somebody else must mend is no service's.
    const service = owner === 'content' || owner === 'document' ? serviceOf(url, settings) : undefined;
    const id = shortHash(`${identity}\n${String(ordinal)}`);
    yield [{ id, ...finding, owner, ...(service === undefined ? {} : { service }) }, row];
  }
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
  // A slice of the whole would hold the whole in memory.
  return createHash('sha256').update(text).digest().toString('hex', 0, 8);
}
