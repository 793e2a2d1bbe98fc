import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const DAY = 86_400_000;
/** Days that a backup is kept: what was purged or erased is then nowhere any more. */
const KEPT = 30;

const BACKUP = /^qualepref-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.(?:dump|tar\.gz)(?:\.part)?$/;
const ERASURES = 'effacements.jsonl';

/** The folder of backups in that of the data; made when it is not there, for its owner alone. */
export function backupFolder(data: string): string {
  const folder = join(data, 'sauvegardes');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** `qualepref-2026-11-25T080000Z.dump`: its day is in its name, which no copy changes. */
export function backupName(now: Date, extension: 'dump' | 'tar.gz'): string {
  const instant = now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
  return `qualepref-${instant}.${extension}`;
}

/**
 * Deletes the backups that have expired, and forgets the erasures older than any backup left.
 *
 * @returns how many backups
 */
export function expireBackups(data: string, now: Date): number {
  const folder = join(data, 'sauvegardes');
  if (!existsSync(folder)) return 0;
  const last = now.getTime() - KEPT * DAY;
  let expired = 0;
  for (const name of readdirSync(folder)) {
    const match = BACKUP.exec(name);
    if (!match) continue;
    const [, day = '', hour = '', minute = '', second = ''] = match;
    if (Date.parse(`${day}T${hour}:${minute}:${second}Z`) >= last) continue;
    rmSync(join(folder, name));
    expired += 1;
  }
  const erasures = readErasures(data);
  const kept = erasures.filter(({ at }) => Date.parse(at) >= last);
  if (kept.length < erasures.length)
    writeFileSync(join(folder, ERASURES), kept.map((each) => `${JSON.stringify(each)}\n`).join(''), {
      mode: 0o600,
    });
  return expired;
}

/** What was erased: a backup made before must not bring it back. Nothing in it says who it was about. */
export type Erasure = {
  /** ISO instant. */
  readonly at: string;
  /** What was not answered yet was kept until it is. */
  readonly keepsOpen?: boolean;
} & (
  | {
      /** Keyed digest of an address. */
      readonly person: string;
    }
  | {
      /** Ids of appointments and references of feedback, of somebody without an address. */
      readonly rows: { readonly appointments: readonly string[]; readonly feedback: readonly string[] };
    }
);

/** Notes an erasure beside the backups, where restoring one does not undo it. */
export function noteErasure(data: string, erasure: Erasure): void {
  appendFileSync(join(backupFolder(data), ERASURES), `${JSON.stringify(erasure)}\n`, { mode: 0o600 });
}

/** The erasures that a restored backup may know nothing of. */
export function readErasures(data: string): readonly Erasure[] {
  const path = join(data, 'sauvegardes', ERASURES);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Erasure);
}
