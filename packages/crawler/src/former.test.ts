import { expect, test } from 'vitest';
import { compareAudits } from './compare.ts';
import { audited, HOME, sketched, type SketchedPage } from './compare-testing.ts';
import { evidenceOf, formerEvidence } from './decided-report.ts';
import { formerOf } from './former.ts';
import { withMarks } from './marked-report.ts';
import type { GridRow, Report } from './report.ts';

const at = (path: string): string => HOME + path;
const there = (path: string, partial: Partial<SketchedPage> = {}): SketchedPage => ({
  ...{ path, isUndated: true, address: { title: 'Passeport' } },
  ...partial,
});
const [FIRST, SECOND, THIRD] = [[there('/a')], [there('/b')], [there('/c')]];

/** The report of the later of audits that each start from the one before. */
function last([first, ...others]: readonly (readonly SketchedPage[])[]): Report {
  let report = sketched(first ?? []);
  for (const pages of others) {
    const before = audited(report);
    const made = sketched(pages);
    const former = formerOf(made, before);
    report = former ? { ...made, former } : made;
  }
  return report;
}

const accepted = ({ findings, defects }: Report) => {
  const [defect] = defects;
  if (!defect) throw new Error('no defect');
  const ids = [...findings].map(({ id }) => id);
  const signed = { by: 'Camille', date: '2026-08-24', reason: 'Vu.', expires: '2099-01-01' };
  return { ...signed, opinion: 'accepted' as const, defect, findings: ids };
};

test('what a person said of a page holds at its next addresses, quarter after quarter', () => {
  const mark = accepted(sketched(FIRST));
  expect(withMarks(sketched(SECOND), [mark]).defects).toHaveLength(1);
  for (const quarters of [
    [FIRST, SECOND],
    [FIRST, SECOND, SECOND],
    [FIRST, SECOND, THIRD],
  ]) {
    const made = withMarks(last(quarters), [mark]);
    expect([made.defects, made.marked?.map(({ pages }) => pages)]).toEqual([
      [],
      [[at(quarters.at(-1)?.[0]?.path ?? '')]],
    ]);
  }
});

test('a page that comes back to its address is the same one', () => {
  const mark = accepted(sketched(FIRST));
  expect(withMarks(last([FIRST, SECOND, FIRST]), [mark]).defects).toEqual([]);
  expect(withMarks(last([SECOND, FIRST, SECOND]), [mark]).defects).toEqual([]);
});

test('the fault of another page is not the one that was accepted', () => {
  const mark = accepted(sketched(FIRST));
  const other = there('/b', { address: { title: 'Carte grise' } });
  expect(withMarks(last([FIRST, [other]]), [mark]).defects).toHaveLength(1);
});

test('nothing is known of pages that did not move', () => {
  expect(formerOf(sketched(FIRST), audited(sketched(FIRST)))).toBeUndefined();
});

test('a page that says the same is known under another title, which several bear', () => {
  const title = (name: string): SketchedPage => there(name, { address: { title: 'Actualités' } });
  const contentOf = (url: string): string => (url.endsWith('/b') || url.endsWith('/a') ? 'même' : url);
  const before = audited({ ...sketched([title('/a'), title('/z')]), contentOf });
  const after = { ...sketched([title('/b'), title('/y'), title('/z')]), contentOf };
  expect(formerOf(after, before)?.moved).toEqual([{ from: at('/a'), to: at('/b') }]);
  expect(compareAudits(before, audited(after)).moved).toEqual([{ from: at('/a'), to: at('/b') }]);
});

test('evidence is the same where only its pages moved, in whatever order they now come', () => {
  const row = (findings: readonly string[], ...paths: string[]): GridRow => ({
    ...{ item: 'ACC-01', verdict: 'a_verifier', by: 'audit', date: '2026-11-24', findings },
    proposals: [
      { answer: 'conforme', why: 'Vu.', more: 0, excerpts: paths.map((path) => ({ url: at(path) })) },
    ],
  });
  const two = (path: string, title: string): SketchedPage => there(path, { address: { title } });
  const [before, after] = [
    [two('/a', 'Un'), two('/b', 'Deux')],
    [two('/y', 'Deux'), two('/z', 'Un')],
  ];
  const made = last([before, after]);
  if (!made.former) throw new Error('nothing moved');
  const idsOf = ({ findings }: Report): string[] => [...findings].map(({ id }) => id);
  const then = evidenceOf(row(idsOf(sketched(before)), '/a', '/b'));
  const now = row(idsOf(made), '/y', '/z');
  expect(evidenceOf(now)).not.toBe(then);
  expect(formerEvidence(now, made.former)).toBe(then);
});
