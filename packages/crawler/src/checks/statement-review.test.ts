import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { StatementFacts, StatementPart } from '../read-statement.ts';
import { statementParts } from '../statement-parts.ts';
import { page, passages, proposalOf, settings } from '../testing.ts';
import { statementReview } from './statement-review.ts';

const URL = 'https://www.exemple.gouv.fr/Accessibilite';
const ALL = Object.keys(statementParts) as StatementPart[];
const said = (partial: Partial<StatementFacts> = {}): PageFacts =>
  page(
    {
      kind: 'accessibility',
      passages: passages('État de conformité', 'Saisir le Défenseur des droits.'),
      statement: {
        ...{ parts: ALL, level: 'partiellement', rate: 73.5, version: '4.1', madeOn: null, updatedOn: null },
        ...{ pages: [], plan: null, actionPlan: null },
        ...partial,
      },
    },
    { url: URL },
  );

test('a whole statement is proposed with the words of its parts', () => {
  const proposal = proposalOf(statementReview, 'A11-02', [page(), said()]);
  expect(proposal).toMatchObject({
    answer: 'conforme',
    excerpts: [
      { url: URL, about: 'L’état de conformité', quote: 'État de conformité' },
      { quote: 'Saisir le Défenseur des droits.' },
    ],
  });
  expect(proposal?.why).toContain('partiellement conforme, 73,5 % des critères');
});

test('a part that is missing makes it not conform, and is named', () => {
  const { answer, why } = proposalOf(statementReview, 'A11-02', [said({ parts: ALL.slice(1) })]) ?? {};
  expect(answer).toBe('non_conforme');
  expect(why).toContain('article 47');
});

test('a level above what the rate allows does not conform', () => {
  const level = (rate: number) =>
    proposalOf(statementReview, 'A11-02', [said({ level: 'totalement', rate })])?.answer;
  expect(level(99.9)).toBe('non_conforme');
  expect(level(100)).toBe('conforme');
});

test('a level or a rate that does not read is to be looked for', () => {
  for (const partial of [{ level: null }, { rate: null }])
    expect(proposalOf(statementReview, 'A11-02', [said(partial)])?.answer).toBe('a_verifier');
});

test('of several statements, the fullest is shown', () => {
  const rows = [said({ parts: ['law'] }), said()];
  expect(proposalOf(statementReview, 'A11-02', rows)?.answer).toBe('conforme');
});

test('a site without a statement does not conform, and is to be searched', () => {
  const given = settings({ pinned: { accessibility: URL } });
  expect(proposalOf(statementReview, 'A11-02', [page()], given)).toMatchObject({
    ...{ answer: 'non_conforme', excerpts: [{ url: URL }] },
  });
});
