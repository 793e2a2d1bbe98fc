import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { discover, priorityOf, refusal, type DiscoveryRules, type Parent } from './discover.ts';
import type { HtmlFacts, LinkFacts } from './facts.ts';
import { link, page } from './testing.ts';

const SITE = 'https://www.exemple.gouv.fr';
const rules: DiscoveryRules = {
  addressing: createAddressing({ address: SITE, aliases: [] }),
  pinned: new Set([`${SITE}/Qualite`]),
  deny: [`${SITE}/Archives`],
};
const parent = (depth: number, ...lineage: string[]): Parent => ({ url: `${SITE}/`, depth, lineage });
const htmlWith = (...links: LinkFacts[]): HtmlFacts => ({ ...(page().html as HtmlFacts), links });

test('pages, documents and external links are asked, one deeper; the rest is not', () => {
  const { targets } = discover(
    htmlWith(
      link({ url: `${SITE}/a` }),
      link({ url: `${SITE}/b.pdf`, kind: 'document' }),
      link({ url: 'https://autre.fr/', kind: 'external' }),
      link({ url: 'mailto:x@exemple.fr', kind: 'mail' }),
      link({ url: null, href: 'http://', kind: 'other' }),
      link({ url: `${SITE}/a`, text: 'encore' }),
    ),
    parent(2),
    rules,
  );
  expect(targets.map(({ url, kind, depth }) => [url, kind, depth])).toEqual([
    [`${SITE}/a`, 'page', 3],
    [`${SITE}/b.pdf`, 'document', 3],
    ['https://autre.fr/', 'external', 3],
  ]);
});

test('a hash-bang sheet is a view of the page that holds the widget', () => {
  const view = `${SITE}/Particuliers#!/particuliers/page/F1342`;
  const { targets, views } = discover(htmlWith(link({ url: view })), parent(0), rules);
  expect(targets.map(({ url }) => url)).toEqual([`${SITE}/Particuliers`]);
  expect(views).toEqual([[`${SITE}/Particuliers`, view]]);
});

test('what the configuration names comes first, then procedures, then the rest, then pagers', () => {
  const order = [
    `${SITE}/Qualite`,
    `${SITE}/D%C3%A9marches/Passeport`,
    `${SITE}/Actualites`,
    `${SITE}/Actualites/(offset)/10`,
  ];
  expect(order.map((url) => priorityOf(url, rules))).toEqual([0, 1, 2, 3]);
});

test('denied addresses and booking wizards are never asked, their entrance is', () => {
  expect(refusal(`${SITE}/Archives/2019`, rules)).toBe('denied');
  expect(refusal(`${SITE}/booking/create/4711/0`, rules)).toBe('never-asked');
  expect(refusal(`${SITE}/Prendre-un-rendez-vous`, rules)).toBeNull();
});
