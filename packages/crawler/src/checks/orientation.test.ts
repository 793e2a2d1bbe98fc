import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { orientation } from './orientation.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const room = { spacing: [], zoom: [], orientation: [] };
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('a page that reads both ways passes', () => {
  expect(verdictLine(orientation, seen({ textRoom: room }))).toEqual(['passed']);
});

test('a page on its side, or replaced by a request to turn the screen, fails', () => {
  expect(
    verdictLine(orientation, seen({ textRoom: { ...room, orientation: [{ ...P, fault: 'turned' }] } })),
  ).toEqual(['failed', 'turned']);
  expect(
    verdictLine(orientation, seen({ textRoom: { ...room, orientation: [{ ...P, fault: 'absent' }] } })),
  ).toEqual(['failed', 'absent']);
});

test('a page without text is not judged', () => {
  expect(verdictLine(orientation, seen({}))).toEqual(['inapplicable']);
});
