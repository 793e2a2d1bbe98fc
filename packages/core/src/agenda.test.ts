import { expect, test } from 'vitest';
import {
  agenda,
  agendaStates,
  doneSchema,
  excuseSchema,
  type AgendaContext,
  type Done,
  type Excuse,
} from './agenda.ts';
import { QualeprefError } from './error.ts';
import { parse } from './parse.ts';
import { obligations, type Obligation } from './rhythm.ts';

const obligationOf = (over: Partial<Obligation> = {}): Obligation => ({
  id: 'grille',
  label: 'Grille',
  rhythm: 'quarter',
  minimum: 1,
  role: 'quality-manager',
  content: 'Points de la grille',
  sharedWith: [],
  evidence: 'grille',
  provenance: [{ origin: 'S', source: 'Politique qualité 2021' }],
  due: { opens: 'during', within: 30, provenance: { origin: 'X', source: 'Proposition' } },
  ...over,
});
const AFTER = { due: { ...obligationOf().due, opens: 'after' as const } };

const doneOf = (over: Partial<Done> = {}): Done => ({
  obligation: 'grille',
  turn: '2026-T4',
  on: '2026-12-10',
  evidence: [],
  shared: [],
  ...over,
});

/** The entry of the fourth quarter of 2026. */
const entryOn = (
  today: string,
  {
    obligation = {},
    done = [],
    ...context
  }: {
    readonly obligation?: Partial<Obligation>;
    readonly done?: readonly Done[];
  } & Partial<AgendaContext> = {},
) => {
  const entries = agenda([obligationOf(obligation)], done, {
    today,
    from: '2026-01-01',
    to: '2026-12-31',
    ...context,
  });
  const entry = entries.find(({ turn }) => turn.id === '2026-T4');
  if (!entry) throw new Error('no entry');
  return entry;
};
const stateOn = (...args: Parameters<typeof entryOn>) => entryOn(...args).state;

test('what is done during its period is to come before it, due until its delay is over, then late', () => {
  const days = ['2026-09-30', '2026-10-01', '2027-01-30', '2027-01-31'];
  expect(days.map((day) => stateOn(day))).toEqual(['upcoming', 'due', 'due', 'late']);
  expect(entryOn('2026-11-24')).toMatchObject({ from: '2026-10-01', dueOn: '2027-01-30' });
});

test('what is done after its period is to come until it ends', () => {
  const days = ['2026-12-31', '2027-01-01', '2027-01-30', '2027-01-31'];
  expect(days.map((day) => stateOn(day, { obligation: AFTER }))).toEqual(['upcoming', 'due', 'due', 'late']);
  expect(entryOn('2026-11-24', { obligation: AFTER }).from).toBe('2027-01-01');
});

test('what has to be done is late as long as it is not done', () => {
  expect(entryOn('2027-01-30').isLate).toBe(false);
  expect(entryOn('2027-01-31').isLate).toBe(true);
  expect(entryOn('2026-11-24')).toMatchObject({ missing: 1, sites: [], evidence: [], toShare: [] });
  expect(entryOn('2026-11-24')).not.toHaveProperty('doneOn');
});

test('a thing is done from its day on, and not before', () => {
  const done = [doneOf()];
  expect(stateOn('2026-12-09', { done })).toBe('due');
  expect(entryOn('2026-12-10', { done })).toMatchObject({
    state: 'done',
    doneOn: '2026-12-10',
    missing: 0,
    isLate: false,
  });
});

test('a thing done on its last day is in time, on the next it is done and late', () => {
  expect(entryOn('2027-03-01', { done: [doneOf({ on: '2027-01-30' })] })).toMatchObject({
    state: 'done',
    isLate: false,
  });
  expect(entryOn('2027-03-01', { done: [doneOf({ on: '2027-01-31' })] })).toMatchObject({
    state: 'done',
    isLate: true,
  });
});

test('a thing counts for its own turn and its own obligation', () => {
  expect(stateOn('2026-12-10', { done: [doneOf({ turn: '2026-T3' })] })).toBe('due');
  const others = agenda([obligationOf(), obligationOf({ id: 'controle' })], [doneOf()], {
    today: '2026-12-10',
    from: '2027-01-01',
  });
  expect(others.map(({ obligation, turn, state }) => [obligation.id, turn.id, state])).toEqual([
    ['grille', '2026-T4', 'done'],
    ['controle', '2026-T4', 'due'],
  ]);
});

test('what must be done twice is done the second time', () => {
  const obligation = { minimum: 2 };
  const done = [doneOf({ on: '2026-12-10' }), doneOf({ on: '2026-10-06' })];
  expect(entryOn('2026-12-09', { obligation, done })).toMatchObject({ state: 'due', missing: 1 });
  expect(entryOn('2026-12-10', { obligation, done })).toMatchObject({
    state: 'done',
    missing: 0,
    doneOn: '2026-12-10',
  });
  expect(entryOn('2026-12-31', { obligation: { minimum: 1 }, done }).doneOn).toBe('2026-10-06');
  expect(entryOn('2026-12-31', { obligation: { minimum: 3 } }).missing).toBe(3);
});

test('what is done site by site is done once it is on each of them', () => {
  const obligation = { perSite: true };
  const sites = ['aix', 'arles', 'istres'];
  const done = [
    doneOf({ site: 'arles', on: '2026-12-20' }),
    doneOf({ site: 'aix' }),
    doneOf({ site: 'aix' }),
  ];
  expect(entryOn('2026-12-31', { obligation, done, sites })).toMatchObject({
    state: 'due',
    missing: 1,
    sites: ['istres'],
  });
  const all = [...done, doneOf({ site: 'istres', on: '2026-12-15' })];
  expect(entryOn('2026-12-31', { obligation, done: all, sites })).toMatchObject({
    state: 'done',
    sites: [],
    doneOn: '2026-12-20',
  });
  expect(entryOn('2026-12-31', { obligation: { ...obligation, minimum: 2 }, done, sites })).toMatchObject({
    missing: 3,
    sites: ['arles', 'istres'],
  });
});

test('sites do not matter to what is done once for all, nor when they are not known', () => {
  const done = [doneOf({ site: 'aix' })];
  expect(stateOn('2026-12-31', { done, sites: ['aix', 'arles'] })).toBe('done');
  expect(stateOn('2026-12-31', { done, obligation: { perSite: true } })).toBe('done');
  expect(entryOn('2026-12-31', { obligation: { perSite: true } })).toMatchObject({ missing: 1, sites: [] });
});

const excuse: Excuse = {
  obligation: 'grille',
  turn: '2026-T4',
  reason: 'Site fermé',
  evidence: [{ label: 'Courriel aux membres', address: 'https://intranet.exemple.fr/1' }],
};

test('what is excused is never late, and says why and what was done instead', () => {
  expect(entryOn('2027-06-01', { excuses: [excuse] })).toMatchObject({
    state: 'excused',
    isLate: false,
    reason: 'Site fermé',
    missing: 1,
    evidence: excuse.evidence,
  });
  expect(stateOn('2026-09-01', { excuses: [excuse] })).toBe('excused');
});

test('what was done after all is no longer excused', () => {
  const entry = entryOn('2027-06-01', { excuses: [excuse], done: [doneOf({ on: '2027-02-01' })] });
  expect(entry).toMatchObject({ state: 'done', isLate: true, evidence: [] });
  expect(entry).not.toHaveProperty('reason');
});

test('an excuse is good for its own obligation, its turn, and the turns inside a longer period', () => {
  const excused = (over: Partial<Excuse>) => stateOn('2026-12-31', { excuses: [{ ...excuse, ...over }] });
  expect(
    ['2026', '2026-S2', '2026-T4', '2026-S1', '2026-12', '2025', 'été'].map((turn) => excused({ turn })),
  ).toEqual([...['excused', 'excused', 'excused'], ...['due', 'due', 'due', 'due']]);
  const two = agenda([obligationOf(), obligationOf({ id: 'controle' })], [], {
    today: '2026-12-31',
    from: '2026-12-31',
    excuses: [excuse],
  });
  expect(two.map(({ turn, state }) => [turn.id, state])).toEqual([
    ['2026-T4', 'excused'],
    ['2026-T4', 'due'],
  ]);
});

test('an excuse may show nothing of what was done instead', () => {
  const bare = { obligation: 'grille', turn: '2026-T4', reason: 'Site fermé' };
  expect(entryOn('2026-12-31', { excuses: [bare] })).toMatchObject({ state: 'excused', evidence: [] });
});

test('a longer period excuses the first of its turns as well as the last', () => {
  const entries = agenda([obligationOf()], [], {
    today: '2026-12-31',
    from: '2026-06-30',
    excuses: [{ ...excuse, turn: '2026-S2' }],
  });
  expect(entries.map(({ turn, state }) => [turn.id, state])).toEqual([
    ['2026-T2', 'late'],
    ['2026-T3', 'excused'],
    ['2026-T4', 'excused'],
  ]);
});

test('a week is excused by its Monday, an audit by the name of its turn', () => {
  const weekly = obligationOf({ rhythm: 'week', due: { ...obligationOf().due, within: 0 } });
  const context = { today: '2026-11-24', from: '2026-11-24' };
  expect(agenda([weekly], [], { ...context, excuses: [{ ...excuse, turn: '2026-11-23' }] })[0]?.state).toBe(
    'excused',
  );
  const audits = [{ id: 'suivi', label: 'suivi', start: '2026-10-01', end: '2026-12-31' }];
  const late = { ...context, audits, excuses: [{ ...excuse, turn: 'suivi' }] };
  expect(agenda([obligationOf({ rhythm: 'label' })], [], late)[0]?.state).toBe('excused');
});

test('a month without indicators excuses its weeks, save the one that goes over its end', () => {
  const weekly = obligationOf({ rhythm: 'week', due: { ...obligationOf().due, within: 0 } });
  const entries = agenda([weekly], [], {
    today: '2026-12-31',
    from: '2026-11-16',
    to: '2026-11-30',
    excuses: [{ ...excuse, turn: '2026-11' }],
  });
  expect(entries.map(({ turn, state }) => [turn.id, state])).toEqual([
    ['2026-11-16', 'excused'],
    ['2026-11-23', 'excused'],
    ['2026-11-30', 'late'],
  ]);
});

test('evidence is listed in the order of the days, whatever the order it is given in', () => {
  const done = [
    doneOf({ on: '2026-12-10', evidence: [{ label: 'b' }, { label: 'c' }] }),
    doneOf({ on: '2026-10-06', evidence: [{ label: 'a' }] }),
    doneOf({ on: '2026-12-20', evidence: [{ label: 'd' }] }),
  ];
  const labels = entryOn('2026-12-31', { done }).evidence.map(({ label }) => label);
  expect(labels).toEqual(['a', 'b', 'c', 'd']);
});

test('each thing done is handed on to everyone it must be', () => {
  const obligation = { sharedWith: ['intranet', 'website'] as Obligation['sharedWith'] };
  expect(entryOn('2026-12-31', { obligation }).toShare).toEqual([]);
  expect(entryOn('2026-12-31', { obligation, done: [doneOf()] }).toShare).toEqual(['intranet', 'website']);
  const done = [doneOf({ shared: ['website', 'intranet'] }), doneOf({ shared: ['intranet'] })];
  expect(entryOn('2026-12-31', { obligation, done }).toShare).toEqual(['website']);
  expect(entryOn('2026-12-31', { obligation, done: done.slice(0, 1) }).toShare).toEqual([]);
});

test('the agenda begins with what is still due on its first day, and ends with what opens by its last', () => {
  const ids = (from: string, to: string) =>
    agenda([obligationOf()], [], { today: '2026-11-24', from, to }).map(({ turn }) => turn.id);
  expect(ids('2026-10-30', '2026-11-24')).toEqual(['2026-T3', '2026-T4']);
  expect(ids('2026-10-31', '2026-11-24')).toEqual(['2026-T4']);
  expect(ids('2026-10-31', '2026-12-31')).toEqual(['2026-T4']);
  expect(ids('2026-10-31', '2027-01-01')).toEqual(['2026-T4', '2027-T1']);
});

test('without a last day, the agenda ends today', () => {
  const entries = agenda([obligationOf({ rhythm: 'month' })], [], {
    today: '2026-11-24',
    from: '2026-11-24',
  });
  expect(entries.map(({ turn, state }) => [turn.id, state])).toEqual([
    ['2026-10', 'due'],
    ['2026-11', 'due'],
  ]);
});

test('entries come by the day they are due, and those of the same day in the order of the list', () => {
  const entries = agenda(
    [
      obligationOf({ id: 'an', rhythm: 'year' }),
      obligationOf({ id: 'mois', rhythm: 'month' }),
      obligationOf(),
    ],
    [],
    { today: '2026-12-31', from: '2026-12-31' },
  );
  expect(entries.map(({ obligation, turn }) => `${obligation.id} ${turn.id}`)).toEqual([
    'an 2026',
    'mois 2026-12',
    'grille 2026-T4',
  ]);
  const months = agenda(
    [obligationOf({ id: 'an', rhythm: 'year' }), obligationOf({ id: 'mois', rhythm: 'month' })],
    [],
    { today: '2026-12-31', from: '2026-11-30' },
  );
  expect(months.map(({ turn }) => turn.id)).toEqual(['2026-10', '2026-11', '2026', '2026-12']);
});

test('what follows the label has the turns it is given', () => {
  const audits = [
    { id: 'suivi', label: 'suivi', start: '2021-10-01', end: '2021-12-31' },
    { id: 'renouvellement', label: 'renouvellement', start: '2022-07-01', end: '2023-01-01' },
  ];
  const audit = obligationOf({ id: 'audit', rhythm: 'label', due: { ...obligationOf().due, within: 0 } });
  const ids = (from: string, to: string) =>
    agenda([audit], [], { today: '2021-11-01', from, to, audits }).map(
      ({ turn, state }) => `${turn.id} ${state}`,
    );
  expect(ids('2021-12-31', '2022-06-30')).toEqual(['suivi due']);
  expect(ids('2022-01-01', '2022-07-01')).toEqual(['renouvellement upcoming']);
  expect(agenda([audit], [], { today: '2021-11-01', from: '2021-01-01' })).toEqual([]);
  const done = [doneOf({ obligation: 'audit', turn: 'suivi', on: '2021-11-01' })];
  expect(agenda([audit], done, { today: '2021-11-01', from: '2021-01-01', audits })[0]?.state).toBe('done');
});

const failure = (from: () => unknown): string => {
  try {
    from();
  } catch (error) {
    if (error instanceof QualeprefError) return `${error.code}: ${error.message}`.replaceAll('\u00A0', ' ');
    throw error;
  }
  return 'accepted';
};

test('what is done or excused for an obligation that is not in the list is a mistake of the program', () => {
  const context = { today: '2026-11-24', from: '2026-11-24' };
  const list = [obligationOf(), obligationOf({ id: 'copil', rhythm: 'year' })];
  expect(failure(() => agenda(list, [doneOf({ obligation: 'clu' })], context))).toBe(
    'agenda-obligation: « clu » n’est pas une obligation de la liste. Attendu : grille, copil.',
  );
  expect(
    failure(() => agenda(list, [], { ...context, excuses: [{ ...excuse, obligation: 'clu' }] })),
  ).toMatch('agenda-obligation: « clu »');
  expect(failure(() => agenda(list, [doneOf({ obligation: 'copil', turn: '2026' })], context))).toBe(
    'accepted',
  );
});

test.each([
  ['week', '2026-11-24', 'le lundi d’une semaine, par exemple 2026-11-23'],
  ['month', '2026-T4', 'un mois, par exemple 2026-11'],
  ['quarter', '2026', 'un trimestre, par exemple 2026-T4'],
  ['semester', '2026', 'un semestre, par exemple 2026-S2'],
  ['year', '2026-T4', 'une année, par exemple 2026'],
] as const)('what is done by %s cannot count for %s', (rhythm, turn, expected) => {
  const context = { today: '2026-11-24', from: '2026-11-24' };
  expect(failure(() => agenda([obligationOf({ rhythm })], [doneOf({ turn })], context))).toBe(
    `agenda-turn: Obligation « grille » : « ${turn} » n’est pas une de ses échéances. Attendu : ${expected}.`,
  );
});

test('on 24 November 2026, a programme that does nothing has this to do', () => {
  const entries = agenda(obligations, [], {
    today: '2026-11-24',
    from: '2026-11-24',
    sites: ['aix', 'arles'],
  });
  expect(
    entries.map(({ obligation, turn, state, dueOn }) => [dueOn, obligation.id, turn.id, state].join(' ')),
  ).toEqual([
    '2026-11-29 mot-hebdomadaire 2026-11-23 due',
    '2026-12-15 indicateurs 2026-11 upcoming',
    '2026-12-31 flash-info 2026-T4 due',
    '2026-12-31 copil 2026 due',
    '2026-12-31 enquete 2026 due',
    '2026-12-31 clu 2026 due',
    '2026-12-31 audit-interne 2026 due',
    '2027-01-30 grille-site 2026-T4 due',
    '2027-01-30 controle-ecrits 2026-T4 due',
    '2027-01-30 grille-accueil 2026-S2 due',
    '2027-03-31 bilan 2026 upcoming',
  ]);
  expect(new Set(entries.map(({ state }) => agendaStates.includes(state)))).toEqual(new Set([true]));
});

test('what was done and what was excused can be kept in a file', () => {
  const done = doneOf({
    site: 'aix',
    evidence: [{ label: 'Grille', address: 'T:\\qualite\\grille.pdf' }],
    shared: ['intranet'],
  });
  expect(parse(doneSchema, JSON.parse(JSON.stringify(done)))).toEqual({ value: done });
  expect(parse(excuseSchema, JSON.parse(JSON.stringify(excuse)))).toEqual({ value: excuse });
  expect('issues' in parse(doneSchema, { ...done, on: '2026-02-30' })).toBe(true);
  expect('issues' in parse(doneSchema, { ...done, shared: ['presse'] })).toBe(true);
  expect('issues' in parse(excuseSchema, { ...excuse, reason: '' })).toBe(true);
});
