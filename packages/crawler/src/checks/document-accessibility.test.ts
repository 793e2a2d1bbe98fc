import { expect, test } from 'vitest';
import type { DocumentFacts } from '../document.ts';
import { link, page, pageProblems, settings, verdictLine } from '../testing.ts';
import { documentAccessibility } from './document-accessibility.ts';

const URL = 'https://www.exemple.gouv.fr/a.pdf';
const PDF: DocumentFacts = {
  ...{ format: 'pdf', pages: 4, isTagged: true, hasOutline: false, letters: 900, images: 1 },
  ...{ title: 'Notice', lang: 'fr-FR', madeOn: '2026-01-01', imagesWithoutAlternative: 0 },
};
const TEXT: DocumentFacts = {
  ...{ format: 'docx', title: 'Notice', lang: 'fr-FR', madeOn: '2026-01-01', letters: 9000, headings: 3 },
  ...{ images: 0, imagesWithoutAlternative: 0 },
};
const leading = (document: DocumentFacts) =>
  link({ kind: 'document', url: URL, text: 'Notice', target: { outcome: 'not_html', document } });
const judge = (document: DocumentFacts): string[] =>
  verdictLine(documentAccessibility, page({ links: [leading(document)] }));
const pdf = (partial: Partial<DocumentFacts>): string[] => judge({ ...PDF, ...partial });
const text = (partial: Partial<DocumentFacts>): string[] => judge({ ...TEXT, ...partial });

test('a document in which nothing is missing passes, which does not say that it is accessible', () => {
  expect(pdf({})).toEqual(['passed']);
  expect(text({})).toEqual(['passed']);
});

test('a scan fails for that alone', () => {
  expect(pdf({ letters: 10 })).toEqual(['passed']);
  expect(pdf({ letters: 9, isTagged: false, title: null })).toEqual(['failed', 'scanned']);
});

test('tags, title, language and alternatives that are missing each fail', () => {
  expect(pdf({ isTagged: false })).toEqual(['failed', 'untagged']);
  expect(pdf({ title: null })).toEqual(['failed', 'no-title']);
  expect(pdf({ lang: null })).toEqual(['failed', 'no-lang']);
  expect(pdf({ imagesWithoutAlternative: 1 })).toEqual(['failed', 'no-alternative']);
  expect(text({ title: null, imagesWithoutAlternative: 2 })).toEqual([
    'failed',
    'no-title',
    'no-alternative',
  ]);
});

test('the language of an office text may be that of its program', () => {
  expect(text({ lang: null })).toEqual(['cantTell', 'no-lang']);
});

test('bookmarks are looked for from twenty-one pages on', () => {
  expect(pdf({ pages: 20 })).toEqual(['passed']);
  expect(pdf({ pages: 21 })).toEqual(['cantTell', 'no-bookmarks']);
  expect(pdf({ pages: 21, hasOutline: true })).toEqual(['passed']);
});

test('a long text without a heading is for a person to look at', () => {
  expect(text({ headings: 0 })).toEqual(['cantTell', 'no-heading']);
  expect(text({ headings: 0, letters: 2_999 })).toEqual(['passed']);
  expect(text({ headings: 0, format: 'xlsx' })).toEqual(['passed']);
});

test('a document of before 23 September 2018 is for a person to weigh', () => {
  expect(pdf({ isTagged: false, madeOn: '2018-09-22' })).toEqual(['cantTell', 'old-document']);
  expect(pdf({ isTagged: false, madeOn: '2018-09-23' })).toEqual(['failed', 'untagged']);
  expect(pdf({ isTagged: false, madeOn: null })).toEqual(['failed', 'untagged']);
  expect(pdf({ madeOn: '2018-09-22' })).toEqual(['passed']);
});

test('a service that takes its old files for exempt is told nothing of them', () => {
  const judged = (madeOn: string): string[] => {
    const facts = page({ links: [leading({ ...PDF, isTagged: false, madeOn })] });
    return verdictLine(documentAccessibility, facts, settings({ exemptsOldDocuments: true }));
  };
  expect(judged('2018-09-22')).toEqual(['passed']);
  expect(judged('2018-09-23')).toEqual(['failed', 'untagged']);
});

test('a document that could not be read says why', () => {
  const facts = page({ links: [leading({ format: 'pdf', failure: 'encrypted' })] });
  expect(verdictLine(documentAccessibility, facts)).toEqual(['cantTell', 'unread']);
  expect(pageProblems(documentAccessibility, facts)[0]?.params).toEqual({
    why: 'protégé par un mot de passe',
  });
});

test('a document is told once a page, under its address', () => {
  const untagged = leading({ ...PDF, isTagged: false });
  const problems = pageProblems(documentAccessibility, page({ links: [untagged, untagged] }));
  expect(problems).toMatchObject([{ code: 'untagged', at: { quote: 'Notice', cause: URL } }]);
});

test('a page without a document read whole is not concerned', () => {
  expect(verdictLine(documentAccessibility, page())).toEqual(['inapplicable']);
});
