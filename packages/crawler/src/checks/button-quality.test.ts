import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { buttonQuality } from './button-quality.ts';

const judge = (html: string): string[] => verdictLine(buttonQuality, pageOf(html));

test('a button that says what it does passes', () => {
  for (const name of ['Envoyer', 'Rechercher', 'OK', 'Menu', 'Fermer', '×', '2'])
    expect([name, ...judge(`<button>${name}</button>`)]).toEqual([name, 'passed']);
  expect(judge('<input type="submit" value="Envoyer la demande">')).toEqual(['passed']);
});

test('one that only says that it is a button fails, whatever it is made of', () => {
  expect(judge('<button>Bouton</button>')).toEqual(['failed', 'vague-button']);
  expect(judge('<input type="button" value="Button 2">')).toEqual(['failed', 'vague-button']);
  expect(judge('<div role="button" tabindex="0">Cliquez ici</div>')).toEqual(['failed', 'vague-button']);
});

test('one without a name is axe-core’s affair; a page without a button is not concerned', () => {
  expect(judge('<button></button>')).toEqual(['passed']);
  expect(judge('<a href="/">Accueil</a>')).toEqual(['inapplicable']);
});

test('the title of a part that it unfolds names the part', () => {
  expect(judge('<h3><button aria-expanded="false">Icône</button></h3>')).toEqual(['passed']);
  expect(judge('<p><button aria-expanded="false">Icône</button></p>')).toEqual(['failed', 'vague-button']);
});
