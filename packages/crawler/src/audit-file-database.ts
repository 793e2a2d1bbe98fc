import { statSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { guarded, moved } from './audit-file-error.ts';

/**
 * What the layers of the audit file stand on: its statements, its transactions
 * and its single values. They are layers of one class, since one transaction
 * writes in several of them at once and whoever holds the file sees but one.
 */
export abstract class AuditDatabase {
  readonly path: string;
  protected readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  /** By which the system knows the file, whatever its name. */
  readonly #inode: number | undefined;

  protected constructor(path: string, db: DatabaseSync) {
    this.path = path;
    this.db = db;
    this.#inode = inodeOf(path);
  }

  /** Notes that a step of the audit is done. */
  pass(step: string): void {
    this.setMeta(step, 'true');
  }

  /** Whether a step of the audit was noted as done. */
  hasPassed(step: string): boolean {
    return this.meta(step) !== undefined;
  }

  protected meta(key: string): string | undefined {
    const value = this.get('SELECT value FROM meta WHERE key = ?', key)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  protected setMeta(key: string, value: string): void {
    this.exec('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
  }

  /** Written in a file that nobody finds any more, hours of work would be lost in silence. */
  protected transaction(work: () => void): void {
    if (inodeOf(this.path) !== this.#inode) throw moved(this.path);
    guarded(this.path, () => {
      this.db.exec('BEGIN IMMEDIATE');
      try {
        work();
        this.db.exec('COMMIT');
      } catch (error) {
        if (this.db.isTransaction) this.db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Writes what the disk need not hold at once; it is there before whatever is written next. */
  protected unforced(work: () => void): void {
    this.db.exec('PRAGMA synchronous=NORMAL');
    try {
      work();
    } finally {
      this.db.exec('PRAGMA synchronous=FULL');
    }
  }

  /** Lets go of what would hold the file open. */
  protected forgetStatements(): void {
    this.#statements.clear();
  }

  protected prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  protected exec(sql: string, ...values: SQLInputValue[]): void {
    guarded(this.path, () => this.prepare(sql).run(...values));
  }

  protected get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return guarded(this.path, () => this.prepare(sql).get(...values));
  }

  protected all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return guarded(this.path, () => this.prepare(sql).all(...values));
  }
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

/** The text of a column, empty where there is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A value as the bytes of a column. */
export function pack(value: unknown): Uint8Array {
  return zstdCompressSync(JSON.stringify(value));
}

/** The value that a column holds. */
export function unpack(bytes: unknown): unknown {
  return JSON.parse(zstdDecompressSync(bytes as Uint8Array).toString());
}
