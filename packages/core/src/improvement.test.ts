import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QualeprefError } from './error.ts';
import {
  actionSchema,
  actionStateLabels,
  actionStates,
  advance,
  gapOriginLabels,
  gapOrigins,
  gapSchema,
  gapSeverities,
  isUnderWay,
  planAction,
  type Action,
  type ActionChange,
  type ActionState,
  type NewAction,
} from './improvement.ts';
import { parse } from './parse.ts';

const plan = (over: Partial<NewAction> = {}): Action =>
  planAction({
    id: 'a-1',
    gap: 'website:2026-T4:ACC-01',
    kind: 'corrective',
    origin: 'website-grid',
    what: 'Publier l’adresse du site d’Istres',
    owner: 'Service de la communication',
    dueOn: '2026-12-31',
    on: '2026-11-24',
    by: 'Responsable qualité',
    ...over,
  });

/** Every way that leads an action to this state. */
const WAYS: Record<ActionState, ActionState[]> = {
  planned: [],
  'in-progress': ['in-progress'],
  done: ['in-progress', 'done'],
  effective: ['done', 'effective'],
  ineffective: ['done', 'ineffective'],
  abandoned: ['abandoned'],
};

const act = (over: Partial<ActionChange> = {}): ActionChange => ({
  on: '2026-12-01',
  by: 'Responsable qualité',
  note: 'Constaté sur place',
  ...over,
});
const actionIn = (state: ActionState): Action =>
  WAYS[state].reduce((action, to) => advance(action, act({ to })), plan());

const refusal = (from: () => unknown): string => {
  try {
    from();
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'action')
      return error.message.replaceAll('\u00A0', ' ');
    throw error;
  }
  return 'accepted';
};

test('an action is planned by somebody, on a day, for a due date', () => {
  expect(plan()).toEqual({
    id: 'a-1',
    gap: 'website:2026-T4:ACC-01',
    kind: 'corrective',
    origin: 'website-grid',
    what: 'Publier l’adresse du site d’Istres',
    owner: 'Service de la communication',
    dueOn: '2026-12-31',
    state: 'planned',
    history: [{ state: 'planned', dueOn: '2026-12-31', on: '2026-11-24', by: 'Responsable qualité' }],
  });
});

test('an action without owner or with a due date that does not exist is refused', () => {
  expect(refusal(() => plan({ owner: ' ' }))).toMatch('action a-1, owner : ');
  expect(refusal(() => plan({ dueOn: '2026-02-30' }))).toMatch('action a-1, dueOn : ');
});

test.each<[ActionState, ActionState[]]>([
  ['planned', ['in-progress', 'done', 'abandoned']],
  ['in-progress', ['done', 'abandoned']],
  ['done', ['effective', 'ineffective']],
  ['effective', []],
  ['ineffective', []],
  ['abandoned', []],
])('from « %s » an action goes to %j and nowhere else', (from, next) => {
  const action = actionIn(from);
  expect(action.state).toBe(from);
  expect(actionStates.filter((to) => refusal(() => advance(action, act({ to }))) === 'accepted')).toEqual(
    next,
  );
});

test('a step that cannot follow is refused, and those that can are named', () => {
  expect(refusal(() => advance(actionIn('done'), act({ to: 'planned' })))).toBe(
    'action a-1, history.3.state : « planned » n’est pas un état qui peut suivre « done ». Attendu : effective, ineffective.',
  );
  expect(refusal(() => advance(actionIn('effective'), act({ to: 'done' })))).toBe(
    'action a-1, history.3.state : « done » n’est pas un état qui peut suivre « effective ». Attendu : aucun, cet état est définitif.',
  );
});

test('moving an action adds a step with its author, day and note', () => {
  const before = plan();
  const after = advance(before, { to: 'in-progress', on: '2026-11-26', by: 'Pilote' });
  expect(after.state).toBe('in-progress');
  expect(after.history).toEqual([
    ...before.history,
    { state: 'in-progress', dueOn: '2026-12-31', on: '2026-11-26', by: 'Pilote' },
  ]);
  expect(advance(after, act({ to: 'done' })).history.at(-1)).toEqual({
    state: 'done',
    dueOn: '2026-12-31',
    on: '2026-12-01',
    by: 'Responsable qualité',
    note: 'Constaté sur place',
  });
});

test('giving up, and the check of effectiveness, are explained', () => {
  const bare = { on: '2026-12-01', by: 'Responsable qualité' };
  const from = (state: ActionState, to: ActionState) =>
    refusal(() => advance(actionIn(state), { ...bare, to }));
  expect(from('planned', 'abandoned')).toBe(
    'action a-1, history.1.note : « note » est vide. Attendu : la raison du report ou de l’abandon, ou ce qui montre que l’action a eu de l’effet ou n’en a pas eu.',
  );
  expect(from('done', 'effective')).toMatch('history.3.note : « note » est vide.');
  expect(from('done', 'ineffective')).toMatch('history.3.note : « note » est vide.');
  expect(from('planned', 'in-progress')).toBe('accepted');
  expect(from('planned', 'done')).toBe('accepted');
});

test('a note of spaces explains nothing', () => {
  expect(refusal(() => advance(plan(), act({ to: 'abandoned', note: '  ' })))).toMatch('history.1.note');
});

test('a step is never earlier than the one before, the same day is fine', () => {
  expect(refusal(() => advance(plan(), act({ to: 'done', on: '2026-11-24' })))).toBe('accepted');
  expect(refusal(() => advance(plan(), act({ to: 'done', on: '2026-11-23' })))).toBe(
    'action a-1, history.1.on : « 2026-11-23 » n’est pas une date possible. Attendu : au plus tôt celle de l’étape d’avant, 2026-11-24.',
  );
});

test('a due date is put off with a reason, and the first one stays in the history', () => {
  const later = advance(plan(), act({ dueOn: '2027-01-31', note: 'Travaux en retard' }));
  expect(later).toMatchObject({ state: 'planned', dueOn: '2027-01-31' });
  expect(later.history.map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-01-31']);
  expect(refusal(() => advance(plan(), { dueOn: '2027-01-31', on: '2026-12-01', by: 'Pilote' }))).toMatch(
    'history.1.note',
  );
});

test('a due date can change as the action begins, with a reason too', () => {
  const change = { to: 'in-progress', dueOn: '2027-01-31', on: '2026-12-01', by: 'Pilote' } as const;
  expect(refusal(() => advance(plan(), change))).toMatch('history.1.note');
  expect(advance(plan(), { ...change, note: 'Devis attendu' })).toMatchObject({
    state: 'in-progress',
    dueOn: '2027-01-31',
  });
});

test('the due date of an action that is done or given up no longer changes', () => {
  expect(refusal(() => advance(plan(), act({ to: 'done', dueOn: '2027-01-31' })))).toBe(
    'action a-1, history.1.dueOn : « 2027-01-31 » n’est pas l’échéance d’une action finie, qui ne change plus. Attendu : 2026-12-31.',
  );
  expect(refusal(() => advance(actionIn('done'), act({ dueOn: '2027-01-31' })))).toMatch('history.3.dueOn');
  expect(refusal(() => advance(plan(), act({ to: 'abandoned', dueOn: '2027-01-31' })))).toMatch(
    'history.1.dueOn',
  );
});

test('a step that changes nothing is refused', () => {
  expect(refusal(() => advance(plan(), act()))).toMatch(
    '« planned » n’est pas un état qui peut suivre « planned »',
  );
});

test('an action is under way until it is done or given up', () => {
  expect(actionStates.filter((state) => isUnderWay({ state }))).toEqual(['planned', 'in-progress']);
});

const places = (value: unknown): string[] => {
  const result = parse(actionSchema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};

test('an action read from a file agrees with the last step of its history', () => {
  expect(places(actionIn('effective'))).toEqual([]);
  expect(places({ ...actionIn('done'), state: 'effective' })).toEqual(['state']);
  expect(places({ ...plan(), dueOn: '2027-01-31' })).toEqual(['dueOn']);
  const told = parse(actionSchema, { ...plan(), dueOn: '2027-01-31', state: 'done' });
  expect('issues' in told && told.issues.map(({ message }) => message.replaceAll('\u00A0', ' '))).toEqual([
    '« done » n’est pas l’état de la dernière étape. Attendu : planned.',
    '« 2027-01-31 » n’est pas l’échéance de la dernière étape. Attendu : 2026-12-31.',
  ]);
});

test('a history that is empty, begins half-way or lacks a step is refused', () => {
  const done = actionIn('done');
  expect(places({ ...plan(), history: [] })).toEqual(['history']);
  expect(places({ ...done, history: done.history.slice(1) })).toEqual(['history.0.state']);
  const effective = actionIn('effective');
  expect(places({ ...effective, history: effective.history.toSpliced(1, 1) })).toEqual(['history.1.state']);
  const told = parse(actionSchema, { ...done, history: done.history.slice(1) });
  expect('issues' in told && told.issues[0]?.message.replaceAll('\u00A0', ' ')).toBe(
    '« in-progress » n’est pas le premier état. Attendu : planned.',
  );
});

test('every fault of a history is told at once', () => {
  const history = actionIn('effective').history.map(({ note, ...step }, at) => ({
    ...step,
    on: at === 1 ? '2026-01-01' : step.on,
  }));
  expect(places({ ...actionIn('effective'), history })).toEqual(['history.1.on', 'history.2.note']);
});

test('whatever is asked of it, an action never loses a step and never goes back', () => {
  const rank = (state: ActionState) => [0, 1, 2, 3, 3, 3][actionStates.indexOf(state)] ?? -1;
  const change = fc.record({
    to: fc.constantFrom(...actionStates),
    dueOn: fc.constantFrom('2026-12-31', '2027-01-31'),
    on: fc.constantFrom('2026-11-20', '2026-12-01', '2026-12-02'),
    by: fc.constant('Pilote'),
    note: fc.constantFrom('Vu sur place', ''),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      changes.reduce((action, each) => {
        const before = JSON.parse(JSON.stringify(action)) as Action;
        let next = action;
        try {
          next = advance(action, each);
        } catch (error) {
          expect(error).toBeInstanceOf(QualeprefError);
        }
        expect(action).toEqual(before);
        expect(next.history.slice(0, action.history.length)).toEqual(action.history);
        expect(rank(next.state)).toBeGreaterThanOrEqual(rank(action.state));
        expect(places(next)).toEqual([]);
        return next;
      }, plan());
    }),
  );
});

const gap = { id: 'audit:2026:3', origin: 'internal-audit', foundOn: '2026-10-06', subject: 'Badge absent' };

test('a gap has an origin, a day and a subject; site, service, reference and severity where known', () => {
  const refused = (value: unknown): string[] => {
    const result = parse(gapSchema, value);
    return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
  };
  expect(refused(gap)).toEqual([]);
  expect(
    refused({ ...gap, reference: 'III.2', site: 'aix', service: 'accueil', severity: 'majeur' }),
  ).toEqual([]);
  expect(refused({ ...gap, origin: 'rumeur', foundOn: '2026-13-01', subject: '', site: 'Aix' })).toEqual([
    'origin',
    'foundOn',
    'subject',
    'site',
  ]);
  expect(refused({ ...gap, id: 'écart 3' })).toEqual(['id']);
});

test('every origin and every state has its French name', () => {
  expect(Object.keys(gapOriginLabels)).toEqual([...gapOrigins]);
  expect(Object.keys(actionStateLabels)).toEqual([...actionStates]);
  for (const label of [...Object.values(gapOriginLabels), ...Object.values(actionStateLabels)])
    expect(label).toMatch(/^[\p{Ll}\d ’-]+$/u);
});

test('the classes of gaps are a list that can be written in a gap', () => {
  expect(gapSeverities.value.map(({ id }) => id)).toEqual(['majeur', 'mineur', 'point-sensible']);
  for (const { id, label } of gapSeverities.value) {
    expect('value' in parse(gapSchema, { ...gap, severity: id })).toBe(true);
    expect(label).not.toBe('');
  }
});
