import { createHash } from 'node:crypto';
import type { Config } from '@qualepref/core';
import type { AuditFile, KeptActs, PreviousAudit } from './audit-file.ts';

/** The previous audit, and what decides whether what it knows still holds. */
export interface Since {
  readonly file: AuditFile;
  /** As the new audit names it. */
  readonly audit: PreviousAudit;
  /** Whether it read pages as this one does: same version, same names for the same pages. */
  readonly readsAlike: boolean;
  /** The browser of this audit. */
  readonly browser: { readonly version: string; readonly sandboxed: boolean };
}

/**
 * The previous audit as this one uses it.
 *
 * @param version that of qualepref
 */
export function sinceOf(file: AuditFile, config: Config, version: string, browser: Since['browser']): Since {
  const before = JSON.parse(file.config ?? '{}') as Config;
  const readsAlike = file.versions['qualepref'] === version && readingKey(before) === readingKey(config);
  return { file, audit: auditOf(file), readsAlike, browser };
}

/** All of the configuration that changes what is read of a page. */
function readingKey({ site, procedures, pages }: Config): string {
  const { address, aliases, servedBy } = site;
  return JSON.stringify([address, aliases, servedBy, procedures.map(({ page }) => page), pages]);
}

/** Sixteen hexadecimal digits: the same for the same audit, wherever its file is. */
export function auditId({ identity, finishedAt, work }: AuditFile): string {
  const own = JSON.stringify([identity, work.startedAt, finishedAt]);
  return createHash('sha256').update(own).digest('hex').slice(0, 16);
}

function auditOf(file: AuditFile): PreviousAudit {
  const { campaign = '', startedOn = '' } = file.identity?.site ?? {};
  const decided = file.campaign;
  return {
    ...{ campaign, startedOn, id: auditId(file) },
    ...(isEmpty(decided) ? {} : { decided }),
  };
}

function isEmpty(acts: KeptActs): boolean {
  return Object.values(acts).every((list) => !Array.isArray(list) || list.length === 0);
}
