import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, loadConfig, type SinceReport } from '@qualepref/crawler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qualepref, type RunOptions } from './command-line.ts';
import { configYaml, serveSite, type LoggedRequest, type ServedSite } from './site/serve.ts';

let site: ServedSite;
let dir: string;
beforeAll(async () => {
  site = await serveSite({ variant: 'faulty' });
  change('/Demarches', (html) => html.replace('</head>', '<meta name="csrf-token" content="a1"></head>'));
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  writeFileSync(join(dir, 'qualepref.yml'), configYaml(site.origin));
});
afterAll(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Audited {
  /** All but what may differ between two audits of one state of the site. */
  readonly canonical: Record<string, unknown>;
  readonly since: SinceReport | undefined;
  readonly changes: Awaited<ReturnType<typeof audit>>['report']['changes'];
  readonly requests: readonly LoggedRequest[];
}

async function auditOf(out: string, since?: string): Promise<Audited> {
  const config = await loadConfig(join(dir, 'qualepref.yml'));
  const before = site.requests.length;
  const { report } = await audit(
    {
      config: { ...config, crawl: { ...config.crawl, maxPages: 45 } },
      start: config.site.address,
      campaign: '2026-T4',
      out: join(dir, out),
      formats: ['html', 'json'],
      exhaustive: false,
      allowPrivate: true,
      ignoreRobotsErrors: false,
      startAfresh: false,
      ...(since === undefined ? {} : { since: join(dir, since) }),
    },
    {
      signal: new AbortController().signal,
      now: () => new Date(),
      progress: () => undefined,
      announce: () => undefined,
      mishap: (error, check, url) => {
        throw new Error(`${check} ${url}`, { cause: error });
      },
    },
  );
  const { execution, changes, ...canonical } = report;
  const { pictureOf: _pictures, newTally: _tally, contentOf: _contents, ...rest } = canonical;
  const lists = { findings: [...report.findings], addresses: [...report.addresses] };
  return {
    canonical: { ...rest, ...lists },
    since: execution.since,
    changes,
    requests: site.requests.slice(before),
  };
}

/** What the command writes of two audits that are there. */
async function comparisonOf(before: string, after: string): Promise<unknown> {
  const { code, stdout } = await qualepref(['compare', before, after, '--out', 'compares', '--quiet'], {
    cwd: dir,
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining('Depuis')]);
  return JSON.parse(readFileSync(join(dir, 'compares', 'comparaison.json'), 'utf8'));
}

function bodyOf(path: string): string {
  const body = site.resources.get(path)?.body.toString();
  if (body === undefined) throw new Error(`No such page: ${path}`);
  return body;
}

function put(path: string, html: string): void {
  site.resources.set(path, { status: 200, type: 'text/html; charset=utf-8', body: Buffer.from(html) });
}

/** Writes a page otherwise than it was. */
function change(path: string, edit: (html: string) => string): void {
  const edited = edit(bodyOf(path));
  if (edited === bodyOf(path)) throw new Error(`Nothing changed in ${path}`);
  put(path, edited);
}

test('an audit that starts from the previous one ends with the report of a whole one', async () => {
  const first = await auditOf('t3');
  expect(first.since).toBeUndefined();

  const again = await auditOf('t4', 't3');
  expect(again.canonical).toEqual(first.canonical);
  expect(again.since?.rendered.opened).toBe(0);
  expect(again.since?.pages.read).toMatchObject({ new: 0, changed: 0, due: 0 });
  expect(again.changes?.defects.filter(({ change }) => change !== 'same')).toEqual([]);
}, 300_000);

test('what changed is read and opened again, and nothing else; the report is that of a whole audit', async () => {
  // A fault more, in the code and for the browser; another token; a page more; one less; another frame.
  change('/', (html) =>
    html.replace(
      '</main>',
      '<p><img src="/contenu/image/1200/collines.png"> <a href="/Demarches/Neuve">Neuve</a></p></main>',
    ),
  );
  change('/Demarches', (html) => html.replace('content="a1"', 'content="b2"'));
  const services = bodyOf('/Services-de-l-Etat').replace('<h1', '<h3').replace('</h1>', '</h3>');
  put('/Demarches/Neuve', services);
  site.resources.delete('/Services-de-l-Etat/Organigramme');
  change('/cartes/Roc-sur-Lande', (html) => html.replace('</h1>', '</h1><img src="/x.png">'));

  const since = await auditOf('t1', 't4');
  const whole = await auditOf('t1-entier');
  expect(since.canonical).toEqual(whole.canonical);
  expect(since.since?.pages.read).toEqual({ new: 1, changed: 1, same: 1, due: 0 });
  expect(since.changes).toEqual(await comparisonOf('t4', 't1'));
  // A page that the new one left no room for mends nothing.
  const turned = (since.changes?.defects ?? []).filter(({ change }) => change !== 'same');
  expect(turned.map(({ change, code }) => `${change} ${code}`)).toEqual([
    'new axe/image-alt',
    'new duplicate-title',
    'unjudged no-source',
    'newly-judged no-heading',
  ]);
  expect(since.since?.rendered.reused).toBeGreaterThan(since.since?.rendered.opened ?? 0);
  // The site was asked as often, and sent nearly nothing.
  const conditional = since.requests.filter(({ isConditional }) => isConditional);
  expect(conditional.length).toBeGreaterThan(40);
}, 300_000);

/** The report that a folder holds, but what may differ between two audits of one state of the site. */
function reportIn(out: string): string {
  const {
    execution: _execution,
    changes: _changes,
    ...report
  } = JSON.parse(readFileSync(join(dir, out, 'report.json'), 'utf8')) as Record<string, unknown>;
  return JSON.stringify(report, null, 1);
}

const command = (out: string, since: string, options: RunOptions = {}): ReturnType<typeof qualepref> =>
  qualepref(
    [
      ...['audit', '--allow-private', '--json', '--max-pages', '45', '--campaign', '2026-T4'],
      ...['--out', out, '--since', since],
    ],
    { cwd: dir, ...options },
  );

/** Kills at the nth event of a stage. */
function killAt(stage: string, nth: number): RunOptions {
  let met = 0;
  return {
    watch: (line, child) => {
      if (line.includes(`"stage":"${stage}"`) && ++met === nth) child.kill('SIGKILL');
    },
  };
}

test('killed in the middle, it goes on by the same command and ends with the same report', async () => {
  expect((await command('tue', 't4', killAt('pages', 9))).code).toBeNull();
  const without = await qualepref(['audit', '--allow-private', '--max-pages', '45', '--out', 'tue'], {
    cwd: dir,
  });
  expect(without.code).toBe(2);
  expect(without.stderr).toMatch(/mêmes réglages/);
  expect((await command('tue', 't4', killAt('render', 2))).code).toBeNull();
  const ended = await command('tue', 't4/audit.sqlite');
  expect(ended.stderr).not.toContain('Erreur');
  expect(ended.code).toBe(0);
  expect(reportIn('tue')).toBe(reportIn('t1-entier'));
}, 300_000);

test('what can not be started from is refused before anything is asked or put aside', async () => {
  const before = [site.requests.length, readdirSync(dir, { recursive: true })];
  for (const since of ['absent', 'qualepref.yml', 'tue']) {
    const { code, stderr } = await command('tue', since);
    expect(code, since).toBe(2);
    expect(stderr, since).toMatch(/--since\s:\s«\s.*\s»/);
  }
  expect([site.requests.length, readdirSync(dir, { recursive: true })]).toEqual(before);
}, 120_000);
