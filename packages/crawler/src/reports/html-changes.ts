import { grid, type ItemComparison } from '@qualepref/core';
import type { Comparison, DefectChange, DefectComparison } from '../compare.ts';
import { shorten } from '../text-shorten.ts';
import {
  defectCount,
  defectCounts,
  defectWords,
  doubtCounts,
  itemCounts,
  sinceWhen,
} from './change-words.ts';
import { plural } from './french.ts';
import { severityMark, verdictMark } from './html-marks.ts';
import { html, type Html } from './html-tag.ts';

/** Defects of one change, and pages of one defect, that the report lists. */
const DEFECTS_SHOWN = 50;
const PAGES_SHOWN = 25;
const MESSAGE_MAX = 600;

/** Where what was left out is listed, and how a page is named. */
export interface ChangesPlace {
  readonly file: string;
  page(url: string): Html;
}

/** What changed since the previous audit: the grid, then the defects, the good news with the bad. */
export function changesSection(changes: Comparison, place: ChangesPlace): Html {
  const { counts, items, defects, moved } = changes;
  const turned = items.filter(({ change }) => change === 'improved' || change === 'worsened');
  const doubts = Object.values(counts.doubts).reduce((sum, n) => sum + n, 0);
  return html`
    <section aria-labelledby="changements">
      <h2 id="changements">Ce qui a changé depuis ${sinceWhen(changes)}</h2>
      <p class="message">Défauts établis&nbsp;: ${defectCounts(counts.defects)}.</p>
      <p>Grille&nbsp;: ${itemCounts(counts.items)}.</p>
      ${doubts > 0 && html`<p class="soft">À vérifier&nbsp;: ${doubtCounts(counts.doubts)}.</p>`}
      ${
        turned.length > 0 &&
        html`<h3>Dans la grille</h3>
          <ul class="lines">
            ${turned.map(itemLine)}
          </ul>`
      }
      ${SHOWN.map((change) =>
        changeList(
          change,
          defects.filter((defect) => defect.isProven && defect.change === change),
          place,
        ),
      )}
      ${
        moved.length > 0 &&
        html`<p class="soft">
          ${plural(moved.length, 'page a changé d’adresse', 'pages ont changé d’adresse')}&nbsp;: leurs
          défauts sont suivis sous la nouvelle.
        </p>`
      }
    </section>
  `;
}

/** What changed, what asks for work first; what did not is counted above. */
const SHOWN: readonly DefectChange[] = ['new', 'worse', 'mended', 'better', 'unjudged', 'newly-judged'];

function itemLine({ item, before, after }: ItemComparison): Html {
  const label = grid.find(({ id }) => id === item)?.label ?? '';
  return html`<li>
    <p>${label} <span class="id">${item}</span></p>
    <p>
      ${before && verdictMark(before)} <span aria-hidden="true">→</span><span class="hidden">puis</span>
      ${after && verdictMark(after)}
    </p>
  </li>`;
}

function changeList(
  change: DefectChange,
  defects: readonly DefectComparison[],
  place: ChangesPlace,
): Html | null {
  if (defects.length === 0) return null;
  const shown = defects.slice(0, DEFECTS_SHOWN);
  return html`
    <h3 id="changements-${change}">${defectCount(change, defects.length)}</h3>
    <p class="soft">${defectWords[change].meaning}</p>
    <ul class="cards">
      ${shown.map((defect) => changeCard(defect, place))}
    </ul>
    ${left(defects.length - shown.length, 'autre défaut', 'autres défauts', place)}
  `;
}

function changeCard(defect: DefectComparison, place: ChangesPlace): Html {
  const { severity, message, service, check, code } = defect;
  const who = service === undefined ? '' : `${service} · `;
  const name = code.includes('/') ? code : `${check}/${code}`;
  return html`<li>
    <p class="message">${severityMark(severity)} ${shorten(message, MESSAGE_MAX)}</p>
    ${pagesOf('Nouveau sur', defect.gained, place)} ${pagesOf('Corrigé sur', defect.lost, place)}
    ${pagesOf('Disparu avec', defect.removed, place)} ${pagesOf('Non revu sur', defect.unjudged, place)}
    ${pagesOf('Vu pour la première fois sur', defect.firstJudged, place)}
    ${defect.kept > 0 && html`<p>Toujours sur ${plural(defect.kept, 'page', 'pages')}.</p>`}
    <p class="soft small">${who}contrôle ${name}</p>
  </li>`;
}

function pagesOf(lead: string, urls: readonly string[], place: ChangesPlace): Html | null {
  const [only] = urls;
  if (only === undefined) return null;
  if (urls.length === 1) return html`<p>${lead}&nbsp;: ${place.page(only)}</p>`;
  const shown = urls.slice(0, PAGES_SHOWN);
  return html`<details>
    <summary>${lead} ${plural(urls.length, 'page', 'pages')}</summary>
    <ul class="pages">
      ${shown.map((url) => html`<li>${place.page(url)}</li>`)}
    </ul>
    ${left(urls.length - shown.length, 'autre page', 'autres pages', place)}
  </details>`;
}

function left(count: number, one: string, many: string, { file }: ChangesPlace): Html | null {
  if (count <= 0) return null;
  return html`<p class="soft small">et ${plural(count, one, many)} (liste complète dans ${file})</p>`;
}
