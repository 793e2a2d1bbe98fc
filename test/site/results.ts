import { resultsSchema, type PublicText, type Results } from '@qualepref/core';
import { parse } from 'valibot';

type Figure = readonly [id: string, label: PublicText, counts: readonly number[], target: number];

/** Numerators and denominators of the last quarter, then of the one before. */
const FIGURES: readonly Figure[] = [
  [
    'courriels',
    { fr: 'Courriels traités en cinq jours ouvrés', en: 'E-mails answered within five working days' },
    [1356, 1412, 1198, 1301],
    0.9,
  ],
  [
    'courriers',
    { fr: 'Courriers traités en dix jours ouvrés', en: 'Letters answered within ten working days' },
    [353, 388, 372, 401],
    0.9,
  ],
  ['reclamations', { fr: 'Réclamations traitées en dix jours ouvrés' }, [38, 43, 31, 37], 0.9],
  ['appels', { fr: 'Appels décrochés', en: 'Calls answered' }, [7455, 9204, 7310, 9288], 0.8],
];

/** The results file of the site: the table of its page, in the form that the badge reads. */
export function publishedResults(today: string): Results {
  const [period, before] = lastQuarters(today);
  const { start, end } = labelDates(today);
  return parse(resultsSchema, {
    schemaVersion: 1,
    publishedOn: shifted(today, -36),
    label: {
      name: 'Qual-e-Pref',
      scope: {
        fr: 'relation générale avec les usagers, relations avec les collectivités territoriales',
        en: 'general relations with users, relations with local authorities',
      },
      modules: [1, 4],
      start,
      end,
    },
    units: [{ id: 'prefecture', name: 'Préfecture de la Haute-Brume' }],
    indicators: FIGURES.map(
      ([id, label, [numerator, denominator, oldNumerator, oldDenominator], target]) => ({
        ...{ id, label, unit: 'prefecture', period, value: { numerator, denominator } },
        ...{ sampleSize: denominator, target, footnotes: [] },
        status: (numerator ?? 0) / (denominator ?? 1) >= target ? 'met' : 'missed',
        previous: { period: before, value: { numerator: oldNumerator, denominator: oldDenominator } },
      }),
    ),
  });
}

/** First and last day of the label: it is valid whenever the site is served. */
export function labelDates(today: string): { readonly start: string; readonly end: string } {
  const year = Number(today.slice(0, 4));
  return { start: `${String(year - 1)}-03-02`, end: `${String(year + 2)}-03-01` };
}

/** The last quarter that was over when the results came out, and the one before. */
export function lastQuarters(today: string): [last: string, before: string] {
  const [year = 0, month = 0] = shifted(today, -36).split('-').map(Number);
  const quarters = year * 4 + Math.floor((month - 1) / 3);
  const name = (count: number): string => `${String(Math.floor(count / 4))}-T${String((count % 4) + 1)}`;
  return [name(quarters - 1), name(quarters - 2)];
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
