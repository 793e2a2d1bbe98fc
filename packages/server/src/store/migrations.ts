import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * All that the database has been, in order. One that has been released is never
 * edited: another follows it. Within what PostgreSQL 15 knows.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-beginning': { up: beginning },
  '0002-recovery-codes': { up: recoveryCodes },
  '0003-deferred-erasure': { up: deferredErasure },
};

async function beginning(db: Kysely<unknown>): Promise<void> {
  for (const statement of BEGINNING) await sql.raw(statement).execute(db);
}

async function recoveryCodes(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column device text not null default ''`.execute(db);
  await sql`
    create table recovery_code (
      account uuid not null references account on delete cascade, number smallint not null, hash text not null,
      primary key (account, number))`.execute(db);
}

async function deferredErasure(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table feedback add column erase_asked_on date`).execute(db);
}

const BEGINNING = [
  `create table opening_rule (
    id uuid primary key, site text not null, procedure text not null, rule jsonb not null,
    opened_to date not null, made_with text not null, created_at timestamptz not null)`,
  `create table slot (
    id bigint generated always as identity primary key,
    site text not null, procedure text not null, start text not null, "end" text not null,
    starts_at timestamptz not null, ends_at timestamptz not null, day date not null,
    planned int not null, capacity int not null, public_capacity int not null,
    taken int not null default 0, coming_back int not null default 0, taken_public int not null default 0,
    opens_at timestamptz not null,
    unique (site, procedure, start),
    check (taken between 0 and capacity), check (coming_back >= 0), check (taken_public >= 0))`,
  `create index slot_day on slot (site, procedure, day)`,
  `create table hold (
    id uuid primary key, slot bigint not null references slot, booker text not null,
    expires_at timestamptz not null, is_extended boolean not null default false, source text)`,
  `create index hold_expiry on hold (expires_at)`,
  `create index hold_slot on hold (slot)`,
  `create index hold_source on hold (source)`,
  `create table returning_place (
    id bigint generated always as identity primary key,
    slot bigint not null references slot, booker text not null, returns_at timestamptz not null,
    appointment uuid not null)`,
  `create index returning_place_time on returning_place (returns_at)`,
  `create index returning_place_slot on returning_place (slot)`,
  `create table place_taken (
    id bigint generated always as identity primary key, source text not null, taken_at timestamptz not null)`,
  `create index place_taken_source on place_taken (source, taken_at)`,
  `create table appointment (
    id uuid primary key, reference text not null unique, slot bigint not null references slot,
    procedure text not null, booker text not null, state text not null, is_live boolean not null,
    name text, email text, phone text, language text not null,
    person_key text not null, contact_key text, sequence int not null default 0,
    booked_at timestamptz not null, attendance text)`,
  `create unique index appointment_person on appointment (procedure, person_key) where is_live`,
  `create index appointment_contact on appointment (procedure, contact_key) where is_live`,
  `create index appointment_slot on appointment (slot)`,
  `create table feedback (
    reference text primary key, id uuid not null unique, kind text not null, channel text not null, entered_by text not null,
    site text not null, theme text not null, text text, received_on date not null,
    name text, email text, postal text, language text not null, service text,
    state text not null, history jsonb not null, answer text)`,
  `create index feedback_received on feedback (received_on)`,
  `create table mail_entry (
    id text primary key, channel text not null, site text not null, service text not null,
    received_on date not null, subject text not null, answered_on date, template text)`,
  `create index mail_entry_received on mail_entry (received_on)`,
  `create table measurement (
    indicator text not null, site text not null, period text not null, part text not null default '',
    "of" jsonb, value jsonb not null, source text, origin text not null, entered_at timestamptz not null,
    primary key (indicator, site, period, part))`,
  `create table suspension (
    id uuid primary key, from_month text not null, to_month text not null, reason jsonb not null,
    indicators jsonb not null, sites jsonb not null)`,
  `create table publication (
    id bigint generated always as identity primary key, published_at timestamptz not null, account uuid,
    results jsonb not null, etag text not null)`,
  `create table account (
    id uuid primary key, login text not null unique, name text not null, role text not null,
    sites jsonb not null, service text, password text not null, must_change boolean not null default false,
    is_disabled boolean not null default false, second_factor bytea, last_code bigint,
    created_at timestamptz not null)`,
  `create table session (
    token_hash text primary key, account uuid not null references account on delete cascade,
    created_at timestamptz not null, seen_at timestamptz not null)`,
  `create index session_account on session (account)`,
  `create table idempotency (
    key text not null, route text not null, request text not null, status int, answer bytea,
    created_at timestamptz not null, primary key (key, route))`,
  // Unlogged: no commit waits for the disk. A database that crashes forgets some minutes of counts, and nothing else.
  `create unlogged table rate (
    bucket text not null, since timestamptz not null, part smallint not null, count int not null,
    primary key (bucket, since, part))`,
  `create table used_challenge (challenge text primary key, expires_at timestamptz not null)`,
  `create table journal (
    id bigint generated always as identity primary key, at timestamptz not null, account uuid,
    action text not null, object text not null, details jsonb not null)`,
  `create index journal_object on journal (object)`,
  `create table sent_mail (
    id uuid primary key, occasion text not null unique, state text not null, sent_at timestamptz,
    created_at timestamptz not null)`,
  `create table pending (
    id uuid primary key, kind text not null, email text not null, language text not null, form bytea not null,
    expires_at timestamptz not null)`,
  `create table tally (
    kind text not null, site text not null, "of" text not null, month text not null, count int not null,
    primary key (kind, site, "of", month))`,
  `create table audit_run (
    id uuid primary key, site text not null, campaign text not null, state text not null,
    created_at timestamptz not null, ended_at timestamptz, snapshot_at timestamptz, problem text,
    unique (site, campaign))`,
  `create table audit_chunk (
    run uuid not null references audit_run on delete cascade, number int not null, bytes bytea not null,
    primary key (run, number))`,
];
