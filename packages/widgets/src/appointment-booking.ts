import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styles } from './appointment-booking.styles.ts';
import { BookingJourney, type Step } from './booking-journey.ts';
import { LATE, SLOT } from './booking-parts.ts';
import type { SlotBook } from './booking-slots.ts';
import { otherWays, type Shown, type View } from './booking-view.ts';
import { QpElement } from './element.ts';
import { en } from './locales/appointment-booking.en.ts';
import { fr } from './locales/appointment-booking.fr.ts';
import { slottedWays } from './slotted-ways.ts';
import { siteStep, procedureStep } from './step-choice.ts';
import { theme } from './theme.ts';

const CATALOGUES = { fr, en };
const NUMBERED: readonly Step[] = ['site', 'procedure', 'slot', 'contact', 'check'];
/** Steps that show the other ways themselves. */
const WITH_WAYS: readonly Step[] = ['site', 'procedure', 'elsewhere', 'slot', 'done', 'manage'];
/** Refusals that another try would only meet again. */
const FINAL = ['already-booked', 'not-found', 'invalid'];

/** Width of a day, in letters: what fits side by side depends on the size of the text too. */
const DAY_WIDTH = 8.5;
const MOST_DAYS = 5;

/**
 * Books an appointment: site, procedure, day and hour, contact, check,
 * confirmation. Another way than the internet is always shown; a procedure for
 * which none is known is not offered. With a token, shows an appointment to
 * move or cancel.
 *
 * @slot - Shown where the widget cannot work: no script, service down, suspended.
 * @slot other-way - Another way than the internet, when the API gives none: a link `tel:` with a `<time>` for its hours, or an `<address>`.
 * @fires qp-step - The reader came to a step, told in `detail.step`.
 * @fires qp-held - A slot is kept for the reader; `detail.start`.
 * @fires qp-slot-lost - The slot was taken, closed or let go meanwhile; `detail.notice`.
 * @fires qp-booked - The appointment is booked; `detail.reference`.
 * @fires qp-moved - The appointment is moved; `detail.reference`.
 * @fires qp-cancelled - The appointment is cancelled; `detail.reference`.
 * @fires qp-failed - Something failed; `detail.kind` and `detail.code`.
 * @fires qp-misconfigured - The page or the API is to be corrected; `detail` names the site or the procedure.
 * @csspart frame - All of the widget.
 * @csspart languages - The language switch.
 * @csspart other-way - The other ways than the internet.
 * @csspart documents - What to bring.
 * @csspart next - The next free slot.
 * @csspart week - The days of the week view.
 * @csspart month - The grid of the month view.
 * @csspart hold - How long the slot is kept.
 * @csspart privacy - The personal-data notice.
 * @csspart appointment - Day, place and reference of the appointment.
 */
export class AppointmentBooking extends QpElement {
  static override styles: CSSResultGroup = [theme, styles];

  /** Origin and folder of the API; the page's own by default. */
  @property() api = '';
  /** Identifier of the site to begin with. */
  @property() site: string | null = null;
  /** Identifier of the procedure to begin with. */
  @property() procedure: string | null = null;
  /** Of an appointment to move or cancel, as its link gives it. */
  @property() token: string | null = null;
  /** How slots are shown first: `week` or `month`. */
  @property() view: 'week' | 'month' = 'week';
  /** Suspends online booking, and says so with the other way. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Sends the requests, in place of the browser’s own `fetch`. */
  @property({ attribute: false }) fetch: typeof fetch | undefined;
  /** Milliseconds after which a request is given up. */
  @property({ attribute: false }) timeout: number | undefined;
  /** The time, in milliseconds since 1970. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private mode: 'week' | 'month' = 'week';
  @state() private day = '';
  @state() private room = 2;
  @state() private isOffline = false;

  readonly #journey: BookingJourney = new BookingJourney(this.#host());
  #isStopped = false;
  #shown: SlotBook | undefined;
  #turn = 0;
  #errors: object = this.#journey.errors;
  #wasMissing = false;
  #wasAsking = false;
  #isByKey = false;
  readonly #watch: ResizeObserver = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const letter = Number.parseFloat(getComputedStyle(this).fontSize);
    const fits = Math.floor(entry.contentRect.width / letter / DAY_WIDTH);
    this.room = Math.min(MOST_DAYS, Math.max(1, fits));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe(this);
    window.addEventListener('online', this.#line);
    window.addEventListener('offline', this.#line);
    this.#line();
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
    window.removeEventListener('online', this.#line);
    window.removeEventListener('offline', this.#line);
    // One that is only moved within the page keeps all.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#isStopped = true;
      this.#journey.stop();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.mode = this.view;
    const isNew = (['api', 'site', 'procedure', 'token', 'disabled', 'fetch'] as const).some((name) =>
      changed.has(name),
    );
    if (isNew) this.#start();
    const { book, chosen } = this.#journey;
    if (book && book !== this.#shown) this.day = (chosen ?? book.first ?? book.today).slice(0, 10);
    this.#shown = book;
    for (const { module } of [SLOT, LATE]) if (module) this.adopt(module.styles);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { turns, errors, isChoiceMissing, isCancelling, isBusy, book } = this.#journey;
    const root = this.renderRoot;
    const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();
    if (turns !== this.#turn) focus('h2');
    else if (errors !== this.#errors) focus('[aria-invalid="true"]');
    else if (isChoiceMissing && !this.#wasMissing) focus('input[type="radio"]');
    else if (isCancelling !== this.#wasAsking) focus(isCancelling ? '#keep-it' : '#cancel');
    else if (this.#isByKey) focus(`[data-day="${this.day}"]`);
    this.#turn = turns;
    this.#errors = errors;
    this.#wasMissing = isChoiceMissing;
    this.#wasAsking = isCancelling;
    this.#isByKey = false;
    if (book && !isBusy && !book.isEmpty) void SLOT.module?.reach(this.#journey, this.day);
  }

  /** Begins anew. */
  restart(): void {
    this.#start();
  }

  override render(): TemplateResult {
    const t = CATALOGUES[this.language];
    if (this.disabled) {
      return html`${this.languageSwitch()}
        <h2>${t.titles.wait}</h2>
        <p class="strong">${t.disabled}</p>
        ${otherWays(this.#view(), [])}`;
    }
    return html`<div class="frame" part="frame">
      ${this.languageSwitch()} ${this.#heading()}
      <div class="body">
        ${this.isOffline ? html`<p class="alert" role="status">${t.offline}</p>` : nothing} ${this.#failure()}
        ${this.#step()}
      </div>
      ${this.#spoken()}
    </div>`;
  }

  #heading(): TemplateResult {
    const t = CATALOGUES[this.language];
    const { step, isMoving, procedure, appointment } = this.#journey;
    const at = isMoving ? -1 : NUMBERED.indexOf(step);
    const next = NUMBERED[at + 1] as keyof typeof t.titles | undefined;
    const name = step === 'manage' && appointment?.state === 'cancelled' ? 'cancelled' : step;
    const title =
      name === 'elsewhere' ? procedure && this.told(procedure.label) : t.titles[isMoving ? 'move' : name];
    if (at < 0) return html`<h2 tabindex="-1">${title}</h2>`;
    return html`<h2 tabindex="-1">
        <span class="mention">${t.stepOf(at + 1, NUMBERED.length)}<span class="unseen">: </span></span
        >${title}
      </h2>
      ${next ? html`<p class="mention">${t.nextStep(t.titles[next])}</p>` : nothing}`;
  }

  #failure(): Shown {
    const t = CATALOGUES[this.language];
    const { failure, step, isBusy, waysOffered, book } = this.#journey;
    if (!failure) return nothing;
    const { code = '', detail, kind } = failure;
    const hasOwn = WITH_WAYS.includes(step) && !(step === 'slot' && !book);
    return html`<div class="alert" role="alert">
        <p class="strong">${t.failures[code] ?? detail ?? t.failures[kind]}</p>
        ${
          FINAL.includes(code)
            ? nothing
            : html`<button
                type="button"
                aria-disabled=${isBusy ? 'true' : nothing}
                @click=${() => void this.#journey.retry()}
              >
                ${t.retry}
              </button>`
        }
      </div>
      ${hasOwn ? nothing : otherWays(this.#view(), waysOffered)}`;
  }

  #step(): Shown | undefined {
    const { step, failure } = this.#journey;
    const view = this.#view();
    switch (step) {
      case 'wait':
        return failure ? nothing : this.#skeleton();
      case 'site':
        return siteStep(view);
      case 'procedure':
        return procedureStep(view);
      case 'slot':
      case 'elsewhere':
        return SLOT.module?.slotPart(view);
      case 'contact':
      case 'check':
      case 'done':
      case 'manage':
        return LATE.module?.latePart(view);
    }
  }

  #skeleton(): TemplateResult {
    return html`<div aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}</div>`;
  }

  /** What is said aloud: that something is under way, and the hold at calm moments only. */
  #spoken(): TemplateResult {
    const t = CATALOGUES[this.language];
    const { isBusy, step } = this.#journey;
    const busy = step === 'check' || step === 'manage' ? t.sending : t.loading;
    return html`<p class="busy mention" role="status">${isBusy ? busy : nothing}</p>
      <p class="unseen" aria-live="polite">${LATE.module?.heldText(this.#view())}</p>`;
  }

  #view(): View {
    const { mode, day, room } = this;
    return {
      t: CATALOGUES[this.language],
      language: this.language,
      journey: this.#journey,
      told: (text) => this.told(text),
      now: this.now(),
      hasFallback: [...this.childNodes].some((node) => node.textContent?.trim()),
      calendar: {
        mode,
        day,
        room,
        isRightToLeft: getComputedStyle(this).direction === 'rtl',
        show: (change) => {
          this.mode = change.mode ?? this.mode;
          this.day = change.day ?? this.day;
          this.#isByKey = change.isByKey ?? false;
        },
      },
    };
  }

  #start(): void {
    // One that was taken away before it drew itself asks nothing.
    if (this.disabled || !this.isConnected) this.#journey.stop();
    else void this.#journey.start();
  }

  readonly #line = (): void => {
    this.isOffline = !navigator.onLine;
  };

  /** What the journey sees of this element. */
  #host(): ConstructorParameters<typeof BookingJourney>[0] {
    return {
      exchange: () => {
        const { api, language, fetch, timeout } = this;
        return { base: api, language, fetch, timeout };
      },
      wanted: (name) => this[name],
      ways: () => slottedWays([...this.querySelectorAll(':scope > [slot="other-way"]')]),
      now: () => this.now(),
      requestUpdate: () => this.requestUpdate(),
      emit: (name, detail) =>
        this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail })),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qp-appointment-booking': AppointmentBooking;
  }
}
