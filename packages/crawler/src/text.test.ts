import { expect, test } from 'vitest';
import { collapse, cut, firstOf, joined } from './text.ts';

test('a text is cut with a mark, and what fits is not', () => {
  expect(cut('préfecture', 10)).toBe('préfecture');
  expect(cut('préfecture', 9)).toBe('préfectu…');
});

test('no character is cut in half', () => {
  expect(cut('a😀b', 3)).toBe('a…');
  expect(firstOf('a😀b', 2)).toBe('a');
  expect(firstOf('a😀b', 3)).toBe('a😀');
});

test('texts are joined without the white space of an indented page, and read the same', () => {
  const parts = ['\n        ', 'Guichets\n    ', '\n        ', ' de la', '', ' préfecture', '\u00a0!\n'];
  const whole = parts.reduce(joined, '');
  expect(collapse(whole)).toBe(collapse(parts.join('')));
  expect(whole.length).toBeLessThan(30);
  expect(['pré', 'fecture'].reduce(joined, '')).toBe('préfecture');
});
