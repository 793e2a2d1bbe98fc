import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checks } from '@qualepref/crawler';
import { expect, test } from 'vitest';
import { checkMeanings } from './docs/check-meanings.ts';
import { shownPages } from './docs/commands.ts';
import { strayMeanings } from './docs/config-page.ts';
import { pageOf, pages } from './docs/pages.ts';

const ROOT = join(import.meta.dirname, '..');
/** A page with its pictures must open at once on a slow line. */
const PICTURE_MAX = 150_000;

test.for(Object.keys(pages))('docs/%s is what the code says today: npm run docs', (name) => {
  const { path, text } = pageOf(name);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('every key of the configuration has its sentence in test/docs/config-meanings.ts, and no other does', () => {
  expect(strayMeanings()).toEqual({ untold: [], lost: [] });
});

test('every check has its sentence in test/docs/check-meanings.ts, and no other does', () => {
  expect(Object.keys(checkMeanings).sort()).toEqual(checks.map(({ id }) => id).sort());
});

test('every link of a page to another file leads somewhere', () => {
  const targets = shownPages().flatMap(({ page, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => join(dirname(page), target)),
  );
  expect(targets.length).toBeGreaterThan(50);
  expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
});

test('every picture is shown, and small', () => {
  const folder = join(ROOT, 'docs/images');
  const names = readdirSync(folder);
  const shown = shownPages()
    .map(({ text }) => text)
    .join();
  expect(names.filter((name) => !shown.includes(`images/${name})`))).toEqual([]);
  expect(names.filter((name) => statSync(join(folder, name)).size > PICTURE_MAX)).toEqual([]);
});
