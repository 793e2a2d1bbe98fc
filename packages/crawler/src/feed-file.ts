import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { QualeprefError } from '@qualepref/core';
import { diskError } from './disk.ts';
import type { FeedSheet } from './feed-sheet.ts';
import type { Feed, FeedInfo } from './feed.ts';

/** Changes when an older file can’t be read any more. */
export const FORMAT = '1';

/** Milliseconds that an audit and an update wait for each other. */
const PATIENCE = 5_000;

const MAX_HOPS = 20;
const MAX_CANDIDATES = 50;

/** What is kept of a feed besides its sheets. */
export interface FeedRecord {
  readonly info: FeedInfo;
  /** Where each part came from, and what it can be known again by. */
  readonly sources: readonly FeedOrigin[];
  /** Elements that no known schema has, by the number of files that hold them. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** One part of a feed. */
export interface FeedOrigin {
  /** Address or absolute path. */
  readonly place: string;
  /** Headers of the next conditional request, or the stamp of a local place. */
  readonly stamp: Readonly<Record<string, string>>;
  readonly sheets: number;
}

/** A feed in its file; whoever opened it closes it. */
export interface OpenFeed extends Feed {
  readonly record: FeedRecord;
  readonly path: string;
  readonly close: () => void;
}

/**
 * Opens the file of a feed, to be read.
 *
 * @throws QualeprefError `feed-missing`, `feed-format`
 */
export function openFeed(path: string): OpenFeed {
  const { db, record } = openFile(path, true);
  const statements = new Map<string, StatementSync>();
  const all = (sql: string, ...values: (string | number)[]): Record<string, unknown>[] => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = db.prepare(sql)));
    return statement.all(...values);
  };
  const texts = (column: string, rows: Record<string, unknown>[]): string[] =>
    rows.map((row) => String(row[column]));

  return {
    path,
    record,
    info: record.info,
    sheet(number) {
      const value = all('SELECT value FROM sheet WHERE number = ?', number)[0]?.['value'];
      if (value === undefined) return undefined;
      const sheet = JSON.parse(zstdDecompressSync(value as Uint8Array).toString()) as FeedSheet;
      const labels = texts('label', all('SELECT label FROM label WHERE number = ? ORDER BY label', number));
      const changed = all('SELECT day FROM change WHERE number = ?', number)[0]?.['day'];
      return {
        ...sheet,
        shortTitles: [...new Set([...sheet.shortTitles, ...labels])].filter((label) => label !== sheet.title),
        importantChange: sheet.importantChange ?? (typeof changed === 'string' ? changed : null),
      };
    },
    redirection(number) {
      let last = number;
      for (let hops = 0; hops < MAX_HOPS; hops += 1) {
        const target = all('SELECT target FROM redirection WHERE number = ?', last)[0]?.['target'];
        if (typeof target !== 'string') return last === number ? undefined : last;
        last = target;
      }
      return undefined;
    },
    byTitle: (folded) =>
      texts('number', all('SELECT number FROM sheet WHERE folded = ? ORDER BY number', folded)),
    candidates(fingerprints) {
      const rows = all(
        `SELECT number, count(DISTINCT hash) AS shared FROM print JOIN sheet ON sheet.id = print.sheet
         WHERE hash IN (SELECT value FROM json_each(?)) GROUP BY number
         ORDER BY shared DESC, number LIMIT ${String(MAX_CANDIDATES)}`,
        JSON.stringify(fingerprints),
      );
      return rows.map((row) => ({ number: String(row['number']), shared: Number(row['shared']) }));
    },
    withPivot(pivots) {
      const rows = all(
        `SELECT DISTINCT number, title, url FROM pivot JOIN sheet ON sheet.id = pivot.sheet
         WHERE pivot IN (SELECT value FROM json_each(?)) ORDER BY number`,
        JSON.stringify(pivots),
      );
      return rows.map(({ number, title, url }) => ({
        number: String(number),
        title: String(title),
        url: typeof url === 'string' ? url : null,
      }));
    },
    close: () => {
      statements.clear();
      if (db.isOpen) db.close();
    },
  };
}

/**
 * Notes that a feed was found unchanged at its source: it is as fresh as if it
 * had been downloaded now.
 *
 * @param at ISO instant
 * @throws QualeprefError `feed-missing`, `feed-format`, `disk-full`, `folder-unwritable`
 */
export function confirmFeed(path: string, at: string): FeedInfo {
  const { db, record } = openFile(path, false);
  const info = { ...record.info, downloadedOn: at };
  try {
    onDisk(path, () => {
      db.prepare('UPDATE meta SET value = ? WHERE key = ?').run(
        JSON.stringify({ ...record, info }),
        'record',
      );
    });
  } finally {
    db.close();
  }
  return info;
}

function openFile(
  path: string,
  readOnly: boolean,
): { readonly db: DatabaseSync; readonly record: FeedRecord } {
  if (!existsSync(path)) {
    throw new QualeprefError(
      'feed-missing',
      `Il n’y a pas de flux dans « ${path} » : lancer qualepref feed update.`,
    );
  }
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly, timeout: PATIENCE });
    const meta = new Map(
      db
        .prepare('SELECT key, value FROM meta')
        .all()
        .map(({ key, value }) => [key, String(value)]),
    );
    if (meta.get('format') !== FORMAT) throw new Error(`format ${meta.get('format') ?? 'absent'}`);
    return { db, record: JSON.parse(meta.get('record') ?? '') as FeedRecord };
  } catch (cause) {
    if (db?.isOpen === true) db.close();
    throw new QualeprefError(
      'feed-format',
      `« ${path} » n’est pas un flux lisible par cette version de qualepref : le supprimer, puis lancer qualepref feed update.`,
      { cause },
    );
  }
}

/**
 * Does the work; what SQLite says of the disk becomes an error of ours.
 *
 * @throws QualeprefError `disk-full`, `folder-unwritable`
 */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Error && 'errcode' in cause) throw diskError(path, cause);
    throw cause;
  }
}
