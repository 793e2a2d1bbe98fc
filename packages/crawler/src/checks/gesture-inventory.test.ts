import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { gestureInventory } from './gesture-inventory.ts';

const heard = { mouseOnly: [], roleless: [], early: [], gestures: [] };

test('what follows a finger is for a person to try', () => {
  expect(verdictLine(gestureInventory, tried({ pointer: { ...heard, gestures: [PARAGRAPH] } }))).toEqual([
    'cantTell',
    'gesture',
  ]);
});

test('a page that follows none is not judged', () => {
  expect(verdictLine(gestureInventory, tried({ pointer: { ...heard } }))).toEqual(['inapplicable']);
  expect(verdictLine(gestureInventory, tried({}))).toEqual(['inapplicable']);
});
