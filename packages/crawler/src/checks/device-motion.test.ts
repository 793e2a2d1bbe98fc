import { expect, test } from 'vitest';
import { tried, verdictLine } from '../testing.ts';
import { deviceMotion } from './device-motion.ts';

test('what a shake does fails when nothing else does it nor turns it off', () => {
  expect(
    verdictLine(deviceMotion, tried({ shaking: { acts: true, canTurnOff: false, hasControls: false } })),
  ).toEqual(['failed', 'motion']);
});

test('what can be turned off, may be done otherwise, or did nothing, is for a person to try', () => {
  expect(
    verdictLine(deviceMotion, tried({ shaking: { acts: true, canTurnOff: false, hasControls: true } })),
  ).toEqual(['cantTell', 'inventory']);
  expect(
    verdictLine(deviceMotion, tried({ shaking: { acts: true, canTurnOff: true, hasControls: true } })),
  ).toEqual(['cantTell', 'inventory']);
  expect(
    verdictLine(deviceMotion, tried({ shaking: { acts: false, canTurnOff: false, hasControls: false } })),
  ).toEqual(['cantTell', 'inventory']);
});

test('a page that does not listen to movements is not judged', () => {
  expect(verdictLine(deviceMotion, tried({}))).toEqual(['inapplicable']);
});
