import { pack, textOf, unpack } from './audit-file-database.ts';
import { AuditPages } from './audit-file-pages.ts';
import type { Picture } from './evidence.ts';
import type { AddressFacts, RenderedFacts } from './facts.ts';
import type { ChosenSample } from './sample.ts';

/** Why a page of the sample has no rendering. */
export interface RenderFailure {
  readonly failure: NonNullable<AddressFacts['reason']>;
  readonly outcome: AddressFacts['outcome'];
}

/** What a page was shown with: another value may show it otherwise. */
export interface Shown {
  /** All that the browser was asked to do with it, as one text. */
  readonly request: string;
  /** What the page asked for, itself included, and a print of what it got. */
  readonly seen: readonly (readonly [url: string, print: string])[];
  /** Versions of all that looked at it. */
  readonly setup: string;
  /** Whether it was seen by the previous audit, and not looked at again. */
  readonly isReused?: boolean;
}

/** What a browser saw of a page, and with what. */
export interface Rendering extends Shown {
  readonly facts: RenderedFacts | RenderFailure;
}

/** The pages that a browser was due to open, and what it saw. */
export abstract class AuditRendered extends AuditPages {
  storeRendered(url: string, facts: RenderedFacts | RenderFailure, at: string, shown?: Shown): void {
    this.transaction(() => {
      this.exec(
        'INSERT OR REPLACE INTO rendered (url, facts, request, seen, setup, reused) VALUES (?, ?, ?, ?, ?, ?)',
        ...[url, pack(facts), shown?.request ?? null, shown ? pack(shown.seen) : null, shown?.setup ?? null],
        Number(shown?.isReused ?? false),
      );
      this.exec("DELETE FROM flight WHERE part = 'rendered' AND url = ?", url);
      this.countWork(at, 0);
    });
  }

  rendered(url: string): RenderedFacts | RenderFailure | undefined {
    const row = this.get('SELECT facts FROM rendered WHERE url = ?', url);
    return row ? (unpack(row['facts']) as RenderedFacts | RenderFailure) : undefined;
  }

  /** What a browser saw of a page with what it was shown with, where that is known. */
  rendering(url: string): Rendering | undefined {
    const row = this.get('SELECT * FROM rendered WHERE url = ? AND seen IS NOT NULL', url);
    if (!row) return undefined;
    const { facts, request, seen, setup, reused } = row;
    return {
      facts: unpack(facts) as Rendering['facts'],
      request: textOf(request),
      seen: unpack(seen) as Rendering['seen'],
      setup: textOf(setup),
      isReused: reused === 1,
    };
  }

  /** How many pages a browser opened, and how many were left as the previous audit saw them. */
  get renderings(): { opened: number; reused: number } {
    const row = this.get('SELECT count(*) AS n, total(reused) AS reused FROM rendered');
    const reused = Number(row?.['reused']);
    return { opened: Number(row?.['n']) - reused, reused };
  }

  /** Keeps the first picture of a fault. */
  storePicture({ key, url, width, height, bytes }: Picture): void {
    this.exec(
      'INSERT OR IGNORE INTO picture (key, url, width, height, bytes) VALUES (?, ?, ?, ?, ?)',
      ...[key, url, width, height, bytes],
    );
  }

  /** The faults that have a picture. */
  pictured(): string[] {
    return this.all('SELECT key FROM picture ORDER BY key').map(({ key }) => String(key));
  }

  /** The pictures taken on a page. */
  picturesOf(url: string): Picture[] {
    return this.all('SELECT * FROM picture WHERE url = ? ORDER BY key', url) as unknown as Picture[];
  }

  /** The picture of a fault. */
  picture(key: string): Picture | undefined {
    return this.get('SELECT * FROM picture WHERE key = ?', key) as Picture | undefined;
  }

  hasRendered(url: string): boolean {
    return this.get('SELECT 1 AS one FROM rendered WHERE url = ?', url) !== undefined;
  }

  /** The pages that a browser was due to open; set once, when the last page is read. */
  get sample(): ChosenSample | undefined {
    const sample = this.meta('sample');
    return sample === undefined ? undefined : (JSON.parse(sample) as ChosenSample);
  }

  keepSample(sample: ChosenSample): void {
    this.setMeta('sample', JSON.stringify(sample));
  }
}
