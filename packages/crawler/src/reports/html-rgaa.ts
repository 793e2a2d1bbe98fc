import {
  criterionOf,
  criterionUrl,
  ratePercent,
  rgaa,
  rgaaResultLabels,
  rgaaResults,
  type RgaaResult,
} from '@qualepref/core';
import { isRateTooHigh, type DeclaredRate, type RgaaReport, type RgaaRow } from '../rgaa-report.ts';
import { agree, day, number, plural } from './french.ts';
import { stackedCell } from './html-marks.ts';
import { html, link, quoted, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

/** What a cell of the table of pages can hold: room is short. */
const SHORT: Readonly<Record<RgaaResult, string>> = {
  non_conforme: 'NC',
  a_verifier: 'AV',
  aucun_defaut: '–',
  non_applicable: 'NA',
  non_teste: 'NT',
};

/** What is said of one criterion, and of several. */
const COUNTED: Readonly<Record<RgaaResult, readonly [one: string, many: string]>> = {
  non_conforme: ['non conforme', 'non conformes'],
  a_verifier: ['à vérifier', 'à vérifier'],
  aucun_defaut: ['sans défaut relevé (test automatique)', 'sans défaut relevé (test automatique)'],
  non_applicable: ['non applicable', 'non applicables'],
  non_teste: ['non testé', 'non testés'],
};

/** Criterion by criterion: what is proven, what a person must look at, and on which pages; never a conformity. */
export function rgaaSection(view: View): Html | false {
  const { rgaa: results } = view.report;
  if (!results) return false;
  return html`
    <section aria-labelledby="rgaa">
      <h2 id="rgaa">Accessibilité, critère par critère</h2>
      <p>
        Ce relevé automatique suit le RGAA ${results.version}. Il prouve des défauts, il ne prouve jamais
        qu’un critère est respecté&nbsp;: «&nbsp;${rgaaResultLabels.aucun_defaut}&nbsp;» n’est pas
        «&nbsp;conforme&nbsp;». Ce n’est pas un audit officiel, et il n’en a pas le taux.
      </p>
      <ul class="counts">
        ${rgaaResults.map((result) => {
          const count = results.criteria.filter((row) => row.result === result).length;
          return html`<li><strong>${number(count)}</strong> ${agree(count, ...COUNTED[result])}</li>`;
        })}
      </ul>
      ${rateParagraph(results)} ${criteriaTable(results, view)} ${samplePart(results, view)}
      <p class="soft small">${rgaa.credit}</p>
    </section>
  `;
}

function rateParagraph({ highest, declared }: RgaaReport): Html {
  const percent = ratePercent(highest);
  return html`
    ${
      percent !== null &&
      html`<p>
        <strong>Taux encore possible&nbsp;: ${number(percent)}&nbsp;% au plus.</strong> Sur les pages de
        l’échantillon ci-dessous,
        ${plural(highest.denominator, 'critère s’applique', 'critères s’appliquent')} ou peuvent s’appliquer,
        et ${number(highest.denominator - highest.numerator)} ont au moins un défaut prouvé. Le taux d’un
        audit complet ne peut pas dépasser cette borne tant que ces défauts restent&nbsp;; il peut être plus
        bas.
      </p>`
    }
    ${declared && declaredParagraph(declared)}
  `;
}

function declaredParagraph(declared: DeclaredRate): Html {
  const { rate, url, date, highest, reason } = declared;
  const percent = highest ? ratePercent(highest) : null;
  const stated = html`Taux déclaré&nbsp;: ${number(rate)}&nbsp;%
  (${link(url, 'déclaration')}${date !== null && html` du ${day(date)}`}).`;
  if (percent === null) return html`<p>${stated} <strong>Non comparable.</strong> ${reason}</p>`;
  return html`<p>
    ${stated} Sur les pages que la déclaration nomme, hors documents et contenus d’autres sites, le taux
    encore possible aujourd’hui est de ${number(percent)}&nbsp;% au plus.
    ${
      isRateTooHigh(declared)
        ? html`<strong>Taux déclaré à revoir</strong>, si ces pages n’ont pas changé depuis.`
        : html`Le taux déclaré ne le contredit pas.`
    }
  </p>`;
}

/** On paper, the criteria on which there is something to do; the others are counted. */
function criteriaTable({ criteria }: RgaaReport, { isPaper }: View): Html {
  const rows = new Map(criteria.map((row) => [row.criterion, row]));
  const isShown = ({ id }: { readonly id: string }): boolean =>
    !isPaper || ['non_conforme', 'a_verifier'].includes(rows.get(id)?.result ?? '');
  return html`${rgaa.themes.map(({ number: theme, title }) => {
    const all = rgaa.criteria.filter((criterion) => criterion.theme === theme);
    const own = all.filter(isShown);
    if (own.length === 0)
      return html`<p>${theme}. ${title}&nbsp;: ${summaryOf(all.flatMap(({ id }) => rows.get(id) ?? []))}</p>`;
    return html`<details>
      <summary>${theme}. ${title}&nbsp;: ${summaryOf(all.flatMap(({ id }) => rows.get(id) ?? []))}</summary>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Critère</th>
            <th scope="col">Résultat</th>
            <th scope="col">${PROVEN}</th>
            <th scope="col">${TO_CHECK}</th>
          </tr>
        </thead>
        <tbody>
          ${own.map((criterion) => {
            const row = rows.get(criterion.id);
            return (
              row &&
              html`<tr>
                <th scope="row">${link(criterionUrl(criterion), criterion.id)} ${criterion.label}</th>
                <td>${rgaaResultLabels[row.result]}</td>
                ${stackedCell(
                  PROVEN,
                  row.failed > 0 && `${number(row.failed)} sur ${plural(row.pages, 'page', 'pages')}`,
                )}
                ${stackedCell(TO_CHECK, row.doubts > 0 && number(row.doubts))}
              </tr>`
            );
          })}
        </tbody>
      </table>
    </details>`;
  })}`;
}

const PROVEN = 'Défauts prouvés';
const TO_CHECK = 'À vérifier';

function summaryOf(rows: readonly RgaaRow[]): string {
  const counts = rgaaResults.flatMap((result) => {
    const count = rows.filter((row) => row.result === result).length;
    return count === 0 ? [] : [plural(count, ...COUNTED[result])];
  });
  return counts.join(', ');
}

function samplePart({ sample, criteria }: RgaaReport, view: View): Html {
  const pages = sample.entries.filter(({ kind }) => kind === 'page');
  return html`
    <h3>Échantillon pour un audit RGAA</h3>
    <p>
      ${plural(pages.length, 'page', 'pages')} et
      ${plural(sample.entries.length - pages.length, 'document', 'documents')}, choisis selon la méthode. Le
      même site garde le même échantillon d’un trimestre à l’autre.
      ${sample.missing.length > 0 && html`Pages non trouvées&nbsp;: ${sample.missing.join(', ')}.`}
    </p>
    <ol>
      ${sample.entries.map(
        ({ name, url, why }) =>
          html`<li>${quoted(name)}&nbsp;: ${view.page(url)} <span class="soft">(${why})</span></li>`,
      )}
    </ol>
    <details class="folded">
      <summary>Liste à recopier dans l’outil d’audit de l’État (nom ; adresse)</summary>
      <pre>${sample.entries.map(({ name, url }) => html`${quoted(`${csv(name)};${url}`)} `)}</pre>
    </details>
    <details class="folded">
      <summary>Critères et pages de l’échantillon</summary>
      <p>
        NC&nbsp;: non conforme&nbsp;; AV&nbsp;: à vérifier&nbsp;; –&nbsp;: aucun défaut relevé&nbsp;;
        NA&nbsp;: non applicable&nbsp;; NT&nbsp;: non testé. Les pages portent le numéro de la liste
        ci-dessus.
      </p>
      <div class="scroll" role="region" aria-label="Critères et pages de l’échantillon" tabindex="0">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Critère</th>
              ${pages.map((page) => html`<th scope="col">${number(sample.entries.indexOf(page) + 1)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${criteria.map(
              (row) =>
                html`<tr>
                  <th scope="row">
                    ${row.criterion}<span class="hidden"> ${criterionOf(row.criterion)?.label ?? ''}</span>
                  </th>
                  ${row.sample.map((result) => html`<td>${SHORT[result]}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

/** A name that a spreadsheet keeps in one cell, and takes for no formula. */
function csv(name: string): string {
  const safe = /^[=+\-@]/.test(name) ? `'${name}` : name;
  return /[;"\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
