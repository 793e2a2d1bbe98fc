import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { QualeprefError } from '@qualepref/core';
import { guarded, unreadable } from './audit-file-error.ts';
import type { AddressFacts, AddressKind, HtmlFacts, RenderedFacts, SiteInfo } from './facts.ts';
import type { Fetched } from './fetch.ts';
import type { ChosenSample } from './sample.ts';

/** An address to be asked, with its place in the queue. */
export interface Target {
  /** Canonical address. */
  readonly url: string;
  readonly kind: Exclude<AddressKind, 'asset'>;
  readonly depth: number;
  /** 0 first. */
  readonly priority: number;
}

/** A stored answer, with its body when it was kept. */
export interface StoredAnswer extends Omit<Fetched, 'requests'> {
  readonly bodyHash?: string;
}

/** A row of the queue as it stands: what `AddressFacts` is made from. */
export interface AddressRow extends Omit<AddressFacts, 'foundOn' | 'finalUrl' | 'hops'> {
  readonly done: boolean;
  /** Next hop when it answered with a redirect. */
  readonly location?: string;
}

/** Why a page of the sample has no rendering. */
export interface RenderFailure {
  readonly failure: NonNullable<AddressFacts['reason']>;
  readonly outcome: AddressFacts['outcome'];
}

/** What identifies an audit: another value on an unfinished file is another audit. */
export interface AuditIdentity {
  readonly site: SiteInfo;
  /** Canonical JSON of all that decides what is collected. */
  readonly settings: string;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS run (
    id INTEGER PRIMARY KEY, started_at TEXT NOT NULL, last_at TEXT NOT NULL, requests INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS address (
    url TEXT PRIMARY KEY, kind TEXT NOT NULL, depth INTEGER NOT NULL, priority INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0, answer TEXT, title TEXT, body TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS queue ON address (done, kind, depth, priority, url);
  CREATE TABLE IF NOT EXISTS asset (url TEXT PRIMARY KEY, answer TEXT NOT NULL, body TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS body (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS page (url TEXT PRIMARY KEY, html BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS view (page TEXT NOT NULL, url TEXT NOT NULL, PRIMARY KEY (page, url)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS rendered (url TEXT PRIMARY KEY, facts BLOB NOT NULL) STRICT;
`;
/** Changes when an older file can't be read any more. */
const FORMAT = '1';

/**
 * The whole audit in one SQLite file: what was asked, what was answered, what
 * was read. One transaction a page; nothing lies beside it once closed.
 *
 * The only door to the audit file. Errors: `audit-locked` (another process
 * works on it), `audit-format` (not one of ours), `disk-full`, `folder-unwritable`.
 */
export class AuditFile {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #run = 0;

  private constructor(path: string, db: DatabaseSync) {
    this.path = path;
    this.#db = db;
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
        const format = file.#meta('format');
        if (format === undefined) file.#setMeta('format', FORMAT);
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
        if (file.#meta('format') !== FORMAT) throw unreadable(path);
      } catch (error) {
        db.close();
        throw error;
      }
      return file;
    });
  }

  /** Writes a copy without the pages' own bytes, from which the same reports can be made. */
  static strip(path: string, copy: string): void {
    const beside = `${copy}.tmp`;
    guarded(copy, () => {
      const source = AuditFile.read(path);
      try {
        rmSync(beside, { force: true });
        source.#exec('VACUUM INTO ?', beside);
      } finally {
        source.close();
      }
      const db = new DatabaseSync(beside);
      db.exec('PRAGMA journal_mode=delete; DELETE FROM body; VACUUM;');
      db.close();
      renameSync(beside, copy);
    });
  }

  /** Leaves one file to hand over. */
  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  /** Folds the journal back into the file, so that a copy of it is whole. */
  finish(at: string): void {
    guarded(this.path, () => {
      this.#setMeta('finished', at);
      this.#statements.clear();
      this.#db.exec('PRAGMA journal_mode=delete;');
    });
  }

  get finishedAt(): string | undefined {
    return this.#meta('finished');
  }

  /** The last step: until then, the same command has something left to do. */
  markReported(): void {
    this.#setMeta('reported', 'true');
  }

  get isReported(): boolean {
    return this.#meta('reported') !== undefined;
  }

  get identity(): AuditIdentity | undefined {
    const site = this.#meta('site');
    const settings = this.#meta('settings');
    if (site === undefined || settings === undefined) return undefined;
    return { site: JSON.parse(site) as SiteInfo, settings };
  }

  /** Said once, when the audit begins. */
  describe({ site, settings }: AuditIdentity, config: string): void {
    this.#transaction(() => {
      this.#setMeta('site', JSON.stringify(site));
      this.#setMeta('settings', settings);
      this.#setMeta('config', config);
    });
  }

  /** Canonical JSON of the configuration, for redoing a report from the file alone. */
  get config(): string | undefined {
    return this.#meta('config');
  }

  get versions(): Readonly<Record<string, string>> {
    return JSON.parse(this.#meta('versions') ?? '{}') as Record<string, string>;
  }

  /** Adds the versions of what took part. */
  addVersions(versions: Readonly<Record<string, string>>): void {
    this.#setMeta('versions', JSON.stringify({ ...this.versions, ...versions }));
  }

  beginRun(at: string): void {
    this.#exec('INSERT INTO run (started_at, last_at, requests) VALUES (?, ?, 0)', at, at);
    this.#run = Number(this.#get('SELECT max(id) AS id FROM run')?.['id']);
  }

  /** Work done in all runs, the pauses between them left out. */
  get work(): { startedAt: string; endedAt: string; seconds: number; requests: number; runs: number } {
    const row = this
      .#get(`SELECT min(started_at) AS started, max(last_at) AS ended, sum(requests) AS requests, count(*) AS runs,
      sum(unixepoch(last_at, 'subsec') - unixepoch(started_at, 'subsec')) AS seconds FROM run`);
    return {
      startedAt: textOf(row?.['started']),
      endedAt: textOf(row?.['ended']),
      seconds: Math.round(Number(row?.['seconds'] ?? 0)),
      requests: Number(row?.['requests'] ?? 0),
      runs: Number(row?.['runs'] ?? 0),
    };
  }

  /** Adds addresses to the queue; one already there keeps its place. */
  enqueue(targets: Iterable<Target>): void {
    this.#transaction(() => {
      for (const target of targets) this.#enqueue(target);
    });
  }

  /** Addresses of one kind still to be asked, in the order of the queue. */
  waiting(kind: Target['kind'], depth?: number): Target[] {
    const rows = this.#all(
      `SELECT url, kind, depth, priority FROM address WHERE done = 0 AND kind = ? AND depth <= ?
       ORDER BY depth, priority, url`,
      kind,
      depth ?? Number.MAX_SAFE_INTEGER,
    );
    return rows as unknown as Target[];
  }

  /** Depth of the first address that waits, or `undefined` when none does. */
  nextDepth(kind: Target['kind']): number | undefined {
    const depth = this.#get('SELECT min(depth) AS depth FROM address WHERE done = 0 AND kind = ?', kind)?.[
      'depth'
    ];
    return typeof depth === 'number' ? depth : undefined;
  }

  count(kind: Target['kind'], done: boolean): number {
    return Number(
      this.#get('SELECT count(*) AS n FROM address WHERE kind = ? AND done = ?', kind, Number(done))?.['n'] ??
        0,
    );
  }

  /** How many addresses of a kind were really asked: what a budget counts. */
  asked(kind: Target['kind']): number {
    const row = this.#get(
      `SELECT count(*) AS n FROM address WHERE kind = ? AND done = 1
       AND answer ->> '$.outcome' NOT IN ('out_of_scope', 'refused_by_robots')`,
      kind,
    );
    return Number(row?.['n'] ?? 0);
  }

  /** One page, whole: its answer, what was read of it, where it leads. */
  store(
    target: Pick<Target, 'url'>,
    fetched: Fetched,
    at: string,
    read?: {
      readonly html: HtmlFacts;
      readonly targets: readonly Target[];
      readonly views: readonly (readonly [string, string])[];
    },
    extra: {
      readonly magic?: AddressFacts['magic'];
      readonly next?: Target;
      /** Whether its body is a whole document to keep. */
      readonly keepsBody?: boolean;
    } = {},
  ): void {
    this.#transaction(() => {
      const { body, requests, ...answer } = fetched;
      const kept = (read || extra.keepsBody === true) && body ? this.#storeBody(body) : null;
      const row = { ...answer, ...(extra.magic === undefined ? {} : { magic: extra.magic }) };
      this.#exec(
        'UPDATE address SET done = 1, answer = ?, title = ?, body = ? WHERE url = ?',
        JSON.stringify(row),
        read?.html.title ?? null,
        kept,
        target.url,
      );
      if (read)
        this.#exec('INSERT OR REPLACE INTO page (url, html) VALUES (?, ?)', target.url, pack(read.html));
      for (const next of read?.targets ?? []) this.#enqueue(next);
      if (extra.next) this.#enqueue(extra.next);
      for (const [page, url] of read?.views ?? []) {
        this.#exec('INSERT OR IGNORE INTO view (page, url) VALUES (?, ?)', page, url);
      }
      this.#exec('UPDATE run SET last_at = ?, requests = requests + ? WHERE id = ?', at, requests, this.#run);
    });
  }

  /** An answer that only a browser asked for. */
  storeAsset(fetched: Fetched, at: string): void {
    this.#transaction(() => {
      const { body, requests, ...answer } = fetched;
      const kept = body ? this.#storeBody(body) : null;
      this.#exec(
        'INSERT OR REPLACE INTO asset (url, answer, body) VALUES (?, ?, ?)',
        fetched.url,
        JSON.stringify(answer),
        kept,
      );
      this.#exec('UPDATE run SET last_at = ?, requests = requests + ? WHERE id = ?', at, requests, this.#run);
    });
  }

  storeRendered(url: string, facts: RenderedFacts | RenderFailure, at: string): void {
    this.#transaction(() => {
      this.#exec('INSERT OR REPLACE INTO rendered (url, facts) VALUES (?, ?)', url, pack(facts));
      this.#exec('UPDATE run SET last_at = ? WHERE id = ?', at, this.#run);
    });
  }

  /** What was answered at an address, with the body when it was kept. */
  answer(url: string): StoredAnswer | undefined {
    const row =
      this.#get(
        'SELECT answer, body FROM address WHERE url = ? AND done = 1 AND (body IS NOT NULL OR kind = ?)',
        url,
        'page',
      ) ?? this.#get('SELECT answer, body FROM asset WHERE url = ?', url);
    if (typeof row?.['answer'] !== 'string') return undefined;
    const answer = JSON.parse(row['answer']) as Omit<Fetched, 'requests'>;
    const hash = row['body'];
    if (typeof hash !== 'string') return answer;
    const bytes = this.#get('SELECT bytes FROM body WHERE hash = ?', hash)?.['bytes'];
    return bytes instanceof Uint8Array
      ? { ...answer, body: zstdDecompressSync(bytes), bodyHash: hash }
      : answer;
  }

  /** Every address of the queue, by address; to be read to its end, as a reader left half-way holds the file. */
  *addresses(): Generator<AddressRow> {
    for (const row of this.#db.prepare('SELECT * FROM address ORDER BY url').iterate()) {
      const answer = JSON.parse(String(row['answer'] ?? '{}')) as Partial<AddressRow> & {
        headers?: Record<string, string>;
      };
      const { headers, ...rest } = answer;
      const contentType = headers?.['content-type'];
      yield {
        ...rest,
        ...(contentType === undefined ? {} : { contentType }),
        ...(row['title'] === null ? {} : { title: String(row['title']) }),
        url: String(row['url']),
        kind: row['kind'] as AddressKind,
        depth: Number(row['depth']),
        outcome: answer.outcome ?? 'out_of_scope',
        done: row['done'] === 1,
      };
    }
  }

  /** Hashes of the bodies kept, by page, in the order of their addresses. */
  bodies(): Map<string, string> {
    const rows = this.#all(
      "SELECT url, body FROM address WHERE body IS NOT NULL AND kind = 'page' ORDER BY url",
    );
    return new Map(rows.map((row) => [String(row['url']), String(row['body'])]));
  }

  /** Whether any page was read. */
  get hasPages(): boolean {
    return this.#get('SELECT 1 AS one FROM page LIMIT 1') !== undefined;
  }

  /** Pages read, by address; one row in memory at a time. */
  *pages(): Generator<{ url: string; html: HtmlFacts }> {
    for (const row of this.#db.prepare('SELECT url, html FROM page ORDER BY url').iterate()) {
      yield { url: String(row['url']), html: unpack(row['html']) as HtmlFacts };
    }
  }

  /** Hash-bang views that the site links to, by page. */
  views(): Map<string, string[]> {
    const views = new Map<string, string[]>();
    for (const row of this.#all('SELECT page, url FROM view ORDER BY page, url')) {
      const page = String(row['page']);
      views.set(page, [...(views.get(page) ?? []), String(row['url'])]);
    }
    return views;
  }

  rendered(url: string): RenderedFacts | RenderFailure | undefined {
    const row = this.#get('SELECT facts FROM rendered WHERE url = ?', url);
    return row ? (unpack(row['facts']) as RenderedFacts | RenderFailure) : undefined;
  }

  hasRendered(url: string): boolean {
    return this.#get('SELECT 1 AS one FROM rendered WHERE url = ?', url) !== undefined;
  }

  /** The pages that a browser was due to open; set once, when the last page is read. */
  get sample(): ChosenSample | undefined {
    const sample = this.#meta('sample');
    return sample === undefined ? undefined : (JSON.parse(sample) as ChosenSample);
  }

  keepSample(sample: ChosenSample): void {
    this.#setMeta('sample', JSON.stringify(sample));
  }

  /** The documents to read whole; set once, before the first is asked. */
  get wholeDocuments(): readonly string[] | undefined {
    const urls = this.#meta('whole-documents');
    return urls === undefined ? undefined : (JSON.parse(urls) as string[]);
  }

  keepWholeDocuments(urls: readonly string[]): void {
    this.#setMeta('whole-documents', JSON.stringify(urls));
  }

  #enqueue({ url, kind, depth, priority }: Target): void {
    this.#exec(
      'INSERT OR IGNORE INTO address (url, kind, depth, priority) VALUES (?, ?, ?, ?)',
      url,
      kind,
      depth,
      priority,
    );
  }

  #storeBody(body: Uint8Array): string {
    const hash = createHash('sha256').update(body).digest('hex');
    const known = this.#get('SELECT 1 AS one FROM body WHERE hash = ?', hash);
    if (!known) this.#exec('INSERT INTO body (hash, bytes) VALUES (?, ?)', hash, zstdCompressSync(body));
    return hash;
  }

  #meta(key: string): string | undefined {
    const value = this.#get('SELECT value FROM meta WHERE key = ?', key)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  #setMeta(key: string, value: string): void {
    this.#exec('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
  }

  #transaction(work: () => void): void {
    guarded(this.path, () => {
      this.#db.exec('BEGIN IMMEDIATE');
      try {
        work();
        this.#db.exec('COMMIT');
      } catch (error) {
        if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #exec(sql: string, ...values: SQLInputValue[]): void {
    guarded(this.path, () => this.#prepare(sql).run(...values));
  }

  #get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#prepare(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function pack(value: unknown): Uint8Array {
  return zstdCompressSync(JSON.stringify(value));
}

function unpack(bytes: unknown): unknown {
  return JSON.parse(zstdDecompressSync(bytes as Uint8Array).toString());
}
