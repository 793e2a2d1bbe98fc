import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { QualeprefError } from '@qualepref/core';

/** SQLite's own number for a full disk, beside the system's. */
const SQLITE_FULL = 13;

/**
 * Writes beside, then renames: who reads the file finds it whole, old or new.
 *
 * @throws QualeprefError `disk-full`, `folder-unwritable`
 */
export function writeWhole(path: string, content: string): void {
  const beside = `${path}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (cause) {
    try {
      rmSync(beside, { force: true });
    } catch {
      // Where the file could not be made, nothing is left to remove.
    }
    throw diskError(path, cause);
  }
}

/** @throws QualeprefError `disk-full`, `folder-unwritable` */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw diskError(path, cause);
  }
}

/** What the system or SQLite says of a disk, as what the user can do about it. */
export function diskError(path: string, cause: unknown): QualeprefError {
  const { code, errcode } = cause as { code?: string; errcode?: number };
  if (code === 'ENOSPC' || (errcode !== undefined && (errcode & 0xff) === SQLITE_FULL)) {
    return new QualeprefError(
      'disk-full',
      `Le disque est plein : « ${path} » n’a pas pu être écrit. Libérer de la place, puis relancer la même commande : un audit reprend où il en est.`,
      { cause },
    );
  }
  return new QualeprefError(
    'folder-unwritable',
    `« ${path} » ne peut pas être écrit : vérifier que le dossier existe et les droits sur lui, ou en choisir un autre.`,
    { cause },
  );
}
