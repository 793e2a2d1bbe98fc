import { markOf, type Defect, type Mark } from '@qualepref/core';
import type { KeptCampaign } from './audit-file.ts';
import { shortHash } from './finding-number.ts';
import { dayOf } from './marked-report.ts';
import type { Report } from './report.ts';

/** What people said of a defect of the machine. */
export interface DefectState {
  /** The one word that holds on all of it. */
  readonly mark?: Mark;
  /** How many of its findings have one; fewer than it has when others are new. */
  readonly marked: number;
  /** One of the words that hold on it. */
  readonly last?: Mark;
}

/** Codes of what refused itself to the audit, and that a person can open. */
const REFUSED: ReadonlySet<string> = new Set([
  'external-refused',
  'internal-refused',
  'internal-error',
  'document-refused',
]);

/** Whether a defect is a link that a person has to open. */
export function isRefusedLink({ code, outcome, cause }: Defect): boolean {
  return outcome === 'cantTell' && REFUSED.has(code) && /^https?:\/\//.test(cause);
}

/** Fingerprint of what a person has in front of them of a defect. */
export function defectEvidence({ findings }: Defect): string {
  return shortHash(findings.join('\n'));
}

/** By id, what people said of each defect of a report of the machine; those of which nobody spoke are absent. */
export function defectStates(
  report: Report,
  { marks = [] }: Pick<KeptCampaign, 'marks'>,
): Map<string, DefectState> {
  const states = new Map<string, DefectState>();
  if (marks.length === 0) return states;
  const find = markOf(marks, dayOf(report), report.former?.ids);
  const defectBy = new Map(
    report.defects.flatMap((defect) => defect.findings.map((finding) => [finding, defect] as const)),
  );
  const words = new Map<Defect, { marks: Set<Mark>; marked: number }>();
  for (const finding of report.findings) {
    const mark = find(finding);
    const defect = defectBy.get(finding.id);
    if (!mark || !defect) continue;
    const own = words.get(defect) ?? { marks: new Set(), marked: 0 };
    words.set(defect, own);
    own.marks.add(mark);
    own.marked += 1;
  }
  for (const [{ id, findings }, { marks: own, marked }] of words) {
    const [last] = own;
    if (!last) continue;
    const isWhole = own.size === 1 && marked === findings.length;
    states.set(id, { marked, last, ...(isWhole ? { mark: last } : {}) });
  }
  return states;
}
