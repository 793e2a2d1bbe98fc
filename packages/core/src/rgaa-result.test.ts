import { expect, test } from 'vitest';
import {
  highestRate,
  outOfScope,
  ratePercent,
  rgaaResultLabels,
  rgaaResultOf,
  rgaaResults,
  type RgaaEvidence,
  type RgaaResult,
} from './rgaa-result.ts';
import type { RgaaReach } from './rgaa.ts';

const result = (partial: Partial<RgaaEvidence> = {}, reach: RgaaReach = 'decided'): RgaaResult =>
  rgaaResultOf({ reach }, { failed: 0, doubts: 0, isInScope: undefined, isChecked: true, ...partial });

test('a proven failure comes before all else', () => {
  expect(result({ failed: 1, doubts: 3, isInScope: false })).toBe('non_conforme');
});

test('what is nowhere met does not apply; what is not known may', () => {
  expect(result({ isInScope: false, doubts: 1 })).toBe('non_applicable');
  expect(result({ isInScope: undefined })).toBe('aucun_defaut');
  expect(result({ isInScope: true })).toBe('aucun_defaut');
});

test('a doubt is for a person, and so is all that a machine only lists', () => {
  expect(result({ doubts: 1 })).toBe('a_verifier');
  expect(result({}, 'list')).toBe('a_verifier');
});

test('without a check, or out of reach, nothing was tested', () => {
  expect(result({ isChecked: false })).toBe('non_teste');
  expect(result({ isChecked: false }, 'list')).toBe('non_teste');
  expect(result({}, 'nothing')).toBe('non_teste');
  expect(result({}, 'failures')).toBe('aucun_defaut');
});

test('no result says that a criterion is met', () => {
  expect(rgaaResults.map((each) => rgaaResultLabels[each]).join()).not.toMatch(/^conforme|,conforme/);
});

test('the highest rate leaves out what does not apply, and counts every doubt as met', () => {
  const rate = highestRate([
    ...(['non_conforme', 'aucun_defaut', 'a_verifier'] as const),
    ...(['non_teste', 'non_applicable'] as const),
  ]);
  expect(rate).toEqual({ numerator: 3, denominator: 4 });
  expect(ratePercent(rate)).toBe(75);
});

test('an upper bound is rounded up, and of nothing there is none', () => {
  expect(ratePercent({ numerator: 2, denominator: 3 })).toBe(66.7);
  expect(ratePercent({ numerator: 1, denominator: 3 })).toBe(33.4);
  expect(ratePercent({ numerator: 0, denominator: 0 })).toBeNull();
});

test('a criterion is out of scope where its selector matches nothing; without a selector, or a look, never', () => {
  const all = outOfScope([]);
  expect(all.has('2.1')).toBe(true);
  expect(all.has('8.1')).toBe(false);
  expect(outOfScope(['2.1']).has('2.1')).toBe(false);
  expect(outOfScope(undefined).size).toBe(0);
});
