import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { altQuality } from './alt-quality.ts';

test('an alternative that tells of the image passes', () => {
  expect(verdictOf(altQuality, '<img src="/a.png" alt="Façade de la préfecture">')).toEqual(['passed']);
  expect(verdictOf(altQuality, '<p>Sans image</p>')).toEqual(['passed']);
  expect(verdictOf(altQuality, '<img src="/1.png" alt="1">')).toEqual(['passed']);
});

test('one that surely tells nothing fails', () => {
  expect(verdictOf(altQuality, '<img src="/a.png" alt="a.png">')).toEqual(['failed', 'file-name']);
  expect(verdictOf(altQuality, '<img src="/x_2.png" alt="x_2">')).toEqual(['failed', 'machine-name']);
  expect(verdictOf(altQuality, '<img src="/a.png" alt="Photo">')).toEqual(['failed', 'empty-word']);
  expect(verdictOf(altQuality, '<img src="/a.png" alt="Séparateur">')).toEqual(['failed', 'decoration-word']);
  expect(verdictOf(altQuality, '<img src="/a.png" alt="Ajouter ici un texte alternatif">')).toEqual([
    'failed',
    'filler',
  ]);
  expect(verdictOf(altQuality, '<img src="/a.png" alt="...">')).toEqual(['failed', 'no-word']);
  expect(verdictOf(altQuality, '<img src="/a.png" alt="{{alt}}">')).toEqual(['failed', 'filler']);
  expect(verdictOf(altQuality, '<img src="/a.png" alt="[À MODIFIER - alternative]">')).toEqual([
    'failed',
    'filler',
  ]);
});

test('the words of the file with their hyphens are for a person to weigh, unless they are of who makes pages', () => {
  expect(verdictOf(altQuality, '<img src="/porte-neuve.jpg" alt="Porte-neuve">')).toEqual([
    'cantTell',
    'hyphened-words',
  ]);
  expect(verdictOf(altQuality, '<img src="/photo-bandeau.jpg" alt="photo-bandeau">')).toEqual([
    'failed',
    'machine-name',
  ]);
});

test('a long one is for a person to weigh, until it is a paragraph', () => {
  expect(
    verdictOf(
      altQuality,
      '<img src="/a.png" alt="mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot ">',
    ),
  ).toEqual(['cantTell', 'long']);
  expect(
    verdictOf(
      altQuality,
      '<img src="/a.png" alt="mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot ">',
    ),
  ).toEqual(['failed', 'too-long']);
  expect(
    verdictOf(
      altQuality,
      '<img src="/a.png" alt="mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot ">',
    ),
  ).toEqual(['passed']);
});

test('a file name in a list of files, or another tooltip, is for a person to weigh', () => {
  expect(verdictOf(altQuality, '<h2>Fichiers reçus</h2><img src="/a.png" alt="a.png">')).toEqual([
    'cantTell',
    'file-name-in-context',
  ]);
  expect(verdictOf(altQuality, '<p>Fichier : <img src="/a.png" alt="a.png"></p>')).toEqual([
    'cantTell',
    'file-name-in-context',
  ]);
  const about = '<main><h1>Bien nommer un fichier</h1><img src="/a.png" alt="a.png"></main>';
  expect(verdictOf(altQuality, about)).toEqual(['failed', 'file-name']);
  expect(verdictOf(altQuality, '<img src="/a.png" alt="Façade" title="Cliquer">')).toEqual([
    'cantTell',
    'other-title',
  ]);
});

test('the file of one network with the name of another fails, unless its link says which it is', () => {
  const judge = (alt: string, file = 'icone-facebook.svg', href = '/a'): string[] =>
    verdictOf(altQuality, `<a href="${href}"><img src="/img/${file}" alt="${alt}"></a>`);
  expect(judge('Twitter')).toEqual(['failed', 'other-brand']);
  expect(judge('Suivez-nous sur Instagram')).toEqual(['failed', 'other-brand']);
  expect(judge('Facebook')).toEqual(['passed']);
  expect(judge('Twitter', 'facebook-twitter.svg')).toEqual(['passed']);
  expect(judge('Twitter', 'reseau.svg')).toEqual(['passed']);
  expect(judge('Twitter de Paul')).toEqual(['passed']);
  expect(judge('LinkedIn', 'twitter.svg', 'https://www.linkedin.com/company/x')).toEqual(['passed']);
});
