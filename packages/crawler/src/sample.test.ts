import { draw, randomFrom } from '@qualepref/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedSite } from './generated-site.ts';
import { candidatesOf } from './generated-truth.ts';
import { chooseSample, missedPages, wholeSample, type SampleCandidate } from './sample.ts';

const candidate = (partial: Partial<SampleCandidate> & { url: string }): SampleCandidate => ({
  kind: 'other',
  template: 'gabarit',
  components: ['p'],
  hasViews: false,
  title: 'Page - Site',
  ...partial,
});
const many = (n: number, partial: Partial<SampleCandidate> = {}): SampleCandidate[] =>
  Array.from({ length: n }, (_, i) =>
    candidate({ url: `https://a.fr/page-${String(i).padStart(3, '0')}`, ...partial }),
  );

test('of pages of one shape, one is opened, and a tenth of the sample is drawn at random', () => {
  const { urls, random } = chooseSample(many(50), new Set(), 'graine');
  expect(random).toBe(1);
  expect(urls).toHaveLength(2);
  expect(urls).toContain('https://a.fr/page-000');
});

test('every kind of element met on the site stands on a page of the sample', () => {
  const lone = candidate({ url: 'https://a.fr/zzz', components: ['p', 'img sans alt'] });
  expect(chooseSample([...many(50), lone], new Set(), 'graine').urls).toContain(lone.url);
});

test('every shape of page is in the sample', () => {
  const other = candidate({ url: 'https://a.fr/zzz', template: 'autre gabarit' });
  expect(chooseSample([...many(50), other], new Set(), 'graine').urls).toContain(other.url);
});

test('the pages of the RGAA sample, those pinned and those with a widget are always in', () => {
  const always = [
    candidate({ url: 'https://a.fr/', kind: 'home' }),
    candidate({ url: 'https://a.fr/x1', title: 'Nous contacter - Site' }),
    candidate({ url: 'https://a.fr/Plan-du-site' }),
    candidate({ url: 'https://a.fr/x2', title: 'Mentions légales - Site' }),
    candidate({ url: 'https://a.fr/epinglee' }),
    candidate({ url: 'https://a.fr/widget', hasViews: true }),
  ];
  const { urls } = chooseSample([...many(50), ...always], new Set(['https://a.fr/epinglee']), 'graine');
  for (const { url } of always) expect(urls).toContain(url);
});

test('the same site gives the same sample, whatever the order of its pages', () => {
  const pages = many(50);
  expect(chooseSample([...pages].reverse(), new Set(), 'graine')).toEqual(
    chooseSample(pages, new Set(), 'graine'),
  );
});

test('what the draw may have missed is bounded exactly, and less as more pages are drawn', () => {
  expect(missedPages(40, 0)).toBe(40);
  expect(missedPages(40, 40)).toBe(0);
  // 29 of 30 drawn: one page is left.
  expect(missedPages(30, 29)).toBe(0);
  // 19 faulty pages of 20 escape a draw of one with a probability of 5 %, exactly the risk.
  expect(missedPages(20, 1)).toBe(19);
  // The rule of three: 3 / 100 of a large site.
  expect(missedPages(100_000, 100) / 100_000).toBeCloseTo(0.0295, 3);
});

test('as many faulty pages as the bound says escape the draw once in twenty, one more less often', () => {
  const escape = (pages: number, drawn: number, faulty: number): number => {
    let probability = 1;
    for (let i = 0; i < drawn; i++) probability *= Math.max(0, pages - faulty - i) / (pages - i);
    return probability;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (pages, some) => {
      const drawn = Math.min(some, pages);
      const bound = missedPages(pages, drawn);
      expect(escape(pages, drawn, bound)).toBeGreaterThan(0.05 - 1e-9);
      if (bound < pages) expect(escape(pages, drawn, bound + 1)).toBeLessThan(0.05 + 1e-9);
    }),
  );
});

test('a fault on one page more than the bound escapes the sample once in twenty at most', () => {
  const alike = many(200);
  const lone = Array.from({ length: 50 }, (_, i) =>
    candidate({ url: `https://a.fr/seule-${String(i)}`, template: `gabarit ${String(i)}` }),
  );
  let escaped = 0;
  const TRIES = 300;
  for (let n = 0; n < TRIES; n++) {
    const seed = String(n);
    const { urls, templates = [] } = chooseSample([...alike, ...lone], new Set(), seed);
    const mayMiss = templates[0]?.mayMiss ?? 0;
    // The first page is there for its template, whatever it bears.
    const faulty = draw(alike.slice(1), mayMiss + 1, randomFrom(seed));
    if (faulty.every(({ url }) => !urls.includes(url))) escaped += 1;
  }
  expect(escaped / TRIES).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / TRIES));
});

test('on any site each template and each kind of element is opened, and each page is counted once', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 6, max: 60 }), (seed, pages) => {
      const candidates = candidatesOf(generatedSite({ pages, seed }));
      const { urls, templates = [] } = chooseSample(candidates, new Set(), 'graine');
      const opened = candidates.filter(({ url }) => urls.includes(url));
      const kinds = (rows: readonly SampleCandidate[]): Set<string> =>
        new Set(rows.flatMap(({ template, components }) => [template, ...components]));
      expect(kinds(opened)).toEqual(kinds(candidates));
      expect(templates.reduce((sum, { pages: n }) => sum + n, 0)).toBe(candidates.length);
      expect(templates.reduce((sum, { rendered }) => sum + rendered, 0)).toBe(urls.length);
      expect(templates.every(({ rendered, mayMiss, pages: n }) => rendered > 0 && mayMiss <= n)).toBe(true);
    }),
    { numRuns: 6 },
  );
}, 60_000);

test('a few new pages change a few pages of the sample: quarters can be compared', () => {
  const before = many(400);
  const fresh = many(4, { template: 'nouveau' }).map((row) => ({ ...row, url: `${row.url}-neuve` }));
  const first = chooseSample(before, new Set(), 'graine').urls;
  const second = new Set(chooseSample([...before, ...fresh], new Set(), 'graine').urls);
  expect(first.filter((url) => !second.has(url)).length).toBeLessThanOrEqual(1);
});

test('when every page is opened nothing can be missed', () => {
  const { urls, templates = [] } = wholeSample(many(7));
  expect(urls).toHaveLength(7);
  expect(templates).toEqual([{ example: 'https://a.fr/page-000', pages: 7, rendered: 7, mayMiss: 0 }]);
});
