import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGate, opensAt } from './hours.ts';

const NIGHT = { from: '20:00', to: '07:00', zone: 'Europe/Paris' };
/** Local times of Paris in winter are an hour ahead. */
const opening = (at: string, hours = NIGHT) => opensAt(hours, new Date(at))?.toISOString() ?? null;

test('inside the hours nothing waits: the first minute is in, the last is out', () => {
  expect(opening('2026-11-24T19:00:00Z')).toBe(null);
  expect(opening('2026-11-24T23:30:00Z')).toBe(null);
  expect(opening('2026-11-25T05:59:59Z')).toBe(null);
  expect(opening('2026-11-25T06:00:00Z')).toBe('2026-11-25T19:00:00.000Z');
  expect(opening('2026-11-24T18:59:59Z')).toBe('2026-11-24T19:00:00.000Z');
});

test('hours may lie within one day, and equal ones allow all of it', () => {
  const day = { ...NIGHT, from: '12:00', to: '14:00' };
  expect(opening('2026-11-24T11:00:00Z', day)).toBe(null);
  expect(opening('2026-11-24T13:00:00Z', day)).toBe('2026-11-25T11:00:00.000Z');
  expect(opening('2026-11-24T03:00:00Z', { ...NIGHT, to: '20:00' })).toBe(null);
});

test('they are those of the site’s zone', () => {
  const reunion = { ...NIGHT, zone: 'Indian/Reunion' };
  expect(opening('2026-11-24T15:59:00Z', reunion)).toBe('2026-11-24T16:00:00.000Z');
  expect(opening('2026-11-24T16:00:00Z', reunion)).toBe(null);
});

test('a wait across a change of clocks ends at the wall-clock time, or just after the hour that is skipped', () => {
  const morning = { ...NIGHT, from: '08:00', to: '09:00' };
  expect(opening('2026-03-28T22:00:00Z', morning)).toBe('2026-03-29T06:00:00.000Z');
  expect(opening('2026-10-24T21:00:00Z', morning)).toBe('2026-10-25T07:00:00.000Z');
  const skipped = opening('2026-03-28T23:00:00Z', { ...NIGHT, from: '02:30', to: '05:00' });
  expect(skipped).toBe('2026-03-29T01:30:00.000Z');
});

test('a gate says once until when it waits, then lets all through', async () => {
  const began = performance.now();
  // A minute a millisecond.
  const now = () => new Date(Date.parse('2026-11-24T18:00:00Z') + (performance.now() - began) * 60_000);
  const pauses: string[] = [];
  const open = createGate({
    ...{ hours: NIGHT, now, glance: 5 },
    onPause: (until) => pauses.push(until.toISOString()),
  });
  await Promise.all([open(undefined), open(undefined)]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(59);
  expect(pauses).toEqual(['2026-11-24T19:00:00.000Z']);
});

test('a gate without hours is open, and a wait ends when the audit is stopped', async () => {
  const now = () => new Date('2026-11-24T12:00:00Z');
  await createGate({ now, glance: 1 })(undefined);
  const stop = new AbortController();
  const waiting = createGate({ hours: NIGHT, now, glance: 60_000 })(stop.signal);
  await sleep(5);
  stop.abort();
  await expect(waiting).rejects.toThrow('aborted');
});
