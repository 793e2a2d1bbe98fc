import { expect, test } from 'vitest';
import {
  addVersion,
  currentVersion,
  documentIssueCodes,
  documentIssues,
  documentSchema,
  documentsToReview,
  documentTypes,
  type QualityDocument,
} from './document-base.ts';
import { QualeprefError } from './error.ts';
import { parse } from './parse.ts';

const document = (over: Partial<QualityDocument> = {}): QualityDocument => ({
  id: 'courriers',
  type: 'fiche-de-procedure',
  title: 'Courriers et courriels',
  owner: 'Responsable qualité',
  location: { place: 'network', address: 'T:\\Qualite\\Procedures' },
  audience: 'agents',
  reviewOn: undefined,
  withdrawnOn: undefined,
  versions: [{ version: '1', on: '2025-11-24', by: 'Responsable qualité', note: undefined }],
  ...over,
});
const version = (version: string, on: string) => ({
  version,
  on,
  by: 'Responsable qualité',
  note: undefined,
});
const places = (value: unknown): string[] => {
  const result = parse(documentSchema, value);
  return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
};

test('a document has a type, an owner, a place and a version', () => {
  expect(places(document())).toEqual([]);
  expect(
    places({ ...document(), owner: '', location: { place: 'tiroir', address: 'gauche' }, versions: [] }),
  ).toEqual(['owner', 'location.place', 'versions']);
});

test('a document is open to every agent unless it says otherwise', () => {
  const { audience, ...rest } = document();
  expect(parse(documentSchema, rest)).toEqual({ value: document() });
  expect(audience).toBe('agents');
});

test('versions follow one another and each has its number', () => {
  const two = (second: string, on: string) =>
    places(document({ versions: [version('1', '2025-11-24'), version(second, on)] }));
  expect(two('2', '2025-11-24')).toEqual([]);
  expect(two('2', '2025-11-23')).toEqual(['versions']);
  expect(two('1', '2025-11-25')).toEqual(['versions']);
});

test('the version in force is the last one', () => {
  const versions = [version('1', '2025-11-24'), version('2', '2026-01-05')];
  expect(currentVersion({ versions })).toEqual(version('2', '2026-01-05'));
});

test('a new version keeps the earlier ones and ends the review it came from', () => {
  const before = document({ reviewOn: '2026-11-24' });
  const next = addVersion(before, version('2', '2026-11-24'));
  expect(next.versions).toEqual([...before.versions, version('2', '2026-11-24')]);
  expect(next.reviewOn).toBeUndefined();
  expect(addVersion(before, { ...version('2', '2026-11-24'), reviewOn: '2027-06-01' }).reviewOn).toBe(
    '2027-06-01',
  );
  expect(before.versions).toHaveLength(1);
});

test('a version whose number is taken is refused', () => {
  const again = () => addVersion(document(), version('1', '2026-11-24'));
  expect(again).toThrow(QualeprefError);
  expect(again).toThrow(
    /^document courriers, versions\u00a0: une liste n’est pas une suite de versions\. Attendu\u00a0: chacune a son numéro\.$/,
  );
});

const review = (over: Partial<QualityDocument>, today = '2026-11-24') =>
  documentsToReview([document(over)], today, 12).map(({ dueOn, late }) => [dueOn, late]);

test('a document is read again from the day set for it', () => {
  expect(review({ reviewOn: '2026-11-25' })).toEqual([]);
  expect(review({ reviewOn: '2026-11-24' })).toEqual([['2026-11-24', 0]]);
  expect(review({ reviewOn: '2026-11-23' })).toEqual([['2026-11-23', 1]]);
});

test('a document without such a day is read again so many months after its last version', () => {
  expect(review({}, '2026-11-23')).toEqual([]);
  expect(review({}, '2026-11-24')).toEqual([['2026-11-24', 0]]);
  expect(review({ versions: [version('1', '2024-01-01'), version('2', '2025-11-25')] })).toEqual([]);
  expect(documentsToReview([document()], '2025-12-24', 1)).toHaveLength(1);
});

test('a document withdrawn is not read again, from the day it is', () => {
  expect(review({ withdrawnOn: '2026-11-24' })).toEqual([]);
  expect(review({ withdrawnOn: '2026-11-25' })).toHaveLength(1);
});

test('the longest due comes first', () => {
  const due = (id: string, reviewOn: string) => document({ id, reviewOn });
  const list = [
    due('b', '2026-11-01'),
    due('c', '2026-10-01'),
    due('a', '2026-11-01'),
    due('d', '2026-11-20'),
  ];
  expect(documentsToReview(list, '2026-11-24', 12).map(({ document }) => document.id)).toEqual([
    'c',
    'a',
    'b',
    'd',
  ]);
});

const every = documentTypes.value.map(({ id }) => document({ id, type: id }));
const issuesOf = (documents: readonly QualityDocument[]): string[] =>
  documentIssues(documents, { today: '2026-11-24', types: documentTypes.value }).map(
    ({ code, about }) => `${code} ${about}`,
  );

test('a base with every type of document, each open and known once, lacks nothing', () => {
  expect(issuesOf(every)).toEqual([]);
});

test('a type that no document in use has is missing', () => {
  expect(issuesOf(every.slice(1))).toEqual(['type-without-document politique']);
  const withdrawn = document({ id: 'politique', type: 'politique', withdrawnOn: '2026-11-24' });
  expect(issuesOf([...every.slice(1), withdrawn])).toEqual(['type-without-document politique']);
});

test('an id, a type and an audience that are wrong are told, in the order of the codes', () => {
  const wrong = [
    ...every.slice(1),
    document({ id: 'x', type: 'tract', audience: 'restricted' }),
    document({ id: 'x', type: 'grille', audience: 'public' }),
    document({ id: 'x', type: 'grille' }),
  ];
  expect(issuesOf(wrong)).toEqual([
    'duplicate-id x',
    'unknown-type x',
    'type-without-document politique',
    'not-open x',
  ]);
  const told = documentIssues(wrong, { today: '2026-11-24', types: documentTypes.value });
  expect(told.map(({ code }) => code)).toEqual([...documentIssueCodes]);
  expect(told.map(({ message }) => message.replaceAll('\u00a0', ' '))).toEqual([
    'L’identifiant « x » désigne plusieurs documents : en changer un.',
    'Document « Courriers et courriels » : le type « tract » n’est pas dans la liste. L’y ajouter, ou en choisir un autre.',
    'La base n’a aucun document du type « politique qualité » : en ajouter un.',
    'Document « Courriers et courriels » : tous les agents ne peuvent pas le lire. L’ouvrir, ou le retirer de la base.',
  ]);
});

test('of those due the same day, the order is that of their ids, however they were given', () => {
  const list = ['b', 'a', 'd', 'c'].map((id) => document({ id, reviewOn: '2026-11-01' }));
  const ids = (of: readonly QualityDocument[]) =>
    documentsToReview(of, '2026-11-24', 12).map(({ document }) => document.id);
  expect(ids(list)).toEqual(['a', 'b', 'c', 'd']);
  expect(ids(list.toReversed())).toEqual(['a', 'b', 'c', 'd']);
});
