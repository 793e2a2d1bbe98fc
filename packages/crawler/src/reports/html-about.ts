import { parseQuarter, quarterLabel, type Origin } from '@qualepref/core';
import type { FeedInfo } from '../feed.ts';
import { feedSentence } from '../feed-age.ts';
import type { SinceReport } from '../since-report.ts';
import { day, duration, moment, number, plural } from './french.ts';
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

/** What the national sheets were compared with, and how old it was by then. */
function feedRow(feed: FeedInfo, endedAt: string): Html {
  return html`<dt>Fiches nationales</dt>
    <dd>${feedSentence(feed, new Date(endedAt))}</dd>`;
}

/** What a second run may change without the site having changed. */
export function executionSection({ report: { execution } }: View): Html {
  const { startedAt, endedAt, requests, versions, host, resumed, answerTimes } = execution;
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
        ${execution.since && sinceRows(execution.since)} ${execution.feed && feedRow(execution.feed, endedAt)}
        <dt>Requêtes</dt>
        <dd>${number(requests)}</dd>
        ${
          answerTimes &&
          html`<dt>Réponse des pages</dt>
            <dd>
              ${number(answerTimes.median)}&nbsp;ms en médiane sur
              ${plural(answerTimes.pages, 'page', 'pages')}, mesure indicative
            </dd>`
        }
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

/** What was read again, what was not, and why. */
function sinceRows({ startedOn, campaign, pages, others, rendered }: SinceReport): Html {
  const { read, reused } = pages;
  const all = sum(read) + sum(reused);
  return html`
    <dt>Audit précédent</dt>
    <dd>${quarterLabel(parseQuarter(campaign))}, commencé le ${day(startedOn)}</dd>
    <dt>Pages relues</dt>
    <dd>
      ${number(sum(read))} sur ${number(all)}&nbsp;: ${plural(read.new, 'nouvelle', 'nouvelles')},
      ${plural(read.changed, 'changée', 'changées')}, ${plural(read.same, 'inchangée', 'inchangées')} (rien ne
      le disait avant de la demander), ${plural(read.due, 'relue', 'relues')} par précaution, faute de l’avoir
      été depuis trois audits ou un an
    </dd>
    <dt>Pages reprises</dt>
    <dd>
      ${number(sum(reused))} sur ${number(all)}&nbsp;:
      ${plural(reused['not-modified'], 'que le serveur dit inchangée', 'que le serveur dit inchangées')},
      ${number(reused.sitemap)} d’après le plan du site, ${number(reused.listing)} d’après la date que donne
      une liste. Toutes sont jugées à nouveau.
    </dd>
    <dt>Documents et liens repris</dt>
    <dd>${plural(others, 'que son serveur dit inchangé', 'que leur serveur dit inchangés')}</dd>
    <dt>Navigateur</dt>
    <dd>
      ${plural(rendered.opened, 'page ouverte', 'pages ouvertes')},
      ${plural(rendered.reused, 'reprise', 'reprises')} (ni la page ni rien de ce qu’elle charge n’a changé)
    </dd>
  `;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}
