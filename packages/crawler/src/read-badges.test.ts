import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

test('a badge is told with the address of its results', () => {
  const { badges } = read(
    '<main><h1>Qualité</h1>\n<qp-results-badge src="/r.json"></qp-results-badge><qp-results-badge></qp-results-badge></main>',
  );
  expect(badges).toMatchObject([
    { src: '/r.json', line: 2, zone: 'main' },
    { src: null, line: 2 },
  ]);
});

test('a page without a badge has none to tell, one with many tells five', () => {
  expect(read('<main><p>Qualité</p></main>').badges).toBeUndefined();
  const many = '<qp-results-badge src="/r.json"></qp-results-badge>'.repeat(9);
  expect(read(`<main>${many}</main>`).badges).toHaveLength(5);
});
