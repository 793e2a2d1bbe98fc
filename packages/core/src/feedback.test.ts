import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QualeprefError } from './error.ts';
import {
  feedbackKindLabels,
  feedbackKinds,
  feedbackStateLabels,
  feedbackStates,
  nextFeedbackStates,
  type FeedbackKind,
  type FeedbackState,
} from './feedback-state.ts';
import {
  answerDay,
  feedbackSchema,
  feedbackThemes,
  forwardTo,
  moveFeedback,
  requalify,
  type Feedback,
  type FeedbackChange,
  type NewFeedback,
} from './feedback.ts';
import { parse } from './parse.ts';
import { referenceOf } from './reference.ts';
import { id } from './schema.ts';
import { exampleFeedback } from './feedback-fixture.ts';

const reference = referenceOf('AIX', '2026-11-24', () => 0.5);

const act = (over: Partial<FeedbackChange> & Pick<FeedbackChange, 'to'>): FeedbackChange => ({
  on: '2026-11-25',
  by: 'Référent qualité',
  service: 'accueil',
  note: 'Doublon',
  ...over,
});

/** A complaint goes everywhere but `forwarded`, which is for requests. */
const WAYS: Record<FeedbackState, FeedbackState[]> = {
  received: [],
  acknowledged: ['acknowledged'],
  assigned: ['acknowledged', 'assigned'],
  answered: ['assigned', 'answered'],
  forwarded: ['forwarded'],
  closed: ['answered', 'closed'],
};

const feedbackIn = (state: FeedbackState, kind: FeedbackKind = 'complaint'): Feedback =>
  WAYS[state].reduce((feedback, to) => moveFeedback(feedback, act({ to })), exampleFeedback({ kind }));

const refusal = (from: () => unknown): string => {
  try {
    from();
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'feedback')
      return error.message.replaceAll('\u00A0', ' ').replace(`fiche ${reference}, `, '');
    throw error;
  }
  return 'accepted';
};

const places = (value: unknown): string[] => {
  const result = parse(feedbackSchema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};

test('a feedback is received by somebody, on a day, as of a kind', () => {
  const { history, state, ...facts } = exampleFeedback();
  expect(state).toBe('received');
  expect(history).toEqual([{ state: 'received', kind: 'complaint', on: '2026-11-24', by: 'usager' }]);
  expect(facts).toMatchObject({ reference, site: 'aix', theme: 'attente', receivedOn: '2026-11-24' });
});

test('what is copied from the box, a letter or a call is entered after it was received, never before', () => {
  const late = exampleFeedback({ channel: 'box', enteredBy: 'agent', on: '2026-11-26', by: 'Accueil' });
  expect(late.history[0]?.on).toBe('2026-11-26');
  expect(refusal(() => exampleFeedback({ on: '2026-11-23' }))).toBe(
    'history.0.on : « 2026-11-23 » n’est pas une date possible. Attendu : au plus tôt celle de la réception, 2026-11-24.',
  );
});

test('a feedback may be anonymous, or signed without an address', () => {
  const { name, replyTo, ...anonymous } = exampleFeedback();
  expect(places(anonymous)).toEqual([]);
  expect(places({ ...anonymous, name: 'Camille Exemple' })).toEqual([]);
  expect(
    places({ ...anonymous, name: 'Camille Exemple', replyTo: { postal: '1 rue de l’Exemple' } }),
  ).toEqual([]);
});

test('a reference that nobody gave, an address that is none or an empty text is refused', () => {
  expect(refusal(() => exampleFeedback({ text: ' ' }))).toMatch('text : ');
  for (const email of [
    'camille',
    'camille@exemple',
    '@exemple.fr',
    'a b@exemple.fr',
    'a@exemple.fr.',
    'a@b@c.fr',
  ])
    expect(refusal(() => exampleFeedback({ replyTo: { email } }))).toBe(
      `replyTo.email : « ${email} » n’est pas une adresse de courriel. Attendu : un nom, @ et un domaine, par exemple accueil@exemple.fr.`,
    );
  expect(places({ ...exampleFeedback(), reference: 'AIX-2611-2222222' })).toEqual(['reference']);
});

test.each<[FeedbackState, FeedbackState[]]>([
  ['received', ['acknowledged', 'assigned', 'answered', 'closed']],
  ['acknowledged', ['assigned', 'answered', 'closed']],
  ['assigned', ['assigned', 'answered', 'closed']],
  ['answered', ['closed']],
  ['closed', []],
])('from « %s » a complaint or a suggestion goes to %j and nowhere else', (from, next) => {
  for (const kind of ['complaint', 'suggestion'] as const) {
    const feedback = feedbackIn(from, kind);
    const reached = feedbackStates.filter(
      (to) => refusal(() => moveFeedback(feedback, act({ to }))) === 'accepted',
    );
    expect(reached).toEqual(next);
    expect(nextFeedbackStates(feedback)).toEqual(next);
  }
});

test.each<[FeedbackState, FeedbackState[]]>([
  ['received', ['acknowledged', 'forwarded', 'closed']],
  ['acknowledged', ['forwarded', 'closed']],
  ['forwarded', []],
])('from « %s » a plain request goes to %j and nowhere else', (from, next) => {
  const feedback = feedbackIn(from, 'request');
  const reached = feedbackStates.filter(
    (to) => refusal(() => moveFeedback(feedback, act({ to }))) === 'accepted',
  );
  expect(reached).toEqual(next);
  expect(nextFeedbackStates(feedback)).toEqual(next);
});

test('a step that cannot follow is refused, and those that can are named', () => {
  expect(refusal(() => moveFeedback(exampleFeedback(), act({ to: 'forwarded' })))).toBe(
    'history.1.state : « forwarded » n’est pas un état qui peut suivre « received » pour une réclamation. Attendu : acknowledged, assigned, answered, closed.',
  );
  expect(refusal(() => moveFeedback(feedbackIn('closed'), act({ to: 'answered' })))).toBe(
    'history.3.state : « answered » n’est pas un état qui peut suivre « closed » pour une réclamation. Attendu : aucun, cet état est définitif.',
  );
});

test('moving a feedback adds a step, and the service that has it is the last named', () => {
  const { history } = exampleFeedback();
  const assigned = moveFeedback(exampleFeedback(), {
    to: 'assigned',
    on: '2026-11-25',
    by: 'Référent',
    service: 'accueil',
  });
  expect(assigned).toMatchObject({ state: 'assigned', service: 'accueil' });
  expect(assigned.history).toEqual([
    ...history,
    { state: 'assigned', on: '2026-11-25', by: 'Référent', service: 'accueil' },
  ]);
  const again = moveFeedback(assigned, act({ to: 'assigned', service: 'titres' }));
  expect(again.service).toBe('titres');
  const answered = moveFeedback(again, { to: 'answered', on: '2026-11-27', by: 'Bureau' });
  expect(answered).toMatchObject({ state: 'answered', service: 'titres' });
});

test('who has it must be named to assign and to forward', () => {
  const bare = { on: '2026-11-25', by: 'Référent' };
  expect(refusal(() => moveFeedback(exampleFeedback(), { ...bare, to: 'assigned' }))).toBe(
    'history.1.service : « service » est vide. Attendu : celui auquel la fiche est confiée ou transmise.',
  );
  expect(
    refusal(() => moveFeedback(exampleFeedback({ kind: 'request' }), { ...bare, to: 'forwarded' })),
  ).toMatch('history.1.service : ');
  expect(refusal(() => moveFeedback(exampleFeedback(), { ...bare, to: 'acknowledged' }))).toBe('accepted');
  expect(refusal(() => moveFeedback(exampleFeedback(), { ...bare, to: 'answered' }))).toBe('accepted');
});

test('to close what somebody waits for without an answer, the reason is said', () => {
  const close = { to: 'closed', on: '2026-11-25', by: 'Référent' } as const;
  const closing = (over: Partial<NewFeedback>) => refusal(() => moveFeedback(exampleFeedback(over), close));
  expect(closing({})).toBe(
    'history.1.note : « note » est vide. Attendu : pourquoi la fiche est close sans réponse.',
  );
  expect(closing({ kind: 'request' })).toMatch('history.1.note : ');
  expect(closing({ name: undefined })).toBe('accepted');
  expect(closing({ replyTo: undefined })).toBe('accepted');
  expect(closing({ name: undefined, kind: 'request' })).toMatch('history.1.note : ');
  expect(refusal(() => moveFeedback(feedbackIn('answered'), close))).toBe('accepted');
  expect(refusal(() => moveFeedback(exampleFeedback(), { ...close, note: 'Doublon' }))).toBe('accepted');
});

test('a step is never earlier than the one before, the same day is fine', () => {
  const answered = feedbackIn('answered');
  expect(refusal(() => moveFeedback(answered, act({ to: 'closed', on: '2026-11-25' })))).toBe('accepted');
  expect(refusal(() => moveFeedback(answered, act({ to: 'closed', on: '2026-11-24' })))).toBe(
    'history.3.on : « 2026-11-24 » n’est pas une date possible. Attendu : au plus tôt celle de l’étape d’avant, 2026-11-25.',
  );
});

test('a plain request is forwarded to its service', () => {
  const forwarded = forwardTo(exampleFeedback({ kind: 'request' }), {
    service: 'titres',
    on: '2026-11-25',
    by: 'Référent',
  });
  expect(forwarded).toMatchObject({ state: 'forwarded', service: 'titres' });
});

const change = { on: '2026-11-25', by: 'Référent', note: 'Demande un rendez-vous' };

test('what turns out to be a request is requalified with a reason, then forwarded', () => {
  const request = requalify(exampleFeedback(), { kind: 'request', ...change });
  expect(request).toMatchObject({ kind: 'request', state: 'received' });
  expect(request.history.map(({ state, kind }) => [state, kind])).toEqual([
    ['received', 'complaint'],
    ['received', 'request'],
  ]);
  expect(refusal(() => moveFeedback(request, act({ to: 'assigned' })))).toMatch('pour une demande');
  expect(moveFeedback(request, act({ to: 'forwarded' })).state).toBe('forwarded');
  const { note, ...bare } = change;
  expect(refusal(() => requalify(exampleFeedback(), { kind: 'request', ...bare }))).toBe(
    'history.1.note : « note » est vide. Attendu : pourquoi la sorte change.',
  );
});

test('a kind changes for another one, and as long as nothing has left', () => {
  expect(refusal(() => requalify(exampleFeedback(), { kind: 'complaint', ...change }))).toBe(
    'history.1.kind : « complaint » n’est pas une autre sorte. Attendu : différente de celle d’avant.',
  );
  const open = feedbackStates.filter(
    (state) =>
      refusal(() =>
        requalify(feedbackIn(state, state === 'forwarded' ? 'request' : 'complaint'), {
          kind: 'suggestion',
          ...change,
        }),
      ) === 'accepted',
  );
  expect(open).toEqual(['received', 'acknowledged', 'assigned']);
  expect(refusal(() => requalify(feedbackIn('answered'), { kind: 'suggestion', ...change }))).toBe(
    'history.3.state : « answered » n’est pas un état où la sorte peut changer. Attendu : celui de l’étape d’avant, received, acknowledged ou assigned.',
  );
});

test('a change of kind is not a change of state', () => {
  const request = requalify(exampleFeedback(), { kind: 'request', ...change });
  const history = request.history.map((step, at) => (at === 1 ? { ...step, state: 'acknowledged' } : step));
  expect(places({ ...request, state: 'acknowledged', history })).toEqual(['history.1.state']);
});

test('the day of the answer is that of its step', () => {
  expect(answerDay(feedbackIn('assigned'))).toBeUndefined();
  expect(answerDay(feedbackIn('answered'))).toBe('2026-11-25');
  const closed = moveFeedback(feedbackIn('answered'), act({ to: 'closed', on: '2026-12-10' }));
  expect(answerDay(closed)).toBe('2026-11-25');
});

test('a feedback read from a file agrees with its history', () => {
  const closed = feedbackIn('closed');
  expect(places(closed)).toEqual([]);
  expect(places({ ...closed, state: 'answered' })).toEqual(['state']);
  expect(places({ ...closed, service: 'titres' })).toEqual(['service']);
  expect(places({ ...closed, kind: 'request' })).toEqual(['kind']);
  expect(places({ ...exampleFeedback(), service: 'titres' })).toEqual(['service']);
  const told = parse(feedbackSchema, {
    ...exampleFeedback(),
    service: 'titres',
    state: 'closed',
    kind: 'request',
  });
  expect('issues' in told && told.issues.map(({ message }) => message.replaceAll('\u00A0', ' '))).toEqual([
    '« request » n’est pas la sorte de l’historique. Attendu : complaint.',
    '« closed » n’est pas l’état de l’historique. Attendu : received.',
    '« titres » n’est pas le service de l’historique. Attendu : aucun.',
  ]);
});

test('a history that is empty, or does not begin with an entry of a kind, is refused', () => {
  const closed = feedbackIn('closed');
  expect(places({ ...closed, history: [] })).toEqual(['history']);
  expect(places({ ...closed, history: closed.history.slice(1) })).toEqual(['history.0.state']);
  const [first, ...others] = closed.history;
  const { kind, ...untold } = first ?? closed;
  expect(places({ ...closed, history: [untold, ...others] })).toEqual(['history.0.kind']);
});

test('whatever is done, a feedback never loses a step and always agrees with its history', () => {
  const step = fc.record({
    to: fc.constantFrom(...feedbackStates),
    kind: fc.constantFrom(...feedbackKinds),
    on: fc.constantFrom('2026-11-20', '2026-11-25', '2026-11-26'),
    by: fc.constant('Référent'),
    service: fc.constantFrom('accueil', 'titres'),
    note: fc.constantFrom('Doublon', ''),
    isMove: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.constantFrom(...feedbackKinds), fc.array(step, { maxLength: 12 }), (kind, steps) => {
      steps.reduce((feedback, { isMove, to, kind, service, ...rest }) => {
        let next = feedback;
        try {
          next = isMove
            ? moveFeedback(feedback, { to, service, ...rest })
            : requalify(feedback, { kind, ...rest });
        } catch (error) {
          expect(error).toBeInstanceOf(QualeprefError);
        }
        expect(next.history.slice(0, feedback.history.length)).toEqual(feedback.history);
        expect(places(JSON.parse(JSON.stringify(next)))).toEqual([]);
        return next;
      }, exampleFeedback({ kind }));
    }),
  );
});

test('kinds, states and themes have their French names', () => {
  expect(Object.keys(feedbackKindLabels)).toEqual([...feedbackKinds]);
  expect(Object.keys(feedbackStateLabels)).toEqual([...feedbackStates]);
  for (const label of [...Object.values(feedbackKindLabels), ...Object.values(feedbackStateLabels)])
    expect(label).toMatch(/^[\p{Ll} ]+$/u);
  expect(new Set(feedbackThemes.value.map(({ id }) => id)).size).toBe(feedbackThemes.value.length);
  for (const theme of feedbackThemes.value) {
    expect('value' in parse(id, theme.id)).toBe(true);
    expect(theme.label).toEqual({
      fr: expect.stringMatching(/^\p{Lu}/u),
      en: expect.stringMatching(/^\p{Lu}/u),
    });
  }
});
