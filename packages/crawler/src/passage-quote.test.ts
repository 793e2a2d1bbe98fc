import { expect, test } from 'vitest';
import { quoteOf } from './passage-quote.ts';
import { pageOf } from './testing-read.ts';

const passages = (main: string) => pageOf(`<main>${main}</main>`).html?.passages ?? [];

test('a title is quoted with what stands under it, another title is not', () => {
  expect(quoteOf(passages('<h2>Éditeur</h2><p>La préfecture.</p>'), /^editeur/, 60)).toBe(
    'Éditeur : La préfecture.',
  );
  expect(quoteOf(passages('<h2>Éditeur</h2><h2>Hébergeur</h2>'), /^editeur/, 60)).toBe('Éditeur');
});

test('what stands far in a paragraph is shown from there', () => {
  const quote = quoteOf(passages(`<p>${'Texte long. '.repeat(20)}Hébergeur : Nuages.</p>`), /hebergeur/, 60);
  expect(quote).toContain('Hébergeur : Nuages');
  expect(quote?.length).toBeLessThanOrEqual(60);
});

test('what nobody says is not quoted, nor what stands outside the main part', () => {
  expect(quoteOf(passages('<p>Texte</p>'), /hebergeur/, 60)).toBeNull();
  const around = pageOf('<main><p>Texte</p></main><footer><p>Hébergeur</p></footer>').html?.passages ?? [];
  expect(quoteOf(around, /hebergeur/, 60)).toBeNull();
});
