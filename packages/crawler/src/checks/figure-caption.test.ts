import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { figureCaption } from './figure-caption.ts';

test('a figure that has a role and the name of its caption passes', () => {
  expect(
    verdictOf(
      figureCaption,
      '<figure role="group" aria-label="La façade"><img src="/a.png" alt="b"><figcaption>La façade</figcaption></figure>',
    ),
  ).toEqual(['passed']);
  expect(verdictOf(figureCaption, '<figure><img src="/a.png" alt="b"></figure>')).toEqual(['passed']);
  expect(verdictOf(figureCaption, '<figure><pre>a</pre><figcaption>Code</figcaption></figure>')).toEqual([
    'passed',
  ]);
});

test('one without a role, or without that name, fails', () => {
  expect(
    verdictOf(figureCaption, '<figure><img src="/a.png" alt="b"><figcaption>La façade</figcaption></figure>'),
  ).toEqual(['failed', 'figure-without-role']);
  expect(
    verdictOf(
      figureCaption,
      '<figure role="figure"><img src="/a.png" alt="b"><figcaption>La façade</figcaption></figure>',
    ),
  ).toEqual(['failed', 'figure-without-name']);
});

test('a caption beside its image is for a person to weigh', () => {
  expect(
    verdictOf(figureCaption, '<div><img src="/a.png" alt="b"><p class="legende">La façade</p></div>'),
  ).toEqual(['cantTell', 'caption-apart']);
});

test('one that its class names the caption of an image fails', () => {
  const html = '<div><img src="/a.png" alt="b"><p class="wp-caption-text">La façade</p></div>';
  expect(verdictOf(figureCaption, html)).toEqual(['failed', 'named-caption']);
});

test('what a figure holds beside its image may be what the caption is of', () => {
  const quote =
    '<figure><img src="/a.png" alt=""><blockquote>a</blockquote><figcaption>Auteur</figcaption></figure>';
  expect(verdictOf(figureCaption, quote)).toEqual(['passed']);
});

test('a link after the caption need not be in the name', () => {
  const figure = (name: string): string =>
    `<figure role="group" aria-label="${name}"><img src="/a.png" alt="b"><figcaption>La façade <a href="/t">Transcription</a></figcaption></figure>`;
  expect(verdictOf(figureCaption, figure('La façade'))).toEqual(['passed']);
  expect(verdictOf(figureCaption, figure('Façade'))).toEqual(['failed', 'figure-without-name']);
});
