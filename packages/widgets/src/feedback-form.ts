import type { Language } from '@qualepref/core';
import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { QpElement } from './element.ts';
import { skeleton, unloaded } from './feedback-early.ts';
import { reasonOf, type FeedbackFailure } from './feedback-failure.ts';
import { FeedbackClient } from './feedback-client.ts';
import { styles } from './feedback-form.styles.ts';
import type { Choice, Writing } from './feedback-writing.ts';
import { en } from './locales/feedback-form.en.ts';
import { fr, type FeedbackFormTexts } from './locales/feedback-form.fr.ts';
import { Part } from './part.ts';
import { theme } from './theme.ts';

const TEXTS: Readonly<Record<Language, FeedbackFormTexts>> = { fr, en };
/** Comes with what the form offers. */
const BODY = new Part(() => import('./feedback-body.ts'));

/** Detail of each event of the form, by its name. */
export interface FeedbackFormEvents {
  'qp-sent': CustomEvent<{ readonly reference: string; readonly kind: string; readonly due: string | null }>;
  'qp-failed': CustomEvent<{ readonly reason: FeedbackFailure; readonly stage: 'load' | 'send' }>;
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

  /** The message, once there is a form. */
  @state() private writing: Writing | undefined;
  @state() private failure: FeedbackFailure | undefined;

  private pending: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.writing) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // One that is being sent goes on: the person pressed the button.
    this.pending?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('api') || (changed.has('disabled') && !this.writing)) void this.load();
    for (const name of ['site', 'theme', 'kind'] as const) if (changed.has(name)) this.writing?.preset(name);
  }

  private async load(isAgain = false): Promise<void> {
    this.pending?.abort();
    this.writing = this.failure = undefined;
    // One that was taken away before it drew itself asks nothing.
    if (this.disabled || !this.isConnected) return;
    // Browsers give the proof of work its means in secure pages only.
    if (!isSecureContext || !URL.canParse(this.api, document.baseURI)) {
      this.fail('misconfigured');
      return;
    }
    const { signal } = (this.pending = new AbortController());
    try {
      const [{ Writing, styles }, offer] = await Promise.all([BODY.come(), this.client().form(signal)]);
      if (signal.aborted) return;
      if (offer.sites.length === 0 || offer.themes.length === 0) {
        this.fail('misconfigured');
        return;
      }
      this.adopt(styles);
      this.writing = new Writing(this.host(), offer);
    } catch (error) {
      if (!signal.aborted) this.fail(reasonOf(error));
      return;
    }
    if (isAgain) await this.focusOn('title');
  }

  private client(): FeedbackClient {
    return new FeedbackClient({ base: this.api, language: this.language, fetch: this.fetch });
  }

  /** What the message sees of this element. */
  private host(): ConstructorParameters<typeof Writing>[0] {
    return {
      name: `qualepref-feedback ${this.api}`,
      client: () => this.client(),
      language: () => this.language,
      wanted: (name: Choice) => this[name],
      changed: () => {
        this.requestUpdate();
      },
      tell: this.tell.bind(this),
      focusOn: (id) => this.focusOn(id),
    };
  }

  private fail(reason: FeedbackFailure): void {
    this.failure = reason;
    this.tell('qp-failed', { reason, stage: 'load' });
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
    const { title } = TEXTS[this.language];
    return html`<section class="stack" aria-labelledby="title">
      <div class="head">
        <h2 id="title" part="title" tabindex="-1">${title}</h2>
        ${this.languageSwitch()}
      </div>
      ${this.body()}
    </section>`;
  }

  private body(): TemplateResult | undefined {
    const texts = TEXTS[this.language];
    if (this.disabled)
      return html`<p>${texts.disabled}</p>
        <slot></slot>`;
    if (this.writing) return BODY.module?.bodyView(this.writing, (text) => this.told(text));
    if (this.failure) return unloaded(texts, this.failure, () => void this.load(true));
    return skeleton(texts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qp-feedback-form': FeedbackForm;
  }
}
