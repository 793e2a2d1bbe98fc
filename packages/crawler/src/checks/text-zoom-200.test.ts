import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { textZoom200 } from './text-zoom-200.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const room = { spacing: [], zoom: [], orientation: [] };
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('text that has room passes', () => {
  expect(verdictLine(textZoom200, seen({ textRoom: room }))).toEqual(['passed']);
});

test('text cut, covered or that does not grow fails', () => {
  expect(verdictLine(textZoom200, seen({ textRoom: { ...room, zoom: [{ ...P, fault: 'cut' }] } }))).toEqual([
    'failed',
    'cut',
  ]);
  expect(
    verdictLine(textZoom200, seen({ textRoom: { ...room, zoom: [{ ...P, fault: 'covered' }] } })),
  ).toEqual(['failed', 'covered']);
  expect(verdictLine(textZoom200, seen({ textRoom: { ...room, zoom: [{ ...P, fault: 'still' }] } }))).toEqual(
    ['failed', 'still'],
  );
});

test('text with dots, or gone whole, is for a person to look at', () => {
  expect(
    verdictLine(textZoom200, seen({ textRoom: { ...room, zoom: [{ ...P, fault: 'ellipsis' }] } })),
  ).toEqual(['cantTell', 'doubt']);
  expect(verdictLine(textZoom200, seen({ textRoom: { ...room, zoom: [{ ...P, fault: 'gone' }] } }))).toEqual([
    'cantTell',
    'doubt',
  ]);
});

test('a page without text is not judged', () => {
  expect(verdictLine(textZoom200, seen({}))).toEqual(['inapplicable']);
});
