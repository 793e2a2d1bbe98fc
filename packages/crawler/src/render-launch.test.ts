import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChromium } from './chromium.ts';
import { launch, whileAlive } from './render-launch.ts';
import { killBrowser } from './render-memory.ts';
import { Tab } from './render-tab.ts';

const chromium = findChromium() ?? '';
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

/** A browser that a shell script stands before: `first` when it starts for the first time, `then` later. */
function standIn(first: string, then: string): void {
  const path = join(dir, 'chromium');
  const seen = join(dir, 'vu');
  writeFileSync(
    path,
    `#!/bin/sh\nif [ -e '${seen}' ]; then ${then}; fi\ntouch '${seen}'\n${first}\nexit 1\n`,
  );
  chmodSync(path, 0o755);
  vi.stubEnv('CHROMIUM_PATH', path);
}

/** The tests may run where no sandbox can start: these act as if it did. */
const START = `exec '${chromium}' "$@" --no-sandbox`;
const START_WITHOUT = `case "$*" in *--no-sandbox*) exec '${chromium}' "$@";; esac; exit 1`;

test('a browser killed as it starts is started again, with its sandbox', async () => {
  standIn('kill -9 $$', START);
  const { browser, sandboxed } = await launch();
  await browser.close();
  expect(sandboxed).toBe(true);
});

test('where the sandbox does not start, the browser starts without it, and says so', async () => {
  standIn(START_WITHOUT, START_WITHOUT);
  const { browser, sandboxed } = await launch();
  await browser.close();
  expect(sandboxed).toBe(false);
});

test('a browser whose sandbox has started never goes without it', async () => {
  standIn(START, START_WITHOUT);
  const { browser } = await launch();
  await browser.close();
  await expect(launch()).rejects.toMatchObject({ code: 'chromium-broken' });
});

test('a tab that is being opened when its browser dies is not waited for', async () => {
  for (let delay = 0; delay < 100; delay += 10) {
    const { browser } = await launch();
    const opening = whileAlive(browser, Tab.open(browser, '')).catch(() => 'dead');
    await new Promise((resolve) => setTimeout(resolve, delay));
    killBrowser(browser);
    await opening;
    expect(browser.isConnected()).toBe(false);
  }
}, 120_000);
