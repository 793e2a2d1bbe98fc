import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress, type ProgressMode } from './progress.ts';

/** What a mode prints for the events given. */
function printed(
  mode: ProgressMode,
  ...events: Parameters<ReturnType<typeof createProgress>['show']>[0][]
): string {
  let text = '';
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  const progress = createProgress(mode, out);
  for (const event of events) progress.show(event);
  progress.end();
  return text;
}

const first = { stage: 'pages', done: 1, total: 30, url: 'https://a.fr/' } as const;
const next = { stage: 'pages', done: 2, total: 30, url: 'https://a.fr/b' } as const;
const last = { stage: 'pages', done: 30, total: 30, url: 'https://a.fr/z' } as const;

test('plain lines say a stage when it begins and when it ends, not each page', () => {
  expect(printed('lines', first, next, last)).toBe('Pages lues : 1 sur 30\nPages lues : 30 sur 30\n');
});

test('JSON lines say every event', () => {
  expect(
    printed('json', first, next)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([first, next]);
});

test('quiet prints nothing', () => {
  expect(printed('quiet', first, last)).toBe('');
});
