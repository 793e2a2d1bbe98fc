import { expect, test } from 'vitest';
import { finding } from './fixture.ts';
import { sideBySide } from './html-side-by-side.ts';

const marked = (quote: string, check = 'sheet-text'): string | undefined =>
  sideBySide(finding({ check, where: { quote } }))
    ?.toString()
    .replaceAll(/<(?!\/?(?:del|ins)\b)[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('the words that differ are marked on their side, and said to who does not see the colour', () => {
  expect(marked('Source : La carte vaut 10 ans en France / Page : La carte vaut 15 ans ici en France')).toBe(
    'À la source La carte vaut <del>[retiré : 10]</del> ans en France Sur la page La carte vaut <ins>[ajouté : 15]</ins> ans <ins>[ajouté : ici]</ins> en France',
  );
});

test('where an extract was cut, the end proves nothing', () => {
  expect(marked('Source : Un même début puis des… / Page : Un même début puis…')).not.toMatch(/<del>|<ins>/);
});

test('a finding that compares nothing, or of another check, has no sides', () => {
  expect(marked('Un passage ajouté')).toBeUndefined();
  expect(marked('Source : Un / Page : Deux', 'update-date')).toBeUndefined();
});

test('what the page says stays text', () => {
  expect(marked('Source : Un texte / Page : Un <img src=x> texte')).toContain('[ajouté : &lt;img src=x&gt;]');
});
