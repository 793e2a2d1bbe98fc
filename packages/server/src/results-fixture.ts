import type { Results } from '@qualepref/core';

/** What an invented préfecture publishes. */
export const exampleResults: Results = {
  schemaVersion: 1,
  publishedOn: '2026-11-25',
  units: [{ id: 'departement', name: 'département' }],
  indicators: [
    {
      id: 'recl.taux',
      label: {
        fr: 'Réclamations auxquelles il est répondu dans le délai',
        en: 'Complaints answered in time',
      },
      unit: 'departement',
      period: '2026-10',
      value: { numerator: 47, denominator: 50 },
      sampleSize: 50,
      target: 0.9,
      status: 'met',
      previous: { period: '2026-09', value: { numerator: 40, denominator: 50 } },
      footnotes: [],
    },
    {
      id: 'tel.decroche',
      label: { fr: 'Appels auxquels il est répondu', en: 'Calls answered' },
      unit: 'departement',
      period: '2026-10',
      value: null,
      footnotes: [{ fr: 'Suivi suspendu du 1er au 31 octobre : changement de standard.' }],
    },
  ],
};
