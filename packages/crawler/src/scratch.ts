import { tmpdir } from 'node:os';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { diskError } from './disk.ts';
import { freeDead } from './heap.ts';

/** What is read one at a time, as often as one likes: an array, or rows kept out of memory. */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
}

/** Where a row stands among the others of its list. */
export interface RowPlace {
  /** What the list is sorted by; rows of one key keep the order in which they came. */
  readonly key?: string;
  /** What it is counted with. */
  readonly group?: string;
  /** The page that it counts for in its group. */
  readonly page?: string;
}

/** Pages that are named as leading to one address, at most. */
const FOUND_ON = 20;

/**
 * What judging a large site works out on its way, kept in a temporary file of
 * SQLite's that no name leads to: it goes with the process, or with whoever
 * still holds the report.
 *
 * @throws QualeprefError `disk-full`, `folder-unwritable` from each method that writes
 */
export class Scratch {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #lists = 0;
  /** Addresses that need no further page: menus lead to them from everywhere. */
  readonly #full = new Set<string>();

  constructor() {
    this.#db = new DatabaseSync('');
    this.#db.exec(`PRAGMA temp_store=FILE; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
      CREATE TABLE found (target TEXT, page TEXT, PRIMARY KEY (target, page)) STRICT, WITHOUT ROWID; BEGIN;`);
  }

  /** A list of plain values, kept out of memory. */
  list<T>(): ScratchList<T> {
    const name = `list${String(++this.#lists)}`;
    this.#exec(`CREATE TABLE ${name} (key TEXT, grouped TEXT, page TEXT, value TEXT NOT NULL) STRICT`);
    let length = 0;
    return {
      get length() {
        return length;
      },
      add: (value, { key = '', group = '', page = '' } = {}) => {
        this.#exec(`INSERT INTO ${name} VALUES (?, ?, ?, ?)`, key, group, page, JSON.stringify(value));
        length += 1;
      },
      [Symbol.iterator]: () => this.#values<T>(name),
      groups: (least) => this.#groups(name, least),
    };
  }

  /** The addresses that a page leads to. Pages come in the order of their addresses: the first ones are kept. */
  addFound(targets: Iterable<string>, page: string): void {
    for (const target of new Set(targets)) {
      freeDead();
      if (this.#full.has(target)) continue;
      const added = this.#exec(
        `INSERT OR IGNORE INTO found
         SELECT ?1, ?2 WHERE (SELECT count(*) FROM found WHERE target = ?1) < ${String(FOUND_ON)}`,
        ...[target, page],
      );
      // Nothing is added of a page that was met either, by a reader who was left half-way.
      if (added === 0 && this.foundOn(target).length >= FOUND_ON) this.#full.add(target);
    }
  }

  /** The first pages, by address, that lead to an address. */
  foundOn(target: string): string[] {
    const rows = this.#prepare('SELECT page FROM found WHERE target = ? ORDER BY page').all(target);
    return rows.map(({ page }) => String(page));
  }

  *#values<T>(name: string): Generator<T> {
    // Of its own each time: a list may be read by two at once.
    const rows = this.#db.prepare(`SELECT value FROM ${name} ORDER BY key, rowid`).iterate();
    for (const row of rows) {
      yield JSON.parse(String(row['value'])) as T;
      freeDead();
    }
  }

  #groups(name: string, least: number): Map<string, number> {
    const rows = this.#db
      .prepare(
        `SELECT grouped, count(DISTINCT page) AS pages FROM ${name} GROUP BY grouped HAVING pages >= ?`,
      )
      .all(least);
    return new Map(rows.map(({ grouped, pages }) => [String(grouped), Number(pages)]));
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }

  /** How many rows changed. */
  #exec(sql: string, ...values: SQLInputValue[]): number {
    freeDead();
    try {
      return Number(this.#prepare(sql).run(...values).changes);
    } catch (cause) {
      throw diskError(tmpdir(), cause);
    }
  }
}

/** Values written once, and read in the order of their keys. */
export interface ScratchList<T> extends Rows<T> {
  add(value: T, place?: RowPlace): void;
  /** On how many pages each group stands, for those of at least so many. */
  groups(least: number): Map<string, number>;
}
