import { expect, test } from 'vitest';
import type { ColourFacts } from '../probes/colours.ts';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { nontextContrast } from './nontext-contrast.ts';

const facts = (paleFields: ColourFacts['paleFields']): ReturnType<typeof page> =>
  page({}, { rendered: rendered({ probes: { colours: { unpaired: null, paleFields } } }) });
const PALE = { selector: 'input', zone: 'main', component: 'input', html: '<input>', ratio: 1.35 } as const;

test('a field of too pale an edge fails, with its contrast written the French way', () => {
  expect(verdictLine(nontextContrast, facts([PALE]))).toEqual(['failed', 'pale-field']);
  expect(pageProblems(nontextContrast, facts([PALE]))[0]?.params).toEqual({ ratio: '1,35' });
});

test('a field that nothing draws fails without a figure', () => {
  expect(verdictLine(nontextContrast, facts([{ ...PALE, isUndrawn: true }]))).toEqual([
    'failed',
    'undrawn-field',
  ]);
});

test('a field whose edge shows against its own filling is for a person to weigh', () => {
  expect(verdictLine(nontextContrast, facts([{ ...PALE, isEdged: true }]))).toEqual([
    'cantTell',
    'edged-field',
  ]);
});

test('a field that only its own words show is for a person to weigh', () => {
  expect(verdictLine(nontextContrast, facts([{ ...PALE, isSigned: true }]))).toEqual([
    'cantTell',
    'signed-field',
  ]);
});

test('a control known by a pale drawing alone fails', () => {
  const pale = { placeholders: [], icons: [PALE] };
  const seen = page({}, { rendered: rendered({ probes: { pale } }) });
  expect(verdictLine(nontextContrast, seen)).toEqual(['failed', 'pale-icon']);
});

test('fields that show pass, a page that was not looked at is not judged', () => {
  expect(verdictLine(nontextContrast, facts([]))).toEqual(['passed']);
  expect(verdictLine(nontextContrast, page({}, { rendered: rendered() }))).toEqual(['inapplicable']);
});
