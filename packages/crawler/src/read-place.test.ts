import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { parseDom } from './read-dom.ts';
import { placesOf } from './read-place.ts';

const selectors = (html: string): string[] => {
  const dom = parseDom(html);
  return dom.tags.map((tag) => placesOf(dom)(tag).selector);
};

test('each selector matches its element and no other', () => {
  const html = `<body class="page"><header id="top"><a class="x y">1</a><a class="x">2</a></header>
    <main><p>a</p><p class="lead">b</p><p>c <o:p>d</o:p><o:p>e</o:p></p><ul><li><a>3</a><li><a>4</a></ul></main>
    <div id="twice"><i></i></div><div id="twice"><i></i></div><svg><g/></svg></body>`;
  const $ = load(html);
  for (const selector of selectors(html)) expect([selector, $(selector).length]).toEqual([selector, 1]);
});

test('a selector starts at what the page has only once, and says no more than it must', () => {
  const found = selectors(
    '<main><p>a<p class="lead"><a>b</a><p>c</p></main><ul id="menu"><li><a>d</a><li><a>e</a></ul>',
  );
  expect(found).toEqual(
    expect.arrayContaining([
      'main',
      'main > p:nth-of-type(1)',
      'p.lead',
      'p.lead > a',
      '#menu',
      '#menu > li:nth-of-type(2) > a',
    ]),
  );
});

test('ids and classes made anew on each visit are no marks', () => {
  const found = selectors('<main><p id="r748291">a</p><p id="1a" class="css-748291">b</p></main>');
  expect(found).toContain('main > p:nth-of-type(2)');
  expect(found.join()).not.toContain('748291');
});
