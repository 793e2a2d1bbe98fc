import { afterEach, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './render-launch.ts';
import { Greedy, watchMemory } from './render-memory.ts';

const ENOUGH = 1e12;
const browsers: Browser[] = [];
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});

/** What is told of a browser within these limits, or nothing for half a second. */
async function toldOf(browser: number, ours: number): Promise<unknown> {
  const launched = (await launch()).browser;
  browsers.push(launched);
  const gone = new Promise((resolve) => launched.once('disconnected', resolve));
  const told = await new Promise<unknown>((resolve) => {
    const end = watchMemory(launched, resolve, { browser, ours, growth: -ENOUGH });
    setTimeout(() => {
      end();
      resolve(undefined);
    }, 500);
  });
  if (told !== undefined) await gone;
  return told;
}

test('a browser that takes what it needs is left alone', async () => {
  expect(await toldOf(ENOUGH, ENOUGH)).toBe(undefined);
});

test.skipIf(process.platform !== 'linux')('one that takes more is ended, and it is told', async () => {
  expect(await toldOf(1, ENOUGH)).toBeInstanceOf(Greedy);
});

test('so is one whose page fills our own memory', async () => {
  expect(await toldOf(ENOUGH, 1)).toBeInstanceOf(Greedy);
});
