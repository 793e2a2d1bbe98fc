/** An answer already given to an intention. */
export interface IdempotencyRow {
  readonly key: string;
  readonly route: string;
  /** Keyed digest of what was asked. */
  readonly request: string;
  readonly status: number | null;
  /** Sealed: the answer may hold a token. */
  readonly answer: Uint8Array | null;
  readonly created_at: Date;
}

/** A count within a window of time. */
export interface RateRow {
  readonly bucket: string;
  /** When the window began. */
  readonly since: Date;
  /** A count that everybody raises is spread among several rows. */
  readonly part: number;
  readonly count: number;
}

/** A challenge that was answered: none is good twice. */
export interface UsedChallengeRow {
  readonly challenge: string;
  readonly expires_at: Date;
}

/** A message that has left or is leaving: one a subject and occasion, so that none leaves twice. */
export interface SentMailRow {
  readonly id: string;
  /** Kind, object and occasion. */
  readonly occasion: string;
  /** `handed`: its bytes have begun to leave, and nothing more was heard of it. */
  readonly state: 'waiting' | 'handed' | 'sent' | 'refused' | 'dropped';
  readonly sent_at: Date | null;
  readonly created_at: Date;
}

/** What a person began and confirms by the link that their address is sent; for a quarter of an hour. */
export interface PendingRow {
  readonly id: string;
  readonly kind: 'appointment' | 'feedback' | 'export' | 'erase';
  readonly email: string;
  readonly language: string;
  /** Sealed JSON of what was filled in. */
  readonly form: Uint8Array;
  readonly expires_at: Date;
}

/** Counts that outlive the personal data that they were made from. */
export interface TallyRow {
  readonly kind: string;
  readonly site: string;
  readonly of: string;
  readonly month: string;
  readonly count: number;
}

/** An audit of a declared site, and where its file is. */
export interface AuditRunRow {
  readonly id: string;
  readonly site: string;
  readonly campaign: string;
  readonly state: 'waiting' | 'running' | 'ended' | 'failed';
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly snapshot_at: Date | null;
  readonly problem: string | null;
}

/** A piece of the audit file, of 1 MiB at most. */
export interface AuditChunkRow {
  readonly run: string;
  readonly number: number;
  readonly bytes: Uint8Array;
}
