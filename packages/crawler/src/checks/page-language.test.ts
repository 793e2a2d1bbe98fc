import { expect, test } from 'vitest';
import type { DetectedLanguage } from '../language.ts';
import { read } from '../testing-read.ts';
import { content, page, pageProblems, verdictLine } from '../testing.ts';
import { pageLanguage } from './page-language.ts';

const judge = (lang: string | null): string[] => verdictLine(pageLanguage, page({ lang }));

test('French passes, and so does any other language', () => {
  for (const lang of ['fr', 'FR', 'fr-FR', 'en', 'br', 'zh-Hant', 'gcf'])
    expect([lang, ...judge(lang)]).toEqual([lang, 'passed']);
});

test('a page without a language fails', () => {
  expect(judge(null)).toEqual(['failed', 'no-lang']);
  expect(judge('')).toEqual(['failed', 'no-lang']);
  expect(judge(' ')).toEqual(['failed', 'no-lang']);
});

test('a language around each text is as good as that of the page', () => {
  const judged = (html: string): string[] => verdictLine(pageLanguage, page(read(html)));
  const text = 'Apportez une photographie récente.';
  expect(judged(`<html><body lang="fr"><p>${text}</p></body></html>`)).toEqual(['passed']);
  expect(judged(`<p lang="fr">${text}</p><p>${text}</p>`)).toEqual(['failed', 'no-lang']);
});

test('a language told for XML alone is one to the RGAA, and none to a browser', () => {
  const judged = (doctype: string): string[] =>
    verdictLine(pageLanguage, page(read(`${doctype}<html xml:lang="fr"><body><p>Guichet</p></body></html>`)));
  const xhtml =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">';
  expect(judged(xhtml)).toEqual(['cantTell', 'xml-lang']);
  expect(judged('<!doctype html>')).toEqual(['cantTell', 'xml-lang']);
});

test('the language to write is that of the text, French when there is too little of it to tell', () => {
  const code = (main: DetectedLanguage | null): unknown => {
    const languages = { main, passages: [], declared: [] };
    return pageProblems(pageLanguage, page({ lang: null, content: content({ languages }) }))[0]?.params[
      'code'
    ];
  };
  const english = { language: 'en', letters: 900, margin: 0.4, lead: 0.1, smallWords: 0.4, words: 200 };
  expect(code(english)).toBe('en');
  expect(code({ ...english, margin: 0.05 })).toBe('fr');
  expect(code(null)).toBe('fr');
});

test('a code that is no language fails, and is quoted', () => {
  for (const lang of ['francais', 'fr_FR', 'xx', 'français'])
    expect([lang, ...judge(lang)]).toEqual([lang, 'failed', 'bad-lang']);
  expect(pageProblems(pageLanguage, page({ lang: 'francais' }))[0]?.at).toEqual({
    quote: 'lang="francais"',
    cause: 'francais',
  });
});

test('a language whose region is none passes: the voice is found all the same', () => {
  for (const lang of ['fr-', 'en-US-GB', 'fr-XX-99'])
    expect([lang, ...judge(lang)]).toEqual([lang, 'passed']);
});

test('an extra view is judged with its page', () => {
  expect(
    verdictLine(pageLanguage, page({ lang: null, viewOf: 'https://www.exemple.gouv.fr/Actualites' })),
  ).toEqual(['inapplicable']);
});
