import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { checks } from './checks/index.ts';
import { findChromium } from './chromium.ts';
import type { RenderedFacts } from './facts.ts';
import { generatedSite, type GeneratedSite } from './generated-site.ts';
import { answerOf, candidatesOf, found, foundIn } from './generated-truth.ts';
import { axeLocale } from './render-locale.ts';
import { readHtml } from './read.ts';
import { openBrowser } from './render.ts';
import { runChecks } from './run-checks.ts';
import { chooseSample } from './sample.ts';
import { page, settings, site as siteOf } from './testing.ts';

/* Figures are printed; what is asserted leaves room for a machine that others use too. */

const PAGES = Number(process.env['BENCH_PAGES'] ?? 100);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const MINUTES = 60_000;

interface Cost {
  /** Milliseconds a page. */
  readonly wall: number;
  readonly cpu: number;
}

/** What a loop costs a page, on the wall and in all processes that it starts. */
async function costOf(pages: number, loop: (whenDone: () => void) => Promise<void>): Promise<Cost> {
  const own = process.cpuUsage();
  const since = performance.now();
  let children = 0;
  await loop(() => {
    children = cpuOfChildren();
  });
  const wall = performance.now() - since;
  const { user, system } = process.cpuUsage(own);
  return { wall: wall / pages, cpu: ((user + system) / 1000 + children) / pages };
}

/** Milliseconds of processor time of the browsers now running; 0 where the system does not tell. */
function cpuOfChildren(): number {
  const rows = new Map<number, { parent: number; time: number }>();
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const fields = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
      rows.set(Number(pid), {
        parent: Number(fields[1]),
        time: (Number(fields[11]) + Number(fields[12])) * 10,
      });
    }
  } catch {
    // A process that ended, or another system.
  }
  let sum = 0;
  for (const [pid, { time }] of rows) {
    let up = pid;
    while (up > 1 && up !== process.pid) up = rows.get(up)?.parent ?? 0;
    if (up === process.pid && pid !== process.pid) sum += time;
  }
  return sum;
}

type Found = Map<string, string[]>;

/** The hand-tuned loop: two pages used again, images blocked, axe-core evaluated on each page. */
async function reference(site: GeneratedSite, paths: readonly string[], results: Found): Promise<Cost> {
  const require = createRequire(import.meta.url);
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const script = `${axe};axe.configure({ locale: ${JSON.stringify(axeLocale())} });`;
  const run = `axe.run(document, { resultTypes: ['violations', 'incomplete'], preload: { assets: ['cssom', 'media'], timeout: 5000 }, elementRef: false })
    .then(({ violations, incomplete }) => [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.flat().join(' >>> '))))`;
  return costOf(paths.length, async (whenDone) => {
    const executablePath = findChromium();
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      chromiumSandbox: false,
      args: ['--disable-gpu'],
    });
    const todo = [...paths];
    const work = async (): Promise<void> => {
      // A context each: in one, both pages would share a process.
      const context = await browser.newContext({
        locale: 'fr-FR',
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.route('**/*', async (route) => {
        const request = route.request();
        const file =
          request.resourceType() === 'image' ? undefined : site.file(new URL(request.url()).pathname);
        if (file) await route.fulfill({ contentType: file.type, body: Buffer.from(file.body) });
        else await route.abort();
      });
      for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
        await page.goto(site.address + path, { waitUntil: 'load' });
        await Promise.all(page.frames().map((frame) => frame.evaluate(script)));
        results.set(path, (await page.evaluate<string[]>(run)).sort());
      }
    };
    await Promise.all([work(), work()]);
    whenDone();
    await browser.close();
  });
}

/** As an audit opens its sample; `tries`: with every pass. */
async function ours(
  site: GeneratedSite,
  paths: readonly string[],
  results: Map<string, RenderedFacts>,
  tries = false,
): Promise<Cost> {
  return costOf(paths.length, async (whenDone) => {
    const todo = [...paths];
    const answer = answerOf(site);
    const browsers = await Promise.all([1, 2, 3].map(() => openBrowser()));
    await Promise.all(
      browsers.map(async (browser) => {
        for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
          const facts = await browser.render({ url: site.address + path, tries }, answer);
          if ('failure' in facts) throw new Error(`${path} ${facts.outcome} ${facts.failure}`);
          results.set(path, facts);
        }
      }),
    );
    whenDone();
    await Promise.all(browsers.map((browser) => browser.close()));
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

test(
  'rendering every page costs less than the hand-tuned loop, and finds the same',
  async () => {
    const site = generatedSite({ pages: PAGES, seed: 'banc' });
    const ratios: Cost[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const theirs: Found = new Map();
      const results = new Map<string, RenderedFacts>();
      const a = await reference(site, site.pages, theirs);
      const b = await ours(site, site.pages, results);
      ratios.push({ wall: b.wall / a.wall, cpu: b.cpu / a.cpu });
      say(
        `rendering, round ${String(round)}, ${String(PAGES)} pages: reference ${a.wall.toFixed(0)} ms a page (${a.cpu.toFixed(0)} of processor), ours ${b.wall.toFixed(0)} (${b.cpu.toFixed(0)}): × ${(b.wall / a.wall).toFixed(2)} (× ${(b.cpu / a.cpu).toFixed(2)})`,
      );
      const same = new Map([...results].map(([path, facts]) => [path, foundIn(facts).sort()]));
      expect(new Map([...same].sort())).toEqual(new Map([...theirs].sort()));
    }
    const ratio = median(ratios.map(({ wall }) => wall));
    say(
      `rendering against the reference: × ${ratio.toFixed(2)} (processor × ${median(ratios.map(({ cpu }) => cpu)).toFixed(2)})`,
    );
    expect(ratio).toBeLessThan(1.5);
  },
  20 * MINUTES,
);

test(
  'the structural sample costs a fraction of every page, and keeps the defects',
  async () => {
    const site = generatedSite({ pages: PAGES * 5, seed: 'banc' });
    const sample = chooseSample(candidatesOf(site), new Set(), site.address);
    const paths = sample.urls.map((url) => decodeURI(new URL(url).pathname));
    const some = new Map<string, RenderedFacts>();
    const all = new Map<string, RenderedFacts>();
    const cheap = await ours(site, paths, some);
    const whole = await ours(site, site.pages, all);
    const ratio = (cheap.wall * paths.length) / (whole.wall * site.pages.length);
    say(
      `default sample: ${String(paths.length)} pages of ${String(site.pages.length)}, × ${ratio.toFixed(3)} the time of all`,
    );
    const kept = (level: 'template' | 'content', seen: readonly string[]): string => {
      const planted = site.defects.filter((defect) => defect.level === level && seen.includes(defect.seen));
      const there = planted.filter((defect) => found(defect, all));
      const saved = there.filter((defect) => found(defect, some));
      // What an exhaustive audit does not find was not planted well.
      expect(there.length).toBe(planted.length);
      return `${String(saved.length)} of ${String(there.length)}`;
    };
    const templates = kept('template', ['announced', 'browser']);
    say(`template defects kept: ${templates}`);
    say(`content defects that the HTML announces kept: ${kept('content', ['announced'])} places`);
    say(`content defects that only a browser sees kept: ${kept('content', ['browser'])}`);
    expect(templates).toBe('6 of 6');
    expect(ratio).toBeLessThan(0.4);
  },
  30 * MINUTES,
);

test(
  'a default audit with every pass costs a fraction of an exhaustive loop of axe-core alone',
  async () => {
    const site = generatedSite({ pages: PAGES * 3, seed: 'banc' });
    const sample = chooseSample(candidatesOf(site), new Set(), site.address);
    const paths = sample.urls.map((url) => decodeURI(new URL(url).pathname));
    const loop = await reference(site, site.pages, new Map());
    const results = new Map<string, RenderedFacts>();
    const tried = await ours(site, paths, results, true);
    const judged = await costOf(paths.length, async (whenDone) => {
      judgeAll(site, results);
      whenDone();
      await Promise.resolve();
    });
    const ratio = (of: (cost: Cost) => number): number =>
      ((of(tried) + of(judged)) * paths.length) / (of(loop) * site.pages.length);
    say(
      `default audit with every pass: ${String(paths.length)} pages of ${String(site.pages.length)}, ${tried.wall.toFixed(0)} ms a page (${tried.cpu.toFixed(0)} of processor) against ${loop.wall.toFixed(0)} (${loop.cpu.toFixed(0)}): × ${ratio(({ wall }) => wall).toFixed(3)} (processor × ${ratio(({ cpu }) => cpu).toFixed(3)})`,
    );
    expect(ratio(({ wall }) => wall)).toBeLessThan(1);
  },
  30 * MINUTES,
);

/** Every page check on every page that a browser opened. */
function judgeAll(site: GeneratedSite, results: ReadonlyMap<string, RenderedFacts>): void {
  const addressing = createAddressing({ address: site.address, aliases: [] });
  const pages = [...results].map(([path, rendered]) => {
    const url = new URL(path, site.address).href;
    const context = { addressing, isListedProcedure: () => false, pinned: {} };
    const body = site.file(path)?.body ?? new Uint8Array();
    return page(readHtml(body, { url, contentType: 'text/html' }, context), { url, rendered });
  });
  runChecks({ site: siteOf(), pages: () => pages, addresses: () => [] }, checks, settings());
}
