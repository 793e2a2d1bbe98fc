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
    `${SITE}/Mentions-legales`,
    `${SITE}/D%C3%A9marches/Passeport`,
    `${SITE}/Actualites`,
    `${SITE}/Actualites/(offset)/10`,
  ];
  expect(priorityOf(`${SITE}/Qualite`, rules)).toBe(0);
  expect(priorityOf(`${SITE}/Publications/RAA-2026`, rules)).toBe(3);
  expect(order.map((url) => priorityOf(url, rules))).toEqual([0, 1, 2, 3]);
});

test('denied addresses and booking wizards are never asked, their entrance is', () => {
  expect(refusal(`${SITE}/Archives/2019`, rules)).toBe('denied');
  expect(refusal(`${SITE}/booking/create/4711/0`, rules)).toBe('never-asked');
  expect(refusal(`${SITE}/Prendre-un-rendez-vous`, rules)).toBeNull();
});

test('other names of a page are kept with it; a session in its address is a trap', () => {
  const old = { url: 'https://exemple.pref.gouv.fr/a', hasSession: false };
  const session = { url: `${SITE}/a?PHPSESSID=*`, hasSession: true };
  const { aliases, traps, targets } = discover(
    htmlWith(link({ url: `${SITE}/a`, spelling: old }), link({ url: `${SITE}/a`, spelling: session })),
    parent(0),
    rules,
  );
  expect(targets.map(({ url }) => url)).toEqual([`${SITE}/a`]);
  expect(aliases).toEqual([
    [`${SITE}/a`, old.url],
    [`${SITE}/a`, session.url],
  ]);
  expect(traps).toEqual([[session.url, 'session']]);
});

test('an address breeds itself when one of its shape is on the way to it', () => {
  const next = link({ url: `${SITE}/agenda?m=12` });
  const isBred = (...lineage: string[]): boolean | undefined =>
    discover(htmlWith(next), parent(3, ...lineage), rules).targets[0]?.isBred;
  expect(isBred('/', '/agenda?', '/jour-#')).toBe(true);
  expect(isBred('/', '/agenda')).toBe(false);
});

test('a path that repeats itself is never queued', () => {
  const { targets, traps } = discover(
    htmlWith(link({ url: `${SITE}/a/b/b/b/b` }), link({ url: `${SITE}/a/b/b/b` })),
    parent(0),
    rules,
  );
  expect(targets.map(({ url }) => url)).toEqual([`${SITE}/a/b/b/b`]);
  expect(traps).toEqual([[`${SITE}/a/b/b/b/b`, 'repeat']]);
});

test('a page that is shown in a frame and linked too is a page', () => {
  const lead = { kind: 'page', url: `${SITE}/carte`, isFrame: true } as const;
  const framed = discover({ ...htmlWith(), leads: [lead] }, parent(0), rules);
  expect(framed.targets).toMatchObject([{ url: lead.url, isFrame: true }]);
  const both = discover({ ...htmlWith(link({ url: lead.url })), leads: [lead] }, parent(0), rules);
  expect(both.targets[0]).not.toHaveProperty('isFrame');
});
