import { AuditRuns } from './audit-file-runs.ts';
import type { AddressKind } from './facts.ts';
import type { Fetched } from './fetch.ts';
import type { KnownPage } from './leafless-tree.ts';
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

/** Added to the priority of where a redirect leads: such an address comes behind those that pages link to. */
export const AFTER_ALL = 100;
/**
 * Addresses of one kind that are known at most, before redirects: pages can make them without
 * end, and a site of several thousand pages and ten thousand files has a fifth as many.
 */
export const MAX_KNOWN = 50_000;
/** Neither waiting nor done. */
const HELD = 2;
/** Addresses added between two looks at how many there are. */
const LOOK = 10_000;

/** Of a shape that a sitemap lists, those that come in their place; the others come behind, added to their priority. */
const FIRST_OF_A_SHAPE = 10;
const BEHIND = 50;

/** The addresses to ask, each at its place, and what was decided of them without asking. */
export abstract class AuditQueue extends AuditRuns {
  #added = 0;
  /** Whether any address may be known as a part of another page only; unknown until it matters. */
  #hasFrames: boolean | undefined;

  /** Adds addresses to the queue; one already there keeps the better place, so that none depends on who came first. */
  enqueue(targets: Iterable<Target>): void {
    this.transaction(() => {
      for (const target of targets) this.place(target);
    });
  }

  /** Addresses of one kind still to be asked, in the order of the queue. */
  waiting(kind: Target['kind'], depth?: number): Target[] {
    const rows = this.all(
      `SELECT url, kind, depth, priority FROM address WHERE done = 0 AND kind = ? AND depth <= ?
       ORDER BY depth, priority, url`,
      kind,
      depth ?? Number.MAX_SAFE_INTEGER,
    );
    return rows as unknown as Target[];
  }

  /** Depth of the first address that waits, or `undefined` when none does. */
  nextDepth(kind: Target['kind']): number | undefined {
    const depth = this.get('SELECT min(depth) AS depth FROM address WHERE done = 0 AND kind = ?', kind)?.[
      'depth'
    ];
    return typeof depth === 'number' ? depth : undefined;
  }

  count(kind: Target['kind'], done: boolean): number {
    return Number(
      this.get('SELECT count(*) AS n FROM address WHERE kind = ? AND done = ?', kind, Number(done))?.['n'] ??
        0,
    );
  }

  /** What became of the last addresses of a kind, in the order of the queue: at most `count`, the latest first. */
  lastOutcomes(kind: Target['kind'], count: number): string[] {
    const rows = this.all(
      `SELECT answer ->> '$.outcome' AS outcome FROM address WHERE done = 1 AND kind = ?
       ORDER BY depth DESC, priority DESC, url DESC LIMIT ?`,
      ...[kind, count],
    );
    return rows.map(({ outcome }) => String(outcome));
  }

  /** Pages of a depth still to be asked, each with the shape of its address. */
  waitingShapes(depth: number): Shaped[] {
    const rows = this.all(
      `SELECT url, kind, depth, priority, coalesce(pattern, url) AS pattern, bred FROM address
       WHERE done = 0 AND kind = 'page' AND depth <= ? ORDER BY depth, priority, url`,
      depth,
    );
    return rows.map(({ bred, ...target }) => ({ ...target, isBred: bred === 1 }) as unknown as Shaped);
  }

  /** How many pages of each shape were really asked. */
  patterns(): Map<string, PatternCount> {
    const rows = this.all(
      `SELECT pattern, count(*) AS n, sum(bred) AS bred FROM address
       WHERE done = 1 AND kind = 'page' AND pattern IS NOT NULL
       AND answer ->> '$.outcome' NOT IN ('out_of_scope', 'refused_by_robots', 'trap') GROUP BY pattern`,
    );
    return new Map(
      rows.map(({ pattern, n, bred }) => [String(pattern), { all: Number(n), bred: Number(bred) }]),
    );
  }

  /** Every page address that is known, and whether it was read at a lower depth: one stored whole. */
  *knownPages(depth: number): Generator<KnownPage> {
    const rows = this.db
      .prepare(
        `SELECT url, coalesce(pattern, url) AS pattern,
         done = 1 AND depth < ? AND answer ->> '$.outcome' = 'ok' AS read FROM address WHERE kind = 'page'`,
      )
      .iterate(depth);
    for (const { url, pattern, read } of rows)
      yield { url: String(url), pattern: String(pattern), isRead: read === 1 };
  }

  /** Pages of a depth that were asked already. */
  askedAt(depth: number): string[] {
    const rows = this.all(
      `SELECT url FROM address WHERE done = 1 AND kind = 'page' AND depth = ? AND answer ->> '$.outcome' <> 'trap'`,
      depth,
    );
    return rows.map(({ url }) => String(url));
  }

  /** Addresses that wait no longer, until they are released. */
  hold(urls: Iterable<string>): void {
    this.transaction(() => {
      for (const url of urls)
        this.exec(`UPDATE address SET done = ${String(HELD)} WHERE url = ? AND done = 0`, url);
    });
  }

  /** What was held waits again; `false` when nothing was. */
  release(): boolean {
    const { changes } = this.prepare(`UPDATE address SET done = 0 WHERE done = ${String(HELD)}`).run();
    return changes > 0;
  }

  /** The page that led to an address. */
  parentOf(url: string): string | undefined {
    const parent = this.get('SELECT parent FROM address WHERE url = ?', url)?.['parent'];
    return typeof parent === 'string' ? parent : undefined;
  }

  /** Shapes of the addresses that led to a page, its own the last. */
  lineage(url: string): string[] {
    const rows = this.all(
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
    const row = this.get("SELECT max(depth) AS depth FROM address WHERE done = 1 AND kind = 'page'");
    return Number(row?.['depth'] ?? 0);
  }

  /** Several addresses that are not asked, all with the same answer, in one go; `then` is noted with them. */
  setAside(urls: Iterable<string>, answer: Omit<Fetched, 'url' | 'requests'>, then?: string): void {
    this.transaction(() => {
      for (const url of urls) this.#setAside(url, answer);
      if (then !== undefined) this.setMeta(then, 'true');
    });
  }

  #setAside(url: string, answer: Omit<Fetched, 'url' | 'requests'>): void {
    this.exec(
      'UPDATE address SET done = 1, answer = ? WHERE url = ? AND done = 0',
      JSON.stringify({ url, ...answer }),
      url,
    );
  }

  /**
   * Queues what sitemaps alone know, the first `max` in the order of the queue
   * and `alike` of one shape, the others behind the first of each, and notes how many were left: all at once, so that
   * which sitemap answered first never matters.
   */
  enqueueListed({ max, alike }: { max: number; alike: number }, depth: number): void {
    this.transaction(() => {
      const unknown = this.get('SELECT count(*) AS n FROM listed WHERE url NOT IN (SELECT url FROM address)');
      const queued = this.prepare(
        `INSERT INTO address (url, kind, depth, priority, pattern)
         SELECT url, kind, ?, priority + iif(rank > ${String(FIRST_OF_A_SHAPE)}, ${String(BEHIND)}, 0), pattern FROM (
           SELECT *, row_number() OVER (PARTITION BY coalesce(pattern, url) ORDER BY priority, url) AS rank
           FROM listed WHERE url NOT IN (SELECT url FROM address)
         ) WHERE rank <= ? ORDER BY 4, url LIMIT ?`,
      ).run(depth, alike, max);
      this.exec('DELETE FROM listed');
      this.setMeta('listed-left', String(Number(unknown?.['n']) - Number(queued.changes)));
    });
  }

  /** Addresses that sitemaps list, until they are queued. */
  get listedCount(): number {
    return Number(this.get('SELECT count(*) AS n FROM listed')?.['n'] ?? 0);
  }

  /** Addresses that sitemaps alone know and that were not even queued; `undefined` until sitemaps are read. */
  get listedLeft(): number | undefined {
    const left = this.meta('listed-left');
    return left === undefined ? undefined : Number(left);
  }

  /** How many addresses of a kind were really asked: what a budget counts. */
  asked(kind: Target['kind']): number {
    const row = this.get(
      `SELECT count(*) AS n FROM address WHERE kind = ? AND done = 1
       AND answer ->> '$.outcome' NOT IN ('out_of_scope', 'refused_by_robots', 'trap')`,
      kind,
    );
    return Number(row?.['n'] ?? 0);
  }

  /**
   * Lets go of what waits beyond the first addresses of its kind, in the order of
   * the queue. One that is let go of would come back behind as many others, so
   * when it is done never matters, provided it is done once more at the end of a depth.
   */
  trim(): void {
    this.transaction(() => {
      this.#trim();
    });
  }

  #trim(): void {
    for (const kind of ['page', 'document', 'external'] as const) {
      const last = this.get(
        `SELECT depth, priority, url FROM address WHERE done IN (0, 1) AND kind = ? AND priority < ?
         ORDER BY depth, priority, url LIMIT 1 OFFSET ?`,
        ...[kind, AFTER_ALL, MAX_KNOWN - 1],
      ) as { depth: number; priority: number; url: string } | undefined;
      if (!last) continue;
      const { changes } = this.prepare(
        `DELETE FROM address WHERE done = 0 AND kind = ? AND priority < ? AND (depth, priority, url) > (?, ?, ?)`,
      ).run(kind, AFTER_ALL, last.depth, last.priority, last.url);
      if (changes > 0) this.setMeta('queue-cut', 'true');
    }
  }

  /** Whether there were more addresses than are kept. */
  get isCut(): boolean {
    return this.meta('queue-cut') !== undefined;
  }

  /** Whether an address is there, still to be asked. */
  isWaiting(url: string): boolean {
    return this.get('SELECT 1 AS one FROM address WHERE url = ? AND done = 0', url) !== undefined;
  }

  /** Addresses on other sites that pages link to, in the order of the queue, asked or not. */
  linked(): string[] {
    const rows = this.all(
      `SELECT url FROM address WHERE kind = 'external' AND priority < ? ORDER BY depth, priority, url`,
      AFTER_ALL,
    );
    return rows.map(({ url }) => String(url));
  }

  /** Takes back what was asked of other sites: addresses that are as if they had not been, and where they alone led. */
  takeBack(urls: readonly string[], answer: Omit<Fetched, 'url' | 'requests'>): void {
    this.transaction(() => {
      for (const url of urls) this.exec('UPDATE address SET done = 0 WHERE url = ?', url);
      this.#trim();
      for (const url of urls) this.#setAside(url, answer);
      this.exec(
        `DELETE FROM address WHERE kind = 'external' AND priority >= ?1 AND url NOT IN (
           WITH RECURSIVE led (url) AS (
             SELECT answer ->> '$.location' AS next FROM address WHERE priority < ?1 AND next IS NOT NULL
             UNION
             SELECT answer ->> '$.location' AS next FROM address JOIN led USING (url) WHERE next IS NOT NULL
           ) SELECT url FROM led
         )`,
        AFTER_ALL,
      );
    });
  }

  /**
   * An address already there takes the better place: a redirect may lead to it
   * before a link of the same depth does. Of the pages that lead to it from there,
   * the first by address is its parent, unless another shows that it breeds itself
   * no more: which of them answered first never matters. One on another site, which
   * may be asked before all pages are read, keeps the place of the first link to it.
   */
  protected place({
    url,
    kind,
    depth,
    priority,
    pattern,
    isBred = false,
    parent,
    isFrame = false,
  }: Target): void {
    // Linked as a page before it was known for what it is.
    if (kind === 'sitemap') this.exec("UPDATE address SET kind = 'sitemap' WHERE url = ? AND done = 0", url);
    if (isFrame) this.#hasFrames = true;
    else if (this.#mayBeFrame()) this.exec('UPDATE address SET frame = 0 WHERE url = ? AND frame = 1', url);
    this.exec(
      `INSERT INTO address (url, kind, depth, priority, pattern, bred, parent, frame) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (url) DO UPDATE SET depth = excluded.depth, priority = excluded.priority,
       pattern = excluded.pattern, bred = excluded.bred, parent = excluded.parent
       WHERE iif(kind = 'external',
       (excluded.priority >= ${String(AFTER_ALL)}, excluded.depth, excluded.priority) < (priority >= ${String(AFTER_ALL)}, depth, priority),
       done = 0 AND ((excluded.depth, excluded.priority) < (depth, priority)
       OR ((excluded.depth, excluded.priority) = (depth, priority) AND parent IS NOT NULL
       AND excluded.parent IS NOT NULL AND (excluded.bred, excluded.parent) < (bred, parent))))`,
      ...[url, kind, depth, priority, pattern ?? null, Number(isBred), parent ?? null, Number(isFrame)],
    );
    this.#added += 1;
    if (this.#added % LOOK === 0) this.#trim();
  }

  /** Few sites have such addresses, and each link of each page would be looked for among them. */
  #mayBeFrame(): boolean {
    return (this.#hasFrames ??=
      this.get('SELECT 1 AS one FROM address WHERE frame = 1 LIMIT 1') !== undefined);
  }
}
