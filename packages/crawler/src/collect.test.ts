import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '@qualepref/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { AuditFile, type AddressRow } from './audit-file.ts';
import { collect, Interrupted, type Plan, type World } from './collect.ts';
import type { Fetched, FetchRequest } from './fetch.ts';
import type { PageBrowser } from './render.ts';
import { site } from './testing.ts';

const HOME = 'https://a.fr/';
let dir: string;
let file: AuditFile;
let stop: AbortController;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  file = AuditFile.open(join(dir, 'audit.sqlite'));
  stop = new AbortController();
});
afterEach(() => {
  file.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A page that links to these addresses. */
const links = (...hrefs: string[]): string =>
  `<!doctype html><title>Page</title><main>${hrefs.map((href) => `<a href="${href}">lien</a>`).join('')}</main>`;
/** What each address answers: a page, or anything else. */
type Site = Record<string, string | Partial<Fetched>>;

const isRobots = ({ url }: FetchRequest): boolean => url.endsWith('/robots.txt');

/** A world of a few addresses; what it was asked for, in order. */
function worldOf(pages: Site, asked: FetchRequest[], opened: string[] = []): World {
  const browser: PageBrowser = {
    version: '1',
    sandboxed: true,
    render: ({ url }) => {
      opened.push(url);
      return Promise.resolve({ title: '', axe: [], skipLink: null, sheetViews: [] });
    },
    close: () => Promise.resolve(),
  };
  return {
    fetch: (request) => {
      // Every site has a robots.txt and sitemaps asked for: only the tests about them want to see it.
      if (request.kind !== 'sitemap' && !isRobots(request)) asked.push(request);
      const found = pages[request.url] ?? { outcome: 'gone', status: 404 };
      const common = { url: request.url, headers: {}, fetchedOn: '2026-11-24', requests: 1 };
      if (typeof found !== 'string') return Promise.resolve({ ...common, outcome: 'ok', ...found });
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      return Promise.resolve({ ...common, headers, outcome: 'ok', status: 200, body: Buffer.from(found) });
    },
    browser: () => Promise.resolve(browser),
    now: () => new Date('2026-11-24T09:00:00Z'),
    log: () => undefined,
  };
}

function planOf(limits: Partial<Plan['site']> = {}, rules: Partial<Plan['rules']> = {}): Plan {
  const addressing = createAddressing({ address: HOME, aliases: [] });
  return {
    site: site(limits),
    start: HOME,
    rules: { addressing, pinned: new Set(), deny: [], ...rules },
    context: { addressing, isListedProcedure: () => false, pinned: {} },
    concurrency: 1,
    signal: stop.signal,
  };
}

const addresses = (): AddressRow[] => [...file.addresses()].filter(({ kind }) => kind !== 'sitemap');

/** Paths asked for, in order. */
async function crawl(pages: Site, plan: Plan = planOf()): Promise<string[]> {
  const asked: FetchRequest[] = [];
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(plan, file, worldOf(pages, asked));
  return asked.map(({ url }) => (url.startsWith(HOME) ? url.slice(HOME.length - 1) : url));
}

test('a depth is read whole before the next, procedures before the rest', async () => {
  const pages = {
    [HOME]: links('/b', '/Demarches', '/a'),
    [`${HOME}a`]: links('/c'),
    [`${HOME}b`]: links(),
    [`${HOME}Demarches`]: links('/Demarches/x', '/c'),
    [`${HOME}Demarches/x`]: links(),
    [`${HOME}c`]: links(),
  };
  expect(await crawl(pages)).toEqual(['/', '/Demarches', '/a', '/b', '/Demarches/x', '/c']);
});

test('each address is asked once, however many pages link to it', async () => {
  const pages = { [HOME]: links('/a', '/a#x', '/'), [`${HOME}a`]: links('/', '/a?utm_source=lettre') };
  expect(await crawl(pages)).toEqual(['/', '/a']);
});

test('documents are asked after the pages and the links of other sites', async () => {
  const pages = { [HOME]: links('/f.pdf', 'https://autre.fr/', '/a'), [`${HOME}a`]: links() };
  expect(await crawl(pages)).toEqual(['/', '/a', 'https://autre.fr/', '/f.pdf']);
});

test('other sites are asked while pages wait their turn, each host at its own pace', async () => {
  const pages = {
    [HOME]: links('/a', 'https://x.fr/1', 'https://x.fr/2', 'https://y.fr/1'),
    [`${HOME}a`]: links('https://x.fr/3'),
  };
  const asked: FetchRequest[] = [];
  const world = worldOf(pages, asked);
  const ended: string[] = [];
  const slow: World = {
    ...world,
    fetch: async (request, signal) => {
      const answer = await world.fetch(request, signal);
      await sleep(request.url === `${HOME}a` ? 900 : 5);
      if (request.kind !== 'sitemap' && !isRobots(request)) ended.push(request.url);
      return answer;
    },
  };
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(planOf(), file, slow);
  expect(ended).toEqual([
    ...[HOME, 'https://x.fr/1', 'https://y.fr/1', 'https://x.fr/2', `${HOME}a`, 'https://x.fr/3'],
  ]);
});

test('what another site leads back to is asked after all that the site itself links to', async () => {
  const back: Partial<Fetched> = { outcome: 'redirected', status: 301, location: `${HOME}retour` };
  const pages = {
    [HOME]: links('/a', 'https://autre.fr/'),
    [`${HOME}a`]: links('/b'),
    [`${HOME}b`]: links(),
    [`${HOME}retour`]: links(),
    'https://autre.fr/': back,
  };
  expect((await crawl(pages)).filter((url) => url.startsWith('/'))).toEqual(['/', '/a', '/b', '/retour']);
});

test('the browser opens the sample while documents are asked', async () => {
  const pages = { [HOME]: links('/f.pdf') };
  const events: string[] = [];
  const world = worldOf(pages, []);
  const slow: World = {
    ...world,
    browser: async () => {
      const browser = await world.browser();
      return {
        ...browser,
        render: async (request, answer) => {
          await sleep(20);
          events.push('rendered');
          return browser.render(request, answer);
        },
      };
    },
    fetch: async (request, signal) => {
      if (request.kind === 'document') {
        await sleep(60);
        events.push('asked');
      }
      return world.fetch(request, signal);
    },
  };
  file.beginRun('2026-11-24T09:00:00Z');
  const began = performance.now();
  await collect(planOf(), file, slow);
  expect(events).toEqual(['rendered', 'asked']);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('of the documents a few are asked whole and kept, drawn once for all; of acts none', async () => {
  const pdf = (body: string, size = body.length): Partial<Fetched> => ({
    ...{ outcome: 'ok', status: 200, body: Buffer.from(body), size },
  });
  const pages = {
    [HOME]: links('/a.pdf', '/b.pdf', '/c.pdf', '/large.pdf', '/Publications/RAA/1.pdf'),
    [`${HOME}a.pdf`]: pdf('%PDF-a'),
    [`${HOME}b.pdf`]: pdf('%PDF-b'),
    [`${HOME}c.pdf`]: pdf('%PDF-c'),
    [`${HOME}large.pdf`]: pdf('%PDF-x', 50_000_000),
    [`${HOME}Publications/RAA/1.pdf`]: pdf('%PDF-r'),
  };
  const asked: FetchRequest[] = [];
  file.beginRun('2026-11-24T09:00:00Z');
  await collect({ ...planOf(), maxWholeDocuments: 4 }, file, worldOf(pages, asked));
  const whole = asked.filter(({ isWhole }) => isWhole === true).map(({ url }) => url.slice(HOME.length));
  expect(whole).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'large.pdf']);
  const kept = ['a.pdf', 'large.pdf', 'Publications/RAA/1.pdf'].map((name) => file.answer(HOME + name)?.body);
  expect(kept.map((body) => (body ? Buffer.from(body).toString() : undefined))).toEqual([
    ...['%PDF-a', undefined, undefined],
  ]);
  expect(file.wholeDocuments).toHaveLength(4);
});

test('a picture that the browser has shown is not asked again as a document', async () => {
  const image: Partial<Fetched> = { outcome: 'ok', status: 200, body: Buffer.from('PK\x03\x04'), size: 4 };
  const pages = { [HOME]: links('/a.zip'), [`${HOME}a.zip`]: image };
  const asked: FetchRequest[] = [];
  file.beginRun('2026-11-24T09:00:00Z');
  file.storeAsset(
    await worldOf(pages, []).fetch({ url: `${HOME}a.zip`, kind: 'asset' }),
    '2026-11-24T09:00:00Z',
  );
  await collect(planOf(), file, worldOf(pages, asked));
  expect(asked.map(({ url }) => url)).toEqual([HOME]);
  const row = [...file.addresses()].find(({ kind }) => kind === 'document');
  expect(row).toMatchObject({ outcome: 'ok', magic: 'zip', size: 4 });
});

test('a budget stops the reading, and what it leaves stays in the queue', async () => {
  const pages = { [HOME]: links('/a', '/b', '/c', '/f.pdf', '/g.pdf') };
  expect(await crawl(pages, planOf({ maxPages: 2, maxDocuments: 1 }))).toEqual(['/', '/a', '/f.pdf']);
  expect(file.waiting('page').map(({ url }) => url)).toEqual([`${HOME}b`, `${HOME}c`]);
});

test('what a budget leaves never depends on who answers first', async () => {
  const pages: Site = {
    [HOME]: links('/a', '/b', '/c', 'https://x.fr/', 'https://y.fr/'),
    'https://x.fr/': { outcome: 'redirected', status: 301, location: `${HOME}x` },
    'https://y.fr/': { outcome: 'redirected', status: 301, location: `${HOME}y` },
    [`${HOME}x`]: links('/x1'),
    [`${HOME}y`]: links('/y1'),
  };
  for (const letter of ['a', 'b', 'c'])
    pages[HOME + letter] = links(...['1', '2', '3'].map((n) => `/${letter}${n}`));
  const left = async (maxPages: number, seed: string): Promise<string[]> => {
    const random = randomFrom(seed);
    const world = worldOf(pages, []);
    const uneven: World = {
      ...world,
      fetch: async (request, signal) => {
        await sleep(random() * 15);
        return world.fetch(request, signal);
      },
    };
    const own = AuditFile.open(join(dir, `${seed}-${String(maxPages)}.sqlite`));
    own.beginRun('2026-11-24T09:00:00Z');
    await collect(planOf({ maxPages }), own, uneven);
    const urls = own.waiting('page').map(({ url }) => url);
    own.close();
    return urls;
  };
  for (const maxPages of [3, 8, 12, 14]) {
    const first = await left(maxPages, '0');
    for (const seed of ['1', '2', '3']) expect(await left(maxPages, seed)).toEqual(first);
  }
});

test('a redirect leads to an address of its own, asked once, be it a document or another site', async () => {
  const to = (location: string): Partial<Fetched> => ({ outcome: 'redirected', status: 301, location });
  const pages = {
    [HOME]: links('/vieux', '/f.pdf', 'https://autre.fr/'),
    [`${HOME}vieux`]: to(`${HOME}neuf`),
    [`${HOME}neuf`]: links(),
    [`${HOME}f.pdf`]: to(`${HOME}g.pdf`),
    'https://autre.fr/': to('https://autre.fr/accueil'),
  };
  expect(await crawl(pages)).toEqual([
    ...['/', '/vieux', '/neuf', 'https://autre.fr/', 'https://autre.fr/accueil'],
    ...['/f.pdf', '/g.pdf'],
  ]);
});

test('a redirect to another spelling of the same address is followed at once', async () => {
  const pages = {
    [HOME]: links('/a'),
    [`${HOME}a`]: { outcome: 'redirected', status: 301, location: 'https://www.a.fr/index.php/a' },
    'https://www.a.fr/index.php/a': links('/b'),
    [`${HOME}b`]: links(),
  } satisfies Site;
  expect(await crawl(pages)).toEqual(['/', '/a', 'https://www.a.fr/index.php/a', '/b']);
  expect([...file.pages()].map(({ url }) => url)).toEqual([HOME, `${HOME}a`, `${HOME}b`]);
});

test('a chain of redirects is followed before the next depth, whatever the budget leaves of that one', async () => {
  const to = (location: string): Partial<Fetched> => ({ outcome: 'redirected', status: 301, location });
  const pages = {
    [HOME]: links('/a', '/z1'),
    [`${HOME}a`]: links('/b', '/c', '/d'),
    ...Object.fromEntries(['b', 'c', 'd', 'z4'].map((name) => [`${HOME}${name}`, links()])),
    ...Object.fromEntries([1, 2, 3].map((n) => [`${HOME}z${String(n)}`, to(`${HOME}z${String(n + 1)}`)])),
  };
  const asked = ['/', '/a', '/z1', '/z2', '/z3', '/z4', '/b'];
  expect(await crawl(pages, planOf({ maxPages: 7 }))).toEqual(asked);
});

test('a page with more elements or levels than can be held is too large, and leads nowhere', async () => {
  const many = { body: Buffer.from(`<a href="/b">b</a>${'<p>x'.repeat(100_001)}`) };
  const deep = { body: Buffer.from(`<a href="/b">b</a>${'<div>'.repeat(2_501)}`) };
  await crawl({ [HOME]: links('/a', '/d'), [`${HOME}a`]: many, [`${HOME}d`]: deep });
  const found = addresses().map(({ url, outcome, reason }) => [url, outcome, reason]);
  expect(found).toEqual([
    [HOME, 'ok', undefined],
    [`${HOME}a`, 'too_large', 'elements'],
    [`${HOME}d`, 'too_large', 'levels'],
  ]);
});

test('an encoding declared too late is noted', async () => {
  const late = Buffer.from(
    `<!--${'x'.repeat(1_100)}--><meta charset="windows-1252"><title>é</title>`,
    'latin1',
  );
  await crawl({ [HOME]: { body: late } });
  expect(addresses()).toMatchObject([{ outcome: 'ok', reason: 'late-charset', title: 'é' }]);
});

/** A site whose pages send whoever has no cookie to a door that gives one, then back. */
async function crawlWall(opens: boolean, asked: FetchRequest[] = []): Promise<string[]> {
  const world = worldOf({}, asked);
  const answer = (request: FetchRequest): Partial<Fetched> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/robots.txt' || request.kind === 'sitemap') return { outcome: 'gone', status: 404 };
    if (pathname === '/porte')
      return { outcome: 'redirected', status: 302, location: HOME, cookies: ['passage'] };
    const isOpen = opens && asked.some(({ url }) => url.endsWith('/porte'));
    if (!isOpen) return { outcome: 'redirected', status: 302, location: `${HOME}porte` };
    return { outcome: 'ok', status: 200, body: Buffer.from(links('/suite')) };
  };
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(planOf(), file, {
    ...world,
    fetch: async (request) => ({ ...(await world.fetch(request)), ...answer(request) }),
  });
  return asked.map(({ url }) => url.slice(HOME.length - 1));
}

test('a wall that gives its cookie at another address lets the audit through', async () => {
  expect(await crawlWall(true)).toEqual(['/', '/porte', '/', '/suite']);
  expect(addresses().map(({ url, outcome }) => [url, outcome])).toEqual([
    [HOME, 'ok'],
    [`${HOME}porte`, 'redirected'],
    [`${HOME}suite`, 'ok'],
  ]);
});

test('one that sends back whoever brings its cookie is a loop, asked once more only', async () => {
  const asked: FetchRequest[] = [];
  await expect(crawlWall(false, asked)).rejects.toMatchObject({ code: 'start-unreachable' });
  expect(asked).toHaveLength(3);
  expect(addresses().map(({ outcome }) => outcome)).toEqual(['redirected', 'redirected']);
});

test('redirects that make their addresses as they go come to an end', async () => {
  const asked: FetchRequest[] = [];
  const world = worldOf({ [HOME]: links('https://piege.fr/0') }, asked);
  const trap: World = {
    ...world,
    fetch: async (request, signal) => {
      const answer = await world.fetch(request, signal);
      const [, n] = /piege\.fr\/(\d+)/.exec(request.url) ?? [];
      if (n === undefined) return answer;
      return { ...answer, outcome: 'redirected', location: `https://piege.fr/${String(Number(n) + 1)}` };
    },
  };
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(planOf(), file, trap);
  expect(asked.length).toBeLessThan(100);
});

test('what is denied, and booking wizards, are never asked and are recorded', async () => {
  const pages = { [HOME]: links('/Archives/2019', '/booking/create/4711/0', '/a'), [`${HOME}a`]: links() };
  expect(await crawl(pages, planOf({}, { deny: [`${HOME}Archives`] }))).toEqual(['/', '/a']);
  const reasons = [...file.addresses()]
    .filter(({ outcome }) => outcome === 'out_of_scope')
    .map(({ reason }) => reason);
  expect(reasons.sort()).toEqual(['denied', 'never-asked']);
});

test('what a booking begins with is asked once, its steps never', async () => {
  const steps = ['/booking/create/4711/0', '/booking/create/4711/1', '/booking/confirm/4711'];
  const pages = {
    [HOME]: links('/a', '/booking/create/4711'),
    [`${HOME}a`]: links('/booking/create/4711', '/index.php/booking/create/4711/', ...steps),
    [`${HOME}booking/create/4711`]: links(...steps),
    [`${HOME}booking/create/4711/`]: links(...steps),
  };
  const asked = await crawl(pages);
  expect(asked.filter((path) => path.includes('/booking/'))).toEqual(['/booking/create/4711']);
});

test('a start address that gives no page is an error that says why', async () => {
  await expect(crawl({})).rejects.toMatchObject({ code: 'start-unreachable' });
  await expect(crawl({ [HOME]: { outcome: 'out_of_scope', reason: 'private' } })).rejects.toMatchObject({
    code: 'private-address',
  });
});

test('a start address that only leads to another site names it', async () => {
  const away: Site = { [HOME]: { outcome: 'redirected', status: 301, location: 'https://autre.fr/' } };
  await expect(crawl(away)).rejects.toThrow(/autre\.fr/);
});

test('the sample is opened once each, and not again when the audit is taken up', async () => {
  const pages = { [HOME]: links('/a'), [`${HOME}a`]: links() };
  const opened: string[] = [];
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(planOf({ exhaustive: true }), file, worldOf(pages, [], opened));
  expect(opened).toEqual([HOME, `${HOME}a`]);
  await collect(planOf({ exhaustive: true }), file, worldOf(pages, [], opened));
  expect(opened).toHaveLength(2);
});

test('a stopped collection keeps what is stored, asks for nothing more, and goes on later', async () => {
  const pages = { [HOME]: links('/a', '/b'), [`${HOME}a`]: links(), [`${HOME}b`]: links() };
  const asked: FetchRequest[] = [];
  const world = worldOf(pages, asked);
  const stopping: World = {
    ...world,
    log: () => {
      stop.abort();
    },
  };
  file.beginRun('2026-11-24T09:00:00Z');
  await expect(collect(planOf(), file, stopping)).rejects.toThrow(Interrupted);
  expect(asked.map(({ url }) => url)).toEqual([HOME]);
  stop = new AbortController();
  await collect(planOf(), file, world);
  expect(asked.map(({ url }) => url)).toEqual([HOME, `${HOME}a`, `${HOME}b`]);
});

const outcomes = (): string[] =>
  [...file.addresses()]
    .filter(({ done, outcome }) => done && outcome !== 'ok' && outcome !== 'gone')
    .map(({ url, outcome, reason }) => `${url.replace(HOME, '/')} ${outcome} ${String(reason)}`);
const text = (body: string): Partial<Fetched> => ({ outcome: 'ok', status: 200, body: Buffer.from(body) });

test('what sitemaps alone know is read once the links are followed', async () => {
  const list = (...paths: string[]): Partial<Fetched> =>
    text(`<urlset>${paths.map((path) => `<url><loc>${HOME}${path}</loc></url>`).join('')}</urlset>`);
  const pages = {
    [HOME]: links('/z', '/plans/a'),
    [`${HOME}robots.txt`]: text(`Sitemap: ${HOME}plans/tous\nSitemap: https://autre.fr/plan.xml`),
    [`${HOME}plans/tous`]: text(
      `<sitemapindex><sitemap><loc>${HOME}plans/a</loc></sitemap><sitemap><loc>${HOME}plans/tous</loc></sitemap></sitemapindex>`,
    ),
    [`${HOME}plans/a`]: list('z', 'b', 'a.pdf', 'Demarches/x'),
    [`${HOME}sitemap.xml`]: text('<!DOCTYPE x><urlset/>'),
    [`${HOME}z`]: links('/c'),
    [`${HOME}b`]: links('/d'),
  } satisfies Site;
  expect(await crawl(pages)).toEqual(['/', '/z', '/c', '/Demarches/x', '/b', '/d', '/a.pdf']);
  const sitemaps = [...file.addresses()].filter(({ kind }) => kind === 'sitemap');
  expect(sitemaps.map(({ url, outcome, reason, listed }) => [url, outcome, reason, listed])).toEqual([
    [`${HOME}plans/a`, 'ok', undefined, 4],
    [`${HOME}plans/tous`, 'ok', undefined, undefined],
    [`${HOME}sitemap.xml`, 'invalid_content', 'doctype', undefined],
  ]);
});

test('sitemaps that do not answer, one after the other, are not all waited for', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `${HOME}plans/${String(at).padStart(2, '0')}`);
  const index = names.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('');
  const silent = names.map((url) => [url, { outcome: 'timeout' }] as const);
  const pages = { ...Object.fromEntries(silent), [HOME]: links() };
  await crawl({ ...pages, [`${HOME}sitemap.xml`]: text(`<sitemapindex>${index}</sitemapindex>`) });
  const outcomes = [...file.addresses()]
    .filter(({ kind }) => kind === 'sitemap')
    .map(({ outcome, reason }) => reason ?? outcome);
  expect(outcomes.slice(0, -1)).toEqual([
    ...Array.from({ length: 8 }, () => 'timeout'),
    ...Array.from({ length: 22 }, () => 'given-up'),
  ]);
});

test('of a sitemap larger than the budget the rest is counted, not listed', async () => {
  const letters = (n: number): string =>
    n.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
  const alike = Array.from({ length: 80 }, (_, at) => `a/${String(at)}`);
  const others = Array.from({ length: 1_020 }, (_, at) => `p-${letters(at)}`);
  const urls = [...alike, ...others].map((path) => `<url><loc>${HOME}${path}</loc></url>`);
  const pages = { [HOME]: links(), [`${HOME}sitemap.xml`]: text(`<urlset>${urls.join('')}</urlset>`) };
  await crawl(pages, planOf({ maxPages: 10 }, { maxPerPattern: 5 }));
  const known = [...file.addresses()].map(({ url }) => url);
  expect(known.filter((url) => url.startsWith(`${HOME}a/`))).toHaveLength(5);
  expect(file.listedLeft).toBe(1_100 - 1_009);
});

test('a long series in a sitemap comes behind the first of every shape', async () => {
  const paths = [...Array.from({ length: 15 }, (_, at) => `a/${String(at + 10)}`), 'z'];
  const urls = paths.map((path) => `<url><loc>${HOME}${path}</loc></url>`);
  const pages = { [HOME]: links(), [`${HOME}sitemap.xml`]: text(`<urlset>${urls.join('')}</urlset>`) };
  const asked = await crawl(pages, planOf({ maxPages: 100 }));
  expect(asked.slice(10, 13)).toEqual(['/a/19', '/z', '/a/20']);
});

/** A site whose agenda leads from each month to the next, for ever. */
function worldOfAgenda(asked: FetchRequest[]): World {
  const world = worldOf({ [HOME]: links('/agenda') }, asked);
  return {
    ...world,
    fetch: async (request, signal) => {
      const answer = await world.fetch(request, signal);
      const url = new URL(request.url);
      if (url.pathname !== '/agenda') return answer;
      const month = Number(url.searchParams.get('mois'));
      const body = Buffer.from(
        links(`/agenda?mois=${String(month + 1)}`, `/agenda?mois=${String(month - 1)}`),
      );
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      return { ...answer, outcome: 'ok', status: 200, headers, body };
    },
  };
}

test('an endless agenda ends at the budget of its shape, and it is said', async () => {
  const asked: FetchRequest[] = [];
  file.beginRun('2026-11-24T09:00:00Z');
  const plan = planOf({ maxPages: 1_000 }, { maxPerPattern: 12 });
  await collect(plan, file, worldOfAgenda(asked));
  expect(asked.length).toBe(16);
  expect(outcomes()).toEqual(['/agenda?mois=-8 trap pattern', '/agenda?mois=7 trap pattern']);
});

test('an audit stopped in a trap goes on to the same end', async () => {
  const whole: FetchRequest[] = [];
  const plan = planOf({ maxPages: 1_000 }, { maxPerPattern: 12 });
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(plan, file, worldOfAgenda(whole));
  const expected = outcomes();
  file.close();
  rmSync(join(dir, 'audit.sqlite'));
  file = AuditFile.open(join(dir, 'audit.sqlite'));
  const asked: FetchRequest[] = [];
  for (let run = 0; run < 40; run++) {
    const world = worldOfAgenda(asked);
    stop = new AbortController();
    const halting: World = { ...world, log: () => stop.abort() };
    file.beginRun('2026-11-24T09:00:00Z');
    const isOver = await collect({ ...plan, signal: stop.signal }, file, run < 30 ? halting : world).then(
      () => true,
      (error: unknown) => !(error instanceof Interrupted),
    );
    if (isOver) break;
  }
  expect(outcomes()).toEqual(expected);
  expect(asked.map(({ url }) => url).sort()).toEqual(whole.map(({ url }) => url).sort());
});

/** A site whose pages below one address each lead to others below them, for ever; `links` of a true page stay as they are. */
function worldOfWords(wide: number, pages: Site, asked: FetchRequest[]): World {
  const world = worldOf(pages, asked);
  const words = 'abri brume cerf dune etang faon gite houx'.split(' ');
  return {
    ...world,
    fetch: async (request, signal) => {
      const answer = await world.fetch(request, signal);
      const { pathname } = new URL(request.url);
      if (pages[request.url] !== undefined || !pathname.startsWith('/mots/')) return answer;
      const depth = pathname.split('/').length;
      const below = words
        .slice(0, wide)
        .map(
          (word) =>
            `${pathname}${word}${'aeiouy'[depth % 6] ?? ''}${'lmnrst'[depth % 5] ?? ''}-${words[depth % 8] ?? ''}/`,
        );
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      return { ...answer, outcome: 'ok', status: 200, headers, body: Buffer.from(links(...below)) };
    },
  };
}

/** True pages, each on the one before: the last is read only if nothing starves it. */
const chain = (length: number): Site =>
  Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `${HOME}vrai/${'abcdefghijklmnop'.slice(0, at + 1)}`,
      at + 1 < length ? links(`/vrai/${'abcdefghijklmnop'.slice(0, at + 2)}`) : links(),
    ]),
  );

test.each([2, 3, 5, 8])(
  'a tree of words, %i to a page, is sounded and left, and starves no page',
  async (wide) => {
    const asked: FetchRequest[] = [];
    file.beginRun('2026-11-24T09:00:00Z');
    const pages = {
      [HOME]: links('/mots/', '/vrai/a', '/contact'),
      [`${HOME}contact`]: links(),
      ...chain(12),
    };
    await collect(planOf({ maxPages: 400 }), file, worldOfWords(wide, pages, asked));
    const paths = asked.map(({ url }) => new URL(url).pathname);
    expect(paths.filter((path) => path.startsWith('/vrai/'))).toHaveLength(12);
    expect(paths.filter((path) => path.startsWith('/mots/')).length).toBeLessThan(160);
    expect(new Set(outcomes().map((line) => line.split(' ').slice(1).join(' ')))).toEqual(
      new Set(['trap tree']),
    );
  },
);

test('an audit stopped in a tree of words goes on to the same end', async () => {
  const whole: FetchRequest[] = [];
  const pages = { [HOME]: links('/mots/', '/vrai/a', '/contact'), [`${HOME}contact`]: links(), ...chain(4) };
  const plan = planOf({ maxPages: 400 });
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(plan, file, worldOfWords(3, pages, whole));
  const expected = outcomes();
  file.close();
  rmSync(join(dir, 'audit.sqlite'));
  file = AuditFile.open(join(dir, 'audit.sqlite'));
  const asked: FetchRequest[] = [];
  for (let run = 0; run < 150; run++) {
    const world = worldOfWords(3, pages, asked);
    stop = new AbortController();
    const halting: World = { ...world, log: () => stop.abort() };
    file.beginRun('2026-11-24T09:00:00Z');
    const isOver = await collect({ ...plan, signal: stop.signal }, file, run < 140 ? halting : world).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Interrupted)) throw error;
        return false;
      },
    );
    if (isOver) break;
  }
  expect(outcomes()).toEqual(expected);
  expect(asked.map(({ url }) => url).sort()).toEqual(whole.map(({ url }) => url).sort());
});

test('a deep and wide part of a site, whose pages only lead down at first, is read whole', async () => {
  const pages: Site = { [HOME]: links('/annuaire/', '/contact'), [`${HOME}contact`]: links() };
  const names = ['aix', 'bar', 'cus', 'dol', 'eze'];
  const build = (path: string, level: number): void => {
    const below = level === 4 ? [] : names.map((name) => `${path}${name}${'-'.repeat(level)}${name}/`);
    pages[HOME + path.slice(1)] = links(...below);
    for (const one of below) build(one, level + 1);
  };
  build('/annuaire/', 0);
  const asked = await crawl(pages, planOf({ maxPages: 2_000 }));
  expect(asked).toHaveLength(Object.keys(pages).length);
  expect(outcomes()).toEqual([]);
});

test('a menu written without its first slash leads nowhere below its own pages', async () => {
  const asked: FetchRequest[] = [];
  const menu = links('contact/', 'plan/', 'aide/', '/demarches/');
  const world = worldOf({ [HOME]: menu }, asked);
  const soft: World = {
    ...world,
    fetch: async (request, signal) => {
      const answer = await world.fetch(request, signal);
      if (answer.outcome !== 'gone' || request.kind === 'sitemap') return answer;
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      return { ...answer, outcome: 'ok', status: 200, headers, body: Buffer.from(menu) };
    },
  };
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(planOf({ maxPages: 1_000 }), file, soft);
  expect(asked.map(({ url }) => new URL(url).pathname).sort()).toEqual([
    ...['/', '/aide/', '/contact/', '/demarches/'],
    ...['/demarches/aide/', '/demarches/contact/', '/demarches/plan/', '/plan/'],
  ]);
  expect(new Set(outcomes().map((line) => line.split(' ').slice(1).join(' ')))).toEqual(
    new Set(['trap menu']),
  );
});

test('of a long list the first pages are read', async () => {
  const pages: Site = { [HOME]: links('/RAA') };
  const page = (at: number): string => `/RAA/(offset)/${String(at * 10)}`;
  for (let at = 0; at < 40; at++) {
    const near = [1, 2, 3, 4, 5].map((more) => at + more).filter((other) => other < 40);
    pages[new URL(at === 0 ? '/RAA' : page(at), HOME).href] = links(...near.map(page));
  }
  const asked = await crawl(pages, planOf({ maxPages: 100 }));
  expect(asked).toHaveLength(32);
  expect(outcomes()).toHaveLength(5);
  for (const left of outcomes()) expect(left).toMatch(/ out_of_scope pager$/);
});

test.each(['/RAA/(offset)/', '/Actualites?page='])(
  'of %s, each page found on the one before, as many are read: the list may have no end, and it is said',
  async (start) => {
    const list = start.replace(/\/\(offset\)\/|\?page=/, '');
    const pages: Site = { [HOME]: links(list) };
    for (let at = 0; at < 40; at++)
      pages[new URL(at === 0 ? list : start + String(at), HOME).href] = links(start + String(at + 1));
    const asked = await crawl(pages, planOf({ maxPages: 100 }));
    expect(asked).toHaveLength(32);
    expect(outcomes()).toEqual([`${start}31 trap pager`]);
  },
);

test('a page has its other names, whichever page said them first', async () => {
  const pages = {
    [HOME]: links('/a', 'http://a.fr/a?utm_source=lettre', '/index.php/a', '/a?PHPSESSID=123'),
    [`${HOME}a`]: links('/a?PHPSESSID=456'),
  };
  expect(await crawl(pages)).toEqual(['/', '/a']);
  expect(file.aliases(`${HOME}a`)).toEqual([
    'http://a.fr/a?utm_source=lettre',
    `${HOME}a?PHPSESSID=*`,
    `${HOME}index.php/a`,
  ]);
  expect(outcomes()).toEqual(['/a?PHPSESSID=* trap session']);
});

test('what is shown in a frame is read for its links, and judged no more than a frame', async () => {
  const pages = {
    [HOME]: `${links()}<iframe src="/carte"></iframe>`,
    [`${HOME}carte`]: links('/lieu'),
    [`${HOME}lieu`]: links(),
  };
  expect(await crawl(pages)).toEqual(['/', '/carte', '/lieu']);
  expect([...file.pages()].map(({ url }) => url)).toEqual([HOME, `${HOME}lieu`]);
  expect([...file.addresses()].find(({ url }) => url === `${HOME}carte`)?.kind).toBe('frame');
});

test('of a folder the newest files are asked, the others are counted', async () => {
  const files = ['01/02/2024', '03/08/2026', '13/05/2025', '12/12/2023'].map(
    (day, at) => `<li><a href="/f${String(at)}.pdf">Plan</a> (PDF, 1 Mo, ${day})</li>`,
  );
  const pages = { [HOME]: `<main><ul>${files.join('')}</ul></main>` };
  const asked = await crawl(pages, planOf({}, { maxPerFolder: 2 }));
  expect(asked).toEqual(['/', '/f1.pdf', '/f2.pdf']);
  expect(outcomes()).toEqual(['/f0.pdf out_of_scope older', '/f3.pdf out_of_scope older']);
});

test('a host that serves the same page under the same path is another name of the site', async () => {
  const said = (words: string): string => `<title>Page</title><main><p>${words.repeat(30)}</p></main>`;
  const pages = {
    [HOME]:
      links('/meme', '/autre', '/court', ...['meme', 'autre', ''].map((path) => `https://b.fr/${path}`)) +
      links('https://c.fr/autre', 'https://d.fr/court', 'https://e.fr/'),
    [`${HOME}meme`]: said('Le même texte. '),
    [`${HOME}autre`]: said('Un texte. '),
    [`${HOME}court`]: '<main>Absent</main>',
    'https://b.fr/meme': said('Le même texte. '),
    'https://b.fr/autre': said('Un autre. '),
    'https://b.fr/': links(),
    'https://c.fr/autre': said('Un autre. '),
    'https://d.fr/court': '<main>Absent</main>',
    'https://e.fr/': links(),
  };
  await crawl(pages, planOf({ maxPages: 100 }));
  expect(file.aliases(`${HOME}autre`)).toEqual([]);
  file.close();
  rmSync(join(dir, 'audit.sqlite'));
  file = AuditFile.open(join(dir, 'audit.sqlite'));
  await crawl({ ...pages, 'https://b.fr/autre': said('Un texte. ') });
  expect(file.aliases(`${HOME}autre`)).toEqual(['https://b.fr/autre']);
});

test('twenty thousand links on one page are all known, and freeze nothing', async () => {
  const hrefs = Array.from({ length: 20_000 }, (_, at) => `/liste/${String(at)}?page=${String(at % 7)}`);
  const began = performance.now();
  await crawl({ [HOME]: links(...hrefs) }, planOf({ maxPages: 100 }));
  expect(file.count('page', true) + file.count('page', false)).toBe(20_001);
  expect(file.asked('page')).toBe(31);
  expect(performance.now() - began).toBeLessThan(40_000);
}, 60_000);

/** What became of the addresses on other sites. */
const elsewhere = (): string[] =>
  [...file.addresses()]
    .filter(({ kind }) => kind === 'external')
    .map(({ url, outcome, reason }) => [url, outcome, reason ?? ''].join(' ').trim());

test('of too many links to other sites the first are asked, none of the sites more than half of them', async () => {
  const x = ['1', '2', '3', '4'].map((path) => `https://x.fr/${path}`);
  const y = ['1', '2'].map((path) => `https://y.fr/${path}`);
  const pages = {
    [HOME]: links(...x, ...y),
    ...Object.fromEntries([...x, ...y].map((url) => [url, links()])),
  };
  const asked = await crawl(pages, planOf({}, { maxLinks: 6 }));
  expect(asked.slice(1).sort()).toEqual([...x.slice(0, 3), ...y]);
  expect(elsewhere()).toEqual([
    ...x.slice(0, 3).map((url) => `${url} ok`),
    'https://x.fr/4 out_of_scope budget',
    ...y.map((url) => `${url} ok`),
  ]);
});

test('which links were asked before all pages were read changes nothing of those that the budget leaves', async () => {
  const hop = 'https://z.fr/suite';
  const pages: Site = {
    [HOME]: links('/a', '/b', 'https://v.fr/'),
    [`${HOME}a`]: links('https://z.fr/', 'https://y.fr/'),
    [`${HOME}b`]: links('https://w.fr/', 'https://w.fr/1'),
    'https://z.fr/': { outcome: 'redirected', location: hop },
    ...Object.fromEntries(['v.fr/', 'w.fr/', 'w.fr/1', 'y.fr/'].map((rest) => [`https://${rest}`, links()])),
    [hop]: { outcome: 'redirected', location: `${HOME}retour` },
    [`${HOME}retour`]: links(),
  };
  const asked: FetchRequest[] = [];
  const world = worldOf(pages, asked);
  const slow: World = {
    ...world,
    fetch: async (request, signal) => {
      const answer = await world.fetch(request, signal);
      await sleep(request.url === `${HOME}b` ? 1_500 : 1);
      return answer;
    },
  };
  file.beginRun('2026-11-24T09:00:00Z');
  await collect(planOf({}, { maxLinks: 4 }), file, slow);
  expect(asked.map(({ url }) => url)).toContain(hop);
  expect(elsewhere()).toEqual([
    'https://v.fr/ ok',
    'https://w.fr/ ok',
    'https://w.fr/1 ok',
    'https://y.fr/ ok',
    'https://z.fr/ out_of_scope budget',
  ]);
  expect(asked.map(({ url }) => url)).not.toContain(`${HOME}retour`);
});

test('addresses made without end fill neither the file nor the network', async () => {
  const flood = (at: number, of: (n: number) => string): string =>
    links(...Array.from({ length: 30_000 }, (_, n) => of(at * 30_000 + n)));
  const pages: Site = { [HOME]: links(...['a', 'b', 'c', 'd'].map((name) => `/${name}`)) };
  for (const [at, name] of ['a', 'b'].entries())
    pages[HOME + name] = flood(at, (n) => `https://h${String(n % 700)}.fr/${String(n)}`);
  for (const [at, name] of ['c', 'd'].entries())
    pages[HOME + name] = flood(at, (n) => `/x/${String(n)}?y=${String(n % 3)}`);
  const asked = await crawl(pages, planOf({ maxPages: 100 }, { maxLinks: 500 }));
  expect(file.count('page', true) + file.count('page', false)).toBe(50_000);
  const external = elsewhere();
  expect(external).toHaveLength(50_000);
  expect(external.filter((line) => !line.endsWith('budget'))).toHaveLength(500);
  expect(asked.length).toBeLessThan(1_200);
  expect(file.isCut).toBe(true);
}, 120_000);
