import { expect, test } from 'vitest';
import type { ColourFacts } from '../probes/colours.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { colorPair } from './color-pair.ts';

const judge = (unpaired: ColourFacts['unpaired']): string[] =>
  verdictLine(
    colorPair,
    page({}, { rendered: rendered({ probes: { colours: { unpaired, paleFields: [] } } }) }),
  );

test('a text colour without a background fails', () => {
  expect(
    judge({ selector: 'p', zone: 'main', component: 'p', html: '<p>', colour: 'rgb(51, 51, 51)' }),
  ).toEqual(['failed', 'no-background']);
});

test('a page that sets both passes, one that was not looked at is not judged', () => {
  expect(judge(null)).toEqual(['passed']);
  expect(verdictLine(colorPair, page({}, { rendered: rendered() }))).toEqual(['inapplicable']);
});
