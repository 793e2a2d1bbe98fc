import type { Finding, Mark } from '@qualepref/core';
import { expect, test } from 'vitest';
import { withDecisions } from './decided-report.ts';
import { withMarks } from './marked-report.ts';
import type { Report } from './report.ts';
import { finding, report } from './reports/fixture.ts';

const PAGE = 'https://www.exemple.gouv.fr/Demarches/Passeport';
const wrong = finding({ check: 'legal-notice', code: 'incomplete', items: ['TEC-01'], url: PAGE });
const other = finding({ check: 'legal-notice', code: 'absent', items: ['TEC-01'], url: PAGE });
const doubt = finding({
  check: 'dead-link',
  code: 'refused',
  outcome: 'cantTell',
  items: ['TEC-02'],
  url: PAGE,
});

const mark = (on: Finding, partial: Partial<Mark> = {}): Mark => ({
  ...{ opinion: 'accepted', reason: 'Hébergeur en cours.', expires: '2026-12-31', by: 'Camille' },
  ...{ date: '2026-11-24', defect: on, findings: [on.id], ...partial },
});
const rowOf = (made: Report, item: string) => made.grid.find((row) => row.item === item);
const listed = (made: Report): string[] => [...made.findings].map(({ id }) => id);

test('what is set aside leaves findings, defects and the verdict, and stays visible with its reason', () => {
  const made = withMarks(report({ findings: [wrong, doubt] }), [mark(wrong)]);
  expect([listed(made), made.findings.length]).toEqual([[doubt.id], 1]);
  expect(made.defects.map(({ check }) => check)).toEqual(['dead-link']);
  expect(rowOf(made, 'TEC-01')).toMatchObject({ verdict: 'conforme', by: 'audit', findings: [] });
  expect(made.marked).toEqual([
    expect.objectContaining({ check: 'legal-notice', opinion: 'accepted', reason: 'Hébergeur en cours.' }),
  ]);
});

test('what is left of an item still counts', () => {
  const made = withMarks(report({ findings: [wrong, other] }), [mark(wrong)]);
  expect(rowOf(made, 'TEC-01')).toMatchObject({
    ...{ verdict: 'non_conforme', findings: [other.id] },
    reason: expect.stringMatching(/^1\sdéfaut relevé sur 1\spage\.$/) as string,
  });
});

test('a doubt set aside leaves what is proposed to whoever decides', () => {
  const about = finding({ items: ['ACC-01'], outcome: 'cantTell' });
  const made = withMarks(report({ findings: [about] }), [mark(about)]);
  expect(rowOf(made, 'ACC-01')?.verdict).toBe('a_verifier');
});

test('a doubt that a person confirms is proven, by them', () => {
  const made = withMarks(report({ findings: [doubt] }), [mark(doubt, { opinion: 'confirmed' })]);
  expect([...made.findings].map(({ outcome }) => outcome)).toEqual(['failed']);
  expect(rowOf(made, 'TEC-02')).toMatchObject({ verdict: 'non_conforme', by: 'Camille', date: '2026-11-24' });
  expect(made.marked?.map(({ opinion }) => opinion)).toEqual(['confirmed']);
});

test('a mark holds on the last of its days, counted from the audit, and then no more', () => {
  const until = (expires: string) => withMarks(report({ findings: [wrong] }), [mark(wrong, { expires })]);
  expect(until('2026-11-24').defects).toEqual([]);
  expect(until('2026-11-23').defects).toHaveLength(1);
});

test('criteria are counted again without what is set aside', () => {
  const told: string[] = [];
  const newTally = (() => ({
    add: ({ id }: Finding) => told.push(id),
    report: () => ({ version: 'de nouveau' }),
  })) as unknown as NonNullable<Report['newTally']>;
  const made = withMarks(report({ findings: [wrong, doubt], newTally }), [mark(wrong)]);
  expect([told, made.rgaa?.version]).toEqual([[doubt.id], 'de nouveau']);
});

test('nothing changes where no mark holds', () => {
  const made = report({ findings: [wrong] });
  expect(withMarks(made, [])).toBe(made);
  expect(withMarks(made, [mark(other)])).toBe(made);
});

test('a decision rests on what the machine gathered, marked or not', () => {
  const made = report({ findings: [wrong] });
  const own = { id: 'x', item: 'TEC-01', what: 'Hébergeur faux.', severity: 'minor', state: 'open' } as const;
  const seen = { ...own, by: 'Dominique', date: '2026-11-24' };
  const kept = { decisions: [], earlier: [], marks: [mark(wrong)] };
  expect(rowOf(withDecisions(made, kept), 'TEC-01')?.verdict).toBe('conforme');
  expect(rowOf(withDecisions(made, { ...kept, ownFindings: [seen] }), 'TEC-01')).toMatchObject({
    ...{ verdict: 'non_conforme', machine: 'conforme', by: 'Dominique' },
    reason: expect.stringContaining('Hébergeur faux.') as string,
  });
});
