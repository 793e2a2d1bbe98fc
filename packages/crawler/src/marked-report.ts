import {
  defectsOf,
  grid,
  markOf,
  type Defect,
  type Finding,
  type Mark,
  type Opinion,
  type Outcome,
} from '@qualepref/core';
import { shortHash } from './finding-number.ts';
import { bearing, counted, gridRow, type Bearing } from './grid-row.ts';
import { proposalOutcomes } from './proposal.ts';
import type { GridRow, Report } from './report.ts';
import type { Rows } from './scratch.ts';

/** A defect, or the part of it that a person marked, with what they said. */
export interface MarkedDefect extends Defect, Omit<Mark, 'defect' | 'findings' | 'opinion'> {
  readonly opinion: Exclude<Opinion, 'open'>;
}

/** Whether what was marked is no longer to be mended. */
export function isSetAside({ opinion }: Pick<Mark, 'opinion'>): boolean {
  return opinion === 'false-positive' || opinion === 'accepted';
}

/** The day for which a report is made: what expires is counted from there, whenever the report is made again. */
export function dayOf({ execution }: Report): string {
  return execution.endedAt.slice(0, 10);
}

/**
 * A report of the machine with what people said of its defects: what they set
 * aside leaves findings, defects, verdicts and criteria, and is listed apart;
 * a doubt that they confirmed is proven. Marks are set on findings once these
 * have their owners, of which a mark is no part.
 */
export function withMarks(report: Report, marks: readonly Mark[]): Report {
  if (marks.length === 0) return report;
  const markFor = markOf(marks, dayOf(report), report.former?.ids);
  const marked = new Map<Mark, Finding[]>();
  const confirmed = new Map<string, Mark>();
  const outcomes = new Map<string, Map<Outcome, number>>();
  const touched = new Set<string>();
  let length = 0;
  const note = (mark: Mark, finding: Finding): void => {
    const own = marked.get(mark);
    if (own) own.push(finding);
    else marked.set(mark, [finding]);
    for (const item of finding.items) touched.add(item);
    if (!isSetAside(mark)) confirmed.set(finding.id, mark);
  };
  const findings = remaining(report.findings, markFor);
  const bearings = new Map<string, Bearing>();
  const tally = report.newTally?.();
  const defects = defectsOf(counted(observed(), bearings, tally), shortHash);
  if (marked.size === 0) return report;
  return {
    ...report,
    grid: report.grid.map((row) => (touched.has(row.item) ? judgedAgain(row) : row)),
    findings: { length, [Symbol.iterator]: () => findings[Symbol.iterator]() },
    defects,
    marked: [...marked].flatMap(([mark, own]) => markedDefects(mark, own)),
    ...(tally ? { rgaa: tally.report() } : {}),
  };

  function* observed(): Generator<Finding> {
    for (const finding of report.findings) {
      const mark = markFor(finding);
      if (mark) note(mark, finding);
      if (mark && isSetAside(mark)) continue;
      const kept = mark ? { ...finding, outcome: 'failed' as const } : finding;
      for (const item of kept.items) {
        const own = outcomes.get(item) ?? new Map<Outcome, number>();
        outcomes.set(item, own.set(kept.outcome, (own.get(kept.outcome) ?? 0) + 1));
      }
      length += 1;
      yield kept;
    }
  }

  /** A page whose faults were all set aside passes, as one without. */
  function judgedAgain(row: GridRow): GridRow {
    const spec = grid.find(({ id }) => id === row.item);
    if (!spec) return row;
    const { proposals = [], evidence } = row;
    const met = new Map<Outcome, number>([...(outcomes.get(row.item) ?? []), ['passed', 1]]);
    for (const { answer } of proposals) met.set(proposalOutcomes[answer], 1);
    const own = bearings.get(row.item) ?? bearing();
    const answers = {
      outcomes: new Map([[row.item, met]]),
      looked: new Map<string, number>(),
      proposals: new Map([[row.item, proposals]]),
    };
    const { reason, ...judged } = gridRow(spec, answers, own, row.date);
    const [by, ...others] = new Set(own.ids.map((id) => confirmed.get(id)));
    return {
      ...judged,
      // What only a person proved is theirs.
      ...(by && others.length === 0 ? { by: by.by, date: by.date } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(evidence === undefined ? {} : { evidence }),
    };
  }
}

function remaining(
  findings: Rows<Finding>,
  markFor: (finding: Finding) => Mark | undefined,
): Iterable<Finding> {
  return {
    *[Symbol.iterator]() {
      for (const finding of findings) {
        const mark = markFor(finding);
        if (!mark) yield finding;
        else if (!isSetAside(mark)) yield { ...finding, outcome: 'failed' };
      }
    },
  };
}

function markedDefects(mark: Mark, findings: readonly Finding[]): MarkedDefect[] {
  const { opinion, reason, expires, by, date } = mark;
  if (opinion === 'open') return [];
  return defectsOf(findings, shortHash).map((defect) => ({
    ...defect,
    ...{ opinion, reason, expires, by, date },
  }));
}
