import { expect, test } from 'vitest';
import {
  agentShare,
  type HolidayAt,
  isClosedBy,
  minutesOf,
  openingRuleSchema,
  openingRulesAmong,
  openingRulesSchema,
} from './opening.ts';
import { parse } from './parse.ts';

const rule = (more: object = {}) => ({
  site: 'aix',
  procedure: 'points-numeriques',
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '12:00',
  every: 15,
  capacity: 2,
  ...more,
});
const places = (more: object) => {
  const result = parse(openingRuleSchema, rule(more));
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};
const collisionsWhere = (isHoliday: HolidayAt | undefined, ...more: object[]) => {
  const result = parse(isHoliday ? openingRulesAmong(isHoliday) : openingRulesSchema, more.map(rule));
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};
const collisions = (...more: object[]) => collisionsWhere(undefined, ...more);

test('minutes are counted from midnight', () => {
  expect(minutesOf('00:00')).toBe(0);
  expect(minutesOf('09:05')).toBe(545);
  expect(minutesOf('23:59')).toBe(1439);
});

test('a rule says where, for what, when, how long and how many', () => {
  expect(places({})).toEqual([]);
  expect(places({ agentShare: 0, validFrom: null, validTo: null, closings: [], openings: [] })).toEqual([]);
  expect(places({ site: 'Aix', every: 0, capacity: 0, agentShare: 1.1 })).toEqual([
    'site',
    'every',
    'capacity',
    'agentShare',
  ]);
});

test('the end comes after the start', () => {
  expect(places({ to: '09:00' })).toEqual(['to']);
  expect(places({ to: '08:00' })).toEqual(['to']);
  expect(places({ to: '09:15' })).toEqual([]);
});

test('a slot fits in the opening', () => {
  expect(places({ every: 180 })).toEqual([]);
  expect(places({ every: 181 })).toEqual(['every']);
});

test('weekdays are named once, and at least one is', () => {
  expect(places({ weekdays: [7] })).toEqual([]);
  expect(places({ weekdays: [] })).toEqual(['weekdays']);
  expect(places({ weekdays: [1, 1] })).toEqual(['weekdays']);
  expect(places({ weekdays: [0, 8] })).toEqual(['weekdays.0', 'weekdays.1']);
});

test('validity and closings do not end before they begin', () => {
  expect(places({ validFrom: '2026-11-24', validTo: '2026-11-24' })).toEqual([]);
  expect(places({ validFrom: '2026-11-24', validTo: '2026-11-23' })).toEqual(['validTo']);
  expect(places({ validTo: '2026-11-23' })).toEqual([]);
  expect(places({ validFrom: '2026-11-24' })).toEqual([]);
  const reason = { fr: 'Travaux' };
  expect(places({ closings: [{ from: '2026-11-24', to: '2026-11-24', reason }] })).toEqual([]);
  expect(places({ closings: [{ from: '2026-11-24', to: '2026-11-23', reason }] })).toEqual(['closings.0.to']);
  expect(places({ closings: [{ from: '2026-11-24' }] })).toEqual(['closings.0.reason']);
});

test('exceptional hours of one day do not overlap, end after they begin and open no closed day', () => {
  const day = '2026-11-24';
  const morning = { day, from: '09:00', to: '12:00' };
  expect(places({ openings: [morning, { day, from: '12:00', to: '14:00' }] })).toEqual([]);
  expect(places({ openings: [{ day, from: '12:00', to: '14:00' }, morning] })).toEqual([]);
  expect(places({ openings: [morning, { day, from: '11:59', to: '14:00' }] })).toEqual(['openings']);
  expect(places({ openings: [{ day, from: '11:59', to: '14:00' }, morning] })).toEqual(['openings']);
  expect(places({ openings: [morning, { ...morning, day: '2026-11-25' }] })).toEqual([]);
  expect(places({ openings: [{ day, from: '12:00', to: '12:00' }] })).toEqual(['openings.0.to']);
  const closings = [{ from: day, reason: { fr: 'Travaux' } }];
  expect(places({ openings: [morning], closings })).toEqual(['openings']);
  expect(places({ openings: [{ ...morning, day: '2026-11-25' }], closings })).toEqual([]);
});

test('a closing holds on its days, both included, and on one day when it has no end', () => {
  const reason = { fr: 'Travaux' };
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
  const closed = (to: string | undefined) =>
    days.filter((day) => isClosedBy(day, { from: '2026-11-24', to, reason }));
  expect(closed(undefined)).toEqual(['2026-11-24']);
  expect(closed('2026-11-25')).toEqual(['2026-11-24', '2026-11-25']);
});

test('two rules of a site and a procedure never open at the same time', () => {
  expect(collisions({}, {})).toEqual(['1.from']);
  expect(collisions({}, { from: '11:59', to: '14:00' })).toEqual(['1.from']);
  expect(collisions({}, { from: '12:00', to: '14:00' })).toEqual([]);
  expect(collisions({}, { weekdays: [6] })).toEqual([]);
  expect(collisions({}, { weekdays: [5, 6] })).toEqual(['1.from']);
  expect(collisions({}, { site: 'arles' })).toEqual([]);
  expect(collisions({}, { procedure: 'etudiants' })).toEqual([]);
  expect(collisions({}, { site: 'arles' }, {})).toEqual(['2.from']);
  const result = parse(openingRulesSchema, [null, rule(), rule()]);
  expect('issues' in result && result.issues.map(({ path }) => path.join('.'))).toEqual(['0']);
});

test('rules that follow one another may have the same hours', () => {
  const first = { validTo: '2026-11-23' };
  expect(collisions(first, { validFrom: '2026-11-24' })).toEqual([]);
  expect(collisions({ validFrom: '2026-11-24' }, first)).toEqual([]);
  expect(collisions(first, { validFrom: '2026-11-23' })).toEqual(['1.from']);
  expect(collisions(first, {})).toEqual(['1.from']);
  expect(collisions({}, { validFrom: '2026-11-24' })).toEqual(['1.from']);
});

test('exceptional hours do not meet those of another rule on that day', () => {
  // 2026-11-24 is a Tuesday.
  const evening = { from: '14:00', to: '16:00' };
  const extra = (hours: object) => ({ ...evening, openings: [{ day: '2026-11-24', ...hours }] });
  expect(collisions({}, extra({ from: '11:00', to: '16:00' }))).toEqual(['1.from']);
  expect(collisions(extra({ from: '11:00', to: '16:00' }), {})).toEqual(['1.from']);
  expect(collisions({}, extra({ from: '12:00', to: '16:00' }))).toEqual([]);
  expect(collisions({ weekdays: [1] }, extra({ from: '11:00', to: '16:00' }))).toEqual([]);
  const otherDay = { openings: [{ day: '2026-11-25', from: '14:00', to: '15:00' }] };
  expect(collisions(otherDay, extra({ from: '11:00', to: '16:00' }))).toEqual(['1.from']);
  const moved = { openings: [{ day: '2026-11-24', from: '08:00', to: '10:00' }] };
  expect(collisions(moved, extra({ from: '11:00', to: '16:00' }))).toEqual([]);
  expect(collisions(moved, extra({ from: '09:00', to: '16:00' }))).toEqual(['1.from']);
});

test('a rule of one day meets another only in the hours of that day', () => {
  // 2026-11-24 is a Tuesday.
  const day = '2026-11-24';
  const only = { validFrom: day, validTo: day };
  expect(collisions({}, { ...only, weekdays: [2] })).toEqual(['1.from']);
  expect(collisions({ ...only, weekdays: [2] }, {})).toEqual(['1.from']);
  expect(collisions({}, { ...only, weekdays: [1] })).toEqual([]);
  expect(collisions({}, { ...only, weekdays: [2], from: '12:00', to: '14:00' })).toEqual([]);
  expect(collisions({ openings: [{ day, from: '08:00', to: '09:00' }] }, { ...only, weekdays: [2] })).toEqual(
    [],
  );
  expect(collisions({ validTo: '2026-11-23' }, { ...only, weekdays: [2] })).toEqual([]);
});

test('what is closed on a day, or off on a public holiday, leaves its hours to another', () => {
  const day = '2026-11-24';
  const opening = { day, from: '09:00', to: '12:00' };
  const only = { validFrom: day, validTo: day, weekdays: [2], openings: [opening] };
  const closings = [{ from: day, reason: { fr: 'Travaux' } }];
  expect(collisions({}, only)).toEqual(['1.from']);
  expect(collisions({ closings }, only)).toEqual([]);
  const isHoliday: HolidayAt = (site, on) => site === 'aix' && on === day;
  expect(collisionsWhere(isHoliday, {}, only)).toEqual([]);
  expect(collisionsWhere(isHoliday, only, {})).toEqual([]);
  expect(collisionsWhere(isHoliday, {}, { ...only, validFrom: undefined })).toEqual(['1.from']);
  expect(collisionsWhere(isHoliday, only, only)).toEqual(['1.from']);
  expect(collisionsWhere((site) => site === 'arles', {}, only)).toEqual(['1.from']);
});

test('one place in five is kept for agents unless decided otherwise', () => {
  expect(agentShare.value).toBe(0.2);
  expect(agentShare.provenance.origin).toBe('X');
});
