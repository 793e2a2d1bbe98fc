import { pack, unpack } from './audit-file-database.ts';
import { AuditPages } from './audit-file-pages.ts';
import type { AddressFacts, RenderedFacts } from './facts.ts';
import type { ChosenSample } from './sample.ts';

/** Why a page of the sample has no rendering. */
export interface RenderFailure {
  readonly failure: NonNullable<AddressFacts['reason']>;
  readonly outcome: AddressFacts['outcome'];
}

/** The pages that a browser was due to open, and what it saw. */
export abstract class AuditRendered extends AuditPages {
  storeRendered(url: string, facts: RenderedFacts | RenderFailure, at: string): void {
    this.transaction(() => {
      this.exec('INSERT OR REPLACE INTO rendered (url, facts) VALUES (?, ?)', url, pack(facts));
      this.exec("DELETE FROM flight WHERE part = 'rendered' AND url = ?", url);
      this.countWork(at, 0);
    });
  }

  rendered(url: string): RenderedFacts | RenderFailure | undefined {
    const row = this.get('SELECT facts FROM rendered WHERE url = ?', url);
    return row ? (unpack(row['facts']) as RenderedFacts | RenderFailure) : undefined;
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
