import { expect, test } from 'vitest';
import { barometerRequirement, barometerSchema, isLevelReached } from './barometer.ts';
import { parse } from './parse.ts';

const places = (value: unknown): string[] => {
  const result = parse(barometerSchema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};
const barometer = { year: '2014', mark: 7.1, source: 'Baromètre 2014' };

test('a mark is out of 10, of a year, and says where it comes from', () => {
  expect(places(barometer)).toEqual([]);
  expect(places({ ...barometer, mark: 0, networkMark: 10 })).toEqual([]);
  expect(places({ ...barometer, mark: -0.1, networkMark: 10.1 })).toEqual(['mark', 'networkMark']);
  expect(places({ ...barometer, year: '14', source: '' })).toEqual(['year', 'source']);
});

test('the level required is reached at 7 out of 10', () => {
  expect(barometerRequirement.value).toBe(7);
  expect(isLevelReached({ mark: 7 }, 7)).toBe(true);
  expect(isLevelReached({ mark: 6.9 }, 7)).toBe(false);
  expect(isLevelReached({ mark: 7.1 }, 7.2)).toBe(false);
});
