import type { Origin } from '@qualepref/core';
import { duration, moment, number, plural } from './french.ts';
import { origins } from './html-grid.ts';
import { severityMark, severityMarks, verdictMark, verdictMarks } from './html-marks.ts';
import { html, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

/** How to read the report, and what it does not say. */
export function readingSection(view: View): Html {
  return html`
    <section aria-labelledby="lire">
      <h2 id="lire">Comment lire ce rapport</h2>
      <h3>Les verdicts de la grille</h3>
      <dl>
        ${keysOf(verdictMarks).map(
          (verdict) =>
            html`<dt>${verdictMark(verdict)}</dt>
              <dd>${verdictMarks[verdict].meaning}</dd>`,
        )}
      </dl>
      <p>
        Pour un point d’accessibilité que l’audit décide, «&nbsp;Conforme&nbsp;» veut dire&nbsp;: aucun défaut
        relevé par le test automatique. Ce n’est jamais une conformité au RGAA.
      </p>
      <h3>La gravité des défauts</h3>
      <dl>
        ${keysOf(severityMarks).map(
          (severity) =>
            html`<dt>${severityMark(severity)}</dt>
              <dd>${severityMarks[severity].meaning}</dd>`,
        )}
      </dl>
      <h3>D’où viennent les points de la grille</h3>
      <p>
        Aucune phrase n’est tirée du référentiel Qual-e-Pref&nbsp;: les libellés sont les nôtres. Un point
        peut avoir plusieurs origines.
      </p>
      <ul>
        ${originCounts(view).map(([label, count]) => html`<li>${label}&nbsp;: ${plural(count, 'point', 'points')}</li>`)}
      </ul>
    </section>
  `;
}

function originCounts(view: View): [label: string, count: number][] {
  return (Object.entries(origins) as [Origin, string][]).map(([origin, label]) => [
    label,
    view.rows.filter(({ spec }) => spec.origin.includes(origin)).length,
  ]);
}

/** What a second run may change without the site having changed. */
export function executionSection({ report: { execution } }: View): Html {
  const { startedAt, endedAt, requests, versions, host, resumed } = execution;
  return html`
    <section aria-labelledby="execution">
      <h2 id="execution">Exécution</h2>
      <dl>
        <dt>Début</dt>
        <dd>${moment(startedAt)}</dd>
        <dt>Fin</dt>
        <dd>${moment(endedAt)}</dd>
        <dt>Durée</dt>
        <dd>
          ${duration(execution.duration)}${resumed > 0 && html`, audit repris ${number(resumed)}&nbsp;fois`}
        </dd>
        <dt>Requêtes</dt>
        <dd>${number(requests)}</dd>
        <dt>Machine</dt>
        <dd>${host}</dd>
        <dt>Versions</dt>
        <dd>
          qualepref ${versions.qualepref}, Node ${versions.node}, Chromium ${versions.chromium}, axe-core
          ${versions.axe}
        </dd>
      </dl>
    </section>
  `;
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}
