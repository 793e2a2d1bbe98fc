import { expect, test } from 'vitest';
import type { ContrastFacts } from '../passes/contrast.ts';
import { page, pageProblems, rendered, verdictLine } from '../testing.ts';
import { contrastStates } from './contrast-states.ts';

const P = { selector: 'p', zone: 'main', component: 'p', html: '<p>' } as const;
const facts = (contrast: Partial<ContrastFacts>): ReturnType<typeof page> =>
  page({}, { rendered: rendered({ passes: { contrast: { texts: [], states: [], ...contrast } } }) });

test('a text that no pixel behind it makes readable fails, with its figures', () => {
  const pale = facts({ texts: [{ ...P, lowest: 1.2, highest: 2.1, needed: 4.5 }] });
  expect(verdictLine(contrastStates, pale)).toEqual(['failed', 'pale-text']);
  expect(pageProblems(contrastStates, pale)[0]?.params).toEqual({ ratio: '2,1', needed: '4,5' });
});

test('a text of the colour of its ground is for a person to look for, one a little off fails', () => {
  const at = (highest: number): string[] =>
    verdictLine(contrastStates, facts({ texts: [{ ...P, lowest: 1, highest, needed: 4.5 }] }));
  expect(at(1.04)).toEqual(['cantTell', 'unseen-text']);
  expect(at(1.05)).toEqual(['failed', 'pale-text']);
});

test('a text that is readable somewhere is left to a person', () => {
  expect(
    verdictLine(contrastStates, facts({ texts: [{ ...P, lowest: 1.2, highest: 4.5, needed: 4.5 }] })),
  ).toEqual(['passed']);
});

test('a control that pales in several states fails once', () => {
  const states = (['hover', 'focus'] as const).map((state) => ({ ...P, state, ratio: 1.6, needed: 4.5 }));
  expect(verdictLine(contrastStates, facts({ states }))).toEqual(['failed', 'pale-state']);
});

test('a hint too pale in an empty field fails, with its figures', () => {
  const pale = { placeholders: [{ ...P, ratio: 1.6, needed: 4.5 }], icons: [] };
  const seen = page({}, { rendered: rendered({ probes: { pale } }) });
  expect(verdictLine(contrastStates, seen)).toEqual(['failed', 'pale-placeholder']);
  expect(pageProblems(contrastStates, seen)[0]?.params).toEqual({ ratio: '1,6', needed: '4,5' });
});

test('a page that was not measured is not judged', () => {
  expect(verdictLine(contrastStates, page({}, { rendered: rendered() }))).toEqual(['inapplicable']);
});
