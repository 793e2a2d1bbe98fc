import { expect, test } from 'vitest';
import { beyondNewest } from './document-folders.ts';
import type { HtmlFacts, LinkFacts } from './facts.ts';
import { link, page } from './testing.ts';

const SITE = 'https://www.exemple.gouv.fr';
const file = (name: string, detail = ''): LinkFacts =>
  link({ url: `${SITE}/${name}`, kind: 'document', text: name, detail });
const listing = (
  path: string,
  links: readonly LinkFacts[],
  partial: Partial<HtmlFacts> = {},
): { url: string; html: HtmlFacts } => ({
  url: SITE + path,
  html: { ...(page().html as HtmlFacts), kind: 'listing', links, ...partial },
});
const urls = (...names: string[]): string[] => names.map((name) => `${SITE}/${name}`);

test('the newest files of a list are asked: by the day shown, then by their number, then by name', () => {
  const files = [
    file('sans-date.pdf'),
    file('vieux.pdf', 'PDF - 1 Mb - 31/12/2024'),
    file('neuf.pdf', 'PDF - 1 Mb - 01/02/2025'),
    file('contenu/telechargement/900/1/file/x.pdf'),
    file('contenu/telechargement/1000/1/file/x.pdf'),
  ];
  const waiting = files.map(({ url }) => url ?? '');
  const { folder } = beyondNewest(waiting, [listing('/Plans', files)], 3, SITE);
  expect(folder).toEqual(urls('contenu/telechargement/900/1/file/x.pdf', 'sans-date.pdf'));
});

test('a list and its pager are one; a file of two lists counts in the first', () => {
  const pages = [
    listing('/Plans', [file('a.pdf', '03/01/2026'), file('b.pdf', '02/01/2026')]),
    listing('/Plans/(offset)/10', [file('c.pdf', '01/01/2026')], { viewOf: `${SITE}/Plans` }),
    listing('/Zones', [file('b.pdf', '02/01/2026'), file('d.pdf')]),
  ];
  const waiting = urls('a.pdf', 'b.pdf', 'c.pdf', 'd.pdf');
  expect(beyondNewest(waiting, pages, 2, SITE)).toEqual({ folder: urls('c.pdf'), acts: [] });
});

test('acts are drawn, the same ones each time, wherever they are listed', () => {
  const acts = Array.from({ length: 20 }, (_, at) => `acte-${String(at)}.pdf`);
  const pages = [
    listing(
      '/RAA',
      acts.map((name) => file(name)),
      { kind: 'acts' },
    ),
  ];
  const waiting = [...urls(...acts), ...urls('Publications/RAA/vieux.pdf')];
  const { acts: left, folder } = beyondNewest(waiting, pages, 5, SITE);
  expect(left).toHaveLength(16);
  expect(folder).toEqual([]);
  expect(beyondNewest(waiting.toReversed(), pages, 5, SITE).acts).toEqual(left);
});

test('what no page lists is asked', () => {
  expect(beyondNewest(urls('a.pdf', 'b.pdf'), [], 1, SITE)).toEqual({ folder: [], acts: [] });
});
