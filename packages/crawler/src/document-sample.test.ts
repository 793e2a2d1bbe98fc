import { expect, test } from 'vitest';
import { chooseDocuments } from './document-sample.ts';

const SITE = 'https://www.exemple.gouv.fr';
const urls = Array.from({ length: 100 }, (_, n) => `${SITE}/contenu/telechargement/${String(n)}/piece.pdf`);
const choose = (from: readonly string[], size = 10, seed = SITE, excluded = new Set<string>()) =>
  chooseDocuments(from, size, excluded, seed);

test('the same site gives the same draw, whatever the order; another gives another', () => {
  const chosen = choose(urls);
  expect(chosen).toHaveLength(10);
  expect(choose(urls.toReversed())).toEqual(chosen);
  expect(choose(urls, 10, 'https://www.autre.gouv.fr')).not.toEqual(chosen);
});

test('fewer documents than places are all taken', () => {
  expect(choose(urls.slice(0, 10))).toHaveLength(10);
  expect(choose(urls.slice(0, 9))).toEqual(urls.slice(0, 9).sort());
});

test('a document more moves at most one of those chosen', () => {
  const chosen = choose(urls);
  const later = choose([...urls, `${SITE}/nouveau.pdf`]);
  expect(later.filter((url) => !chosen.includes(url)).length).toBeLessThanOrEqual(1);
});

test('collections of acts are never taken, by their name or by the page that lists them', () => {
  const acts = [`${SITE}/Publications/RAA/2026/n12.pdf`, `${SITE}/Recueil-des-actes-administratifs/1.pdf`];
  expect(choose(acts)).toEqual([]);
  expect(choose([`${SITE}/raasta.pdf`])).toHaveLength(1);
  expect(choose(urls.slice(0, 2), 10, SITE, new Set(urls.slice(0, 1)))).toEqual(urls.slice(1, 2));
});
