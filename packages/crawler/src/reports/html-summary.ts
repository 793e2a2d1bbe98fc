import { priorityOf, tally, type Defect, type Verdict } from '@qualepref/core';
import { cut } from '../text.ts';
import { agree, number, percent, plural } from './french.ts';
import { countOf, isCounted } from './html-defects.ts';
import { severityMark, verdictMark, verdictMarks } from './html-marks.ts';
import { html, type Html } from './html-tag.ts';
import type { Row, View } from './html-view.ts';

/** From this share of decided items on, a percentage of conformity says something true. */
const ENOUGH_DECIDED = 0.9;

/** Is it good, and what is to be done now. */
export function summarySection(view: View): Html {
  const verdicts = view.rows.map(({ verdict }) => verdict);
  return html`
    <section class="brief" aria-labelledby="en-bref">
      <h2 id="en-bref">En bref</h2>
      <div>
        ${headline(verdicts)}
        <ul class="counts">
          ${Object.keys(verdictMarks).map((verdict) => {
            const count = verdicts.filter((value) => value === verdict).length;
            return html`<li>${verdictMark(verdict as Verdict)} <strong>${count}</strong></li>`;
          })}
        </ul>
      </div>
      <div>
        <h3>Que faire maintenant</h3>
        ${steps(view)}
      </div>
    </section>
  `;
}

function headline(verdicts: readonly Verdict[]): Html {
  const { conforme, decided, remaining, coverage } = tally(verdicts);
  return html`
    <p class="headline">
      <strong>${number(conforme)}</strong> ${agree(conforme, 'conforme', 'conformes')} sur
      <strong>${number(decided)}</strong> ${agree(decided, 'décidé', 'décidés')},
      <strong>${number(remaining)}</strong> ${agree(remaining, 'restant', 'restants')}
    </p>
    ${
      coverage >= ENOUGH_DECIDED
        ? html`<p>Soit ${percent(conforme, decided)} de points conformes parmi ceux qui sont décidés.</p>`
        : html`<p class="soft">
            Le pourcentage s’affichera quand neuf points sur dix seront décidés&nbsp;: plus tôt, il
            tromperait.
          </p>`
    }
  `;
}

function steps(view: View): Html {
  const { defects } = view.report;
  const proven = defects.filter(isCounted).length;
  const wrong = having(view, 'non_conforme').length;
  const open = having(view, 'a_verifier').length;
  const unread = having(view, 'non_verifie').length;
  if (wrong + proven + open + unread === 0) return html`<p>Rien&nbsp;: tous les points sont décidés.</p>`;
  return html`
    <ol class="steps">
      ${
        wrong + proven > 0 &&
        html`<li>
          <a href="#a-corriger">Faire corriger</a> ce qui est établi&nbsp;:
          ${plural(wrong, 'point non conforme', 'points non conformes')},
          ${plural(proven, 'défaut', 'défauts')} à transmettre à ceux qui peuvent les corriger.
        </li>`
      }
      ${
        open > 0 &&
        html`<li>
          <a href="#a-decider">Décider</a> ${plural(open, 'point', 'points')} qu’une machine ne peut pas
          trancher&nbsp;: l’aide de chaque point dit comment.
        </li>`
      }
      ${
        unread > 0 &&
        html`<li>
          <a href="#non-controle">Voir pourquoi</a>
          ${plural(unread, 'point n’a pas été vérifié', 'points n’ont pas été vérifiés')}.
        </li>`
      }
    </ol>
  `;
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
        ${severityMark(defect.severity)} <a href="#${view.anchor(defect)}">${cut(defect.message, 240)}</a>
        <span class="soft">${plural(defect.pages.length, 'page', 'pages')}</span>
      </p>`
    }
    ${rows.map(
      ({ item, spec, by, reason }) =>
        html`<p class="soft">
          <a href="#${item}">${item}</a> ${spec.label} ${by !== 'audit' && html`· ${reason}`}
        </p>`,
    )}
    ${more > 0 && html`<p class="soft">et ${plural(more, 'autre défaut', 'autres défauts')} sur le même point</p>`}
  </li>`;
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

/** What only a person can decide: the first priority at once, the second on demand. */
export function decideSection(view: View): Html {
  const open = having(view, 'a_verifier');
  const first = open.filter(({ spec }) => spec.priority === 1);
  const second = open.filter(({ spec }) => spec.priority === 2);
  return html`
    <section aria-labelledby="a-decider">
      <h2 id="a-decider">À décider par vous</h2>
      ${
        open.length === 0
          ? html`<p>Aucun point n’attend de décision.</p>`
          : html`<p>
              Chaque lien mène au point dans la grille, avec ses éléments et la manière de le vérifier.
            </p>`
      }
      ${
        first.length > 0 &&
        html`<h3>${plural(first.length, 'point prioritaire', 'points prioritaires')}</h3>
          ${decideList(first)}`
      }
      ${
        second.length > 0 &&
        html`<details>
          <summary>
            ${plural(second.length, 'autre point, moins pressant', 'autres points, moins pressants')}
          </summary>
          ${decideList(second)}
        </details>`
      }
    </section>
  `;
}

function decideList(rows: readonly Row[]): Html {
  return html`<ul class="lines">
    ${rows.map(
      ({ item, spec, reason }) =>
        html`<li>
          <p><a href="#${item}">${spec.label}</a> <span class="id">${item}</span></p>
          ${reason !== undefined && html`<p class="soft">${reason}</p>`}
        </li>`,
    )}
  </ul>`;
}

function having(view: View, verdict: Verdict): Row[] {
  return view.rows.filter((row) => row.verdict === verdict);
}
