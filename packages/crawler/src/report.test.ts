import type { Finding, Outcome } from '@qualepref/core';
import { expect, test } from 'vitest';
import type { AddressFacts, Facts, SiteInfo } from './facts.ts';
import type { KeptProposal } from './proposal.ts';
import { reportOf, type GridRow, type Report } from './report.ts';
import { finding } from './reports/fixture.ts';
import { site } from './testing.ts';

const address = (path: string, partial: Partial<AddressFacts> = {}): AddressFacts => ({
  url: `https://a.fr${path}`,
  kind: 'page',
  depth: 0,
  outcome: 'ok',
  foundOn: [],
  ...partial,
});
function report(
  given: {
    outcomes?: Record<string, Partial<Record<Outcome, number>>>;
    looked?: Record<string, number>;
    proposals?: Record<string, KeptProposal[]>;
    findings?: Finding[];
    addresses?: AddressFacts[];
    isCut?: boolean;
    site?: Partial<SiteInfo>;
  } = {},
): Report {
  const outcomes = new Map(
    Object.entries(given.outcomes ?? {}).map(([item, counts]) => [
      item,
      new Map(Object.entries(counts) as [Outcome, number][]),
    ]),
  );
  const addresses = given.addresses ?? [address('/')];
  const { isCut = false } = given;
  const facts: Facts = { site: site(given.site), pages: () => [], addresses: () => addresses, isCut };
  return reportOf({
    facts,
    results: {
      findings: given.findings ?? [],
      ignored: [],
      outcomes,
      looked: new Map(Object.entries(given.looked ?? {})),
      proposals: new Map(Object.entries(given.proposals ?? {})),
    },
    sample: { urls: ['https://a.fr/'], random: 0 },
    execution: {
      startedAt: '2026-11-24T09:00:00.000Z',
      endedAt: '2026-11-24T09:10:00.000Z',
      duration: 600,
      requests: 10,
      versions: { qualepref: '0', node: '0', chromium: '0', axe: '0' },
      host: 'machine',
      resumed: 0,
    },
    today: '2026-11-24',
  });
}
const row = (item: string, made: Report): GridRow | undefined => made.grid.find((line) => line.item === item);

test('the grid has its 97 lines whatever was collected', () => {
  expect(report().grid).toHaveLength(97);
});

test('a failed item tells how many faults on how many pages', () => {
  const made = report({
    outcomes: { 'TEC-04': { passed: 3, failed: 1 } },
    looked: { 'TEC-04': 4 },
    findings: [finding({ id: 'f1' }), finding({ id: 'f2' })],
  });
  expect(row('TEC-04', made)).toMatchObject({
    verdict: 'non_conforme',
    reason: '2\u00A0défauts relevés sur 1\u00A0page.',
    evidence: '4\u00A0pages contrôlées',
    findings: ['f1', 'f2'],
  });
});

test('an assisted item without fault is proposed, never decided', () => {
  expect(row('TEC-03', report({ outcomes: { 'TEC-03': { passed: 3 } } }))?.verdict).toBe('a_verifier');
});

test('an item without check, a manual one and one that nothing concerns each say why', () => {
  const made = report({ outcomes: { 'COM-10': { inapplicable: 4 } } });
  expect(row('ETA-01', made)).toMatchObject({
    verdict: 'non_verifie',
    reason: expect.stringContaining('Aucun contrôle') as string,
  });
  expect(row('RDV-06', made)).toMatchObject({
    verdict: 'a_verifier',
    reason: expect.stringContaining('à l’œil') as string,
  });
  expect(row('COM-10', made)).toMatchObject({
    verdict: 'sans_objet',
    reason: expect.stringContaining('concernée') as string,
  });
});

test('what was not asked is said: budgets, robots.txt, other hosts, refusals', () => {
  const made = report({
    isCut: true,
    addresses: [
      address('/'),
      address('/reste', { outcome: 'out_of_scope', reason: 'budget' }),
      address('/ailleurs', { kind: 'external', outcome: 'out_of_scope', reason: 'budget' }),
      address('/interdit', { outcome: 'refused_by_robots' }),
      address('/refus', { outcome: 'blocked', status: 403 }),
      address('/fichier', { outcome: 'out_of_scope', reason: 'scheme' }),
    ],
  });
  const codes = made.limits.map(({ code, count }) => [code, count]);
  expect(codes).toEqual([
    ['rgaa', undefined],
    ['evidence', undefined],
    ['budget-pages', 1],
    ['budget-links', 1],
    ['queue', undefined],
    ['robots', 1],
    ['unsafe', 1],
    ['refused', 1],
  ]);
});

test('a browser without its sandbox is said, and a sample that left pages out too', () => {
  const made = report({ addresses: [address('/'), address('/2')], site: { sandboxed: false } });
  expect(made.limits.map(({ code }) => code)).toEqual(['rgaa', 'evidence', 'sample', 'sandbox']);
});

test('traps, long lists, old files and bad sitemaps are said, each with what was left', () => {
  const left = (path: string, outcome: AddressFacts['outcome'], reason: string): AddressFacts =>
    address(path, { outcome, reason });
  const made = report({
    addresses: [
      address('/'),
      left('/agenda?m=60', 'trap', 'pattern'),
      left('/a/a/a/a', 'trap', 'repeat'),
      left('/p/60', 'out_of_scope', 'alike'),
      left('/RAA/(offset)/400', 'out_of_scope', 'pager'),
      left('/vieux.pdf', 'out_of_scope', 'older'),
      left('/acte.pdf', 'out_of_scope', 'acts'),
      { ...left('/plan.xml', 'invalid_content', 'doctype'), kind: 'sitemap' },
      { ...left('/plan2.xml', 'ok', 'relative'), kind: 'sitemap' },
      { ...address('/sitemap.xml', { outcome: 'gone' }), kind: 'sitemap' },
    ],
  });
  const said = made.limits.map(({ code, count }) => [code, count]);
  expect(said.slice(2)).toEqual([
    ['traps', 2],
    ['alike', 1],
    ['pagers', 1],
    ['older-documents', 1],
    ['acts', 1],
    ['sitemaps', 2],
  ]);
});

test('other names of the site are told with the pages that have them', () => {
  const aliases = ['http://exemple.pref.gouv.fr/a', 'https://www.exemple.gouv.fr/index.php/a'];
  const made = report({ addresses: [address('/'), address('/a', { aliases })] });
  const limit = made.limits.find(({ code }) => code === 'aliases');
  expect(limit).toMatchObject({ count: 1 });
  expect(limit?.text).toContain('http://exemple.pref.gouv.fr');
});

test('a proposal gives its reason, and what it rests on stays beside', () => {
  const proposals = [
    { answer: 'non_conforme', why: 'L’adresse manque.', excerpts: [{ url: 'https://a.fr/' }], more: 0 },
  ] as const;
  const made = report({
    outcomes: { 'ACC-01': { cantTell: 1 } },
    looked: { 'ACC-01': 1 },
    proposals: { 'ACC-01': [...proposals] },
  });
  expect(row('ACC-01', made)).toMatchObject({
    verdict: 'a_verifier',
    reason: 'L’adresse manque.',
    proposals,
  });
});
