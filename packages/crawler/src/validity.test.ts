import { expect, test } from 'vitest';
import { nestingFaults } from './validity.ts';

const pairs = (body: string): string[] =>
  nestingFaults(
    `<!doctype html><html lang="fr"><head><title>x</title></head><body>${body}</body></html>`,
  ).map(({ parent, child }) => `${parent} > ${child}`);

test('an element that its holder may not contain is told once, with its holder', () => {
  expect(pairs('<span><div>a</div></span><span><div>b</div></span>')).toEqual(['span > div']);
  expect(pairs('<ul><div>a</div></ul>')).toEqual(['ul > div']);
  expect(pairs('<a href="/"><span><button>a</button></span></a>')).toEqual(['a > button']);
});

test('what HTML allows is no fault', () => {
  expect(pairs('<a href="/"><div>a</div></a><dl><div><dt>a</dt><dd>b</dd></div></dl>')).toEqual([]);
  expect(pairs('<x-a><div>a</div></x-a><p><x-b>a</x-b></p><link rel="stylesheet" href="/a.css">')).toEqual(
    [],
  );
});

test('what is not shown to a browser that runs scripts is not judged', () => {
  expect(pairs('<noscript><style>a{}</style></noscript>')).toEqual([]);
});

test('what the validator can’t read is not judged', () => {
  expect(nestingFaults('<p <p <<<"')).toEqual([]);
});

test('of a page of nothing but faults, the beginning is judged', () => {
  expect(pairs(`<ul>${'<div>a</div>'.repeat(100_000)}</ul>`)).toEqual(['ul > div']);
  expect(pairs(`<ul>${'<li>a</li>'.repeat(10_000)}<div>a</div></ul>`)).toEqual([]);
});
