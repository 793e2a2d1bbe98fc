import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { gestureInventory } from './gesture-inventory.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const heard = { mouseOnly: [], roleless: [], early: [], gestures: [] };
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('what follows a finger is for a person to try', () => {
  expect(verdictLine(gestureInventory, seen({ pointer: { ...heard, gestures: [P] } }))).toEqual([
    'cantTell',
    'gesture',
  ]);
});

test('a page that follows none is not judged', () => {
  expect(verdictLine(gestureInventory, seen({ pointer: { ...heard } }))).toEqual(['inapplicable']);
  expect(verdictLine(gestureInventory, seen({}))).toEqual(['inapplicable']);
});
