import {
  formatNumber,
  formatPercent,
  parsePeriod,
  periodLabel,
  type Language,
  type PublishedIndicator,
  type PublishedValue,
  type Results,
} from '@qualepref/core';
import { html } from 'hono/html';
import type { PlainRoute } from '../plain-route.ts';
import { lastPublication } from '../store/publication-store.ts';
import { each, frenchName, nothing, publicText, type Piece } from './plain-page.ts';

const WORDS = {
  fr: {
    title: 'Résultats de la démarche qualité',
    none: 'Aucun résultat n’est encore publié.',
    published: (day: string) => `Publiés le ${day}.`,
    columns: ['Indicateur', 'Période', 'Résultat', 'Objectif', 'Période précédente', 'Effectif', 'Notes'],
    met: 'objectif atteint',
    missed: 'objectif non atteint',
    paused: 'suivi suspendu',
    days: 'j',
    points: 'points',
  },
  en: {
    title: 'Quality results',
    none: 'No result has been published yet.',
    published: (day: string) => `Published on ${day}.`,
    columns: ['Indicator', 'Period', 'Result', 'Target', 'Previous period', 'Sample', 'Notes'],
    met: 'target met',
    missed: 'target missed',
    paused: 'follow-up suspended',
    days: 'd',
    points: 'points',
  },
} as const;

/** The last results as tables: every figure is text. */
export const plainResults: PlainRoute = {
  method: 'get',
  path: '/resultats/simple',
  handle: async ({ world, language }) => {
    const words = WORDS[language];
    const last = await lastPublication(world.store.db);
    if (!last) return { title: words.title, content: html`<p>${words.none}</p>` };
    return { title: words.title, content: resultsPart(last.results, language) };
  },
};

function resultsPart({ publishedOn, label, units, indicators }: Results, language: Language): Piece {
  const words = WORDS[language];
  return html`<p>${words.published(periodName(publishedOn, language))}</p>
    ${label === undefined ? nothing : html`<p>${frenchName(label.name, language)}</p>`}
    ${each(units, ({ id, name }) =>
      unitTable(
        { id, name },
        indicators.filter(({ unit }) => unit === id),
        language,
      ),
    )}`;
}

function unitTable(
  { id, name }: Results['units'][number],
  lines: readonly PublishedIndicator[],
  language: Language,
): Piece {
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="unite-${id}">
    <table>
      <caption id="unite-${id}" lang="fr">
        ${name}
      </caption>
      <thead>
        <tr>
          ${each(WORDS[language].columns, (column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${each(lines, (line) => lineRow(line, language))}
      </tbody>
    </table>
  </div>`;
}

function lineRow(line: PublishedIndicator, language: Language): Piece {
  const words = WORDS[language];
  const { label, period, value, target, status, previous, sampleSize, footnotes } = line;
  const like = value ?? previous?.value;
  return html`<tr>
    <th scope="row">${publicText(label, language)}</th>
    <td>${periodName(period, language)}</td>
    <td>
      ${value === null ? words.paused : valueText(value, language)}${status === undefined ? nothing : ` (${words[status]})`}
    </td>
    <td>
      ${target === undefined || like === undefined ? '–' : valueText(targetLike(like, target), language)}
    </td>
    <td>
      ${previous === undefined ? '–' : `${valueText(previous.value, language)} (${periodName(previous.period, language)})`}
    </td>
    <td>${sampleSize === undefined ? '–' : formatNumber(sampleSize, { lang: language })}</td>
    <td>${each(footnotes, (note) => html`${publicText(note, language)} `)}</td>
  </tr>`;
}

/** A target is a bare number in the unit of the value beside it. */
function targetLike(value: PublishedValue, target: number): PublishedValue {
  if ('days' in value) return { days: target };
  if ('points' in value) return { points: target };
  return 'count' in value ? { count: target } : { rate: target };
}

function valueText(value: PublishedValue, lang: Language): string {
  const words = WORDS[lang];
  if ('count' in value) return formatNumber(value.count, { lang });
  if ('days' in value) return `${formatNumber(value.days, { lang })}\u00A0${words.days}`;
  if ('points' in value) return `${formatNumber(value.points, { lang })}\u00A0${words.points}`;
  return formatPercent('rate' in value ? value.rate : value.numerator / value.denominator, { lang });
}

function periodName(id: string, language: Language): string {
  return periodLabel(parsePeriod(id), language);
}
