import type { ConformityLevel } from '@qualepref/core';
import { expect, test } from 'vitest';
import type { MentionFacts } from '../facts.ts';
import { page, pageProblems, verdictLine } from '../testing.ts';
import { statementMention } from './statement-mention.ts';

const mention = (level: ConformityLevel | null): MentionFacts => ({
  ...{ text: 'Accessibilité', level, url: null, selector: 'footer a', line: 40, zone: 'footer' },
});
const judge = (...mentions: MentionFacts[]): string[] => verdictLine(statementMention, page({ mentions }));

test('each of the three levels passes, « non conforme » included', () => {
  for (const level of ['totalement', 'partiellement', 'non'] as const)
    expect(judge(mention(level))).toEqual(['passed']);
});

test('a page without the mention fails', () => {
  expect(judge()).toEqual(['failed', 'no-mention']);
});

test('a mention without its level fails, where it stands', () => {
  expect(judge(mention(null))).toEqual(['failed', 'no-level']);
  expect(pageProblems(statementMention, page({ mentions: [mention(null)] }))[0]?.at).toMatchObject({
    quote: 'Accessibilité',
    place: { zone: 'footer' },
  });
});

test('one mention with a level is enough', () => {
  expect(judge(mention(null), mention('non'))).toEqual(['passed']);
});

test('an extra view is judged with its page', () => {
  expect(
    verdictLine(statementMention, page({ mentions: [], viewOf: 'https://www.exemple.gouv.fr/Actualites' })),
  ).toEqual(['inapplicable']);
});
