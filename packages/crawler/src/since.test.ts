import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig, randomFrom, type Config } from '@qualepref/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { AuditFile } from './audit-file.ts';
import { collect, type Plan, type World } from './collect.ts';
import type { AxeResult } from './axe-facts.ts';
import type { RenderedFacts } from './facts.ts';
import type { Fetched, FetchRequest } from './fetch.ts';
import { hashOf } from './since-known.ts';
import { sinceReport, type SinceReport } from './since-report.ts';
import { sinceOf } from './since.ts';
import { site } from './testing.ts';
import { VERSION } from './version.ts';

const HOME = 'https://a.fr/';
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

interface Resource {
  readonly body?: string;
  readonly type?: string;
  readonly etag?: string;
  readonly modified?: string;
  readonly status?: number;
  readonly csp?: string;
  /** Never asked, by its robots.txt. */
  readonly forbidden?: true;
  /** Answers a condition with this. */
  readonly conditional?: number;
}
type Site = Record<string, string | Resource>;

interface Quarter {
  /** How each address was asked: whole, on a condition, or not sent at all. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
  readonly opened: readonly string[];
  readonly report: SinceReport | undefined;
  readonly file: string;
  /** All that a report is made from, but how it came to be known. */
  readonly state: unknown;
}

interface Circumstances {
  readonly since?: Quarter;
  readonly today?: string;
  readonly chromium?: string;
  /** What a browser loads with each page. */
  readonly loads?: readonly string[];
  readonly config?: Config;
  readonly quote?: string;
}

const page = (main: string, foot = 'Pied'): string =>
  `<!doctype html><html lang="fr"><head><title>Page</title></head><body><main><h1>Page</h1>${main}</main><footer><a href="${HOME}">${foot}</a></footer></body></html>`;
const linkTo = (...paths: string[]): string => paths.map((path) => `<a href="${path}">lien</a>`).join(' ');
const sitemap = (...entries: readonly (readonly [path: string, lastmod: string])[]): Resource => ({
  type: 'application/xml',
  body: `<urlset>${entries.map(([path, lastmod]) => `<url><loc>https://a.fr${path}</loc><lastmod>${lastmod}</lastmod></url>`).join('')}</urlset>`,
});

function answer(pages: Site, { url, conditions, isKnown }: FetchRequest, today: string): Fetched {
  const path = url.startsWith(HOME) ? url.slice(HOME.length - 1) : url;
  const found = pages[path] ?? { status: 404 };
  const resource: Resource = typeof found === 'string' ? { body: found } : found;
  const { body = '', type = 'text/html; charset=utf-8', etag, modified, status = 200, csp } = resource;
  const common = { url, headers: {}, fetchedOn: today, requests: isKnown === true ? 0 : 1 };
  if (resource.forbidden) return { ...common, outcome: 'refused_by_robots', requests: 0 };
  if (isKnown === true) return { ...common, outcome: 'ok', status: 304 };
  if (status !== 200) return { ...common, outcome: 'gone', status };
  const headers = {
    'content-type': type,
    ...(etag === undefined ? {} : { etag }),
    ...(modified === undefined ? {} : { 'last-modified': modified }),
    ...(csp === undefined ? {} : { 'content-security-policy': csp }),
  };
  if (conditions && resource.conditional !== undefined)
    return { ...common, outcome: 'blocked', status: resource.conditional };
  const holds =
    conditions &&
    (conditions['if-none-match'] === undefined
      ? conditions['if-modified-since'] === modified
      : conditions['if-none-match'] === etag);
  if (holds === true) return { ...common, headers, outcome: 'ok', status: 304 };
  return { ...common, headers, outcome: 'ok', status: 200, body: Buffer.from(body), size: body.length };
}

/** What the fake browser sees depends on all that it loads. */
function seen(texts: readonly string[], quote: string): RenderedFacts {
  const node = {
    selector: 'p',
    zone: 'main',
    html: quote,
    summary: texts.join('|').length.toString(),
    component: 'p',
  } as const;
  const result: AxeResult = {
    rule: 'r',
    outcome: 'violation',
    impact: 'minor',
    tags: [],
    help: 'h',
    nodes: [node],
  };
  return { title: '', axe: [result], skipLink: null, sheetViews: [] };
}

let quarters = 0;
async function quarter(pages: Site, circumstances: Circumstances = {}): Promise<Quarter> {
  const { since: previous, today = '2026-11-24', chromium = '1', loads = [], quote = '<p>' } = circumstances;
  const config = circumstances.config ?? defaultConfig(HOME);
  const path = join(dir, `${String(++quarters)}.sqlite`);
  const file = AuditFile.open(path);
  const before = previous && AuditFile.read(previous.file);
  const since = before && sinceOf(before, config, VERSION, { version: chromium, sandboxed: true });
  const asked: Record<string, string[]> = {};
  const opened: string[] = [];
  const addressing = createAddressing(config.site);
  const plan: Plan = {
    site: site({ address: HOME, exhaustive: true, maxPages: 100, maxDocuments: 100, startedOn: today }),
    start: HOME,
    rules: { addressing, pinned: new Set(), deny: [] },
    context: { addressing, isListedProcedure: () => false, pinned: {} },
    concurrency: 1,
    signal: new AbortController().signal,
    ...(since ? { since } : {}),
  };
  const world: World = {
    fetch: (request) => {
      const how = request.isKnown === true ? 'not sent' : request.conditions ? 'on a condition' : 'whole';
      (asked[request.url.replace(/^https:\/\/a\.fr/, '')] ??= []).push(how);
      return Promise.resolve(answer(pages, request, today));
    },
    browser: () =>
      Promise.resolve({
        version: chromium,
        sandboxed: true,
        render: async ({ url }, give) => {
          opened.push(url.slice(HOME.length - 1));
          const bodies = await Promise.all([url, ...loads.map((load) => HOME + load)].map(give));
          return seen(
            bodies.map((body) => Buffer.from(body?.answer.body ?? []).toString()),
            quote,
          );
        },
        close: () => Promise.resolve(),
      }),
    now: () => new Date(`${today}T09:00:00Z`),
    log: () => undefined,
  };
  file.describe({ site: plan.site, settings: '' }, JSON.stringify(config));
  file.addVersions({ qualepref: VERSION });
  if (since) file.noteSince(since.audit);
  file.beginRun(`${today}T09:00:00Z`);
  await collect(plan, file, world);
  const report = file.since && sinceReport(file, file.since);
  const state = {
    addresses: [...file.addresses()],
    pages: [...file.pages(true)],
    rendered: (file.sample?.urls ?? []).map((url) => file.rendered(url)),
    sample: file.sample,
  };
  file.finish(`${today}T10:00:00Z`);
  file.close();
  before?.close();
  return { asked, opened: opened.sort(), report, file: path, state };
}

const AUGUST = { today: '2026-08-24' } as const;
/** Each page changed before August; the home page leads to them. */
const MAPPED: Site = {
  '/': page(linkTo('/a', '/b')),
  '/a': page('A'),
  '/b': page('B'),
  '/sitemap.xml': sitemap(['/a', '2026-08-03'], ['/b', '2026-08-24']),
};

test('a page whose server says that it has not changed is not sent again, and is judged as if it were', async () => {
  const pages: Site = {
    '/': { body: page(linkTo('/a', '/b', '/c')), etag: '"1"' },
    '/a': { body: page('A'), etag: 'W/"a1"' },
    '/b': { body: page('B'), modified: 'Mon, 03 Aug 2026 08:00:00 GMT' },
    '/c': page('C'),
  };
  const first = await quarter(pages, AUGUST);
  const next = { ...pages, '/a': { body: page('A changée'), etag: 'W/"a2"' } };
  const second = await quarter(next, { since: first });
  expect(second.asked).toMatchObject({
    '/': ['on a condition'],
    '/a': ['on a condition'],
    '/b': ['on a condition'],
    '/c': ['whole'],
  });
  expect(second.state).toEqual((await quarter(next)).state);
  expect(second.report?.pages).toEqual({
    read: { new: 0, changed: 1, same: 1, due: 0 },
    reused: { 'not-modified': 2, sitemap: 0, listing: 0 },
  });
});

test('headers that come with the confirmation replace the old ones', async () => {
  const first = await quarter({ '/': { body: page(''), etag: '"1"', csp: "default-src 'self'" } }, AUGUST);
  const second = await quarter(
    { '/': { body: page(''), etag: '"1"', csp: "default-src 'none'" } },
    { since: first },
  );
  expect(second.opened).toEqual(['/']);
});

test('a server that refuses conditions is asked without', async () => {
  const pages: Site = { '/': { body: page(''), etag: '"1"', conditional: 412 } };
  const second = await quarter(pages, { since: await quarter(pages, AUGUST) });
  expect(second.asked['/']).toEqual(['on a condition', 'whole']);
  expect(second.state).toEqual((await quarter(pages)).state);
});

test('a page that its sitemap says older than the last reading is not asked; of the same day, it is', async () => {
  const second = await quarter(MAPPED, { since: await quarter(MAPPED, AUGUST) });
  expect(second.asked).toMatchObject({ '/a': ['not sent'], '/b': ['whole'] });
  expect(second.report?.pages.reused.sitemap).toBe(1);
  expect(second.state).toEqual((await quarter(MAPPED)).state);
});

test('a page that a list says older than the last reading is not asked', async () => {
  const entry = (path: string, day: string): string =>
    `<li><a href="${path}">x</a> - Mis à jour le ${day}</li>`;
  const pages: Site = {
    '/': page(`<ul>${entry('/a', '03/08/2026')}${entry('/b', '24/08/2026')}</ul>`),
    '/a': page('A'),
    '/b': page('B'),
  };
  const second = await quarter(pages, { since: await quarter(pages, AUGUST) });
  expect(second.asked).toMatchObject({ '/a': ['not sent'], '/b': ['whole'] });
  expect(second.report?.pages.reused.listing).toBe(1);
});

test('of the days that a sitemap and a list give, the latest holds', async () => {
  const entry = '<ul><li><a href="/a">x</a> - Mis à jour le 01/10/2026</li></ul>';
  const pages: Site = { '/': page(entry), '/a': page('A'), '/sitemap.xml': sitemap(['/a', '2026-08-03']) };
  const second = await quarter(pages, { since: await quarter(pages, AUGUST) });
  expect(second.asked['/a']).toEqual(['whole']);
});

test('a list is asked, whatever the day of its last change: its engine makes it anew', async () => {
  const list = (...paths: string[]): string => page(paths.map((path) => linkTo(`/liste/${path}`)).join(''));
  const pages: Site = {
    '/': page(linkTo('/liste')),
    '/liste': list('a'),
    '/liste/a': page('A'),
    '/sitemap.xml': sitemap(['/liste', '2026-08-03'], ['/liste/a', '2026-08-03']),
  };
  const first = await quarter(pages, AUGUST);
  const next: Site = { ...pages, '/liste': list('a', 'b'), '/liste/b': page('B') };
  const second = await quarter(next, { since: first });
  expect(second.asked).toMatchObject({
    '/liste': ['whole'],
    '/liste/a': ['not sent'],
    '/liste/b': ['whole'],
  });
  expect(second.state).toEqual((await quarter(next)).state);
});

test('days vouch for the text of a page only as long as what surrounds it has not changed', async () => {
  const first = await quarter(MAPPED, AUGUST);
  const moved = Object.fromEntries(
    Object.entries(MAPPED).map(([path, body]) => [
      path,
      typeof body === 'string' ? body.replace('Pied', 'Autre') : body,
    ]),
  );
  const second = await quarter(moved, { since: first });
  expect(second.asked['/a']).toEqual(['whole']);
  expect(second.state).toEqual((await quarter(moved)).state);
});

test('what robots.txt now forbids is not taken from the previous audit either', async () => {
  const first = await quarter(MAPPED, AUGUST);
  const next: Site = { ...MAPPED, '/a': { body: page('A'), forbidden: true } };
  const second = await quarter(next, { since: first });
  expect(second.state).toEqual((await quarter(next)).state);
  expect(second.report?.pages.reused.sitemap).toBe(0);
});

test('every page is really read again each fourth quarter, whatever speaks for it', async () => {
  const pages: Site = {
    ...MAPPED,
    '/b': { body: page('B'), etag: '"b"' },
    '/sitemap.xml': sitemap(['/a', '2026-08-03']),
  };
  const days = ['2026-08-24', '2026-11-24', '2027-02-24', '2027-05-24', '2027-08-20', '2027-11-20'];
  const asked: unknown[] = [];
  let last: Quarter | undefined;
  for (const today of days) {
    last = await quarter(pages, { today, ...(last ? { since: last } : {}) });
    asked.push([last.asked['/a'], last.asked['/b'], last.report?.pages.read.due]);
  }
  const spared = [['not sent'], ['on a condition'], 0];
  expect(asked).toEqual([
    [['whole'], ['whole'], undefined],
    ...[spared, spared, spared],
    [['whole'], ['whole'], 2],
    spared,
  ]);
});

test('after more than a year, every page is read again, however few audits there were', async () => {
  const first = await quarter(MAPPED, { today: '2025-08-01' });
  const pages = { ...MAPPED, '/sitemap.xml': sitemap(['/a', '2025-01-01']) };
  expect((await quarter(pages, { since: first })).asked['/a']).toEqual(['whole']);
});

test('documents and links of other sites are asked by what their server said of them', async () => {
  const pdf = { type: 'application/pdf', body: '%PDF-1.7 x', etag: '"p"' };
  const pages: Site = {
    '/': page(linkTo('/f.pdf', '/g.pdf', 'https://b.fr/x')),
    '/f.pdf': pdf,
    '/g.pdf': { ...pdf, etag: '"g1"' },
    'https://b.fr/x': { body: page(''), etag: '"x"' },
  };
  const first = await quarter(pages, AUGUST);
  const next = { ...pages, '/g.pdf': { ...pdf, body: '%PDF-1.7 xx', etag: '"g2"' } };
  const second = await quarter(next, { since: first });
  expect(second.asked).toMatchObject({ '/f.pdf': ['on a condition'], 'https://b.fr/x': ['on a condition'] });
  expect(second.report?.others).toBe(2);
  expect(second.state).toEqual((await quarter(next)).state);
});

test('a browser opens again only what changed, or what loads something that changed', async () => {
  const pages: Site = {
    '/': page(linkTo('/a')),
    '/a': page('A'),
    '/s.css': { body: 'p{}', type: 'text/css', etag: '"s"' },
  };
  const first = await quarter(pages, { ...AUGUST, loads: ['s.css'] });
  const same = await quarter(pages, { since: first, loads: ['s.css'] });
  expect(same.opened).toEqual([]);
  expect(same.report?.rendered).toEqual({ opened: 0, reused: 2 });
  expect(same.asked['/s.css']).toEqual(['on a condition']);
  const one = await quarter({ ...pages, '/a': page('B') }, { since: same, loads: ['s.css'] });
  expect(one.opened).toEqual(['/a']);
  const sheet = await quarter(
    { ...pages, '/s.css': { body: 'p{color:red}', type: 'text/css' } },
    { since: same, loads: ['s.css'] },
  );
  expect(sheet.opened).toEqual(['/', '/a']);
  const gone = await quarter({ '/': page(linkTo('/a')), '/a': page('A') }, { since: same, loads: ['s.css'] });
  expect(gone.opened).toEqual(['/', '/a']);
});

test('a page of which more is asked is opened again, unchanged as it is', async () => {
  const pages: Site = { '/': page(linkTo('/a')), '/a': page('A') };
  const first = await quarter(pages, AUGUST);
  const next = { ...pages, '/': page(linkTo('/a#!/particuliers/page/F1342')) };
  expect((await quarter(next, { since: first })).opened).toEqual(['/', '/a']);
});

test('another browser sees every page again', async () => {
  const pages: Site = { '/': page('') };
  const first = await quarter(pages, AUGUST);
  expect((await quarter(pages, { since: first, chromium: '2' })).opened).toEqual(['/']);
});

test('a page that differs by a token only is not opened again, unless what was seen of it may differ', async () => {
  const token = (value: string): Site => ({
    '/': page(`<input type="hidden" name="csrf" value="${value}">`),
  });
  const first = await quarter(token('a1'), AUGUST);
  const second = await quarter(token('b2'), { since: first });
  expect(second.opened).toEqual([]);
  expect(second.report?.pages.read.same).toBe(1);
  const quote = '<input type="hidden" name="csrf" value="a1">';
  const quoted = await quarter(token('a1'), { ...AUGUST, quote });
  expect((await quarter(token('b2'), { since: quoted, quote })).opened).toEqual(['/']);
});

test('the day printed on a page may change without a browser opening it: the facts of its code are read again', async () => {
  const dated = (day: string): Site => ({ '/': page(`<p>Mis à jour le ${day}</p>`) });
  const second = await quarter(dated('24/11/2026'), { since: await quarter(dated('03/08/2026'), AUGUST) });
  expect(second.opened).toEqual([]);
  expect(JSON.stringify(second.state)).toContain('"date":"2026-11-24"');
});

test('another reading of addresses reads every page again from the same bytes', async () => {
  const pages: Site = { '/': page(linkTo('https://vieux.fr/a')), '/a': page('A') };
  const first = await quarter(pages, AUGUST);
  const known = defaultConfig(HOME);
  const config = { ...known, site: { ...known.site, aliases: ['https://vieux.fr/'] } };
  const second = await quarter(pages, { since: first, config });
  expect(second.state).toEqual((await quarter(pages, { config })).state);
  expect(second.asked['/a']).toEqual(['whole']);
});

test('a damaged row is as if it had never been: the page is asked, read and opened', async () => {
  const pages: Site = {
    '/': { body: page(linkTo('/a')), etag: '"1"' },
    '/a': { body: page('A'), etag: '"2"' },
  };
  const first = await quarter(pages, AUGUST);
  const db = new DatabaseSync(first.file);
  db.exec(`UPDATE body SET bytes = x'0102'; UPDATE page SET html = x'00'; UPDATE rendered SET facts = x'00'`);
  db.exec(`UPDATE address SET answer = '{' WHERE url LIKE '%/a'`);
  db.close();
  const second = await quarter(pages, { since: first });
  expect(second.state).toEqual((await quarter(pages)).state);
  expect(second.asked['/']).toEqual(['whole']);
  expect(second.opened).toEqual(['/', '/a']);
});

/** A site that says the truth of itself, as it is in one quarter: etags, days of change, lists, all at random. */
function randomSite(versions: ReadonlyMap<number, { version: number; day: string }>, shared: number): Site {
  const path = (n: number): string => (n === 0 ? '/' : `/p${String(n)}`);
  const pages: Record<string, string | Resource> = {};
  const entries: [string, string][] = [];
  for (const [n, { version, day }] of versions) {
    // A list shows what is there, with its days; the others lead where their text says, be it gone.
    const listed =
      n % 4 === 0
        ? [...versions]
            .filter(([to]) => to !== n && (to * 7 + n) % 3 === 0)
            .map(([to, { day: on }]) => `<li><a href="${path(to)}">p</a> - Mis à jour le ${on}</li>`)
        : [1, 5, version + 3].map((to) => linkTo(path((n + to) % 12)));
    const body = page(
      `<p>version ${String(version)}</p><ul>${listed.join('')}</ul>`,
      `Pied ${String(shared)}`,
    );
    pages[path(n)] = n % 3 === 0 ? { body, etag: `"${hashOf(Buffer.from(body))}"` } : body;
    if (n % 2 === 1) entries.push([path(n), day]);
  }
  return {
    ...pages,
    '/sitemap.xml': sitemap(...entries),
    '/s.css': { type: 'text/css', body: `p{order:${String(shared % 2)}}`, etag: `"${String(shared % 2)}"` },
  };
}

test.each(['a', 'b', 'c'])(
  'quarter after quarter, the state is that of a whole audit (site %s)',
  async (seed) => {
    const random = randomFrom(seed);
    const versions = new Map(Array.from({ length: 10 }, (_, n) => [n, { version: 0, day: '2025-01-15' }]));
    const days = ['2026-02-24', '2026-05-24', '2026-08-24', '2026-11-24'];
    let shared = 0;
    let last: Quarter | undefined;
    let saved = 0;
    for (const [at, today] of days.entries()) {
      const day = `2026-${String(3 * at + 1).padStart(2, '0')}-20`;
      for (const [n, { version }] of versions) {
        if (at === 0 || random() > 0.25) continue;
        if (n > 0 && random() < 0.3) versions.delete(n);
        else versions.set(n, { version: version + 1, day });
      }
      if (at > 0) versions.set(10 + at, { version: 0, day });
      if (random() < 0.3) shared += 1;
      const pages = randomSite(versions, shared);
      const loads = ['s.css'];
      const quarterly: Quarter = await quarter(pages, { today, loads, ...(last ? { since: last } : {}) });
      expect(quarterly.state).toEqual((await quarter(pages, { today, loads })).state);
      const { pages: told, rendered } = quarterly.report ?? {};
      saved += (told?.reused['not-modified'] ?? 0) + (told?.reused.sitemap ?? 0) + (rendered?.reused ?? 0);
      last = quarterly;
    }
    expect(saved).toBeGreaterThan(0);
  },
);

test('what a file says goes into no header as it is', async () => {
  const pages: Site = { '/': { body: page(''), etag: '"1"' } };
  const first = await quarter(pages, AUGUST);
  const db = new DatabaseSync(first.file);
  db.exec(`UPDATE address SET answer = json_set(answer, '$.headers.etag', '"1"' || char(13, 10) || 'x: y')`);
  db.close();
  expect((await quarter(pages, { since: first })).asked['/']).toEqual(['whole']);
});
