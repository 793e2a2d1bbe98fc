import { expect, test } from 'vitest';
import { tried, verdictLine } from '../testing.ts';
import { timedRefresh } from './timed-refresh.ts';

test('timers that lead nowhere pass', () => {
  expect(verdictLine(timedRefresh, tried({ delays: { delays: [], hasControl: false } }))).toEqual(['passed']);
});

test('a timer that leaves, or ends the session, fails', () => {
  expect(
    verdictLine(
      timedRefresh,
      tried({ delays: { delays: [{ kind: 'leaves', seconds: 60 }], hasControl: false } }),
    ),
  ).toEqual(['failed', 'leaves']);
  expect(
    verdictLine(
      timedRefresh,
      tried({ delays: { delays: [{ kind: 'expires', seconds: 60 }], hasControl: false } }),
    ),
  ).toEqual(['failed', 'expires']);
});

test('one that may be stopped is for a person to try', () => {
  expect(
    verdictLine(
      timedRefresh,
      tried({ delays: { delays: [{ kind: 'leaves', seconds: 60 }], hasControl: true } }),
    ),
  ).toEqual(['cantTell', 'controlled']);
});

test('a page without timers is not judged', () => {
  expect(verdictLine(timedRefresh, tried({}))).toEqual(['inapplicable']);
});
