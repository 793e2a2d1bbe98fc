import { expect, test } from 'vitest';
import { cases } from './pages/index.ts';
import { isAsExpected, judgeCases, told } from './pages/judge.ts';

/** Against freezing: on two cores that other tests share, 1,200 pages may take ten minutes. */
const LONGEST = 1_800_000;

test(
  'every planted fault of accessibility is found, no sound page is accused, and none is judged by what it does not hold',
  async () => {
    const judged = await judgeCases(cases);
    expect(judged).toHaveLength(cases.length);
    expect(judged.filter((one) => one.page.error !== null || !isAsExpected(one)).map(told)).toEqual([]);
  },
  LONGEST,
);
