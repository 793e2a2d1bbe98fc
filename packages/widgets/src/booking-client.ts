import type {
  AppointmentAnswer,
  AppointmentRequest,
  Challenge,
  HoldAnswer,
  HoldRequest,
  ProceduresAnswer,
  SitesAnswer,
  SlotsAnswer,
} from '@qualepref/core';
import { isAppointment, isChallenge, isHold, isProcedures, isSites, isSlots } from './booking-guards.ts';
import { ask, send, type ExchangeOptions } from './client.ts';

/** Which slots are asked for: days included. */
export interface SlotsQuery {
  readonly site: string;
  readonly procedure: string;
  readonly from: string;
  readonly to: string;
}

/** The routes of the public API that booking needs. */
export class BookingClient {
  readonly #options: ExchangeOptions;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  sites(signal?: AbortSignal): Promise<SitesAnswer> {
    return ask(this.#options, isSites, '/sites', { signal });
  }

  procedures(site: string, signal?: AbortSignal): Promise<ProceduresAnswer> {
    return ask(this.#options, isProcedures, '/procedures', { query: { site }, signal });
  }

  slots(query: SlotsQuery, signal?: AbortSignal): Promise<SlotsAnswer> {
    return ask(this.#options, isSlots, '/slots', { query: { ...query }, signal });
  }

  challenge(signal?: AbortSignal): Promise<Challenge> {
    return ask(this.#options, isChallenge, '/challenges/booking', { signal });
  }

  hold(body: HoldRequest, key: string): Promise<HoldAnswer> {
    return ask(this.#options, isHold, '/holds', { method: 'POST', body, key });
  }

  extend(hold: string, key: string): Promise<HoldAnswer> {
    return ask(this.#options, isHold, `/holds/${encodeURIComponent(hold)}/extend`, { method: 'POST', key });
  }

  /** Gives a place back; one that has expired meanwhile is no failure. */
  async release(hold: string): Promise<void> {
    await send(this.#options, `/holds/${encodeURIComponent(hold)}`, { method: 'DELETE' }).catch(
      () => undefined,
    );
  }

  book(body: AppointmentRequest, key: string): Promise<AppointmentAnswer> {
    return ask(this.#options, isAppointment, '/appointments', { method: 'POST', body, key });
  }

  appointment(token: string, signal?: AbortSignal): Promise<AppointmentAnswer> {
    return ask(this.#options, isAppointment, `/appointments/${encodeURIComponent(token)}`, { signal });
  }

  move(token: string, hold: string, key: string): Promise<AppointmentAnswer> {
    const path = `/appointments/${encodeURIComponent(token)}/move`;
    return ask(this.#options, isAppointment, path, { method: 'POST', body: { hold }, key });
  }

  cancel(token: string, key: string): Promise<AppointmentAnswer> {
    const path = `/appointments/${encodeURIComponent(token)}/cancel`;
    return ask(this.#options, isAppointment, path, { method: 'POST', key });
  }
}
