import { expect, test } from 'vitest';
import type { LinkFacts, PageFacts } from '../facts.ts';
import { link, page, pages, siteLine, siteProblems } from '../testing.ts';
import { referenceLinks } from './reference-links.ts';

const to = (url: string, rest: Partial<LinkFacts> = {}): LinkFacts =>
  link({ kind: 'external', url, zone: 'footer', ...rest });
const FOUR = [
  to('https://www.service-public.gouv.fr/'),
  to('https://www.legifrance.gouv.fr/'),
  to('https://www.info.gouv.fr/'),
  to('https://www.data.gouv.fr/'),
];
const withLinks = (links: LinkFacts[]): PageFacts => page({ links });
const judge = (links: LinkFacts[]): string[] => siteLine(referenceLinks, [withLinks(links)]);

test('a footer that leads to the four sites passes, by their former names too', () => {
  expect(judge(FOUR)).toEqual(['passed']);
  const former = [to('https://www.service-public.fr/'), FOUR[1], to('https://www.gouvernement.fr/'), FOUR[3]];
  expect(judge(former.filter((one) => one !== undefined))).toEqual(['passed']);
});

test('a footer that lacks some of them fails, and says which', () => {
  const [problem, ...others] = siteProblems(referenceLinks, [withLinks(FOUR.slice(0, 2))]);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'missing-reference',
    params: { missing: 'info.gouv.fr et data.gouv.fr' },
  });
});

test('a link of the content, or to a name that only looks alike, is none of them', () => {
  const elsewhere = to('https://www.data.gouv.fr/', { zone: 'main' });
  const alike = to('https://opendata.gouv.fr/');
  expect(judge([...FOUR.slice(0, 3), elsewhere, alike])).toEqual(['failed', 'missing-reference']);
});

test('a link whose page is absent fails, one that was refused or not asked does not', () => {
  const answered = (target: LinkFacts['target']): string[] =>
    judge([...FOUR.slice(0, 3), to('https://www.data.gouv.fr/', target ? { target } : {})]);
  expect(answered({ outcome: 'gone', status: 404 })).toEqual(['failed', 'dead-reference']);
  expect(answered({ outcome: 'blocked', status: 403 })).toEqual(['passed']);
  expect(answered({ outcome: 'out_of_scope', reason: 'other-host' })).toEqual(['passed']);
});

test('where nothing marks the foot of any page, it is to be looked at', () => {
  const bare = page({ links: [], brand: { header: 'unmarked', footer: 'unmarked' } });
  expect(siteLine(referenceLinks, [bare])).toEqual(['cantTell', 'no-footer']);
});

test('a page without a footer of its own is not asked for one more link', () => {
  const bare = page({ links: [], brand: { header: null, footer: 'unmarked' } });
  expect(siteLine(referenceLinks, [withLinks(FOUR), bare])).toEqual(['passed']);
});

test('extra views of a page are not judged', () => {
  expect(siteLine(referenceLinks, [page({ viewOf: 'https://www.exemple.gouv.fr/' })])).toEqual([
    'inapplicable',
  ]);
  expect(siteLine(referenceLinks, pages(1))).toEqual(['failed', 'missing-reference']);
});
