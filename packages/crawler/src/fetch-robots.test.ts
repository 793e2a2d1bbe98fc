import { expect, test } from 'vitest';
import { createRobots, type RobotsFiles } from './fetch-robots.ts';
import { freeAll } from './heap.ts';

/** Rules of 500 kB, of which the last alone forbids something that is asked. */
const LARGE = Buffer.from(
  `User-agent: *\n${Array.from({ length: 500 }, (_, at) => `Disallow: /${String(at)}${'a'.repeat(980)}\n`).join('')}Disallow: /closed\n`,
);

function robotsOf(asked: string[]): RobotsFiles {
  return createRobots({
    originOf: ({ origin }) => origin,
    ask: ({ host }) => {
      asked.push(host);
      return Promise.resolve({ outcome: 'ok', status: 200, headers: {}, body: LARGE });
    },
    slowDown: () => undefined,
    ignoreErrors: false,
    life: Infinity,
    now: () => new Date(0),
  });
}

const stranger = (at: number, path = '/'): URL => new URL(`https://${String(at)}.exemple.org${path}`);

test('the rules of 2,000 hosts of 500 kB each are not all kept: they hardly take memory', async () => {
  const robots = robotsOf([]);
  freeAll();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 2_000; at++) expect(await robots.refusal(stranger(at), undefined)).toBeNull();
  freeAll();
  const grown = process.memoryUsage().heapUsed - before;
  // Still in use: what is not may well be freed whole.
  expect(await robots.refusal(stranger(0, '/closed'), undefined)).not.toBeNull();
  expect(grown / 1_000_000).toBeLessThan(50);
}, 200_000);

test('those of the site, in use all along, are asked once; those forgotten are asked again, and obeyed', async () => {
  const asked: string[] = [];
  const robots = robotsOf(asked);
  const site = new URL('https://www.exemple.gouv.fr/closed');
  for (let at = 0; at < 10; at++) {
    expect(await robots.refusal(site, undefined)).toEqual({ outcome: 'refused_by_robots' });
    await robots.refusal(stranger(at), undefined);
  }
  expect(asked.filter((host) => host === site.host)).toHaveLength(1);
  expect(await robots.refusal(stranger(0, '/closed'), undefined)).toEqual({ outcome: 'refused_by_robots' });
  expect(asked.filter((host) => host === stranger(0).host)).toHaveLength(2);
});
