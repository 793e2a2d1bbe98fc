import type { Excerpt } from '../proposal.ts';
import { shorten } from '../text-shorten.ts';
import { plural } from './french.ts';
import { ANSWERS } from './html-grid.ts';
import { doubtMark, severityMark } from './html-marks.ts';
import { html, type Html } from './html-tag.ts';
import type { Row, View } from './html-view.ts';

/** What one decision may ask to be read; beyond, the grid has it. */
const WORDS = 80;
const EXCERPTS = 3;
const DEFECTS = 2;
const MESSAGE = 160;

/** What only a person can decide, each with what it takes: the first priority at once, the second on demand. */
export function decideSection(view: View): Html {
  const open = view.rows.filter(({ verdict }) => verdict === 'a_verifier');
  const first = open.filter(({ spec }) => spec.priority === 1);
  const second = open.filter(({ spec }) => spec.priority === 2);
  return html`
    <section aria-labelledby="a-decider">
      <h2 id="a-decider">À décider par vous</h2>
      ${
        open.length === 0
          ? html`<p>Aucun point n’attend de décision.</p>`
          : html`<p>
              Chaque point dit ce qui est proposé, pourquoi, et sur quoi cela repose.
              ${
                view.isPaper
                  ? 'Le classeur de la grille sert à décider ; report.html dit comment vérifier chaque point.'
                  : 'Son titre mène à la grille, qui dit comment le vérifier.'
              }
            </p>`
      }
      ${
        first.length > 0 &&
        html`<h3>${plural(first.length, 'point prioritaire', 'points prioritaires')}</h3>
          ${list(first, view)}`
      }
      ${
        second.length > 0 &&
        html`<details>
          <summary>
            ${plural(second.length, 'autre point, moins pressant', 'autres points, moins pressants')}
          </summary>
          ${list(second, view)}
        </details>`
      }
    </section>
  `;
}

function list(rows: readonly Row[], view: View): Html {
  return html`<ul class="lines">
    ${rows.map((row) => line(row, view))}
  </ul>`;
}

function line(row: Row, view: View): Html {
  const { item, spec, reason, proposals: [proposal] = [] } = row;
  const why = proposal?.why ?? reason;
  // On paper, what presses less is read where its pages can be opened.
  const isBrief = view.isPaper && spec.priority === 2;
  const excerpts = isBrief ? [] : readable(why ?? '', proposal?.excerpts ?? []);
  const left = proposal ? proposal.excerpts.length + proposal.more - excerpts.length : 0;
  return html`<li>
    <p><a href="#${item}">${spec.label}</a> <span class="id">${item}</span></p>
    ${
      (proposal ?? why) !== undefined &&
      html`<p>${proposal && html`<strong>${ANSWERS[proposal.answer]}</strong> `}${why}</p>`
    }
    ${
      excerpts.length > 0 &&
      html`<ul class="excerpts">
        ${excerpts.map((excerpt) => extract(excerpt, view))}
      </ul>`
    }
    ${
      left > 0 &&
      html`<p class="soft small">
        et ${plural(left, 'autre extrait', 'autres extraits')}, dans
        ${view.isPaper ? 'le classeur' : 'la grille'} au point ${item}
      </p>`
    }
    ${proposal === undefined && (row.defects.length > 0 ? doubts(row, view) : html`<p>${spec.help}</p>`)}
  </li>`;
}

function extract({ url, about, quote }: Excerpt, view: View): Html {
  return html`<li>
    ${about !== undefined && html`<strong>${about}</strong> `}
    ${quote !== undefined && html`<q>${quote}</q> `} ${view.page(url)}
  </li>`;
}

/** Without a proposal, what was found is what there is to look at; without that, how to look. */
function doubts({ defects }: Row, view: View): Html {
  return html`<ul class="defects">
    ${defects.slice(0, DEFECTS).map(
      (defect) => html`
        <li>
          ${defect.outcome === 'failed' ? severityMark(defect.severity) : doubtMark()}
          <a href="#${view.anchor(defect)}">${shorten(defect.message, MESSAGE)}</a>
        </li>
      `,
    )}
  </ul>`;
}

/** The first excerpts that, with the reason, make no more than eighty words. */
export function readable(why: string, excerpts: readonly Excerpt[]): Excerpt[] {
  const kept: Excerpt[] = [];
  let left = WORDS - wordsIn(why);
  for (const excerpt of excerpts.slice(0, EXCERPTS)) {
    left -= wordsIn(`${excerpt.about ?? ''} ${excerpt.quote ?? ''}`);
    if (left < 0) break;
    kept.push(excerpt);
  }
  return kept;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
