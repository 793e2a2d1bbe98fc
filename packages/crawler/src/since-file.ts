import { statSync } from 'node:fs';
import { join } from 'node:path';
import { QualeprefError, type Config } from '@qualepref/core';
import { AUDIT_FILE, AuditFile } from './audit-file.ts';

/**
 * Opens the audit that a new one starts from, and makes sure that it can be.
 *
 * @param path its audit file, or the folder that holds it
 * @param own the file that the new audit writes
 * @throws QualeprefError `since-missing`, `since-self`, `since-format`, `since-unfinished`, `since-other-site`, `since-stripped`
 */
export function openPrevious(path: string, own: string, site: Config['site']): AuditFile {
  const found = statSync(path, { throwIfNoEntry: false });
  const place = found?.isDirectory() === true ? join(path, AUDIT_FILE) : path;
  const { dev, ino } = statSync(place, { throwIfNoEntry: false }) ?? {};
  if (ino === undefined) {
    throw new QualeprefError(
      'since-missing',
      `--since : « ${place} » n’existe pas. Indiquer l’audit.sqlite de l’audit précédent, ou le dossier qui le contient.`,
    );
  }
  const ours = statSync(own, { throwIfNoEntry: false });
  if (ours?.ino === ino && ours.dev === dev) {
    throw new QualeprefError(
      'since-self',
      `--since : « ${place} » est le fichier que cet audit écrit. Indiquer un audit précédent, ou écrire celui-ci ailleurs avec --out.`,
    );
  }
  const file = read(place);
  try {
    refuse(file, place, site);
  } catch (error) {
    file.close();
    throw error;
  }
  return file;
}

function read(place: string): AuditFile {
  try {
    return AuditFile.read(place);
  } catch (cause) {
    if (cause instanceof QualeprefError && cause.code === 'audit-format') throw unusable(place, cause);
    throw cause;
  }
}

function refuse(file: AuditFile, place: string, site: Config['site']): void {
  if (!isWhole(file)) throw unusable(place);
  const { identity, finishedAt } = file;
  if (finishedAt === undefined || identity === undefined) {
    throw new QualeprefError(
      'since-unfinished',
      `--since : l’audit de « ${place} » n’est pas terminé. Relancer la commande qui l’a commencé, ou indiquer un autre audit.`,
    );
  }
  const { address, servedBy } = identity.site;
  if (originOf(address) !== originOf(site.address) || originOf(servedBy) !== originOf(site.servedBy)) {
    const served = servedBy === undefined ? '' : `, servi par ${servedBy}`;
    throw new QualeprefError(
      'since-other-site',
      `--since : « ${place} » est l’audit d’un autre site (${address}${served}). Indiquer un audit de ${site.address}.`,
    );
  }
  if (file.hasPages && !file.hasBodies) {
    throw new QualeprefError(
      'since-stripped',
      `--since : « ${place} » est une copie sans le contenu des pages (report --strip), dont rien ne peut être repris. Indiquer l’audit.sqlite d’origine.`,
    );
  }
}

/** What is damaged may be so that it cannot even be looked at. */
function isWhole(file: AuditFile): boolean {
  try {
    return file.isSound && file.config !== undefined && file.identity !== undefined;
  } catch {
    return false;
  }
}

function originOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : URL.parse(address)?.origin;
}

function unusable(place: string, cause?: unknown): QualeprefError {
  return new QualeprefError(
    'since-format',
    `--since : « ${place} » n’est pas un fichier d’audit, ou il est abîmé, ou une autre version de qualepref l’a écrit. En indiquer un autre, ou auditer sans --since.`,
    { cause },
  );
}
