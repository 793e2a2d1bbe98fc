import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { hoverContent } from './hover-content.ts';

const shown = {
  ...PARAGRAPH,
  text: 'Deux mois',
  by: 'style',
  isFocusable: true,
  isClosedByEscape: true,
  coversText: false,
  hasControls: false,
  flees: false,
} as const;

test('what shows by keyboard too passes', () => {
  expect(
    verdictLine(hoverContent, tried({ hover: { contents: [{ ...shown, isFocusable: true }] } })),
  ).toEqual(['passed']);
  expect(
    verdictLine(hoverContent, tried({ hover: { contents: [{ ...shown, isFocusable: null }] } })),
  ).toEqual(['passed']);
});

test('what only the mouse shows fails, by style or by script', () => {
  expect(
    verdictLine(hoverContent, tried({ hover: { contents: [{ ...shown, isFocusable: false }] } })),
  ).toEqual(['failed', 'mouse-only']);
  expect(
    verdictLine(
      hoverContent,
      tried({ hover: { contents: [{ ...shown, isFocusable: false, by: 'script' }] } }),
    ),
  ).toEqual(['failed', 'script-mouse-only']);
});

test('what did not show when the mouse came again is to be looked at, and nothing else is said of it', () => {
  const once = {
    ...shown,
    isFocusable: false,
    isOnce: true as const,
    coversText: true,
    isClosedByEscape: false,
  };
  expect(verdictLine(hoverContent, tried({ hover: { contents: [once] } }))).toEqual([
    'cantTell',
    'shown-once',
  ]);
});

test('what a style alone shows is no fault of a script', () => {
  expect(hoverContent.codes['mouse-only']?.rgaa).not.toContain('7.3');
  expect(hoverContent.codes['script-mouse-only']?.rgaa).toContain('7.3');
});

test('a note that its link leads to is not lost', () => {
  const note = { ...shown, isFocusable: false, isAtTarget: true as const };
  expect(verdictLine(hoverContent, tried({ hover: { contents: [note] } }))).toEqual(['passed']);
});

test('what hides text and stays at Escape fails, unless it is a menu', () => {
  expect(
    verdictLine(
      hoverContent,
      tried({ hover: { contents: [{ ...shown, coversText: true, isClosedByEscape: false }] } }),
    ),
  ).toEqual(['failed', 'covering']);
  expect(
    verdictLine(
      hoverContent,
      tried({
        hover: { contents: [{ ...shown, coversText: true, isClosedByEscape: false, hasControls: true }] },
      }),
    ),
  ).toEqual(['cantTell', 'covering']);
  expect(verdictLine(hoverContent, tried({ hover: { contents: [{ ...shown, coversText: true }] } }))).toEqual(
    ['passed'],
  );
  expect(
    verdictLine(hoverContent, tried({ hover: { contents: [{ ...shown, isClosedByEscape: false }] } })),
  ).toEqual(['passed']);
});

test('what goes away as the mouse comes fails', () => {
  expect(verdictLine(hoverContent, tried({ hover: { contents: [{ ...shown, flees: true }] } }))).toEqual([
    'failed',
    'fleeing',
  ]);
});

test('a page on which nothing shows is not judged', () => {
  expect(verdictLine(hoverContent, tried({}))).toEqual(['inapplicable']);
});

test('a text that the focus shows for a moment only fails', () => {
  const fading = [{ ...PARAGRAPH, text: 'Deux mois' }];
  expect(verdictLine(hoverContent, tried({ hover: { contents: [], fading } }))).toEqual(['failed', 'fading']);
});
