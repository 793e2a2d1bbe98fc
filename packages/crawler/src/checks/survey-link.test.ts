import { expect, test } from 'vitest';
import type { LinkFacts, PageFacts } from '../facts.ts';
import { link, page, passages, proposalOf } from '../testing.ts';
import { surveyLink } from './survey-link.ts';

const SURVEY = 'https://enquete.exemple.gouv.fr/index.php/1234';
const withLink = (partial: Partial<LinkFacts>): PageFacts =>
  page({ links: [link({ kind: 'external', href: SURVEY, ...partial })] });
const answer = (...pages: PageFacts[]): unknown => proposalOf(surveyLink, 'CTC-09', pages)?.answer;

test.each(['Répondre à l’enquête', 'Participez à notre questionnaire', 'Votre avis nous intéresse'])(
  '« %s » gives access to the survey',
  (text) => {
    expect(answer(withLink({ text }))).toBe('conforme');
  },
);

test('a survey made with a known tool is recognised by its address too', () => {
  const href = 'https://prefecture.limesurvey.net/12';
  expect(answer(withLink({ text: 'Enquête de satisfaction', href }))).toBe('conforme');
  expect(answer(withLink({ text: 'Enquête publique', href }))).toBe('a_verifier');
});

test('a link to a questionnaire that is gone is proposed as a fault', () => {
  expect(answer(withLink({ text: 'Répondre au questionnaire', target: { outcome: 'gone' } }))).toBe(
    'non_conforme',
  );
});

test('without a link, a person knows whether a survey runs; what pages say of one is shown', () => {
  expect(answer(page())).toBe('a_verifier');
  const results = page({ passages: passages('L’enquête de satisfaction a recueilli 604 réponses.') });
  expect(proposalOf(surveyLink, 'CTC-09', [results])).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ quote: 'L’enquête de satisfaction a recueilli 604 réponses.' }],
  });
});

test('public inquiries and acts are no survey of users', () => {
  const [one] = [page({ passages: passages('Une enquête publique est ouverte.') })];
  expect(proposalOf(surveyLink, 'CTC-09', [one])?.excerpts).toEqual([]);
  const acts = page({ kind: 'acts', links: [link({ text: 'Répondre à l’enquête', href: SURVEY })] });
  expect(answer(acts)).toBe('a_verifier');
});
