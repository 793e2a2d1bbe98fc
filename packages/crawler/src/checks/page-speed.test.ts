import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { OPENING, page, proposalOf, rendered, siteLine, siteProblems } from '../testing.ts';
import { pageSpeed } from './page-speed.ts';

const opened = (weight: number, milliseconds = 100): PageFacts =>
  page({}, { rendered: rendered({ opening: { ...OPENING, weight } }), milliseconds });
const answered = (...times: number[]): PageFacts[] => times.map((milliseconds) => page({}, { milliseconds }));

test('pages that are light and come fast pass', () => {
  expect(siteLine(pageSpeed, [opened(400_000), ...answered(90, 120, 80, 300)])).toEqual(['passed']);
  expect(proposalOf(pageSpeed, 'TEC-10', [opened(400_000)])).toMatchObject({
    ...{ answer: 'conforme', excerpts: [{ quote: 'images et polices : 0,4 Mo' }] },
  });
});

test('a page whose pictures and fonts weigh more than 5,000 KiB fails, the limit itself does not', () => {
  expect(siteLine(pageSpeed, [opened(5_120_000)])).toEqual(['passed']);
  expect(siteProblems(pageSpeed, [opened(5_120_001)])).toMatchObject([
    { code: 'heavy-page', params: { size: '5,1' } },
  ]);
});

test('half of the answers above 1.8 seconds are to be tried again, half at the limit are not', () => {
  expect(siteLine(pageSpeed, answered(1_801, 1_801, 1_801, 100, 100))).toEqual(['cantTell', 'slow-site']);
  expect(siteLine(pageSpeed, answered(1_800, 1_800, 1_800, 9_000, 9_000))).toEqual(['passed']);
});

test('four answers say nothing of a site', () => {
  expect(siteLine(pageSpeed, answered(9_000, 9_000, 9_000, 9_000))).toEqual(['passed']);
});

test('no time is told in a finding or a proposal', () => {
  const told = (time: number): string => {
    const pages = [opened(400_000, time), ...answered(time, time, time, time)];
    return JSON.stringify([siteProblems(pageSpeed, pages), proposalOf(pageSpeed, 'TEC-10', pages)]);
  };
  expect(told(2_345)).toBe(told(2_999));
  expect(told(123)).toBe(told(987));
});

test('a site of which no page was opened is not verified', () => {
  expect(proposalOf(pageSpeed, 'TEC-10', answered(100))?.answer).toBe('non_verifie');
  expect(siteLine(pageSpeed, [page({ viewOf: 'https://www.exemple.gouv.fr/' })])).toEqual(['inapplicable']);
});
