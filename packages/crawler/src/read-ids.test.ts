import { expect, test } from 'vitest';
import { parseDom } from './read-dom.ts';
import { readIds } from './read-ids.ts';
import { placesOf } from './read-place.ts';

const signs = (html: string): ReturnType<typeof readIds> => {
  const dom = parseDom(html, { isSnapshot: true });
  return readIds(dom, placesOf(dom));
};
const doubled = (html: string): string[] => signs(html).map(({ about }) => about);

test('an id that several elements bear is told once', () => {
  expect(doubled('<p id="a"></p><p id="b"></p><p id="a"></p><svg><g id="a"/></svg>')).toEqual(['a']);
});

test('an empty id is told as such, and once', () => {
  const told = signs('<p id="a"></p><p id=""></p><b id=""></b>');
  expect(told.map(({ sign, quote }) => [sign, quote])).toEqual([['empty-id', '<p id="">']]);
});

test('ids that differ by their case and those of a shadow tree are no double', () => {
  expect(doubled('<p id="a"></p><p id="A"></p>')).toEqual([]);
  expect(doubled('<x-a><qp-shadow><p id="a"><b id="c"></b></p></qp-shadow></x-a><p id="a"></p>')).toEqual([]);
});

test('an anchor left open, which the parser opens again in each block, is no double', () => {
  expect(doubled('<h2><a id="a"></h2><p>b</p><ul><li>c</li></ul>')).toEqual([]);
  expect(doubled('<p><a id="a" href="/b">b</a></p><p><a id="a" href="/b">b</a></p>')).toEqual(['a']);
});

test('what stands in a noscript is not in the page that scripts made', () => {
  expect(doubled('<p id="a"></p><noscript><p id="a"></p></noscript>')).toEqual([]);
});
