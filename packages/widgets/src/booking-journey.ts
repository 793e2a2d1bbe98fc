import {
  isSufficient,
  type AppointmentAnswer,
  type HoldAnswer,
  type OtherWay,
  type ProceduresAnswer,
  type PublicProcedure,
  type PublicSite,
} from '@qualepref/core';
import type { BookingClient } from './booking-client.ts';
import { contactErrors, noContact, type Contact, type ContactErrors } from './booking-contact.ts';
import { SlotBook } from './booking-slots.ts';
import { Failure, onceEach } from './client.ts';
import { KeptSlot } from './kept-slot.ts';
import { prove } from './proof-of-work.ts';

/** Where the reader stands. `elsewhere`: nothing is booked here for that procedure. */
export type Step =
  'wait' | 'site' | 'procedure' | 'elsewhere' | 'slot' | 'contact' | 'check' | 'done' | 'manage';

/** What befell the slot meanwhile. */
export type Notice = 'taken' | 'closed' | 'expired';

/** What the journey needs of the element that shows it. */
export interface JourneyHost {
  readonly client: BookingClient;
  readonly siteWanted: string | null;
  readonly procedureWanted: string | null;
  readonly token: string | null;
  readonly language: 'fr' | 'en';
  readonly ways: readonly OtherWay[];
  readonly now: () => number;
  requestUpdate(): void;
  emit(name: string, detail: object): void;
}

/** The journey of one booking: what is known, what was chosen, what is under way. No DOM. */
export class BookingJourney {
  step: Step = 'wait';
  /** One thing at a time: while it is set, nothing else can be sent. */
  isBusy = false;
  failure: Failure | undefined;
  notice: Notice | undefined;
  sites: readonly PublicSite[] = [];
  offer: ProceduresAnswer | undefined;
  site: PublicSite | undefined;
  procedure: PublicProcedure | undefined;
  book: SlotBook | undefined;
  /** Start of the slot chosen. */
  chosen: string | undefined;
  /** The place kept meanwhile. */
  readonly kept: KeptSlot;
  contact: Contact = noContact;
  errors: ContactErrors = {};
  /** The choice was left empty. */
  isChoiceMissing = false;
  appointment: AppointmentAnswer | undefined;
  isMoving = false;
  wasMoved = false;
  isCancelling = false;
  /** Counts the steps: the focus follows each. */
  turns = 0;

  readonly #host: JourneyHost;
  #again: (() => Promise<void>) | undefined;
  #abort = new AbortController();
  readonly #once = onceEach();

  constructor(host: JourneyHost) {
    this.#host = host;
    this.kept = new KeptSlot(host);
  }

  /** Whether another way is known that is enough, without which nothing is offered online. */
  get isOffered(): boolean {
    return this.waysOffered.some((way) => isSufficient(way));
  }

  get hold(): HoldAnswer | undefined {
    return this.kept.hold;
  }

  /** Ways of the procedure, then those that the page gives. */
  get waysOffered(): readonly OtherWay[] {
    return [...(this.procedure?.otherWays ?? []), ...this.#host.ways];
  }

  /** Begins anew, at the step that the attributes allow. */
  async start(): Promise<void> {
    this.stop();
    this.#abort = new AbortController();
    Object.assign(this, {
      step: 'wait',
      appointment: undefined,
      isMoving: false,
      wasMoved: false,
      isBusy: false,
    });
    const { token } = this.#host;
    await this.#run(async () => {
      if (token === null) await this.#loadSites();
      else await this.#loadAppointment(token);
    });
  }

  /** Forgets what is under way and gives the place back. */
  stop(): void {
    this.#abort.abort();
    this.#letGo();
  }

  /** Tries again what has failed. */
  async retry(): Promise<void> {
    const again = this.#again;
    if (again) await this.#run(again);
  }

  async pickSite(id: string | undefined): Promise<void> {
    const site = this.sites.find((each) => each.id === id);
    this.isChoiceMissing = !site;
    if (!site) {
      this.#changed();
      return;
    }
    await this.#run(() => this.#loadProcedures(site));
  }

  async pickProcedure(id: string | undefined): Promise<void> {
    const procedure = this.offer?.procedures.find((each) => each.id === id);
    this.isChoiceMissing = !procedure;
    if (!procedure) {
      this.#changed();
      return;
    }
    await this.#run(() => this.#enter(procedure));
  }

  choose(start: string): void {
    this.chosen = start;
    this.isChoiceMissing = false;
    this.#changed();
  }

  /** Loads what is needed to show the slots until a day. */
  async reach(day: string): Promise<void> {
    if (this.book?.covers(day) === false) await this.#run(() => this.#loadSlots(day));
  }

  async refresh(): Promise<void> {
    await this.#run(() => this.#reload());
  }

  /** Asks that the slot chosen be kept, and goes on. */
  async keep(): Promise<void> {
    const start = this.chosen;
    this.isChoiceMissing = start === undefined;
    if (start === undefined) {
      this.#changed();
      return;
    }
    if (this.hold?.start === start && !this.kept.isLapsed) {
      this.go(this.isMoving ? 'check' : 'contact');
      return;
    }
    await this.#run(async () => {
      const old = this.hold;
      const body = { site: this.site?.id ?? '', procedure: this.procedure?.id ?? '', start };
      const hold = await this.#once(`hold ${start}`, (key) => this.#host.client.hold(body, key));
      // The old place is given back only once there is a new one.
      if (old) void this.#host.client.release(old.id);
      this.kept.begin(hold);
      this.#host.emit('qp-held', { start });
      const isFilled = this.step === 'check' || this.step === 'contact';
      this.notice = undefined;
      if (!isFilled) this.go(this.isMoving ? 'check' : 'contact');
    });
  }

  async extend(): Promise<void> {
    const { hold } = this;
    if (!hold) return;
    await this.#run(async () => {
      this.kept.begin(
        await this.#once(`extend ${hold.expiresAt}`, (key) => this.#host.client.extend(hold.id, key)),
      );
      this.kept.said = 'extended';
    });
  }

  /** Keeps what was written, and goes on when it is enough. */
  write(contact: Contact): void {
    this.contact = contact;
    this.errors = contactErrors(contact);
    if (Object.keys(this.errors).length > 0) return this.#changed();
    this.go('check');
  }

  /** Keeps what was written, whatever it is. */
  draft(contact: Contact): void {
    this.contact = contact;
  }

  async confirm(): Promise<void> {
    const { hold, contact } = this;
    if (!hold) return;
    const { client, language } = this.#host;
    await this.#run(async () => {
      const token = this.appointment?.token;
      if (this.isMoving && token !== undefined) {
        this.appointment = await this.#once(`move ${hold.id}`, (key) => client.move(token, hold.id, key));
        this.kept.end();
        this.isMoving = false;
        this.wasMoved = true;
        this.go('manage');
        this.#host.emit('qp-moved', { reference: this.appointment.reference });
        return;
      }
      const { signal } = this.#abort;
      const proof = await prove(await client.challenge(signal), { signal });
      const { name, email, phone } = contact;
      const body = {
        hold: hold.id,
        name: name.trim(),
        ...(email.trim() === '' ? {} : { email: email.trim() }),
        ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
        language,
        proof,
        website: contact.website as '',
      };
      const intention = `book ${hold.id} ${JSON.stringify(contact)}`;
      this.appointment = await this.#once(intention, (key) => client.book(body, key));
      this.kept.end();
      this.go('done');
      this.#host.emit('qp-booked', { reference: this.appointment.reference });
    });
  }

  async cancel(): Promise<void> {
    const token = this.appointment?.token;
    if (token === undefined) return;
    await this.#run(async () => {
      this.appointment = await this.#once(`cancel ${token}`, (key) => this.#host.client.cancel(token, key));
      this.isCancelling = false;
      this.go('manage');
      this.#host.emit('qp-cancelled', { reference: this.appointment.reference });
    });
  }

  /** Asks before cancelling, or thinks again. */
  ask(isCancelling: boolean): void {
    this.isCancelling = isCancelling;
    this.#changed();
  }

  async move(): Promise<void> {
    const { appointment } = this;
    if (!appointment) return;
    await this.#run(async () => {
      const offer = await this.#host.client.procedures(appointment.site.id, this.#abort.signal);
      this.offer = offer;
      this.site = appointment.site;
      this.procedure = offer.procedures.find(({ id }) => id === appointment.procedure.id);
      this.isMoving = true;
      this.chosen = undefined;
      await this.#reload();
      this.go('slot');
    });
  }

  /** Goes to a step, back or onward; nothing is lost. */
  go(step: Step): void {
    this.step = step;
    this.isChoiceMissing = false;
    this.failure = undefined;
    if (step !== 'slot') this.notice = undefined;
    this.turns += 1;
    this.#host.emit('qp-step', { step });
    this.#changed();
  }

  async #loadSites(): Promise<void> {
    const { client, siteWanted } = this.#host;
    const { sites } = await client.sites(this.#abort.signal);
    this.sites = sites;
    const wanted = sites.find(({ id }) => id === siteWanted) ?? (sites.length === 1 ? sites[0] : undefined);
    if (siteWanted !== null && wanted?.id !== siteWanted)
      this.#host.emit('qp-misconfigured', { site: siteWanted });
    if (wanted) return this.#loadProcedures(wanted);
    this.step = 'site';
  }

  async #loadProcedures(site: PublicSite): Promise<void> {
    const { client, procedureWanted } = this.#host;
    const isFirst = this.step === 'wait';
    const offer = await client.procedures(site.id, this.#abort.signal);
    if (this.site?.id !== site.id) Object.assign(this, { procedure: undefined, chosen: undefined });
    this.offer = offer;
    this.site = site;
    const wanted = offer.procedures.find(({ id }) => id === procedureWanted);
    if (wanted && (isFirst || !this.procedure)) return this.#enter(wanted);
    this.#arrive('procedure');
  }

  async #enter(procedure: PublicProcedure): Promise<void> {
    const isNew = this.procedure?.id !== procedure.id;
    this.procedure = procedure;
    if (!this.isOffered || procedure.mode !== 'own-slots') {
      if (!this.isOffered) this.#host.emit('qp-misconfigured', { procedure: procedure.id });
      this.#arrive('elsewhere');
      return;
    }
    if (isNew) {
      this.#letGo();
      this.chosen = undefined;
    }
    await this.#reload();
    this.#arrive('slot');
  }

  /** The first step shown takes no focus: the page has its own beginning. */
  #arrive(step: Step): void {
    if (this.step !== 'wait') return this.go(step);
    this.step = step;
  }

  async #loadAppointment(token: string): Promise<void> {
    const { client } = this.#host;
    this.appointment = await client.appointment(token, this.#abort.signal);
    this.site = this.appointment.site;
    const { id } = this.appointment.procedure;
    // The other ways of its procedure; the appointment is shown all the same without.
    this.offer = await client.procedures(this.site.id, this.#abort.signal).catch(() => undefined);
    this.procedure = this.offer?.procedures.find((each) => each.id === id);
    this.step = 'manage';
  }

  async #reload(): Promise<void> {
    this.book = undefined;
    await this.#loadSlots();
  }

  async #loadSlots(until?: string): Promise<void> {
    const { client, now } = this.#host;
    const book = this.book ?? new SlotBook(this.site?.timeZone ?? 'Europe/Paris', now());
    const query = { site: this.site?.id ?? '', procedure: this.procedure?.id ?? '' };
    do {
      const range = book.range(until);
      book.add(await client.slots({ ...query, ...range }, this.#abort.signal), range.to);
    } while (until !== undefined && !book.covers(until));
    this.book = book;
  }

  /** Does one thing; what fails becomes a state that can be tried again. */
  async #run(task: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    const { signal } = this.#abort;
    this.isBusy = true;
    this.failure = undefined;
    this.#changed();
    try {
      await task();
    } catch (error) {
      if (signal.aborted) return;
      await this.#failed(error, task);
    } finally {
      if (!signal.aborted) {
        this.isBusy = false;
        this.#changed();
      }
    }
  }

  async #failed(error: unknown, task: () => Promise<void>): Promise<void> {
    const failure = error instanceof Failure ? error : new Failure('broken', { cause: error });
    const notice = failure.code === undefined ? undefined : LOSSES[failure.code];
    const isOfSlot = this.chosen !== undefined && this.step !== 'manage';
    if (notice !== undefined && isOfSlot) {
      this.notice = notice;
      if (notice !== 'expired') this.chosen = undefined;
      this.kept.end();
      await this.#reload().catch(() => undefined);
      this.go('slot');
      this.#host.emit('qp-slot-lost', { notice });
      return;
    }
    this.failure = failure;
    this.#again = task;
    this.#host.emit('qp-failed', { kind: failure.kind, code: failure.code });
  }

  #letGo(): void {
    const { hold } = this;
    if (hold) void this.#host.client.release(hold.id);
    this.kept.end();
  }

  #changed(): void {
    this.#host.requestUpdate();
  }
}

/** Refusals that cost the slot. */
const LOSSES: Readonly<Record<string, Notice>> = {
  'slot-full': 'taken',
  'slot-held': 'taken',
  'hold-expired': 'expired',
  'too-soon': 'closed',
  'too-late': 'closed',
};
