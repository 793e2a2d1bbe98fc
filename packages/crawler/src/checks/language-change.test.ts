import { expect, test } from 'vitest';
import type { LanguageFacts, PassageFacts } from '../read-languages.ts';
import { content, page, verdictLine } from '../testing.ts';
import { languageChange } from './language-change.ts';

const PASSAGE: PassageFacts = {
  ...{ declared: 'fr', isOwn: false, isBlock: true, text: 'You can renew your permit online…' },
  ...{ selector: 'main > p', line: 12, zone: 'main' },
  detected: { language: 'en', margin: 0.3, lead: 0.4, smallWords: 0.4, letters: 130, words: 26 },
};
const detected = (partial: Partial<PassageFacts['detected']>): PassageFacts['detected'] => ({
  ...PASSAGE.detected,
  ...partial,
});
const judge = (
  passage: Partial<PassageFacts> | null,
  languages: Partial<LanguageFacts> = {},
  lang = 'fr',
): string[] =>
  verdictLine(
    languageChange,
    page({
      lang,
      content: content({
        languages: {
          main: null,
          passages: passage ? [{ ...PASSAGE, ...passage }] : [],
          declared: [],
          ...languages,
        },
      }),
    }),
  );

test('a long passage in another language fails when nothing says so', () => {
  expect(judge({})).toEqual(['failed', 'unmarked-passage']);
  expect(judge({ isBlock: false })).toEqual(['failed', 'unmarked-passage']);
});

test('a shorter one fails when it is a block of whole sentences, else it is a doubt', () => {
  expect(judge({ detected: detected({ letters: 60, words: 12 }) })).toEqual(['failed', 'unmarked-passage']);
  expect(judge({ detected: detected({ letters: 44, words: 12 }) })).toEqual(['cantTell', 'maybe-passage']);
  const near = { letters: 60, words: 12, margin: 0.12 };
  expect(judge({ detected: detected({ ...near, smallWords: 0.3 }) })).toEqual(['failed', 'unmarked-passage']);
  expect(judge({ detected: detected({ ...near, smallWords: 0.29 }) })).toEqual(['cantTell', 'maybe-passage']);
  expect(judge({ detected: detected({ letters: 60, words: 8 }) })).toEqual(['cantTell', 'maybe-passage']);
  expect(judge({ detected: detected({ letters: 119 }), isBlock: false })).toEqual([
    'cantTell',
    'maybe-passage',
  ]);
});

test('a passage that declares the wrong language fails; a code that is none is another check’s', () => {
  expect(judge({ isOwn: true, declared: 'es' })).toEqual(['failed', 'wrong-passage']);
  expect(judge({ isOwn: true, declared: 'espagnol' })).toEqual(['passed']);
});

test('a page wholly in another language, or without one, is page-language’s affair', () => {
  expect(judge({}, { main: PASSAGE.detected })).toEqual(['passed']);
  expect(judge({}, {}, '')).toEqual(['passed']);
});

test('a page of one language is not concerned, one that marks its passages passes', () => {
  expect(judge(null)).toEqual(['inapplicable']);
  expect(judge(null, { declared: [{ lang: 'en', selector: 'p', line: 3, zone: 'main' }] })).toEqual([
    'passed',
  ]);
});
