import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { QualeprefError, type Config } from '@qualepref/core';
import type { AuditRequest } from './audit.ts';
import { AUDIT_FILE, AuditFile, GRID_FILE, type AuditIdentity, type PreviousAudit } from './audit-file.ts';
import type { SiteInfo } from './facts.ts';
import { AXE_VERSION } from './render.ts';
import { isReportFile } from './reports/index.ts';
import { VERSION } from './version.ts';

/** Takes away an audit that has nothing in it. */
export function removeAudit(out: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    rmSync(join(out, AUDIT_FILE + suffix), { force: true });
}

/** Takes away a folder that was made for nothing. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it.
  }
}

/**
 * Opens the unfinished audit of the folder, or begins one, the finished one put aside under its day.
 *
 * @throws QualeprefError `audit-other`, `audit-locked`, `audit-format`
 */
export function openFile(
  request: AuditRequest,
  site: SiteInfo,
  since?: PreviousAudit,
): { file: AuditFile; resumed: boolean; kept?: string } {
  const path = join(request.out, AUDIT_FILE);
  const identity: AuditIdentity = { site, settings: settingsKey(request, since) };
  let kept: string | undefined;
  if (existsSync(path)) {
    const found = foundIn(path, request.startAfresh);
    if (found === null) kept = keep(request.out, statSync(path).mtime.toISOString().slice(0, 10));
    else {
      const { isReported, finishedAt } = found;
      const isUnfinished = !isReported && !request.startAfresh && found.identity !== undefined;
      if (isUnfinished && found.identity.settings === identity.settings)
        return { file: found, resumed: true };
      found.close();
      if (isUnfinished) throw other(request.out);
      if (finishedAt === undefined) removeAudit(request.out);
      else kept = keep(request.out, finishedAt.slice(0, 10));
    }
  }
  const file = AuditFile.open(path);
  file.describe(identity, JSON.stringify(withoutSecrets(request.config)));
  file.addVersions({ axe: AXE_VERSION, qualepref: VERSION });
  if (since) file.noteSince(since);
  return { file, resumed: false, ...(kept === undefined ? {} : { kept }) };
}

/** The audit of the folder; `null` when another version wrote it, and it is to be begun afresh. */
function foundIn(path: string, startsAfresh: boolean): AuditFile | null {
  try {
    return AuditFile.open(path);
  } catch (error) {
    if (startsAfresh && error instanceof QualeprefError && error.code === 'audit-format') return null;
    throw error;
  }
}

function other(out: string): QualeprefError {
  return new QualeprefError(
    'audit-other',
    `Le dossier « ${out} » contient un audit inachevé, commencé avec d’autres réglages ou une autre version : remettre les mêmes réglages pour le reprendre, ou ajouter --new pour recommencer.`,
  );
}

function keep(out: string, day: string): string {
  let folder = join(out, day);
  for (let n = 2; existsSync(folder); n++) folder = join(out, `${day}-${String(n)}`);
  mkdirSync(folder);
  for (const name of readdirSync(out)) {
    if (name === AUDIT_FILE || name === GRID_FILE || isReportFile(name))
      renameSync(join(out, name), join(folder, name));
  }
  return folder;
}

/** All that decides what is collected; pace, hours and contact may change between two runs of one audit. */
function settingsKey(
  { config, start, campaign, exhaustive, allowPrivate, ignoreRobotsErrors }: AuditRequest,
  since: PreviousAudit | undefined,
): string {
  const { contact, concurrency, delay, hours, ...crawl } = config.crawl;
  return JSON.stringify({
    ...{ version: VERSION, start, campaign, exhaustive, allowPrivate, ignoreRobotsErrors },
    ...(since ? { since: since.id } : {}),
    config: { ...withoutSecrets(config), crawl },
  });
}

/** An audit file is handed around: it holds the names of the extra headers, never what they say. */
function withoutSecrets(config: Config): Config {
  const headers = Object.fromEntries(Object.keys(config.site.headers).map((name) => [name, '']));
  return { ...config, site: { ...config.site, headers } };
}
