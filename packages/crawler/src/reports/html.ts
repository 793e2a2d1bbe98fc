import { parseQuarter, quarterLabel } from '@qualepref/core';
import type { Report } from '../report.ts';
import { day, plural } from './french.ts';
import { executionSection, readingSection } from './html-about.ts';
import { markedSection, ownSection, planSection } from './html-acts.ts';
import { changesSection } from './html-changes.ts';
import { coverageSection, extentOf } from './html-coverage.ts';
import { defectsSection } from './html-defects.ts';
import { documentsSection } from './html-documents.ts';
import { gapsSection } from './html-gaps.ts';
import { decideSection } from './html-decide.ts';
import { gridSection } from './html-grid.ts';
import { ignoredSection } from './html-ignored.ts';
import { rgaaSection } from './html-rgaa.ts';
import { rubricsOf } from './html-rubrics.ts';
import { script } from './html-script.ts';
import { shell } from './html-shell.ts';
import { style } from './html-style.ts';
import { mendSection, summarySection } from './html-summary.ts';
import { html, type Html } from './html-tag.ts';
import { viewOf, type View } from './html-view.ts';

/** `report.html`: one file that needs nothing else, for a reader who never saw the tool. */
export function htmlReport(report: Report): string {
  return page(viewOf(report));
}

/** The same, to be printed: what to decide and to mend, with examples; what is only looked up is left to the other formats. */
export function printedReport(report: Report): string {
  return page(viewOf(report, true));
}

function page(view: View): string {
  const { report } = view;
  const [host, quarter] = [hostOf(report), quarterLabel(parseQuarter(report.campaign))];
  const title = `Vérification du site ${host} — ${quarter}`;
  const body = html`
    <a class="skip" href="#contenu">Aller au contenu</a>
    <div class="frame">
      <header>
        <h1>
          Vérification du site <span class="whole">${host}</span> — <span class="whole">${quarter}</span>
        </h1>
        <p class="soft">Audit du ${day(report.execution.startedAt)}&nbsp;: ${extentOf(view)}.</p>
        ${closingLine(report)}
      </header>
      <main id="contenu" tabindex="-1">
        ${summarySection(view)}
        <div class="columns">
          ${contents(view)}
          <div>
            ${decideSection(view)} ${mendSection(view)} ${planSection(view)} ${changed(view)}
            ${gridSection(view)} ${defectsSection(view)} ${ownSection(view)} ${markedSection(view)}
            ${rgaaSection(view)} ${documentsSection(view)} ${coverageSection(view)} ${gapsSection(view)}
            ${ignoredSection(view)} ${readingSection(view)} ${executionSection(view)}
          </div>
        </div>
      </main>
    </div>
    <p class="said" role="status"></p>
  `;
  return shell({ title, style, script, hasPictures: true, body });
}

/** No electronic signature: a name, a day, and a hash to compare with. */
function closingLine({ closing }: Report): Html | null {
  if (!closing) return null;
  const { by, on, hash, version, remaining } = closing;
  return html`<p>
    <strong>Clos et visé</strong> par ${by} le
    ${day(on)}${version > 1 && `, version ${String(version)}`}${
      remaining > 0 && `, ${plural(remaining, 'point restant', 'points restants')} à décider`
    }.
    ${hash !== undefined && html`<span class="soft small">Empreinte du contenu&nbsp;: ${hash}.</span>`}
  </p>`;
}

function changed(view: View): Html | undefined {
  const { changes } = view.report;
  return changes && changesSection(changes, { file: 'report.json', page: (url) => view.page(url) });
}

function hostOf({ site }: Report): string {
  return URL.parse(site.address)?.host ?? site.address;
}

function contents(view: View): Html {
  return html`
    <nav aria-labelledby="sommaire">
      <strong id="sommaire">Sommaire</strong>
      <ul>
        <li><a href="#a-decider">À décider par vous</a></li>
        <li><a href="#a-corriger">À corriger</a></li>
        ${view.report.changes && html`<li><a href="#changements">Ce qui a changé</a></li>`}
        ${view.report.plan?.some(({ action }) => action) && html`<li><a href="#plan">Plan d’amélioration</a></li>`}
        <li>
          <a href="#grille">La grille</a>
          <ul>
            ${rubricsOf(view).map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ul>
        </li>
        <li><a href="#defauts">Les défauts</a></li>
        ${view.report.ownFindings && html`<li><a href="#constats-personne">Constats d’une personne</a></li>`}
        ${view.report.marked && html`<li><a href="#avis">Défauts jugés par une personne</a></li>`}
        ${view.report.rgaa && html`<li><a href="#rgaa">Critères d’accessibilité</a></li>`}
        <li><a href="#documents">Les documents</a></li>
        <li><a href="#audit">Ce qui a été audité</a></li>
        <li><a href="#non-controle">Ce qui n’a pas pu l’être</a></li>
        ${view.report.ignored.length > 0 && html`<li><a href="#ecartes">Constats écartés</a></li>`}
        <li><a href="#lire">Comment lire ce rapport</a></li>
        <li><a href="#execution">Exécution</a></li>
      </ul>
    </nav>
  `;
}
