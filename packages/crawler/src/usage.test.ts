import { expect, test } from 'vitest';
import { nearest } from './usage.ts';

test('a slip of the keyboard finds the name meant, another word finds none', () => {
  const known = ['--max-pages', '--max-documents', '--delay', '--out'];
  expect(nearest('--max-page', known)).toBe('--max-pages');
  expect(nearest('--dealy', known)).toBe('--delay');
  expect(nearest('--turbo', known)).toBeUndefined();
});
