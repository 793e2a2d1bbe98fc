import type { Defect, Finding } from '@qualepref/core';
import { shorten } from '../text-shorten.ts';
import { number, plural } from './french.ts';
import { doubtMark, severityMark } from './html-marks.ts';
import { left, more } from './html-pages.ts';
import { proof } from './html-proof.ts';
import { sideBySide } from './html-side-by-side.ts';
import { html, link, quoted, type Html } from './html-tag.ts';
import { defectTools } from './html-tools.ts';
import type { Group, View } from './html-view.ts';

/** Up to this many pages are shown without a click. */
const PAGES_OPEN = 3;
const PLACES_SHOWN = 3;
const MESSAGE_MAX = 600;

/** Every defect with its pages and places, by who can mend it. */
export function defectsSection(view: View): Html {
  return html`
    <section aria-labelledby="defauts">
      <h2 id="defauts">Les défauts, par qui peut les corriger</h2>
      ${
        view.groups.length === 0
          ? html`<p>Aucun défaut relevé par les contrôles automatiques.</p>`
          : html`<p>
              Un défaut réunit tous les endroits où la même cause se répète. Dans chaque liste, les défauts
              établis viennent d’abord, les plus urgents en tête&nbsp;: ceux qui gênent le plus, sur le plus
              de pages.
            </p>`
      }
      ${view.groups.length > 0 && defectTools(view)} ${view.groups.map((group) => groupOf(group, view))}
    </section>
  `;
}

function groupOf({ id, title, advice, defects, shown }: Group, view: View): Html {
  return html`
    <div data-group="${id}">
      <h3 id="${id}">${title}</h3>
      <p class="soft">${countOf(defects)}. ${advice}</p>
      <ol class="cards">
        ${shown.map((defect) => card(defect, view))}
      </ol>
      ${left(view, defects.length - shown.length, 'autre défaut, moins urgent', 'autres défauts, moins urgents')}
    </div>
  `;
}

/** Proven, and grave enough to count. */
export function isCounted({ outcome, severity }: Defect): boolean {
  return outcome === 'failed' && severity !== 'info';
}

/** « 5 défauts, 3 constats à vérifier ». */
export function countOf(defects: readonly Defect[]): string {
  const proven = defects.filter(isCounted).length;
  const doubts = defects.filter(({ outcome }) => outcome === 'cantTell').length;
  const told = defects.length - proven - doubts;
  const parts = [
    ...(proven > 0 ? [plural(proven, 'défaut', 'défauts')] : []),
    ...(doubts > 0 ? [plural(doubts, 'constat à vérifier', 'constats à vérifier')] : []),
    ...(told > 0 ? [plural(told, 'information', 'informations')] : []),
  ];
  return parts.join(', ');
}

function card(defect: Defect, view: View): Html {
  const { id, outcome, severity, message, cause, pages } = defect;
  const criteria = criteriaOf(defect, view);
  return html`
    <li
      id="defaut-${id}"
      data-severity="${severity}"
      data-outcome="${outcome}"
      data-pages="${pages.length}"
      ${criteria.length > 0 && html`data-rgaa="${criteria.join(' ')}"`}
    >
      <p class="message">
        ${severityMark(severity)} ${outcome === 'cantTell' && doubtMark()} ${shorten(message, MESSAGE_MAX)}
      </p>
      ${/^https?:/.test(cause) && html`<p class="soft">En cause&nbsp;: ${link(cause)}</p>`}
      ${
        view.isPaper || pages.length <= PAGES_OPEN
          ? pagesOf(defect, view)
          : html`<details>
              <summary>
                ${plural(pages.length, 'page', 'pages')}<span class="hidden"> pour ce défaut</span>
              </summary>
              ${pagesOf(defect, view)}
            </details>`
      }
      ${proof(defect, view.report)}
      <p class="soft small">${references(defect, view)}</p>
    </li>
  `;
}

function pagesOf(defect: Defect, view: View): Html {
  const found = Map.groupBy(view.findings.get(defect.id) ?? [], ({ url }) => url);
  const shown = defect.pages.slice(0, view.pagesShown);
  return html`
    <ul class="pages">
      ${shown.map((url) => html`<li>${view.page(url)} ${places(found.get(url) ?? [], defect, view)}</li>`)}
    </ul>
    ${left(view, defect.pages.length - shown.length, 'autre page', 'autres pages')}
  `;
}

function places(findings: readonly Finding[], defect: Defect, { isPaper }: View): Html {
  const shown = findings.slice(0, isPaper ? 1 : PLACES_SHOWN);
  return html`
    ${shown.map((finding) => place(finding, defect))}
    ${more(findings.length - shown.length, 'autre endroit', 'autres endroits')}
  `;
}

function place(finding: Finding, defect: Defect): Html {
  const { where, message } = finding;
  const { line, selector, quote } = where;
  const sides = sideBySide(finding);
  return html`
    ${message !== defect.message && sides === null && html`<p class="place">${shorten(message, MESSAGE_MAX)}</p>`}
    ${sides}
    ${
      sides === null &&
      quote !== undefined &&
      quote !== '' &&
      html`<p class="place">«&nbsp;${quoted(quote)}&nbsp;»</p>`
    }
    ${
      (line !== undefined || selector !== undefined) &&
      html`<p class="place soft small">
        ${line !== undefined && html`ligne&nbsp;${number(line)} du code`}
        ${line !== undefined && selector !== undefined && '·'}
        ${selector !== undefined && html`<code>${quoted(selector)}</code>`}
      </p>`
    }
  `;
}

/** The criteria of the RGAA that a defect bears on. */
function criteriaOf({ id }: Defect, view: View): string[] {
  return [...new Set((view.findings.get(id) ?? []).flatMap(({ rgaa }) => rgaa))];
}

function references(defect: Defect, view: View): Html {
  const criteria = criteriaOf(defect, view);
  const shown = view.rows.filter(({ item }) => defect.items.includes(item));
  return html`
    ${
      shown.length > 0 &&
      html`Grille&nbsp;: ${shown.map(({ item }) => html`<a href="#${item}">${item}</a> `)}·`
    }
    ${criteria.length > 0 && html`RGAA&nbsp;${criteria.join(', ')} ·`} contrôle
    ${defect.code.includes('/') ? defect.code : `${defect.check}/${defect.code}`}
  `;
}
