import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { markOf, type Mark } from './mark.ts';

const TODAY = '2026-11-24';
const finding = (partial: Partial<Finding> = {}): Finding => ({
  ...{ id: 'a', check: 'update-date', code: 'no-date', outcome: 'failed', severity: 'minor' },
  ...{ url: 'https://a.fr/1', where: {}, cause: '', message: '', owner: 'content' },
  ...{ items: [], rgaa: [], rgaaTests: [], act: [], axe: [] },
  ...partial,
});
const mark = ({ defect, ...partial }: Partial<Mark> = {}): Mark => ({
  ...{ opinion: 'accepted', reason: 'Vu.', expires: TODAY, by: 'Camille', date: '2026-11-20' },
  ...{ defect: defect ?? finding(), findings: ['a'], ...partial },
});
const opinionOn = (found: Finding, ...marks: Mark[]) => markOf(marks, TODAY)(found)?.opinion;

test('a mark holds on what was seen, whoever is to mend it now', () => {
  for (const owner of ['content', 'template', 'document'] as const)
    expect(opinionOn(finding({ owner, service: 'Bureau' }), mark())).toBe('accepted');
  expect(opinionOn(finding({ id: 'b' }), mark())).toBeUndefined();
});

test('it holds on its last day, and not on the next', () => {
  expect(opinionOn(finding(), mark({ expires: TODAY }))).toBe('accepted');
  expect(opinionOn(finding(), mark({ expires: '2026-11-23' }))).toBeUndefined();
});

test('on a page not seen then, it holds for the template and for one target, and for nothing else', () => {
  const cause = 'footer>p';
  const marked = mark({ defect: finding({ cause }) });
  expect(opinionOn(finding({ id: 'b', cause, owner: 'template' }), marked)).toBe('accepted');
  expect(opinionOn(finding({ id: 'b', cause, owner: 'content' }), marked)).toBeUndefined();
  expect(opinionOn(finding({ id: 'b', owner: 'template' }), mark())).toBeUndefined();
  const target = 'https://b.fr/';
  expect(opinionOn(finding({ id: 'b', cause: target }), mark({ defect: finding({ cause: target }) }))).toBe(
    'accepted',
  );
  const proven = finding({ id: 'b', cause: target, outcome: 'cantTell' });
  expect(opinionOn(proven, mark({ defect: finding({ cause: target }) }))).toBeUndefined();
});

test('the last word counts: taken back or expired, nothing holds', () => {
  const first = mark();
  expect(opinionOn(finding(), first, mark({ opinion: 'false-positive' }))).toBe('false-positive');
  expect(opinionOn(finding(), first, mark({ opinion: 'open' }))).toBeUndefined();
  expect(opinionOn(finding(), first, mark({ expires: '2026-11-01' }))).toBeUndefined();
});

test('it holds on a page that moved, whose finding had another number', () => {
  const former = (id: string): string[] => (id === 'c' ? ['b', 'a'] : []);
  const find = markOf([mark()], TODAY, former);
  expect(find(finding({ id: 'c' }))?.opinion).toBe('accepted');
  expect(find(finding({ id: 'd' }))).toBeUndefined();
  const back = markOf([mark(), mark({ opinion: 'open', findings: ['b'] })], TODAY, former);
  expect(back(finding({ id: 'c' }))).toBeUndefined();
});
