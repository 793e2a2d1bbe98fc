import { createRequire } from 'node:module';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import ours from './data/axe-fr.json' with { type: 'json' };
import { axeLocale, type Sentences } from './render-locale.ts';

const require = createRequire(import.meta.url);
const english = require('axe-core/locales/_template.json') as Sentences;

/** Sentences by path; what axe says of a success is never shown. */
function shown(sentences: Sentences, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(sentences)) {
    if (name === 'pass' || name === 'lang') continue;
    if (typeof value === 'string') found.set(`${path}/${name}`, value);
    else for (const [inner, text] of shown(value, `${path}/${name}`)) found.set(inner, text);
  }
  return found;
}

const french = shown(axeLocale());
const template = shown(english);
const placeholders = (text: string): string[] => [...new Set(text.match(/\$\{.*?\}/g) ?? [])].sort();

test('every sentence of axe-core that can be shown is French', () => {
  expect(template.size).toBeGreaterThan(400);
  expect([...template].filter(([path, text]) => (french.get(path) ?? text) === text)).toEqual([]);
});

test('a French sentence says the same values as the English one', () => {
  const different = [...template].filter(
    ([path, text]) => placeholders(french.get(path) ?? '').join() !== placeholders(text).join(),
  );
  expect(different).toEqual([]);
});

test('a sentence of ours is one that axe-core can show', () => {
  expect([...shown(ours).keys()].filter((path) => !template.has(path))).toEqual([]);
});

test('the sentences have no-break spaces and typographic apostrophes', () => {
  const wrong = /[^\u00a0][:;?!»](?=\s|$)|«[^\u00a0]|[^\u00a0]»|\p{L}'\p{L}| %/u;
  expect([...french].filter(([path, text]) => template.has(path) && wrong.test(text))).toEqual([]);
});

test('axe-core takes the sentences', () => {
  axe.configure({ locale: axeLocale() });
  const help = (rule: string): string | undefined =>
    axe.getRules().find(({ ruleId }) => ruleId === rule)?.help;
  expect(help('aria-tab-name')).toBe('Les onglets ARIA doivent avoir un nom accessible');
  expect(help('image-alt')).toBe('Les images doivent avoir une alternative textuelle');
});
