import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { autoplayAudio } from './autoplay-audio.ts';

test('three seconds of sound pass, more fail', () => {
  expect(
    verdictLine(
      autoplayAudio,
      tried({ sound: { automatic: [{ ...PARAGRAPH, seconds: 3, hasControl: false }], mouseOnly: [] } }),
    ),
  ).toEqual(['passed']);
  expect(
    verdictLine(
      autoplayAudio,
      tried({ sound: { automatic: [{ ...PARAGRAPH, seconds: 3.1, hasControl: false }], mouseOnly: [] } }),
    ),
  ).toEqual(['failed', 'plays']);
});

test('what may be stopped, or may be short, is for a person to listen to', () => {
  expect(
    verdictLine(
      autoplayAudio,
      tried({ sound: { automatic: [{ ...PARAGRAPH, seconds: 60, hasControl: true }], mouseOnly: [] } }),
    ),
  ).toEqual(['cantTell', 'doubt']);
  expect(
    verdictLine(
      autoplayAudio,
      tried({ sound: { automatic: [{ ...PARAGRAPH, seconds: null, hasControl: false }], mouseOnly: [] } }),
    ),
  ).toEqual(['cantTell', 'doubt']);
});

test('a silent page is not judged', () => {
  expect(verdictLine(autoplayAudio, tried({}))).toEqual(['inapplicable']);
});
