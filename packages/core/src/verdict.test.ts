import { expect, test } from 'vitest';
import type { Outcome } from './finding.ts';
import type { Mode } from './grid.ts';
import { tally, verdictOf, type Decision, type Verdict } from './verdict.ts';

const judge = (mode: Mode, ...outcomes: Outcome[]) => verdictOf({ mode }, outcomes);
const decision: Decision = { verdict: 'conforme', by: 'Responsable qualité', date: '2026-11-24' };

test('what a person decided stands whatever the audit found', () => {
  expect(verdictOf({ mode: 'automatic' }, ['failed'], decision)).toBe('conforme');
  expect(verdictOf({ mode: 'manual' }, [], { ...decision, verdict: 'non_conforme' })).toBe('non_conforme');
});

test('one fault makes the item not conform, before any doubt or success', () => {
  expect(judge('automatic', 'passed', 'cantTell', 'failed')).toBe('non_conforme');
  expect(judge('assisted', 'failed')).toBe('non_conforme');
  expect(judge('manual', 'failed')).toBe('non_conforme');
});

test('a doubt sends the item to a person, before any success', () => {
  expect(judge('automatic', 'passed', 'cantTell')).toBe('a_verifier');
  expect(judge('automatic', 'inapplicable', 'cantTell')).toBe('a_verifier');
});

test('success decides an automatic item and only proposes for the others', () => {
  expect(judge('automatic', 'passed', 'inapplicable')).toBe('conforme');
  expect(judge('automatic', 'passed', 'untested')).toBe('conforme');
  expect(judge('assisted', 'passed')).toBe('a_verifier');
  expect(judge('manual', 'passed')).toBe('a_verifier');
});

test('an item that concerns no page does not apply', () => {
  expect(judge('automatic', 'inapplicable', 'inapplicable')).toBe('sans_objet');
  expect(judge('manual', 'inapplicable')).toBe('sans_objet');
});

test('what was only partly looked at is never called not applicable', () => {
  expect(judge('automatic', 'inapplicable', 'untested')).toBe('non_verifie');
  expect(judge('manual', 'inapplicable', 'untested')).toBe('a_verifier');
});

test('without any outcome a manual item awaits its person, the others are not checked', () => {
  expect(judge('manual')).toBe('a_verifier');
  expect(judge('automatic')).toBe('non_verifie');
  expect(judge('assisted', 'untested')).toBe('non_verifie');
});

test('a tally sets decided items against those that remain, and leaves out those that do not apply', () => {
  const verdicts: Verdict[] = [
    'conforme',
    'conforme',
    'non_conforme',
    'a_verifier',
    'non_verifie',
    'sans_objet',
  ];
  expect(tally(verdicts)).toEqual({
    conforme: 2,
    decided: 3,
    remaining: 2,
    notApplicable: 1,
    coverage: 3 / 5,
  });
});

test('coverage is nil where no item applies', () => {
  expect(tally(['sans_objet']).coverage).toBe(0);
  expect(tally([]).coverage).toBe(0);
});
