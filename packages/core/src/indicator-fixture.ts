import type { Indicator } from './indicator.ts';

/** An indicator for tests: the rate of e-mails answered in time. */
export function exampleIndicator(over: Partial<Indicator> = {}): Indicator {
  return {
    id: 'mail.taux',
    label: { fr: 'Courriels traités dans le délai' },
    formula: 'répondus dans le délai ÷ reçus',
    unit: 'percent',
    kind: 'ratio',
    direction: 'higher',
    period: 'month',
    overTime: 'sum',
    target: undefined,
    provenance: [{ origin: 'S', source: 'Politique qualité 2021' }],
    module: 1,
    ...over,
  };
}
