import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { autoplayAudio } from './autoplay-audio.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('three seconds of sound pass, more fail', () => {
  expect(
    verdictLine(
      autoplayAudio,
      seen({ sound: { automatic: [{ ...P, seconds: 3, hasControl: false }], mouseOnly: [] } }),
    ),
  ).toEqual(['passed']);
  expect(
    verdictLine(
      autoplayAudio,
      seen({ sound: { automatic: [{ ...P, seconds: 3.1, hasControl: false }], mouseOnly: [] } }),
    ),
  ).toEqual(['failed', 'plays']);
});

test('what may be stopped, or may be short, is for a person to listen to', () => {
  expect(
    verdictLine(
      autoplayAudio,
      seen({ sound: { automatic: [{ ...P, seconds: 60, hasControl: true }], mouseOnly: [] } }),
    ),
  ).toEqual(['cantTell', 'doubt']);
  expect(
    verdictLine(
      autoplayAudio,
      seen({ sound: { automatic: [{ ...P, seconds: null, hasControl: false }], mouseOnly: [] } }),
    ),
  ).toEqual(['cantTell', 'doubt']);
});

test('a silent page is not judged', () => {
  expect(verdictLine(autoplayAudio, seen({}))).toEqual(['inapplicable']);
});
