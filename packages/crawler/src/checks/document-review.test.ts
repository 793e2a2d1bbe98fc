import { expect, test } from 'vitest';
import type { DocumentFacts } from '../document.ts';
import type { Proposal } from '../proposal.ts';
import { link, page, proposalOf } from '../testing.ts';
import { documentReview } from './document-review.ts';

const SOUND: DocumentFacts = {
  ...{ format: 'pdf', pages: 2, isTagged: true, hasOutline: true, letters: 900, title: 'Notice', lang: 'fr' },
  madeOn: '2026-03-02',
};
const propose = (...documents: Partial<DocumentFacts>[]): Proposal | undefined => {
  const links = documents.map((document, at) =>
    link({
      ...{
        kind: 'document',
        url: `https://www.exemple.gouv.fr/${String(at)}.pdf`,
        text: `Notice ${String(at)}`,
      },
      target: { outcome: 'ok', document: { ...SOUND, ...document } },
    }),
  );
  return proposalOf(documentReview, 'A11-10', [page({ links }), page({ links })]);
};

test('documents without a fault are proposed as conforming, the latest first', () => {
  expect(propose({}, { madeOn: '2026-05-01' })).toMatchObject({
    answer: 'conforme',
    excerpts: [
      { about: 'Notice 1', quote: 'aucun défaut relevé (fait le 01/05/2026)' },
      { about: 'Notice 0' },
    ],
  });
});

test('a certain fault does not conform, and comes first', () => {
  expect(propose({}, { isTagged: false, lang: null })).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ about: 'Notice 1', quote: 'PDF sans balises et sans langue (fait le 02/03/2026)' }, {}],
  });
});

test('a doubt, or a document that could not be read, is to be opened', () => {
  expect(propose({ pages: 40, hasOutline: false })?.answer).toBe('a_verifier');
  expect(propose({ failure: 'encrypted' })).toMatchObject({
    ...{ answer: 'a_verifier', excerpts: [{ quote: 'n’a pas pu être lu (fait le 02/03/2026)' }] },
  });
});

test('a document of before September 2018 may be exempt: it is not shown', () => {
  expect(propose({ madeOn: '2018-09-22', isTagged: false })?.excerpts).toEqual([]);
  expect(propose({ madeOn: '2018-09-23', isTagged: false })?.answer).toBe('non_conforme');
});

test('where none was read whole, a person opens some', () => {
  expect(propose()?.answer).toBe('a_verifier');
});
