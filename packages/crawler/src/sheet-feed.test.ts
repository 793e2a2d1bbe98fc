import { expect, test } from 'vitest';
import { currentSheet, latenessOf, usableFeed, withoutFeed } from './sheet-feed.ts';
import { feedOf, feedSheet } from './sheet-testing.ts';
import { settings } from './testing.ts';

const OCTOBER = '2026-10-01';

test.each([
  ['2026-10-01', 'same'],
  ['2026-09-29', 'same'],
  ['2026-09-28', 'behind'],
  ['2026-09-24', 'behind'],
  ['2026-09-23', 'late'],
  ['2026-10-03', 'same'],
  ['2026-10-04', 'newer'],
])('a sheet shown as of %s, when the source says 1 October, is %s', (shown, lateness) => {
  expect(latenessOf(shown, OCTOBER, '2026-11-24')).toBe(lateness);
});

test.each([
  ['2026-10-03', 'same'],
  ['2026-10-04', 'behind'],
  ['2026-10-08', 'behind'],
  ['2026-10-09', 'late'],
])('a sheet renewed on 1 October and read on %s as it was a year before is %s', (readOn, lateness) => {
  expect(latenessOf('2025-10-01', OCTOBER, readOn)).toBe(lateness);
});

test('a number leads to its sheet, or to the one that replaced it', () => {
  const feed = feedOf([feedSheet({ number: 'F1' })], { F2: 'F1', F3: 'F4' });
  expect(currentSheet(feed, 'F1')).toMatchObject({ sheet: { number: 'F1' }, isRedirected: false });
  expect(currentSheet(feed, 'F2')).toMatchObject({ sheet: { number: 'F1' }, isRedirected: true });
  expect(currentSheet(feed, 'F3')).toBeNull();
  expect(currentSheet(feed, 'F9')).toBeNull();
});

test('a sheet asked for again is not read again', () => {
  let asked = 0;
  const feed = feedOf([feedSheet({ number: 'F1' })]);
  const counting = { ...feed, sheet: (number: string) => (asked++, feed.sheet(number)) };
  currentSheet(counting, 'F1');
  currentSheet(counting, 'F1');
  expect(asked).toBe(1);
});

test('nothing rests on a feed that is too old, and the reason is told', () => {
  const feed = feedOf([]);
  expect(usableFeed(settings({ feed }))).toBe(feed);
  expect(usableFeed(settings())).toBeNull();
  expect(withoutFeed(settings())).toContain('--feed');
  const old = settings({ feed, feedState: { usable: false, why: 'Le flux a 60 h.' } });
  expect(usableFeed(old)).toBeNull();
  expect(withoutFeed(old)).toBe('Le flux a 60 h.');
});
