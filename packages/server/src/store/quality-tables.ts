import type { Channel, FeedbackKind, FeedbackState, FeedbackStep, MailChannel } from '@qualepref/core';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A complaint, a suggestion or a request. */
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
  readonly entered_at: Date;
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
  readonly published_at: Date;
  readonly account: string | null;
  readonly results: JSONColumnType<object>;
  readonly etag: string;
}
