import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actionsToReplace,
  correctedOrigins,
  effectivenessChecks,
  effectivenessDelay,
  gapsWithoutAction,
  openGaps,
  overdue,
  planSummary,
} from './improvement-plan.ts';
import { actionStates, gapOrigins, type Action, type ActionState, type Gap } from './improvement.ts';

const gap = (over: Partial<Gap> = {}): Gap => ({
  id: 'g-1',
  origin: 'internal-audit',
  foundOn: '2026-10-06',
  subject: 'Badge absent à l’accueil général',
  ...over,
});

const action = (state: ActionState, over: Partial<Action> = {}): Action => ({
  id: 'a-1',
  gap: 'g-1',
  kind: 'corrective',
  origin: 'internal-audit',
  what: 'Commander les badges',
  owner: 'Chef de bureau',
  dueOn: '2026-11-30',
  state,
  history: [
    { state: 'planned', dueOn: '2026-11-30', on: '2026-10-07', by: 'Responsable qualité' },
    { state, dueOn: '2026-11-30', on: '2026-11-30', by: 'Responsable qualité' },
  ],
  ...over,
});

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const uncorrected = (gaps: Gap[], actions: Action[]) =>
  gapsWithoutAction(gaps, actions, correctedOrigins.value).map(
    ({ gap: { id }, mandatory }) => `${id}${mandatory ? ' mandatory' : ''}`,
  );

test('a gap of an audit must have a corrective action, another one may wait', () => {
  const gaps = gapOrigins.map((origin) => gap({ id: origin, origin }));
  expect(uncorrected(gaps, []).filter((line) => line.endsWith('mandatory'))).toEqual([
    'external-audit mandatory',
    'internal-audit mandatory',
  ]);
  expect(uncorrected(gaps, [])).toHaveLength(gapOrigins.length);
});

test('a preventive action does not correct a gap, nor does the action of another one', () => {
  expect(uncorrected([gap()], [action('planned', { kind: 'preventive' })])).toEqual(['g-1 mandatory']);
  expect(uncorrected([gap()], [action('planned', { gap: 'g-2' })])).toEqual(['g-1 mandatory']);
  expect(uncorrected([gap()], [action('planned')])).toEqual([]);
});

test('an action given up or without effect leaves its gap without action', () => {
  const holding = actionStates.filter((state) => uncorrected([gap()], [action(state)]).length === 0);
  expect(holding).toEqual(['planned', 'in-progress', 'done', 'effective']);
  expect(uncorrected([gap()], [action('abandoned'), action('planned', { id: 'a-2' })])).toEqual([]);
});

test('gaps that must be corrected come first, then the oldest, then by id', () => {
  const gaps = [
    gap({ id: 'g-4', origin: 'survey', foundOn: '2026-01-01' }),
    gap({ id: 'g-3', foundOn: '2026-10-07' }),
    gap({ id: 'g-2' }),
    gap({ id: 'g-1' }),
  ];
  expect(uncorrected(gaps, [])).toEqual(['g-1 mandatory', 'g-2 mandatory', 'g-3 mandatory', 'g-4']);
});

test('a gap is open until a corrective action was found effective', () => {
  const closing = actionStates.filter((state) => openGaps([gap()], [action(state)]).length === 0);
  expect(closing).toEqual(['effective']);
  expect(ids(openGaps([gap()], []))).toEqual(['g-1']);
  expect(ids(openGaps([gap()], [action('effective', { kind: 'preventive' })]))).toEqual(['g-1']);
  expect(ids(openGaps([gap()], [action('effective', { gap: 'g-2' })]))).toEqual(['g-1']);
});

test('a gap with one effective action stays open while another runs, awaits its check or is to be replaced', () => {
  const withOther = (state: ActionState) =>
    openGaps([gap()], [action('effective'), action(state, { id: 'a-2' })]).length;
  expect(actionStates.filter((state) => withOther(state) === 1)).toEqual([
    'planned',
    'in-progress',
    'done',
    'ineffective',
  ]);
});

test('an action without effect no longer keeps its gap open once its successor is effective', () => {
  const actions = [action('ineffective'), action('effective', { id: 'a-2', follows: 'a-1' })];
  expect(openGaps([gap()], actions)).toEqual([]);
});

test('open gaps come the oldest first, then by id', () => {
  const gaps = [gap({ id: 'g-3', foundOn: '2026-10-07' }), gap({ id: 'g-2' }), gap({ id: 'g-1' })];
  expect(ids(openGaps(gaps, []))).toEqual(['g-1', 'g-2', 'g-3']);
});

test('an action is overdue the day after its due date, not on it', () => {
  expect(overdue([action('planned')], '2026-11-30')).toEqual([]);
  expect(ids(overdue([action('planned')], '2026-12-01'))).toEqual(['a-1']);
});

test('only what still has to be done is overdue', () => {
  const late = actionStates.filter((state) => overdue([action(state)], '2027-01-01').length === 1);
  expect(late).toEqual(['planned', 'in-progress']);
});

test('overdue actions come the longest overdue first, then by id', () => {
  const actions = [
    action('planned', { id: 'a-3', dueOn: '2026-12-01' }),
    action('planned', { id: 'a-2' }),
    action('in-progress', { id: 'a-1' }),
  ];
  expect(ids(overdue(actions, '2027-01-01'))).toEqual(['a-1', 'a-2', 'a-3']);
});

test('the effect of an action is checked a quarter after it was done, on the last day of a shorter month', () => {
  expect(effectivenessDelay.value).toBe(3);
  const done = action('done');
  expect(effectivenessChecks([done], effectivenessDelay.value)).toEqual([{ action: done, on: '2027-02-28' }]);
  expect(effectivenessChecks([done], 1)[0]?.on).toBe('2026-12-30');
});

test('only an action that is done awaits its check', () => {
  const awaited = actionStates.filter((state) => effectivenessChecks([action(state)], 3).length === 1);
  expect(awaited).toEqual(['done']);
  expect(effectivenessChecks([action('done', { history: [] })], 3)).toEqual([]);
});

test('checks come the earliest first, then by id', () => {
  const doneOn = (id: string, on: string) =>
    action('done', { id, history: [{ state: 'done', dueOn: on, on, by: 'Pilote' }] });
  const checks = effectivenessChecks(
    [doneOn('a-3', '2026-12-02'), doneOn('a-2', '2026-12-01'), doneOn('a-1', '2026-12-01')],
    3,
  );
  expect(checks.map(({ action: { id } }) => id)).toEqual(['a-1', 'a-2', 'a-3']);
});

test('an action without effect calls for another one, not given up itself', () => {
  const failed = action('ineffective');
  const then = (state: ActionState, follows = 'a-1') =>
    ids(actionsToReplace([failed, action(state, { id: 'a-2', follows })]));
  expect(ids(actionsToReplace([failed]))).toEqual(['a-1']);
  expect(then('planned')).toEqual([]);
  expect(then('abandoned')).toEqual(['a-1']);
  expect(then('planned', 'a-9')).toEqual(['a-1']);
  expect(then('ineffective')).toEqual(['a-2']);
  expect(actionsToReplace(actionStates.filter((s) => s !== 'ineffective').map((s) => action(s)))).toEqual([]);
});

test('the plan in figures counts gaps by origin, actions by state and kind, and what is late', () => {
  const gaps = [gap(), gap({ id: 'g-2' }), gap({ id: 'g-3', origin: 'survey' })];
  const actions = [
    action('effective'),
    action('planned', { id: 'a-2', gap: 'g-3' }),
    action('ineffective', { id: 'a-3', gap: 'g-9', kind: 'preventive' }),
    action('effective', { id: 'a-4', gap: 'g-8' }),
  ];
  const none = { found: 0, open: 0 };
  expect(planSummary(gaps, actions, { today: '2026-12-01', mandatory: correctedOrigins.value })).toEqual({
    gaps: {
      'website-grid': none,
      'reception-grid': none,
      'mail-control': none,
      'internal-audit': { found: 2, open: 1 },
      'external-audit': none,
      survey: { found: 1, open: 1 },
      feedback: none,
      indicator: none,
      committee: none,
    },
    states: { planned: 1, 'in-progress': 0, done: 0, effective: 2, ineffective: 1, abandoned: 0 },
    kinds: { corrective: 3, preventive: 1 },
    openGaps: 2,
    overdue: 1,
    toReplace: 1,
    withoutAction: 1,
    mandatoryWithoutAction: 1,
    effectiveness: { numerator: 2, denominator: 3 },
  });
});

test('among the gaps without action, those that must have one are counted apart', () => {
  const gaps = [gap(), gap({ id: 'g-2', origin: 'survey' })];
  const summary = (mandatory: Parameters<typeof gapsWithoutAction>[2]) =>
    planSummary(gaps, [], { today: '2026-12-01', mandatory });
  expect(summary(['internal-audit'])).toMatchObject({ withoutAction: 2, mandatoryWithoutAction: 1 });
  expect(summary([])).toMatchObject({ withoutAction: 2, mandatoryWithoutAction: 0 });
});

test('a gap without action is open, and none disappears from the count', () => {
  const plans = fc.tuple(
    fc.uniqueArray(fc.constantFrom('g-1', 'g-2', 'g-3')),
    fc.array(fc.tuple(fc.constantFrom('g-1', 'g-2', 'g-3'), fc.constantFrom(...actionStates)), {
      maxLength: 5,
    }),
  );
  fc.assert(
    fc.property(plans, ([gapIds, pairs]) => {
      const gaps = gapIds.map((id) => gap({ id }));
      const actions = pairs.map(([id, state], at) => action(state, { id: `a-${String(at)}`, gap: id }));
      const open = ids(openGaps(gaps, actions));
      for (const { gap: each } of gapsWithoutAction(gaps, actions, [])) expect(open).toContain(each.id);
      const { gaps: counts, states } = planSummary(gaps, actions, { today: '2026-12-01', mandatory: [] });
      expect(counts['internal-audit']).toEqual({ found: gaps.length, open: open.length });
      expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(actions.length);
    }),
  );
});
