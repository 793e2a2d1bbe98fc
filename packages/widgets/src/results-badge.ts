import type { Language, Results } from '@qualepref/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from './base.ts';
import { Failure, fetchJson } from './client.ts';
import { QpElement } from './element.ts';
import { en } from './locales/results-badge.en.ts';
import { fr, type ResultsBadgeTexts } from './locales/results-badge.fr.ts';
import { Part } from './part.ts';
import { styles } from './results-badge.styles.ts';
import { heading } from './results-heading.ts';

const TEXTS: Readonly<Record<Language, ResultsBadgeTexts>> = { fr, en };
/** Comes with the results. */
const VIEW = new Part(() => import('./results-view.ts'));

/** Why a badge shows no results. */
export type BadgeFailure = 'offline' | 'broken' | 'invalid' | 'misconfigured';

/** Detail of each event of the badge, by its name. */
export interface ResultsBadgeEvents {
  'qp-loaded': CustomEvent<{ readonly results: Results }>;
  'qp-failed': CustomEvent<{ readonly reason: BadgeFailure }>;
}

type Shown = 'loading' | BadgeFailure | Results;

/**
 * Shows the results of the quality label: what the label is worth today, and
 * each indicator beside its target, what it was before and what it rests on.
 * It reads one results file, given by an address, as JSON inside the tag, or
 * by a script. It never draws the official logo.
 *
 * @slot - Shown without JavaScript, before the results come and when they do not. A `<script type="application/json">` here holds the results themselves.
 *
 * @fires {CustomEvent<{ results: Results }>} qp-loaded - The results are there.
 * @fires {CustomEvent<{ reason: BadgeFailure }>} qp-failed - There are none to show: `offline`, `broken`, `invalid` or `misconfigured`.
 *
 * @csspart title - The heading.
 * @csspart label - What is said of the label.
 * @csspart unit - A préfecture or sous-préfecture, with its indicators.
 * @csspart indicator - An indicator.
 * @csspart figure - Its value.
 * @csspart trend - The drawing of its values over time.
 * @csspart more - The link to all results.
 * @csspart languages - The language switch.
 *
 * @cssprop --qp-accent - Colour of the line beside the label and of the drawings.
 * @cssprop --qp-text - Colour of the text.
 * @cssprop --qp-text-muted - Colour of what comes second.
 * @cssprop --qp-surface - Background.
 * @cssprop --qp-surface-soft - Background of an indicator.
 * @cssprop --qp-line - Colour of the border.
 * @cssprop --qp-link - Colour of links and buttons.
 * @cssprop --qp-error - Colour of the border of a warning.
 * @cssprop --qp-focus - Colour of the focus outline.
 * @cssprop --qp-radius - Radius of corners.
 * @cssprop --qp-font - Font family.
 * @cssprop --qp-font-size - Size of the text.
 */
export class ResultsBadge extends QpElement {
  static override styles: CSSResultGroup = [base, styles];

  /** Address of the results file. */
  @property() src: string | null = null;

  /** The results themselves, given by a script; they go before `src`. */
  @property({ attribute: false }) data: unknown = undefined;

  /** `full`, or `compact`: the label, values and one link. */
  @property() form: 'full' | 'compact' = 'full';

  /** Ids of the units to show, with spaces between; all by default. */
  @property() units = '';

  /** Ids of the indicators to show, with spaces between; all by default. */
  @property() indicators = '';

  /** Page where all results are. */
  @property() more: string | null = null;

  /** Level of the heading, from 2 to 4, so that it fits in the page. */
  @property({ type: Number }) level = 2;

  /** Days after which the results are said to be out of date. Published at least once a year, they have a month to come. */
  @property({ type: Number, attribute: 'max-age' }) maxAge = 396;

  /** ISO day that the label is judged on; that of the device by default. */
  @property() today: string | null = null;

  /** Shows the fallback and a sentence in place of the results. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  @state() private shown: Shown = 'loading';

  private readonly observer = new MutationObserver(() => {
    this.readInline();
  });
  private pending: AbortController | undefined;
  /** Of results that are already in the page, while their view comes. */
  private taking: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The parser may still be inside the tag.
    this.observer.observe(this, { childList: true, subtree: true, characterData: true });
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', this.readInline, { once: true });
    // Moved while it waited: what it had asked for was given up.
    if (this.hasUpdated && this.shown === 'loading') this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    document.removeEventListener('DOMContentLoaded', this.readInline);
    this.pending?.abort();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.taking) return isDone;
    await this.taking;
    return false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('src') || changed.has('data') || changed.has('disabled')) this.load();
  }

  private get texts(): ResultsBadgeTexts {
    return TEXTS[this.language];
  }

  private readonly readInline = (): void => {
    if (this.data === undefined && this.src === null) this.load();
  };

  /** Reads the results again, from where they are. */
  load(): void {
    this.pending?.abort();
    if (this.disabled) return;
    if (this.data !== undefined) return this.take(this.data);
    if (this.src !== null) {
      const { src } = this;
      // One that was taken away before it drew itself asks nothing.
      if (!this.isConnected) return;
      this.shown = 'loading';
      return void this.read((signal) => fetchJson(src, { signal }));
    }
    const inline = this.querySelector('script[type="application/json"]')?.textContent;
    const value = inline === undefined ? undefined : parsed(inline);
    // While the page is still coming, what is inside the tag may be on its way.
    if (document.readyState === 'loading' && value === undefined) return;
    if (inline === undefined) return this.fail('misconfigured');
    this.take(value);
  }

  private take(value: unknown): void {
    const taking = this.read(() => value).finally(() => {
      if (this.taking === taking) this.taking = undefined;
    });
    this.taking = taking;
  }

  private async read(get: (signal: AbortSignal) => unknown): Promise<void> {
    const { signal } = (this.pending = new AbortController());
    try {
      const [view, value] = await Promise.all([VIEW.come(), get(signal)]);
      if (signal.aborted) return;
      if (!view.isResults(value)) {
        this.fail('invalid');
        return;
      }
      this.adopt(view.styles);
      this.shown = value;
      this.tell('qp-loaded', { results: value });
    } catch (error) {
      if (signal.aborted) return;
      this.fail(error instanceof Failure && error.kind === 'offline' ? 'offline' : 'broken');
    }
  }

  private fail(reason: BadgeFailure): void {
    this.shown = reason;
    this.tell('qp-failed', { reason });
  }

  private tell(name: keyof ResultsBadgeEvents, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  private retry(): void {
    this.load();
    // The button that held the focus goes away.
    this.renderRoot.querySelector<HTMLElement>('#state')?.focus();
  }

  override render(): TemplateResult {
    const { texts, shown } = this;
    const results = typeof shown === 'object' && !this.disabled ? shown : undefined;
    return html`<div class="head">${heading(this.level, texts.title, 'title')}${this.languageSwitch()}</div>
      <div id="state" role="status" tabindex="-1" class="stack">${this.notice(results)}</div>
      ${results ? this.body(results) : html`<slot></slot>`}`;
  }

  private notice(results: Results | undefined): TemplateResult | typeof nothing {
    const { texts, shown, form } = this;
    if (results) return nothing;
    if (this.disabled) return html`<p>${texts.disabled}</p>`;
    if (shown === 'loading')
      return html`<p class="unseen">${texts.loading}</p>
        <div class="skeleton ${form}"></div>`;
    const kind = shown as BadgeFailure;
    return html`<p class="warning">${texts[kind]}</p>
      ${
        kind === 'misconfigured'
          ? nothing
          : html`<button
              type="button"
              @click=${() => {
                this.retry();
              }}
            >
              ${texts.retry}
            </button>`
      }`;
  }

  private body(results: Results): TemplateResult | undefined {
    return VIEW.module?.resultsView(results, {
      host: this,
      language: this.language,
      told: (text) => this.told(text),
    });
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qp-results-badge': ResultsBadge;
  }
}
