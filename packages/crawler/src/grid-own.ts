import { standingFindings, type OwnFinding } from '@qualepref/core';
import type { PreviousAudit } from './audit-file.ts';
import type { Report } from './report.ts';
import { fold } from './text.ts';

/** What people saw that each service is to mend, by its name; case, accents and spaces tell no two services apart. */
export function findingsByService(
  findings: readonly OwnFinding[],
  names: readonly string[],
): ReadonlyMap<string, readonly OwnFinding[]> {
  const known = new Map<string, string>();
  for (const name of [...names, ...findings.map(({ service = '' }) => service)])
    if (name !== '' && !known.has(fold(name))) known.set(fold(name), name);
  return Map.groupBy(
    findings.filter(({ service = '' }) => service !== ''),
    ({ service = '' }) => known.get(fold(service)) ?? service,
  );
}

/** What a person saw in the previous campaign, on the pages where these are now: to be confirmed. */
export function proposedAgain(
  { former }: Pick<Report, 'former'>,
  previous: PreviousAudit | undefined,
): readonly OwnFinding[] {
  return standingFindings(previous?.decided?.ownFindings ?? []).map((finding) =>
    former && finding.page !== undefined ? { ...finding, page: former.later(finding.page) } : finding,
  );
}
