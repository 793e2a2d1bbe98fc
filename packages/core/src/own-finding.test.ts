import { expect, test } from 'vitest';
import { countedFindings, standingFindings, type OwnFinding } from './own-finding.ts';

const own = (partial: Partial<OwnFinding> = {}): OwnFinding => ({
  ...{ id: 'a', item: 'ACC-01', what: 'Adresse effacée.', severity: 'minor', state: 'open' },
  ...{ by: 'Camille', date: '2026-11-20', ...partial },
});

test('the last word on a finding counts: once mended or withdrawn, it no longer stands', () => {
  expect(standingFindings([own(), own({ what: 'Autre.' })])).toEqual([own({ what: 'Autre.' })]);
  for (const state of ['mended', 'withdrawn'] as const)
    expect(standingFindings([own(), own({ state })])).toEqual([]);
});

test('what is only told says nothing of its item', () => {
  expect(countedFindings([own({ severity: 'info' }), own({ id: 'b' })])).toEqual([own({ id: 'b' })]);
});
