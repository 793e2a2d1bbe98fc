import { expect, test } from 'vitest';
import { cssContent } from './checks/css-content.ts';
import { headingStructure } from './checks/heading-structure.ts';
import { labelQuality } from './checks/label-quality.ts';
import { failed, type Check } from './check.ts';
import { OPENING, page, rendered } from './testing.ts';
import { doubtedLook, ledBy } from './unstyled.ts';

const SHEET = 'https://www.exemple.gouv.fr/site.css';
const outcome = (check: Check, code: string, unstyled?: readonly string[], rule?: string): unknown => {
  const opening = { ...OPENING, ...(unstyled ? { unstyled } : {}) };
  const at = rule === undefined ? {} : { rule: { id: rule, rgaa: [], rgaaTests: [], axe: [] } };
  return doubtedLook(check, failed(code, {}, at), page({}, { rendered: rendered({ opening }) })).problem
    .outcome;
};

test('without one of its style sheets, a page is not proven wrong by its look', () => {
  expect(outcome(cssContent, 'added-words')).toBe('failed');
  expect(outcome(cssContent, 'added-words', [SHEET])).toBe('cantTell');
  expect(outcome(cssContent, 'serious', [SHEET], 'axe/color-contrast')).toBe('cantTell');
});

test('what its code alone proves stays proven', () => {
  expect(outcome(headingStructure, 'fake-heading', [SHEET])).toBe('cantTell');
  expect(outcome(labelQuality, 'label-not-in-name', [SHEET])).toBe('cantTell');
  expect(outcome(labelQuality, 'placeholder-only', [SHEET])).toBe('failed');
  expect(outcome(headingStructure, 'empty-heading', [SHEET])).toBe('failed');
  expect(outcome(headingStructure, 'serious', [SHEET], 'axe/image-alt')).toBe('failed');
});

test('the words of the doubt name the sheet, and come before those of the fault', () => {
  const found = doubtedLook(
    cssContent,
    failed('added-words', { text: 'Attention' }),
    page({}, { rendered: rendered({ opening: { ...OPENING, unstyled: [SHEET] } }) }),
  );
  expect(found.problem.params).toEqual({ text: 'Attention', sheet: SHEET });
  expect(ledBy(found.lead ?? '', { items: [], severity: 'minor', text: 'Texte.' }).text).toMatch(
    /^Une feuille de style .*\{sheet\}.* Texte\.$/,
  );
});
