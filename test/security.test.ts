import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const STATES = ['fait', 'partiel', 'pas fait', 'sans objet', 'exploitant'];

/** The requirements, as they are listed. */
const rows = text
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+/.test(line))
  .map((line) => {
    const [number = '', what = '', state = '', proof = ''] = line.split('|').slice(1, -1);
    const [chapter = 0, section = 0, at = 0] = number.trim().replace(' N3', '').split('.').map(Number);
    return { order: chapter * 10_000 + section * 100 + at, what, state: state.trim(), proof: proof.trim() };
  });

test('every file that the security page names exists', () => {
  const named = [...text.matchAll(/`((?:server|crawler|core|widgets|test|docs)\/[\w./-]+\.(?:ts|md))`/g)].map(
    ([, path = '']) => (/^(?:test|docs)\//.test(path) ? path : path.replace(/^\w+/, 'packages/$&/src')),
  );
  expect(named.length).toBeGreaterThan(100);
  expect([...new Set(named)].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every requirement is listed once, in order, with a state and a proof or a reason', () => {
  const orders = rows.map(({ order }) => order);
  expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
  expect(new Set(orders.map((order) => Math.floor(order / 10_000)))).toEqual(
    new Set([1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 14, 16]),
  );
  expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
  expect(rows.filter(({ proof }) => proof === '')).toEqual([]);
});
