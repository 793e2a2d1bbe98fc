import { expect, test } from 'vitest';
import type { LinkTarget } from '../facts.ts';
import type { Proposal } from '../proposal.ts';
import { link, page, proposalOf } from '../testing.ts';
import { downloadReview } from './download-review.ts';

const OPENED: LinkTarget = { outcome: 'ok', magic: 'pdf' };
const propose = (...targets: LinkTarget[]): Proposal | undefined => {
  const links = targets.map((target, at) =>
    link({ kind: 'document', url: `https://www.exemple.gouv.fr/${String(at)}.pdf`, text: 'Notice', target }),
  );
  return proposalOf(downloadReview, 'TEC-03', [page({ links }), page()]);
};

test('downloads that all answer are proposed as conforming', () => {
  expect(propose(OPENED)).toMatchObject({
    answer: 'conforme',
    excerpts: [{ url: 'https://www.exemple.gouv.fr/0.pdf', about: 'Notice', quote: 'répond' }],
  });
});

test('one that is absent, or that is another thing, does not conform and comes first', () => {
  for (const target of [
    { outcome: 'gone', status: 404 },
    { outcome: 'ok', magic: 'html' },
  ] as const)
    expect(propose(OPENED, target)).toMatchObject({
      answer: 'non_conforme',
      excerpts: [{ url: 'https://www.exemple.gouv.fr/1.pdf' }, {}],
    });
});

test('one that was refused or not asked is to be opened', () => {
  for (const target of [
    { outcome: 'blocked', status: 403 },
    { outcome: 'out_of_scope', reason: 'budget' },
  ] as const)
    expect(propose(OPENED, target)).toMatchObject({
      answer: 'a_verifier',
      excerpts: [{ url: 'https://www.exemple.gouv.fr/1.pdf' }, {}],
    });
});

test('a site without downloads is not concerned', () => {
  expect(propose()?.answer).toBe('sans_objet');
});
