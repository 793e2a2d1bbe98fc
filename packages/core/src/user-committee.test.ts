import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { cluCategories, cluIssueCodes, cluIssues, cluSchema, type Clu } from './user-committee.ts';

const MEMBERS = [
  { id: 'aide-etrangers', category: 'usagers', name: 'Association d’aide aux étrangers' },
  { id: 'auto-ecoles', category: 'professionnels', name: 'Syndicat des auto-écoles' },
  { id: 'que-choisir', category: 'consommateurs', name: 'Union de consommateurs' },
  { id: 'maires', category: 'elus', name: 'Union des maires' },
  { id: 'finances', category: 'services-etat', name: 'Direction des finances publiques' },
];
const SENT = {
  on: '2020-11-16',
  by: 'email' as const,
  documents: ['Nouvelles modalités d’accueil'],
  to: MEMBERS.map(({ id }) => id),
};
const cluOf = (over: Partial<Clu> = {}): Clu => ({
  year: 2020,
  metOn: undefined,
  minutes: undefined,
  notMet: undefined,
  members: MEMBERS,
  ...over,
});
const issuesOf = (over: Partial<Clu>, today = '2026-11-24') =>
  cluIssues(cluOf(over), today, cluCategories.value);
const codesOf = (...args: Parameters<typeof issuesOf>) =>
  issuesOf(...args).map(({ code, about }) => [code, about]);

test('five kinds of members are represented, according to the policy of 2021', () => {
  expect(cluCategories.value.map(({ id }) => id)).toEqual([
    ...['usagers', 'professionnels', 'consommateurs'],
    ...['elus', 'services-etat'],
  ]);
  expect(cluCategories.provenance.origin).toBe('S');
});

test('a committee that met with every category has no issue', () => {
  expect(codesOf({ metOn: '2020-06-16' })).toEqual([]);
});

test('a category that nobody represents is named', () => {
  const members = MEMBERS.filter(({ category }) => category !== 'elus');
  expect(issuesOf({ metOn: '2020-06-16', members })).toEqual([
    {
      code: 'category-without-member',
      about: 'elus',
      message: 'Personne ne représente la catégorie «\u00a0élus\u00a0»\u00a0: inviter un membre.',
    },
  ]);
  expect(codesOf({ metOn: '2020-06-16', members: [] })).toHaveLength(5);
});

test('a member of a category that is not in the list is named, with the list', () => {
  const members = [...MEMBERS, { id: 'presse', category: 'medias', name: 'Journal local' }];
  expect(issuesOf({ metOn: '2020-06-16', members })).toEqual([
    {
      code: 'unknown-category',
      about: 'presse',
      message:
        '«\u00a0Journal local\u00a0» est de la catégorie «\u00a0medias\u00a0», qui n’est pas de la liste\u00a0: usagers, professionnels, consommateurs, elus, services-etat.',
    },
  ]);
  expect(cluIssues(cluOf({ metOn: '2020-06-16' }), '2026-11-24', [])).toHaveLength(5);
});

test('a year that goes by without meeting is explained, once it is over', () => {
  expect(codesOf({}, '2020-12-31')).toEqual([]);
  expect(codesOf({}, '2021-01-01')).toEqual([['meeting-unexplained', '2020']]);
  expect(issuesOf({})[0]?.message).toBe(
    'Le comité ne s’est pas réuni en 2020\u00a0: en indiquer la raison, ou la date de la réunion.',
  );
});

test('members of a committee that could not meet are sent material', () => {
  const notMet = { reason: 'Crise sanitaire', materialSent: undefined };
  expect(issuesOf({ notMet })).toEqual([
    {
      code: 'nothing-sent',
      about: '2020',
      message:
        'Le comité n’a pas pu se réunir en 2020, et ses membres n’ont rien reçu\u00a0: leur envoyer de la documentation.',
    },
  ]);
  expect(codesOf({ notMet: { ...notMet, materialSent: SENT } })).toEqual([]);
});

test('material goes to every member', () => {
  const notMet = {
    reason: 'Crise sanitaire',
    materialSent: { ...SENT, to: ['maires', 'finances', 'auto-ecoles'] },
  };
  expect(codesOf({ notMet })).toEqual([
    ['member-without-material', 'aide-etrangers'],
    ['member-without-material', 'que-choisir'],
  ]);
  expect(issuesOf({ notMet })[0]?.message).toBe(
    '«\u00a0Association d’aide aux étrangers\u00a0» n’a pas reçu la documentation envoyée aux membres en 2020\u00a0: la lui envoyer.',
  );
});

test('issues on the members come before those on the meeting', () => {
  const codes = issuesOf({ members: [{ id: 'presse', category: 'medias', name: 'Journal local' }] }).map(
    ({ code }) => code,
  );
  expect([...new Set(codes)]).toEqual(['category-without-member', 'unknown-category', 'meeting-unexplained']);
  expect(cluIssueCodes.filter((code) => codes.includes(code))).toEqual([...new Set(codes)]);
});

const refusals = (over: Readonly<Record<string, unknown>>): string[] => {
  const result = parse(cluSchema, { year: 2020, members: MEMBERS, ...over });
  return 'issues' in result
    ? result.issues.map(({ path, message }) => `${path.join('.')}: ${message}`.replaceAll('\u00A0', ' '))
    : [];
};

test('a committee meets in its year', () => {
  expect(refusals({ metOn: '2020-01-01' })).toEqual([]);
  expect(refusals({ metOn: '2020-12-31' })).toEqual([]);
  expect(refusals({ metOn: '2021-01-01' })).toEqual([
    'metOn: « 2021-01-01 » n’est pas un jour de l’année du comité. Attendu : 2020.',
  ]);
});

test('a committee that met has no reason for not meeting', () => {
  const notMet = { reason: 'Crise sanitaire', materialSent: SENT };
  expect(refusals({ notMet })).toEqual([]);
  expect(refusals({ notMet, metOn: '2020-06-16' })).toEqual([
    'notMet.reason: « Crise sanitaire » n’est pas une raison de ne pas s’être réuni. Attendu : il n’y en a pas quand metOn dit le jour de la réunion.',
  ]);
});

test('the year is a number of four digits, and material goes by a known channel', () => {
  const isYear = (year: unknown) => refusals({ year }).length === 0;
  expect([999, 1000, 9999, 10000, 2020.5, '2020'].map(isYear)).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(refusals({ notMet: { reason: 'Crise', materialSent: { ...SENT, by: 'pigeon' } } })).toHaveLength(1);
  expect(refusals({ notMet: { materialSent: SENT } })[0]).toMatch(/^notMet\.reason: /);
});
