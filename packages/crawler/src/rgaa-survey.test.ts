import { expect, test } from 'vitest';
import type { HtmlFacts, LinkFacts, PageFacts } from './facts.ts';
import { surveyor, type Survey } from './rgaa-survey.ts';
import { link, page } from './testing.ts';

const SITE = 'https://www.exemple.gouv.fr';
const at = (path: string, html: Partial<HtmlFacts> = {}): PageFacts => page(html, { url: SITE + path });
const to = (path: string, text: string, partial: Partial<LinkFacts> = {}): LinkFacts =>
  link({ url: SITE + path, text, ...partial });
const survey = (...pages: PageFacts[]): Survey => {
  const { watch, survey: end } = surveyor();
  pages.forEach(watch);
  return end();
};

test('the pages that the method names are those that most links of that name lead to', () => {
  const links = [to('/a', 'Nous contacter'), to('/b', 'Aide')];
  const { named } = survey(
    at('/x', { links }),
    at('/y', { links: [...links, to('/z', 'Contact')] }),
    at('/a'),
    at('/b'),
    at('/z'),
  );
  expect(named.get('Contact')).toBe(`${SITE}/a`);
  expect(named.get('Aide')).toBe(`${SITE}/b`);
  expect(named.has('Plan du site')).toBe(false);
});

test('a page that was not read is none of them, one reached by a redirect is', () => {
  const links = [to('/old', 'Plan du site', { target: { outcome: 'redirected', finalUrl: `${SITE}/plan` } })];
  expect(survey(at('/x', { links })).named.has('Plan du site')).toBe(false);
  expect(survey(at('/x', { links }), at('/plan')).named.get('Plan du site')).toBe(`${SITE}/plan`);
});

test('home, legal and accessibility pages are known by their kind', () => {
  const { named } = survey(
    at('/', { kind: 'home' }),
    at('/m', { kind: 'legal' }),
    at('/d', { kind: 'accessibility' }),
  );
  expect([...named]).toEqual([
    ['Accueil', `${SITE}/`],
    ['Mentions légales', `${SITE}/m`],
    ['Accessibilité', `${SITE}/d`],
  ]);
});

test('a row keeps what the sample is chosen by', () => {
  const links = [
    to('/a.pdf', 'Absent', { kind: 'document', target: { outcome: 'gone' } }),
    to('/b.pdf', 'Notice', { kind: 'document', target: { outcome: 'not_html' } }),
  ];
  const [row] = survey(at('/Demarches/Passeport', { links, features: ['form'] })).rows;
  expect(row).toMatchObject({
    ...{ title: 'Passeport', rubric: 'demarches', features: ['form'], isRendered: false },
    document: `${SITE}/b.pdf`,
  });
  expect(row && 'scopes' in row).toBe(false);
});

test('extra views and unread pages are left out', () => {
  expect(survey(at('/a', { viewOf: `${SITE}/b` })).rows).toEqual([]);
  const { html, ...unread } = at('/a');
  expect(html).toBeDefined();
  expect(survey(unread).rows).toEqual([]);
});
