import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { brokenRules, wrongFaults, type Played } from './faults/judge.ts';
import { deedsOf } from './faults/opened.ts';
import { playFaults, playRobots, type Pace } from './faults/play.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
  }
}

/** `npm run test:faults` plays the catalogue by the command itself, with its own deadlines. */
const IS_FULL = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'full';
const PACE: Pace = IS_FULL
  ? { haste: 1, maxPages: 2_000, maxPerPattern: 50, concurrency: 1 }
  : { haste: 5, maxPages: 700, maxPerPattern: 5, concurrency: 2 };
/** As long as the audit itself may take: on a machine that does much else, ten minutes are nothing. */
const TIMEOUT = 1_300_000;

let played: Played;
let robots: readonly string[];

beforeAll(async () => {
  played = await playFaults(PACE);
  robots = await playRobots(PACE);
}, TIMEOUT);
afterAll(() => played.server.close());

test('every fault of the catalogue is recorded as what it is', () => {
  expect(wrongFaults(played)).toEqual([]);
});

test('the rules of the whole run hold, whatever the server did', () => {
  expect(brokenRules(played)).toEqual([]);
});

test('every robots.txt is read as the standard says', () => {
  expect(robots).toEqual([]);
});

test('the report of such a site, opened and unfolded, runs nothing of what it holds', async () => {
  const html = played.outputs.get('report.html') ?? '';
  expect(html).toContain('</html>');
  expect(await deedsOf(html, inject('chromium'))).toEqual([]);
}, 120_000);
