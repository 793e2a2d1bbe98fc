import {
  conformity,
  conformityCoverage,
  priorityOf,
  tally,
  type Defect,
  type Verdict,
} from '@qualepref/core';
import { USUAL_REASON } from '../decided-report.ts';
import { shorten } from '../text-shorten.ts';
import { defectCounts, sinceWhen } from './change-words.ts';
import { agree, number, percent, plural } from './french.ts';
import { countOf, isCounted } from './html-defects.ts';
import { severityMark, verdictMark, verdictMarks } from './html-marks.ts';
import { rubricsTable } from './html-rubrics.ts';
import { html, type Html } from './html-tag.ts';
import type { Row, View } from './html-view.ts';

/** What reading the evidence of one item and deciding takes. */
const MINUTES = 1;
/** Defects to mend first that the first screen names. */
const FIRST = 3;
const MESSAGE = 140;
const CAUSE = 60;

/** The first screen: what to decide, what to mend first, what changed, where the site stands. */
export function summarySection(view: View): Html {
  const verdicts = view.rows.map(({ verdict }) => verdict);
  return html`
    <section class="brief" aria-labelledby="en-bref">
      <h2 id="en-bref">En bref</h2>
      ${todo(view)}
      <div class="wide">
        <h3>Où en est le site</h3>
        ${headline(verdicts)}
        <ul class="counts">
          ${Object.keys(verdictMarks).map((verdict) => {
            const count = verdicts.filter((value) => value === verdict).length;
            return html`<li>${verdictMark(verdict as Verdict)} <strong>${count}</strong></li>`;
          })}
        </ul>
        ${rubricsTable(view)}
      </div>
    </section>
  `;
}

function headline(verdicts: readonly Verdict[]): Html {
  const counts = tally(verdicts);
  const { conforme, decided, remaining } = counts;
  const { rate } = conformity(counts, conformityCoverage.value);
  return html`
    <p class="headline">
      <strong>${number(conforme)}</strong> ${agree(conforme, 'conforme', 'conformes')} sur
      <strong>${number(decided)}</strong> ${agree(decided, 'décidé', 'décidés')},
      <strong>${number(remaining)}</strong> ${agree(remaining, 'restant', 'restants')}
    </p>
    ${
      rate
        ? html`<p>
            Soit ${percent(rate.numerator, rate.denominator)} de points conformes parmi ceux qui sont décidés.
          </p>`
        : html`<p class="soft">
            Le pourcentage s’affichera quand neuf points sur dix seront décidés&nbsp;: plus tôt, il
            tromperait.
          </p>`
    }
  `;
}

function todo(view: View): Html {
  const proven = view.report.defects.filter(isCounted);
  const wrong = having(view, 'non_conforme').length;
  const open = having(view, 'a_verifier').length;
  const unread = having(view, 'non_verifie').length;
  if (wrong + proven.length + open + unread === 0)
    return html`<p class="wide">Rien&nbsp;: tous les points sont décidés.</p>`;
  return html`
    <div>
      <h3>À décider</h3>
      ${open > 0 ? decisions(open) : html`<p>Aucun point n’attend de décision.</p>`}
      ${
        unread > 0 &&
        html`<p class="soft">
          <a href="#non-controle">Voir pourquoi</a>
          ${plural(unread, 'point n’a pas été vérifié', 'points n’ont pas été vérifiés')}.
        </p>`
      }
      ${changed(view)}
    </div>
    <div>
      <h3>À corriger d’abord</h3>
      ${mendFirst(proven, view)}
      <p class="soft">
        <a href="#a-corriger">Tout ce qui est établi</a>&nbsp;:
        ${plural(wrong, 'point non conforme', 'points non conformes')},
        ${plural(proven.length, 'défaut', 'défauts')} à transmettre à ceux qui peuvent les corriger.
      </p>
    </div>
  `;
}

function changed({ report: { changes } }: View): Html | undefined {
  return (
    changes &&
    html`<h3>Ce qui a changé</h3>
      <p>
        Depuis ${sinceWhen(changes)}&nbsp;: ${defectCounts(changes.counts.defects)}.
        <a href="#changements">Voir lesquels</a>
      </p>`
  );
}

function decisions(open: number): Html {
  return html`
    <p class="headline"><strong>${number(open)}</strong> ${agree(open, 'point', 'points')}</p>
    <p>
      Environ ${lengthOf(open * MINUTES)}, une minute par point à peu près&nbsp;: une machine ne peut pas
      trancher, le rapport prépare chaque réponse.
    </p>
    <p><a href="#a-decider">Commencer à décider</a></p>
  `;
}

/** « 45 minutes », « 1 h 05 ». */
function lengthOf(minutes: number): string {
  if (minutes < 60) return plural(minutes, 'minute', 'minutes');
  return `${number(Math.floor(minutes / 60))}\u00A0h\u00A0${String(minutes % 60).padStart(2, '0')}`;
}

function mendFirst(proven: readonly Defect[], view: View): Html {
  if (proven.length === 0) return html`<p>Aucun défaut n’est établi.</p>`;
  const shown = proven.slice(0, FIRST);
  return html`<ol class="steps">
    ${shown.map(
      (defect) => html`
        <li>
          ${severityMark(defect.severity)}
          <a href="#${view.anchor(defect)}">${shorten(defect.message, MESSAGE)}</a>${tellApart(defect, shown)}
          <span class="soft"
            >${plural(defect.pages.length, 'page', 'pages')}&nbsp;· ${view.groupOf(defect)?.title}</span
          >
        </li>
      `,
    )}
  </ol>`;
}

/** Of defects that read alike, what each is about: the path of an address. */
export function tellApart(defect: Defect, shown: readonly Defect[]): Html | false {
  const isAlone = shown.every((other) => other === defect || other.message !== defect.message);
  const url = isAlone ? null : URL.parse(defect.cause);
  return url !== null && html` <span class="path">(${shorten(`${url.pathname}${url.search}`, CAUSE)})</span>`;
}

/** What does not conform, what to mend first in front, then who can mend what. */
export function mendSection(view: View): Html {
  const rows = having(view, 'non_conforme').sort((a, b) => urgency(b) - urgency(a));
  const entries = Map.groupBy(rows, (row) => first(row)?.id ?? row.item);
  return html`
    <section aria-labelledby="a-corriger">
      <h2 id="a-corriger">À corriger</h2>
      ${
        rows.length === 0
          ? html`<p>Aucun point de la grille n’est non conforme.</p>`
          : html`<ul class="lines">
              ${[...entries.values()].map((entry) => mendLine(entry, view))}
            </ul>`
      }
      ${
        view.groups.length > 0 &&
        html`<h3>À qui transmettre</h3>
          <ul class="lines">
            ${view.groups.map(
              ({ id, title, defects }) =>
                html`<li><a href="#${id}">${title}</a> <span class="soft">${countOf(defects)}</span></li>`,
            )}
          </ul>`
      }
    </section>
  `;
}

/** The first defect to mend of some points, with the points: what is wrong says more than what should be. */
function mendLine(rows: readonly Row[], view: View): Html {
  const defect = rows[0] && first(rows[0]);
  const more = new Set(rows.flatMap(proven)).size - 1;
  return html`<li>
    ${
      defect &&
      html`<p>
        ${severityMark(defect.severity)} <a href="#${view.anchor(defect)}">${shorten(defect.message, 240)}</a>
        <span class="soft">${plural(defect.pages.length, 'page', 'pages')}</span>
      </p>`
    }
    ${rows.map(
      (row) =>
        html`<p class="soft">
          <a href="#${row.item}">${row.item}</a> ${row.spec.label}
          ${row.by !== 'audit' && html`· ${whyOf(row)}`}
        </p>`,
    )}
    ${more > 0 && html`<p class="soft">et ${plural(more, 'autre défaut', 'autres défauts')} sur le même point</p>`}
  </li>`;
}

/** Whoever agrees with the audit gives no reason: theirs is the audit’s. */
function whyOf({ reason, proposals: [first] = [] }: Row): string | undefined {
  return reason === USUAL_REASON && first ? first.why : reason;
}

function proven({ defects }: Row): Defect[] {
  return defects.filter(({ outcome }) => outcome === 'failed');
}

function first(row: Row): Defect | undefined {
  return proven(row)[0];
}

function urgency(row: Row): number {
  const defect = first(row);
  return defect ? priorityOf(defect) : 0;
}

function having(view: View, verdict: Verdict): Row[] {
  return view.rows.filter((row) => row.verdict === verdict);
}
