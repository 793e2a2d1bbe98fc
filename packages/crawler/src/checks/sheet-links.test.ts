import { expect, test } from 'vitest';
import type { LinkTarget, PageFacts } from '../facts.ts';
import { feedSheet, sheetHtml } from '../sheet-testing.ts';
import { link, page, proposalOf, siteLine, siteProblems } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetLinks } from './sheet-links.ts';

const SP = 'https://www.service-public.gouv.fr/particuliers/vosdroits';
const leading = (target: LinkTarget | undefined, url = `${SP}/F1342`): PageFacts =>
  page({ links: [link({ kind: 'external', url, text: 'La fiche', ...(target ? { target } : {}) })] });
const judge = (target: LinkTarget | undefined, url?: string): string[] =>
  siteLine(sheetLinks, [leading(target, url)]);
const led = (finalUrl: string, hops: number): LinkTarget => ({ outcome: 'redirected', finalUrl, hops });
const showing = (href: string, text: string): PageFacts =>
  pageOf(
    sheetHtml(feedSheet()).replace(/<a href=.*<\/a>/, href === '' ? '' : `<a href="${href}">${text}</a>`),
  );

test('a link that answers passes, and so does the old host that redirects once', () => {
  expect(judge({ outcome: 'ok', status: 200 })).toEqual(['passed']);
  const old = 'https://www.service-public.fr/particuliers/vosdroits/F1342';
  expect(judge(led(`${SP}/F1342`, 1), old)).toEqual(['cantTell', 'old-host']);
});

test('two redirects make a chain, one does not', () => {
  expect(judge(led(`${SP}/F1343`, 1))).toEqual(['passed']);
  expect(judge(led(`${SP}/F1343`, 2))).toEqual(['failed', 'redirect-chain']);
});

test('a link to a sheet that ends on a general page is lost', () => {
  expect(judge(led('https://www.service-public.gouv.fr/', 1))).toEqual(['failed', 'lost-sheet']);
  expect(judge(led('https://www.service-public.gouv.fr/particuliers', 1))).toEqual(['failed', 'lost-sheet']);
  expect(judge(led('https://www.service-public.gouv.fr/', 1), `${SP}/recherche`)).toEqual(['passed']);
});

test('a dead link fails, a refusal proves nothing', () => {
  expect(judge({ outcome: 'gone', status: 404 })).toEqual(['failed', 'dead-sheet']);
  expect(judge({ outcome: 'blocked', status: 403 })).toEqual(['passed']);
});

test('the old host is for information, and bears on no item', () => {
  const [problem] = siteProblems(sheetLinks, [
    leading(undefined, 'http://vosdroits.service-public.fr/particuliers/F1342.xhtml'),
  ]);
  expect(problem).toMatchObject({ code: 'old-host', params: { host: 'vosdroits.service-public.fr' } });
  expect(sheetLinks.codes['old-host']).toMatchObject({ items: [], severity: 'info' });
});

test('a sheet that leads to its original passes, on either host', () => {
  expect(siteLine(sheetLinks, [pageOf(sheetHtml(feedSheet()))])).toEqual(['passed']);
});

test('a link that bears the name of the sheet and leads to another fails', () => {
  const page = showing(`${SP}/F9`, `Lire la fiche « ${feedSheet().title} »`);
  expect(siteLine(sheetLinks, [page])).toEqual(['failed', 'wrong-sheet']);
});

test('a sheet that leads to others only, or to none, does not lead to its original', () => {
  expect(siteLine(sheetLinks, [showing(`${SP}/F9`, 'Renouveler la carte')])).toEqual([
    'failed',
    'no-original',
  ]);
  expect(siteLine(sheetLinks, [showing('', '')])).toEqual(['failed', 'no-original']);
  expect(sheetLinks.codes['no-original']?.items).toEqual([]);
});

test('when no link was followed, nothing is said of where they lead', () => {
  expect(proposalOf(sheetLinks, 'COM-11', [leading(undefined)])).toMatchObject({
    answer: 'non_verifie',
    excerpts: [{ about: 'La fiche', quote: `${SP}/F1342` }],
  });
  expect(
    proposalOf(sheetLinks, 'COM-11', [leading({ outcome: 'out_of_scope', reason: 'other-host' })]),
  ).toMatchObject({
    answer: 'non_verifie',
  });
  expect(proposalOf(sheetLinks, 'COM-11', [leading({ outcome: 'ok' })])).toBeUndefined();
});

test('a page without a link to Service-Public is not concerned', () => {
  expect(siteLine(sheetLinks, [page()])).toEqual(['inapplicable']);
});
