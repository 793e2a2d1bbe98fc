import { hash } from 'node:crypto';
import {
  isTemplateFault,
  TEMPLATE_PAGES,
  typeset,
  type Finding,
  type Owner,
  type Place,
} from '@qualepref/core';
import type { Problem, Settings } from './check.ts';
import type { Zone } from './facts.ts';
import type { Draft } from './finding-draft.ts';
import type { ScratchList } from './scratch.ts';
import { cut, fill } from './text.ts';

/** A finding without what is known once the last page is judged. */
export interface Unnumbered {
  readonly finding: Omit<Finding, 'id' | 'owner' | 'service'>;
  /** What makes it the same one next quarter. */
  readonly identity: string;
  readonly owner?: Owner;
  /** The check that judged it, and the fault and zone that it shares with other pages. */
  readonly judgedBy: string;
  readonly zone: string;
}

/** Findings are listed by page, then by check and place. */
export function placeOf({ url, check, problem: { code, at } }: Draft): string {
  return [url, at.rule?.id ?? check, code, at.cause ?? '', at.place?.selector ?? '', at.quote ?? ''].join(
    '\n',
  );
}

/** A draft as the report prints it, cut to bounded lengths, and what the numbering needs of it. */
export function unnumbered(draft: Draft): Unnumbered {
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
      axe: rule?.axe ?? spec.axe ?? [],
    },
    identity: [check, code, problem.outcome, url, cause].join('\n'),
    ...(spec.owner === undefined ? {} : { owner: spec.owner }),
    judgedBy: draft.check,
    zone: shortHash(zoneKey(draft)),
  };
}

/** Gives each finding its owner, its service and an id that the next quarter finds again. */
export function* numbered<Row extends Unnumbered>(
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
  return hash('sha256', text, 'buffer').toString('hex', 0, 8);
}
