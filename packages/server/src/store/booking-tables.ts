import type { Booker, OpeningRule } from '@qualepref/core';
import type { Generated, JSONColumnType } from 'kysely';

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
  readonly created_at: Date;
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
  readonly starts_at: Date;
  readonly ends_at: Date;
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
  readonly opens_at: Date;
}

/** A place kept while a form is filled in. */
export interface HoldRow {
  readonly id: string;
  readonly slot: number;
  readonly booker: Booker;
  readonly expires_at: Date;
  readonly is_extended: Generated<boolean>;
  /** Keyed digest of the address that it came from. */
  readonly source: string | null;
}

/** A place that was left and is not back yet. */
export interface ReturningPlaceRow {
  readonly id: Generated<number>;
  readonly slot: number;
  readonly booker: Booker;
  readonly returns_at: Date;
  /** The appointment that left it: one that comes back takes it again. */
  readonly appointment: string;
}

/** That one network took a place for good: what stops who would take many. Forgotten after some minutes. */
export interface PlaceTakenRow {
  readonly id: Generated<number>;
  /** Keyed digest of the address. */
  readonly source: string;
  readonly taken_at: Date;
}

/** An appointment; who was erased has none of the values that name them. */
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
  readonly booked_at: Date;
  readonly attendance: 'attended' | 'absent' | null;
}
