import { expect, test } from 'vitest';
import { keepWithinBounds } from './read-bounds.ts';

test('an ordinary page is read as it is', () => {
  const list = '<ul>' + '<li>entrée<br><img alt="a > b">'.repeat(5_000) + '</ul>';
  const icons = '<svg>' + '<path d="M0 0"/>'.repeat(5_000) + '</svg>';
  const html = `<!doctype html><html><body>${list}${icons}${'<div><b>x</b></div>'.repeat(5_000)}`;
  expect(keepWithinBounds(html)).toBe(html);
});

test('a page ends where it is deeper than 2,500 elements', () => {
  expect(keepWithinBounds('<div>'.repeat(2_500))).toHaveLength(5 * 2_500);
  expect(keepWithinBounds('<div>'.repeat(2_501))).toHaveLength(5 * 2_500);
});

test('and where 500 formats are left open', () => {
  expect(keepWithinBounds('<p><b>'.repeat(501))).toBe('<p><b>'.repeat(500) + '<p>');
});

test('a tag keeps its first thousand attributes, whatever parts them', () => {
  const tag = (count: number, separator: string): string =>
    `<a ${Array.from({ length: count }, (_, at) => `${separator}a${String(at)}="<b>"`).join('')}>x</a>`;
  for (const separator of [' ', '/', ' \n '])
    expect(keepWithinBounds(tag(450, separator))).toBe(tag(450, separator));
  expect(keepWithinBounds(tag(5_000, ' ')).length).toBeLessThan(tag(1_001, ' ').length);
  expect(keepWithinBounds(tag(5_000, ''))).toMatch(/="<b>">x<\/a>$/);
});

test('a quote that never closes ends the walk', () => {
  expect(keepWithinBounds('<a href="x'.repeat(3))).toBe('<a href="x'.repeat(3));
});
