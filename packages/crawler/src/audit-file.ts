import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { QualeprefError } from '@qualepref/core';
import { guarded, unreadable } from './audit-file-error.ts';
import { contentHash } from './content-hash.ts';
import type { Discovered } from './discover.ts';
import type { Picture } from './evidence.ts';
import type { AddressFacts, AddressKind, HtmlFacts, RenderedFacts, SiteInfo } from './facts.ts';
import type { Fetched } from './fetch.ts';
import type { ChosenSample } from './sample.ts';
import type { PatternCount, Shaped } from './trap.ts';

/** An address to be asked, with its place in the queue. */
export interface Target {
  /** Canonical address. */
  readonly url: string;
  readonly kind: Exclude<AddressKind, 'asset' | 'frame'>;
  readonly depth: number;
  /** 0 first. */
  readonly priority: number;
  /** Of a page: the shape of its address, that a budget counts. */
  readonly pattern?: string;
  /** Whether an address of the same shape is on the way that led to it. */
  readonly isBred?: boolean;
  /** The page that led to it. */
  readonly parent?: string;
  /** Whether it is only known as a part of another page. */
  readonly isFrame?: boolean;
}

/** What was read of a page, and where it leads. */
export interface ReadPage
  extends Pick<Discovered, 'targets' | 'views'>, Partial<Pick<Discovered, 'aliases' | 'traps'>> {
  readonly html: HtmlFacts;
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

/** What of a page is under way. */
export type FlightPart = 'html' | 'rendered';

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
    done INTEGER NOT NULL DEFAULT 0, answer TEXT, title TEXT, body TEXT,
    pattern TEXT, bred INTEGER NOT NULL DEFAULT 0, parent TEXT, frame INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS alias (url TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (url, name)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS listed (url TEXT PRIMARY KEY, kind TEXT NOT NULL, priority INTEGER NOT NULL, pattern TEXT) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS queue ON address (done, kind, depth, priority, url);
  CREATE TABLE IF NOT EXISTS asset (url TEXT PRIMARY KEY, answer TEXT NOT NULL, body TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS body (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS page (url TEXT PRIMARY KEY, html BLOB NOT NULL, content TEXT NOT NULL, canonical TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS view (page TEXT NOT NULL, url TEXT NOT NULL, PRIMARY KEY (page, url)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS flight (
    part TEXT NOT NULL, url TEXT NOT NULL, flying INTEGER NOT NULL, deaths INTEGER NOT NULL, PRIMARY KEY (part, url)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS rendered (url TEXT PRIMARY KEY, facts BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS picture (
    key TEXT PRIMARY KEY, url TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
`;
/** Changes when an older file can't be read any more. */
const FORMAT = '2';

/** Of a shape that a sitemap lists, those that come in their place; the others come behind, added to their priority. */
const FIRST_OF_A_SHAPE = 10;
const BEHIND = 50;

/** Names of one page that are kept: the first in their order, so that it does not matter which came first. */
const MAX_ALIASES = 20;

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
  #hasPictures: boolean | undefined;

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

  /** Leaves one file to hand over. What was under way is no victim of a death. */
  close(): void {
    if (this.#run > 0) this.#land();
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

  /** Begins a run, and counts the deaths of the one before: what it had under way, and an orderly end would have cleared. */
  beginRun(at: string): void {
    this.#exec('UPDATE flight SET deaths = deaths + 1, flying = 0 WHERE flying = 1');
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

  /** A page is begun: until it is stored, a death of the process is counted against it. */
  depart(part: FlightPart, url: string): void {
    this.#exec(
      `INSERT INTO flight (part, url, flying, deaths) VALUES (?, ?, 1, 0)
       ON CONFLICT (part, url) DO UPDATE SET flying = 1`,
      part,
      url,
    );
  }

  /** How often the process died with each page under way. */
  deaths(part: FlightPart): Map<string, number> {
    const rows = this.#all('SELECT url, deaths FROM flight WHERE part = ? AND deaths > 0', part);
    return new Map(rows.map(({ url, deaths }) => [String(url), Number(deaths)]));
  }

  #land(): void {
    try {
      this.#db.exec('UPDATE flight SET flying = 0 WHERE flying = 1');
    } catch {
      // A full disk: it counts as a death, and two are needed.
    }
  }

  /** Adds addresses to the queue; one already there keeps the better place, so that none depends on who came first. */
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

  /** Pages of a depth still to be asked, each with the shape of its address. */
  waitingShapes(depth: number): Shaped[] {
    const rows = this.#all(
      `SELECT url, kind, depth, priority, coalesce(pattern, url) AS pattern, bred FROM address
       WHERE done = 0 AND kind = 'page' AND depth <= ? ORDER BY depth, priority, url`,
      depth,
    );
    return rows.map(({ bred, ...target }) => ({ ...target, isBred: bred === 1 }) as unknown as Shaped);
  }

  /** How many pages of each shape were really asked. */
  patterns(): Map<string, PatternCount> {
    const rows = this.#all(
      `SELECT pattern, count(*) AS n, sum(bred) AS bred FROM address
       WHERE done = 1 AND kind = 'page' AND pattern IS NOT NULL
       AND answer ->> '$.outcome' NOT IN ('out_of_scope', 'refused_by_robots', 'trap') GROUP BY pattern`,
    );
    return new Map(
      rows.map(({ pattern, n, bred }) => [String(pattern), { all: Number(n), bred: Number(bred) }]),
    );
  }

  /** Shapes of the addresses that led to a page, its own the last. */
  lineage(url: string): string[] {
    const rows = this.#all(
      `WITH RECURSIVE way (url, pattern, parent, step) AS (
         SELECT url, pattern, parent, 0 FROM address WHERE url = ?
         UNION ALL
         SELECT a.url, a.pattern, a.parent, step + 1 FROM address a JOIN way ON a.url = way.parent WHERE step < 100
       ) SELECT coalesce(pattern, url) AS pattern FROM way ORDER BY step DESC`,
      url,
    );
    return rows.map(({ pattern }) => String(pattern));
  }

  /** Depth of the deepest page that was answered. */
  get deepest(): number {
    const row = this.#get("SELECT max(depth) AS depth FROM address WHERE done = 1 AND kind = 'page'");
    return Number(row?.['depth'] ?? 0);
  }

  /** Several addresses that are not asked, all with the same answer, in one go; `then` is noted with them. */
  setAside(urls: Iterable<string>, answer: Omit<Fetched, 'url' | 'requests'>, then?: string): void {
    this.#transaction(() => {
      for (const url of urls) {
        this.#exec(
          'UPDATE address SET done = 1, answer = ? WHERE url = ? AND done = 0',
          JSON.stringify({ url, ...answer }),
          url,
        );
      }
      if (then !== undefined) this.#setMeta(then, 'true');
    });
  }

  /** Notes that a step of the audit is done. */
  pass(step: string): void {
    this.#setMeta(step, 'true');
  }

  /** Whether a step of the audit was noted as done. */
  hasPassed(step: string): boolean {
    return this.#meta(step) !== undefined;
  }

  /** One sitemap, whole: its answer, the sitemaps that it names, the addresses that it lists. */
  storeSitemap(
    target: Pick<Target, 'url'>,
    fetched: Fetched,
    at: string,
    found: { readonly sitemaps: readonly Target[]; readonly listed: readonly Target[] },
  ): void {
    this.#transaction(() => {
      const { body, requests, ...answer } = fetched;
      const row = found.listed.length === 0 ? answer : { ...answer, listed: found.listed.length };
      this.#exec('UPDATE address SET done = 1, answer = ? WHERE url = ?', JSON.stringify(row), target.url);
      for (const next of found.sitemaps) this.#enqueue(next);
      for (const { url, kind, priority, pattern } of found.listed) {
        this.#exec(
          'INSERT OR IGNORE INTO listed (url, kind, priority, pattern) VALUES (?, ?, ?, ?)',
          ...[url, kind, priority, pattern ?? null],
        );
      }
      this.#exec('UPDATE run SET last_at = ?, requests = requests + ? WHERE id = ?', at, requests, this.#run);
    });
  }

  /**
   * Queues what sitemaps alone know, the first `max` in the order of the queue
   * and `alike` of one shape, the others behind the first of each, and notes how many were left: all at once, so that
   * which sitemap answered first never matters.
   */
  enqueueListed({ max, alike }: { max: number; alike: number }, depth: number): void {
    this.#transaction(() => {
      const unknown = this.#get(
        'SELECT count(*) AS n FROM listed WHERE url NOT IN (SELECT url FROM address)',
      );
      const queued = this.#prepare(
        `INSERT INTO address (url, kind, depth, priority, pattern)
         SELECT url, kind, ?, priority + iif(rank > ${String(FIRST_OF_A_SHAPE)}, ${String(BEHIND)}, 0), pattern FROM (
           SELECT *, row_number() OVER (PARTITION BY coalesce(pattern, url) ORDER BY priority, url) AS rank
           FROM listed WHERE url NOT IN (SELECT url FROM address)
         ) WHERE rank <= ? ORDER BY 4, url LIMIT ?`,
      ).run(depth, alike, max);
      this.#exec('DELETE FROM listed');
      this.#setMeta('listed-left', String(Number(unknown?.['n']) - Number(queued.changes)));
    });
  }

  /** Addresses that sitemaps alone know and that were not even queued; `undefined` until sitemaps are read. */
  get listedLeft(): number | undefined {
    const left = this.#meta('listed-left');
    return left === undefined ? undefined : Number(left);
  }

  /** How many addresses of a kind were really asked: what a budget counts. */
  asked(kind: Target['kind']): number {
    const row = this.#get(
      `SELECT count(*) AS n FROM address WHERE kind = ? AND done = 1
       AND answer ->> '$.outcome' NOT IN ('out_of_scope', 'refused_by_robots', 'trap')`,
      kind,
    );
    return Number(row?.['n'] ?? 0);
  }

  /** One page, whole: its answer, what was read of it, where it leads. */
  store(
    target: Pick<Target, 'url'>,
    fetched: Fetched,
    at: string,
    read?: ReadPage,
    extra: {
      readonly magic?: AddressFacts['magic'];
      readonly next?: Target;
      /** Whether its body is a whole document to keep. */
      readonly keepsBody?: boolean;
      /** Other names that it answered under. */
      readonly names?: readonly string[];
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
      if (read) this.#storePage(target.url, read, fetched.fetchedOn);
      this.#exec("DELETE FROM flight WHERE part = 'html' AND url = ?", target.url);
      if (extra.next) this.#enqueue(extra.next);
      for (const name of extra.names ?? []) this.#addAlias(target.url, name);
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
      this.#exec("DELETE FROM flight WHERE part = 'rendered' AND url = ?", url);
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
    for (const row of this.#db.prepare('SELECT * FROM address ORDER BY url').iterate()) yield addressRow(row);
  }

  /** One address of the queue. */
  row(url: string): AddressRow | undefined {
    const row = this.#get('SELECT * FROM address WHERE url = ?', url);
    return row && addressRow(row);
  }

  /** What a page says, as a hash; `undefined` when it was not read. */
  contentOf(url: string): string | undefined {
    const content = this.#get('SELECT content FROM page WHERE url = ?', url)?.['content'];
    return typeof content === 'string' ? content : undefined;
  }

  addAlias(url: string, name: string): void {
    this.#transaction(() => {
      this.#addAlias(url, name);
    });
  }

  /** Other names of an address, sorted. */
  aliases(url: string): string[] {
    const rows = this.#all('SELECT name FROM alias WHERE url = ? ORDER BY name', url);
    return rows.map(({ name }) => String(name));
  }

  /**
   * Pages that say the same as another of which they are a name: the one they
   * declare as canonical, or the same address without its final slash.
   */
  sayingTheSame(): Map<string, string> {
    const rows = this.#all(
      `WITH named (url, content, other) AS (
         SELECT url, content, canonical FROM page WHERE canonical IS NOT NULL
         UNION ALL SELECT url, content, rtrim(url, '/') FROM page WHERE url LIKE '%/'
       )
       SELECT named.url, named.other FROM named JOIN page AS other ON other.url = named.other
       WHERE other.content = named.content AND (other.canonical IS NULL OR other.canonical <> named.url)
       ORDER BY named.url, named.other DESC`,
    );
    return new Map(rows.map((row) => [String(row['url']), String(row['other'])]));
  }

  /** Pages that answer the very same bytes as another: from the others to the first met. */
  sameBytes(): Map<string, string> {
    const rows = this.#all(
      `SELECT url, first FROM (
         SELECT url, first_value(url) OVER (PARTITION BY body ORDER BY depth, url) AS first
         FROM address WHERE body IS NOT NULL AND kind = 'page'
       ) WHERE url <> first ORDER BY url`,
    );
    return new Map(rows.map(({ url, first }) => [String(url), String(first)]));
  }

  /** Whether any page was read. */
  get hasPages(): boolean {
    return this.#get('SELECT 1 AS one FROM page LIMIT 1') !== undefined;
  }

  /** Pages read, by address; one row in memory at a time. Those only shown within others are left out, unless wanted. */
  *pages(withFrames = false): Generator<{ url: string; html: HtmlFacts }> {
    const rows = this.#db.prepare(
      `SELECT url, html FROM page
       WHERE ? OR url NOT IN (SELECT url FROM address WHERE frame = 1) ORDER BY url`,
    );
    for (const row of rows.iterate(Number(withFrames))) {
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

  /** Keeps the first picture of a fault. */
  storePicture({ key, url, width, height, bytes }: Picture): void {
    this.#exec(
      'INSERT OR IGNORE INTO picture (key, url, width, height, bytes) VALUES (?, ?, ?, ?, ?)',
      ...[key, url, width, height, bytes],
    );
  }

  /** The faults that have a picture. */
  pictured(): string[] {
    return this.#all('SELECT key FROM picture ORDER BY key').map(({ key }) => String(key));
  }

  /** The picture of a fault; an audit file of an earlier version holds none. */
  picture(key: string): Picture | undefined {
    this.#hasPictures ??=
      this.#get("SELECT 1 AS one FROM sqlite_schema WHERE name = 'picture'") !== undefined;
    const row = this.#hasPictures ? this.#get('SELECT * FROM picture WHERE key = ?', key) : undefined;
    return row as Picture | undefined;
  }

  /** What the HTML of one page says. */
  htmlOf(url: string): HtmlFacts | undefined {
    const row = this.#get('SELECT html FROM page WHERE url = ?', url);
    return row ? (unpack(row['html']) as HtmlFacts) : undefined;
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

  /**
   * An address already there takes the better place: a redirect may lead to it
   * before a link of the same depth does. Of the pages that lead to it from there,
   * the first by address is its parent, unless another shows that it breeds itself
   * no more: which of them answered first never matters.
   */
  #enqueue({ url, kind, depth, priority, pattern, isBred = false, parent, isFrame = false }: Target): void {
    // Linked as a page before it was known for what it is.
    if (kind === 'sitemap') this.#exec("UPDATE address SET kind = 'sitemap' WHERE url = ? AND done = 0", url);
    if (!isFrame) this.#exec('UPDATE address SET frame = 0 WHERE url = ? AND frame = 1', url);
    this.#exec(
      `INSERT INTO address (url, kind, depth, priority, pattern, bred, parent, frame) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (url) DO UPDATE SET depth = excluded.depth, priority = excluded.priority,
       pattern = excluded.pattern, bred = excluded.bred, parent = excluded.parent
       WHERE done = 0 AND ((excluded.depth, excluded.priority) < (depth, priority)
       OR ((excluded.depth, excluded.priority) = (depth, priority) AND parent IS NOT NULL
       AND excluded.parent IS NOT NULL AND (excluded.bred, excluded.parent) < (bred, parent)))`,
      ...[url, kind, depth, priority, pattern ?? null, Number(isBred), parent ?? null, Number(isFrame)],
    );
  }

  #storePage(
    url: string,
    { html, targets, views, aliases = [], traps = [] }: ReadPage,
    fetchedOn: string,
  ): void {
    this.#exec(
      'INSERT OR REPLACE INTO page (url, html, content, canonical) VALUES (?, ?, ?, ?)',
      ...[url, pack(html), contentHash(html), html.canonical],
    );
    for (const next of targets) this.#enqueue(next);
    for (const [page, view] of views)
      this.#exec('INSERT OR IGNORE INTO view (page, url) VALUES (?, ?)', page, view);
    for (const [page, name] of aliases) this.#addAlias(page, name);
    for (const [trap, reason] of traps) {
      const answer = { url: trap, outcome: 'trap', reason, headers: {}, fetchedOn };
      this.#exec(
        `INSERT OR IGNORE INTO address (url, kind, depth, priority, done, answer)
         SELECT ?, 'page', depth + 1, 9, 1, ? FROM address WHERE url = ?`,
        ...[trap, JSON.stringify(answer), url],
      );
    }
  }

  #addAlias(url: string, name: string): void {
    const added = this.#prepare('INSERT OR IGNORE INTO alias (url, name) VALUES (?, ?)').run(url, name);
    if (added.changes === 0) return;
    const last = this.#get(
      'SELECT name FROM alias WHERE url = ? ORDER BY name LIMIT 1 OFFSET ?',
      ...[url, MAX_ALIASES],
    );
    if (last) this.#exec('DELETE FROM alias WHERE url = ? AND name >= ?', url, String(last['name']));
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

function addressRow(row: Record<string, unknown>): AddressRow {
  const answer = JSON.parse(textOf(row['answer']) || '{}') as Partial<AddressRow> & {
    headers?: Record<string, string>;
  };
  const { headers, ...rest } = answer;
  const contentType = headers?.['content-type'];
  return {
    ...rest,
    ...(contentType === undefined ? {} : { contentType }),
    ...(typeof row['title'] === 'string' ? { title: row['title'] } : {}),
    url: String(row['url']),
    kind: row['frame'] === 1 ? 'frame' : (row['kind'] as AddressKind),
    depth: Number(row['depth']),
    outcome: answer.outcome ?? 'out_of_scope',
    done: row['done'] === 1,
  };
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
