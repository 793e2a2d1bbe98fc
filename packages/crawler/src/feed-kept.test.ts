import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AuditFile } from './audit-file.ts';
import type { Feed, FeedInfo } from './feed.ts';
import { recordedFeed, replayedFeed } from './feed-kept.ts';
import type { FeedSheet } from './feed-sheet.ts';

const INFO: FeedInfo = {
  schema: '3.5',
  publishedOn: '2026-11-24',
  downloadedOn: '2026-11-24T06:00:00Z',
  sheets: 2,
  audiences: ['particuliers'],
  newest: '2026-11-23',
};
const SHEET = { number: 'F1342', title: 'Passeport' } as FeedSheet;
const feed: Feed = {
  info: INFO,
  sheet: (number) => (number === 'F1342' ? SHEET : undefined),
  redirection: (number) => (number === 'F1' ? 'F1342' : undefined),
  byTitle: (title) => (title === 'passeport' ? ['F1342'] : []),
  candidates: (prints) => prints.map((shared) => ({ number: 'F1342', shared })),
  withPivot: () => [{ number: 'F1342', title: 'Passeport', url: null }],
};

let folder: string;
let file: AuditFile;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qualepref-'));
  file = AuditFile.open(join(folder, 'audit.sqlite'));
});
afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

test('what was asked of a feed is answered again from the audit file, nothing else is', () => {
  file.noteFeed(INFO, 48);
  const recorded = recordedFeed(feed, (key, value) => {
    file.keepFeedAnswers([[key, value]]);
  });
  const ask = (of: Feed): unknown[] => [
    of.sheet('F1342'),
    of.sheet('F9'),
    of.redirection('F1'),
    of.byTitle('passeport'),
    of.candidates([3, 5]),
    of.withPivot(['prefecture']),
  ];
  const answers = ask(recorded);
  const kept = file.feed;
  if (!kept) throw new Error('no feed kept');
  expect(ask(replayedFeed(kept))).toEqual(answers);
  expect(kept).toMatchObject({ info: INFO, maxAge: 48 });
  const replayed = replayedFeed(kept);
  expect([replayed.sheet('F2'), replayed.byTitle('visa'), replayed.candidates([3])]).toEqual([
    undefined,
    [],
    [],
  ]);
});

test('an answer is kept once, however often it is asked for', () => {
  const told: string[] = [];
  const recorded = recordedFeed(feed, (key) => told.push(key));
  recorded.sheet('F1342');
  recorded.sheet('F1342');
  recorded.sheet('F9');
  expect(told).toEqual(['sheet F1342', 'sheet F9']);
});

test('another feed makes forget what the first one answered; without one, none is kept', () => {
  expect(file.feed).toBeUndefined();
  file.noteFeed(INFO, 48);
  file.keepFeedAnswers([['sheet F1342', SHEET]]);
  file.noteFeed({ ...INFO, sheets: 3 }, 24);
  expect(file.feed?.read('sheet F1342')).toBeUndefined();
  expect(file.feed?.info.sheets).toBe(3);
});
