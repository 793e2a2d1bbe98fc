import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { feedOf, feedSheet, sheetHtml } from '../sheet-testing.ts';
import { page, passages, proposalOf, settings, sheet } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetGuide } from './sheet-guide.ts';

const given = settings({ feed: feedOf([feedSheet()]) });
const shown = pageOf(sheetHtml(feedSheet()));
const following = (text: string): PageFacts =>
  page(
    { passages: passages(text), sheet: sheet({ linked: ['F1342'] }) },
    { url: 'https://www.exemple.gouv.fr/Demarches/Carte' },
  );

test('page and sheet stand side by side, those with amounts and delays of their own first', () => {
  const proposal = proposalOf(
    sheetGuide,
    'COM-07',
    [shown, following('Prévoyez 20 € et un délai de 3 semaines.')],
    given,
  );
  expect(proposal).toMatchObject({ answer: 'a_verifier' });
  expect(proposal?.excerpts[0]).toMatchObject({
    about: 'Fiche F1342 : https://www.service-public.gouv.fr/particuliers/vosdroits/F1342',
    quote: expect.stringMatching(/^Page : 20 €, .*3 semaines.* \/ Fiche : 25 €, 10 ans$/) as string,
  });
});

test('shown and followed sheets are listed for who decides whether the text is copied', () => {
  const proposal = proposalOf(sheetGuide, 'COM-02', [shown, following('Texte')], given);
  expect(proposal?.answer).toBe('a_verifier');
  expect(proposal?.excerpts.map(({ about }) => about)).toEqual([
    'Fiche F1342, affichée',
    'Fiche F1342, suivie',
  ]);
  expect(proposal?.why).not.toContain('--feed');
});

test('without a feed it is said that the text was not compared', () => {
  expect(proposalOf(sheetGuide, 'COM-02', [shown])?.why).toContain('--feed');
  expect(proposalOf(sheetGuide, 'COM-07', [shown])?.excerpts).toEqual([
    { url: shown.url, about: 'Fiche F1342' },
  ]);
});

test('a site that follows no sheet has nothing to compare', () => {
  expect(proposalOf(sheetGuide, 'COM-07', [page()])).toBeUndefined();
});
