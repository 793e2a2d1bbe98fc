import type { Finding } from './finding.ts';

/**
 * What a person says of a defect: that it is none, that it is put up with for a
 * while, that a doubt is a fault indeed; `open` takes an earlier word back.
 */
export const opinions = ['false-positive', 'accepted', 'confirmed', 'open'] as const;
export type Opinion = (typeof opinions)[number];

/** A person’s word on a defect, until a day. */
export interface Mark {
  readonly opinion: Opinion;
  /** French. */
  readonly reason: string;
  /** ISO day, the last on which it holds. */
  readonly expires: string;
  readonly by: string;
  /** ISO day. */
  readonly date: string;
  /** What was marked, whoever was to mend it then. */
  readonly defect: Pick<Finding, 'check' | 'code' | 'outcome' | 'cause'>;
  /** Ids of the findings that the person had in front of them. */
  readonly findings: readonly string[];
}

/**
 * Finds the word that holds on a finding. It holds on what the person saw, by
 * the ids of findings, of which neither owner nor service is a part; and on
 * pages not seen then, where the fault is plainly the same one: that of the
 * template, or of a target that its address names. The last word counts, even
 * where it has expired.
 *
 * @param marks the oldest first
 * @param today ISO day
 * @param formerIds those that a finding had while its page was at another address
 */
export function markOf(
  marks: readonly Mark[],
  today: string,
  formerIds: (id: string) => readonly string[] = () => [],
): (finding: Finding) => Mark | undefined {
  const seen = new Map<string, number>();
  const causes = new Map<string, number>();
  for (const [at, { defect, findings }] of marks.entries()) {
    for (const id of findings) seen.set(id, at);
    causes.set(causeKey(defect), at);
  }
  return (finding) => {
    const own = Math.max(...[finding.id, ...formerIds(finding.id)].map((id) => seen.get(id) ?? -1));
    const shared = isShared(finding) ? (causes.get(causeKey(finding)) ?? -1) : -1;
    const mark = marks[Math.max(own, shared)];
    return mark && mark.opinion !== 'open' && mark.expires >= today ? mark : undefined;
  };
}

function isShared({ owner, cause }: Pick<Finding, 'owner' | 'cause'>): boolean {
  return cause !== '' && (owner === 'template' || /^https?:\/\//.test(cause));
}

function causeKey({ check, code, outcome, cause }: Mark['defect']): string {
  return [check, code, outcome, cause].join('\n');
}
