import { expect, test } from 'vitest';
import { cases } from './pages/index.ts';
import { answerTo, judgeCases, type Judged } from './pages/judge.ts';

const title = ({ case: { check, criterion, title: text } }: Judged): string =>
  `${check} ${criterion}: ${text}`;

/** Against freezing: on two cores that other tests share, 1,200 pages may take ten minutes. */
const LONGEST = 1_800_000;

test(
  'every planted fault of accessibility is found, no sound page is accused, and none is judged by what it does not hold',
  async () => {
    const judged = await judgeCases(cases);
    expect(judged).toHaveLength(cases.length);
    expect(judged.filter(({ page }) => page.error !== null).map(title)).toEqual([]);
    const faulty = judged.filter((one) => one.case.expected === 'failed');
    const others = judged.filter((one) => one.case.expected !== 'failed');
    expect(faulty.filter((one) => answerTo(one) !== 'failed').map(title)).toEqual([]);
    expect(others.filter((one) => answerTo(one) === 'failed').map(title)).toEqual([]);
    const away = others.filter((one) => one.case.expected === 'inapplicable');
    expect(away.filter((one) => answerTo(one) !== 'nothing').map(title)).toEqual([]);
    const doubts = others.filter((one) => one.case.expected === 'doubt');
    expect(doubts.filter((one) => answerTo(one) !== 'cantTell').map(title)).toEqual([]);
  },
  LONGEST,
);
