import { expect, test } from 'vitest';
import { feedAge, feedSentence, feedStaleness, staleSentence } from './feed-age.ts';
import type { FeedInfo } from './feed.ts';

const INFO: FeedInfo = {
  schema: '3.5',
  publishedOn: '2026-11-24',
  downloadedOn: '2026-11-24T08:00:00.000Z',
  sheets: 5536,
  audiences: ['particuliers', 'professionnels'],
  newest: '2026-11-23',
};
const at = (time: string): Date => new Date(time);

test('a feed is as old as its download; one of the future has no age', () => {
  expect(feedAge(INFO, at('2026-11-25T09:30:00Z'))).toBe(25.5);
  expect(feedAge(INFO, at('2026-11-24T07:00:00Z'))).toBe(0);
});

test('a feed of 48 hours is fresh, one a second older is not, unless told', () => {
  expect(feedStaleness(INFO, at('2026-11-26T08:00:00Z'))).toBeNull();
  expect(feedStaleness(INFO, at('2026-11-26T08:00:01Z'))).toBe('old');
  expect(feedStaleness(INFO, at('2026-11-26T08:00:01Z'), 49)).toBeNull();
  expect(feedStaleness(INFO, at('2026-11-24T08:00:01Z'), 0)).toBe('old');
});

test('a feed in which nothing was verified for 15 days stands still, however lately it was downloaded', () => {
  const late = { ...INFO, downloadedOn: '2026-12-08T00:00:00.000Z' };
  expect(feedStaleness(late, at('2026-12-08T00:00:00Z'))).toBeNull();
  expect(feedStaleness(late, at('2026-12-08T00:00:01Z'))).toBe('still');
  expect(feedStaleness(late, at('2026-12-08T00:00:01Z'), 16 * 24)).toBeNull();
});

test('a feed without any date of verification proves nothing', () => {
  expect(feedStaleness({ ...INFO, newest: '' }, at('2026-11-24T08:00:00Z'))).toBe('still');
});

test('a report says what the feed holds, its newest day and its age', () => {
  const said = feedSentence(INFO, at('2026-11-25T09:30:00Z')).replace(/\s/g, ' ');
  for (const part of [
    '5 536 documents',
    'particuliers, professionnels',
    'schéma 3.5',
    '23 novembre 2026',
    'il y a 25 h',
  ])
    expect(said).toContain(part);
});

test.each([
  ['2026-11-24T08:59:59Z', 'il y a moins d’une heure'],
  ['2026-11-24T09:00:00Z', 'il y a 1 h'],
  ['2026-11-26T08:59:59Z', 'il y a 48 h'],
  ['2026-11-26T09:00:00Z', 'il y a 2 jours'],
])('on %s the age is told as « %s »', (time, age) => {
  expect(feedSentence(INFO, at(time)).replace(/\s/g, ' ')).toContain(age);
});

test('a stale feed says what is not judged and what to do, a fresh one says nothing', () => {
  expect(staleSentence(INFO, at('2026-11-25T08:00:00Z'))).toBeNull();
  for (const time of ['2026-11-30T08:00:00Z', '2027-02-01T08:00:00Z'])
    expect(staleSentence(INFO, at(time))).toMatch(/pas jugé.*qualepref feed update.*--feed-max-age/);
  const late = { ...INFO, downloadedOn: '2027-02-01T08:00:00.000Z' };
  expect(staleSentence(late, at('2027-02-01T08:00:00Z'))).toMatch(/15 jours.*qualepref feed update/);
});
