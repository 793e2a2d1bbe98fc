import { standingFindings, type OwnFinding } from '@qualepref/core';
import type { PreviousAudit } from './audit-file.ts';
import type { Report } from './report.ts';

/** What a person saw in the previous campaign, on the pages where these are now: to be confirmed. */
export function proposedAgain(
  { former }: Pick<Report, 'former'>,
  previous: PreviousAudit | undefined,
): readonly OwnFinding[] {
  return standingFindings(previous?.decided?.ownFindings ?? []).map((finding) =>
    former && finding.page !== undefined ? { ...finding, page: former.later(finding.page) } : finding,
  );
}
