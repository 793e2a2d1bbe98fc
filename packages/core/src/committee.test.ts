import { expect, test } from 'vitest';
import {
  circulationIssueCodes,
  circulationIssues,
  flashInfoSchema,
  isPublished,
  isSent,
  meetingSchema,
  minutesDelay,
  type CirculationContext,
  type FlashInfo,
  type Meeting,
} from './committee.ts';
import { parse } from './parse.ts';

const MINUTES = {
  document: { label: 'Compte-rendu du 6 octobre 2026', address: 'https://intranet.exemple.fr/copil/2026-10' },
  sentTo: ['directrice de la citoyenneté', 'référent qualité d’Aix'],
  sentOn: '2026-10-20',
  publishedAt: 'https://intranet.exemple.fr/qualite',
  publishedOn: '2026-10-21',
};
const MEETING: Meeting = {
  id: 'copil-2026-10',
  on: '2026-10-06',
  chair: 'secrétaire générale adjointe',
  present: ['directrice de la citoyenneté'],
  agenda: ['Indicateurs', 'Plan d’amélioration'],
  decisions: [{ what: 'Revoir la signalétique', actions: ['a-1'] }],
  minutes: MINUTES,
};
const FLASH: FlashInfo = {
  on: '2026-10-22',
  subject: 'Le comité de pilotage s’est réuni',
  about: 'committee',
  meeting: 'copil-2026-10',
  publishedAt: 'https://intranet.exemple.fr/flash/12',
};

const issuesOf = (over: Partial<Meeting> = {}, context: Partial<CirculationContext> = {}) =>
  circulationIssues(
    { ...MEETING, ...over },
    { today: '2026-11-24', flashInfos: [FLASH], members: MINUTES.sentTo, delay: 30, ...context },
  );
const codesOf = (...args: Parameters<typeof issuesOf>) => issuesOf(...args).map(({ code }) => code);
const minutesOf = (over: Partial<NonNullable<Meeting['minutes']>>) => ({ minutes: { ...MINUTES, ...over } });

test('minutes sent to every member and published, with a flash-info, leave nothing to do', () => {
  expect(issuesOf()).toEqual([]);
});

test('a meeting without minutes has them to be written', () => {
  expect(issuesOf({ minutes: undefined })).toEqual([
    {
      code: 'minutes-missing',
      about: 'copil-2026-10',
      dueOn: '2026-11-05',
      isLate: true,
      message: 'Réunion du 6 octobre 2026\u00a0: rédiger le compte-rendu.',
    },
  ]);
});

test('minutes are late on the day after the delay', () => {
  const isLate = (today: string, delay = 30) => issuesOf({ minutes: undefined }, { today, delay })[0]?.isLate;
  expect([isLate('2026-11-05'), isLate('2026-11-06')]).toEqual([false, true]);
  expect([isLate('2026-10-16', 10), isLate('2026-10-17', 10)]).toEqual([false, true]);
  expect([minutesDelay.value, minutesDelay.provenance.origin]).toEqual([30, 'X']);
});

test('minutes that were not sent, or will be later, are to be sent', () => {
  expect(issuesOf(minutesOf({ sentOn: undefined })).map(({ message }) => message)).toEqual([
    'Réunion du 6 octobre 2026\u00a0: envoyer le compte-rendu aux membres du comité.',
  ]);
  expect(codesOf(minutesOf({ sentOn: '2026-11-24' }))).toEqual([]);
  expect(codesOf(minutesOf({ sentOn: '2026-11-25' }))).toEqual(['minutes-unsent']);
});

test('a member who has not been sent the minutes is named', () => {
  const members = ['chef du bureau du séjour', ...MINUTES.sentTo, 'référent qualité d’Arles'];
  expect(issuesOf({}, { members }).map(({ code, about }) => [code, about])).toEqual([
    ['member-without-minutes', 'chef du bureau du séjour'],
    ['member-without-minutes', 'référent qualité d’Arles'],
  ]);
  expect(issuesOf({}, { members })[0]?.message).toBe(
    'Réunion du 6 octobre 2026\u00a0: envoyer le compte-rendu à «\u00a0chef du bureau du séjour\u00a0».',
  );
  expect(codesOf(minutesOf({ sentOn: undefined }), { members })).toEqual(['minutes-unsent']);
});

test('minutes are published once they have a place and a day that has come', () => {
  expect(issuesOf(minutesOf({ publishedAt: undefined })).map(({ message }) => message)).toEqual([
    'Réunion du 6 octobre 2026\u00a0: publier le compte-rendu sur l’intranet.',
  ]);
  expect(codesOf(minutesOf({ publishedOn: undefined }))).toEqual(['minutes-unpublished']);
  expect(codesOf(minutesOf({ publishedOn: '2026-11-24' }))).toEqual([]);
  expect(codesOf(minutesOf({ publishedOn: '2026-11-25' }))).toEqual(['minutes-unpublished']);
});

test('a flash-info tells of this meeting, is published, and its day has come', () => {
  const codes = (over: Partial<FlashInfo>) => codesOf({}, { flashInfos: [{ ...FLASH, ...over }] });
  expect(issuesOf({}, { flashInfos: [] }).map(({ code, about, message }) => [code, about, message])).toEqual([
    [
      'flash-info-missing',
      'copil-2026-10',
      'Réunion du 6 octobre 2026\u00a0: publier un flash-info sur l’intranet.',
    ],
  ]);
  expect(codes({ meeting: 'copil-2026-03' })).toEqual(['flash-info-missing']);
  expect(codes({ publishedAt: undefined })).toEqual(['flash-info-missing']);
  expect(codes({ on: '2026-11-25' })).toEqual(['flash-info-missing']);
  expect(codes({ on: '2026-11-24' })).toEqual([]);
});

test('all that is left to do comes in the order in which it is done', () => {
  const left = codesOf(minutesOf({ sentOn: undefined, publishedAt: undefined }), { flashInfos: [] });
  expect(left).toEqual(['minutes-unsent', 'minutes-unpublished', 'flash-info-missing']);
  expect([...circulationIssueCodes].filter((code) => left.includes(code))).toEqual(left);
  expect(codesOf({ minutes: undefined }, { flashInfos: [] })).toEqual([
    'minutes-missing',
    'flash-info-missing',
  ]);
});

test('a meeting lacks nothing before its day', () => {
  expect(codesOf({ minutes: undefined }, { today: '2026-10-05' })).toEqual([]);
  expect(codesOf({ minutes: undefined }, { today: '2026-10-06' })).toEqual([
    'minutes-missing',
    'flash-info-missing',
  ]);
});

test('without minutes, nothing was sent nor published', () => {
  expect(isSent(undefined, '2026-11-24')).toBe(false);
  expect(isPublished(undefined, '2026-11-24')).toBe(false);
});

const places = (value: unknown): string[] => {
  const result = parse(meetingSchema, value);
  return 'issues' in result
    ? result.issues.map(({ path, message }) => `${path.join('.')}: ${message}`.replaceAll('\u00A0', ' '))
    : [];
};

test('a meeting has a chair, an agenda, and decisions that may each lead to actions', () => {
  expect(places(MEETING)).toEqual([]);
  const { minutes, ...bare } = MEETING;
  expect(minutes).toBeDefined();
  expect(parse(meetingSchema, { ...bare, decisions: [{ what: 'Attendre' }] })).toEqual({
    value: { ...bare, decisions: [{ what: 'Attendre', actions: [] }] },
  });
  expect(
    places({ ...MEETING, chair: '', agenda: [], on: '2026-13-01' }).map((line) => line.split(':')[0]),
  ).toEqual(['on', 'chair', 'agenda']);
  expect(places({ ...MEETING, agenda: [] })).toEqual([
    'agenda: une liste n’est pas une liste d’au moins un élément.',
  ]);
});

test('minutes are neither sent nor published before the meeting, they can be the same day', () => {
  expect(places({ ...MEETING, ...minutesOf({ sentOn: '2026-10-05', publishedOn: '2026-10-01' }) })).toEqual([
    'minutes.sentOn: « 2026-10-05 » n’est pas une date possible. Attendu : au plus tôt celle de la réunion, 2026-10-06.',
    'minutes.publishedOn: « 2026-10-01 » n’est pas une date possible. Attendu : au plus tôt celle de la réunion, 2026-10-06.',
  ]);
  expect(places({ ...MEETING, ...minutesOf({ sentOn: '2026-10-06', publishedOn: '2026-10-06' }) })).toEqual(
    [],
  );
});

test('a flash-info is about a meeting, a stage or indicators', () => {
  const isFlash = (over: Readonly<Record<string, unknown>>) =>
    'value' in parse(flashInfoSchema, { ...FLASH, ...over });
  expect(['committee', 'stage', 'indicators', 'rumour'].map((about) => isFlash({ about }))).toEqual([
    ...[true, true, true],
    false,
  ]);
  expect(isFlash({ publishedAt: null })).toBe(true);
  expect(isFlash({ subject: ' ' })).toBe(false);
});
