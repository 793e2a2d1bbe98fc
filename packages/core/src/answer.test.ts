import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answerMeasurements,
  answerStateLabels,
  answerStates,
  answerStatus,
  tallyAnswers,
  type AnswerState,
  type AnswerStatus,
  type Followed,
} from './answer.ts';
import type { Delay } from './delay.ts';
import { QualeprefError } from './error.ts';

const fiveDays: Delay = { amount: 5, unit: 'ouvres', bound: 'inclusive' };

/** Received on Tuesday 24 November 2026: the fifth working day is Tuesday 1 December. */
const on = (today: string, answered?: string, delay = fiveDays): AnswerStatus =>
  answerStatus('2026-11-24', answered, { delay, calendar: { zone: 'metropole', closings: [] }, today });

test('an answer is on time until the evening of its due date', () => {
  expect(on('2026-12-31', '2026-12-01')).toEqual({
    state: 'answered-on-time',
    due: '2026-12-01',
    days: 5,
    daysLate: 0,
  });
  expect(on('2026-12-31', '2026-12-02')).toEqual({
    state: 'answered-late',
    due: '2026-12-01',
    days: 6,
    daysLate: 1,
  });
});

test('what is not answered waits until its due date, and is late from the next day', () => {
  expect(on('2026-12-01')).toEqual({ state: 'waiting', due: '2026-12-01', days: 5, daysLate: 0 });
  expect(on('2026-12-02')).toEqual({ state: 'late', due: '2026-12-01', days: 6, daysLate: 1 });
  expect(on('2026-12-08')).toMatchObject({ days: 10, daysLate: 5 });
  expect(on('2026-11-24')).toMatchObject({ state: 'waiting', days: 0 });
});

test('less than five days ends a day before five days', () => {
  const strict: Delay = { ...fiveDays, bound: 'strict' };
  expect(on('2026-12-31', '2026-11-30', strict)).toMatchObject({
    state: 'answered-on-time',
    due: '2026-11-30',
  });
  expect(on('2026-12-31', '2026-12-01', strict)).toMatchObject({ state: 'answered-late', daysLate: 1 });
});

test('days are those of the unit of the delay', () => {
  expect(on('2026-12-31', '2026-12-01', { ...fiveDays, unit: 'calendaires' })).toEqual({
    state: 'answered-late',
    due: '2026-11-29',
    days: 7,
    daysLate: 2,
  });
});

test('an answer has not left before its day', () => {
  expect(on('2026-12-03', '2026-12-04').state).toBe('late');
  expect(on('2026-12-04', '2026-12-04').state).toBe('answered-late');
  expect(on('2026-11-26', '2026-11-27')).toMatchObject({ state: 'waiting', days: 2 });
  expect(on('2026-11-27', '2026-11-27')).toMatchObject({ state: 'answered-on-time', days: 3 });
});

test('the answer to what is not received yet stands nowhere', () => {
  let code = '';
  try {
    on('2026-11-23');
  } catch (error) {
    if (error instanceof QualeprefError) code = error.code;
  }
  expect(code).toBe('delay-order');
});

test('every state has its French name', () => {
  expect(Object.keys(answerStateLabels)).toEqual([...answerStates]);
  for (const label of Object.values(answerStateLabels)) expect(label).toMatch(/^[\p{Ll} ,]+$/u);
});

const status = (state: AnswerState, days = 1): AnswerStatus => ({
  state,
  due: '2026-12-01',
  days,
  daysLate: 0,
});

test('a tally sets apart what waits in time, and adds up the days of answers only', () => {
  expect(
    tallyAnswers([
      status('answered-on-time', 2),
      status('answered-on-time', 4),
      status('answered-late', 9),
      status('late', 20),
      status('waiting', 3),
      status('waiting', 1),
    ]),
  ).toEqual({ settled: 4, onTime: 2, answered: 3, days: 15, longest: 9, late: 1, waiting: 2 });
});

test('an empty tally has no longest delay, an answer of the same day has one of zero', () => {
  expect(tallyAnswers([])).toEqual({
    settled: 0,
    onTime: 0,
    answered: 0,
    days: 0,
    longest: null,
    late: 0,
    waiting: 0,
  });
  expect(tallyAnswers([status('answered-on-time', 0)]).longest).toBe(0);
});

const followed = (over: Partial<Followed> = {}): Followed => ({
  site: 'aix',
  receivedOn: '2026-11-24',
  status: status('answered-on-time', 2),
  ...over,
});

const ids = { rate: 'mail.taux', mean: 'mail.delai', source: 'Tableau de suivi' };

test('a month has the rate of what is settled and the mean of what is answered', () => {
  const month = [
    followed(),
    followed({ status: status('answered-late', 7) }),
    followed({ status: status('late', 30) }),
    followed({ status: status('waiting') }),
  ];
  const of = { site: 'aix', period: '2026-11', source: 'Tableau de suivi' };
  expect(answerMeasurements(month, ids, '2026-11')).toEqual([
    { ...of, indicator: 'mail.taux', value: { kind: 'ratio', numerator: 1, denominator: 3 } },
    { ...of, indicator: 'mail.delai', value: { kind: 'mean', total: 9, count: 2 } },
  ]);
});

test('nothing is measured where nothing is settled, and no mean without an answer', () => {
  expect(answerMeasurements([followed({ status: status('waiting') })], ids, '2026-11')).toEqual([]);
  expect(
    answerMeasurements([followed({ status: status('late') })], ids, '2026-11').map(
      ({ indicator }) => indicator,
    ),
  ).toEqual(['mail.taux']);
});

test('each counts in the month in which it was received, first and last day included', () => {
  const days = [
    '2026-09-30',
    '2026-10-01',
    '2026-10-31',
    '2026-11-01',
    '2026-11-30',
    '2026-12-31',
    '2027-01-01',
  ];
  const measured = answerMeasurements(
    days.map((receivedOn) => followed({ receivedOn })),
    ids,
    '2026-T4',
  );
  expect(
    measured.filter(({ indicator }) => indicator === 'mail.taux').map(({ period, value }) => [period, value]),
  ).toEqual([
    ['2026-10', { kind: 'ratio', numerator: 2, denominator: 2 }],
    ['2026-11', { kind: 'ratio', numerator: 2, denominator: 2 }],
    ['2026-12', { kind: 'ratio', numerator: 1, denominator: 1 }],
  ]);
});

test('sites are measured apart, in their order', () => {
  const measured = answerMeasurements(
    ['istres', 'aix', 'istres', 'arles'].map((site) => followed({ site })),
    ids,
    '2026-11',
  );
  expect(measured.map(({ site, indicator }) => `${site} ${indicator}`)).toEqual([
    ...['aix mail.taux', 'aix mail.delai', 'arles mail.taux', 'arles mail.delai'],
    ...['istres mail.taux', 'istres mail.delai'],
  ]);
});

test('months and sites together count everything settled once, in any order', () => {
  const one = fc.record({
    site: fc.constantFrom('aix', 'arles', 'istres'),
    receivedOn: fc.constantFrom('2026-01-01', '2026-06-15', '2026-12-31'),
    status: fc.record({
      state: fc.constantFrom(...answerStates),
      due: fc.constant('2026-12-01'),
      days: fc.nat(30),
      daysLate: fc.constant(0),
    }),
  });
  fc.assert(
    fc.property(fc.array(one), (all) => {
      const measured = answerMeasurements(all, ids, '2026');
      const whole = tallyAnswers(all.map((each) => each.status));
      const values = measured.map(({ value }) => value);
      const sum = (of: (value: (typeof values)[number]) => number) =>
        values.reduce((total, value) => total + of(value), 0);
      expect(sum((value) => (value.kind === 'ratio' ? value.denominator : 0))).toBe(whole.settled);
      expect(sum((value) => (value.kind === 'ratio' ? value.numerator : 0))).toBe(whole.onTime);
      expect(sum((value) => (value.kind === 'mean' ? value.total : 0))).toBe(whole.days);
      expect(sum((value) => (value.kind === 'mean' ? value.count : 0))).toBe(whole.answered);
      expect(answerMeasurements(all.toReversed(), ids, '2026')).toEqual(measured);
    }),
  );
});
