import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { formErrors } from './form-errors.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('errors that tell their field pass, announced or not', () => {
  expect(verdictLine(formErrors, seen({ forms: { errors: [] } }))).toEqual(['passed']);
  expect(
    verdictLine(formErrors, seen({ forms: { errors: [{ ...P, message: 'Erreur', fault: 'unannounced' }] } })),
  ).toEqual(['passed']);
});

test('errors by colour, without a field, or without a reason fail', () => {
  expect(
    verdictLine(formErrors, seen({ forms: { errors: [{ ...P, message: 'Erreur', fault: 'colour' }] } })),
  ).toEqual(['failed', 'colour']);
  expect(
    verdictLine(formErrors, seen({ forms: { errors: [{ ...P, message: 'Erreur', fault: 'unnamed' }] } })),
  ).toEqual(['failed', 'unnamed']);
  expect(
    verdictLine(formErrors, seen({ forms: { errors: [{ ...P, message: 'Erreur', fault: 'generic' }] } })),
  ).toEqual(['failed', 'generic']);
});

test('a page without a form is not judged', () => {
  expect(verdictLine(formErrors, seen({}))).toEqual(['inapplicable']);
});
