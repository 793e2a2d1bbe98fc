import {
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { QualeprefError } from '@qualepref/core';

/** SQLite's own numbers for a full disk, and for a write that was refused for a reason that it does not know. */
const SQLITE_FULL = 13;
const SQLITE_IO_ERROR = 10;
/** What the system says of a disk, of the share of it that an account has, and of the longest file that it may write. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Writes beside, then renames: who reads the file finds it whole, old or new.
 *
 * @throws QualeprefError `disk-full`, `folder-unwritable`
 */
export function writeWhole(path: string, content: string | Uint8Array | Iterable<string>): void {
  const beside = `${path}.tmp`;
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(beside, content);
    else writePieces(beside, content);
    renameSync(beside, path);
  } catch (cause) {
    try {
      rmSync(beside, { force: true });
    } catch {
      // Where the file could not be made, nothing is left to remove.
    }
    // A report that could not be made is no fault of the disk.
    throw isOfTheSystem(cause) ? diskError(path, cause) : cause;
  }
}

function isOfTheSystem(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && !(cause instanceof QualeprefError);
}

/** Characters gathered before they are written: of larger blocks, the system keeps the room of several. */
const BLOCK = 65_536;

function writePieces(path: string, pieces: Iterable<string>): void {
  const out = openSync(path, 'w');
  try {
    let block = '';
    for (const piece of pieces) {
      block += piece;
      if (block.length < BLOCK) continue;
      writeFileSync(out, block);
      block = '';
    }
    writeFileSync(out, block);
  } finally {
    closeSync(out);
  }
}

/** @throws QualeprefError `disk-full`, `folder-unwritable` */
export function makeFolder(path: string): void {
  try {
    makeWithin(resolve(path));
  } catch (cause) {
    throw diskError(path, cause);
  }
}

/** Node’s own way never ends in a folder of the system that takes no other. */
function makeWithin(path: string): void {
  const isThere = (): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isThere()) return;
  const parent = dirname(path);
  if (parent !== path) makeWithin(parent);
  try {
    mkdirSync(path);
  } catch (cause) {
    // Another audit may have made it meanwhile.
    if (!isThere()) throw cause;
  }
}

/** Whether the disk of a folder has that many bytes left; where the system does not tell, it has. */
export function hasRoom(folder: string, bytes: number): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= bytes;
  } catch {
    return true;
  }
}

/** What the system or SQLite says of a disk, as what the user can do about it. */
export function diskError(path: string, cause: unknown): QualeprefError {
  const { code, errcode } = cause as { code?: string; errcode?: number };
  if (FULL.has(code ?? '') || (errcode !== undefined && (errcode & 0xff) === SQLITE_FULL)) {
    return new QualeprefError(
      'disk-full',
      `Le disque est plein : « ${path} » n’a pas pu être écrit. Libérer de la place, puis relancer la même commande : un audit reprend où il en est.`,
      { cause },
    );
  }
  if (errcode !== undefined && (errcode & 0xff) === SQLITE_IO_ERROR) {
    return new QualeprefError(
      'disk-full',
      `« ${path} » n’a pas pu être lu ou écrit jusqu’au bout : le disque, ou la place accordée à ce compte, est plein, ou le disque ne répond plus. Libérer de la place, puis relancer la même commande : un audit reprend où il en est.`,
      { cause },
    );
  }
  return new QualeprefError(
    'folder-unwritable',
    `« ${path} » ne peut pas être écrit : vérifier que le dossier existe et les droits sur lui, ou en choisir un autre.`,
    { cause },
  );
}
