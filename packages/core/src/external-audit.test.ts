import { expect, test } from 'vitest';
import { externalAudits, renewalLead } from './external-audit.ts';
import type { Label } from './label.ts';

const labelOf = (over: Partial<Label> = {}): Label => ({
  name: 'Qual-e-Pref',
  family: 'qual-e-pref',
  scope: { fr: 'Préfecture' },
  sites: ['aix'],
  modules: [1],
  audit: undefined,
  obtained: '2020-T1',
  end: undefined,
  followUp: undefined,
  certifier: undefined,
  suspended: undefined,
  ...over,
});
const RULES = { validity: 3, followUpDelay: 18, renewalLead: 6 };

test('a label is followed up half-way, and renewed before the first day on which it may have run out', () => {
  expect(externalAudits(labelOf(), RULES)).toEqual([
    {
      id: 'suivi:2020-T1',
      label: 'suivi du label obtenu (1er trimestre 2020)',
      start: '2021-07-01',
      end: '2021-09-30',
    },
    {
      id: 'renouvellement:2020-T1',
      label: 'renouvellement du label obtenu (1er trimestre 2020)',
      start: '2022-07-01',
      end: '2023-01-01',
    },
  ]);
});

test('a planned follow-up audit and a written end move its turns', () => {
  const followUp = { planned: { period: '2021-T4', reason: 'Politique qualité 2021' }, done: undefined };
  const turns = externalAudits(labelOf({ followUp, end: '2023-02-28' }), RULES);
  expect(turns.map(({ start, end }) => [start, end])).toEqual([
    ['2021-10-01', '2021-12-31'],
    ['2022-08-28', '2023-02-28'],
  ]);
});

test('validity, delay and lead are settings', () => {
  const turns = externalAudits(labelOf({ obtained: '2020-01-20' }), {
    validity: 4,
    followUpDelay: 24,
    renewalLead: 1,
  });
  expect(turns.map(({ start, end }) => [start, end])).toEqual([
    ['2022-01-20', '2022-01-20'],
    ['2023-12-20', '2024-01-20'],
  ]);
});

test('the lead before the end of a label is a proposal', () => {
  expect([renewalLead.value, renewalLead.provenance.origin]).toEqual([6, 'X']);
});
