import {
  appointmentAnswerSchema,
  appointmentRequestSchema,
  cancelAppointment,
  challengeSchema,
  confirmHold,
  holdAnswerSchema,
  holdRequestSchema,
  holdSlot,
  moveAppointment,
  moveRequestSchema,
  placesLeft,
  proceduresAnswerSchema,
  releaseHold,
  sitesAnswerSchema,
  slotsAnswerSchema,
  slotsOf,
  type Appointment,
  type AppointmentAnswer,
  type Bookings,
  type OpeningRule,
  type ProblemCode,
  type ProceduresAnswer,
  type PublicProcedure,
  type PublicSite,
  type Refusal,
  type Slot,
} from '@qualepref/core';
import { parse, type GenericSchema, type InferOutput } from 'valibot';
import { demoPrivacy, demoProcedures, demoRules, demoSites } from './fake-booking-data.ts';

/** What a fake service is made of, and what befalls it. */
export interface FakeOptions {
  readonly sites?: readonly PublicSite[];
  readonly procedures?: readonly PublicProcedure[];
  readonly privacy?: ProceduresAnswer['privacy'];
  /** Page on which an appointment is moved or cancelled: its token follows, as the fragment. */
  readonly page?: string;
  readonly rules?: readonly OpeningRule[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly timeZone?: string;
  readonly horizon?: number;
  readonly holdMinutes?: number;
  /** Answers of a route, in turn, before it works: `GET /sites`. */
  readonly failures?: Record<string, (ProblemCode | 'offline' | 'nonsense' | 'never')[]>;
}

const CODES: Readonly<Record<Refusal, ProblemCode>> = {
  full: 'slot-full',
  held: 'slot-held',
  'already-booked': 'already-booked',
  'too-soon': 'too-soon',
  'too-late': 'too-late',
  expired: 'hold-expired',
  'not-found': 'not-found',
};

class Refused extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

/**
 * The booking service in memory, for tests and stories: the routes of the
 * public API by core's rules, each request and answer checked with core's
 * schemas. What is sent twice with one key is done once.
 */
export class FakeBooking {
  bookings: Bookings = { appointments: [], holds: [] };
  /** `POST /holds`, in the order of arrival. */
  readonly calls: string[] = [];
  readonly bodies: unknown[] = [];
  readonly #options: FakeOptions;
  readonly #answers = new Map<string, unknown>();
  readonly #extended = new Set<string>();
  #count = 0;

  constructor(options: FakeOptions = {}) {
    this.#options = options;
  }

  /** In place of the browser’s own. */
  readonly fetch: typeof fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = url.pathname.slice(url.pathname.indexOf('/api/v1') + '/api/v1'.length);
    const method = init.method ?? 'GET';
    const route = `${method} ${path.replace(/^\/(holds|appointments)\/[^/]+/, '/$1/{id}')}`;
    this.calls.push(route);
    await Promise.resolve();
    const failure = this.#options.failures?.[route]?.shift();
    if (failure === 'offline') throw new TypeError('Failed to fetch');
    if (failure === 'nonsense') return Response.json({ sites: 'none' });
    if (failure === 'never') return await stuck(init.signal);
    try {
      if (failure !== undefined) throw new Refused(failure);
      const key = new Headers(init.headers).get('idempotency-key');
      const known = key === null ? undefined : this.#answers.get(key);
      if (known !== undefined) return Response.json(known);
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      this.bodies.push(body);
      const answer = this.#answer(route, path, url.searchParams, body);
      if (key !== null) this.#answers.set(key, answer);
      return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'invalid';
      const problem = { type: `about:${code}`, title: code, status: 409, code };
      return Response.json(problem, { status: 409 });
    }
  };

  /** Somebody else takes all places of a slot. */
  take(start: string): void {
    const slot = this.#slots().find((each) => each.start === start);
    if (!slot) throw new Error(`no slot at ${start}`);
    for (let place = 0; place < slot.capacity; place += 1) {
      const taken: Appointment = {
        id: `other-${String((this.#count += 1))}`,
        personKey: `other-${String(this.#count)}`,
        slot: { site: slot.site, procedure: slot.procedure, start: slot.start, end: slot.end },
        for: 'public',
        state: 'booked',
        bookedAt: this.#instant(),
        sequence: 0,
        left: [],
      };
      this.bookings = { ...this.bookings, appointments: [...this.bookings.appointments, taken] };
    }
  }

  /** Holds are forgotten, as when the service restarts. */
  dropHolds(): void {
    this.bookings = { ...this.bookings, holds: [] };
  }

  /** An appointment that its link opens. */
  booked(start: string): string {
    const slot = this.#slots().find((each) => each.start === start);
    if (!slot) throw new Error(`no slot at ${start}`);
    const id = this.#held(slot);
    return this.#confirm(id, 'a.martin@exemple.fr').token;
  }

  get #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #instant(): string {
    return new Date(this.#now).toISOString();
  }

  #terms(): { now: string; today: string; minimumNotice: number; horizon: number } {
    const now = this.#instant();
    return { now, today: now.slice(0, 10), minimumNotice: 60, horizon: this.#options.horizon ?? 60 };
  }

  #slots(): Slot[] {
    const { rules = demoRules, timeZone = 'Europe/Paris' } = this.#options;
    const { now, today, minimumNotice, horizon } = this.#terms();
    const to = new Date(Date.parse(today) + horizon * 86_400_000).toISOString().slice(0, 10);
    const calendar = { zone: 'metropole', closings: [] } as const;
    return slotsOf(rules, {
      from: today,
      to,
      calendar,
      timeZone,
      now,
      minimumNotice,
      horizon,
      agentShare: 0,
    });
  }

  #answer(route: string, path: string, query: URLSearchParams, body: unknown): unknown {
    const { sites = demoSites, procedures = demoProcedures, privacy = demoPrivacy } = this.#options;
    const [, , id = ''] = path.split('/');
    const asked = (name: string) => query.get(name) ?? '';
    switch (route) {
      case 'GET /sites':
        return checked(sitesAnswerSchema, { sites });
      case 'GET /procedures':
        return checked(proceduresAnswerSchema, {
          procedures: procedures.filter((each) => each.sites.includes(asked('site'))),
          privacy,
        });
      case 'GET /slots':
        return this.#free(asked('site'), asked('procedure'), asked('from'), asked('to'));
      case 'GET /challenges/booking':
        return checked(challengeSchema, {
          algorithm: 'SHA-256',
          // SHA-256 of `salt7`.
          challenge: CHALLENGE,
          salt: 'salt',
          signature: 'signed',
          maxnumber: 100,
        });
      case 'POST /holds': {
        const { site, procedure, start } = checked(holdRequestSchema, body);
        const slot = this.#slots().find(
          (each) => each.site === site && each.procedure === procedure && each.start === start,
        );
        if (!slot) throw new Refused('slot-full');
        return this.#holdAnswer(this.#held(slot));
      }
      case 'POST /holds/{id}/extend': {
        const hold = this.bookings.holds.find((each) => each.id === id);
        if (!hold || Date.parse(hold.expiresAt) <= this.#now) throw new Refused('hold-expired');
        if (this.#extended.has(id)) throw new Refused('too-many');
        this.#extended.add(id);
        const expiresAt = new Date(Date.parse(hold.expiresAt) + this.#minutes * 60_000).toISOString();
        const holds = this.bookings.holds.map((each) => (each.id === id ? { ...each, expiresAt } : each));
        this.bookings = { ...this.bookings, holds };
        return this.#holdAnswer(id);
      }
      case 'DELETE /holds/{id}':
        this.bookings = releaseHold(this.bookings, id);
        return undefined;
      case 'POST /appointments': {
        const { hold, email, phone } = checked(appointmentRequestSchema, body);
        return this.#confirm(hold, email ?? phone ?? '');
      }
      case 'GET /appointments/{id}':
        return this.#appointment(id);
      case 'POST /appointments/{id}/move': {
        const { hold } = checked(moveRequestSchema, body);
        const held = this.bookings.holds.find((each) => each.id === hold);
        const to = this.#slots().find((each) => each.start === held?.slot.start);
        if (!held || !to) throw new Refused('hold-expired');
        const terms = { ...this.#terms(), returnDelay: { min: 10, max: 20 }, random: Math.random };
        this.#keep(moveAppointment(this.bookings, { id, personKey: this.#personOf(id), to, hold }, terms));
        return this.#appointment(id);
      }
      case 'POST /appointments/{id}/cancel': {
        const terms = { now: this.#instant(), returnDelay: { min: 10, max: 20 }, random: Math.random };
        this.#keep(cancelAppointment(this.bookings, { id, personKey: this.#personOf(id) }, terms));
        return this.#appointment(id);
      }
      default:
        throw new Refused('not-found');
    }
  }

  #free(site: string, procedure: string, from: string, to: string): unknown {
    const { today, now, horizon } = this.#terms();
    const slots = this.#slots()
      .filter((each) => each.site === site && each.procedure === procedure)
      .map((slot) => ({
        start: slot.start,
        end: slot.end,
        places: placesLeft(slot, this.bookings.appointments, this.bookings.holds, { now, for: 'public' }),
      }))
      .filter(({ places }) => places > 0);
    return checked(slotsAnswerSchema, {
      slots: slots.filter(({ start }) => start.slice(0, 10) >= from && start.slice(0, 10) <= to),
      next: slots.find(({ start }) => start.slice(0, 10) >= from)?.start ?? null,
      horizon: new Date(Date.parse(today) + horizon * 86_400_000).toISOString().slice(0, 10),
    });
  }

  get #minutes(): number {
    return this.#options.holdMinutes ?? 15;
  }

  #held(slot: Slot): string {
    const id = `h-${String((this.#count += 1))}`;
    this.#keep(
      holdSlot(this.bookings, { id, slot, for: 'public' }, { ...this.#terms(), minutes: this.#minutes }),
    );
    return id;
  }

  #holdAnswer(id: string): unknown {
    const hold = this.bookings.holds.find((each) => each.id === id);
    if (!hold) throw new Refused('hold-expired');
    const { start, end } = hold.slot;
    const { expiresAt } = hold;
    return checked(holdAnswerSchema, {
      ...{ id, start, end, expiresAt },
      secondsLeft: Math.round((Date.parse(expiresAt) - this.#now) / 1000),
      isExtendable: !this.#extended.has(id),
    });
  }

  #confirm(hold: string, personKey: string): AppointmentAnswer {
    const id = `t-${String((this.#count += 1))}`;
    if (!this.bookings.holds.some((each) => each.id === hold)) throw new Refused('hold-expired');
    this.#keep(confirmHold(this.bookings, { hold, id, personKey }, { now: this.#instant() }));
    return this.#appointment(id);
  }

  #personOf(id: string): string {
    return this.bookings.appointments.find((each) => each.id === id)?.personKey ?? '';
  }

  #appointment(id: string): AppointmentAnswer {
    const {
      sites = demoSites,
      procedures = demoProcedures,
      page = 'https://www.exemple.gouv.fr/rendez-vous',
    } = this.#options;
    const found = this.bookings.appointments.find((each) => each.id === id);
    const site = sites.find((each) => each.id === found?.slot.site);
    const procedure = procedures.find((each) => each.id === found?.slot.procedure);
    if (!found || !site || !procedure) throw new Refused('not-found');
    return checked(appointmentAnswerSchema, {
      reference: 'AIX-2611-K7M4QXR',
      token: id,
      site,
      procedure: { id: procedure.id, label: procedure.label, documents: procedure.documents },
      start: found.slot.start,
      end: found.slot.end,
      state: found.state,
      sequence: found.sequence,
      manage: `${page}#${id}`,
      isMovable: found.state === 'booked' && Date.parse(found.slot.start) > this.#now,
    });
  }

  #keep(outcome: { ok: true; bookings: Bookings } | { ok?: never; refused: Refusal }): void {
    if (!outcome.ok) throw new Refused(CODES[outcome.refused]);
    this.bookings = outcome.bookings;
  }
}

const CHALLENGE = '2ab204d76cdcec4609d290441fed2eec4186d288ca47c40cc7dd661a0de1b0d0';

function checked<Schema extends GenericSchema>(schema: Schema, value: unknown): InferOutput<Schema> {
  return parse(schema, value);
}

/** An answer that never comes. */
function stuck(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new DOMException('aborted', 'AbortError'));
    });
  });
}
