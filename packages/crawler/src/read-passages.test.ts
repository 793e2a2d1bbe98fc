import { expect, test } from 'vitest';
import { read } from './testing-read.ts';
import { mainText, titleAbove } from './read-passages.ts';

const PAGE = `<header><p>Les services de l’État</p><nav><a href="/x">Menu</a></nav></header>
<main><p>Chapeau</p><h1>Horaires</h1><p>Accueil <b>général</b></p>
<table><tr><th>Lundi<td>8h30 - 12h<td>13h - 16h<tr><th>Mardi<td>fermé</table>
<h2>Contact</h2><ul><li>Standard : 04 91 00 00 00<li>Courriel</ul></main>
<footer><p>Place Félix-Baret, 13006 Marseille</p></footer>`;

test('a page is told passage by passage, a row of a table in one, menus left out', () => {
  const told = read(PAGE).passages.map(({ kind, text, zone }) => [kind, zone, text]);
  expect(told).toEqual([
    ['text', 'header', 'Les services de l’État'],
    ['text', 'main', 'Chapeau'],
    ['heading', 'main', 'Horaires'],
    ['text', 'main', 'Accueil général'],
    ['row', 'main', 'Lundi | 8h30 - 12h | 13h - 16h'],
    ['row', 'main', 'Mardi | fermé'],
    ['heading', 'main', 'Contact'],
    ['item', 'main', 'Standard : 04 91 00 00 00'],
    ['item', 'main', 'Courriel'],
    ['text', 'footer', 'Place Félix-Baret, 13006 Marseille'],
  ]);
});

test('a passage knows the title above it', () => {
  const html = read(PAGE);
  const above = (text: string): string | null | undefined => {
    const passage = html.passages.find((one) => one.text.startsWith(text));
    return passage && titleAbove(passage, html);
  };
  expect(above('Chapeau')).toBeNull();
  expect(above('Horaires')).toBe('Horaires');
  expect(above('Lundi')).toBe('Horaires');
  expect(above('Courriel')).toBe('Contact');
});

test('a heading cut in blocks counts once, one of a menu or of the header counts too', () => {
  const html = read('<header><h2>Site</h2></header><main><h1>Un<div>deux</div></h1><p>Texte</p></main>');
  expect(html.passages.map(({ text, heading }) => [text, heading])).toEqual([
    ['Site', 0],
    ['Un', 1],
    ['deux', 1],
    ['Texte', 1],
  ]);
});

test('the block of a national sheet is told apart', () => {
  const html = read('<main><p>Local</p><div class="comarquage"><p>National</p></div></main>');
  expect(html.passages.map(({ inSheet }) => inSheet)).toEqual([undefined, true]);
});

test('what stands around the main part is cut too, and is no part of its text', () => {
  const html = read(`<main><p>Texte</p></main><footer><p>${'a'.repeat(5_000)}</p><p>b</p></footer>`);
  expect(html.passages.at(-1)?.text).toHaveLength(4_000);
  expect(mainText(html)).toBe('Texte');
});
