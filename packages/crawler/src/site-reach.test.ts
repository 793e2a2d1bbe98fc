import { expect, test } from 'vitest';
import type { LinkFacts, PageFacts } from './facts.ts';
import { clicksFromHome, reachRow, type ReachRow } from './site-reach.ts';
import { link, page } from './testing.ts';

const SITE = 'https://www.exemple.gouv.fr';
const row = (path: string, to: readonly (string | Partial<LinkFacts>)[], html: object = {}): ReachRow => {
  const links = to.map((each) => link(typeof each === 'string' ? { url: `${SITE}${each}` } : each));
  const kind = path === '/' ? 'home' : 'other';
  const facts = page({ kind, links, title: path, ...html }, { url: `${SITE}${path}` });
  return reachRow(facts as PageFacts & Required<Pick<PageFacts, 'html'>>);
};
const clicks = (...rows: readonly ReachRow[]): Record<string, number> | null => {
  const all = clicksFromHome(rows);
  return all && Object.fromEntries([...all].map(([url, count]) => [url.slice(SITE.length), count]));
};

test('the shortest way counts, click by click', () => {
  const rows = [row('/', ['/a', '/b']), row('/a', ['/c']), row('/b', ['/a']), row('/c', ['/'])];
  expect(clicks(...rows)).toEqual({ '/': 0, '/a': 1, '/b': 1, '/c': 2 });
});

test('the site map leads nowhere: it names every page', () => {
  const rows = [
    row('/', ['/plan']),
    row('/plan', ['/a'], { title: 'Plan du site - Exemple' }),
    row('/a', []),
  ];
  expect(clicks(...rows)).toEqual({ '/': 0, '/plan': 1 });
});

test('a redirect leads where it ends', () => {
  const moved = { url: `${SITE}/old`, target: { outcome: 'redirected', finalUrl: `${SITE}/a` } } as const;
  expect(clicks(row('/', [moved]), row('/a', []))).toEqual({ '/': 0, '/a': 1 });
});

test('without the home page nothing is known of the ways', () => {
  expect(clicks(row('/a', ['/b']))).toBeNull();
});

test('a link that the audit did not follow, and more links than can be kept, leave the row in part', () => {
  const left = { url: `${SITE}/x`, target: { outcome: 'out_of_scope', reason: 'budget' } } as const;
  expect(row('/', ['/a']).isWhole).toBe(true);
  expect(row('/', [left]).isWhole).toBe(false);
  const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `/${String(at)}`);
  expect(row('/', many(250)).isWhole).toBe(true);
  expect(row('/', many(251))).toMatchObject({ isWhole: false, links: { length: 250 } });
});
