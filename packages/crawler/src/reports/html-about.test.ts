import { expect, test } from 'vitest';
import type { SinceReport } from '../since-report.ts';
import { report } from './fixture.ts';
import { htmlReport } from './html.ts';

const SINCE: SinceReport = {
  campaign: '2026-T3',
  startedOn: '2026-08-01',
  pages: {
    read: { new: 1, changed: 2, same: 30, due: 4 },
    reused: { 'not-modified': 1000, sitemap: 20, listing: 3 },
  },
  others: 1,
  rendered: { opened: 3, reused: 80 },
};

/** The words of the report, with plain spaces. */
const words = (since?: SinceReport): string => {
  const base = report();
  return htmlReport(since ? { ...base, execution: { ...base.execution, since } } : base)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/(?:\s|&nbsp;)+/g, ' ');
};

test('an audit that starts from another says what it read again, what it did not, and why', () => {
  const text = words(SINCE);
  expect(text).toContain('3e trimestre 2026, commencé le 1er août 2026');
  expect(text).toContain('37 sur 1 060 : 1 nouvelle, 2 changées, 30 inchangées');
  expect(text).toContain('4 relues par précaution');
  expect(text).toContain('1 023 sur 1 060 : 1 000 que le serveur dit inchangées, 20 d’après le plan du site');
  expect(text).toContain('1 que son serveur dit inchangé');
  expect(text).toContain('3 pages ouvertes, 80 reprises');
});

test('a whole audit says nothing of another', () => {
  expect(words()).not.toContain('Audit précédent');
});

test('how fast pages answered is told as a hint, where it was measured', () => {
  const base = report();
  const text = htmlReport({
    ...base,
    execution: { ...base.execution, answerTimes: { median: 1_240, pages: 12 } },
  }).replaceAll(/(?:\s|&nbsp;)+/g, ' ');
  expect(text).toContain('1 240 ms en médiane sur 12 pages');
  expect(words()).not.toContain('en médiane');
});
