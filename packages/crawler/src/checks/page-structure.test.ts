import { expect, test } from 'vitest';
import { page, verdictLine } from '../testing.ts';
import { read, verdictOf } from '../testing-read.ts';
import { pageStructure } from './page-structure.ts';

test('a page whose regions are marked passes, and so does a fragment', () => {
  expect(verdictOf(pageStructure, '<nav><a href="/">a</a></nav>')).toEqual(['passed']);
  expect(verdictOf(pageStructure, '<p>a</p>')).toEqual(['passed']);
});

test('two main parts fail, unless one is hidden', () => {
  expect(verdictOf(pageStructure, '</main><main>b')).toEqual(['failed', 'several-mains']);
  expect(verdictOf(pageStructure, '</main><main hidden>b')).toEqual(['passed']);
});

test('a menu without a link is for a person to weigh, one of commands is a menu', () => {
  expect(verdictOf(pageStructure, '<nav>a</nav>')).toEqual(['cantTell', 'navigation-without-link']);
  expect(verdictOf(pageStructure, '<nav><div onclick="f()">Agenda</div></nav>')).toEqual(['passed']);
});

const MENU = '<a href="/a">a</a><a href="/b">b</a><a href="/c">c</a><a href="/d">d</a>';
const judge = (body: string, doctype = 'doctype html'): string[] =>
  verdictLine(pageStructure, page(read(`<!${doctype}><body>${body}</body>`)));

test('a page without a main part fails once it marks another region', () => {
  const text = `<p>${'mot '.repeat(60)}</p>`;
  expect(judge(`<header>a</header>${text}`)).toEqual(['failed', 'no-main']);
  expect(judge(text)).toEqual(['cantTell', 'maybe-no-main']);
  expect(judge('<header>a</header><p>mot</p>')).toEqual(['passed']);
});

test('blocks called header, footer or menu fail, twice when nothing leads to them', () => {
  expect(judge('<div id="header">a</div><main>b</main>')).toEqual([
    'failed',
    'unmarked-header',
    'unreachable-region',
  ]);
  expect(judge('<a href="#header">x</a><div id="header">a</div><main>b</main>')).toEqual([
    'failed',
    'unmarked-header',
  ]);
  expect(judge('<main>b</main><div class="footer"><h2>Mentions</h2></div>')).toEqual([
    'failed',
    'unmarked-footer',
  ]);
  expect(judge('<main>b</main><div class="footer">Mis à jour le 4 mai 2026</div>')).toEqual(['passed']);
  expect(judge(`<div class="menu">${MENU}</div><main>b</main>`)).toEqual([
    'failed',
    'unmarked-navigation',
    'unreachable-region',
  ]);
  expect(judge(`<nav>${MENU}</nav><div class="menu">${MENU}</div><main>b</main>`)).toEqual([
    'cantTell',
    'other-navigation',
  ]);
});

test('nothing is asked of a page of another type than HTML 5', () => {
  expect(
    judge('<main>a</main><main>b</main>', 'DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"'),
  ).toEqual(['inapplicable']);
});
