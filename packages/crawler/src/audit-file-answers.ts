import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { textOf } from './audit-file-database.ts';
import { AuditQueue, type Target } from './audit-file-queue.ts';
import type { AddressFacts, AddressKind } from './facts.ts';
import type { Fetched } from './fetch.ts';

/** A stored answer, with its body when it was kept. */
export interface StoredAnswer extends Omit<Fetched, 'requests'> {
  readonly bodyHash?: string;
}

/** An answer as it was stored, its body left where it is. */
export interface AnswerRow extends Omit<Fetched, 'requests' | 'body'> {
  readonly magic?: AddressFacts['magic'];
  /** Other names that it answered under. */
  readonly names?: readonly string[];
  readonly bodyHash?: string;
}

/** Where the day of the last change of a page was read. */
export type DaySource = 'sitemap' | 'listing';

/** A row of the queue as it stands: what `AddressFacts` is made from. */
export interface AddressRow extends Omit<AddressFacts, 'foundOn' | 'finalUrl' | 'hops'> {
  readonly done: boolean;
  /** Next hop when it answered with a redirect. */
  readonly location?: string;
  /** See `Fetched`. */
  readonly milliseconds?: number;
  readonly cookies?: readonly string[];
}

/** Names of one page that are kept: the first in their order, so that it does not matter which came first. */
const MAX_ALIASES = 20;

/** What was answered, under which names, with the bodies kept; each body once. */
export abstract class AuditAnswers extends AuditQueue {
  /** One sitemap, whole: its answer, the sitemaps that it names, the addresses that it lists. */
  storeSitemap(
    target: Pick<Target, 'url'>,
    fetched: Fetched,
    at: string,
    found: {
      readonly sitemaps: readonly Target[];
      readonly listed: readonly Target[];
      /** Days of the last change of pages, where they are of use. */
      readonly days?: Iterable<readonly [string, string]>;
    },
  ): void {
    this.transaction(() => {
      const { body, requests, ...answer } = fetched;
      const row = found.listed.length === 0 ? answer : { ...answer, listed: found.listed.length };
      this.exec('UPDATE address SET done = 1, answer = ? WHERE url = ?', JSON.stringify(row), target.url);
      for (const next of found.sitemaps) this.place(next);
      for (const { url, kind, priority, pattern } of found.listed) {
        this.exec(
          'INSERT OR IGNORE INTO listed (url, kind, priority, pattern) VALUES (?, ?, ?, ?)',
          ...[url, kind, priority, pattern ?? null],
        );
      }
      this.keepDays(found.days ?? [], 'sitemap');
      this.countWork(at, requests);
    });
  }

  /** An answer that only a browser asked for. */
  storeAsset(fetched: Fetched, at: string): void {
    this.transaction(() => {
      const { body, requests, ...answer } = fetched;
      const kept = body ? this.storeBody(body) : null;
      this.exec(
        'INSERT OR REPLACE INTO asset (url, answer, body) VALUES (?, ?, ?)',
        fetched.url,
        JSON.stringify(answer),
        kept,
      );
      this.countWork(at, requests);
    });
  }

  /** What was answered at an address, with the body when it was kept. */
  answer(url: string): StoredAnswer | undefined {
    const row =
      this.get(
        'SELECT answer, body FROM address WHERE url = ? AND done = 1 AND (body IS NOT NULL OR kind = ?)',
        url,
        'page',
      ) ?? this.get('SELECT answer, body FROM asset WHERE url = ?', url);
    if (typeof row?.['answer'] !== 'string') return undefined;
    const answer = JSON.parse(row['answer']) as Omit<Fetched, 'requests'>;
    const hash = row['body'];
    if (typeof hash !== 'string') return answer;
    const body = this.body(hash);
    return body ? { ...answer, body, bodyHash: hash } : answer;
  }

  /** What was answered at an address of the queue, or to a browser alone. */
  stored(url: string, isAsset: boolean): AnswerRow | undefined {
    const row = isAsset
      ? this.get('SELECT answer, body FROM asset WHERE url = ?', url)
      : this.get('SELECT answer, body FROM address WHERE url = ? AND done = 1', url);
    if (typeof row?.['answer'] !== 'string') return undefined;
    const hash = row['body'];
    return {
      ...(JSON.parse(row['answer']) as AnswerRow),
      ...(typeof hash === 'string' ? { bodyHash: hash } : {}),
    };
  }

  /** The bytes of that hash, when they are there. */
  body(hash: string): Uint8Array | undefined {
    const bytes = this.get('SELECT bytes FROM body WHERE hash = ?', hash)?.['bytes'];
    return bytes instanceof Uint8Array ? zstdDecompressSync(bytes) : undefined;
  }

  /** Whether any body is kept: a stripped copy has none. */
  get hasBodies(): boolean {
    return this.get('SELECT 1 AS one FROM body LIMIT 1') !== undefined;
  }

  /** Day of the last change that sitemaps or lists give a page. */
  dayOf(url: string): { day: string; source: DaySource } | undefined {
    const row = this.get('SELECT day, source FROM dated WHERE url = ?', url);
    return row && { day: textOf(row['day']), source: row['source'] as DaySource };
  }

  /** Every address of the queue, by address; to be read to its end, as a reader left half-way holds the file. */
  *addresses(): Generator<AddressRow> {
    for (const row of this.db.prepare('SELECT * FROM address ORDER BY url').iterate()) yield addressRow(row);
  }

  /** One address of the queue. */
  row(url: string): AddressRow | undefined {
    const row = this.get('SELECT * FROM address WHERE url = ?', url);
    return row && addressRow(row);
  }

  addAlias(url: string, name: string): void {
    this.transaction(() => {
      this.keepName(url, name);
    });
  }

  /** Other names of an address, sorted. */
  aliases(url: string): string[] {
    const rows = this.all('SELECT name FROM alias WHERE url = ? ORDER BY name', url);
    return rows.map(({ name }) => String(name));
  }

  /** Pages that answer the very same bytes as another: from the others to the first met. */
  sameBytes(): Map<string, string> {
    const rows = this.all(
      `SELECT url, first FROM (
         SELECT url, first_value(url) OVER (PARTITION BY body ORDER BY depth, url) AS first
         FROM address WHERE body IS NOT NULL AND kind = 'page'
       ) WHERE url <> first ORDER BY url`,
    );
    return new Map(rows.map(({ url, first }) => [String(url), String(first)]));
  }

  /** Of several days, the latest holds: which was read first never matters. */
  protected keepDays(days: Iterable<readonly [string, string]>, source: DaySource): void {
    for (const [url, day] of days) {
      this.exec(
        `INSERT INTO dated (url, day, source) VALUES (?, ?, ?)
         ON CONFLICT (url) DO UPDATE SET day = excluded.day, source = excluded.source WHERE excluded.day > day`,
        ...[url, day, source],
      );
    }
  }

  protected keepName(url: string, name: string): void {
    const added = this.prepare('INSERT OR IGNORE INTO alias (url, name) VALUES (?, ?)').run(url, name);
    if (added.changes === 0) return;
    const last = this.get(
      'SELECT name FROM alias WHERE url = ? ORDER BY name LIMIT 1 OFFSET ?',
      ...[url, MAX_ALIASES],
    );
    if (last) this.exec('DELETE FROM alias WHERE url = ? AND name >= ?', url, String(last['name']));
  }

  protected storeBody(body: Uint8Array): string {
    const hash = createHash('sha256').update(body).digest('hex');
    const known = this.get('SELECT 1 AS one FROM body WHERE hash = ?', hash);
    if (!known) this.exec('INSERT INTO body (hash, bytes) VALUES (?, ?)', hash, zstdCompressSync(body));
    return hash;
  }
}

function addressRow(row: Record<string, unknown>): AddressRow {
  const answer = JSON.parse(textOf(row['answer']) || '{}') as Partial<AddressRow> & {
    headers?: Record<string, string>;
    reuse?: unknown;
    names?: unknown;
  };
  const { headers, reuse: _how, names: _names, ...rest } = answer;
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
