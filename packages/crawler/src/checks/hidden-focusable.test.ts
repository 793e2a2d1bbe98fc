import { expect, test } from 'vitest';
import type { Focusable } from '../probes/focusables.ts';
import type { ProbeFacts } from '../probes/index.ts';
import type { SeenPlace } from '../probes/kit.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { hiddenFocusable } from './hidden-focusable.ts';

const PLACE: SeenPlace = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Fermé' };
const FOCUSABLE: Focusable = {
  ...PLACE,
  name: 'Fermer',
  role: 'button',
  tabindex: 0,
  isVisible: true,
  isExposed: true,
};
const judge = (probes: ProbeFacts): string[] =>
  verdictLine(hiddenFocusable, page({}, { rendered: rendered({ probes }) }));
const hidden = (letters: number): ProbeFacts => ({ hiddenText: [{ ...PLACE, text: 'Fermé', letters }] });
const focusable = (rest: Partial<Focusable>): ProbeFacts => ({
  focusables: [{ ...FOCUSABLE, ...rest }],
});

test('a page where nothing is hidden amiss passes', () => {
  expect(judge(focusable({}))).toEqual(['passed']);
});

test('a sentence that only the eye gets fails, fewer letters are for a person to weigh', () => {
  expect(judge(hidden(60))).toEqual(['failed', 'unread-text']);
  expect(judge(hidden(59))).toEqual(['cantTell', 'read-hidden-text']);
});

test('what takes the focus out of sight is for a person to try', () => {
  expect(judge(focusable({ isVisible: false, html: '<button>Fermer' }))).toEqual([
    'cantTell',
    'unseen-focus',
  ]);
});

test('a skip link, a field drawn by its label and what is hidden from everybody are let be', () => {
  expect(judge(focusable({ isVisible: false, html: '<a class="fr-link" href="#contenu">' }))).toEqual([
    'passed',
  ]);
  expect(judge(focusable({ isVisible: false, html: '<input type="checkbox">' }))).toEqual(['passed']);
  expect(judge(focusable({ isVisible: false, isExposed: false, html: '<button>Fermer' }))).toEqual([
    'passed',
  ]);
});
