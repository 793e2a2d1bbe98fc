import type { GridItem, Origin, Verdict } from '@qualepref/core';
import type { Excerpt, KeptProposal } from '../proposal.ts';
import { shorten } from '../text-shorten.ts';
import { day, plural } from './french.ts';
import { doubtMark, modeWords, severityMark, verdictMark } from './html-marks.ts';
import { rubricsOf, tallyOf } from './html-rubrics.ts';
import { html, type Html } from './html-tag.ts';
import { gridTools } from './html-tools.ts';
import type { Row, View } from './html-view.ts';

const DEFECTS_SHOWN = 5;
const DEFECTS_ON_PAPER = 2;

/** Where the items come from, in words. */
export const origins: Readonly<Record<Origin, string>> = {
  Q: 'chapitre connu du référentiel Qual-e-Pref',
  S: 'politique qualité de 2021',
  P: 'pratique d’autres préfectures',
  SP: 'Services Publics +',
  K: 'connaissance générale, non confirmée',
  L: 'loi ou obligation de l’État',
  M: 'charte Marianne',
  X: 'proposition de ce projet',
};

/** The whole grid: for each item its verdict, what it rests on and what to do. */
export function gridSection(view: View): Html {
  return html`
    <section aria-labelledby="grille">
      <h2 id="grille">La grille de vérification</h2>
      ${gridTools(view)}
      ${rubricsOf(view).map(
        ({ id, title, rows }) => html`
          <div data-group="${id}">
            <h3 id="${id}">${title}</h3>
            <p class="soft">${tallyOf(rows)}.</p>
            <ul class="cards">
              ${rows.map((row) => gridRow(row, view))}
            </ul>
          </div>
        `,
      )}
    </section>
  `;
}

function gridRow(row: Row, view: View): Html {
  const { item, spec, verdict, by, date, evidence, reason } = row;
  const isOpen = verdict === 'a_verifier' || verdict === 'non_verifie';
  const unproven = verdict === 'conforme' && by === 'audit' && item.startsWith('A11-');
  return html`
    <li
      id="${item}"
      class="row"
      data-verdict="${verdict}"
      data-mode="${spec.mode}"
      data-priority="${spec.priority}"
    >
      <h4><span class="id">${item}</span> ${spec.label}</h4>
      <p class="marks">${verdictMark(verdict)}</p>
      ${by !== 'audit' && html`<p>Décidé par ${by} le ${day(date)}.</p>`}
      ${reason !== undefined && reason !== row.proposals?.[0]?.why && html`<p>${reason}</p>`}
      ${unproven && html`<p>Aucun défaut relevé (test automatique).</p>`}
      ${!view.isPaper && (row.proposals ?? []).map((proposal) => proposed(proposal, row, view))}
      ${evidence !== undefined && html`<p class="soft">Éléments&nbsp;: ${evidence}</p>`}
      ${defectLinks(row, view)}
      ${
        !view.isPaper &&
        html`<details ${!isOpen && html`class="settled"`}>
          <summary>Comment vérifier<span class="hidden"> le point ${item}</span></summary>
          <p>${spec.help}</p>
          <p class="soft small">${aboutItem(spec)}</p>
        </details>`
      }
    </li>
  `;
}

/** An answer proposed, as a sentence. */
export const ANSWERS: Readonly<Record<Verdict, string>> = {
  conforme: 'Réponse proposée\u00A0: conforme.',
  non_conforme: 'Réponse proposée\u00A0: non conforme.',
  sans_objet: 'Réponse proposée\u00A0: sans objet.',
  a_verifier: 'À regarder.',
  non_verifie: 'Pas de réponse proposée.',
};

/** The answer proposed, why, and at hand what it rests on: what is to be decided shows it in its own section. */
function proposed({ answer, why, excerpts, more }: KeptProposal, { item, by }: Row, view: View): Html {
  const count = plural(excerpts.length + more, 'extrait', 'extraits');
  const left = plural(more, 'extrait n’est pas repris', 'extraits ne sont pas repris');
  return html`
    <div class="proposal">
      <p>${by === 'audit' && html`<strong>${ANSWERS[answer]}</strong> `}${why}</p>
      ${
        excerpts.length > 0 &&
        html`<details class="folded">
          <summary>${count}<span class="hidden"> pour le point ${item}</span></summary>
          ${excerptList(excerpts, view)} ${more > 0 && html`<p class="soft">${left} ici.</p>`}
        </details>`
      }
    </div>
  `;
}

function excerptList(excerpts: readonly Excerpt[], view: View): Html {
  return html`
    <ul class="excerpts">
      ${excerpts.map(
        ({ url, about, quote }) => html`
          <li>
            ${about !== undefined && html`<strong>${about}</strong> `}
            ${quote !== undefined && html`<q>${quote}</q> `} ${view.page(url)}
          </li>
        `,
      )}
    </ul>
  `;
}

function defectLinks({ defects, item }: Row, view: View): Html | null {
  if (defects.length === 0) return null;
  const most = view.isPaper ? DEFECTS_ON_PAPER : DEFECTS_SHOWN;
  const more = defects.length - most;
  return html`
    <ul class="defects">
      ${defects.slice(0, most).map(
        (defect) => html`
          <li>
            ${defect.outcome === 'failed' ? severityMark(defect.severity) : doubtMark()}
            <a href="#${view.anchor(defect)}">${shorten(defect.message, 160)}</a>
            <span class="soft">${plural(defect.pages.length, 'page', 'pages')}</span>
          </li>
        `,
      )}
    </ul>
    ${
      more > 0 &&
      html`<p>
        <a href="#defauts">et ${plural(more, 'autre', 'autres')}<span class="hidden"> pour ${item}</span></a>
      </p>`
    }
  `;
}

function aboutItem({ mode, priority, origin }: GridItem): string {
  const from = origin.map((code) => origins[code]).join(', ');
  return `Priorité ${String(priority)} · ${modeWords[mode]} · origine\u00A0: ${from}`;
}
