import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { disclosureState } from './disclosure-state.ts';

test('buttons that tell their state pass, and messages are not theirs', () => {
  expect(verdictLine(disclosureState, tried({ toggles: { toggles: [] } }))).toEqual(['passed']);
  expect(
    verdictLine(
      disclosureState,
      tried({ toggles: { toggles: [{ ...PARAGRAPH, panel: 'Horaires', fault: 'status' }] } }),
    ),
  ).toEqual(['passed']);
});

test('a state that is not told, or does not change, fails', () => {
  expect(
    verdictLine(
      disclosureState,
      tried({ toggles: { toggles: [{ ...PARAGRAPH, panel: 'Horaires', fault: 'untold' }] } }),
    ),
  ).toEqual(['failed', 'untold']);
  expect(
    verdictLine(
      disclosureState,
      tried({ toggles: { toggles: [{ ...PARAGRAPH, panel: 'Horaires', fault: 'stuck' }] } }),
    ),
  ).toEqual(['failed', 'stuck']);
});

test('a window laid over the page that nothing tells fails', () => {
  const facts = tried({ toggles: { toggles: [{ ...PARAGRAPH, panel: 'Pièces', fault: 'window' }] } });
  expect(verdictLine(disclosureState, facts)).toEqual(['failed', 'window']);
});

test('a page without such buttons is not judged', () => {
  expect(verdictLine(disclosureState, tried({}))).toEqual(['inapplicable']);
});

test('one that only the mouse closes fails for the keyboard too', () => {
  const window = { ...PARAGRAPH, panel: 'Pièces', fault: 'window', isMouseClosed: true } as const;
  expect(verdictLine(disclosureState, tried({ toggles: { toggles: [window] } }))).toEqual([
    'failed',
    'window',
    'mouse-closed',
  ]);
});
