import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { BrandFacts } from '../read-brand.ts';
import { page, pages, siteLine, siteProblems } from '../testing.ts';
import { stateBrand } from './state-brand.ts';

const mark = (text: string): BrandFacts['header'] => ({
  text,
  selector: '.fr-logo',
  line: 4,
  zone: 'header',
});
const SOUND: BrandFacts = { header: mark('Préfète de l’Exemple'), footer: mark('Préfète de l’Exemple') };
const odd = (brand: Partial<BrandFacts>): PageFacts =>
  page({ brand: { ...SOUND, ...brand } }, { url: 'https://www.exemple.gouv.fr/odd' });
const judge = (brand: Partial<BrandFacts>): string[] => siteLine(stateBrand, [...pages(6), odd(brand)]);

test('pages that bear the mark at their head and foot pass', () => {
  expect(judge({})).toEqual(['passed']);
});

test('a header or a footer without the mark fails', () => {
  expect(judge({ header: null })).toEqual(['failed', 'no-header-brand']);
  expect(judge({ footer: null })).toEqual(['failed', 'no-footer-brand']);
});

test('a part that the page lacks, while it marks the other, is without the mark', () => {
  expect(judge({ footer: 'unmarked' })).toEqual(['failed', 'no-footer-brand']);
});

test('a page that marks none of its parts is to be opened', () => {
  expect(judge({ header: 'unmarked', footer: 'unmarked' })).toEqual(['cantTell', 'unmarked-parts']);
});

test('the mark names the same authority everywhere, whatever its capitals and line breaks', () => {
  expect(judge({ footer: mark('Préfet de l’Exemple') })).toEqual(['failed', 'other-name']);
  expect(judge({ footer: mark('PRÉFÈTE DE L’EXEMPLE') })).toEqual(['passed']);
  const [problem] = siteProblems(stateBrand, [...pages(6), odd({ header: mark('Préfet du Modèle') })]);
  expect(problem).toMatchObject({
    params: { text: 'Préfet du Modèle', usual: 'Préfète de l’Exemple', pages: 13 },
    at: { url: 'https://www.exemple.gouv.fr/odd', quote: 'Préfet du Modèle' },
  });
});

test('when marks disagree all over the site, none is the odd one', () => {
  const split = pages(6).map((facts, at) =>
    at % 2 ? facts : odd({ header: mark('Préfet'), footer: mark('Préfet') }),
  );
  expect(siteLine(stateBrand, split)).toEqual(['passed']);
});

test('a logo that does not name the State is to be looked at', () => {
  expect(judge({ header: mark('Portail des démarches') })).toEqual(['cantTell', 'unknown-brand']);
});

test('extra views of a page are not judged', () => {
  expect(siteLine(stateBrand, [page({ viewOf: 'https://www.exemple.gouv.fr/' })])).toEqual(['inapplicable']);
});
