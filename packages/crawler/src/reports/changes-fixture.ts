import { compareAudits, type Comparison } from '../compare.ts';
import { comparedAudit } from '../compare-side.ts';
import { checks } from '../checks/index.ts';
import type { Report } from '../report.ts';

/** What changed since the same audit a quarter before: its first defect spread, its second one appeared, its last items turned. */
export function changesOf(report: Report): Comparison {
  const later = comparedAudit(report, checks);
  const [first, second, ...rest] = later.defects;
  if (!first || !second) throw new Error('too few defects');
  const before = { ...later, campaign: '2026-T3', startedAt: '2026-08-24T08:00:00Z' };
  const grid = later.grid.map(({ item, verdict }) =>
    verdict === 'non_conforme' ? { item, verdict: 'conforme' as const } : { item, verdict },
  );
  const spread = { ...first, pages: first.pages.slice(0, Math.ceil(first.pages.length / 2)) };
  return compareAudits({ ...before, grid, defects: [spread, ...rest] }, later);
}
