import { expect, test } from 'vitest';
import { pageOf } from './testing-read.ts';

const pictures = (body: string) => pageOf(body).html?.pictures;
const alts = (main: string): unknown => pictures(`<main>${main}</main>`)?.map(({ alt }) => alt);

test('an image is told by its file and its alternative', () => {
  expect(
    pictures('<main><a href="/"><img src="/i/Vue%20du%20lac.jpg?w=3" alt=" Vue du  lac "></a></main>'),
  ).toEqual([{ file: 'Vue du lac.jpg', alt: 'Vue du lac', isLink: true }]);
});

test('a decoration says nothing, an image without an alternative is told apart', () => {
  expect(
    alts('<img src="1" alt=""><img src="2"><img src="3" role="presentation"><img src="4" aria-label="Lac">'),
  ).toEqual(['', null, '', 'Lac']);
});

test('an image that an element of the page names, or that is hidden, is not without an alternative', () => {
  expect(
    alts('<img src="1" aria-labelledby="t"><img src="2" aria-hidden="true"><img src="3" hidden>'),
  ).toEqual(['']);
});

test('an image beside words is no link of its own', () => {
  expect(pictures('<main><a href="/"><img src="a.jpg" alt="A"> Lac</a></main>')?.[0]?.isLink).toBe(false);
});

test('one image shown twice counts once, and what stands around the main part does not', () => {
  expect(alts('<img src="1" alt="A"><img src="1" alt="A">')).toEqual(['A']);
  expect(pictures('<header><img src="1"></header><main><p>Texte</p></main>')).toBeUndefined();
});
