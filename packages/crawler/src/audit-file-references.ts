import type { AnnuaireRecord } from './annuaire.ts';
import { pack, unpack } from './audit-file-database.ts';
import type { ComparedAudit } from './compare-side.ts';
import { AuditRendered } from './audit-file-rendered.ts';
import type { FeedInfo } from './feed.ts';
import type { FeedAnswers } from './feed-kept.ts';

/** The feed that an audit was judged with. */
export interface JudgedFeed extends FeedAnswers {
  /** Hours of age up to which it was allowed to judge freshness. */
  readonly maxAge: number;
}

/** What the site is compared with: kept, so that a report needs neither the feed nor the network again. */
export abstract class AuditReferences extends AuditRendered {
  /** Begins anew with a feed: what another one answered is forgotten. */
  noteFeed(info: FeedInfo, maxAge: number): void {
    this.transaction(() => {
      this.exec('DELETE FROM feed_answer');
      this.setMeta('feed', JSON.stringify({ info, maxAge }));
    });
  }

  keepFeedAnswers(answers: readonly (readonly [key: string, value: unknown])[]): void {
    this.transaction(() => {
      for (const [key, value] of answers) {
        this.exec('INSERT OR REPLACE INTO feed_answer (key, value) VALUES (?, ?)', key, pack(value));
      }
    });
  }

  /** What the directory said of the reception sites; `undefined` when it was not asked. */
  get annuaire(): readonly AnnuaireRecord[] | undefined {
    const annuaire = this.meta('annuaire');
    return annuaire === undefined ? undefined : (JSON.parse(annuaire) as AnnuaireRecord[]);
  }

  noteAnnuaire(records: readonly AnnuaireRecord[]): void {
    this.setMeta('annuaire', JSON.stringify(records));
  }

  /** `undefined` when it was judged without. */
  get feed(): JudgedFeed | undefined {
    const feed = this.meta('feed');
    if (feed === undefined) return undefined;
    const read = (key: string): unknown => {
      const row = this.get('SELECT value FROM feed_answer WHERE key = ?', key);
      return row ? unpack(row['value']) : undefined;
    };
    return { ...(JSON.parse(feed) as { info: FeedInfo; maxAge: number }), read };
  }

  /** What the comparison needs of the previous audit: a report is redone without that one's file. */
  get before(): ComparedAudit | undefined {
    const before = this.meta('before');
    return before === undefined ? undefined : (unpack(Buffer.from(before, 'base64')) as ComparedAudit);
  }

  keepBefore(previous: ComparedAudit): void {
    this.setMeta('before', Buffer.from(pack(previous)).toString('base64'));
  }
}
