import { expect, test } from 'vitest';
import { leaflessTrees, type KnownPage } from './leafless-tree.ts';
import { patternOf } from './trap.ts';

const SITE = 'https://a.fr';
const page = (path: string, isRead = true): KnownPage => ({
  ...{ url: SITE + path, pattern: patternOf(SITE + path), isRead },
});

const WORDS = ['ainsi', 'bien', 'comme', 'dans'];
/** Paths of a tree of words, level by level. */
const levels = (root: string, wide: number, deep: number): string[][] => {
  const found = [[root]];
  for (let level = 0; level < deep; level++)
    found.push(
      (found[level] ?? []).flatMap((path) =>
        WORDS.slice(0, wide).map((word) => `${path}/${word}${'x'.repeat(level)}`),
      ),
    );
  return found.slice(1);
};
/** A tree read down to a level, the next one known. */
const bred = (root: string, wide: number, deep: number): KnownPage[] =>
  levels(root, wide, deep + 1).flatMap((paths, level) => paths.map((path) => page(path, level < deep)));

test('a part of the site of which every page read leads further down is told, from its top', () => {
  const site = [page('/contact'), page('/rubrique'), page('/rubrique/page'), ...bred('/piege', 3, 3)];
  expect(leaflessTrees(site)).toMatchObject([{ root: `${SITE}/piege/`, isWhole: false, levels: 3 }]);
});

test('one page read with nothing below is enough to clear it, and what is apart from that page is told alone', () => {
  const site = [page('/contact'), ...bred('/piege', 3, 3)];
  expect(leaflessTrees([...site, page('/piege/ainsi/bienx/feuille')])).toEqual([]);
  expect(
    leaflessTrees([page('/contact'), page('/piege/feuille'), ...bred('/piege/fond', 3, 3)]),
  ).toMatchObject([{ root: `${SITE}/piege/fond/` }]);
});

test('fewer than thirty pages tell nothing', () => {
  expect(leaflessTrees([page('/contact'), ...bred('/piege', 3, 2)])).toEqual([]);
});

test('figures, codes and queries, which have their own budget, neither make a tree nor end one', () => {
  const archive = levels('/archives', 1, 1)
    .flat()
    .flatMap((path) =>
      Array.from({ length: 60 }, (_, day) => [
        page(`${path}/2026-11-${String(day)}`),
        page(`${path}/2026-11-${String(day)}/a`, false),
      ]).flat(),
    );
  expect(leaflessTrees([page('/contact'), ...archive])).toEqual([]);
  const site = [page('/contact'), ...bred('/piege', 3, 3), page('/piege/12'), page('/piege?a=b')];
  expect(leaflessTrees(site)).toHaveLength(1);
});

test('a site without a leaf is told as a whole, and its parts by themselves', () => {
  expect(leaflessTrees(bred('/piege', 3, 3))).toMatchObject([
    { root: `${SITE}/`, isWhole: true },
    { root: `${SITE}/piege/`, isWhole: false },
  ]);
});
