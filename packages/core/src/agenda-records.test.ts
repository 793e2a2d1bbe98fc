import { expect, test } from 'vitest';
import {
  campaignDone,
  cluDone,
  cluExcuse,
  flashInfoDone,
  followUpDone,
  meetingDone,
  surveyDone,
  suspensionExcuses,
} from './agenda-records.ts';
import { agenda, type Done, type Excuse } from './agenda.ts';
import type { FlashInfo, Meeting } from './committee.ts';
import { obligations } from './rhythm.ts';
import type { Survey } from './survey.ts';

const SIGNATURE = { by: 'Responsable qualité', on: '2026-12-10', remaining: 0 };

test('a signed grid counts for its period, and for its site', () => {
  expect(
    campaignDone({ id: 'website:2026-T4', grid: 'website', period: '2026-T4', signature: SIGNATURE }),
  ).toEqual({
    obligation: 'grille-site',
    turn: '2026-T4',
    on: '2026-12-10',
    evidence: [{ label: 'Grille signée', address: 'website:2026-T4' }],
    shared: [],
  });
  expect(
    campaignDone({
      id: 'reception:2026-S2:aix',
      grid: 'reception',
      period: '2026-S2',
      site: 'aix',
      signature: SIGNATURE,
    }),
  ).toMatchObject({ obligation: 'grille-accueil', turn: '2026-S2', site: 'aix' });
  expect(
    campaignDone({
      id: 'mail-control:2026-T4',
      grid: 'mail-control',
      period: '2026-T4',
      signature: SIGNATURE,
    }),
  ).toMatchObject({ obligation: 'controle-ecrits' });
});

test('a grid that is filled in once for all is of no site', () => {
  const done = campaignDone({
    id: 'website:2026-T4',
    grid: 'website',
    period: '2026-T4',
    signature: SIGNATURE,
  });
  expect(done).not.toHaveProperty('site');
});

test('a grid that is not signed does not count', () => {
  expect(campaignDone({ id: 'website:2026-T4', grid: 'website', period: '2026-T4' })).toBeUndefined();
});

const MINUTES: Meeting['minutes'] = {
  document: { label: 'Compte-rendu', address: 'T:\\qualite\\copil.pdf' },
  sentTo: [],
  sentOn: '2026-10-20',
  publishedAt: 'https://intranet.exemple.fr/qualite',
  publishedOn: '2026-10-21',
};

test('a meeting counts for its year, and is handed on as far as its minutes are on that day', () => {
  const shared = (today: string, minutes: Meeting['minutes'] = MINUTES) =>
    meetingDone({ on: '2026-10-06', minutes }, today).shared;
  expect(meetingDone({ on: '2026-10-06', minutes: MINUTES }, '2026-11-24')).toEqual({
    obligation: 'copil',
    turn: '2026',
    on: '2026-10-06',
    evidence: [{ label: 'Compte-rendu', address: 'T:\\qualite\\copil.pdf' }],
    shared: ['committee-members', 'intranet'],
  });
  expect([shared('2026-10-19'), shared('2026-10-20'), shared('2026-10-21')]).toEqual([
    [],
    ['committee-members'],
    ['committee-members', 'intranet'],
  ]);
  expect(meetingDone({ on: '2026-10-06', minutes: undefined }, '2026-11-24')).toMatchObject({
    evidence: [],
    shared: [],
  });
});

test('a flash-info counts for its quarter, once it has a place on the intranet', () => {
  const flash: FlashInfo = {
    on: '2026-10-01',
    subject: 'Résultats de septembre',
    about: 'indicators',
    publishedAt: 'https://intranet.exemple.fr/flash/12',
  };
  expect(flashInfoDone(flash)).toEqual({
    obligation: 'flash-info',
    turn: '2026-T4',
    on: '2026-10-01',
    evidence: [{ label: 'Résultats de septembre', address: 'https://intranet.exemple.fr/flash/12' }],
    shared: ['intranet'],
  });
  expect(flashInfoDone({ ...flash, publishedAt: undefined })).toBeUndefined();
});

test('the user committee counts for its year once it has met', () => {
  expect(cluDone({ year: 2026, metOn: '2026-06-16', minutes: 'T:\\qualite\\clu.pdf' })).toEqual({
    obligation: 'clu',
    turn: '2026',
    on: '2026-06-16',
    evidence: [{ label: 'Compte-rendu', address: 'T:\\qualite\\clu.pdf' }],
    shared: [],
  });
  expect(cluDone({ year: 2026, metOn: '2026-06-16', minutes: undefined })?.evidence).toEqual([]);
  expect(cluDone({ year: 2026, metOn: undefined, minutes: undefined })).toBeUndefined();
});

const NOT_MET = {
  reason: 'Crise sanitaire',
  materialSent: {
    on: '2020-11-16',
    by: 'email' as const,
    documents: ['Nouvelles modalités d’accueil', 'Bilan annuel'],
    to: ['maires'],
  },
};

test('a user committee that could not meet is excused once its members were sent material', () => {
  expect(cluExcuse({ year: 2020, notMet: NOT_MET })).toEqual({
    obligation: 'clu',
    turn: '2020',
    reason: 'Crise sanitaire',
    evidence: [{ label: 'Nouvelles modalités d’accueil' }, { label: 'Bilan annuel' }],
  });
  expect(cluExcuse({ year: 2020, notMet: { ...NOT_MET, materialSent: undefined } })).toBeUndefined();
  expect(cluExcuse({ year: 2020, notMet: undefined })).toBeUndefined();
});

test('a survey counts on each of its sites, and is shown in a hall when it is in that one', () => {
  const survey: Survey = {
    id: 'usagers-2026',
    year: '2026',
    audience: 'users',
    sites: ['aix', 'arles'],
    from: '2026-06-01',
    to: '2026-06-30',
    method: undefined,
    themes: [],
    overall: undefined,
    publication: [
      { place: 'hall', on: '2026-09-01', site: 'aix', evidence: undefined },
      { place: 'website', on: '2026-09-15', site: undefined, evidence: 'https://www.exemple.fr/enquete' },
      { place: 'user-committee', on: '2026-12-01', site: undefined, evidence: undefined },
    ],
  };
  expect(surveyDone(survey, '2026-11-30')).toEqual([
    {
      obligation: 'enquete',
      turn: '2026',
      on: '2026-06-30',
      site: 'aix',
      evidence: [{ label: 'publication sur le site internet', address: 'https://www.exemple.fr/enquete' }],
      shared: ['halls', 'website'],
    },
    {
      obligation: 'enquete',
      turn: '2026',
      on: '2026-06-30',
      site: 'arles',
      evidence: [{ label: 'publication sur le site internet', address: 'https://www.exemple.fr/enquete' }],
      shared: ['website'],
    },
  ]);
  expect(surveyDone(survey, '2026-12-01')[1]?.shared).toEqual(['website', 'user-committee']);
  expect(surveyDone(survey, '2026-08-31').map(({ shared, evidence }) => [shared, evidence])).toEqual([
    [[], []],
    [[], []],
  ]);
  const online = [{ place: 'website' as const, on: '2026-09-01', site: 'aix', evidence: undefined }];
  expect(surveyDone({ ...survey, publication: online }, '2026-11-30')[0]?.shared).toEqual(['website']);
  expect(surveyDone({ ...survey, audience: 'local-authorities' }, '2026-11-30')).toEqual([]);
});

const SUSPENSION = { from: '2020-03', to: '2020-06', reason: { fr: 'crise sanitaire' } };

test('months without indicators are excused one by one', () => {
  expect(suspensionExcuses(SUSPENSION)).toEqual(
    ['2020-03', '2020-04', '2020-05', '2020-06'].map((turn) => ({
      obligation: 'indicateurs',
      turn,
      reason: 'crise sanitaire',
    })),
  );
  expect(
    suspensionExcuses({ ...SUSPENSION, from: '2019-12', to: '2020-01' }).map(({ turn }) => turn),
  ).toEqual(['2019-12', '2020-01']);
  expect(suspensionExcuses({ ...SUSPENSION, to: '2020-03' })).toHaveLength(1);
});

test('a suspension of some indicators or some sites excuses no month', () => {
  expect(suspensionExcuses({ ...SUSPENSION, indicators: ['mail.taux'] })).toEqual([]);
  expect(suspensionExcuses({ ...SUSPENSION, sites: ['aix'] })).toEqual([]);
});

test('a follow-up audit counts from the last day of the period in which it was done', () => {
  expect(followUpDone({ obtained: '2020-T1', followUp: { planned: undefined, done: '2021-11' } })).toEqual({
    obligation: 'audit-externe',
    turn: 'suivi:2020-T1',
    on: '2021-11-30',
    evidence: [],
    shared: [],
  });
  expect(
    followUpDone({ obtained: '2020-T1', followUp: { planned: undefined, done: undefined } }),
  ).toBeUndefined();
  expect(followUpDone({ obtained: '2020-T1', followUp: undefined })).toBeUndefined();
});

test('in 2020 the indicators of March to June and the user committee are excused, the rest is not', () => {
  const excuse = cluExcuse({ year: 2020, notMet: NOT_MET });
  const excuses: Excuse[] = [...suspensionExcuses(SUSPENSION), ...(excuse ? [excuse] : [])];
  const done: Done[] = [meetingDone({ on: '2020-10-06', minutes: MINUTES }, '2021-01-31')];
  const entries = agenda(obligations, done, {
    today: '2021-01-31',
    from: '2020-01-01',
    to: '2020-12-31',
    excuses,
  });
  const of = (id: string) =>
    entries
      .filter(({ obligation, turn }) => obligation.id === id && turn.start >= '2020')
      .map(({ state }) => state);
  expect(of('indicateurs')).toEqual([
    ...['late', 'late', 'excused', 'excused', 'excused', 'excused'],
    ...['late', 'late', 'late', 'late', 'late', 'late'],
  ]);
  expect(of('clu')).toEqual(['excused']);
  expect(of('copil')).toEqual(['done']);
  expect(of('bilan')).toEqual(['due']);
});

test('what is recorded is about obligations of our list', () => {
  const ids = obligations.map(({ id }) => id);
  for (const id of [
    'grille-site',
    'grille-accueil',
    'controle-ecrits',
    'copil',
    'flash-info',
    'clu',
    'enquete',
    'indicateurs',
    'audit-externe',
  ])
    expect(ids).toContain(id);
});
