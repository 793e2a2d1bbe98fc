import { expect, test } from 'vitest';
import type { HtmlFacts, RenderedFacts, SkipLinkFacts } from '../facts.ts';
import { link, page, pageProblems, settings, verdictLine } from '../testing.ts';
import { read } from '../testing-read.ts';
import { skipLinks } from './skip-links.ts';

const skip = (partial: Partial<SkipLinkFacts> = {}): SkipLinkFacts => ({
  ...{
    text: 'Contenu',
    fragment: 'main',
    hasTarget: true,
    selector: '.fr-skiplinks a',
    line: 3,
    zone: 'header',
  },
  ...partial,
});
const seen = (partial: Partial<RenderedFacts['skipLink']> = {}): RenderedFacts['skipLink'] => ({
  ...{ selector: '.fr-skiplinks a', text: 'Contenu', visible: true, reaches: true },
  ...partial,
});
const rendered = (skipLink: RenderedFacts['skipLink']): { rendered: RenderedFacts } => ({
  rendered: { title: 'Passeport', axe: [], skipLink, sheetViews: [] },
});
const html = (...links: SkipLinkFacts[]): Partial<HtmlFacts> => ({ skipLinks: links });

test('a skip link to a place that exists passes', () => {
  expect(verdictLine(skipLinks, page(html(skip())))).toEqual(['passed']);
  expect(verdictLine(skipLinks, page(html(skip()), rendered(seen())))).toEqual(['passed']);
});

test('a page without a skip link fails', () => {
  expect(verdictLine(skipLinks, page(html()))).toEqual(['failed', 'no-skip-link']);
  expect(verdictLine(skipLinks, page(html(), rendered(null)))).toEqual(['failed', 'no-skip-link']);
});

test('a skip link that a script adds counts', () => {
  expect(verdictLine(skipLinks, page(html(), rendered(seen())))).toEqual(['passed']);
});

test('a skip link to a place that does not exist fails, unless the content is reached beside it', () => {
  const menu = skip({ text: 'Menu', fragment: 'menu', hasTarget: false });
  expect(verdictLine(skipLinks, page(html(menu)))).toEqual(['failed', 'dead-target']);
  expect(pageProblems(skipLinks, page(html(menu)))[0]?.at).toMatchObject({
    quote: 'Menu (#menu)',
    cause: 'menu',
  });
  expect(verdictLine(skipLinks, page(html(skip(), menu)))).toEqual(['cantTell', 'dead-target']);
});

test('a line of a table of contents that leads nowhere is no skip link', () => {
  const line = skip({ text: 'Modifier un filtre', fragment: 'modifier', hasTarget: false });
  expect(verdictLine(skipLinks, page(html(skip(), line)))).toEqual(['passed']);
});

test('a skip link that stays invisible fails, at its place in the source', () => {
  const facts = page(html(skip()), rendered(seen({ selector: 'a', visible: false })));
  expect(verdictLine(skipLinks, facts)).toEqual(['failed', 'hidden']);
  expect(pageProblems(skipLinks, facts)[0]?.at.place).toMatchObject({ line: 3, zone: 'header' });
});

test('a skip link that moves nothing fails, unless its target is what is missing', () => {
  const still = rendered(seen({ reaches: false }));
  expect(verdictLine(skipLinks, page(html(skip()), still))).toEqual(['failed', 'no-move']);
  expect(verdictLine(skipLinks, page(html(), still))).toEqual(['failed', 'no-move']);
  expect(verdictLine(skipLinks, page(html(skip({ hasTarget: false })), still))).toEqual([
    'failed',
    'dead-target',
  ]);
});

test('a skip link that the first Tab stops did not meet is for a person to try', () => {
  expect(verdictLine(skipLinks, page(html(skip()), rendered(null)))).toEqual(['cantTell', 'unreached']);
});

test('of a page judged alone, a skip link is asked only where a menu stands before its content', () => {
  const alone = settings({ isSingle: true });
  const menu = (links: number, line = 3): ReturnType<typeof page> =>
    page({ skipLinks: [], links: Array.from({ length: links }, () => link({ zone: 'navigation', line })) });
  expect(verdictLine(skipLinks, menu(7), alone)).toEqual(['passed']);
  expect(verdictLine(skipLinks, menu(8), alone)).toEqual(['failed', 'no-skip-link']);
  // After the main heading, it is not in the way.
  expect(verdictLine(skipLinks, menu(8, 11), alone)).toEqual(['passed']);
});

test('of a page judged alone, a skip link is asked too where nothing else leads past what stands before its text', () => {
  const alone = settings({ isSingle: true });
  const walled = read(
    '<nav><a href="/dons">Dons</a></nav><p>Le bureau des associations reçoit le lundi et le jeudi matin.</p>',
  );
  expect(verdictLine(skipLinks, page({ skipLinks: [], content: walled.content }), alone)).toEqual([
    'failed',
    'no-skip-link',
  ]);
});

test('a link to the content that aims at a part beside it fails', () => {
  const facts = page(html(skip({ isBeside: true })), rendered(seen()));
  expect(verdictLine(skipLinks, facts)).toEqual(['failed', 'beside']);
});

test('one that assistive technologies are not told of fails, unless another is told', () => {
  const untold = rendered(seen({ isUntold: true }));
  expect(verdictLine(skipLinks, page(html(skip()), untold))).toEqual(['failed', 'untold']);
  expect(verdictLine(skipLinks, page(html(skip(), skip({ selector: 'a' })), untold))).toEqual(['passed']);
  const menu = rendered(seen({ isUntold: true, text: 'Menu' }));
  expect(verdictLine(skipLinks, page(html(skip({ text: 'Menu' })), menu))).toEqual(['passed']);
});

test('one that the Tab key passes over fails, by that alone', () => {
  const out = rendered(seen({ isOut: true, visible: false }));
  expect(verdictLine(skipLinks, page(html(), out))).toEqual(['failed', 'out-of-reach']);
});
