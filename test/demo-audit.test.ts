import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, loadAnnuaire, loadConfig, openFeed, type KeptProposal } from '@qualepref/crawler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WholeReport } from './faults/fault.ts';
import { writeAnnuaire } from './site/annuaire.ts';
import { writeFeed } from './site/feed.ts';
import { configYaml, serveSite, type ServedSite } from './site/serve.ts';
import { truth, type PlantedFault } from './site/truth.ts';

const SITE = 'https://www.haute-brume.gouv.fr';
let dir: string;
let feedPath: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'qualepref-'));
  feedPath = await writeFeed(dir);
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

async function auditOf(variant: 'faulty' | 'clean'): Promise<{ report: WholeReport; site: ServedSite }> {
  const site = await serveSite({ variant });
  const feed = openFeed(feedPath);
  try {
    const path = join(dir, `${variant}.yml`);
    writeFileSync(path, configYaml(site.origin));
    const config = await loadConfig(path);
    const { report } = await audit(
      {
        config,
        start: config.site.address,
        campaign: '2026-T4',
        out: join(dir, variant),
        formats: ['html', 'json'],
        exhaustive: false,
        allowPrivate: true,
        ignoreRobotsErrors: false,
        startAfresh: true,
        feed,
        annuaire: await loadAnnuaire(writeAnnuaire(dir), new Set(['00'])),
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
      { standIns: site.standIns },
    );
    return { report: { ...report, findings: [...report.findings], addresses: [...report.addresses] }, site };
  } finally {
    feed.close();
    await site.close();
  }
}

/** One line a finding, as the truth file writes it. */
const line = (
  path: string,
  { code, outcome, owner }: Pick<PlantedFault, 'code' | 'outcome' | 'owner'>,
): string => `${decodeURI(path)} ${code} ${outcome} ${owner}`;
const pathOf = (url: string): string => {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
};

const plantedCodes = new Set(truth.faults.map(({ code }) => code));

/** What is listed for a person to look at, on every page that holds such a thing, is no fault planted. */
const judged = ({ findings }: WholeReport): WholeReport['findings'] =>
  findings.filter(
    ({ check, code, outcome, severity }) =>
      outcome === 'failed' || severity !== 'info' || check === 'collection' || plantedCodes.has(code),
  );

let faulty: Awaited<ReturnType<typeof auditOf>>;
beforeAll(async () => {
  faulty = await auditOf('faulty');
}, 300_000);

test('the audit finds every planted fault, and invents none', () => {
  const { report } = faulty;
  const found = new Set(judged(report).map(({ url, ...finding }) => line(pathOf(url), finding)));
  const pages = report.addresses
    .filter(({ kind, outcome }) => kind === 'page' && outcome === 'ok')
    .map(({ url }) => pathOf(url));
  const rendered = new Set(report.sample.rendered.map(pathOf));
  const planted = new Set(
    truth.faults.flatMap((fault) =>
      (fault.pages === 'all'
        ? pages.filter((path) => !fault.code.startsWith('axe/') || rendered.has(path))
        : fault.pages
      ).map((path) => line(path, fault)),
    ),
  );
  expect({
    missed: [...planted.difference(found)].sort(),
    invented: [...found.difference(planted)].sort(),
  }).toEqual({
    missed: [],
    invented: [],
  });
});

/** What the audit proposes for an item, the most demanding first. */
const proposalOf = ({ report }: { readonly report: WholeReport }, item: string): KeptProposal | undefined =>
  report.grid.find((row) => row.item === item)?.proposals?.[0];

test('what is proposed for each item that a person decides is what was planted, with its proof', () => {
  for (const { item, faulty: answer, quote } of truth.proposals) {
    const made = proposalOf(faulty, item);
    expect(made?.answer, item).toBe(answer);
    if (quote !== null) expect(JSON.stringify(made), item).toContain(quote);
  }
});

test('evidence names the thing at fault', () => {
  for (const fault of truth.faults) {
    if (fault.quote === null || fault.pages === 'all') continue;
    for (const path of fault.pages) {
      const quotes = faulty.report.findings
        .filter(({ url, code }) => code === fault.code && decodeURI(pathOf(url)) === decodeURI(path))
        .map(({ where }) => where.quote ?? '');
      expect(quotes.join('\n'), `${path} ${fault.code}`).toContain(fault.quote);
    }
  }
});

test('findings, places and causes are those of the report kept beside this test', async () => {
  const lines = judged(faulty.report)
    .map(
      ({ url, check, code, outcome, where }) =>
        `${pathOf(url)} | ${check} | ${code} | ${outcome} | ${where.selector ?? ''}`,
    )
    .sort();
  await expect(`${lines.join('\n')}\n`.replaceAll(/127\.0\.0\.1:\d+/g, 'EXTERNE')).toMatchFileSnapshot(
    'demo-audit.txt',
  );
});

test('each page and each external address is asked once; wizards, search and forms never', () => {
  const { report, site } = faulty;
  const asked = site.requests
    .filter(({ path }) => path !== '/robots.txt')
    .map(({ method, path }) => `${method} ${path}`);
  const twice = asked.filter((entry, i) => asked.indexOf(entry) !== i);
  // A page that answers 500 is tried again, politely.
  const broken = new Set(
    report.addresses
      .filter(({ outcome }) => outcome === 'server_error')
      .map(({ url }) => `GET ${pathOf(url)}`),
  );
  expect([...new Set(twice)].filter((entry) => !broken.has(entry))).toEqual([]);
  expect(asked.filter((entry) => /^GET \/(booking|recherche|ezjscore)|^POST/.test(entry))).toEqual([]);
});

test('the widgets of its pages are audited at work: the API and the results file are asked for', () => {
  const { report, site } = faulty;
  const asked = new Set(site.requests.map(({ path }) => path));
  expect(asked).toContain('/resultats.json');
  expect(asked).toContain('/api/v1/sites');
  const rendered = report.sample.rendered.map(pathOf);
  for (const path of ['/Prendre-un-rendez-vous', '/Contact', '/Qualite/Resultats'])
    expect(rendered).toContain(path);
});

test('a clean site has no failed finding', async () => {
  const { report, site } = await auditOf('clean');
  // The faulty variant has no way to complain, so not this component either.
  expect(site.requests.map(({ path }) => path)).toContain('/api/v1/feedback/form');
  expect(judged(report).map(({ url, ...finding }) => line(pathOf(url), finding))).toEqual([]);
  for (const decided of ['TEC-01', 'TEC-02', 'COM-08', 'COM-11'])
    expect(report.grid.find(({ item }) => item === decided)?.verdict, decided).toBe('conforme');
  for (const { item, clean, cleanQuote = '' } of truth.proposals) {
    const made = proposalOf({ report }, item);
    expect(made?.answer, item).toBe(clean);
    expect(JSON.stringify(made), item).toContain(cleanQuote);
  }
}, 300_000);

test('aliases, print views and index.php are one page', () => {
  const twins = faulty.report.addresses.filter(({ url }) =>
    /index\.php|layout\/set\/print|\.pref\.gouv\.fr|http:\/\/www\.haute/.test(url),
  );
  expect(twins).toEqual([]);
  expect(faulty.report.addresses.some(({ url }) => url === `${SITE}/`)).toBe(true);
});
