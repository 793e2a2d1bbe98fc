import {
  formatNumber,
  labelSentence,
  parsePeriod,
  periodTitle,
  publishedStates,
  type Language,
  type PublicText,
  type PublishedIndicator,
  type Results,
} from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText, plural, today } from './wording.ts';
import { en } from './locales/results-view.en.ts';
import { fr, type ResultsViewTexts } from './locales/results-view.fr.ts';
import type { ResultsBadge } from './results-badge.ts';
import { heading } from './results-heading.ts';
import { drawn, seriesOf, targetText, valueText, type Series } from './results-lines.ts';

export { isResults } from './results-guard.ts';
export { styles } from './results-view.styles.ts';

const TEXTS: Readonly<Record<Language, ResultsViewTexts>> = { fr, en };
const DAY = 86_400_000;

/** What results are drawn with. */
export interface ResultsView {
  readonly host: Pick<ResultsBadge, 'form' | 'level' | 'units' | 'indicators' | 'more' | 'maxAge' | 'today'>;
  readonly language: Language;
  readonly told: (text: PublicText) => TemplateResult | string;
}

/** The label and the results of each unit. */
export function resultsView(results: Results, view: ResultsView): TemplateResult {
  const { host, language } = view;
  const { form, more, maxAge } = host;
  const now = host.today ?? today();
  const texts = TEXTS[language];
  const published = dayText(results.publishedOn, language);
  const isStale = Date.parse(now) - Date.parse(results.publishedOn) > maxAge * DAY;
  const { label } = results;
  return html`<div class="stack">
    ${
      label
        ? html`<p class="label" part="label" data-state=${publishedStates(label, now).join(' ')}>
              ${labelSentence(label, now)[language]}
            </p>
            ${form === 'full' ? html`<p>${texts.scope} ${view.told(label.scope)}</p>` : nothing}`
        : nothing
    }
    ${
      isStale
        ? html`<p class="warning">${texts.stale(published)}</p>`
        : html`<p class="mention">${texts.published(published)}</p>`
    }
    ${unitList(results, view)}
    ${more === null ? nothing : html`<p><a class="more" part="more" href=${more}>${texts.more}</a></p>`}
  </div>`;
}

function unitList(results: Results, view: ResultsView): TemplateResult {
  const { host } = view;
  const [units, only] = [words(host.units), words(host.indicators)];
  const shown = results.units
    .filter(({ id }) => units.length === 0 || units.includes(id))
    .map((unit) => ({ unit, series: seriesOf(results, unit.id, only) }))
    .filter(({ series }) => series.length > 0);
  if (shown.length === 0) return html`<p>${TEXTS[view.language].empty}</p>`;
  return html`<div class="units ${host.form}">
    ${shown.map(
      ({ unit, series }) =>
        html`<section part="unit">
          ${heading(host.level + 1, unit.name)}
          <ul role="list">
            ${series.map((each) => html`<li part="indicator">${indicator(each, view)}</li>`)}
          </ul>
        </section>`,
    )}
  </div>`;
}

function indicator(series: Series, { language, host, told }: ResultsView): TemplateResult {
  const texts = TEXTS[language];
  const { latest, points } = series;
  const about = latest.of && Object.values(latest.of).join(', ');
  const target = targetText(series, language, texts);
  const name = html`<p>${told(latest.label)}${about ? ` (${about})` : nothing}</p>
    <p class="mention">${periodTitle(parsePeriod(latest.period), language)}</p>`;
  const figure = html`<p class="figure" part="figure">
    ${latest.value ? valueText(latest.value, language, texts) : texts.suspended}
  </p>`;
  if (host.form === 'compact') return html`${name}${figure}`;
  const basis = basisText(latest, language, texts);
  return html`${name}${figure} ${basis ? html`<p>${basis}</p>` : nothing}
  ${target === undefined ? nothing : html`<p>${texts.target} ${target}${latest.status ? `, ${texts.statuses[latest.status]}` : nothing}</p>`}
  ${points.length > 1 ? trend(series, language) : nothing}
  ${latest.footnotes.map((note) => html`<p class="mention">${texts.note} ${told(note)}</p>`)}
  ${
    latest.source === undefined
      ? nothing
      : html`<p class="mention">${texts.source} <span lang="fr">${latest.source}</span></p>`
  }`;
}

/** The drawing says nothing that the sentence under it does not. */
function trend({ latest, points }: Series, language: Language): TemplateResult {
  const texts = TEXTS[language];
  const before = points
    .slice(0, -1)
    .reverse()
    .map(({ period, value }) => {
      const shown = value ? valueText(value, language, texts) : texts.suspended;
      return `${shown} (${periodTitle(parsePeriod(period), language)})`;
    });
  const direction = latest.trend ? texts.trends[latest.trend] : '';
  const end = direction === '' ? '' : `${language === 'fr' ? '\u00A0' : ''}: ${direction}`;
  const drawing = html`<svg part="trend" viewBox="-2 -2 124 36" aria-hidden="true" focusable="false">
    <path d=${drawn(points, 120, 32)}></path>
  </svg>`;
  return html`${points.filter(({ value }) => value).length > 1 ? drawing : nothing}
    <p>${texts.before} ${before.join(', ')}${end}</p>`;
}

function basisText(
  { value, sampleSize }: PublishedIndicator,
  lang: Language,
  texts: ResultsViewTexts,
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
