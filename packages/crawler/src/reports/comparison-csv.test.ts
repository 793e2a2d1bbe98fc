import { expect, test } from 'vitest';
import { changesOf } from './changes-fixture.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { report } from './fixture.ts';

const comparison = changesOf(report());

function rows(made: typeof comparison, name: string): string[][] {
  const file = [...comparisonCsv(made)].find((one) => one.name === `comparaison-${name}.csv`);
  const text = [...((file?.content ?? []) as Iterable<string>)].join('');
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
}

test('the two tables hold as many rows as the comparison', () => {
  expect(rows(comparison, 'grille')).toHaveLength(comparison.items.length + 1);
  expect(rows(comparison, 'defauts')).toHaveLength(comparison.defects.length + 1);
});

test('an item tells its verdict in each campaign, and what became of it', () => {
  const [head, ...items] = rows(comparison, 'grille');
  expect(head).toEqual(['Point', 'Rubrique', 'Intitulé', 'Évolution', '2026-T3', '2026-T4']);
  const turned = items.find(([item]) => item === 'TEC-04');
  expect(turned?.slice(3)).toEqual(['devenu non conforme', 'Conforme', 'Non conforme']);
});

test('two audits of one quarter have a column each', () => {
  const { after } = comparison;
  const [head] = rows({ ...comparison, before: after }, 'grille');
  expect(head?.slice(4)).toEqual(['2026-T4, avant', '2026-T4, après']);
});

test('a defect that spread counts its new pages, and names the first of them', () => {
  const [head = [], ...defects] = rows(comparison, 'defauts');
  const worse = comparison.defects.find(({ change }) => change === 'worse');
  const row = defects.find(([change]) => change === 'aggravé') ?? [];
  const cell = (title: string): string | undefined => row[head.indexOf(title)];
  expect(worse?.gained.length).toBeGreaterThan(0);
  expect(cell('Pages nouvelles')).toBe(String(worse?.gained.length));
  expect(cell('Première page')).toBe(worse?.gained[0]);
});
