import { expect, test } from 'vitest';
import type { PageFacts, HtmlFacts } from './facts.ts';
import { link, page, passages } from './testing.ts';
import { yearlyMentions, yearlyProposal, type YearlyMention } from './yearly-evidence.ts';

const WORDS = /\bbilan annuel\b/;
const found = (html: Partial<HtmlFacts>): string[] =>
  yearlyMentions(page({ links: [], passages: [], ...html }) as PageFacts & { html: HtmlFacts }, WORDS, 3).map(
    ({ quote, year, isDead }) => [quote, String(year), ...(isDead ? ['dead'] : [])].join(' | '),
  );

test('a link gives the year of its text, and not the day on which the file came out', () => {
  const text = 'Télécharger le bilan annuel 2025 PDF - 0,05 Mb - 13/08/2026';
  expect(found({ links: [link({ kind: 'document', text })] })).toEqual([
    'Télécharger le bilan annuel 2025 | 2025',
  ]);
});

test('without a year in its text, that of the file’s name holds', () => {
  const url = 'https://www.exemple.gouv.fr/contenu/telechargement/1/2/file/Bilan_qualite_2025.pdf';
  expect(found({ links: [link({ kind: 'document', text: 'Bilan annuel', url })] })).toEqual([
    'Bilan annuel | 2025',
  ]);
});

test('titles and texts count, the latest year first, menus do not', () => {
  const html = {
    passages: passages(
      'Bilan annuel 2023',
      'Le bilan annuel de 2025 est paru.',
      'Bilan annuel du 12/03/2024',
    ),
    links: [link({ text: 'Bilan annuel 2026', zone: 'navigation' })],
  };
  expect(found(html)).toEqual([
    'Le bilan annuel de 2025 est paru. | 2025',
    'Bilan annuel 2023 | 2023',
    'Bilan annuel du 12/03/2024 | null',
  ]);
});

test('a link that leads nowhere is dead, one refused is not', () => {
  const to = (outcome: 'gone' | 'blocked') => link({ text: `Bilan annuel ${outcome}`, target: { outcome } });
  expect(found({ links: [to('gone'), to('blocked')] })).toEqual([
    'Bilan annuel gone | null | dead',
    'Bilan annuel blocked | null',
  ]);
});

const mention = (year: number | null, isDead = false): YearlyMention => ({
  ...{ url: 'https://www.exemple.gouv.fr/q', quote: `Bilan ${String(year)}`, year, isDead },
});
const answer = (mentions: readonly YearlyMention[], isCut = false): string =>
  yearlyProposal(mentions, { item: 'RES-07', name: 'le bilan annuel', year: 2025, isCut }).answer;

test('the year expected or a later one will do, the one before will not', () => {
  expect([answer([mention(2025)]), answer([mention(2026)]), answer([mention(2024)])]).toEqual([
    ...['conforme', 'conforme', 'non_conforme'],
  ]);
});

test('without a year somebody must look; nothing found is a fault only where all was read', () => {
  expect(answer([mention(null)])).toBe('a_verifier');
  expect(answer([])).toBe('non_conforme');
  expect(answer([], true)).toBe('a_verifier');
});

test('what leads nowhere is not online', () => {
  expect(answer([mention(2025, true)])).toBe('non_conforme');
  expect(answer([mention(2025, true), mention(2025)])).toBe('conforme');
});
