import { expect, test } from 'vitest';
import type { AxeResult } from '../axe-facts.ts';
import { readRendered } from '../read.ts';
import { page, rendered, tried, verdictLine } from '../testing.ts';
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

test('a refresh that the browser obeys fails, however it is written, unless axe-core has told it', () => {
  const judge = (value: string, axe: AxeResult[] = []): string[] => {
    const html = `<html lang="fr"><head><meta http-equiv="refresh" content="${value}"></head></html>`;
    const content = readRendered(html, 'https://www.exemple.gouv.fr/');
    return verdictLine(timedRefresh, page({}, { rendered: rendered({ content, axe }) }));
  };
  expect(judge("30,url='/a'")).toEqual(['failed', 'refreshes']);
  expect(judge('0,/a')).toEqual(['inapplicable']);
  expect(judge('72000,/a')).toEqual(['failed', 'refreshes']);
  expect(judge('72001,/a')).toEqual(['inapplicable']);
  const told = { rule: 'meta-refresh', outcome: 'violation', impact: 'critical' } as const;
  expect(judge('30;/a', [{ ...told, tags: [], help: '', nodes: [] }])).toEqual(['inapplicable']);
});

test('a page without timers is not judged', () => {
  expect(verdictLine(timedRefresh, tried({}))).toEqual(['inapplicable']);
});
