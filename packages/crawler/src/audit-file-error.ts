import { QualeprefError } from '@qualepref/core';
import { diskError } from './disk.ts';

const BUSY = 5;
const READONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** Does the work; what SQLite says of it becomes an error of ours. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw explained(path, cause);
  }
}

/** SQLite's numbers as what the user can do about them; any other error as it is. */
export function explained(path: string, cause: unknown): unknown {
  if (cause instanceof QualeprefError) return cause;
  const { errcode = 0 } = (cause ?? {}) as { errcode?: number };
  switch (errcode & 0xff) {
    case BUSY:
      return new QualeprefError(
        'audit-locked',
        `Un autre audit travaille déjà sur « ${path} » : attendre sa fin, ou choisir un autre dossier avec --out.`,
        { cause },
      );
    case FULL:
    case READONLY:
    case CANT_OPEN:
    case IO_ERROR:
      return diskError(path, cause);
    case CORRUPT:
    case NOT_A_DATABASE:
      return unreadable(path, cause);
    default:
      return cause;
  }
}

/** The error for a file that went away under the audit: whatever is written from there on is lost. */
export function moved(path: string): QualeprefError {
  return new QualeprefError(
    'audit-moved',
    `« ${path} » a été déplacé ou supprimé pendant l’audit, ou un autre fichier a pris sa place : le remettre où il était pour reprendre l’audit où il en est, puis relancer la même commande ; sans lui, elle recommence.`,
  );
}

/** The error for what is no audit file of this version. */
export function unreadable(path: string, cause?: unknown): QualeprefError {
  return new QualeprefError(
    'audit-format',
    `« ${path} » n’est pas un fichier d’audit lisible par cette version de qualepref : vérifier le chemin, ou recommencer l’audit avec --new.`,
    { cause },
  );
}
