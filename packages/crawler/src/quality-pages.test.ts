import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from './facts.ts';
import { isQualityPage } from './quality-pages.ts';
import { configured, page, settings } from './testing.ts';

const SITE = 'https://www.exemple.gouv.fr';
const titled = (text: string, path = '/x', html: Partial<HtmlFacts> = {}) =>
  page(
    {
      kind: 'other',
      headings: [{ level: 1, text, selector: 'h1', line: 1, zone: 'main' }],
      ...html,
    },
    { url: SITE + path },
  ) as PageFacts & { readonly html: HtmlFacts };

test('a pinned page and those below it are of the programme, whatever their names', () => {
  const pinned = configured({ pages: { quality: '/Qualite', results: '/Chiffres' } });
  const isOne = (path: string): boolean => isQualityPage(titled('Page', path), pinned);
  expect(['/Qualite', '/Qualite/Enquete', '/Chiffres', '/Qualite2', '/Contact'].map(isOne)).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(isQualityPage(titled('Démarche qualité'), pinned)).toBe(false);
});

test.each([
  ['Démarche qualité', true],
  ['Démarche Qualité de la préfecture', true],
  ['La politique qualité de la préfecture', true],
  ['Label Qual-e-Pref', true],
  ['Services Publics +', true],
  ['La qualité de l’air', false],
  ['Qualité de l’eau de baignade', false],
  ['Démarches', false],
])('without a pinned page, « %s » is of the programme: %s', (title, expected) => {
  expect(isQualityPage(titled(title), settings())).toBe(expected);
});

test('the home page and the news speak of it and are not it', () => {
  expect(isQualityPage(titled('Démarche qualité', '/', { kind: 'home' }), settings())).toBe(false);
  const news = { breadcrumb: ['Accueil', 'Actualités', 'Démarche qualité'] };
  expect(isQualityPage(titled('Démarche qualité', '/Actualites/q', news), settings())).toBe(false);
});
