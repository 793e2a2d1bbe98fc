import { expect, test } from 'vitest';
import { refusesHead, signOf, waitBefore, type Asked } from './fetch-retry.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const LIMITS = { backOff: [1000, 2000], patience: 30_000 };
const wait = (tries: number, asked: Asked) => waitBefore(tries, asked, LIMITS, NOW);
const down = (headers = {}): Asked => ({ outcome: 'blocked', status: 503, headers });

test('what may pass is tried again after each wait, and no more', () => {
  expect([0, 1, 2].map((tries) => wait(tries, down()))).toEqual([1000, 2000, null]);
  expect([0, 1].map((tries) => wait(tries, { outcome: 'server_error', status: 500 }))).toEqual([1000, 2000]);
  expect([0, 1].map((tries) => wait(tries, { outcome: 'network_error', reason: 'refused' }))).toEqual([
    1000,
    null,
  ]);
  for (const asked of [
    { outcome: 'gone', status: 404 },
    { outcome: 'blocked', status: 403 },
    { outcome: 'timeout' },
    { outcome: 'network_error', reason: 'dns' },
    { outcome: 'blocked', reason: 'proxy' },
  ] as const)
    expect(wait(0, asked)).toBe(null);
});

test('the wait asked for is respected up to our patience, and never shortens ours', () => {
  const after = (text: string) => wait(0, down({ 'retry-after': text }));
  expect(after('30')).toBe(30_000);
  expect(after('31')).toBe(null);
  expect(after('0')).toBe(1000);
  expect(after('Tue, 24 Nov 2026 09:00:05 GMT')).toBe(5000);
  expect(after('Tue, 24 Nov 2026 08:00:00 GMT')).toBe(1000);
  expect(after('bientôt')).toBe(1000);
});

test('a host is judged by its refusals and failures, not by what is missing or ours', () => {
  const sign = (asked: Asked, isRetry = false) => signOf(asked, 'GET', isRetry);
  expect(sign({ outcome: 'ok', status: 200 })).toBe('well');
  expect(sign({ outcome: 'gone', status: 404 })).toBe('well');
  expect(sign({ outcome: 'redirected', status: 301 })).toBe('well');
  expect(sign({ outcome: 'blocked', reason: 'proxy' })).toBe('well');
  expect(sign({ outcome: 'blocked', status: 403 })).toBe('refused');
  expect(sign(down(), true)).toBe('refused');
  expect(sign({ outcome: 'blocked', status: 429 })).toBe('busy');
  for (const outcome of ['server_error', 'network_error', 'timeout'] as const) {
    expect(sign({ outcome })).toBe('trouble');
    expect(sign({ outcome }, true)).toBe('nothing');
  }
  expect(signOf({ outcome: 'blocked', status: 405 }, 'HEAD', false)).toBe('nothing');
  expect(signOf({ outcome: 'blocked', status: 429 }, 'HEAD', false)).toBe('busy');
});

test('HEAD is refused by an error that GET may not give, or by silence; 429 is no refusal of it', () => {
  for (const status of [400, 403, 404, 405, 500, 501])
    expect(refusesHead({ outcome: 'blocked', status })).toBe(true);
  for (const status of [200, 301, 429]) expect(refusesHead({ outcome: 'ok', status })).toBe(false);
  expect(refusesHead({ outcome: 'network_error', reason: 'reset' })).toBe(true);
  expect(refusesHead({ outcome: 'network_error', reason: 'dns' })).toBe(false);
});
