import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oddityOf, refusalOf } from './read.ts';
import { parseDom } from './read-dom.ts';
import { isXhtml, xhtmlFault } from './read-xhtml.ts';
import { launch } from './render-launch.ts';
import { read } from './testing-read.ts';

const TYPE = 'application/xhtml+xml';
const NAMESPACE = 'xmlns="http://www.w3.org/1999/xhtml"';
const STRICT =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">';
const page = (body: string, before = '<!DOCTYPE html>', root = NAMESPACE): string =>
  `${before}<html ${root} lang="fr"><head><title>Essai</title></head><body>${body}</body></html>`;

let browser: Browser;
let tab: Page;
beforeAll(async () => {
  ({ browser } = await launch());
  tab = await browser.newPage();
});
afterAll(() => browser.close());

/** Whether Chromium shows the page, and not an error in its place or above its beginning. */
async function isShown(text: string): Promise<boolean> {
  await tab.unrouteAll();
  await tab.route('**/*', (route) => route.fulfill({ contentType: TYPE, body: text }));
  await tab.goto('http://a.test/');
  return tab.evaluate(
    () => document.querySelector('parsererror, #xml-viewer-style') === null && document.title !== '',
  );
}

test.each<[string, string]>([
  ['a sound page', page('<p>Texte</p>')],
  ['tags that close themselves', page('<div/><p/><a id="a"/>'.repeat(1_000))],
  ['a declaration before it', page('<p>é</p>', '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>')],
  ['entities of HTML under a document type that has them', page('<p>a&nbsp;b &eacute; &hellip;</p>', STRICT)],
  ['the entities of XML', page('<p>&lt;&amp;&gt;&quot;&apos;&#233;&#xe9;</p>')],
  ['character data', page('<script>//<![CDATA[\nif (1 < 2 && 3) {}\n//]]></script><p><![CDATA[a < b]]></p>')],
  ['a comment and an instruction', page('<!-- a < b & c --><?xml-stylesheet href="a.css"?>')],
  ['a drawing', page('<svg xmlns="http://www.w3.org/2000/svg"><title>a</title><path d="M0 0"/></svg>')],
  [
    'a prefix for its own names',
    `<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Essai</h:title></h:head><h:body><h:p/></h:body></h:html>`,
  ],
])('%s is read, and shown', async (_, text) => {
  expect(xhtmlFault(text)).toBe(null);
  expect(await isShown(text)).toBe(true);
});

test.each<[string, string]>([
  ['a tag left open', page('<p>Texte')],
  ['tags that cross', page('<b><i>x</b></i>')],
  ['an empty element that is not closed', page('<br>')],
  ['a value without quotes', page('<p class=a>x</p>')],
  ['an attribute without a value', page('<input disabled/>')],
  ['an attribute twice', page('<p id="a" id="b"/>')],
  ['a bare ampersand', page('<p>a & b</p>')],
  ['an entity of HTML under a document type that has none', page('<p>a&nbsp;b</p>')],
  ['a tag within a value', page('<p title="a < b"/>')],
  ['two hyphens in a comment', page('<!-- a -- b -->')],
  ['a document type in small letters', page('', '<!doctype html>')],
  ['a blank before the declaration', page('', ' <?xml version="1.0"?>')],
  ['a control character', page('<p>\u0001</p>')],
  ['something after its end', `${page('')}<p/>`],
  ['nothing after its beginning', page('').slice(0, 80)],
  ['nothing but text', 'Bonjour'],
])('%s is ill-formed, and shown as an error', async (_, text) => {
  expect(xhtmlFault(text)).toBe('xml');
  expect(await isShown(text)).toBe(false);
});

test('without the namespace of HTML it is no page', async () => {
  const text = page('<p>x</p>', '', 'class="a"');
  expect(xhtmlFault(text)).toBe('namespace');
  expect(await isShown(text)).toBe(false);
});

test('a document type with entities of its own is refused, whatever they make', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY a${String(n + 1)} "${`&a${String(n)};`.repeat(10)}">`,
  );
  const bomb = `<!DOCTYPE html [<!ENTITY a0 "ha">${laughs.join('')}]>`;
  expect(xhtmlFault(page('<p>&a9;</p>', bomb))).toBe('doctype');
  expect(xhtmlFault(page('', '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toBe('doctype');
});

test('it is bounded as HTML is, and quick', () => {
  expect(xhtmlFault(page('<div>'.repeat(100_000)))).toBe('levels');
  expect(xhtmlFault(page('<p/>'.repeat(100_001)))).toBe('elements');
  const attributes = Array.from({ length: 5_000 }, (_, n) => `a${String(n)}="x"`).join(' ');
  const { tags } = parseDom(page(`<p ${attributes}>${'x'.repeat(500_000)}</p>`), { isXml: true });
  expect(Object.keys(tags.find(({ name }) => name === 'p')?.attributes ?? {})).toHaveLength(1_000);
});

test('what a page is served as decides, and what it is too large or ill-formed for is told apart', () => {
  expect(['application/xhtml+xml', 'Application/XHTML+XML ; charset=utf-8'].every(isXhtml)).toBe(true);
  expect(['text/html', 'application/xml', undefined].some(isXhtml)).toBe(false);
  const odd = (text: string, type: string) => {
    const oddity = oddityOf(Buffer.from(text), type);
    return [refusalOf(oddity), oddity];
  };
  expect(odd(page('<br>'), 'text/html')).toEqual([null, null]);
  expect(odd(page('<br>'), TYPE)).toEqual(['invalid_content', 'xml']);
  expect(odd(page('<div>'.repeat(3_000)), TYPE)).toEqual(['too_large', 'levels']);
  expect(odd(page('<div/>'.repeat(3_000)), TYPE)).toEqual([null, null]);
});

test('its facts are those of its tree: what closes itself holds nothing, and its lines are its own', () => {
  const body = '<main>\n<div class="a"/>\n<h1>D&#233;marches</h1>\n<p>Un <b/>texte<br/>long</p>\n</main>';
  const facts = read(page(body, '<?xml version="1.0"?>'), { contentType: TYPE });
  expect(facts.title).toBe('Essai');
  expect(facts.headings).toMatchObject([{ level: 1, text: 'Démarches', line: 3 }]);
  expect(facts.syntax).toEqual([]);
  const { tags } = parseDom(page(body), { isXml: true });
  expect(tags.find(({ classes }) => classes.includes('a'))?.children).toEqual([]);
});

test('its language may be said as XML says it', () => {
  const lang = (root: string): string | null =>
    read(`<html ${NAMESPACE} ${root}><body/></html>`, { contentType: TYPE }).lang;
  expect(lang('xml:lang="fr"')).toBe('fr');
  expect(lang('xml:lang="fr" lang="en"')).toBe('fr');
  expect(lang('lang="en"')).toBe('en');
});
