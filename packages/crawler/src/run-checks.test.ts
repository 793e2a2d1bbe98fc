import type { Finding, Verdict } from '@qualepref/core';
import { expect, test } from 'vitest';
import { cantTell, failed, pageCheck, siteCheck, type Check, type Problem, type Settings } from './check.ts';
import type { Facts, PageFacts } from './facts.ts';
import { runChecks, type CheckResults } from './run-checks.ts';
import { page, rendered, settings, site } from './testing.ts';

const codes = {
  bad: { items: ['TEC-04'], severity: 'minor', text: 'Fautif {n} : corriger.' },
  odd: { items: ['TEC-05'], severity: 'minor', text: 'Douteux : regarder.' },
} as const;

/** Fails on pages titled « mal », doubts of pages titled « bizarre ». */
const byTitle: Check = pageCheck({
  id: 'by-title',
  needs: 'html',
  codes,
  applies: ({ html }) => html.title !== 'sans objet',
  *judge({ html }) {
    if (html.title === 'mal') yield failed('bad', { n: 1 }, { cause: 'même cause' });
    if (html.title === 'bizarre') yield cantTell('odd');
  },
});

const at = (n: number, title: string, rest: Partial<PageFacts> = {}): PageFacts =>
  page({ title }, { url: `https://a.fr/Demarches/${String(n)}`, ...rest });

function run(
  pages: readonly PageFacts[],
  checks: readonly Check[] = [byTitle],
  given: Partial<Settings> = {},
  log: (error: unknown, check: string) => void = () => undefined,
): CheckResults & { readonly findings: readonly Finding[] } {
  const facts: Facts = {
    site: site(),
    pages: () => pages,
    addresses: () => [],
  };
  const results = runChecks(facts, checks, settings(given), log);
  return { ...results, findings: [...results.findings] };
}
const counts = (results: CheckResults, item: string): Record<string, number> =>
  Object.fromEntries(results.outcomes.get(item) ?? []);

test('a check answers one outcome per item and page', () => {
  const results = run([at(1, 'bien'), at(2, 'mal'), at(3, 'bizarre'), at(4, 'sans objet')]);
  expect(counts(results, 'TEC-04')).toEqual({ passed: 2, failed: 1, inapplicable: 1 });
  expect(counts(results, 'TEC-05')).toEqual({ passed: 2, cantTell: 1, inapplicable: 1 });
});

test('a page judges only the items it lets the check judge', () => {
  const check = pageCheck({ id: 'half', needs: 'html', codes, judges: () => ['TEC-04'], judge: () => [] });
  const results = run([at(1, 'bien')], [check]);
  expect(counts(results, 'TEC-04')).toEqual({ passed: 1 });
  expect(counts(results, 'TEC-05')).toEqual({ untested: 1 });
});

test('a page that could not be read leaves every item open, and is said once', () => {
  const failure = { part: 'html', outcome: 'blocked', reason: 'refused' } as const;
  const { html: _html, ...unread } = at(1, '');
  const results = run([{ ...unread, failure }, at(2, 'bien')]);
  expect(counts(results, 'TEC-04')).toEqual({ cantTell: 1, passed: 1 });
  expect(results.findings.map(({ code, outcome }) => [code, outcome])).toEqual([
    ['facts-missing', 'cantTell'],
  ]);
});

test('a page outside the sample is untested by what needs a browser; one that failed there is not decided', () => {
  const check = pageCheck({ id: 'seen', needs: 'rendered', codes, judge: () => [] });
  expect(counts(run([at(1, '', { inSample: false })], [check]), 'TEC-04')).toEqual({ untested: 1 });
  const failure = { part: 'rendered', outcome: 'timeout' } as const;
  expect(counts(run([at(1, '', { failure })], [check]), 'TEC-04')).toEqual({ cantTell: 1 });
});

test('a pass that broke down leaves what it feeds open, says why once a page, and is no fault of the page', () => {
  const looks = ['passes.narrow'] as const;
  const narrow = pageCheck({
    id: 'one',
    needs: 'rendered',
    looks,
    codes,
    applies: () => false,
    judge: () => [],
  });
  const told: string[] = [];
  const broken = at(1, '', { rendered: rendered({ passes: {}, broken: { narrow: 'trop long' } }) });
  const results = run([broken], [narrow, { ...narrow, id: 'two' }], {}, (error, name) =>
    told.push(`${name} ${String(error)}`),
  );
  expect(counts(results, 'TEC-04')).toEqual({ cantTell: 1 });
  expect(results.findings.map(({ code, message }) => [code, message])).toEqual([
    ['look-broken', expect.stringMatching(/abouti \(trop long\s; .*petits écrans\)\s: .*one, two/)],
  ]);
  expect(told).toEqual(['narrow Error: trop long']);
});

test('looks that broke down for one reason are told together, however many', () => {
  const looks = ['passes.narrow', 'passes.sound', 'probes.pale'] as const;
  const check = pageCheck({ id: 'one', needs: 'rendered', looks, codes, judge: () => [] });
  const late = { narrow: 'late', sound: 'late', pale: 'late' };
  const told = (broken: Readonly<Record<string, string>>): string[] => {
    const seen = at(1, '', { rendered: rendered({ passes: {}, probes: {}, broken }) });
    return run([seen], [check]).findings.map(({ message }) => message);
  };
  expect(told(late)).toEqual([
    expect.stringMatching(/petits écrans, sons et vidéos, textes pâles.*juge le contrôle one/),
  ]);
  expect(told({ ...late, pale: 'left' })).toHaveLength(2);
  const many = Object.fromEntries(
    Object.keys(late)
      .concat('a b c d e f g'.split(' '))
      .map((name) => [name, 'late']),
  );
  expect(told(many)).toEqual([expect.stringContaining('a, b, c et 4 autres')]);
});

test('a check is open where something that it also sees broke down, and judges the rest', () => {
  const check = pageCheck({
    ...{ id: 'one', needs: 'rendered', alsoSees: ['panels'], codes },
    judge: () => [failed('bad')],
  });
  const results = run([at(1, '', { rendered: rendered({ broken: { panels: 'late' } }) })], [check]);
  expect(counts(results, 'TEC-04')).toEqual({ cantTell: 1, failed: 1 });
  expect(results.findings.map(({ message }) => message)[0]).toContain('le temps prévu n’a pas suffi');
});

test('a pass that was not tried leaves what it feeds untested; one that had nothing to try does not concern the page', () => {
  const looks = ['passes.narrow'] as const;
  const check = pageCheck({
    id: 'one',
    needs: 'rendered',
    looks,
    codes,
    applies: () => false,
    judge: () => [],
  });
  const seen = (passes?: object) => at(1, '', { rendered: rendered(passes ? { passes } : {}) });
  expect(counts(run([seen()], [check]), 'TEC-04')).toEqual({ untested: 1 });
  expect(counts(run([seen({})], [check]), 'TEC-04')).toEqual({ inapplicable: 1 });
});

test('a check that reads several looks judges by those that did not break down', () => {
  const looks = ['passes.narrow', 'probes.colours'] as const;
  const check = pageCheck({ id: 'one', needs: 'rendered', looks, codes, judge: () => [failed('bad')] });
  const half = rendered({ passes: {}, probes: {}, broken: { narrow: 'trop long' } });
  const results = run([at(1, '', { rendered: half })], [check]);
  expect(counts(results, 'TEC-04')).toEqual({ cantTell: 1, failed: 1 });
});

test('a check that throws is our fault: the item stays open and the others go on', () => {
  const broken = pageCheck({
    id: 'broken',
    needs: 'html',
    codes: { odd: codes.odd },
    judge: () => {
      throw new Error('oups');
    },
  });
  const results = run([at(1, 'bien')], [broken, byTitle]);
  expect(counts(results, 'TEC-05')).toEqual({ cantTell: 1, passed: 1 });
  expect(results.findings.map(({ check, code }) => [check, code])).toEqual([['broken', 'check-crashed']]);
});

test('a site check sees the projections of every page, and says which page is at fault', () => {
  const check = siteCheck({
    id: 'site',
    codes: { bad: codes.bad },
    project: ({ url, html }) => (html.title === 'sans objet' ? null : { url }),
    *judge(pages) {
      for (const { url } of pages.slice(1)) yield failed('bad', { n: pages.length }, { url });
    },
  });
  const results = run([at(1, 'bien'), at(2, 'bien'), at(3, 'sans objet')], [check]);
  expect(results.findings.map(({ url, message }) => [url, message])).toEqual([
    ['https://a.fr/Demarches/2', 'Fautif 2\u00A0: corriger.'],
  ]);
});

test('a fault of nine pages out of ten is the template’s, below it is the contributors’', () => {
  const pages = (bad: number): PageFacts[] =>
    Array.from({ length: 10 }, (_, i) => at(i, i < bad ? 'mal' : 'bien'));
  expect(new Set(run(pages(9)).findings.map(({ owner }) => owner))).toEqual(new Set(['template']));
  expect(new Set(run(pages(8)).findings.map(({ owner }) => owner))).toEqual(new Set(['content']));
});

test('the service is that of the longest prefix', () => {
  const services = [
    { name: 'Communication', prefixes: ['https://a.fr/'] },
    { name: 'Accueil', prefixes: ['https://a.fr/Demarches/'] },
  ];
  expect(run([at(1, 'mal')], [byTitle], { services }).findings[0]?.service).toBe('Accueil');
});

test('an ignored finding counts for nothing until its last day, and is kept with its reason', () => {
  const rule = {
    check: 'by-title',
    address: '/Demarches/*',
    reason: 'page en refonte',
    expires: '2026-11-24',
  };
  const results = run([at(1, 'mal')], [byTitle], { ignore: [rule], today: '2026-11-24' });
  expect(results.findings).toEqual([]);
  expect(counts(results, 'TEC-04')).toEqual({ passed: 1 });
  expect(results.ignored.map(({ finding, reason }) => [finding.code, reason])).toEqual([
    ['bad', 'page en refonte'],
  ]);
  expect(run([at(1, 'mal')], [byTitle], { ignore: [rule], today: '2026-11-25' }).findings).toHaveLength(1);
  expect(
    run([at(1, 'mal')], [byTitle], { ignore: [{ ...rule, address: '/Autre/*' }] }).findings,
  ).toHaveLength(1);
});

test('ids stay the same when another page or another place of the page changes', () => {
  const alone = run([at(1, 'mal')]).findings[0];
  const among = run([at(0, 'mal'), at(1, 'mal'), at(2, 'bien')]).findings.find(
    ({ url }) => url === alone?.url,
  );
  expect(among?.id).toBe(alone?.id);
});

test('two problems of one cause on a page have ids of their own', () => {
  const twice = pageCheck({
    id: 'twice',
    needs: 'html',
    codes,
    *judge() {
      yield failed('bad', { n: 1 }, { cause: 'c' });
      yield failed('bad', { n: 2 }, { cause: 'c' });
    },
  });
  expect(new Set(run([at(1, '')], [twice]).findings.map(({ id }) => id)).size).toBe(2);
});

test('the evidence of an item is the pages of its most demanding check, not their sum', () => {
  const second = pageCheck({ id: 'second', needs: 'html', codes, judge: () => [] });
  const all = siteCheck({ id: 'all', codes: { bad: codes.bad }, project: ({ url }) => url, judge: () => [] });
  const pages = [at(1, 'bien'), at(2, 'mal'), at(3, 'sans objet')];
  expect(run(pages, [byTitle]).looked.get('TEC-04')).toBe(2);
  expect(run(pages, [byTitle, second, all]).looked.get('TEC-04')).toBe(3);
});

const proposing = (answer: Verdict, judge?: () => Iterable<Problem<'bad'>>): Check =>
  siteCheck({
    id: 'proposing',
    codes: { bad: codes.bad },
    items: ['ACC-01'],
    project: ({ url }) => url,
    ...(judge ? { judge } : {}),
    *propose(urls) {
      yield { item: 'ACC-01', answer, why: 'Voici : lire.', excerpts: urls.map((url) => ({ url })) };
    },
  });

test.each([
  ['conforme', 'passed'],
  ['non_conforme', 'cantTell'],
  ['a_verifier', 'cantTell'],
  ['sans_objet', 'inapplicable'],
  ['non_verifie', 'untested'],
] as const)('a proposal « %s » counts as %s: a person decides', (answer, outcome) => {
  const results = run([at(1, 'bien')], [proposing(answer)]);
  expect(counts(results, 'ACC-01')).toEqual({ [outcome]: 1 });
  expect(results.proposals.get('ACC-01')).toEqual([
    { answer, why: 'Voici\u00A0: lire.', excerpts: [{ url: 'https://a.fr/Demarches/1' }], more: 0 },
  ]);
});

test('an item that a check neither judges nor proposes for is no business of it', () => {
  expect(counts(run([at(1, 'bien')], [proposing('conforme')]), 'TEC-04')).toEqual({ inapplicable: 1 });
  const judging = proposing('conforme', () => []);
  expect(counts(run([at(1, 'bien')], [judging]), 'TEC-04')).toEqual({ passed: 1 });
});

test('a check may propose without a page, for want of configuration for instance', () => {
  const results = run([], [proposing('non_verifie')]);
  expect(counts(results, 'ACC-01')).toEqual({ untested: 1 });
});

test('twenty excerpts are kept, those left out are counted', () => {
  const many = Array.from({ length: 25 }, (_, n) => at(n, 'bien'));
  const [kept] = run(many, [proposing('a_verifier')]).proposals.get('ACC-01') ?? [];
  expect(kept?.excerpts).toHaveLength(20);
  expect(kept?.more).toBe(5);
});

test('of several proposals the most demanding comes first', () => {
  const results = run([at(1, 'bien')], [proposing('conforme'), proposing('non_conforme')]);
  expect(results.proposals.get('ACC-01')?.map(({ answer }) => answer)).toEqual(['non_conforme', 'conforme']);
});

test('a page that could not be read takes nothing from what is judged of the whole site', () => {
  const unread = { url: 'https://a.fr/x', depth: 1, fetchedOn: '2026-11-24', inSample: false };
  const results = run([at(1, 'bien'), unread], [proposing('conforme')]);
  expect(counts(results, 'ACC-01')).toEqual({ passed: 1 });
});
