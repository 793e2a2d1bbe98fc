import { expect, test } from 'vitest';
import type { HeadingFacts, Zone } from '../facts.ts';
import { page, pageProblems, verdictLine } from '../testing.ts';
import { mainHeading } from './main-heading.ts';

const heading = (level: number, text = 'Passeport', zone: Zone = 'main'): HeadingFacts => ({
  ...{ level, text, selector: `${zone} h${String(level)}`, line: 10, zone },
});
const judge = (...headings: HeadingFacts[]): string[] => verdictLine(mainHeading, page({ headings }));

test('one heading of level 1 passes, whatever the others', () => {
  expect(judge(heading(1), heading(2), heading(2))).toEqual(['passed']);
});

test('a page without a heading of level 1 fails', () => {
  expect(judge()).toEqual(['failed', 'no-heading']);
  expect(judge(heading(2))).toEqual(['failed', 'no-heading']);
});

test('two headings of level 1 are one problem, quoted whole', () => {
  expect(judge(heading(1), heading(1))).toEqual(['failed', 'several-headings']);
  const headings = [heading(1, 'Passeport'), heading(1, 'Pièces à fournir'), heading(1, 'Tarif')];
  const [problem] = pageProblems(mainHeading, page({ headings }));
  expect(problem?.at.quote).toBe('Passeport / Pièces à fournir / Tarif');
});

test('the heading too many is the one outside the main part, else the last', () => {
  const place = (...headings: HeadingFacts[]): unknown =>
    pageProblems(mainHeading, page({ headings }))[0]?.at.place;
  const [site, own, last] = [heading(1, 'Le site', 'header'), heading(1), heading(1, 'Tarif')];
  expect(place(site, own)).toBe(site);
  expect(place(own, last)).toBe(last);
});

test('an extra view is judged with its page', () => {
  expect(
    verdictLine(mainHeading, page({ headings: [], viewOf: 'https://www.exemple.gouv.fr/Actualites' })),
  ).toEqual(['inapplicable']);
});
