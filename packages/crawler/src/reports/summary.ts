import {
  conformity,
  conformityCoverage,
  parseQuarter,
  quarterLabel,
  tally,
  type Defect,
  type Verdict,
} from '@qualepref/core';
import { isSetAside } from '../marked-report.ts';
import type { Report } from '../report.ts';
import { cut } from '../text.ts';
import { shorten } from '../text-shorten.ts';
import { defectCounts, itemCounts, sinceWhen } from './change-words.ts';
import { day, percent, plural } from './french.ts';
import { planSentence } from './html-acts.ts';
import { isCounted } from './html-defects.ts';
import { severityMark } from './html-marks.ts';
import { tellApart } from './html-summary.ts';
import { html, type Html } from './html-tag.ts';
import type { Row, View } from './html-view.ts';
import { whoMends } from './owners.ts';
import { paper } from './paper.ts';

const DEFECTS_SHOWN = 5;
const ITEMS_SHOWN = 4;
const MENDERS_SHOWN = 5;
/** Short enough for the whole to stay on one sheet. */
const MESSAGE_MAX = 140;
const NAME_MAX = 60;

/** One A4 sheet for the steering committee: where things stand, what to mend first, what to decide. */
export function summaryPage(view: View): string {
  const { report, rows } = view;
  const host = URL.parse(report.site.address)?.host ?? report.site.address;
  return paper({
    title: 'Synthèse pour le comité de pilotage',
    lead: `Site ${cut(host, NAME_MAX)}, ${quarterLabel(parseQuarter(report.campaign))}. Audit du ${day(report.execution.startedAt)} : ${plural(report.sample.read, 'page lue', 'pages lues')}.`,
    body: html`
      ${standing(rows)} ${changed(report)}
      <h2>À corriger d’abord</h2>
      ${firstDefects(report.defects)}
      <h2>À décider</h2>
      ${decisions(view)} ${acts(report)}
      <h2>Par rubrique</h2>
      ${rubricTable(view)}
    `,
  });
}

function standing(rows: readonly Row[]): Html {
  const { text, rate } = conformity(tally(rows.map(({ verdict }) => verdict)), conformityCoverage.value);
  return html`
    <p class="headline">${text}</p>
    ${
      rate
        ? html`<p>
            Soit ${percent(rate.numerator, rate.denominator)} de points conformes parmi ceux qui sont décidés.
          </p>`
        : html`<p class="soft">
            Pas encore de pourcentage&nbsp;: il faut que neuf points sur dix soient décidés.
          </p>`
    }
  `;
}

function changed({ changes }: Report): Html | undefined {
  return (
    changes &&
    html`<p>
      Depuis ${sinceWhen(changes)}&nbsp;: ${defectCounts(changes.counts.defects)}. Grille&nbsp;:
      ${itemCounts(changes.counts.items)}.
    </p>`
  );
}

function firstDefects(defects: readonly Defect[]): Html {
  // They come by harm, pages and who mends.
  const proven = defects.filter(isCounted);
  if (proven.length === 0) return html`<p>Aucun défaut n’est établi.</p>`;
  const left = proven.length - DEFECTS_SHOWN;
  const shown = proven.slice(0, DEFECTS_SHOWN);
  return html`
    <ol>
      ${shown.map(
        (defect) => html`
          <li>
            ${severityMark(defect.severity)}
            ${shorten(defect.message, MESSAGE_MAX)}${tellApart(defect, shown)}
            <span class="soft"
              >${plural(defect.pages.length, 'page', 'pages')}&nbsp;·
              ${shorten(whoMends(defect), NAME_MAX)}</span
            >
          </li>
        `,
      )}
    </ol>
    ${left > 0 && html`<p class="soft">et ${plural(left, 'autre défaut établi', 'autres défauts établis')}.</p>`}
  `;
}

function decisions({ report, rows }: View): Html {
  const open = rows.filter(({ verdict }) => verdict === 'a_verifier');
  const urgent = open.filter(({ spec }) => spec.priority === 1);
  const shown = [...Map.groupBy(report.defects.filter(isCounted), whoMends)];
  const left = shown.length - MENDERS_SHOWN;
  if (open.length + shown.length === 0) return html`<p>Rien&nbsp;: tous les points sont décidés.</p>`;
  return html`
    <ul>
      ${
        shown.length > 0 &&
        html`<li>
          Qui corrige, et pour quand&nbsp;:
          ${shown
            .slice(0, MENDERS_SHOWN)
            .map(([who, own]) => `${shorten(who, NAME_MAX)} (${plural(own.length, 'défaut', 'défauts')})`)
            .join(' ; ')}${left > 0 && ` ; et ${plural(left, 'autre', 'autres')}`}.
        </li>`
      }
      ${
        open.length > 0 &&
        html`<li>
          Qui tranche ${plural(open.length, 'point', 'points')} qu’une machine ne peut pas
          décider${
            urgent.length > 0 &&
            html`, dont ${plural(urgent.length, 'prioritaire', 'prioritaires')}&nbsp;:
            ${urgent
              .slice(0, ITEMS_SHOWN)
              .map(({ item, spec }) => `${item} ${shorten(spec.label, NAME_MAX)}`)
              .join(' ; ')}${
              urgent.length > ITEMS_SHOWN && ` ; et ${plural(urgent.length - ITEMS_SHOWN, 'autre', 'autres')}`
            }`
          }.
        </li>`
      }
    </ul>
  `;
}

/** What people said, and what is done about it; nothing when they said nothing. */
function acts(report: Report): Html | null {
  const { marked = [], ownFindings = [], plan = [] } = report;
  const aside = marked.filter(isSetAside).length;
  const parts = [
    ...(aside > 0
      ? [`${plural(aside, 'défaut écarté', 'défauts écartés')} par une personne, avec motif et terme.`]
      : []),
    ...(ownFindings.length > 0
      ? [`${plural(ownFindings.length, 'constat', 'constats')} d’une personne en plus de ceux de l’audit.`]
      : []),
    ...(plan.some(({ action }) => action) ? [`Plan d’amélioration : ${planSentence(report)}`] : []),
  ];
  if (parts.length === 0) return null;
  return html`<ul>
    ${parts.map((part) => html`<li>${part}</li>`)}
  </ul>`;
}

/** Verdicts that one colour of the bar and one column of the table count together. */
const PARTS: readonly { readonly title: string; readonly mark: string; readonly of: readonly Verdict[] }[] = [
  { title: 'Conformes', mark: 'bar-conforme', of: ['conforme'] },
  { title: 'Non conformes', mark: 'bar-wrong', of: ['non_conforme'] },
  { title: 'À décider', mark: 'bar-open', of: ['a_verifier'] },
  { title: 'Non vérifiés', mark: 'bar-none', of: ['non_verifie'] },
];

function rubricTable(view: View): Html {
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col">Rubrique</th>
          ${PARTS.map(
            ({ title, mark }) =>
              html`<th scope="col">
                <svg class="key" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="${mark}" width="100" height="10" />
                </svg>
                ${title}
              </th>`,
          )}
          <td aria-hidden="true"></td>
        </tr>
      </thead>
      <tbody>
        ${[...Map.groupBy(view.rows, ({ spec }) => spec.rubrique)].map(([title, rows]) => {
          const counts = PARTS.map(
            ({ of, mark }) => [mark, rows.filter(({ verdict }) => of.includes(verdict)).length] as const,
          );
          return html`<tr>
            <th scope="row">${title}</th>
            ${counts.map(([, count]) => html`<td>${count}</td>`)}
            <td aria-hidden="true">${bar(counts)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  `;
}

/** What the numbers beside it say, to the eye. */
function bar(counts: readonly (readonly [mark: string, count: number])[]): Html | null {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  let from = 0;
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none">
    ${counts.map(([mark, count]) => {
      const [x, width] = [from, (count * 100) / total];
      from += width;
      return (
        count > 0 &&
        html`<rect class="${mark}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="10" />`
      );
    })}
  </svg>`;
}
