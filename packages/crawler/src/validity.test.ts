import { expect, test } from 'vitest';
import { nestingFaults } from './validity.ts';

const pairs = async (body: string): Promise<string[]> => {
  const html = `<!doctype html><html lang="fr"><head><title>x</title></head><body>${body}</body></html>`;
  return (await nestingFaults(html)).map(({ parent, child }) => `${parent} > ${child}`);
};

test('an element that its holder may not contain is told once, with its holder', async () => {
  expect(await pairs('<span><div>a</div></span><span><div>b</div></span>')).toEqual(['span > div']);
  expect(await pairs('<ul><div>a</div></ul>')).toEqual(['ul > div']);
  expect(await pairs('<a href="/"><span><button>a</button></span></a>')).toEqual(['a > button']);
});

test('what HTML allows is no fault', async () => {
  expect(await pairs('<a href="/"><div>a</div></a><dl><div><dt>a</dt><dd>b</dd></div></dl>')).toEqual([]);
  expect(
    await pairs('<x-a><div>a</div></x-a><p><x-b>a</x-b></p><link rel="stylesheet" href="/a.css">'),
  ).toEqual([]);
});

test('an element of older versions of HTML is not said to be at the wrong place', async () => {
  expect(await pairs('<p><acronym>a</acronym> <tt>b</tt></p><div><center>c</center></div>')).toEqual([]);
  expect(await pairs('<div><object data="a.mp3"><param name="b" value="c"></object></div>')).toEqual([]);
});

test('what is not shown to a browser that runs scripts is not judged', async () => {
  expect(await pairs('<noscript><style>a{}</style></noscript>')).toEqual([]);
});

test('what the validator can’t read is not judged', async () => {
  expect(await nestingFaults('<p <p <<<"')).toEqual([]);
});

test('of a page of nothing but faults, the beginning is judged', async () => {
  expect(await pairs(`<ul>${'<div>a</div>'.repeat(100_000)}</ul>`)).toEqual(['ul > div']);
  expect(await pairs(`<ul>${'<li>a</li>'.repeat(10_000)}<div>a</div></ul>`)).toEqual([]);
});
