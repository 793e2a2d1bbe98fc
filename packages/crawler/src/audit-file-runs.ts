import { AuditDatabase, textOf } from './audit-file-database.ts';

/** What of a page is under way. */
export type FlightPart = 'html' | 'rendered';

/** The runs of an audit, how long each worked, and what was under way when one died. */
export abstract class AuditRuns extends AuditDatabase {
  protected run = 0;

  /** Begins a run, and counts the deaths of the one before: what it had under way, and an orderly end would have cleared. */
  beginRun(at: string): void {
    this.exec('UPDATE flight SET deaths = deaths + 1, flying = 0 WHERE flying = 1');
    this.exec('INSERT INTO run (started_at, last_at, requests) VALUES (?, ?, 0)', at, at);
    this.run = Number(this.get('SELECT max(id) AS id FROM run')?.['id']);
  }

  /** Work done in all runs, the pauses between them left out. */
  get work(): { startedAt: string; endedAt: string; seconds: number; requests: number; runs: number } {
    const row = this
      .get(`SELECT min(started_at) AS started, max(last_at) AS ended, sum(requests) AS requests, count(*) AS runs,
      sum(unixepoch(last_at, 'subsec') - unixepoch(started_at, 'subsec')) AS seconds FROM run`);
    return {
      startedAt: textOf(row?.['started']),
      endedAt: textOf(row?.['ended']),
      seconds: Math.round(Number(row?.['seconds'] ?? 0)),
      requests: Number(row?.['requests'] ?? 0),
      runs: Number(row?.['runs'] ?? 0),
    };
  }

  /**
   * A page is begun: until it is stored, a death of the process is counted
   * against it. What a process wrote outlives it, forced to the disk or not: only
   * a power cut may lose this, of which no page is guilty (decision 4).
   */
  depart(part: FlightPart, url: string): void {
    this.unforced(() => {
      this.exec(
        `INSERT INTO flight (part, url, flying, deaths) VALUES (?, ?, 1, 0)
         ON CONFLICT (part, url) DO UPDATE SET flying = 1`,
        part,
        url,
      );
    });
  }

  /** How often the process died with each page under way. */
  deaths(part: FlightPart): Map<string, number> {
    const rows = this.all('SELECT url, deaths FROM flight WHERE part = ? AND deaths > 0', part);
    return new Map(rows.map(({ url, deaths }) => [String(url), Number(deaths)]));
  }

  protected land(): void {
    try {
      this.db.exec('UPDATE flight SET flying = 0 WHERE flying = 1');
    } catch {
      // A full disk: it counts as a death, and two are needed.
    }
  }

  /** Said in the transaction of what was done. */
  protected countWork(at: string, requests: number): void {
    this.exec('UPDATE run SET last_at = ?, requests = requests + ? WHERE id = ?', at, requests, this.run);
  }
}
