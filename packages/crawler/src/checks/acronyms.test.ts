import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { page, passages, proposalOf, siteLine } from '../testing.ts';
import { acronyms } from './acronyms.ts';

const saying = (path: string, text: string, html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ passages: passages(text), ...html }, { url: `https://www.exemple.gouv.fr${path}` });

test('the acronyms of most pages come first, each with one page that uses it', () => {
  const pages = [
    saying('/a', 'Le CERT instruit.'),
    saying('/b', 'La DDT et le CERT.'),
    saying('/c', 'Bienvenue.'),
  ];
  expect(proposalOf(acronyms, 'CLA-02', pages)).toMatchObject({
    answer: 'non_conforme',
    why: expect.stringContaining('CERT, DDT') as string,
    excerpts: [
      { url: 'https://www.exemple.gouv.fr/a', about: 'CERT (2\u00A0pages)', quote: 'Le CERT instruit.' },
      { url: 'https://www.exemple.gouv.fr/b', about: 'DDT' },
    ],
  });
});

test('pages that write out what they use are proposed as sound', () => {
  expect(proposalOf(acronyms, 'CLA-02', [saying('/a', 'Bienvenue.')])?.answer).toBe('conforme');
});

test('national sheets, acts and legal notices are not read', () => {
  const sheet = passages('Le CERT instruit.').map((each) => ({ ...each, inSheet: true as const }));
  expect(proposalOf(acronyms, 'CLA-02', [saying('/a', '', { passages: sheet })])?.answer).toBe('conforme');
  const headings = [
    { level: 1, text: 'Données personnelles', selector: 'h1', line: 1, zone: 'main' as const },
  ];
  const left = [
    saying('/a', 'CERT', { kind: 'acts' }),
    saying('/b', 'SIG', { kind: 'legal' }),
    saying('/c', 'Une plainte devant la CNIL.', { headings }),
  ];
  expect(siteLine(acronyms, left)).toEqual(['inapplicable']);
});

test('without a page nothing is known', () => {
  expect(proposalOf(acronyms, 'CLA-02', [])?.answer).toBe('non_verifie');
});
