import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { link, page, passages, proposalOf } from '../testing.ts';
import { plainLanguage } from './plain-language.ts';

const SITE = 'https://www.exemple.gouv.fr';
const PLAIN = 'Venez avec votre carte. '.repeat(6);
const HEAVY = `Vous ${'venez tôt '.repeat(20)}au guichet. `.repeat(6);
const procedure = (path: string, text: string, html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ passages: passages(text), links: [], ...html }, { url: SITE + path });
const from = (path: string, to: readonly string[], html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ kind: 'other', links: to.map((each) => link({ url: SITE + each })), ...html }, { url: SITE + path });
const propose = (...pages: readonly PageFacts[]) => proposalOf(plainLanguage, 'CLA-01', pages);
const urls = (...pages: readonly PageFacts[]) =>
  propose(...pages)?.excerpts.map(({ url }) => url.slice(SITE.length));

test('procedures that read well are proposed as such, others are only to be read', () => {
  expect(propose(procedure('/a', PLAIN))?.answer).toBe('conforme');
  expect(propose(procedure('/a', PLAIN), procedure('/b', HEAVY))).toMatchObject({
    answer: 'a_verifier',
    excerpts: [
      { url: `${SITE}/b`, about: 'Passeport : 43 mots par phrase, 100 % de phrases de 30 mots et plus' },
      { url: `${SITE}/a` },
    ],
  });
});

test('those that most pages lead to come first; menus do not count, the home page counts most', () => {
  const three = ['/a', '/b', '/c'].map((path) => procedure(path, PLAIN));
  const menu = { links: [link({ url: `${SITE}/a`, zone: 'navigation' })] };
  const pages = [
    from('/1', ['/b']),
    from('/2', ['/b']),
    from('/3', [], menu),
    from('/', ['/c'], { kind: 'home' }),
  ];
  expect(urls(...three, ...pages)).toEqual(['/c', '/b', '/a']);
});

test('no more than six are to be read', () => {
  expect(urls(...'abcdefgh'.split('').map((name) => procedure(`/${name}`, PLAIN)))).toHaveLength(6);
});

test('the national sheet is not measured, and without procedures the key to fill in is named', () => {
  const sheet = passages(HEAVY).map((each) => ({ ...each, inSheet: true as const }));
  expect(propose(procedure('/a', '', { passages: sheet }))).toMatchObject({
    answer: 'non_verifie',
    why: expect.stringContaining('procedures, page') as string,
  });
  expect(propose(procedure('/a', PLAIN, { kind: 'other' }))?.answer).toBe('non_verifie');
});
