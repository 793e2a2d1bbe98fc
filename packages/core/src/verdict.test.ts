import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from './finding.ts';
import type { Mode } from './grid.ts';
import { parse } from './parse.ts';
import {
  conformity,
  conformityCoverage,
  decisionSchema,
  tally,
  verdictOf,
  verdicts,
  type Decision,
  type Verdict,
} from './verdict.ts';

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
  const row: Verdict[] = ['conforme', 'conforme', 'non_conforme', 'a_verifier', 'non_verifie', 'sans_objet'];
  expect(tally(row)).toEqual({
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

test('whatever the verdicts, each item is decided, remains or does not apply', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...verdicts)), (row) => {
      const { conforme, decided, remaining, notApplicable, coverage } = tally(row);
      expect(decided + remaining + notApplicable).toBe(row.length);
      expect(conforme).toBeLessThanOrEqual(decided);
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1);
    }),
  );
});

test('a decision has an author, a day, and a verdict that a person can give', () => {
  const refused = (value: unknown) => {
    const result = parse(decisionSchema, value);
    return 'issues' in result ? result.issues.map(({ path }) => path.join('.')) : [];
  };
  expect(refused(decision)).toEqual([]);
  expect(refused({ ...decision, verdict: 'a_verifier' })).toEqual([]);
  expect(
    refused({ ...decision, verdict: 'sans_objet', reason: 'Site fermé', evidence: ['Photo 3'] }),
  ).toEqual([]);
  expect(refused({ ...decision, verdict: 'non_verifie' })).toEqual(['verdict']);
  expect(refused({ ...decision, by: ' ', date: '2026-02-30', sameAs: '2026-T5' })).toEqual([
    'by',
    'date',
    'sameAs',
  ]);
  expect(refused({ verdict: 'conforme' })).toEqual(['by', 'date']);
});

const rows = (counts: Partial<Record<Verdict, number>>): Verdict[] =>
  verdicts.flatMap((verdict) => Array.from({ length: counts[verdict] ?? 0 }, () => verdict));
const printed = (counts: Partial<Record<Verdict, number>>, coverage = 0.9) =>
  conformity(tally(rows(counts)), coverage);

test('conformity says how many are conform, decided and left, 0 and 1 in the singular', () => {
  expect(printed({ conforme: 4, non_conforme: 2, a_verifier: 3, non_verifie: 2, sans_objet: 9 }).text).toBe(
    '4\u00A0conformes sur 6\u00A0décidés, 5\u00A0restants',
  );
  expect(printed({ conforme: 1, a_verifier: 1 }).text).toBe(
    '1\u00A0conforme sur 1\u00A0décidé, 1\u00A0restant',
  );
  expect(printed({}).text).toBe('0\u00A0conforme sur 0\u00A0décidé, 0\u00A0restant');
});

test('there is a rate once nine applicable items out of ten are decided, and none before', () => {
  expect(conformityCoverage.value).toBe(0.9);
  expect(printed({ conforme: 7, non_conforme: 2, a_verifier: 1, sans_objet: 5 }).rate).toEqual({
    numerator: 7,
    denominator: 9,
  });
  expect(printed({ conforme: 88, non_conforme: 1, non_verifie: 11 }).rate).toBeNull();
});

test('the coverage that a rate asks for is a setting', () => {
  expect(printed({ conforme: 1, a_verifier: 1 }, 0.5).rate).toEqual({ numerator: 1, denominator: 1 });
  expect(printed({ conforme: 1, a_verifier: 1 }, 0.51).rate).toBeNull();
});

test('there is no rate where nothing is decided, whatever the coverage asked for', () => {
  expect(printed({ sans_objet: 3 }, 0).rate).toBeNull();
});
