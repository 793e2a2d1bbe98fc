import { expect, test } from 'vitest';
import type { PassFacts } from '../passes/index.ts';
import { page, rendered, verdictLine } from '../testing.ts';
import { timedRefresh } from './timed-refresh.ts';

const seen = (passes: PassFacts): ReturnType<typeof page> => page({}, { rendered: rendered({ passes }) });

test('timers that lead nowhere pass', () => {
  expect(verdictLine(timedRefresh, seen({ delays: { delays: [], hasControl: false } }))).toEqual(['passed']);
});

test('a timer that leaves, or ends the session, fails', () => {
  expect(
    verdictLine(
      timedRefresh,
      seen({ delays: { delays: [{ kind: 'leaves', seconds: 60 }], hasControl: false } }),
    ),
  ).toEqual(['failed', 'leaves']);
  expect(
    verdictLine(
      timedRefresh,
      seen({ delays: { delays: [{ kind: 'expires', seconds: 60 }], hasControl: false } }),
    ),
  ).toEqual(['failed', 'expires']);
});

test('one that may be stopped is for a person to try', () => {
  expect(
    verdictLine(
      timedRefresh,
      seen({ delays: { delays: [{ kind: 'leaves', seconds: 60 }], hasControl: true } }),
    ),
  ).toEqual(['cantTell', 'controlled']);
});

test('a page without timers is not judged', () => {
  expect(verdictLine(timedRefresh, seen({}))).toEqual(['inapplicable']);
});
