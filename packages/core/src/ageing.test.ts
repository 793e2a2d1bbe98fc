import { expect, test } from 'vitest';
import { ageing, ageingBounds, oldestFirst, waitingMail, type WaitingAnswer } from './ageing.ts';
import { emailDelay, letterDelay, type MailEntry } from './correspondence.ts';
import { QualeprefError } from './error.ts';

const waiting = (over: Partial<WaitingAnswer> = {}): WaitingAnswer => ({
  id: '1',
  site: 'aix',
  receivedOn: '2026-11-24',
  due: '2026-12-01',
  days: 3,
  daysLate: 0,
  ...over,
});

const entry = (over: Partial<MailEntry> = {}): MailEntry => ({
  id: '1',
  channel: 'email',
  site: 'aix',
  service: 'accueil',
  receivedOn: '2026-11-24',
  subject: 'Horaires d’ouverture',
  answeredOn: undefined,
  template: undefined,
  ...over,
});

test('letters and e-mails without answer are listed oldest first, late or not', () => {
  const log = [
    entry({ id: '3', receivedOn: '2026-12-01' }),
    entry({ id: '2' }),
    entry({ id: '1', channel: 'letter' }),
    entry({ id: '0', answeredOn: '2026-11-25' }),
  ];
  const list = waitingMail(log, {
    today: '2026-12-02',
    delays: { email: emailDelay.value, letter: letterDelay.value },
    calendarOf: () => ({ zone: 'metropole', closings: [] }),
  });
  const of = { site: 'aix', service: 'accueil', receivedOn: '2026-11-24' };
  expect(list).toEqual([
    { ...of, id: '1', due: '2026-12-08', days: 6, daysLate: 0 },
    { ...of, id: '2', due: '2026-12-01', days: 6, daysLate: 1 },
    { ...of, id: '3', receivedOn: '2026-12-01', due: '2026-12-08', days: 1, daysLate: 0 },
  ]);
});

test('what came on the same day is listed by number', () => {
  const list = [waiting({ id: 'b' }), waiting({ id: 'c', receivedOn: '2026-11-20' }), waiting({ id: 'a' })];
  expect(oldestFirst(list).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(list.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

test('classes go from the oldest to the youngest, each with both its ends', () => {
  const days = [0, 5, 6, 10, 11, 20, 21, 300];
  const classes = ageing(
    days.map((each) => waiting({ id: String(each), days: each })),
    ageingBounds.value,
  );
  expect(
    classes.map(({ from, to, label, waiting }) => [from, to, label, waiting.map(({ days }) => days)]),
  ).toEqual([
    [21, null, '21 jours ou plus', [21, 300]],
    [11, 20, 'de 11 à 20 jours', [11, 20]],
    [6, 10, 'de 6 à 10 jours', [10, 6]],
    [0, 5, '5 jours ou moins', [0, 5]],
  ]);
});

test('classes are settings, of a single day too', () => {
  expect(ageing([], [0, 1, 2]).map(({ label }) => label)).toEqual([
    '3 jours ou plus',
    '2 jours',
    '1 jour',
    '0 jour',
  ]);
  expect(ageing([waiting()], [])).toEqual([{ from: 0, to: null, label: 'toutes', waiting: [waiting()] }]);
  expect(ageing([], [1]).map(({ label }) => label)).toEqual(['2 jours ou plus', '1 jour ou moins']);
});

test.each([[[5, 5]], [[10, 5]], [[-1]], [[2.5]]])('%j does not set classes apart', (bounds) => {
  let thrown: unknown;
  try {
    ageing([], bounds);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(QualeprefError);
  expect((thrown as QualeprefError).code).toBe('ageing-bounds');
  expect((thrown as QualeprefError).message).toMatch(bounds.join(', '));
});
