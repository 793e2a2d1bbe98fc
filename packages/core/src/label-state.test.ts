import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './day.ts';
import type { Label, LabelHistory } from './label.ts';
import { followUpOf, labelStates, publishedStates, stateOf, type LabelRules } from './label-state.ts';

const labelOf = (over: Partial<Label> = {}): Label => ({
  name: 'Qual-e-Pref',
  family: 'qual-e-pref',
  scope: { fr: 'Préfecture et sous-préfectures' },
  sites: ['saint-sebastien', 'aix'],
  modules: [1, 4],
  audit: undefined,
  obtained: '2020-01-20',
  end: undefined,
  followUp: undefined,
  certifier: undefined,
  suspended: undefined,
  ...over,
});
const DONE = { planned: undefined, done: '2021-07-20' };
const SUSPENDED = { from: '2021-03-01', until: '2021-05-31', reason: { fr: 'Travaux' } };

/** The state in one word, or the two it hesitates between. */
const on = (today: string, over: Partial<Label> = {}, rules?: LabelRules): string => {
  const { state, possible } = stateOf(labelOf(over), today, rules);
  return state === 'unknown' ? possible.join(' or ') : state;
};

test('a label known to the day is valid from that day, and not on the eve', () => {
  expect(on('2020-01-19')).toBe('never');
  expect(on('2020-01-20')).toBe('valid');
});

test('a label is valid on its last day, and has expired on the next', () => {
  expect(on('2023-01-20', { followUp: DONE })).toBe('valid');
  expect(on('2023-01-21', { followUp: DONE })).toBe('expired');
});

test('a label known to the quarter may be there or not during that quarter, and is there on its last day', () => {
  const quarter = { obtained: '2020-T1' };
  expect(on('2019-12-31', quarter)).toBe('never');
  expect(on('2020-01-01', quarter)).toBe('never or valid');
  expect(on('2020-03-30', quarter)).toBe('never or valid');
  expect(on('2020-03-31', quarter)).toBe('valid');
});

test('a label that ends in some quarter is valid on its first day, may have expired after, and has once it is over', () => {
  const quarter = { obtained: '2020-T1', followUp: DONE };
  expect(on('2022-12-31', quarter)).toBe('valid');
  expect(on('2023-01-01', quarter)).toBe('valid');
  expect(on('2023-01-02', quarter)).toBe('valid or expired');
  expect(on('2023-03-31', quarter)).toBe('valid or expired');
  expect(on('2023-04-01', quarter)).toBe('expired');
});

test('the end that a label bears counts rather than its age', () => {
  expect(on('2022-06-30', { end: '2022-06-30', followUp: DONE })).toBe('valid');
  expect(on('2022-07-01', { end: '2022-06-30', followUp: DONE })).toBe('expired');
});

test('validity and delay before the follow-up audit are settings', () => {
  expect(on('2022-01-21', { followUp: DONE }, { validity: 2 })).toBe('expired');
  expect(on('2022-01-20', { followUp: DONE }, { validity: 2 })).toBe('valid');
  expect(on('2021-01-20', {}, { followUpDelay: 12 })).toBe('follow-up-due');
  expect(on('2021-01-19', {}, { followUpDelay: 12 })).toBe('valid');
});

test('the follow-up audit is due eighteen months after the label, and late on the next day', () => {
  expect(on('2021-07-19')).toBe('valid');
  expect(stateOf(labelOf(), '2021-07-20')).toMatchObject({
    state: 'follow-up-due',
    followUp: { from: '2021-07-20', to: '2021-07-20', isOverdue: false },
  });
  expect(stateOf(labelOf(), '2021-07-21').followUp?.isOverdue).toBe(true);
});

test('a late follow-up audit stays due until the label runs out', () => {
  expect(on('2023-01-20')).toBe('follow-up-due');
  expect(on('2023-01-21')).toBe('expired');
  expect(stateOf(labelOf(), '2023-01-21').followUp).toBeUndefined();
});

test('a planned period takes the place of the delay, with its reason', () => {
  const followUp = {
    planned: { period: '2021-T4', reason: 'Date retenue par la politique' },
    done: undefined,
  };
  const label = labelOf({ obtained: '2020-T1', followUp });
  expect(stateOf(label, '2021-09-30').state).toBe('valid');
  expect(stateOf(label, '2021-10-01')).toMatchObject({
    state: 'follow-up-due',
    followUp: {
      from: '2021-10-01',
      to: '2021-12-31',
      isOverdue: false,
      reason: 'Date retenue par la politique',
    },
  });
  expect(stateOf(label, '2021-12-31').followUp?.isOverdue).toBe(false);
  expect(stateOf(label, '2022-01-01').followUp?.isOverdue).toBe(true);
});

test.each([
  ['2020-T1', '2021-07-01', '2021-09-30'],
  ['2020-S1', '2021-07-01', '2021-12-31'],
  ['2020', '2021-07-01', '2022-06-30'],
  ['2019-08', '2021-02-01', '2021-02-28'],
  ['2020-08', '2022-02-01', '2022-02-28'],
  ['2021-02', '2022-08-01', '2022-08-31'],
  ['2021-02-28', '2022-08-28', '2022-08-28'],
])('a label of %s is followed up from %s to %s', (obtained, from, to) => {
  expect(followUpOf({ obtained, followUp: undefined }, 18)).toEqual({ from, to });
});

test('once the follow-up audit is done, the label is valid again; before that day, it was due', () => {
  const followUp = { planned: undefined, done: '2021-11-16' };
  expect(on('2021-11-15', { followUp })).toBe('follow-up-due');
  expect(on('2021-11-16', { followUp })).toBe('valid');
  expect(on('2021-11-17', { followUp })).toBe('valid');
});

test('within the month in which the follow-up audit was done, it may still be due', () => {
  const followUp = { planned: undefined, done: '2021-11' };
  expect(on('2021-10-31', { followUp })).toBe('follow-up-due');
  expect(on('2021-11-01', { followUp })).toBe('valid or follow-up-due');
  expect(stateOf(labelOf({ followUp }), '2021-11-01').followUp).toEqual({
    from: '2021-07-20',
    to: '2021-07-20',
    isOverdue: true,
  });
  expect(on('2021-11-30', { followUp })).toBe('valid');
});

test('a follow-up audit done before its time leaves nothing due', () => {
  expect(on('2021-07-20', { followUp: { planned: undefined, done: '2021-06-01' } })).toBe('valid');
});

test('a label is suspended from the first to the last day of its suspension', () => {
  const days = ['2021-02-28', '2021-03-01', '2021-05-31', '2021-06-01'];
  expect(days.map((day) => on(day, { suspended: SUSPENDED }))).toEqual([
    'valid',
    'suspended',
    'suspended',
    'valid',
  ]);
});

test('a suspension without end lasts until the label runs out', () => {
  const suspended = { ...SUSPENDED, until: undefined };
  expect(on('2023-01-20', { suspended })).toBe('suspended');
  expect(on('2023-01-21', { suspended })).toBe('expired');
});

test('a suspension known to the year may run or not during that year', () => {
  const suspended = { ...SUSPENDED, from: '2021', until: undefined };
  expect(on('2020-12-31', { suspended })).toBe('valid');
  expect(on('2021-01-01', { suspended })).toBe('valid or suspended');
  expect(on('2021-12-30', { suspended, followUp: DONE })).toBe('valid or suspended');
  expect(on('2021-12-31', { suspended })).toBe('suspended');
});

test('a suspension that ends in some month runs on its first day, may have ended after, and has once it is over', () => {
  const suspended = { ...SUSPENDED, until: '2021-05' };
  expect(on('2021-05-01', { suspended })).toBe('suspended');
  expect(on('2021-05-02', { suspended })).toBe('valid or suspended');
  expect(on('2021-05-31', { suspended })).toBe('valid or suspended');
  expect(on('2021-06-01', { suspended })).toBe('valid');
});

test('a label planned for later is not suspended before it is there', () => {
  expect(on('2020-01-19', { suspended: { ...SUSPENDED, from: '2019', until: undefined } })).toBe('never');
});

test('a label says the period of its end, also once expired', () => {
  const label = labelOf({ obtained: '2020-T1' });
  expect(stateOf(label, '2020-06-01')).toEqual({
    state: 'valid',
    possible: ['valid'],
    label,
    end: '2023-T1',
  });
  expect(stateOf(label, '2024-01-01')).toMatchObject({ state: 'expired', end: '2023-T1', label });
  expect(stateOf(label, '2019-01-01')).toEqual({ state: 'never', possible: ['never'] });
});

/** The Bouches-du-Rhône, in no order. */
const history: LabelHistory = [
  labelOf({
    obtained: '2020-T1',
    certifier: 'SOCOTEC',
    followUp: { planned: { period: '2021-T4', reason: 'Politique qualité 2021' }, done: undefined },
  }),
  labelOf({ name: 'Marianne', family: 'marianne', modules: [], obtained: '2013-06' }),
  labelOf({
    name: 'Qualipref 2.0',
    family: 'qualipref',
    obtained: '2015-11',
    followUp: { planned: undefined, done: '2017-05-01' },
    suspended: { from: '2017', until: undefined, reason: { fr: 'Plan préfectures nouvelle génération' } },
  }),
  labelOf({ name: 'Marianne', family: 'marianne', modules: [], audit: '2014-12', obtained: '2015-05' }),
];

test.each([
  ['2013-05-31', 'never', undefined],
  ['2013-06-15', 'never or valid', 'Marianne'],
  ['2013-06-30', 'valid', 'Marianne'],
  ['2015-05-15', 'valid or follow-up-due', 'Marianne'],
  ['2015-06-01', 'valid', 'Marianne'],
  ['2015-11-15', 'valid', 'Marianne'],
  ['2015-11-30', 'valid', 'Qualipref 2.0'],
  ['2017-06-01', 'valid or suspended', 'Qualipref 2.0'],
  ['2018-06-01', 'suspended', 'Qualipref 2.0'],
  ['2019-06-01', 'expired', 'Qualipref 2.0'],
  ['2020-02-15', 'valid or expired', 'Qualipref 2.0'],
  ['2020-03-31', 'valid', 'Qual-e-Pref'],
  ['2021-10-01', 'follow-up-due', 'Qual-e-Pref'],
  ['2023-02-01', 'follow-up-due or expired', 'Qual-e-Pref'],
  ['2023-04-01', 'expired', 'Qual-e-Pref'],
])('on %s the labels of the Bouches-du-Rhône are %s', (today, expected, name) => {
  const { state, possible, label } = stateOf(history, today);
  expect(state === 'unknown' ? possible.join(' or ') : state).toBe(expected);
  expect(label?.name).toBe(name);
});

test('without any label, none was ever obtained', () => {
  expect(stateOf([], '2026-11-24')).toEqual({ state: 'never', possible: ['never'] });
});

test('of two labels that may both not be there yet, none may have been obtained', () => {
  const two = [labelOf({ name: 'B', obtained: '2020-T1' }), labelOf({ name: 'A', obtained: '2020-01' })];
  const { possible, label } = stateOf(two, '2020-01-15');
  expect(possible).toEqual(['never', 'valid']);
  expect(label?.name).toBe('A');
});

test('of two labels that may begin on the same day, the one that is surely there first comes first', () => {
  const two = [labelOf({ name: 'B', obtained: '2020-S1' }), labelOf({ name: 'A', obtained: '2020-T1' })];
  for (const labels of [two, two.toReversed()]) {
    expect(stateOf(labels, '2020-04-01').label?.name).toBe('A');
    expect(stateOf(labels, '2020-06-30').label?.name).toBe('B');
  }
});

test('the follow-up audit is none of the public’s', () => {
  const label = { start: '2020-T1', end: '2023-T1' };
  expect(publishedStates(label, '2021-12-01')).toEqual(['valid']);
  expect(publishedStates(label, '2023-02-01')).toEqual(['valid', 'expired']);
});

const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2019-06-01', days));
const period = fc.constantFrom('2020', '2020-S1', '2020-T2', '2020-05', '2020-05-16');

test('on any day a label has at least one state, several when it is unknown, and never comes back once expired', () => {
  fc.assert(
    fc.property(day, day, period, (one, other, obtained) => {
      const [first, then] = one < other ? [one, other] : [other, one];
      const states = [first, then].map((today) => stateOf(labelOf({ obtained }), today));
      for (const { state, possible } of states) {
        expect(possible.length === 1 ? state : 'unknown').toBe(state === 'unknown' ? 'unknown' : possible[0]);
        expect(possible.length).toBeGreaterThan(0);
        expect(possible).toEqual(labelStates.filter((each) => possible.includes(each)));
      }
      if (states[0]?.state === 'expired') expect(states[1]?.state).toBe('expired');
      if (states[1]?.state === 'never') expect(states[0]?.state).toBe('never');
    }),
  );
});

test('what is known to the day agrees with what is known to the quarter', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 90 }), (today, days) => {
      const followUp = { planned: undefined, done: '2021-06-30' };
      const exact = stateOf(labelOf({ obtained: addDays('2020-01-01', days), followUp }), today);
      const rough = stateOf(labelOf({ obtained: '2020-T1', followUp }), today);
      expect(rough.possible).toContain(exact.state);
    }),
  );
});
