import { type FeedbackAnswer, type FeedbackForm as Offer, type Language } from '@qualepref/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { eraseDraft, readDraft, saveDraft, type Draft } from './draft.ts';
import { QpElement } from './element.ts';
import { Failure } from './client.ts';
import { faultsOf, noAnswers, requestOf, type Answers, type Fault } from './feedback-answers.ts';
import { FeedbackClient } from './feedback-client.ts';
import { kindField, messageFields, replyFields, type Fields } from './feedback-fields.ts';
import { styles } from './feedback-form.styles.ts';
import { followsText, privacyNote, receipt, requestNote } from './feedback-notes.ts';
import { draftNote, skeleton, summary, unloaded, unsent } from './feedback-states.ts';
import { en } from './locales/feedback-form.en.ts';
import { fr, type FeedbackFormTexts, type SendFailure } from './locales/feedback-form.fr.ts';
import { prove } from './proof-of-work.ts';
import { theme } from './theme.ts';

const TEXTS: Readonly<Record<Language, FeedbackFormTexts>> = { fr, en };

/** Why the form cannot be filled in, or was not sent. */
export type FeedbackFailure = SendFailure | 'misconfigured';

/** Detail of each event of the form, by its name. */
export interface FeedbackFormEvents {
  'qp-sent': CustomEvent<{ readonly reference: string; readonly kind: string; readonly due: string | null }>;
  'qp-failed': CustomEvent<{ readonly reason: FeedbackFailure; readonly stage: 'load' | 'send' }>;
}

interface Sent {
  readonly answer: FeedbackAnswer;
  readonly kind: 'complaint' | 'suggestion';
  readonly site: string;
}

/**
 * Takes a complaint or a suggestion, anonymous or signed, and says at every
 * moment what follows from it. What is typed stays on the device until it is
 * sent; the acknowledgement can be printed.
 *
 * @slot - Shown without JavaScript, and when the form cannot be filled in: another way to write, a phone number.
 *
 * @fires {CustomEvent<{ reference: string; kind: string; due: string | null }>} qp-sent - The message was received. Nothing of what it says is told.
 * @fires {CustomEvent<{ reason: FeedbackFailure; stage: 'load' | 'send' }>} qp-failed - The form could not be shown, or the message not sent: `offline`, `timeout`, `tooMany`, `refused`, `broken` or `misconfigured`.
 *
 * @csspart title - The heading.
 * @csspart languages - The language switch.
 * @csspart form - The form.
 * @csspart request - Where a plain request is sent to.
 * @csspart follows - What follows from the message as it stands.
 * @csspart privacy - The personal-data notice.
 * @csspart submit - The button that sends.
 * @csspart receipt - The acknowledgement.
 *
 * @cssprop --qp-accent - Colour of the main button and of the line beside notes.
 * @cssprop --qp-on-accent - Colour of the text on the main button.
 * @cssprop --qp-text - Colour of the text.
 * @cssprop --qp-text-muted - Colour of hints.
 * @cssprop --qp-surface - Background.
 * @cssprop --qp-surface-soft - Background of fields and notes.
 * @cssprop --qp-line - Colour of the border of fields.
 * @cssprop --qp-link - Colour of links and buttons.
 * @cssprop --qp-error - Colour of errors.
 * @cssprop --qp-success - Colour of the line beside the acknowledgement.
 * @cssprop --qp-focus - Colour of the focus outline.
 * @cssprop --qp-radius - Radius of corners.
 * @cssprop --qp-font - Font family.
 * @cssprop --qp-font-size - Size of the text.
 */
export class FeedbackForm extends QpElement {
  static override styles: CSSResultGroup = [theme, styles];

  /** Origin and folder of the API, without `/api/v1`; the page's own by default. */
  @property() api = '';

  /** Id of the site chosen at first. */
  @property() site: string | null = null;

  /** Id of the theme chosen at first. */
  @property() theme: string | null = null;

  /** Kind chosen at first: `complaint`, `suggestion` or `request`. */
  @property() kind: string | null = null;

  /** Shows a sentence and the fallback in place of the form. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** What carries the requests, in place of the browser's `fetch`. */
  @property({ attribute: false }) fetch: typeof fetch | undefined = undefined;

  @state() private offer: Offer | undefined;
  @state() private answers: Answers = noAnswers;
  @state() private faults: readonly Fault[] = [];
  @state() private failure: FeedbackFailure | undefined;
  @state() private isSending = false;
  @state() private sent: Sent | undefined;
  @state() private note: 'restored' | 'erased' | undefined;
  @state() private isKept = false;

  private tried: Draft['tried'];
  private pending: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.offer) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // One that is being sent goes on: the person pressed the button.
    if (!this.isSending) this.pending?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('api') || (changed.has('disabled') && !this.offer)) void this.load();
    for (const name of ['site', 'theme', 'kind'] as const) if (changed.has(name)) this.preset(name);
  }

  private get texts(): FeedbackFormTexts {
    return TEXTS[this.language];
  }

  private get client(): FeedbackClient {
    return new FeedbackClient({ base: this.api, language: this.language, fetch: this.fetch });
  }

  private get draftName(): string {
    return `qualepref-feedback ${this.api}`;
  }

  private async load(isAgain = false): Promise<void> {
    this.pending?.abort();
    this.offer = this.failure = undefined;
    // One that was taken away before it drew itself asks nothing.
    if (this.disabled || !this.isConnected) return;
    // Browsers give the proof of work its means in secure pages only.
    if (!isSecureContext || !URL.canParse(this.api, document.baseURI)) {
      this.fail('misconfigured', 'load');
      return;
    }
    const { signal } = (this.pending = new AbortController());
    try {
      const offer = await this.client.form(signal);
      if (offer.sites.length === 0 || offer.themes.length === 0) {
        this.fail('misconfigured', 'load');
        return;
      }
      this.offer = offer;
    } catch (error) {
      if (!signal.aborted) this.fail(reasonOf(error), 'load');
      return;
    }
    this.restore();
    if (isAgain) await this.focusOn('title');
  }

  private restore(): void {
    const draft = readDraft(this.draftName);
    this.answers = draft?.answers ?? noAnswers;
    // What was chosen then may be offered no longer.
    for (const name of ['site', 'theme'] as const)
      if (!this.offered(name).includes(this.answers[name])) this.answers = { ...this.answers, [name]: '' };
    this.tried = draft?.tried;
    this.isKept = draft !== undefined;
    this.note = draft ? 'restored' : undefined;
    for (const name of ['site', 'theme', 'kind'] as const) if (this.answers[name] === '') this.preset(name);
  }

  /** Takes a choice from an attribute; one that is not offered is passed by, and told. */
  private preset(name: 'site' | 'theme' | 'kind'): void {
    const value = this[name];
    if (!this.offer || value === null || value === '') return;
    if (this.offered(name).includes(value)) this.answers = { ...this.answers, [name]: value };
    else this.tell('qp-failed', { reason: 'misconfigured', stage: 'load' });
  }

  private offered(name: 'site' | 'theme' | 'kind'): readonly string[] {
    if (name === 'kind') return Object.keys(fr.kinds);
    const { sites = [], themes = [] } = this.offer ?? {};
    return (name === 'site' ? sites : themes).map(({ id }) => id);
  }

  private readonly set = (field: keyof Answers, value: string): void => {
    this.answers = { ...this.answers, [field]: value };
    this.note = undefined;
    if (this.faults.length > 0) {
      // A fault goes as soon as it is mended; new ones wait for the next sending.
      const left = faultsOf(this.answers);
      this.faults = this.faults.filter(({ field: wrong, code }) =>
        left.some((each) => each.field === wrong && each.code === code),
      );
    }
    this.keep();
  };

  private keep(): void {
    this.isKept = saveDraft(this.draftName, { answers: this.answers, tried: this.tried });
  }

  private forget(): void {
    eraseDraft(this.draftName);
    this.answers = noAnswers;
    this.tried = undefined;
    this.isKept = false;
    this.faults = [];
    this.failure = undefined;
  }

  private erase(): Promise<void> {
    this.forget();
    this.note = 'erased';
    return this.focusOn('title');
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { kind } = this.answers;
    if (this.isSending || kind === 'request') return;
    this.faults = faultsOf(this.answers);
    this.failure = undefined;
    const [first] = this.faults;
    if (first || kind === '') return this.focusOn(first?.field ?? 'kind');
    // Robots fill in what people do not see; theirs is not worth a proof.
    const trap = this.renderRoot.querySelector<HTMLInputElement>('#website');
    if (trap && trap.value !== '') {
      // A browser that fills in forms may have done it: sending again is then a person's.
      trap.value = '';
      this.fail('refused', 'send');
      return this.focusOn('failure');
    }
    this.isSending = true;
    try {
      const answer = await this.deliver();
      const site = this.offer?.sites.find(({ id }) => id === this.answers.site)?.name ?? '';
      this.sent = { answer, kind, site };
      this.forget();
      this.tell('qp-sent', { reference: answer.reference, kind, due: answer.due });
    } catch (error) {
      this.fail(reasonOf(error), 'send');
    } finally {
      this.isSending = false;
    }
    await this.focusOn(this.sent ? 'done' : 'failure');
  };

  private async deliver(): Promise<FeedbackAnswer> {
    const request = requestOf(this.answers, this.language);
    const body = JSON.stringify(request);
    if (this.tried?.body !== body) this.tried = { key: crypto.randomUUID(), body };
    this.keep();
    const { client } = this;
    const proof = await prove(await client.challenge());
    return client.send({ ...request, proof }, this.tried.key);
  }

  private fail(reason: FeedbackFailure, stage: 'load' | 'send'): void {
    this.failure = reason;
    this.tell('qp-failed', { reason, stage });
  }

  private tell<Name extends keyof FeedbackFormEvents>(
    name: Name,
    detail: FeedbackFormEvents[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  private async focusOn(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  override render(): TemplateResult {
    return html`<section class="stack" aria-labelledby="title">
      <div class="head">
        <h2 id="title" part="title" tabindex="-1">${this.texts.title}</h2>
        ${this.languageSwitch()}
      </div>
      ${this.body()}
    </section>`;
  }

  private body(): TemplateResult {
    const { texts, offer } = this;
    if (this.disabled)
      return html`<p>${texts.disabled}</p>
        <slot></slot>`;
    if (this.sent) return this.acknowledgement(this.sent);
    if (offer) return this.form(offer);
    if (this.failure) return unloaded(texts, this.failure, () => void this.load(true));
    return skeleton(texts);
  }

  private acknowledgement(sent: Sent): TemplateResult {
    const { texts, language } = this;
    return html`${receipt(texts, language, sent)}
      <div class="actions no-print">
        <button
          type="button"
          class="primary"
          @click=${() => {
            window.print();
          }}
        >
          ${texts.print}
        </button>
        <button
          type="button"
          @click=${() => {
            this.sent = undefined;
            this.restore();
            return this.focusOn('title');
          }}
        >
          ${texts.another}
        </button>
      </div>`;
  }

  private form(offer: Offer): TemplateResult {
    const { texts, language, answers, faults, failure, set } = this;
    const fields: Fields = { texts, language, offer, answers, faults, set, told: (text) => this.told(text) };
    return html`<form novalidate part="form" @submit=${this.submit}>
      <p class="mention">${texts.required}</p>
      ${summary(fields, (field) => void this.focusOn(field))} ${kindField(fields)}
      ${
        answers.kind === 'request'
          ? requestNote(texts, offer)
          : html`${messageFields(fields)} ${replyFields(fields)}
              <div class="note" part="follows">
                <h3>${texts.follows}</h3>
                <p role="status" id="follows">${followsText(texts, language, offer, answers)}</p>
              </div>
              <div class="trap" aria-hidden="true">
                <label for="website">${texts.trap}</label>
                <input id="website" name="website" tabindex="-1" autocomplete="off" />
              </div>
              ${privacyNote(texts, language, offer)}
              ${failure && failure !== 'misconfigured' ? unsent(texts, failure) : nothing}
              <div class="actions">
                <button
                  part="submit"
                  class="primary"
                  aria-disabled=${this.isSending ? 'true' : 'false'}
                  aria-describedby="follows"
                >
                  ${this.isSending ? texts.sending : failure ? texts.sendAgain : texts.send}
                </button>
              </div>`
      }
      ${draftNote(texts, { note: this.note, isKept: this.isKept }, () => void this.erase())}
    </form>`;
  }
}

function reasonOf(error: unknown): SendFailure {
  if (!(error instanceof Failure)) return 'broken';
  if (error.kind !== 'refused') return error.kind;
  if (error.code === 'unavailable') return 'broken';
  return error.code === 'too-many' ? 'tooMany' : 'refused';
}

declare global {
  interface HTMLElementTagNameMap {
    'qp-feedback-form': FeedbackForm;
  }
}
