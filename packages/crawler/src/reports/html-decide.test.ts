import { grid } from '@qualepref/core';
import { expect, test } from 'vitest';
import { report } from './fixture.ts';
import { decideSection, readable } from './html-decide.ts';
import { viewOf } from './html-view.ts';

const words = (count: number): string => Array(count).fill('mot').join(' ');
const excerpt = (count: number): { url: string; quote: string } => ({
  url: 'https://www.exemple.gouv.fr/',
  quote: words(count),
});

test('a decision is read in eighty words: the reason, then the excerpts that still fit, three at most', () => {
  expect(readable(words(50), [excerpt(30), excerpt(1)])).toHaveLength(1);
  expect(readable(words(50), [excerpt(31), excerpt(1)])).toHaveLength(0);
  expect(
    readable(
      '',
      Array.from({ length: 5 }, () => excerpt(2)),
    ),
  ).toHaveLength(3);
});

test('each point to decide shows its answer, why, and what it rests on', () => {
  const text = decideSection(viewOf(report()))
    .toString()
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll(/[ \n]+/g, ' ');
  expect(text).toContain(
    `${grid[0]?.label ?? ''} ACC-01 Réponse proposée\u00A0: non conforme. L’adresse de la sous-préfecture`,
  );
  expect(text).toContain('Place de la République, 24000 Exemple');
  expect(text).toContain('et 5\u00A0autres extraits, dans la grille au point ACC-01');
});

test('without a proposal, what was found is what there is to look at', () => {
  expect(decideSection(viewOf(report())).toString()).toMatch(/TEC-02[^]*href="#defaut-[^"]+"[^]*partenaire/);
});

test('with nothing found, a point says how a person checks it', () => {
  const manual = report().grid.find(({ item }) => item === 'ACC-10');
  const help = grid.find(({ id }) => id === 'ACC-10')?.help ?? '';
  expect(decideSection(viewOf(report({ grid: manual ? [manual] : [] }))).toString()).toContain(help);
});
