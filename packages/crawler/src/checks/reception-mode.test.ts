import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { configured, page, passages, proposalOf } from '../testing.ts';
import { receptionMode } from './reception-mode.ts';

const procedure = (path: string, text: string): PageFacts =>
  page({ passages: passages(text) }, { url: `https://www.exemple.gouv.fr/${path}` });
const pages = [
  procedure('a', 'Sur rendez-vous, en préfecture.'),
  procedure('b', 'La démarche est gratuite.'),
];

test('a person reads the procedures: those that seem to say nothing come first', () => {
  const proposal = proposalOf(receptionMode, 'ACC-10', pages);
  expect(proposal).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ url: 'https://www.exemple.gouv.fr/b' }, { quote: 'Sur rendez-vous, en préfecture.' }],
  });
  expect(proposal?.why).toContain('1 n’en disent rien');
});

test('those that the configuration lists are enough', () => {
  const given = configured({ procedures: [{ label: { fr: 'A' }, page: '/a' }] });
  expect(proposalOf(receptionMode, 'ACC-10', pages, given)?.excerpts).toHaveLength(1);
});

test('other pages are not given', () => {
  const other = page({ kind: 'other', passages: passages('Sur rendez-vous.') });
  expect(proposalOf(receptionMode, 'ACC-10', [other])?.excerpts).toEqual([]);
});
