import { expect, test } from 'vitest';
import { parseDom } from './read-dom.ts';
import { readLanguages, subtag, type LanguageFacts } from './read-languages.ts';
import { placesOf } from './read-place.ts';

const FRENCH = 'Les demandes se font en ligne, et la préfecture vous répond dans les deux mois qui suivent.';
const ENGLISH = 'You can renew your permit online, and the prefecture will answer within two months.';

function read(body: string, lang = 'fr'): LanguageFacts {
  const dom = parseDom(`<!doctype html><html lang="${lang}"><body>${body}</body></html>`);
  return readLanguages(dom, placesOf(dom));
}

const passages = (body: string, lang?: string): unknown[] =>
  read(body, lang).passages.map(({ declared, detected, isOwn, isBlock }) => [
    declared,
    detected.language,
    isOwn,
    isBlock,
  ]);

test('the language of a page is that of the text that declares no other', () => {
  expect(read(`<p>${FRENCH}</p><p lang="en">${ENGLISH} ${ENGLISH}</p>`).main?.language).toBe('fr');
  expect(read(`<p>${ENGLISH}</p>`).main?.language).toBe('en');
});

test('a page of pictures is told by their alternatives, an empty one is not', () => {
  expect(read(`<img alt="${ENGLISH}">`).main?.language).toBe('en');
  expect(read('<p>OK</p>').main).toBeNull();
});

test('a passage in another language than the page’s is found, with where it is declared', () => {
  expect(passages(`<p>${FRENCH}</p><p>${ENGLISH}</p>`)).toEqual([['fr', 'en', false, true]]);
  expect(passages(`<p>${FRENCH}</p><p lang="es">${ENGLISH}</p>`)).toEqual([['es', 'en', true, true]]);
  expect(passages(`<p>${FRENCH} <span lang="de">${ENGLISH}</span></p>`)).toEqual([['de', 'en', true, false]]);
});

test('a passage that declares its language is sound, regions and case apart', () => {
  expect(
    passages(`<p>${FRENCH}</p><p lang="en-GB">${ENGLISH}</p><div lang="EN"><p>${ENGLISH}</p></div>`),
  ).toEqual([]);
});

test('names, code, addresses and what is hidden are in no language', () => {
  for (const body of [
    '<p>Jean-Pierre Martin, Anne-Marie Durand, Paul Lefebvre, Service Public, Open Data</p>',
    `<pre>${ENGLISH}</pre>`,
    `<p translate="no">${ENGLISH}</p>`,
    `<p hidden>${ENGLISH}</p>`,
    `<p aria-hidden="true">${ENGLISH}</p>`,
  ])
    expect([body, passages(`<p>${FRENCH}</p>${body}`)]).toEqual([body, []]);
});

test('a language is told from its region', () => {
  expect(['fr-FR', ' EN ', 'zh-Hant', ''].map(subtag)).toEqual(['fr', 'en', 'zh', '']);
});

test('an element that declares its language rightly holds passages in another, not a wrong code', () => {
  expect(passages(`<div lang="fr"><p>${FRENCH}</p><p>${ENGLISH}</p></div>`, 'fr')).toEqual([
    ['fr', 'en', false, true],
  ]);
  expect(passages(`<div lang="fr"><p>${ENGLISH}</p></div>`, 'fr')).toEqual([['fr', 'en', true, true]]);
});

test('a few words that everybody says are told from what they are declared, and a sentence between quotation marks from its page', () => {
  expect(passages(`<p>${FRENCH} <span lang="es">Thank you very much</span></p>`)).toEqual([
    ['es', 'en', true, false],
  ]);
  expect(passages(`<p>${FRENCH} Il dit : « Thank you very much, my friends! »</p>`)).toEqual([
    ['fr', 'en', false, false],
  ]);
  expect(passages(`<p>${FRENCH} Le label « Welcome to France ».</p>`)).toEqual([]);
  expect(passages(`<p>${FRENCH} Voir « Thank You, My Friends! » au cinéma.</p>`)).toEqual([]);
});

test('languages of one script are not taken for one another', () => {
  const russian = 'Вы можете подать заявление онлайн, и префектура ответит вам в течение двух месяцев.';
  const persian = 'شما می‌توانید درخواست خود را آنلاین ثبت کنید و استانداری پاسخ خواهد داد.';
  expect(passages(`<p>${FRENCH}</p><p lang="uk">${russian}</p><p lang="fa">${persian}</p>`)).toEqual([]);
  expect(passages(`<p>${FRENCH}</p><p lang="es">${russian}</p>`)).toEqual([['es', 'ru', true, true]]);
});

test('a link or a button that says words of a theme in English is a passage, once, unless it says so', () => {
  const link = '<a href="#c">Skip to content</a>';
  expect(passages(`${link}<p>${FRENCH}</p>`)).toEqual([['fr', 'en', false, false]]);
  expect(passages(`<button>Read more »</button><button>Read more »</button><p>${FRENCH}</p>`)).toEqual([
    ['fr', 'en', false, false],
  ]);
  expect(passages(`<p lang="en">${link}</p><p>${FRENCH}</p>`)).toEqual([]);
  expect(passages(`<a href="#c"><span lang="en">Skip to content</span></a><p>${FRENCH}</p>`)).toEqual([]);
  expect(passages(`<a href="#c">Read more about Lyon</a><p>${FRENCH}</p>`)).toEqual([]);
  expect(passages(`${link}<p>${ENGLISH}</p>`, 'en')).toEqual([]);
});
