import { expect, test } from 'vitest';
import type { ShownOrder } from '../probes/shown-order.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { cssOffOrder } from './css-off-order.ts';

const MOVED: ShownOrder = {
  ...{ selector: '.row', zone: 'main', component: 'div.row', html: '<div class="row">' },
  ...{ by: 'reverse', text: 'Première étape' },
};
const judge = (shownOrder: readonly ShownOrder[]): string[] =>
  verdictLine(cssOffOrder, page({}, { rendered: rendered({ probes: { shownOrder } }) }));

test('each text that a style sheet moves is for a person to read in the order written', () => {
  expect(judge([MOVED, { ...MOVED, by: 'order' }])).toEqual(['cantTell', 'read-order', 'read-order']);
});

test('a page shown in its own order is not concerned', () => {
  expect(judge([])).toEqual(['inapplicable']);
});

test('steps written from the last to the first fail', () => {
  expect(judge([{ ...MOVED, by: 'backwards' }])).toEqual(['failed', 'backwards']);
});
