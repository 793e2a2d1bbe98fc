import { actionStateLabels, type OwnFinding } from '@qualepref/core';
import { isToClose, type PlanLine } from '../improvement-actions.ts';
import { isSetAside, type MarkedDefect } from '../marked-report.ts';
import type { Report } from '../report.ts';
import { cut } from '../text.ts';
import { agree, day, plural } from './french.ts';
import { severityMark } from './html-marks.ts';
import { more, pageList } from './html-pages.ts';
import { html, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

/** Of one kind, that the report lists. */
const SHOWN = 100;
const MESSAGE_MAX = 600;

const opinionTitles: Readonly<Record<MarkedDefect['opinion'], string>> = {
  'false-positive': 'Faux positif',
  accepted: 'Accepté',
  confirmed: 'Confirmé',
};

/** Defects on which a person said something: never silently. */
export function markedSection(view: View): Html | null {
  const { marked = [] } = view.report;
  if (marked.length === 0) return null;
  const aside = marked.filter(isSetAside).length;
  return html`
    <section aria-labelledby="avis">
      <h2 id="avis">Défauts jugés par une personne</h2>
      <p>
        ${plural(aside, 'défaut est écarté', 'défauts sont écartés')}&nbsp;: ni la grille ni les listes à
        corriger ne le${aside > 1 && 's'} ${agree(aside, 'compte', 'comptent')}.
      </p>
      <ul class="cards">
        ${marked.slice(0, SHOWN).map((defect) => markedCard(defect, view))}
      </ul>
      ${more(marked.length - SHOWN, 'autre', 'autres')}
    </section>
  `;
}

function markedCard(defect: MarkedDefect, view: View): Html {
  const { opinion, message, reason, by, date, expires, pages } = defect;
  return html`<li>
    <p class="message"><strong>${opinionTitles[opinion]}.</strong> ${cut(message, MESSAGE_MAX)}</p>
    <p>Motif&nbsp;: ${reason}</p>
    <p class="soft">Par ${by} le ${day(date)}, jusqu’au ${day(expires)}</p>
    ${pageList(pages, view)}
  </li>`;
}

/** What a person saw, told as theirs. */
export function ownSection(view: View): Html | null {
  const { ownFindings = [] } = view.report;
  if (ownFindings.length === 0) return null;
  return html`
    <section aria-labelledby="constats-personne">
      <h2 id="constats-personne">Constats d’une personne</h2>
      <p>Vus par une personne, et non par l’audit. Chacun dit de qui il est.</p>
      <ul class="cards">
        ${ownFindings.slice(0, SHOWN).map((finding) => ownCard(finding, view))}
      </ul>
      ${more(ownFindings.length - SHOWN, 'autre', 'autres')}
    </section>
  `;
}

/** One finding of a person, as each list shows it. */
export function ownCard(
  { item, what, severity, page, service, by, date, sameAs }: OwnFinding,
  view: View,
): Html {
  return html`<li>
    <p class="message">${severityMark(severity)} ${cut(what, MESSAGE_MAX)}</p>
    ${page !== undefined && html`<p>${/^https?:\/\//.test(page) ? view.page(page) : page}</p>`}
    <p class="soft">
      Point ${item} · ${service !== undefined && `${service} · `}constaté par ${by} le
      ${day(date)}${sameAs !== undefined && `, comme ${sameAs}`}
    </p>
  </li>`;
}

/** Actions under way and those to close; gaps without one are counted. */
export function planSection(view: View): Html | null {
  const { plan = [] } = view.report;
  const actions = plan.filter(({ action }) => action !== undefined);
  if (actions.length === 0) return null;
  return html`
    <section aria-labelledby="plan">
      <h2 id="plan">Plan d’amélioration</h2>
      <p>${planSentence(view.report)}</p>
      <ul class="cards">
        ${actions.slice(0, SHOWN).map(planCard)}
      </ul>
      ${more(actions.length - SHOWN, 'autre action', 'autres actions')}
    </section>
  `;
}

function planCard(line: PlanLine): Html | null {
  const { gap, action, seen, isOverdue } = line;
  if (!action) return null;
  const { what, owner, dueOn, state } = action;
  return html`<li>
    <p class="message">
      <strong>Action ${actionStateLabels[state]}${isOverdue && ', en retard'}.</strong>
      ${cut(what, MESSAGE_MAX)}
    </p>
    <p>${owner}, pour le ${day(dueOn)}</p>
    <p>${isToClose(line) && html`<strong>À clore&nbsp;:</strong> `}${seen}</p>
    <p class="soft">${gap.subject} <span class="id">${gap.reference}</span></p>
  </li>`;
}

/** « 4 actions : 1 en retard, 2 à clore ; 12 écarts sans action. » */
export function planSentence({ plan = [] }: Report): string {
  const actions = plan.filter(({ action }) => action !== undefined);
  const late = plan.filter(({ isOverdue }) => isOverdue).length;
  const done = plan.filter(isToClose).length;
  const bare = plan.length - actions.length;
  const parts = [
    ...(late > 0 ? [`${String(late)} en retard`] : []),
    ...(done > 0 ? [`${String(done)} à clore`] : []),
  ];
  return `${plural(actions.length, 'action', 'actions')}${parts.length > 0 ? `, dont ${parts.join(' et ')}` : ''} ; ${plural(bare, 'écart sans action', 'écarts sans action')}.`;
}
