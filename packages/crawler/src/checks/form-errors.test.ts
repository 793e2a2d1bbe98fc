import { expect, test } from 'vitest';
import { page, PARAGRAPH, rendered, tried, verdictLine } from '../testing.ts';
import { formErrors } from './form-errors.ts';

test('errors that tell their field pass, announced or not', () => {
  expect(verdictLine(formErrors, tried({ forms: { errors: [] } }))).toEqual(['passed']);
  expect(
    verdictLine(
      formErrors,
      tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault: 'unannounced' }] } }),
    ),
  ).toEqual(['passed']);
});

test('errors by colour, without a field, or without a reason fail', () => {
  expect(
    verdictLine(
      formErrors,
      tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault: 'colour' }] } }),
    ),
  ).toEqual(['failed', 'colour']);
  expect(
    verdictLine(
      formErrors,
      tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault: 'unnamed' }] } }),
    ),
  ).toEqual(['failed', 'unnamed']);
  expect(
    verdictLine(
      formErrors,
      tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault: 'generic' }] } }),
    ),
  ).toEqual(['failed', 'generic']);
});

test('mistakes told as the page comes, without their place or their format, fail', () => {
  for (const fault of ['formless', 'nowhere', 'standing-colour'] as const)
    expect(
      verdictLine(formErrors, tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault }] } })),
    ).toEqual(['failed', fault]);
});

test('a field that must be filled in and does not say so fails, whatever the form answers', () => {
  const seen = page({}, { rendered: rendered({ probes: { untoldRequired: [PARAGRAPH] } }) });
  expect(verdictLine(formErrors, seen)).toEqual(['failed', 'untold-required']);
});

test('a star that nothing explains fails, and so does a format that nothing tells', () => {
  const untoldRequired = [{ ...PARAGRAPH, isStar: true as const }];
  const star = page({}, { rendered: rendered({ probes: { untoldRequired } }) });
  expect(verdictLine(formErrors, star)).toEqual(['failed', 'untold-star']);
  const format = page({}, { rendered: rendered({ probes: { untoldFormat: [PARAGRAPH] } }) });
  expect(verdictLine(formErrors, format)).toEqual(['failed', 'untold-format']);
});

test('a field that its bold label alone marks is for a person to weigh', () => {
  const untoldRequired = [{ ...PARAGRAPH, isBold: true as const }];
  const bold = page({}, { rendered: rendered({ probes: { untoldRequired } }) });
  expect(verdictLine(formErrors, bold)).toEqual(['cantTell', 'bold-required']);
});

test('a star that its tooltip explains is for a person to weigh', () => {
  const untoldRequired = [{ ...PARAGRAPH, isStar: true as const, isTitled: true as const }];
  const star = page({}, { rendered: rendered({ probes: { untoldRequired } }) });
  expect(verdictLine(formErrors, star)).toEqual(['cantTell', 'titled-star']);
});

test('a page without a form is not judged', () => {
  expect(verdictLine(formErrors, tried({}))).toEqual(['inapplicable']);
});

test('a message that hides the reason or the field, or that some are not told, fails', () => {
  for (const fault of ['causeless', 'unheard', 'ambiguous'] as const)
    expect(
      verdictLine(formErrors, tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault }] } })),
    ).toEqual(['failed', fault]);
});
