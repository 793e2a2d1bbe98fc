import {
  formatNumber,
  formatPercent,
  labelSentence,
  parsePeriod,
  periodLabel,
  typeset,
  type PublishedIndicator,
  type PublishedValue,
  type Results,
} from '@qualepref/core';
import { agree, day, number, plural } from './french.ts';
import { shell } from './html-shell.ts';
import { html, type Html } from './html-tag.ts';

/**
 * At two metres, good eyes read capitals of 3 mm: labels have 5 (20 pt), what
 * goes with them 4 (16 pt), figures 10. Notes are for who comes near.
 */
const style = `
:root { --ink: #1d2125; --soft: #4b5056; --line: #b9b6ad; --good: #17602f; --bad: #96192a; }
* { box-sizing: border-box; }
html { font-size: 12pt; }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 200mm; background: #fff; color: var(--ink); font: 1rem/1.35 Arial, 'Liberation Sans', system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, p, ul, ol, li { margin: 0; padding: 0; }
h1 { font-size: 2.6rem; line-height: 1.05; }
h1 span { display: block; font-size: 1.8rem; margin-top: 0.3rem; }
header { padding-bottom: 0.6rem; border-bottom: 4pt solid; }
header p { font-size: 1.34rem; margin-top: 0.3rem; }
.results { list-style: none; }
.results > li { display: grid; grid-template-columns: 52mm 1fr; gap: 0 5mm; align-items: center; padding: 0.55rem 0; border-bottom: 1pt solid var(--line); break-inside: avoid; }
.results > li:last-child { break-after: avoid; }
.figure { font-size: 3.5rem; font-weight: 700; line-height: 1; overflow-wrap: normal; }
.figure .unit { font-size: 0.55em; }
.figure.long { font-size: 2.1rem; }
h2 { font-size: 1.67rem; line-height: 1.15; }
.about { font-size: 1.34rem; line-height: 1.25; margin-top: 0.2rem; }
.met { color: var(--good); font-weight: 700; }
.missed { color: var(--bad); font-weight: 700; }
sup { font-size: 0.6em; font-weight: 400; line-height: 0; }
sup a { color: inherit; }
footer { margin-top: 0.6rem; color: var(--soft); break-inside: avoid; }
footer li { margin-left: 1.5rem; }
@media screen and (max-width: 40rem) {
  h1 { font-size: 2rem; }
  h1 span { font-size: 1.4rem; }
  .results > li { display: block; }
  .figure { font-size: 2.6rem; }
}
@media print {
  @page { size: A4; margin: 12mm 13mm 14mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }
  body { max-width: none; padding: 0; }
  header { break-after: avoid; }
  sup a { text-decoration: none; }
}
`;

/** A poster of one unit, as a document of its own. */
export interface Poster {
  /** Id of the unit. */
  readonly unit: string;
  readonly html: string;
}

/**
 * The posters of published results, to be put up in the halls: one for each
 * unit that has any, with the last value of each of its indicators.
 *
 * @param today ISO day: what is said of the label holds on that day
 */
export function posters(results: Results, today: string): readonly Poster[] {
  return results.units.flatMap(({ id, name }) => {
    const lines = lastLines(results.indicators.filter(({ unit }) => unit === id));
    return lines.length === 0 ? [] : [{ unit: id, html: posterOf(name, lines, results, today) }];
  });
}

/** Of each indicator, the line of the period that ends last. */
function lastLines(lines: readonly PublishedIndicator[]): readonly PublishedIndicator[] {
  const last = new Map<string, PublishedIndicator>();
  for (const line of lines) {
    const key = JSON.stringify([line.id, line.of]);
    const known = last.get(key);
    if (!known || parsePeriod(known.period).end < parsePeriod(line.period).end) last.set(key, line);
  }
  return [...last.values()];
}

function posterOf(
  name: string,
  lines: readonly PublishedIndicator[],
  { label, publishedOn }: Results,
  today: string,
): string {
  const notes = [...new Set(lines.flatMap(({ footnotes }) => footnotes.map(({ fr }) => fr)))];
  const periods = new Set(lines.map(({ period }) => period));
  const [period = ''] = periods;
  const isOne = periods.size === 1;
  const sources = [...new Set(lines.flatMap(({ source }) => source ?? []))];
  const title = `Nos résultats — ${name}`;
  const body = html`
    <header>
      <h1>Nos résultats <span>${name.replace(/^./u, (first) => first.toUpperCase())}</span></h1>
      ${isOne && html`<p>Période&nbsp;: ${periodLabel(parsePeriod(period))}.</p>`}
      ${label && html`<p>${labelSentence(label, today).fr}</p>`}
    </header>
    <main>
      <ul class="results" role="list">
        ${lines.map((line) => row(line, notes, isOne))}
      </ul>
    </main>
    <footer>
      ${
        notes.length > 0 &&
        html`<ol>
          ${notes.map((note, at) => html`<li id="note-${String(at + 1)}">${typeset(note)}</li>`)}
        </ol>`
      }
      ${label && html`<p>Le label porte sur&nbsp;: ${label.scope.fr}.</p>`}
      <p>
        Résultats publiés le
        ${day(publishedOn)}.${sources.length > 0 && ` ${agree(sources.length, 'Source', 'Sources')}\u00A0: ${sources.join(' ; ')}.`}
      </p>
    </footer>
  `;
  return shell({ title, style, body });
}

function row(line: PublishedIndicator, notes: readonly string[], isOne: boolean): Html {
  const { value, label, of, period, target, status, previous, trend } = line;
  const kind = of && Object.values(of).join(', ');
  const like = value ?? previous?.value;
  const goal = target === undefined || !like ? null : valueText(likeTarget(target, like));
  const basis = basisText(line);
  return html`
    <li>
      <p class="figure${value === null && ' long'}">
        ${value ? figure(value) : 'Suivi suspendu'}${line.footnotes.map(({ fr }) => mark(notes.indexOf(fr) + 1))}
      </p>
      <div>
        <h2>${label.fr}${kind && ` (${kind})`}</h2>
        ${!isOne && html`<p class="about">${periodText(period)}</p>`}
        ${
          (goal !== null || basis !== '') &&
          html`<p class="about">
            ${goal !== null && html`Objectif&nbsp;: ${goal}${status && STATUSES[status]()}.`} ${basis}
          </p>`
        }
        ${
          previous &&
          html`<p class="about">
            ${periodText(previous.period)}&nbsp;: ${valueText(previous.value)}${trend && TRENDS[trend]}.
          </p>`
        }
      </div>
    </li>
  `;
}

/** In words and by a sign before their colour. */
const STATUSES: Readonly<Record<NonNullable<PublishedIndicator['status']>, () => Html>> = {
  met: () => html`, <span class="met">✓&nbsp;atteint</span>`,
  missed: () => html`, <span class="missed">✗&nbsp;pas atteint</span>`,
};

const TRENDS: Readonly<Record<NonNullable<PublishedIndicator['trend']>, string>> = {
  better: ' (en progrès)',
  worse: ' (en recul)',
  stable: ' (stable)',
  unknown: '',
};

/** The number large, its unit less so. */
function figure(value: PublishedValue): Html {
  const [amount = '', unit] = valueText(value).split(/\u00A0(?=[a-z])/u);
  return html`${amount}${unit !== undefined && html` <span class="unit">${unit}</span>`}`;
}

function mark(note: number): Html {
  const to = String(note);
  return html`<sup><a href="#note-${to}" aria-label="note ${to}">${to}</a></sup>`;
}

function periodText(period: string): string {
  return periodLabel(parsePeriod(period)).replace(/^./u, (first) => first.toUpperCase());
}

/** A target is a bare number in the unit of the value beside it. */
function likeTarget(target: number, like: PublishedValue): PublishedValue {
  if ('days' in like) return { days: target };
  if ('points' in like) return { points: target };
  return 'count' in like ? { count: target } : { rate: target };
}

function valueText(value: PublishedValue): string {
  if ('count' in value) return formatNumber(value.count);
  if ('days' in value) return `${formatNumber(value.days)}\u00A0${agree(value.days, 'jour', 'jours')}`;
  if ('points' in value)
    return `${formatNumber(value.points)}\u00A0${agree(value.points, 'point', 'points')}`;
  return formatPercent('rate' in value ? value.rate : value.numerator / value.denominator);
}

/** What a rate or a mean rests on. */
function basisText({ value, sampleSize }: PublishedIndicator): string {
  if (value && 'numerator' in value)
    return `${number(value.numerator)} sur ${plural(value.denominator, 'cas', 'cas')}.`;
  return sampleSize === undefined ? '' : `Mesuré sur ${plural(sampleSize, 'cas', 'cas')}.`;
}
