import type { Finding, Outcome } from '@qualepref/core';
import {
  lookName,
  readsLook,
  type Check,
  type Look,
  type PageCheck,
  type Settings,
  type SiteCheck,
} from './check.ts';
import type { Facts, PageFacts, RenderedFacts } from './facts.ts';
import { brokenLooks, crashed, draftOf, isIgnored, itemsOf, missing, type Draft } from './finding-draft.ts';
import { numbered, placeOf, unnumbered, type Unnumbered } from './finding-number.ts';
import { freePage } from './heap.ts';
import { byDemand, keptProposal, proposalOutcomes, type KeptProposal } from './proposal.ts';
import { Scratch, type Rows } from './scratch.ts';
import { doubtedLook, ledBy } from './unstyled.ts';

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
  /** For each item that has one, what checks propose to whoever decides, the most demanding first. */
  readonly proposals: ReadonlyMap<string, readonly KeptProposal[]>;
}

type Aside = Unnumbered & { readonly reason: string; readonly expires: string };

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
  const proposals = new Map<string, readonly KeptProposal[]>();
  const pageChecks = checks.filter((check) => check.scope === 'page');
  const siteChecks = checks.filter((check) => check.scope === 'site');
  const projections = new Map(siteChecks.map(({ id }) => [id, scratch.list<unknown>()]));

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
      // What is judged of the whole site does not hang on one page.
      const items = [...new Set(pageChecks.flatMap(itemsOf))];
      settle('collection', items, [missing(page, items)]);
      continue;
    }
    if (page.failure?.part === 'rendered') {
      const items = [...new Set(pageChecks.filter((check) => check.needs === 'rendered').flatMap(itemsOf))];
      settle('collection', items, [missing(page, items)]);
    }
    const broken = Object.entries(page.rendered?.broken ?? {});
    for (const [name, why] of broken) log(new Error(why), name, page.url);
    for (const [why, looks] of Map.groupBy(broken, ([, reason]) => reason)) {
      const names = looks.map(([name]) => name);
      const blind = pageChecks.filter((check) => names.some((name) => readsLook(check, name)));
      const items = [...new Set(blind.flatMap(itemsOf))];
      if (blind.length > 0) settle('collection', items, [brokenLooks(names, why, blind, page.url)]);
    }
    for (const check of pageChecks) judgePage(check, page);
    for (const check of siteChecks) {
      const projection = guard(check.id, page.url, () => check.project(page as never, settings));
      if (projection instanceof Crash)
        settle(check.id, itemsOf(check), [crashed(check, page.url, projection.why)]);
      else if (projection !== null) projections.get(check.id)?.add(projection);
    }
    freePage();
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
    proposals: new Map([...proposals].map(([item, own]) => [item, byDemand(own)])),
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
      settle(check.id, items, [crashed(check, page.url, answer.why)]);
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
      answer.problems.map((found) => {
        const { problem, lead } = doubtedLook(check, found, page);
        const draft = draftOf(check, problem, page.url);
        return lead === undefined ? draft : { ...draft, spec: ledBy(lead, draft.spec) };
      }),
    );
  }

  function judgeSite(check: SiteCheck): void {
    const pages = [...(projections.get(check.id) ?? [])];
    const items = itemsOf(check);
    const answer = guard(check.id, facts.site.address, () => ({
      proposed: [...(check.propose?.(pages, settings) ?? [])],
      problems: pages.length === 0 ? [] : [...(check.judge?.(pages, settings) ?? [])],
    }));
    if (answer instanceof Crash) {
      settle(check.id, items, [crashed(check, facts.site.address, answer.why)]);
      return;
    }
    const { proposed, problems } = answer;
    for (const proposal of proposed) {
      proposals.set(proposal.item, [...(proposals.get(proposal.item) ?? []), keptProposal(proposal)]);
    }
    const drafts = problems.map((problem) => draftOf(check, problem, facts.site.address));
    // What a problem says outweighs what is proposed; without either, the item of a check that judges is as it should be.
    const settled = items.filter((item) => drafts.some((draft) => draft.items.includes(item)));
    for (const item of items.filter((id) => !settled.includes(id))) {
      const answers = proposed.filter((proposal) => proposal.item === item).map(({ answer }) => answer);
      if (answers.length > 0) for (const verdict of answers) add(outcomes, item, proposalOutcomes[verdict]);
      else if (pages.length === 0 || !check.judge) add(outcomes, item, 'inapplicable');
      else settled.push(item);
    }
    if (pages.length === 0) return;
    settle(check.id, settled, drafts);
    judged.set(check.id, pages.length);
    // The evidence counts pages, not sites.
    for (const item of items) {
      add(looked, item, check.id, settled.includes(item) ? pages.length - 1 : pages.length);
    }
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

function worst(item: string, drafts: readonly Draft[]): Outcome {
  const own = drafts.filter((draft) => draft.items.includes(item));
  if (own.some((draft) => draft.problem.outcome === 'failed')) return 'failed';
  return own.length > 0 ? 'cantTell' : 'passed';
}

/** What became of a probe or a pass on a page: passes are tried on the sample only, and one may find nothing to try. */
function stateOf(look: Look, { probes, passes, broken }: RenderedFacts): 'tried' | 'broken' | 'untried' {
  if (broken?.[lookName(look)] !== undefined) return 'broken';
  return (look.startsWith('probes.') ? probes : passes) === undefined ? 'untried' : 'tried';
}
