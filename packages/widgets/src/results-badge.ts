import {
  formatNumber,
  labelSentence,
  parsePeriod,
  periodLabel,
  publishedStates,
  type Language,
  type PublishedIndicator,
  type Results,
} from '@qualepref/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from './base.ts';
import { Failure, fetchJson } from './client.ts';
import { QpElement } from './element.ts';
import { dayText, plural, today } from './locale.ts';
import { en } from './locales/results-badge.en.ts';
import { fr, type ResultsBadgeTexts } from './locales/results-badge.fr.ts';
import { isResults } from './results-guard.ts';
import { drawn, seriesOf, targetText, valueText, type Series } from './results-lines.ts';
import { styles } from './results-badge.styles.ts';

const TEXTS: Readonly<Record<Language, ResultsBadgeTexts>> = { fr, en };
const DAY = 86_400_000;

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
    // One that was taken away before it drew itself asks nothing.
    if (this.src !== null) return this.isConnected ? void this.ask(this.src) : undefined;
    const inline = this.querySelector('script[type="application/json"]')?.textContent;
    const value = inline === undefined ? undefined : parsed(inline);
    // While the page is still coming, what is inside the tag may be on its way.
    if (document.readyState === 'loading' && value === undefined) return;
    if (inline === undefined) return this.fail('misconfigured');
    this.take(value);
  }

  private async ask(src: string): Promise<void> {
    const { signal } = (this.pending = new AbortController());
    this.shown = 'loading';
    try {
      this.take(await fetchJson(src, { signal }));
    } catch (error) {
      if (signal.aborted) return;
      this.fail(error instanceof Failure && error.kind === 'offline' ? 'offline' : 'broken');
    }
  }

  private take(value: unknown): void {
    if (!isResults(value)) return this.fail('invalid');
    this.shown = value;
    this.tell('qp-loaded', { results: value });
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

  private heading(level: number, text: string, part: string | typeof nothing = nothing): TemplateResult {
    if (level <= 2) return html`<h2 part=${part}>${text}</h2>`;
    if (level === 3) return html`<h3 part=${part}>${text}</h3>`;
    if (level === 4) return html`<h4 part=${part}>${text}</h4>`;
    return html`<h5 part=${part}>${text}</h5>`;
  }

  override render(): TemplateResult {
    const { texts, shown } = this;
    const results = typeof shown === 'object' && !this.disabled ? shown : undefined;
    return html`<div class="head">
        ${this.heading(this.level, texts.title, 'title')}${this.languageSwitch()}
      </div>
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

  private body(results: Results): TemplateResult {
    const { texts, form, language } = this;
    const now = this.today ?? today();
    const published = dayText(results.publishedOn, language);
    const isStale = Date.parse(now) - Date.parse(results.publishedOn) > this.maxAge * DAY;
    const { label } = results;
    return html`<div class="stack">
      ${
        label
          ? html`<p class="label" part="label" data-state=${publishedStates(label, now).join(' ')}>
                ${labelSentence(label, now)[language]}
              </p>
              ${form === 'full' ? html`<p>${texts.scope} ${this.told(label.scope)}</p>` : nothing}`
          : nothing
      }
      ${
        isStale
          ? html`<p class="warning">${texts.stale(published)}</p>`
          : html`<p class="mention">${texts.published(published)}</p>`
      }
      ${this.unitList(results)}
      ${
        this.more === null
          ? nothing
          : html`<p><a class="more" part="more" href=${this.more}>${texts.more}</a></p>`
      }
    </div>`;
  }

  private unitList(results: Results): TemplateResult {
    const [units, only] = [words(this.units), words(this.indicators)];
    const shown = results.units
      .filter(({ id }) => units.length === 0 || units.includes(id))
      .map((unit) => ({ unit, series: seriesOf(results, unit.id, only) }))
      .filter(({ series }) => series.length > 0);
    if (shown.length === 0) return html`<p>${this.texts.empty}</p>`;
    return html`<div class="units ${this.form}">
      ${shown.map(
        ({ unit, series }) =>
          html`<section part="unit">
            ${this.heading(this.level + 1, unit.name)}
            <ul role="list">
              ${series.map((each) => html`<li part="indicator">${this.indicator(each)}</li>`)}
            </ul>
          </section>`,
      )}
    </div>`;
  }

  private indicator(series: Series): TemplateResult {
    const { texts, language } = this;
    const { latest, points } = series;
    const about = latest.of && Object.values(latest.of).join(', ');
    const target = targetText(series, language, texts);
    const name = html`<p>${this.told(latest.label)}${about ? ` (${about})` : nothing}</p>
      <p class="mention">${periodLabel(parsePeriod(latest.period), language)}</p>`;
    const figure = html`<p class="figure" part="figure">
      ${latest.value ? valueText(latest.value, language, texts) : texts.suspended}
    </p>`;
    if (this.form === 'compact') return html`${name}${figure}`;
    const basis = basisText(latest, language, texts);
    return html`${name}${figure} ${basis ? html`<p>${basis}</p>` : nothing}
    ${target === undefined ? nothing : html`<p>${texts.target} ${target}</p>`}
    ${points.length > 1 ? this.trend(series) : nothing}
    ${latest.footnotes.map((note) => html`<p class="mention">${texts.note} ${this.told(note)}</p>`)}
    ${
      latest.source === undefined
        ? nothing
        : html`<p class="mention">${texts.source} <span lang="fr">${latest.source}</span></p>`
    }`;
  }

  /** The drawing says nothing that the sentence under it does not. */
  private trend({ latest, points }: Series): TemplateResult {
    const { texts, language } = this;
    const before = points
      .slice(0, -1)
      .reverse()
      .map(({ period, value }) => {
        const shown = value ? valueText(value, language, texts) : texts.suspended;
        return `${shown} (${periodLabel(parsePeriod(period), language)})`;
      });
    const direction = latest.trend ? texts.trends[latest.trend] : '';
    const end = direction === '' ? '' : `${language === 'fr' ? '\u00A0' : ''}: ${direction}`;
    const drawing = html`<svg part="trend" viewBox="-2 -2 124 36" aria-hidden="true" focusable="false">
      <path d=${drawn(points, 120, 32)}></path>
    </svg>`;
    return html`${points.filter(({ value }) => value).length > 1 ? drawing : nothing}
      <p>${texts.before} ${before.join(', ')}${end}</p>`;
  }
}

function basisText(
  { value, sampleSize }: PublishedIndicator,
  lang: Language,
  texts: ResultsBadgeTexts,
): string | undefined {
  const number = (count: number): string => formatNumber(count, { lang });
  if (value && 'numerator' in value) {
    const { numerator, denominator } = value;
    return texts.counts(number(numerator), number(denominator), plural(denominator, lang, texts.cases));
  }
  if (sampleSize === undefined) return undefined;
  return texts.sample(number(sampleSize), plural(sampleSize, lang, texts.cases));
}

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
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
