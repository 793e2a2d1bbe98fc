import type { Check } from '../check.ts';
import { axeRules } from '../render-axe.ts';
import type { SinglePage } from '../single.ts';
import { VERSION } from '../version.ts';

/** First line: what may be found, and the criteria it bears on. */
export function catalogueLine(checks: readonly Check[]): string {
  const rules = axeRules().map(({ ruleId, tags, actIds = [] }) => ({
    id: `axe/${ruleId}`,
    rgaa: unique(tags.flatMap((tag) => /^RGAA-(\d+\.\d+)\.\d+$/.exec(tag)?.[1] ?? [])),
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

/** One line a page. */
export function pageLine({ url, error, findings }: SinglePage): string {
  const told = findings.map(({ check, outcome, rgaa, rgaaTests, act, axe, where, message }) => ({
    ...{ check, outcome, rgaa, rgaaTests, act, axe },
    selector: where.selector ?? '',
    message,
  }));
  return `${JSON.stringify({ url, error, findings: told })}\n`;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
