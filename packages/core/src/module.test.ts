import { expect, test } from 'vitest';
import { moduleNumber, moduleNumbers, modules } from './module.ts';
import { parse } from './parse.ts';

test('there are eight modules, in order, each with its own title', () => {
  expect(modules.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(moduleNumbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(modules.map(({ title }) => title)).size).toBe(8);
  for (const { title } of modules) expect(title).toMatch(/^\p{Lu}.{10,}/u);
});

test('the first module is compulsory, and it alone', () => {
  expect(modules.filter(({ compulsory }) => compulsory).map(({ number }) => number)).toEqual([1]);
});

test('the titles of modules 1, 2 and 4 are confirmed, the others carried over from Qualipref 2.0', () => {
  expect(modules.filter(({ confirmed }) => confirmed).map(({ number }) => number)).toEqual([1, 2, 4]);
  expect(modules.map(({ provenance }) => provenance.origin).join('')).toBe('SPQSQQQQ');
  for (const { confirmed, provenance } of modules)
    expect(provenance.source).toMatch(confirmed ? /qualité/ : /Qualipref 2\.0/);
});

test('a module is a number from 1 to 8', () => {
  const isModule = (value: unknown) => 'value' in parse(moduleNumber, value);
  expect([0, 1, 8, 9, '1', 1.5].map(isModule)).toEqual([false, true, true, false, false, false]);
});
