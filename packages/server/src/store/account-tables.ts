import type { Generated, JSONColumnType } from 'kysely';

/** Every role, the widest first. */
export const accountRoles = ['administrator', 'quality-manager', 'referent', 'agent', 'reader'] as const;
/** What somebody may do. A `referent` is that of one service. */
export type AccountRole = (typeof accountRoles)[number];

/** Somebody who may sign in. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: AccountRole;
  /** Ids; empty stands for all. */
  readonly sites: JSONColumnType<readonly string[]>;
  readonly service: string | null;
  /** In the form of PHC: `$argon2id$v=19$m=…`. */
  readonly password: string;
  /** The password was given by somebody else, and is good for choosing one's own only. */
  readonly must_change: Generated<boolean>;
  /** Sealed key of the codes of a second factor. */
  readonly second_factor: Uint8Array | null;
  /** Step of the last code that was accepted: none is good twice. */
  readonly last_code: number | null;
  readonly is_disabled: Generated<boolean>;
  readonly created_at: Date;
}

/** A browser that is signed in. */
export interface SessionRow {
  /** SHA-256 of the token in the cookie. */
  readonly token_hash: string;
  readonly account: string;
  readonly created_at: Date;
  readonly seen_at: Date;
  /** Family of browser and system, for its owner to know it again. */
  readonly device: Generated<string>;
}

/** A code for one use, in the place of a second factor that is lost. */
export interface RecoveryCodeRow {
  readonly account: string;
  /** What the first letter of the code tells: one row is compared, not all. */
  readonly number: number;
  /** As a password is stored. */
  readonly hash: string;
}

/** What was done, by whom, on what: never a personal value. */
export interface JournalRow {
  readonly id: Generated<number>;
  readonly at: Date;
  readonly account: string | null;
  readonly action: string;
  /** Kind and id of what was changed. */
  readonly object: string;
  readonly details: JSONColumnType<Readonly<Record<string, string | number | boolean | null>>>;
}
