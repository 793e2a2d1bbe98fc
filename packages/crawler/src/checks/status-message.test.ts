import { expect, test } from 'vitest';
import { PARAGRAPH, tried, verdictLine } from '../testing.ts';
import { statusMessage } from './status-message.ts';

test('what is announced passes', () => {
  expect(verdictLine(statusMessage, tried({ toggles: { toggles: [] } }))).toEqual(['passed']);
  expect(
    verdictLine(
      statusMessage,
      tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault: 'unnamed' }] } }),
    ),
  ).toEqual(['passed']);
});

test('a message or an error that nothing announces fails', () => {
  expect(
    verdictLine(
      statusMessage,
      tried({ toggles: { toggles: [{ ...PARAGRAPH, panel: 'Horaires', fault: 'status' }] } }),
    ),
  ).toEqual(['failed', 'silent']);
  expect(
    verdictLine(
      statusMessage,
      tried({ forms: { errors: [{ ...PARAGRAPH, message: 'Erreur', fault: 'unannounced' }] } }),
    ),
  ).toEqual(['failed', 'silent-error']);
});

test('a page on which nothing was tried is not judged', () => {
  expect(verdictLine(statusMessage, tried({}))).toEqual(['inapplicable']);
});
