import { expect, test } from 'vitest';
import type { AxeNode, AxeResult, PageFacts } from '../facts.ts';
import { page, pageProblems, verdictLine } from '../testing.ts';
import { axe } from './axe.ts';

const node = (partial: Partial<AxeNode> = {}): AxeNode => ({
  ...{ selector: '#main img', zone: 'main', html: '<img src="a.png">', component: 'main>img' },
  ...{ summary: 'L’élément n’a pas d’attribut alt', ...partial },
});
const result = (partial: Partial<AxeResult> = {}): AxeResult => ({
  ...{
    rule: 'image-alt',
    outcome: 'violation',
    impact: 'critical',
    tags: ['wcag2a', 'RGAAv4', 'RGAA-1.1.1'],
  },
  ...{ help: 'Les images doivent avoir une alternative textuelle', nodes: [node()], ...partial },
});
const seen = (...results: AxeResult[]): PageFacts =>
  page({}, { rendered: { title: 'Passeport', axe: results, skipLink: null, sheetViews: [] } });
const judge = (partial: Partial<AxeResult>): string[] => verdictLine(axe, seen(result(partial)));

test('a page in which axe finds nothing passes', () => {
  expect(verdictLine(axe, seen())).toEqual(['passed']);
});

test('a violation of an RGAA test fails gravely from « serious » on', () => {
  expect(judge({ impact: 'critical' })).toEqual(['failed', 'serious']);
  expect(judge({ impact: 'serious' })).toEqual(['failed', 'serious']);
  expect(judge({ impact: 'moderate' })).toEqual(['failed', 'moderate']);
  expect(judge({ impact: 'minor' })).toEqual(['failed', 'moderate']);
});

test('what the RGAA does not ask for is for a person to weigh', () => {
  expect(judge({ tags: ['wcag22aa', 'wcag258'] })).toEqual(['cantTell', 'review']);
  expect(judge({ tags: ['best-practice', 'RGAA-9.2.1'] })).toEqual(['cantTell', 'review']);
  expect(judge({ tags: ['experimental', 'RGAA-5.4.1'] })).toEqual(['cantTell', 'review']);
  expect(judge({ rule: 'frame-title-unique', tags: ['RGAA-2.2.1'] })).toEqual(['cantTell', 'review']);
});

test('what axe could not decide is for a person to decide', () => {
  expect(judge({ outcome: 'incomplete', impact: 'serious' })).toEqual(['cantTell', 'undecided-serious']);
  expect(judge({ outcome: 'incomplete', impact: 'moderate' })).toEqual(['cantTell', 'undecided']);
});

test('a doubt about what the RGAA does not ask for is left out', () => {
  expect(judge({ outcome: 'incomplete', tags: ['best-practice'] })).toEqual(['passed']);
  expect(judge({ outcome: 'incomplete', tags: ['wcag22aa'] })).toEqual(['passed']);
});

test('each element is a problem under the name of its rule, with RGAA criteria and tests', () => {
  const facts = seen(
    result({
      tags: ['RGAA-1.1.1', 'RGAA-1.1.2', 'RGAAv4'],
      nodes: [node(), node({ component: 'main>p>img' })],
    }),
  );
  expect(pageProblems(axe, facts).map(({ at }) => at)).toMatchObject([
    {
      place: { selector: '#main img' },
      quote: '<img src="a.png">',
      cause: 'image-alt main>img',
      rule: { id: 'axe/image-alt', rgaa: ['1.1'], rgaaTests: ['1.1.1', '1.1.2'], axe: ['image-alt'] },
    },
    { cause: 'image-alt main>p>img' },
  ]);
});

test('an element that axe lost has no selector', () => {
  const problem = pageProblems(axe, seen(result({ nodes: [node({ selector: '' })] })))[0];
  expect(problem?.at.place).toEqual({ zone: 'main' });
});

test('the message has one full stop a sentence, whether or not axe says more', () => {
  const params = (summary: string): unknown =>
    pageProblems(axe, seen(result({ help: 'Titre.', nodes: [node({ summary })] })))[0]?.params;
  expect(params('Sans alt.\n')).toEqual({ help: 'Titre', summary: ' Sans alt.' });
  expect(params('')).toEqual({ help: 'Titre', summary: '' });
});
