import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { KeyboardFacts } from '../passes/keyboard.ts';
import type { SeenPlace } from '../probes/kit.ts';
import { page, rendered, verdictLine, walked } from '../testing.ts';
import { read } from '../testing-read.ts';
import { contactFormKeyboard } from './contact-form-keyboard.ts';

const FIELD: SeenPlace = { selector: '#m', zone: 'main', component: 'textarea', html: '<textarea id="m">' };
const contact = (keyboard: Partial<KeyboardFacts>, title = 'Contact'): PageFacts =>
  page(read(`<main><h1>${title}</h1><form><textarea id="m"></textarea></form></main>`, { path: '/p' }), {
    url: 'https://www.exemple.gouv.fr/p',
    rendered: rendered({ passes: { keyboard: { ...walked, ...keyboard } } }),
  });
const judge = (...given: Parameters<typeof contact>): string[] =>
  verdictLine(contactFormKeyboard, contact(...given));

test('a form that the Tab key goes through passes', () => {
  expect(judge({})).toEqual(['passed']);
});

test('a field that keeps the keyboard, or loses it, fails', () => {
  expect(judge({ traps: [FIELD] })).toEqual(['failed', 'form-trap']);
  expect(judge({ dropped: [FIELD] })).toEqual(['failed', 'form-dropped']);
});

test('what happens outside the form is another check’s', () => {
  expect(judge({ traps: [{ ...FIELD, zone: 'header' }] })).toEqual(['passed']);
  expect(judge({ dropped: [{ ...FIELD, html: '<a href="/">' }] })).toEqual(['passed']);
});

test('other pages, and those that nobody went through, are not concerned', () => {
  expect(judge({ traps: [FIELD] }, 'Carte')).toEqual(['inapplicable']);
  expect(verdictLine(contactFormKeyboard, { ...contact({}), rendered: rendered() })).toEqual([
    'inapplicable',
  ]);
});
