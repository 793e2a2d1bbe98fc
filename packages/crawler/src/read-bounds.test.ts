import { expect, test } from 'vitest';
import { excessOf, keepWithinBounds } from './read-bounds.ts';

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

test('formats that the parser opens again in each paragraph count as so many elements', () => {
  const left = (formats: number, paragraphs: number): string =>
    `<p>${Array.from({ length: formats }, (_, at) => `<b id=f${String(at)}>`).join('')}${'<p>x'.repeat(paragraphs)}`;
  expect(keepWithinBounds(left(200, 499))).toBe(left(200, 499));
  expect(keepWithinBounds(left(200, 1_000))).toBe(left(200, 500));
  expect(excessOf(left(200, 1_000))).toBe(null);
  expect(excessOf(left(400, 2_600))).toBe('elements');
});

test('three of those that are the same to the letter, and none that is closed', () => {
  for (const paragraph of ['<p><b>x', '<p><b>x</b></p>'])
    expect(keepWithinBounds(paragraph.repeat(400))).toBe(paragraph.repeat(400));
  const closed = '<p><b>x</b></p>'.repeat(40_000);
  expect(keepWithinBounds(closed)).toBe(closed);
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

test('a run of 100,000 characters keeps its beginning, wherever it stands, and what closes it', () => {
  const run = (length: number): string => 'a'.repeat(length);
  const places: readonly ((text: string) => string)[] = [
    (text) => `<p>${text}</p>`,
    (text) => `<p title="${text}">x</p>`,
    (text) => `<p title=${text}>x</p>`,
    (text) => `<!-- ${text} --><p>x</p>`,
    (text) => `<script>${text}</script><p>x</p>`,
    (text) => `<STYLE>${text}</Style><p>x</p>`,
  ];
  for (const put of places) {
    expect(keepWithinBounds(put(run(99_000)))).toBe(put(run(99_000)));
    const kept = keepWithinBounds(put(run(300_000)));
    expect(kept.length).toBeGreaterThan(99_000);
    expect(kept.length).toBeLessThan(100_100);
    expect(put('')).toContain(kept.slice(-4));
  }
});

test('what a comment or a script holds is no element', () => {
  const inside = '<div>'.repeat(3_000);
  for (const html of [`<!--${inside}--><p>x`, `<script>${inside}</script><p>x`])
    expect(keepWithinBounds(html)).toBe(html);
});

test('nor is what a text field, a title or a frame holds', () => {
  const inside = '<div>'.repeat(3_000);
  for (const name of ['textarea', 'title', 'iframe', 'xmp', 'noframes', 'noembed'])
    expect(excessOf(`<${name}>${inside}</${name}><p>x`)).toBe(null);
  expect(excessOf(`<plaintext>${inside}`)).toBe(null);
  expect(excessOf(`<textarea></textarea>${inside}`)).toBe('levels');
});

test('a drawing closes its tags by itself, whatever they are; HTML within it does not', () => {
  expect(excessOf(`<svg>${'<g/><a/><animate/>'.repeat(3_000)}</svg>`)).toBe(null);
  expect(excessOf(`<svg><style><![CDATA[${'<g>'.repeat(3_000)}]]></style></svg>`)).toBe(null);
  expect(excessOf(`<math>${'<mspace/>'.repeat(3_000)}</math>`)).toBe(null);
  for (const start of ['', '<svg></svg>', '<svg><foreignObject>', '<svg><p>', '<svg/>', '<![CDATA[>'])
    expect([start, excessOf(start + '<section/>'.repeat(3_000))]).toEqual([start, 'levels']);
  expect(excessOf(`<svg><style>${'<g>'.repeat(3_000)}`)).toBe('levels');
});

test('links and buttons left open are closed by the next one', () => {
  expect(excessOf('<a name="x">x'.repeat(3_000))).toBe(null);
  expect(excessOf('<button>x'.repeat(3_000))).toBe(null);
});

test('a comment ends where browsers end it', () => {
  const text = '<b>x</b>'.repeat(20_000);
  for (const comment of ['<!-->', '<!--->', '<!-- x --!>', '<!---->']) {
    expect(keepWithinBounds(comment + text)).toBe(comment + text);
    expect(excessOf(comment + '<div>'.repeat(3_000))).toBe('levels');
  }
});

test('more than 100,000 elements, or 2,500 levels, are too many', () => {
  expect(excessOf('<p>x</p>'.repeat(100_000))).toBe(null);
  expect(excessOf('<p>x</p>'.repeat(100_001))).toBe('elements');
  expect(excessOf('<div>'.repeat(2_500))).toBe(null);
  expect(excessOf('<div>'.repeat(2_501))).toBe('levels');
});
