import { expect, test } from 'vitest';
import type { FakeHeading } from '../probes/fake-headings.ts';
import { shownVerdictOf, verdictOf } from '../testing-read.ts';
import { headingStructure } from './heading-structure.ts';

test('headings that tell what follows pass', () => {
  expect(verdictOf(headingStructure, '<h1>Passeport</h1><h2>Pièces</h2><p>Une photographie.</p>')).toEqual([
    'passed',
  ]);
});

test('a heading without words fails, and so does one of waiting', () => {
  expect(shownVerdictOf(headingStructure, '<h1 qp-name="" qp-role="heading"></h1>')).toEqual([
    'failed',
    'empty-heading',
  ]);
  expect(verdictOf(headingStructure, '<h1>***</h1>')).toEqual(['failed', 'no-word-heading']);
  expect(verdictOf(headingStructure, '<h1>Titre de la page</h1>')).toEqual(['failed', 'generic-heading']);
  expect(verdictOf(headingStructure, '<h1>Titre 2</h1>')).toEqual(['failed', 'generic-heading']);
  expect(verdictOf(headingStructure, '<h1>Section 2</h1>')).toEqual(['cantTell', 'maybe-generic']);
  expect(verdictOf(headingStructure, '<h1>titre2</h1>')).toEqual(['passed']);
  expect(verdictOf(headingStructure, '<h1>Contenu</h1>')).toEqual(['cantTell', 'maybe-generic']);
});

test('a heading that says to be none is one for browsers where its attributes of ARIA say so', () => {
  const judge = (role: string): string[] =>
    shownVerdictOf(
      headingStructure,
      `<h2 role="none" aria-label="" qp-name="" qp-role="${role}"><span qp-hidden>Délais</span></h2>`,
    );
  expect(judge('heading')).toEqual(['failed', 'empty-heading']);
  expect(judge('')).toEqual(['passed']);
});

test('a number is no title of a page, and may be one of a part; a greeting may be one', () => {
  const judge = (level: number, heading: string): string[] =>
    verdictOf(headingStructure, `<h${String(level)}>${heading}</h${String(level)}><p>Texte.</p>`);
  expect(judge(1, 'Page 3')).toEqual(['failed', 'generic-heading']);
  expect(judge(2, 'Page 3')).toEqual(['passed']);
  expect(judge(1, 'Bonjour !')).toEqual(['cantTell', 'maybe-generic']);
  expect(judge(2, 'Bonjour !')).toEqual(['passed']);
});

test('what was left behind in a heading fails: words to write, the failure of a program, a day and its hour', () => {
  const judge = (heading: string): string[] =>
    verdictOf(headingStructure, `<h1>${heading}</h1><p>Texte.</p>`);
  for (const heading of [
    '[Saisir ici le titre]',
    '{Your heading: replace me}',
    'Remplacez ce texte',
    'Insérez votre titre ici',
    'Add your heading here before Monday',
    'Warning: count() in /srv/site/avis.php on line 7',
    '2026-03-12 09:30',
  ])
    expect([heading, ...judge(heading)]).toEqual([heading, 'failed', 'generic-heading']);
  for (const heading of [
    'Remplacer le titre de séjour perdu',
    'Ajouter un titre de séjour',
    '[Communiqué] Ouverture',
    '12 mars 2026',
    '2026-03-12',
  ])
    expect([heading, ...judge(heading)]).toEqual([heading, 'passed']);
});

test('what RGAA leaves to judgement is for a person', () => {
  expect(
    verdictOf(
      headingStructure,
      '<h1>mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot </h1>',
    ),
  ).toEqual(['cantTell', 'long-heading']);
  expect(verdictOf(headingStructure, '<h2>Un</h2><p>a</p><h2>Un</h2><p>b</p>')).toEqual([
    'cantTell',
    'same-heading',
  ]);
  expect(verdictOf(headingStructure, '<h2>Un</h2><h2>Deux</h2><p>b</p>')).toEqual([
    'cantTell',
    'hollow-heading',
  ]);
  expect(verdictOf(headingStructure, '<h1>Un</h1><p>a</p><h3>Deux</h3><p>b</p>')).toEqual([
    'cantTell',
    'skipped-level',
  ]);
  expect(
    verdictOf(
      headingStructure,
      '<p>texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte texte </p>',
    ),
  ).toEqual(['cantTell', 'no-heading-at-all']);
});

test('a level come back to after it was skipped fails, in the same part only', () => {
  const judge = (...levels: number[]): string[] =>
    verdictOf(
      headingStructure,
      levels
        .map((level, at) => `<h${String(level)}>Partie ${'abcdef'.charAt(at)}</h${String(level)}><p>a</p>`)
        .join(''),
    );
  expect(judge(2, 4, 3)).toEqual(['failed', 'crossed-levels']);
  expect(judge(2, 5, 5, 3)).toEqual(['failed', 'crossed-levels']);
  expect(judge(2, 4, 4)).toEqual(['cantTell', 'skipped-level']);
  expect(judge(2, 4, 2, 3)).toEqual(['cantTell', 'skipped-level']);
});

test('a line that only looks like a heading fails when it is large, or when there are two', () => {
  const line = {
    selector: 'p',
    zone: 'main',
    component: 'p',
    html: '<p>',
    text: 'Pièces',
    isBold: true,
    ratio: 1,
    follows: 90,
  } as const;
  const judge = (...fakeHeadings: FakeHeading[]): string[] =>
    shownVerdictOf(headingStructure, '', { fakeHeadings });
  expect(judge(line)).toEqual(['cantTell', 'maybe-fake-heading']);
  expect(judge({ ...line, ratio: 1.2 })).toEqual(['failed', 'fake-heading']);
  expect(judge({ ...line, isBold: false, ratio: 1.5 })).toEqual(['failed', 'fake-heading']);
  expect(judge(line, { ...line, text: 'Délais' })).toEqual(['failed', 'fake-heading', 'fake-heading']);
  expect(judge(line, { ...line, text: 'Délais :' })).toEqual([
    'cantTell',
    'maybe-fake-heading',
    'maybe-fake-heading',
  ]);
});

test('bold lines above short texts fail when three of them are numbered', () => {
  const judge = (...texts: string[]): string[] =>
    shownVerdictOf(headingStructure, '', {
      fakeHeadings: texts.map((text) => ({
        ...{ selector: 'p', zone: 'main', component: 'p', html: '<p>', isBold: true, ratio: 1 },
        ...{ text, follows: 20 },
      })),
    });
  expect(judge('1. Pièces', '2. Délai', '3. Coût')[0]).toBe('failed');
  expect(judge('Pièces', 'Délai', 'Coût')[0]).toBe('cantTell');
});
