import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { criterionOf, grid, rgaa, typeset } from '@qualepref/core';
import { expect, test } from 'vitest';
import type { CodeSpec } from '../check.ts';
import { itemsOf } from '../finding-draft.ts';
import { checks } from './index.ts';

const codes: [string, CodeSpec][] = checks.flatMap((check) =>
  Object.entries<CodeSpec>(check.codes).map(([code, spec]): [string, CodeSpec] => [
    `${check.id} ${code}`,
    spec,
  ]),
);

test('the list holds every check of the folder, under its file’s name, in order', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length));
  expect(checks.map(({ id }) => id)).toEqual(files.sort());
});

test('every check has its test', () => {
  const files = readdirSync(import.meta.dirname);
  expect(checks.filter(({ id }) => !files.includes(`${id}.test.ts`))).toEqual([]);
});

test('a check of a page names every probe and pass that it reads, so that one that broke down is not taken for nothing to say', () => {
  const unnamed = checks.flatMap((check) => {
    // What a check of the site lacks on a page, it proposes to look at.
    if (check.scope === 'site') return [];
    const source = readFileSync(join(import.meta.dirname, `${check.id}.ts`), 'utf8');
    const read = Array.from(source.matchAll(/\b(?:probes|passes)\?\.\w+/g), ([found]) =>
      found.replace('?', ''),
    );

    const named: readonly string[] = [...(check.looks ?? []), ...(check.alsoSees ?? [])];
    return read.filter((look) => !named.includes(look)).map((look) => `${check.id} ${look}`);
  });
  expect(unnamed).toEqual([]);
});

test('each item of the grid is judged, or has what a person needs to decide it', () => {
  const judged = new Set(codes.flatMap(([, { items }]) => items));
  const proposed = new Set(checks.flatMap((check) => (check.scope === 'site' ? (check.items ?? []) : [])));
  const helped = (id: string): boolean =>
    proposed.has(id) ||
    checks.some(
      (check) => check.scope === 'site' && check.propose !== undefined && itemsOf(check).includes(id),
    );
  const left = grid.filter(({ id, mode }) =>
    mode === 'automatic' ? !judged.has(id) && !helped(id) : !helped(id),
  );
  expect(left.map(({ id, mode }) => `${id} ${mode}`)).toEqual([]);
  expect(grid).toHaveLength(97);
});

test('every item of a code is in the grid', () => {
  const known = new Set(grid.map(({ id }) => id));
  expect(codes.filter(([, { items }]) => items.some((item) => !known.has(item)))).toEqual([]);
});

// The runner puts the no-break spaces; a sign glued to its word it can't mend.
test.each(codes)('%s: the text is a French sentence', (_, { text }) => {
  expect(text).toMatch(/\.$/);
  expect(text).not.toContain("'");
  expect(typeset(text)).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]/);
});

test.each(codes)('%s: each RGAA test is of a criterion named', (_, { rgaa = [], rgaaTests = [] }) => {
  expect([...new Set(rgaaTests.map((id) => id.replace(/\.\d+$/, '')))]).toEqual(rgaa);
});

test('every RGAA criterion of a code exists, and has the test named', () => {
  const known = (test: string): boolean =>
    Number(test.split('.')[2]) <= (criterionOf(test.replace(/\.\d+$/, ''))?.tests ?? 0);
  const wrong = codes.filter(
    ([, { rgaa: criteria = [], rgaaTests = [] }]) =>
      criteria.some((id) => !criterionOf(id)) || rgaaTests.some((id) => !known(id)),
  );
  expect(wrong).toEqual([]);
});

test('a check that criteria ask for bears on each of them', () => {
  const bears = (id: string): Set<string> =>
    new Set(
      checks
        .filter((check) => check.id === id)
        .flatMap(({ codes: own }) => Object.values<CodeSpec>(own).flatMap(({ rgaa: of = [] }) => of)),
    );
  const built = new Set(checks.map(({ id }) => id));
  const lost = rgaa.criteria.flatMap(({ id, checks: wanted }) =>
    wanted.filter((check) => built.has(check) && !bears(check).has(id)).map((check) => `${check} ${id}`),
  );
  expect(lost).toEqual([]);
});
