import { expect, test } from 'vitest';
import { addressed, pairPages } from './compare-pages.ts';
import type { ComparedAddress } from './compare-side.ts';

const page = (url: string, partial: Partial<ComparedAddress> = {}): ComparedAddress => ({
  ...{ url, kind: 'page', look: 'read', title: `Titre de ${url}` },
  ...partial,
});
const gone = (url: string): ComparedAddress => ({ url, kind: 'page', look: 'answered', isGone: true });
const moves = (before: readonly ComparedAddress[], after: readonly ComparedAddress[]): [string, string][] => [
  ...pairPages(addressed({ addresses: before }), addressed({ addresses: after })).moves,
];

test('a page follows its redirect', () => {
  const redirect: ComparedAddress = { url: '/a', kind: 'page', look: 'answered', to: '/b' };
  expect(moves([page('/a')], [redirect, page('/b')])).toEqual([['/a', '/b']]);
});

test('a redirect to a page that was there already moves nothing', () => {
  const redirect: ComparedAddress = { url: '/a', kind: 'page', look: 'answered', to: '/b' };
  expect(moves([page('/a'), page('/b')], [redirect, page('/b')])).toEqual([]);
});

test('a page is known by its other names, those of either audit', () => {
  expect(moves([page('/a')], [page('/b', { names: ['/a'] })])).toEqual([['/a', '/b']]);
  expect(moves([page('/a', { names: ['/x', '/b'] })], [page('/b')])).toEqual([['/a', '/b']]);
});

test('a short address that led to the page, and is now its own, is where it went', () => {
  const short: ComparedAddress = { url: '/s', kind: 'page', look: 'answered', to: '/a' };
  expect(moves([page('/a'), short], [page('/s'), gone('/a')])).toEqual([['/a', '/s']]);
  expect(moves([page('/a'), short], [page('/s'), page('/a')])).toEqual([]);
});

test('a page that left is the new one that alone says the same, whatever else bears its title', () => {
  const [title, content] = ['Actualités', 'e5f1'];
  const now = [page('/b', { title, content }), page('/c', { title, content: 'autre' })];
  expect(moves([page('/a', { title, content })], [gone('/a'), ...now])).toEqual([['/a', '/b']]);
  const twice = [page('/b', { title, content }), page('/c', { title, content })];
  expect(moves([page('/a', { title, content })], twice)).toEqual([]);
});

test('a page that left is the new one of its title', () => {
  const title = 'Passeport';
  expect(moves([page('/a', { title })], [page('/b', { title })])).toEqual([['/a', '/b']]);
  expect(moves([page('/a', { title })], [gone('/a'), page('/b', { title })])).toEqual([['/a', '/b']]);
});

test('a title that two pages bear proves nothing, nor does an empty one', () => {
  const title = 'Actualités';
  expect(moves([page('/a', { title })], [page('/b', { title }), page('/c', { title })])).toEqual([]);
  expect(moves([page('/a', { title }), page('/d', { title })], [page('/b', { title })])).toEqual([]);
  expect(moves([page('/a', { title: ' ' })], [page('/b', { title: ' ' })])).toEqual([]);
});

test('a page that could not be read is still where it was', () => {
  const title = 'Passeport';
  const unread = page('/a', { look: 'none' });
  expect(moves([page('/a', { title })], [unread, page('/b', { title })])).toEqual([]);
});

test('two pages never move to one', () => {
  const redirects = ['/a', '/b'].map((url): ComparedAddress => ({ ...gone(url), to: '/c' }));
  expect(moves([page('/a'), page('/b')], [...redirects, page('/c')])).toEqual([['/a', '/c']]);
});

test('both ways lead to each other', () => {
  const pairs = pairPages(
    addressed({ addresses: [page('/a')] }),
    addressed({ addresses: [page('/b', { names: ['/a'] })] }),
  );
  expect([pairs.later('/a'), pairs.earlier('/b'), pairs.later('/z')]).toEqual(['/b', '/a', '/z']);
});
