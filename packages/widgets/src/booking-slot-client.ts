import type { HoldAnswer, HoldRequest, SlotsAnswer } from '@qualepref/core';
import { ask, type ExchangeOptions, type Guard } from './client.ts';
import { count, flag, isoDay, list, matches, nullable, section, text } from './guard.ts';

const time = matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/);

/** `slotsAnswerSchema` */
export const isSlots = section({
  slots: list(section({ start: time, end: time, places: count })),
  next: nullable(time),
  horizon: isoDay,
}) as Guard<SlotsAnswer>;
/** `holdAnswerSchema` */
export const isHold = section({
  id: text,
  start: time,
  end: time,
  expiresAt: text,
  secondsLeft: count,
  isExtendable: flag,
}) as Guard<HoldAnswer>;

/** Which slots are asked for: days included. */
export interface SlotsQuery {
  readonly site: string;
  readonly procedure: string;
  readonly from: string;
  readonly to: string;
}

/** The free slots. */
export function askSlots(to: ExchangeOptions, query: SlotsQuery, signal: AbortSignal): Promise<SlotsAnswer> {
  return ask(to, isSlots, '/slots', { query: { ...query }, signal });
}

/** Keeps a place. */
export function hold(to: ExchangeOptions, body: HoldRequest, key: string): Promise<HoldAnswer> {
  return ask(to, isHold, '/holds', { method: 'POST', body, key });
}

/** Keeps it longer. */
export function extendHold(to: ExchangeOptions, hold: string, key: string): Promise<HoldAnswer> {
  return ask(to, isHold, `/holds/${encodeURIComponent(hold)}/extend`, { method: 'POST', key });
}
