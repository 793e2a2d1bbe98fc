import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qualepref, repeatable, type Ended } from './command-line.ts';
import { configYaml, serveSite, type ServedSite } from './site/serve.ts';

let site: ServedSite;
let dir: string;
let reference: string;

beforeAll(async () => {
  site = await serveSite({ variant: 'faulty' });
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  writeFileSync(join(dir, 'qualepref.yml'), configYaml(site.origin));
  const ended = await audit('reference');
  expect(ended.stderr).not.toContain('Erreur');
  expect(ended.code).toBe(0);
  reference = repeatable(join(dir, 'reference'));
}, 180_000);
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Twelve pages of more: what a budget cuts off must be the same too. */
function audit(out: string, watch?: Parameters<typeof qualepref>[1] & object): Promise<Ended> {
  return qualepref(['audit', '--allow-private', '--json', '--max-pages', '12', '--out', out], {
    cwd: dir,
    ...watch,
  });
}

/** Sends `signal` at the nth event of a stage. */
function stopAt(
  stage: string,
  nth: number,
  signal: NodeJS.Signals,
): Parameters<typeof qualepref>[1] & object {
  let met = 0;
  return {
    watch: (line, child) => {
      if (line.includes(`"stage":"${stage}"`) && ++met === nth) child.kill(signal);
    },
  };
}

test('two runs on an unchanged site give the same report', async () => {
  expect((await audit('encore')).code).toBe(0);
  expect(repeatable(join(dir, 'encore'))).toBe(reference);
}, 180_000);

test('an audit killed in the middle goes on by the same command, and ends with the same report', async () => {
  const before = site.requests.length;
  await audit('tue', stopAt('pages', 9, 'SIGKILL'));
  const first = site.requests.slice(before).map(({ path }) => path);
  await audit('tue', stopAt('render', 5, 'SIGKILL'));
  expect((await audit('tue')).code).toBe(0);
  expect(repeatable(join(dir, 'tue'))).toBe(reference);

  // What was stored is not asked again: only what was under way when it died may be.
  const asked = site.requests
    .slice(before)
    .map(({ path }) => path)
    .filter((path) => path !== '/robots.txt');
  const times = (path: string): number => asked.filter((other) => other === path).length;
  expect(first.length).toBeGreaterThan(5);
  expect(asked.filter((path) => times(path) > 3)).toEqual([]);
  expect(new Set(asked.filter((path) => times(path) > 1)).size).toBeLessThanOrEqual(RETRIED + UNDER_WAY);
}, 300_000);

/** When it died: a page, then the assets of the pages being opened. */
const UNDER_WAY = 1 + 4;
/** The page that answers 500 is tried again by politeness, whatever happens. */
const RETRIED = 1;

test('ctrl-C stops soon, says how to go on, and loses nothing', async () => {
  const since = Date.now();
  const ended = await audit('arrete', stopAt('pages', 5, 'SIGINT'));
  expect(ended.code).toBe(130);
  expect(ended.stderr).toMatch(/Pour reprendre\s: .*audit .*--out arrete/);
  expect(Date.now() - since).toBeLessThan(100_000);
  const other = await qualepref(
    ['audit', '--allow-private', '--json', '--out', 'arrete', '--max-pages', '5'],
    { cwd: dir },
  );
  expect(other.code).toBe(2);
  expect(other.stderr).toMatch(/mêmes réglages.*--new/);
  expect((await audit('arrete')).code).toBe(0);
  expect(repeatable(join(dir, 'arrete'))).toBe(reference);
}, 300_000);
