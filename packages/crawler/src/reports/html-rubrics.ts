import { conformity, conformityCoverage, tally, type Verdict } from '@qualepref/core';
import { verdictMarks } from './html-marks.ts';
import { html, type Html } from './html-tag.ts';
import type { Row, View } from './html-view.ts';

/** Side of a square and the room between two, in pixels. */
const SIDE = 18;
const STEP = 21;
/** Squares on one line: the longest rubric, a little smaller on a narrow screen. */
const ACROSS = 13;
/** From the top of a square to the foot of its sign. */
const FOOT = 13.5;

/** Rubrics that have rows, in the order of the grid. */
export function rubricsOf(view: View): { id: string; title: string; rows: Row[] }[] {
  const rubrics = Map.groupBy(view.rows, ({ spec }) => spec.rubrique);
  return [...rubrics].map(([title, rows], index) => ({ id: `rubrique-${String(index + 1)}`, title, rows }));
}

/** « 4 conformes sur 6 décidés, 5 restants ». */
export function tallyOf(rows: readonly Row[]): string {
  const counts = tally(rows.map(({ verdict }) => verdict));
  const { text } = conformity(counts, conformityCoverage.value);
  return counts.notApplicable === 0 ? text : `${text}, ${String(counts.notApplicable)}\u00A0sans objet`;
}

/**
 * Each rubric drawn, a square an item, with the same in words beside it. On a
 * narrow screen cells are stacked: roles said in full keep it a table.
 */
export function rubricsTable(view: View): Html {
  return html`
    <table class="rubrics" role="table">
      <caption>
        Conformité par rubrique&nbsp;: un carré par point (${legend()})
      </caption>
      <thead class="hidden">
        <tr>
          <th scope="col">Rubrique</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rubricsOf(view).map(
          ({ id, title, rows }) => html`
            <tr role="row">
              <th scope="row" role="rowheader"><a href="#${id}">${title}</a></th>
              <td role="cell">
                <div>
                  ${drawing(rows)}
                  <p>${tallyOf(rows)}</p>
                </div>
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

function legend(): string {
  return Object.values(verdictMarks)
    .map(({ icon, word }) => `${icon}\u00A0${word.toLowerCase()}`)
    .join(', ');
}

/** What is wrong first: a look tells where to go. */
function drawing(rows: readonly Row[]): Html {
  const order = Object.keys(verdictMarks) as Verdict[];
  const drawn = order.flatMap((verdict) => rows.filter((row) => row.verdict === verdict));
  const across = Math.min(ACROSS, drawn.length) * STEP;
  const down = Math.ceil(drawn.length / ACROSS) * STEP;
  return html`
    <svg
      class="drawing"
      aria-hidden="true"
      width="${across}"
      height="${down}"
      viewBox="0 0 ${across} ${down}"
    >
      ${drawn.map(({ verdict }, index) => {
        const x = (index % ACROSS) * STEP + 1;
        const y = Math.floor(index / ACROSS) * STEP + 1;
        return html`<g class="square-${verdict}"
          ><rect x="${x}" y="${y}" width="${SIDE}" height="${SIDE}" rx="3" /><text
            x="${x + SIDE / 2}"
            y="${y + FOOT}"
            >${verdictMarks[verdict].icon}</text
          ></g
        >`;
      })}
    </svg>
  `;
}
