import { expect, test } from 'vitest';
import { chooseSample, missedShare, type SampleCandidate } from './sample.ts';

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

test('the share that the draw can miss falls as more pages are drawn', () => {
  expect(missedShare(0)).toBe(1);
  expect(missedShare(1)).toBeCloseTo(0.95);
  expect(missedShare(30)).toBeCloseTo(0.095, 2);
});
