import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { decorativeImageConflict } from './decorative-image-conflict.ts';

test('an image that says nothing, or one that is hidden, passes', () => {
  expect(verdictOf(decorativeImageConflict, '<img src="/a.png" alt="">')).toEqual(['passed']);
  expect(verdictOf(decorativeImageConflict, '<img src="/a.png" alt="" aria-label="Façade" hidden>')).toEqual([
    'passed',
  ]);
});

test('a decoration that says something fails', () => {
  expect(verdictOf(decorativeImageConflict, '<img src="/a.png" alt="" aria-label="Façade">')).toEqual([
    'failed',
    'named-decoration',
  ]);
  expect(verdictOf(decorativeImageConflict, '<img src="/a.png" alt="" aria-describedby="b">')).toEqual([
    'failed',
    'named-decoration',
  ]);
  expect(verdictOf(decorativeImageConflict, '<img src="/a.png" alt="" title="Façade">')).toEqual([
    'failed',
    'titled-decoration',
  ]);
  expect(verdictOf(decorativeImageConflict, '<img src="/a.png" alt="" tabindex="0">')).toEqual([
    'failed',
    'focusable-decoration',
  ]);
});

test('an image that is all its link holds is no decoration: the link is told to have no name', () => {
  const feed = (words: string): string[] =>
    verdictOf(decorativeImageConflict, `<a href="/flux"><img src="/a.png" alt="" title="Flux">${words}</a>`);
  expect(feed('')).toEqual(['passed']);
  expect(feed(' Suivre')).toEqual(['failed', 'titled-decoration']);
});

test('a drawing that decorates has no title', () => {
  const drawing = '<svg role="none"><title>Étoile</title></svg>';
  expect(verdictOf(decorativeImageConflict, drawing)).toEqual(['failed', 'titled-drawing']);
  expect(verdictOf(decorativeImageConflict, drawing.replace('Étoile', ' '))).toEqual(['passed']);
});

test('a caption under an image that says nothing is for a person to weigh', () => {
  expect(
    verdictOf(
      decorativeImageConflict,
      '<figure><img src="/a.png" alt=""><figcaption>La façade</figcaption></figure>',
    ),
  ).toEqual(['cantTell', 'captioned-decoration']);
});
