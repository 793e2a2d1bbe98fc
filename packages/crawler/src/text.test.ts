import { expect, test } from 'vitest';
import { cut, firstOf } from './text.ts';

test('a text is cut with a mark, and what fits is not', () => {
  expect(cut('préfecture', 10)).toBe('préfecture');
  expect(cut('préfecture', 9)).toBe('préfectu…');
});

test('no character is cut in half', () => {
  expect(cut('a😀b', 3)).toBe('a…');
  expect(firstOf('a😀b', 2)).toBe('a');
  expect(firstOf('a😀b', 3)).toBe('a😀');
});
