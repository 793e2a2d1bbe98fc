import type { Consolidated } from './consolidation.ts';

/** What a unit achieved in a year, for tests. */
export function exampleConsolidated(over: Partial<Consolidated> = {}): Consolidated {
  return {
    indicator: 'mail.taux',
    unit: 'aix',
    period: '2026',
    value: { kind: 'ratio', numerator: 980, denominator: 1000 },
    sampleSize: 1000,
    isSmall: false,
    months: { covered: [], missing: [], suspended: [] },
    published: [],
    footnotes: [],
    sources: [],
    ...over,
  };
}
