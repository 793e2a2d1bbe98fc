import type { Results } from '@qualepref/core';

/** Results as a préfecture publishes them, for tests and stories: made up, in the forms that a badge meets. */
export const sampleResults: Results = {
  schemaVersion: 1,
  publishedOn: '2026-10-15',
  label: {
    name: 'Qual-e-Pref',
    scope: {
      fr: 'relation générale avec les usagers, relations avec les collectivités territoriales',
      en: 'general relations with users, relations with local authorities',
    },
    modules: [1, 4],
    start: '2025-01-20',
    end: '2028-01-20',
  },
  units: [
    { id: 'prefecture', name: 'Préfecture' },
    { id: 'aix', name: 'Sous-préfecture d’Aix-en-Provence' },
  ],
  indicators: [
    {
      id: 'mail.taux',
      label: {
        fr: 'Courriels d’information générale traités dans le délai',
        en: 'General-information e-mails answered in time',
      },
      unit: 'prefecture',
      period: '2026-T2',
      value: { numerator: 1188, denominator: 1250 },
      sampleSize: 1250,
      target: 0.95,
      status: 'met',
      previous: { period: '2026-T1', value: { numerator: 1128, denominator: 1200 } },
      trend: 'better',
      footnotes: [],
    },
    {
      id: 'mail.taux',
      label: {
        fr: 'Courriels d’information générale traités dans le délai',
        en: 'General-information e-mails answered in time',
      },
      unit: 'prefecture',
      period: '2026-T3',
      value: { numerator: 1240, denominator: 1253 },
      sampleSize: 1253,
      target: 0.95,
      status: 'met',
      previous: { period: '2026-T2', value: { numerator: 1188, denominator: 1250 } },
      trend: 'better',
      footnotes: [],
      source: 'Tableau de suivi des courriels',
    },
    {
      id: 'mail.delai',
      label: { fr: 'Délai moyen de réponse aux courriels', en: 'Mean reply delay, e-mails' },
      unit: 'prefecture',
      period: '2026-T3',
      value: { days: 1.5 },
      sampleSize: 1253,
      previous: { period: '2026-T2', value: { days: 2.4 } },
      trend: 'better',
      footnotes: [],
    },
    {
      id: 'sat.theme',
      label: { fr: 'Satisfaction par thème' },
      unit: 'aix',
      period: '2025',
      of: { theme: 'attente' },
      value: { numerator: 19, denominator: 27 },
      sampleSize: 27,
      target: 0.75,
      status: 'missed',
      footnotes: [
        {
          fr: 'Petit échantillon\u00A0: 27 cas. La valeur est à lire avec prudence.',
          en: 'Small sample: 27 cases. Read this value with care.',
        },
      ],
    },
    {
      id: 'courrier.taux',
      label: {
        fr: 'Courriers d’information générale traités dans le délai',
        en: 'General-information letters answered in time',
      },
      unit: 'aix',
      period: '2026-T3',
      value: null,
      previous: { period: '2026-T2', value: { rate: 0.98 } },
      footnotes: [
        {
          fr: 'Le suivi a été suspendu de juillet à septembre 2026\u00A0: travaux. Ces mois ne sont pas comptés.',
        },
      ],
    },
  ],
};
