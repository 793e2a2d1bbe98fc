import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { statusMessage } from './status-message.ts';

const P = { selector: 'main > p', zone: 'main', component: 'p', html: '<p>Délais' } as const;
const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('what is announced passes', () => {
  expect(verdictLine(statusMessage, seen({ toggles: { toggles: [] } }))).toEqual(['passed']);
  expect(
    verdictLine(statusMessage, seen({ forms: { errors: [{ ...P, message: 'Erreur', fault: 'unnamed' }] } })),
  ).toEqual(['passed']);
});

test('a message or an error that nothing announces fails', () => {
  expect(
    verdictLine(
      statusMessage,
      seen({ toggles: { toggles: [{ ...P, panel: 'Horaires', fault: 'status' }] } }),
    ),
  ).toEqual(['failed', 'silent']);
  expect(
    verdictLine(
      statusMessage,
      seen({ forms: { errors: [{ ...P, message: 'Erreur', fault: 'unannounced' }] } }),
    ),
  ).toEqual(['failed', 'silent-error']);
});

test('a page on which nothing was tried is not judged', () => {
  expect(verdictLine(statusMessage, seen({}))).toEqual(['inapplicable']);
});
