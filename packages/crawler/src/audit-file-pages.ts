import { pack, unpack } from './audit-file-database.ts';
import { AuditAnswers } from './audit-file-answers.ts';
import type { Target } from './audit-file-queue.ts';
import { contentHash } from './content-hash.ts';
import type { Discovered } from './discover.ts';
import type { AddressFacts, HtmlFacts } from './facts.ts';
import type { Fetched } from './fetch.ts';
import { freeDead } from './heap.ts';
import { append } from './multimap.ts';
import type { PlainAnswer } from './plain-answer.ts';

/** What was read of a page, and where it leads. */
export interface ReadPage
  extends Pick<Discovered, 'targets' | 'views'>, Partial<Pick<Discovered, 'aliases' | 'traps'>> {
  readonly html: HtmlFacts;
  /** Days of the last change that it gives other pages, where they are of use. */
  readonly days?: Iterable<readonly [string, string]>;
}

const REOPENED = 'reopened ';

/** What a page unpacked leaves dead, in rows. */
const ROWS_OF_A_PAGE = 20;

/** What was read of each page. */
export abstract class AuditPages extends AuditAnswers {
  /** One page, whole: its answer, what was read of it, where it leads. */
  store(
    target: Pick<Target, 'url'>,
    fetched: Fetched,
    at: string,
    read?: ReadPage,
    extra: {
      readonly magic?: AddressFacts['magic'];
      /** What a whole document says of itself. */
      readonly document?: AddressFacts['document'];
      readonly next?: Target;
      /** Whether its body is a whole document to keep. */
      readonly keepsBody?: boolean;
      /** Other names that it answered under. */
      readonly names?: readonly string[];
      /** An address that was answered, and is to be asked once more. */
      readonly reopens?: string;
    } = {},
  ): void {
    this.transaction(() => {
      const { body, requests, ...answer } = fetched;
      const kept = (read || extra.keepsBody === true) && body ? this.storeBody(body) : null;
      const { magic, document, names = [] } = extra;
      const row = {
        ...answer,
        ...(magic === undefined ? {} : { magic }),
        ...(document === undefined ? {} : { document }),
        ...(names.length === 0 ? {} : { names }),
      };
      this.exec(
        'UPDATE address SET done = 1, answer = ?, title = ?, body = ? WHERE url = ?',
        JSON.stringify(row),
        read?.html.title ?? null,
        kept,
        target.url,
      );
      if (read) this.#storePage(target.url, read, fetched.fetchedOn);
      this.exec("DELETE FROM flight WHERE part = 'html' AND url = ?", target.url);
      if (extra.next) this.place(extra.next);
      if (extra.reopens !== undefined) this.#reopen(extra.reopens);
      for (const name of names) this.keepName(target.url, name);
      this.countWork(at, requests);
    });
  }

  #reopen(url: string): void {
    this.exec('UPDATE address SET done = 0, answer = NULL WHERE url = ? AND done = 1', url);
    this.setMeta(REOPENED + url, 'true');
  }

  /** Whether an address was asked once more already. */
  wasReopened(url: string): boolean {
    return this.meta(REOPENED + url) !== undefined;
  }

  /** What was read of a page. */
  html(url: string): HtmlFacts | undefined {
    const row = this.get('SELECT html FROM page WHERE url = ?', url);
    return row && (unpack(row['html']) as HtmlFacts);
  }

  /** Pages read at the start, with those that it redirects to. */
  firstPages(): string[] {
    const rows = this.all(
      'SELECT page.url FROM page JOIN address ON address.url = page.url WHERE depth = 0 ORDER BY page.url',
    );
    return rows.map(({ url }) => String(url));
  }

  /** How the answers of one kind came to be known, and how many of them each way. */
  reuses(kind: Target['kind']): Map<string, number> {
    const rows = this.all(
      `SELECT answer ->> '$.reuse.how' AS how, count(*) AS n FROM address
       WHERE kind = ? AND done = 1 AND how IS NOT NULL GROUP BY how`,
      kind,
    );
    return new Map(rows.map(({ how, n }) => [String(how), Number(n)]));
  }

  /** How long the pages asked anew took to begin to answer: median in milliseconds, and their number; absent when none was. */
  get answerTimes(): { readonly median: number; readonly pages: number } | undefined {
    const times = this.all(
      `SELECT answer ->> '$.milliseconds' AS time FROM address
       WHERE kind = 'page' AND done = 1 AND time IS NOT NULL ORDER BY time`,
    ).map(({ time }) => Number(time));
    const median = times[Math.floor((times.length - 1) / 2)];
    return median === undefined ? undefined : { median, pages: times.length };
  }

  /** What a page says, as a hash; `undefined` when it was not read. */
  contentOf(url: string): string | undefined {
    const content = this.get('SELECT content FROM page WHERE url = ?', url)?.['content'];
    return typeof content === 'string' ? content : undefined;
  }

  /**
   * Pages that say the same as another of which they are a name: the one they
   * declare as canonical, or the same address without its final slash.
   */
  sayingTheSame(): Map<string, string> {
    const rows = this.all(
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

  /** Whether any page was read. */
  get hasPages(): boolean {
    return this.get('SELECT 1 AS one FROM page LIMIT 1') !== undefined;
  }

  get pageCount(): number {
    return Number(this.get('SELECT count(*) AS count FROM page')?.['count'] ?? 0);
  }

  /** Pages read, by address; one row in memory at a time. Those only shown within others are left out, unless wanted. */
  *pages(withFrames = false): Generator<{ url: string; html: HtmlFacts }> {
    const rows = this.db.prepare(
      `SELECT url, html FROM page
       WHERE ? OR url NOT IN (SELECT url FROM address WHERE frame = 1) ORDER BY url`,
    );
    for (const row of rows.iterate(Number(withFrames))) {
      yield { url: String(row['url']), html: unpack(row['html']) as HtmlFacts };
      freeDead(ROWS_OF_A_PAGE);
    }
  }

  /** Hash-bang views that the site links to, by page. */
  views(): Map<string, string[]> {
    const views = new Map<string, string[]>();
    for (const row of this.all('SELECT page, url FROM view ORDER BY page, url')) {
      append(views, String(row['page']), String(row['url']));
    }
    return views;
  }

  /** What the site's address answered in http; absent as long as it was not asked. */
  get plainAnswer(): PlainAnswer | undefined {
    return this.meta('plain-answer') as PlainAnswer | undefined;
  }

  keepPlainAnswer(answer: PlainAnswer): void {
    this.setMeta('plain-answer', answer);
  }

  /** The documents to read whole; set once, before the first is asked. */
  get wholeDocuments(): readonly string[] | undefined {
    const urls = this.meta('whole-documents');
    return urls === undefined ? undefined : (JSON.parse(urls) as string[]);
  }

  keepWholeDocuments(urls: readonly string[]): void {
    this.setMeta('whole-documents', JSON.stringify(urls));
  }

  #storePage(
    url: string,
    { html, targets, views, aliases = [], traps = [], days = [] }: ReadPage,
    fetchedOn: string,
  ): void {
    this.exec(
      'INSERT OR REPLACE INTO page (url, html, content, canonical) VALUES (?, ?, ?, ?)',
      ...[url, pack(html), contentHash(html), html.canonical],
    );
    for (const next of targets) this.place(next);
    this.keepDays(days, 'listing');
    for (const [page, view] of views)
      this.exec('INSERT OR IGNORE INTO view (page, url) VALUES (?, ?)', page, view);
    for (const [page, name] of aliases) this.keepName(page, name);
    for (const [trap, reason] of traps) {
      const answer = { url: trap, outcome: 'trap', reason, headers: {}, fetchedOn };
      this.exec(
        `INSERT OR IGNORE INTO address (url, kind, depth, priority, done, answer)
         SELECT ?, 'page', depth + 1, 9, 1, ? FROM address WHERE url = ?`,
        ...[trap, JSON.stringify(answer), url],
      );
    }
  }
}
