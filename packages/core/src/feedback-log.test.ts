import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  feedbackMeasurements,
  followFeedback,
  replyStatus,
  waitingFeedback,
  type FeedbackSetting,
} from './feedback-log.ts';
import { moveFeedback, type Feedback, type NewFeedback } from './feedback.ts';
import { indicators } from './indicator.ts';
import { measurementSchema } from './measurement.ts';
import { parse } from './parse.ts';
import { randomFrom } from './random.ts';
import { referenceOf } from './reference.ts';
import { feedbackDelay } from './reply.ts';
import { exampleFeedback } from './feedback-fixture.ts';

const answer = (feedback: Feedback, on: string): Feedback =>
  moveFeedback(feedback, { to: 'answered', on, by: 'Bureau' });

const close = (feedback: Feedback, on: string): Feedback =>
  moveFeedback(feedback, { to: 'closed', on, by: 'Référent', note: 'Doublon' });

const setting = (over: Partial<FeedbackSetting> = {}): FeedbackSetting => ({
  today: '2026-12-31',
  delay: feedbackDelay.value,
  calendarOf: () => ({ zone: 'metropole', closings: [] }),
  ...over,
});

const statusOn = (today: string, feedback: Feedback) =>
  replyStatus(feedback, { today, delay: feedbackDelay.value, calendar: { zone: 'metropole', closings: [] } });

test('a reply is on time until the tenth working day', () => {
  expect(statusOn('2026-12-31', answer(exampleFeedback(), '2026-12-08'))).toEqual({
    state: 'answered-on-time',
    due: '2026-12-08',
    days: 10,
    daysLate: 0,
  });
  expect(statusOn('2026-12-31', answer(exampleFeedback(), '2026-12-09'))).toMatchObject({
    state: 'answered-late',
  });
  expect(statusOn('2026-12-08', exampleFeedback())).toMatchObject({ state: 'waiting' });
  expect(statusOn('2026-12-09', exampleFeedback())).toMatchObject({ state: 'late', daysLate: 1 });
});

test('no reply is followed where none is due', () => {
  expect(statusOn('2026-12-31', exampleFeedback({ name: undefined }))).toEqual({
    state: 'no-reply',
    reason: 'anonymous',
  });
  expect(statusOn('2026-12-31', exampleFeedback({ replyTo: undefined }))).toEqual({
    state: 'no-reply',
    reason: 'no-address',
  });
  expect(statusOn('2026-12-31', exampleFeedback({ kind: 'request' }))).toEqual({
    state: 'no-reply',
    reason: 'request',
  });
  expect(
    followFeedback([exampleFeedback({ name: undefined }), exampleFeedback({ kind: 'request' })], setting()),
  ).toEqual([]);
});

test('closing without an answer is no answer', () => {
  expect(statusOn('2026-12-08', close(exampleFeedback(), '2026-11-26')).state).toBe('waiting');
  expect(statusOn('2026-12-09', close(exampleFeedback(), '2026-11-26')).state).toBe('late');
});

test('feedback is followed with the calendar of its site, once received', () => {
  const closed = (site: string) =>
    ({ zone: 'metropole', closings: site === 'istres' ? ['2026-11-25'] : [] }) as const;
  const log = [
    exampleFeedback(),
    exampleFeedback({ site: 'istres' }),
    exampleFeedback({ receivedOn: '2026-11-27' }),
  ];
  const followed = followFeedback(log, setting({ today: '2026-11-26', calendarOf: closed }));
  expect(
    followed.map(({ feedback, site, receivedOn, status }) => [feedback.site, site, receivedOn, status.due]),
  ).toEqual([
    ['aix', 'aix', '2026-11-24', '2026-12-08'],
    ['istres', 'istres', '2026-11-24', '2026-12-09'],
  ]);
  expect(followFeedback([exampleFeedback()], setting({ today: '2026-11-24' }))).toHaveLength(1);
});

test('what waits for its reply is listed oldest first, late or not, without what is answered or closed', () => {
  const random = randomFrom('waiting');
  const named = (over: Partial<NewFeedback> = {}) =>
    exampleFeedback({ reference: referenceOf('AIX', '2026-11-24', random), ...over });
  const assigned = moveFeedback(named(), {
    to: 'assigned',
    on: '2026-11-25',
    by: 'Référent',
    service: 'accueil',
  });
  const recent = named({ receivedOn: '2026-12-04' });
  const log = [
    recent,
    assigned,
    answer(named(), '2026-11-26'),
    close(named(), '2026-11-26'),
    named({ name: undefined }),
  ];
  expect(waitingFeedback(log, setting({ today: '2026-12-09' }))).toStrictEqual([
    {
      id: assigned.reference,
      site: 'aix',
      service: 'accueil',
      receivedOn: '2026-11-24',
      due: '2026-12-08',
      days: 11,
      daysLate: 1,
    },
    { id: recent.reference, site: 'aix', receivedOn: '2026-12-04', due: '2026-12-18', days: 3, daysLate: 0 },
  ]);
});

test('what is answered or closed later still waits on an earlier day', () => {
  const today = (day: string, feedback: Feedback) =>
    waitingFeedback([feedback], setting({ today: day })).length;
  expect(today('2026-11-25', close(exampleFeedback(), '2026-11-26'))).toBe(1);
  expect(today('2026-11-26', close(exampleFeedback(), '2026-11-26'))).toBe(0);
  expect(today('2026-11-25', answer(exampleFeedback(), '2026-11-26'))).toBe(1);
  expect(today('2026-11-26', answer(exampleFeedback(), '2026-11-26'))).toBe(0);
});

test('a month has its rate, its mean delay, and its volume by channel and theme', () => {
  const log = [
    answer(exampleFeedback(), '2026-11-26'),
    answer(exampleFeedback({ theme: 'telephone', kind: 'suggestion' }), '2026-12-10'),
    exampleFeedback({ name: undefined, channel: 'box', enteredBy: 'agent' }),
    exampleFeedback({ name: undefined, channel: 'box', enteredBy: 'agent' }),
    exampleFeedback({ kind: 'request' }),
  ];
  const of = { site: 'aix', period: '2026-11', source: 'Tableau de suivi des réclamations et suggestions' };
  const volume = { ...of, indicator: 'recl.volume' };
  const measured = feedbackMeasurements(log, { ...setting(), period: '2026-11' });
  expect(measured).toEqual([
    { ...of, indicator: 'recl.taux', value: { kind: 'ratio', numerator: 1, denominator: 2 } },
    { ...of, indicator: 'recl.delai', value: { kind: 'mean', total: 14, count: 2 } },
    { ...volume, of: { channel: 'box', theme: 'attente' }, value: { kind: 'count', count: 2 } },
    { ...volume, of: { channel: 'website', theme: 'attente' }, value: { kind: 'count', count: 1 } },
    { ...volume, of: { channel: 'website', theme: 'telephone' }, value: { kind: 'count', count: 1 } },
  ]);
  const known = indicators.map(({ id }) => id);
  for (const measurement of measured) {
    expect(known).toContain(measurement.indicator);
    expect('value' in parse(measurementSchema, measurement)).toBe(true);
  }
});

test('a volume counts by month, first and last day included, and not what is received later than today', () => {
  const log = ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01', '2026-12-02'].map((receivedOn) =>
    exampleFeedback({ receivedOn, name: undefined }),
  );
  const counts = feedbackMeasurements(log, { ...setting({ today: '2026-12-01' }), period: '2026' });
  expect(counts.map(({ period, value }) => [period, value])).toEqual([
    ['2026-10', { kind: 'count', count: 1 }],
    ['2026-11', { kind: 'count', count: 2 }],
    ['2026-12', { kind: 'count', count: 1 }],
  ]);
  expect(feedbackMeasurements(log, { ...setting(), period: '2026-11' })).toHaveLength(1);
});

test('the order of the table changes nothing in the measurements', () => {
  const one = fc
    .record({
      site: fc.constantFrom('aix', 'istres'),
      theme: fc.constantFrom('attente', 'telephone'),
      channel: fc.constantFrom('box', 'letter'),
      kind: fc.constantFrom('complaint', 'suggestion', 'request'),
      receivedOn: fc.constantFrom('2026-10-01', '2026-11-24'),
    })
    .map((over) => exampleFeedback(over));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (log) => {
      const of = (each: readonly Feedback[]) => feedbackMeasurements(each, { ...setting(), period: '2026' });
      expect(of(log.toReversed())).toEqual(of(log));
    }),
  );
});
