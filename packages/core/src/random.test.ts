import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, randomFrom } from './random.ts';

test('a seed gives the same numbers always, on every machine', () => {
  const random = randomFrom('2026-T4');
  expect([random(), random(), random()].map((number) => number.toFixed(6))).toMatchInlineSnapshot(`
    [
      "0.490552",
      "0.899267",
      "0.761977",
    ]
  `);
});

test('two seeds give two draws', () => {
  const items = Array.from({ length: 100 }, (_, n) => n);
  expect(draw(items, 10, randomFrom('2026-T4'))).not.toEqual(draw(items, 10, randomFrom('2026-T3')));
});

test('numbers spread evenly from 0 to 1', () => {
  const random = randomFrom('spread');
  const counts = Array.from({ length: 10 }, () => 0);
  for (let n = 0; n < 10_000; n++) {
    const at = Math.floor(random() * 10);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(850);
  expect(Math.max(...counts)).toBeLessThan(1150);
});

test('a draw takes each item at most once, in the order given, all when there are too few', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(30), fc.string(), (items, size, seed) => {
      const drawn = draw(items, size, randomFrom(seed));
      expect(drawn).toHaveLength(Math.min(size, items.length));
      expect(drawn).toEqual(items.filter((item) => drawn.includes(item)));
    }),
  );
});

test('every item has the same chance to be drawn', () => {
  const random = randomFrom('chance');
  const drawn = Array.from({ length: 5000 }, () => draw([0, 1, 2, 3, 4], 2, random)).flat();
  for (const item of [0, 1, 2, 3, 4]) {
    expect(Math.abs(drawn.filter((each) => each === item).length - 2000)).toBeLessThan(150);
  }
});
