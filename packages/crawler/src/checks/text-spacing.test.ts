import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { textSpacing } from './text-spacing.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const room = { spacing: [], zoom: [], orientation: [] };
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('text that has room passes', () => {
  expect(verdictLine(textSpacing, seen({ textRoom: room }))).toEqual(['passed']);
});

test('text cut or covered fails', () => {
  expect(
    verdictLine(textSpacing, seen({ textRoom: { ...room, spacing: [{ ...P, fault: 'cut' }] } })),
  ).toEqual(['failed', 'cut']);
  expect(
    verdictLine(textSpacing, seen({ textRoom: { ...room, spacing: [{ ...P, fault: 'covered' }] } })),
  ).toEqual(['failed', 'covered']);
});

test('text with dots, or gone whole, is for a person to look at', () => {
  expect(
    verdictLine(textSpacing, seen({ textRoom: { ...room, spacing: [{ ...P, fault: 'ellipsis' }] } })),
  ).toEqual(['cantTell', 'doubt']);
  expect(
    verdictLine(textSpacing, seen({ textRoom: { ...room, spacing: [{ ...P, fault: 'gone' }] } })),
  ).toEqual(['cantTell', 'doubt']);
});

test('a page without text is not judged', () => {
  expect(verdictLine(textSpacing, seen({}))).toEqual(['inapplicable']);
});
