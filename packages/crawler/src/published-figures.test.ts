import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from './facts.ts';
import { figuresOf, isStale } from './published-figures.ts';
import { pageOf } from './testing-read.ts';
import { page, rendered } from './testing.ts';

const TODAY = '2026-11-24';
type Read = PageFacts & { readonly html: HtmlFacts };
const row = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (rows: readonly (readonly string[])[], before = ''): string =>
  `<main>${before}<table>${rows.map(row).join('')}</table></main>`;
const figures = (body: string): string[] =>
  figuresOf(pageOf(body) as Read, TODAY).map(
    ({ name, period, value, target }) => `${name} | ${String(period)} | ${String(value)} | ${String(target)}`,
  );

const HEAD = ['Indicateur', 'Période', 'Valeur', 'Cible'];

test('a table of indicators gives period, value and target', () => {
  expect(figures(table([HEAD, ['Courriels', '3e trimestre 2026', '96 %', '90 %']]))).toEqual([
    'Courriels | 2026-T3 | 96 % | 90 %',
  ]);
});

test('what a cell does not say is absent', () => {
  expect(figures(table([HEAD, ['Courriels', 'Troisième trimestre', '—', '90 %']]))).toEqual([
    'Courriels | null | null | 90 %',
  ]);
  expect(
    figures(
      table([
        ['Indicateur', 'Résultat'],
        ['Courriels', '96 %'],
      ]),
    ),
  ).toEqual(['Courriels | null | 96 % | null']);
});

test('the period of all rows may stand in the caption or in the title above', () => {
  const rows = [
    ['Indicateur', 'Résultat', 'Objectif'],
    ['Appels', '81 %', '80 %'],
  ];
  expect(figures(table(rows, '<h2>Résultats du 3e trimestre 2026</h2>'))).toEqual([
    'Appels | 2026-T3 | 81 % | 80 %',
  ]);
  const captioned = table(rows).replace('<table>', '<table><caption>Année 2025</caption>');
  expect(figures(captioned)).toEqual(['Appels | 2025 | 81 % | 80 %']);
});

test('of columns that are periods, the last one is told', () => {
  expect(
    figures(
      table([
        ['Indicateur', 'T2 2026', 'T3 2026', 'Objectif'],
        ['Appels', '79 %', '81 %', '80 %'],
      ]),
    ),
  ).toEqual(['Appels | 2026-T3 | 81 % | 80 %']);
});

test('where a cell is empty, the row is told as short: those behind it have moved', () => {
  const facts = pageOf(table([HEAD, ['Courriels', 'T3 2026', '96 %', '']])) as Read;
  expect(figuresOf(facts, TODAY)).toMatchObject([{ name: 'Courriels', period: '2026-T3', isShort: true }]);
});

test('the cell above the names may be empty', () => {
  const rows = [
    ['', 'Résultat', 'Objectif'],
    ['Appels', '81 %', '80 %'],
  ];
  expect(figures(table(rows))).toEqual(['Appels | null | 81 % | 80 %']);
});

test('a table of something else holds no indicator', () => {
  expect(
    figures(
      table([
        ['Service', 'Lundi à jeudi'],
        ['Accueil', '8 h 30 - 16 h 30'],
      ]),
    ),
  ).toEqual([]);
  expect(
    figures(
      table([
        ['Priorité', 'Taux minimal', 'Taux maximal'],
        ['Écoles', '30 %', '60 %'],
      ]),
    ),
  ).toEqual([]);
});

const results = (indicators: readonly object[], publishedOn = '2026-10-19'): string =>
  JSON.stringify({
    schemaVersion: 1,
    publishedOn,
    units: [{ id: 'p', name: 'Préfecture' }],
    indicators: indicators.map((each) => ({
      ...{ id: 'mel', label: { fr: 'Courriels' }, unit: 'p', period: '2026-T3' },
      ...{ value: { numerator: 96, denominator: 100 }, footnotes: [], ...each },
    })),
  });
const badge = (file: string | null) => ({
  ...{ selector: 'qp-results-badge', zone: 'main' as const, component: 'qp-results-badge', html: '' },
  ...{ src: 'https://www.exemple.gouv.fr/r.json', label: null, lines: [], file },
});

test('a badge gives the last period of each indicator', () => {
  const file = results([
    {},
    { period: '2026-T2', value: { rate: 0.9 } },
    { id: 'tel', label: { fr: 'Appels' }, target: 0.8 },
  ]);
  const facts = page({}, { rendered: rendered({ probes: { badges: [badge(file)] } }) }) as Read;
  expect(figuresOf(facts, TODAY)).toMatchObject([
    { name: 'Courriels', period: '2026-T3', value: '96\u00a0%', target: null, publishedOn: '2026-10-19' },
    { name: 'Appels', period: '2026-T3', target: '80\u00a0%' },
  ]);
});

test('a file that is no results file gives nothing', () => {
  for (const file of [null, '', '{', '[]', '{"schemaVersion":9}']) {
    const facts = page({}, { rendered: rendered({ probes: { badges: [badge(file)] } }) }) as Read;
    expect(figuresOf(facts, TODAY)).toEqual([]);
  }
});

test('a quarter is stale three months after its end, or after it came out as the last one', () => {
  const stale = (publishedOn: string | null, today: string): boolean =>
    isStale({ period: '2026-T3', publishedOn }, today);
  expect([stale(null, '2026-12-30'), stale(null, '2026-12-31')]).toEqual([false, true]);
  expect([stale('2026-11-10', '2027-02-10'), stale('2026-11-10', '2027-02-11')]).toEqual([false, true]);
  // Published again when a later quarter was over: it was old already.
  expect(stale('2027-01-05', '2027-01-06')).toBe(true);
});

test('results of a year or a semester may be a year old', () => {
  expect(isStale({ period: '2025', publishedOn: null }, '2026-12-31')).toBe(false);
  expect(isStale({ period: '2025', publishedOn: null }, '2027-01-01')).toBe(true);
  expect(isStale({ period: '2025-S2', publishedOn: null }, '2026-12-31')).toBe(false);
});
