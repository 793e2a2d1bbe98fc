import { axeBearings } from '@qualepref/core';
import type { Check } from '../check.ts';
import { axeRules } from '../render-axe.ts';
import type { SinglePage } from '../single.ts';
import { plainLines } from '../text.ts';
import { VERSION } from '../version.ts';

/** First line: what may be found, and the criteria it bears on. */
export function catalogueLine(checks: readonly Check[]): string {
  const bearings = axeBearings();
  const rules = axeRules().map(({ ruleId, actIds = [] }) => ({
    id: `axe/${ruleId}`,
    rgaa: bearings.get(ruleId)?.confirmed ?? [],
    act: actIds,
    axe: [ruleId],
  }));
  const own = checks
    .filter(({ id }) => id !== 'axe')
    .map(({ id, codes }) => {
      const specs = Object.values(codes);
      return {
        id,
        rgaa: unique(specs.flatMap(({ rgaa = [] }) => rgaa)),
        act: unique(specs.flatMap(({ act = [] }) => act)),
        axe: [],
      };
    });
  return `${JSON.stringify({ tool: 'qualepref', version: VERSION, checks: [...rules, ...own] })}\n`;
}

let actOfRules: ReadonlyMap<string, readonly string[]> | undefined;

/** One line a page. */
export function pageLine({ url, error, findings }: SinglePage): string {
  const ofRules = (actOfRules ??= new Map(axeRules().map(({ ruleId, actIds = [] }) => [ruleId, actIds])));
  const told = findings.map(({ check, outcome, rgaa, rgaaTests, act, axe, where, message }) => ({
    ...{ check, outcome, rgaa, rgaaTests },
    act: [...act, ...axe.flatMap((rule) => ofRules.get(rule) ?? [])],
    axe,
    selector: where.selector ?? '',
    message,
  }));
  return `${plainLines(JSON.stringify({ url, error, findings: told }))}\n`;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
