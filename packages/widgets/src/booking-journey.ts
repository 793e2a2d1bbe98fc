import type {
  AppointmentAnswer,
  HoldAnswer,
  OtherWay,
  ProceduresAnswer,
  PublicProcedure,
  PublicSite,
} from '@qualepref/core';
import { noContact, type Contact, type ContactErrors } from './booking-contact.ts';
import { askProcedures, askSites, release } from './booking-offer-client.ts';
import { LATE, SLOT } from './booking-parts.ts';
import type { SlotBook } from './booking-slots.ts';
import { Failure, onceEach, type ExchangeOptions } from './client.ts';
import { KeptSlot } from './kept-slot.ts';

/** Where the reader stands. `elsewhere`: nothing is booked here for that procedure. */
export type Step =
  'wait' | 'site' | 'procedure' | 'elsewhere' | 'slot' | 'contact' | 'check' | 'done' | 'manage';

/** What befell the slot meanwhile. */
export type Notice = 'taken' | 'closed' | 'expired';

/** What the journey needs of the element that shows it. */
export interface JourneyHost {
  exchange(): ExchangeOptions;
  /** What the attributes ask for. */
  wanted(name: 'site' | 'procedure' | 'token'): string | null;
  /** Other ways that the page gives. */
  ways(): readonly OtherWay[];
  now(): number;
  requestUpdate(): void;
  emit(name: string, detail: object): void;
}

/**
 * The journey of one booking: what is known, what was chosen, what is under way,
 * and its first steps. No DOM. The next ones are in `booking-choosing.ts` and
 * `booking-settling.ts`, which come when they are needed.
 */
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

  readonly host: JourneyHost;
  /** Each intention is done once, however often it is tried. */
  readonly once: ReturnType<typeof onceEach> = onceEach();
  #again: (() => Promise<void>) | undefined;
  #abort = new AbortController();

  constructor(host: JourneyHost) {
    this.host = host;
    this.kept = new KeptSlot(host);
  }

  get hold(): HoldAnswer | undefined {
    return this.kept.hold;
  }

  /** Ways of the procedure, then those that the page gives. */
  get waysOffered(): readonly OtherWay[] {
    return [...(this.procedure?.otherWays ?? []), ...this.host.ways()];
  }

  /** Aborts when the journey is left. */
  get signal(): AbortSignal {
    return this.#abort.signal;
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
    const token = this.host.wanted('token');
    await this.run(async () => {
      if (token === null) await this.#loadSites();
      else await (await LATE.come()).open(this, token);
    });
  }

  /** Forgets what is under way and gives the place back. */
  stop(): void {
    this.#abort.abort();
    this.letGo();
  }

  /** Tries again what has failed. */
  async retry(): Promise<void> {
    const again = this.#again;
    if (again) await this.run(again);
  }

  async pickSite(id: string | undefined): Promise<void> {
    const site = this.sites.find((each) => each.id === id);
    if (site) await this.run(() => this.#loadProcedures(site));
    else this.miss();
  }

  async pickProcedure(id: string | undefined): Promise<void> {
    const procedure = this.offer?.procedures.find((each) => each.id === id);
    if (procedure) await this.run(() => this.#enter(procedure));
    else this.miss();
  }

  /** Goes to a step, back or onward; nothing is lost. */
  go(step: Step): void {
    this.step = step;
    this.isChoiceMissing = false;
    this.failure = undefined;
    if (step !== 'slot') this.notice = undefined;
    this.turns += 1;
    this.host.emit('qp-step', { step });
    this.changed();
  }

  /** The first step shown takes no focus: the page has its own beginning. */
  arrive(step: Step): void {
    if (this.step !== 'wait') return this.go(step);
    this.step = step;
  }

  /** The choice was left empty: says so. */
  miss(): void {
    this.isChoiceMissing = true;
    this.changed();
  }

  /** Does one thing; what fails becomes a state that can be tried again. */
  async run(task: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    const { signal } = this;
    this.isBusy = true;
    this.isChoiceMissing = false;
    this.failure = undefined;
    this.changed();
    try {
      await task();
    } catch (error) {
      if (signal.aborted) return;
      await this.#failed(error, task);
    } finally {
      if (!signal.aborted) {
        this.isBusy = false;
        this.changed();
      }
    }
  }

  letGo(): void {
    const { hold } = this;
    if (hold) void release(this.host.exchange(), hold.id);
    this.kept.end();
  }

  changed(): void {
    this.host.requestUpdate();
  }

  async #loadSites(): Promise<void> {
    const siteWanted = this.host.wanted('site');
    // Whoever needs it will hear of a failure.
    void SLOT.come().catch(() => undefined);
    const { sites } = await askSites(this.host.exchange(), this.signal);
    this.sites = sites;
    const wanted = sites.find(({ id }) => id === siteWanted) ?? (sites.length === 1 ? sites[0] : undefined);
    if (siteWanted !== null && wanted?.id !== siteWanted)
      this.host.emit('qp-misconfigured', { site: siteWanted });
    if (wanted) return this.#loadProcedures(wanted);
    this.step = 'site';
  }

  async #loadProcedures(site: PublicSite): Promise<void> {
    const procedureWanted = this.host.wanted('procedure');
    const isFirst = this.step === 'wait';
    const offer = await askProcedures(this.host.exchange(), site.id, this.signal);
    if (this.site?.id !== site.id) Object.assign(this, { procedure: undefined, chosen: undefined });
    this.offer = offer;
    this.site = site;
    const wanted = offer.procedures.find(({ id }) => id === procedureWanted);
    if (wanted && (isFirst || !this.procedure)) return this.#enter(wanted);
    this.arrive('procedure');
  }

  async #enter(procedure: PublicProcedure): Promise<void> {
    await (await SLOT.come()).enter(this, procedure);
  }

  async #failed(error: unknown, task: () => Promise<void>): Promise<void> {
    const failure = error instanceof Failure ? error : new Failure('broken', { cause: error });
    const notice = failure.code === undefined ? undefined : LOSSES[failure.code];
    const isOfSlot = this.chosen !== undefined && this.step !== 'manage';
    if (notice !== undefined && isOfSlot) {
      this.notice = notice;
      if (notice !== 'expired') this.chosen = undefined;
      this.kept.end();
      await SLOT.module?.reload(this).catch(() => undefined);
      this.go('slot');
      this.host.emit('qp-slot-lost', { notice });
      return;
    }
    this.failure = failure;
    this.#again = task;
    this.host.emit('qp-failed', { kind: failure.kind, code: failure.code });
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
