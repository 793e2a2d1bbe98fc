import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResult } from './axe-facts.ts';
import { axeLocale } from './render-locale.ts';
import { spareReadableTexts } from './render-contrast.ts';
import { axeNode, describeNodes, type FoundNode, type RawNode } from './render-node.ts';
import { runRules } from './render-probes.ts';

const require = createRequire(import.meta.url);
export const AXE_VERSION: string = (require('axe-core/package.json') as { version: string }).version;

/** A rule as axe-core describes it. */
export interface AxeRule {
  readonly ruleId: string;
  readonly tags: readonly string[];
  readonly actIds?: readonly string[];
}

/** Every rule of axe-core, whether it runs by default or not. */
export function axeRules(): AxeRule[] {
  return (require('axe-core') as { getRules(): AxeRule[] }).getRules();
}

/** axe-core with its French sentences. */
export function axeScript(): string {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  return `${axe};axe.configure({ locale: ${JSON.stringify(axeLocale())} });`;
}

let source: string | undefined;

/** axe-core as pages are judged with it: one script, run in every frame. */
export function worldScript(): string {
  source ??= `${axeScript()}(${spareReadableTexts.toString()})(axe);`;
  return source;
}

interface RawResult {
  readonly id: string;
  readonly impact: AxeResult['impact'] | null;
  readonly tags: readonly string[];
  readonly help: string;
  readonly nodes: readonly (RawNode & { readonly found: FoundNode })[];
}

/** What one look at the page gives. */
export interface Judged {
  readonly title: string;
  /** Characters of cookies that another page had left; 0 in a clean tab. */
  readonly cookiesFound: number;
  readonly violation: readonly RawResult[];
  readonly incomplete: readonly RawResult[];
}

/** Expression that judges the page: axe-core in all its frames, then where each element stands. */
export const JUDGE: string = `(async () => {
  const raw = await (${runRules.toString()})();
  const describe = ${describeNodes.toString()};
  const found = (results) => results.map((result) => {
    const places = describe(result.nodes.map(({ target }) => target.map((part) => [part].flat())));
    return { ...result, nodes: result.nodes.map((node, i) => ({ ...node, found: places[i] })) };
  });
  return { title: document.title.slice(0, 2_000), cookiesFound: globalThis.cookiesFound ?? 0, violation: found(raw.violation), incomplete: found(raw.incomplete) };
})()`;

/** axe's answer as the audit keeps it. */
export function axeResults({ violation, incomplete }: Pick<Judged, 'violation' | 'incomplete'>): AxeResult[] {
  const result =
    (outcome: AxeResult['outcome']) =>
    (raw: RawResult): AxeResult => ({
      rule: raw.id,
      outcome,
      impact: raw.impact ?? 'minor',
      tags: raw.tags,
      help: raw.help,
      nodes: raw.nodes.map((node) => axeNode(node, node.found)),
    });
  return [...violation.map(result('violation')), ...incomplete.map(result('incomplete'))];
}
