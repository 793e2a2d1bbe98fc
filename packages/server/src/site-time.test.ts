import { expect, test } from 'vitest';
import { calendarAt, todayAt, zoneAt } from './site-time.ts';
import { settingsOf } from './settings.ts';
import { exampleConfig, exampleEnvironment } from './testing.ts';

const world = {
  settings: settingsOf(exampleConfig, exampleEnvironment),
  now: () => new Date('2026-11-25T21:00:00Z'),
};

test('the day is that of the site, and that of the first where none is named or known', () => {
  expect(todayAt(world, 'rives')).toBe('2026-11-26');
  for (const site of ['valmont', 'ailleurs', undefined]) expect(todayAt(world, site)).toBe('2026-11-25');
  expect(zoneAt(world)).toBe('Europe/Paris');
});

test('a site that the configuration no longer has keeps the days off of the whole country', () => {
  expect(calendarAt(world, 'rives').zone).toBe('reunion');
  expect(calendarAt(world, 'ailleurs')).toEqual({ zone: 'metropole', closings: [] });
});
