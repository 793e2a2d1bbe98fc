import type {
  Booker,
  Channel,
  FeedbackKind,
  FeedbackState,
  FeedbackStep,
  MailChannel,
  OpeningRule,
} from '@qualepref/core';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A time in the database; always given and taken as a `Date`. */
type Time = Date;

/** When a site receives for a procedure, as agents set it. */
export interface OpeningRuleRow {
  readonly id: string;
  readonly site: string;
  readonly procedure: string;
  readonly rule: JSONColumnType<OpeningRule>;
  /** ISO day until which its slots were made. */
  readonly opened_to: string;
  /** Digest of what its slots depend on besides: days off of the site, share of agents. */
  readonly made_with: string;
  readonly created_at: Time;
}

/** A slot that can be booked. Its counters are changed by conditional updates only: that is what prevents overbooking. */
export interface SlotRow {
  readonly id: Generated<number>;
  readonly site: string;
  readonly procedure: string;
  /** Local times with their offset, as the API gives them. */
  readonly start: string;
  readonly end: string;
  /** The same instants. */
  readonly starts_at: Time;
  readonly ends_at: Time;
  /** ISO day at the site. */
  readonly day: string;
  /** Places that the rules open; none once they no longer open it. */
  readonly planned: number;
  /** The same, or what is taken where that is more: what `taken` never passes. */
  readonly capacity: number;
  readonly public_capacity: number;
  /** Places held or booked, by anybody. */
  readonly taken: Generated<number>;
  /** Places left that have not returned to the public yet. */
  readonly coming_back: Generated<number>;
  /** Of both, those of the public. */
  readonly taken_public: Generated<number>;
  /** From when the public sees it. */
  readonly opens_at: Time;
}

/** A place kept while a form is filled in. */
export interface HoldRow {
  readonly id: string;
  readonly slot: number;
  readonly booker: Booker;
  readonly expires_at: Time;
  readonly is_extended: Generated<boolean>;
  /** Keyed digest of the address that it came from. */
  readonly source: string | null;
}

/** A place that was left and is not back yet. */
export interface ReturningPlaceRow {
  readonly id: Generated<number>;
  readonly slot: number;
  readonly booker: Booker;
  readonly returns_at: Time;
  /** The appointment that left it: one that comes back takes it again. */
  readonly appointment: string;
}

/** That one network took a place for good: what stops who would take many. Forgotten after some minutes. */
export interface PlaceTakenRow {
  readonly id: Generated<number>;
  /** Keyed digest of the address. */
  readonly source: string;
  readonly taken_at: Time;
}

export interface AppointmentRow {
  readonly id: string;
  readonly reference: string;
  readonly slot: number;
  /** That of the slot, for the index on live appointments. */
  readonly procedure: string;
  readonly booker: Booker;
  readonly state: 'booked' | 'cancelled';
  /** While the person still has to come: one a person and procedure. */
  readonly is_live: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  /** Keyed digests, by which one person is known without being named. */
  readonly person_key: string;
  readonly contact_key: string | null;
  readonly sequence: Generated<number>;
  readonly booked_at: Time;
  readonly attendance: 'attended' | 'absent' | null;
}

export interface FeedbackRow {
  readonly reference: string;
  /** What tokens are made of. */
  readonly id: string;
  readonly kind: FeedbackKind;
  readonly channel: Channel;
  readonly entered_by: 'public' | 'agent';
  readonly site: string;
  readonly theme: string;
  readonly text: string | null;
  readonly received_on: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly postal: string | null;
  readonly language: string;
  readonly service: string | null;
  readonly state: FeedbackState;
  readonly history: JSONColumnType<readonly FeedbackStep[]>;
  /** The answer that was sent. */
  readonly answer: string | null;
  /** ISO day on which the person asked to be erased, once the answer has left. */
  readonly erase_asked_on: ColumnType<string | null, string | null | undefined>;
}

/** A line of the correspondence log. */
export interface MailEntryRow {
  readonly id: string;
  readonly channel: MailChannel;
  readonly site: string;
  readonly service: string;
  readonly received_on: string;
  readonly subject: string;
  readonly answered_on: string | null;
  readonly template: string | null;
}

/** A figure of an indicator, counted or entered. */
export interface MeasurementRow {
  readonly indicator: string;
  readonly site: string;
  readonly period: string;
  /** Key of the breakdown, as `breakdownKey` writes it; empty without one. */
  readonly part: string;
  readonly of: JSONColumnType<Readonly<Record<string, string>>> | null;
  readonly value: JSONColumnType<object>;
  readonly source: string | null;
  readonly origin: 'computed' | 'entered';
  readonly entered_at: Time;
}

/** Months during which indicators were not followed. */
export interface SuspensionRow {
  readonly id: string;
  /** Months, both included. */
  readonly from_month: string;
  readonly to_month: string;
  readonly reason: JSONColumnType<{ readonly fr: string; readonly en?: string }>;
  /** Ids; empty stands for all. */
  readonly indicators: JSONColumnType<readonly string[]>;
  readonly sites: JSONColumnType<readonly string[]>;
}

/** Results as they were published; the last one is what the badge reads. */
export interface PublicationRow {
  readonly id: Generated<number>;
  readonly published_at: Time;
  readonly account: string | null;
  readonly results: JSONColumnType<object>;
  readonly etag: string;
}

export const accountRoles = ['administrator', 'quality-manager', 'referent', 'agent', 'reader'] as const;
/** What somebody may do. A `referent` is that of one service. */
export type AccountRole = (typeof accountRoles)[number];

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
  readonly created_at: Time;
}

export interface SessionRow {
  /** SHA-256 of the token in the cookie. */
  readonly token_hash: string;
  readonly account: string;
  readonly created_at: Time;
  readonly seen_at: Time;
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

/** An answer already given to an intention. */
export interface IdempotencyRow {
  readonly key: string;
  readonly route: string;
  /** Keyed digest of what was asked. */
  readonly request: string;
  readonly status: number | null;
  /** Sealed: the answer may hold a token. */
  readonly answer: Uint8Array | null;
  readonly created_at: Time;
}

export interface RateRow {
  readonly bucket: string;
  /** When the window began. */
  readonly since: Time;
  /** A count that everybody raises is spread among several rows. */
  readonly part: number;
  readonly count: number;
}

export interface UsedChallengeRow {
  readonly challenge: string;
  readonly expires_at: Time;
}

/** What was done, by whom, on what: never a personal value. */
export interface JournalRow {
  readonly id: Generated<number>;
  readonly at: Time;
  readonly account: string | null;
  readonly action: string;
  /** Kind and id of what was changed. */
  readonly object: string;
  readonly details: JSONColumnType<Readonly<Record<string, string | number | boolean | null>>>;
}

/** A message that has left or is leaving: one a subject and occasion, so that none leaves twice. */
export interface SentMailRow {
  readonly id: string;
  /** Kind, object and occasion. */
  readonly occasion: string;
  /** `handed`: its bytes have begun to leave, and nothing more was heard of it. */
  readonly state: 'waiting' | 'handed' | 'sent' | 'refused' | 'dropped';
  readonly sent_at: Time | null;
  readonly created_at: Time;
}

export const pendingKinds = ['appointment', 'feedback', 'export', 'erase'] as const;

/** What a person began and confirms by the link that their address is sent; for a quarter of an hour. */
export interface PendingRow {
  readonly id: string;
  readonly kind: (typeof pendingKinds)[number];
  readonly email: string;
  readonly language: string;
  /** Sealed JSON of what was filled in. */
  readonly form: Uint8Array;
  readonly expires_at: Time;
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
  readonly created_at: Time;
  readonly ended_at: Time | null;
  readonly snapshot_at: Time | null;
  readonly problem: string | null;
}

/** A piece of the audit file, of 1 MiB at most. */
export interface AuditChunkRow {
  readonly run: string;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** The whole database, as `migrations.ts` makes it. */
export interface Tables {
  opening_rule: OpeningRuleRow;
  slot: SlotRow;
  hold: HoldRow;
  returning_place: ReturningPlaceRow;
  place_taken: PlaceTakenRow;
  appointment: AppointmentRow;
  feedback: FeedbackRow;
  mail_entry: MailEntryRow;
  measurement: MeasurementRow;
  suspension: SuspensionRow;
  publication: PublicationRow;
  account: AccountRow;
  session: SessionRow;
  recovery_code: RecoveryCodeRow;
  idempotency: IdempotencyRow;
  rate: RateRow;
  used_challenge: UsedChallengeRow;
  journal: JournalRow;
  sent_mail: SentMailRow;
  pending: PendingRow;
  tally: TallyRow;
  audit_run: AuditRunRow;
  audit_chunk: AuditChunkRow;
}
