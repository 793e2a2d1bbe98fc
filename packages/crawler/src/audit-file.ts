import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { QualeprefError } from '@qualepref/core';
import { AuditCampaign, type KeptCampaign } from './audit-file-campaign.ts';
import { guarded, unreadable } from './audit-file-error.ts';
import { FORMAT, SCHEMA } from './audit-file-schema.ts';
import type { SiteInfo } from './facts.ts';

export type { KeptAction, KeptActs, KeptCampaign, KeptDecision } from './audit-file-campaign.ts';
export type { AddressRow, AnswerRow, StoredAnswer } from './audit-file-answers.ts';
export type { Target } from './audit-file-queue.ts';
export type { Rendering, RenderFailure } from './audit-file-rendered.ts';
export type { FlightPart } from './audit-file-runs.ts';

/** The name of the audit file in its folder. */
export const AUDIT_FILE = 'audit.sqlite';
/** The name of the grid to fill in, beside it. */
export const GRID_FILE = 'grille.xlsx';

/** What identifies an audit: another value on an unfinished file is another audit. */
export interface AuditIdentity {
  readonly site: SiteInfo;
  /** Canonical JSON of all that decides what is collected. */
  readonly settings: string;
}

/** An audit as the one after it names it. */
export interface PreviousAudit {
  readonly campaign: string;
  /** ISO day. */
  readonly startedOn: string;
  /** Same for the same audit, wherever its file is. */
  readonly id: string;
  /** What people decided in it; absent when nothing. */
  readonly decided?: KeptCampaign;
}

/**
 * The whole audit in one SQLite file: what was asked, what was answered, what
 * was read. One transaction a page; nothing lies beside it once closed.
 *
 * The only door to the audit file. Errors: `audit-locked` (another process
 * works on it), `audit-format` (not one of ours), `disk-full`, `folder-unwritable`.
 */
export class AuditFile extends AuditCampaign {
  private constructor(path: string, db: DatabaseSync) {
    super(path, db);
  }

  /** Opens for collecting; makes the file when it is not there. */
  static open(path: string): AuditFile {
    return guarded(path, () => {
      const db = new DatabaseSync(path, { timeout: 0 });
      try {
        // The kernel frees the lock when the process dies: two processes never share an audit.
        db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
        db.exec(SCHEMA);
        const file = new AuditFile(path, db);
        const format = file.meta('format');
        if (format === undefined) file.setMeta('format', FORMAT);
        else if (format !== FORMAT) throw unreadable(path);
        return file;
      } catch (error) {
        db.close();
        throw error;
      }
    });
  }

  /** Opens a finished or unfinished audit for reading only. */
  static read(path: string): AuditFile {
    if (!existsSync(path)) {
      throw new QualeprefError(
        'audit-missing',
        `Le fichier d’audit « ${path} » n’existe pas : indiquer le chemin d’un fichier audit.sqlite.`,
      );
    }
    return guarded(path, () => {
      const db = new DatabaseSync(path, { readOnly: true, timeout: 0 });
      const file = new AuditFile(path, db);
      try {
        // Another program's file may well be a database too.
        const isOurs = file.get("SELECT 1 AS one FROM sqlite_schema WHERE name = 'meta'") !== undefined;
        if (!isOurs || file.meta('format') !== FORMAT) throw unreadable(path);
      } catch (error) {
        db.close();
        throw error;
      }
      return file;
    });
  }

  /** Opens a finished audit to add what people decide; nobody else can meanwhile. */
  static amend(path: string): AuditFile {
    AuditFile.read(path).close();
    return guarded(path, () => {
      const db = new DatabaseSync(path, { timeout: 0 });
      try {
        // Locked at once, and not at the first write: what is read in between would be old.
        db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=FULL; BEGIN EXCLUSIVE; COMMIT;');
        db.exec(SCHEMA);
        return new AuditFile(path, db);
      } catch (error) {
        db.close();
        throw error;
      }
    });
  }

  /** Writes a copy without the pages' own bytes nor pictures of them, from which the same reports can be made. */
  static strip(path: string, copy: string): void {
    const beside = `${copy}.tmp`;
    guarded(copy, () => {
      const source = AuditFile.read(path);
      try {
        rmSync(beside, { force: true });
        source.exec('VACUUM INTO ?', beside);
      } finally {
        source.close();
      }
      const db = new DatabaseSync(beside);
      db.exec('PRAGMA journal_mode=delete; DELETE FROM body; DELETE FROM picture; VACUUM;');
      db.close();
      renameSync(beside, copy);
    });
  }

  /** Writes a copy of the file as it is, while it goes on being written; the audit can be gone on with from it elsewhere. */
  async copyTo(path: string): Promise<void> {
    rmSync(path, { force: true });
    await backup(this.db, path);
  }

  /** Leaves one file to hand over. What was under way is no victim of a death. */
  close(): void {
    if (this.run > 0) this.land();
    this.forgetStatements();
    this.db.close();
  }

  /** Folds the journal back into the file, so that a copy of it is whole. */
  finish(at: string): void {
    guarded(this.path, () => {
      this.setMeta('finished', at);
      this.forgetStatements();
      this.db.exec('PRAGMA journal_mode=delete;');
    });
  }

  get finishedAt(): string | undefined {
    return this.meta('finished');
  }

  /** The last step: until then, the same command has something left to do. */
  markReported(): void {
    this.setMeta('reported', 'true');
  }

  get isReported(): boolean {
    return this.meta('reported') !== undefined;
  }

  get identity(): AuditIdentity | undefined {
    const site = this.meta('site');
    const settings = this.meta('settings');
    if (site === undefined || settings === undefined) return undefined;
    return { site: JSON.parse(site) as SiteInfo, settings };
  }

  /** Said once, when the audit begins. */
  describe({ site, settings }: AuditIdentity, config: string): void {
    this.transaction(() => {
      this.setMeta('site', JSON.stringify(site));
      this.setMeta('settings', settings);
      this.setMeta('config', config);
    });
  }

  /** Canonical JSON of the configuration, for redoing a report from the file alone. */
  get config(): string | undefined {
    return this.meta('config');
  }

  /** The previous audit that this one starts from. */
  get since(): PreviousAudit | undefined {
    const since = this.meta('since');
    return since === undefined ? undefined : (JSON.parse(since) as PreviousAudit);
  }

  noteSince(previous: PreviousAudit): void {
    this.setMeta('since', JSON.stringify(previous));
  }

  /** Whether SQLite finds its pages as it wrote them. */
  get isSound(): boolean {
    return guarded(this.path, () => this.get('PRAGMA quick_check(1)')?.['quick_check'] === 'ok');
  }

  get versions(): Readonly<Record<string, string>> {
    return JSON.parse(this.meta('versions') ?? '{}') as Record<string, string>;
  }

  /** Adds the versions of what took part. */
  addVersions(versions: Readonly<Record<string, string>>): void {
    this.setMeta('versions', JSON.stringify({ ...this.versions, ...versions }));
  }
}
