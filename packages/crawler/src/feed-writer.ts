import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';
import { FORMAT, onDisk, type FeedOrigin, type FeedRecord } from './feed-file.ts';
import { fingerprint, foldTitle } from './feed-fingerprint.ts';
import type { Audience, FeedSheet } from './feed-sheet.ts';
import type { FeedDocument } from './feed-xml.ts';
import type { FeedInfo } from './feed.ts';

const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE sheet (
    id INTEGER PRIMARY KEY, number TEXT NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL, url TEXT, value BLOB NOT NULL
  ) STRICT;
  CREATE TABLE label (number TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (number, label)) STRICT, WITHOUT ROWID;
  CREATE TABLE redirection (number TEXT PRIMARY KEY, target TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE change (number TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE pivot (pivot TEXT NOT NULL, sheet INTEGER NOT NULL) STRICT;
  CREATE TABLE print (hash INTEGER NOT NULL, sheet INTEGER NOT NULL) STRICT;
`;

/** Made once all is in: far faster than keeping them in order meanwhile. */
const INDEXES = `
  CREATE UNIQUE INDEX sheet_number ON sheet (number);
  CREATE INDEX sheet_folded ON sheet (folded);
  CREATE INDEX pivot_sheet ON pivot (pivot, sheet);
  CREATE INDEX print_sheet ON print (hash, sheet);
`;

/** In more sheets, a paragraph does not tell which one a page shows. */
const COMMON = 50;

/** Of two feeds that hold the same number, the newer text; of the same day, the first of these. */
const PREFERENCE: readonly Audience[] = ['particuliers', 'professionnels', 'associations'];

/** Writes the file of a feed. It can be opened once it is finished, and not before. */
export class FeedWriter {
  readonly path: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #kept = new Map<string, { readonly id: number; readonly date: string; readonly rank: number }>();
  readonly #unknown = new Map<string, number>();
  readonly #schemas = new Map<string, number>();
  readonly #audiences = new Set<Audience>();
  #lastId = 0;
  #newest = '';

  /** @throws QualeprefError `disk-full`, `folder-unwritable`, here and from each method */
  constructor(path: string) {
    this.path = path;
    this.#db = onDisk(path, () => new DatabaseSync(path));
    // A file cut short is never opened: it needs no journal.
    this.#try(() => {
      this.#db.exec(`PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; ${SCHEMA} BEGIN;`);
    });
  }

  get sheets(): number {
    return this.#kept.size;
  }

  add(document: FeedDocument): void {
    this.#try(() => {
      if (document.kind === 'sheet') this.#addSheet(document);
      else if (document.kind !== 'other') this.#addPairs(document);
    });
  }

  /** What most of the sheets so far say, and the newest day among them. */
  summary(): Pick<FeedInfo, 'schema' | 'sheets' | 'audiences' | 'newest'> {
    const [schema = ''] = [...this.#schemas].sort(([, a], [, b]) => b - a)[0] ?? [];
    const audiences = PREFERENCE.filter((audience) => this.#audiences.has(audience));
    return { schema, sheets: this.sheets, audiences, newest: this.#newest };
  }

  /** The whole file is on the disk when this returns. */
  finish(info: Pick<FeedInfo, 'publishedOn' | 'downloadedOn'>, sources: readonly FeedOrigin[]): FeedRecord {
    const record: FeedRecord = {
      info: { ...this.summary(), ...info },
      sources,
      unknown: Object.fromEntries(this.#unknown),
    };
    this.#try(() => {
      this.#db.exec(`${INDEXES}
        DELETE FROM print WHERE hash IN (SELECT hash FROM print GROUP BY hash HAVING count(DISTINCT sheet) > ${String(COMMON)});`);
      this.#run('INSERT INTO meta VALUES (?, ?)', 'format', FORMAT);
      this.#run('INSERT INTO meta VALUES (?, ?)', 'record', JSON.stringify(record));
      this.#db.exec('COMMIT; PRAGMA optimize;');
    });
    this.#close();
    const file = openSync(this.path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return record;
  }

  /** Removes what was written. */
  abandon(): void {
    this.#close();
    rmSync(this.path, { force: true });
  }

  #addSheet({ sheet, labels, unknown }: Extract<FeedDocument, { kind: 'sheet' }>): void {
    for (const name of unknown) this.#unknown.set(name, (this.#unknown.get(name) ?? 0) + 1);
    for (const [number, label] of labels)
      this.#run('INSERT OR IGNORE INTO label VALUES (?, ?)', number, label);
    const { number, date, audience, schema } = sheet;
    this.#schemas.set(schema, (this.#schemas.get(schema) ?? 0) + 1);
    this.#audiences.add(audience);
    if (date !== null && date > this.#newest) this.#newest = date;
    const kept = this.#kept.get(number);
    const offered = { date: date ?? '', rank: PREFERENCE.indexOf(audience) };
    if (kept && (kept.date > offered.date || (kept.date === offered.date && kept.rank <= offered.rank)))
      return;
    if (kept) this.#forget(kept.id);
    const id = (this.#lastId += 1);
    this.#kept.set(number, { id, ...offered });
    this.#insert(id, sheet);
  }

  #insert(id: number, sheet: FeedSheet): void {
    const { number, title, url, paragraphs, pivots } = sheet;
    const value = zstdCompressSync(JSON.stringify(sheet));
    this.#run('INSERT INTO sheet VALUES (?, ?, ?, ?, ?, ?)', id, number, title, foldTitle(title), url, value);
    for (const pivot of pivots) this.#run('INSERT INTO pivot VALUES (?, ?)', pivot, id);
    const prints = new Set(paragraphs.map(({ text }) => fingerprint(text)));
    for (const hash of prints) if (hash !== null) this.#run('INSERT INTO print VALUES (?, ?)', hash, id);
  }

  #forget(id: number): void {
    this.#run('DELETE FROM sheet WHERE id = ?', id);
    this.#run('DELETE FROM pivot WHERE sheet = ?', id);
    this.#run('DELETE FROM print WHERE sheet = ?', id);
  }

  #addPairs({ kind, pairs }: Exclude<FeedDocument, { kind: 'sheet' | 'other' }>): void {
    const sql = {
      redirections: 'INSERT OR REPLACE INTO redirection VALUES (?, ?)',
      tree: 'INSERT OR IGNORE INTO label VALUES (?, ?)',
      changes: 'INSERT INTO change VALUES (?, ?) ON CONFLICT DO UPDATE SET day = max(day, excluded.day)',
    }[kind];
    for (const [number, said] of pairs) this.#run(sql, number, said);
  }

  #run(sql: string, ...values: (string | number | Uint8Array | null)[]): void {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    statement.run(...values);
  }

  #try(work: () => void): void {
    onDisk(this.path, work);
  }

  #close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }
}
