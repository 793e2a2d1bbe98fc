import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { disclosureState } from './disclosure-state.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('buttons that tell their state pass, and messages are not theirs', () => {
  expect(verdictLine(disclosureState, seen({ toggles: { toggles: [] } }))).toEqual(['passed']);
  expect(
    verdictLine(
      disclosureState,
      seen({ toggles: { toggles: [{ ...P, panel: 'Horaires', fault: 'status' }] } }),
    ),
  ).toEqual(['passed']);
});

test('a state that is not told, or does not change, fails', () => {
  expect(
    verdictLine(
      disclosureState,
      seen({ toggles: { toggles: [{ ...P, panel: 'Horaires', fault: 'untold' }] } }),
    ),
  ).toEqual(['failed', 'untold']);
  expect(
    verdictLine(
      disclosureState,
      seen({ toggles: { toggles: [{ ...P, panel: 'Horaires', fault: 'stuck' }] } }),
    ),
  ).toEqual(['failed', 'stuck']);
});

test('a page without such buttons is not judged', () => {
  expect(verdictLine(disclosureState, seen({}))).toEqual(['inapplicable']);
});
