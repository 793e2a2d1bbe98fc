import { typeset } from '@qualepref/core';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page, in which what was written by people is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Pieces one after another. */
export function each<Item>(items: Iterable<Item>, show: (item: Item, at: number) => Html): Html[] {
  return Array.from(items, show);
}

/** Nothing at all. */
export const nothing: Html = raw('');

/** Our own words, with French spaces. */
export function words(text: string): string {
  return typeset(text);
}

/** The same, with a capital. */
export function capital(text: string): string {
  return text.replace(/^./u, (letter) => letter.toUpperCase());
}

/** A phone number or the like, on one line. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

/** A column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly show: (row: Row) => Html | string;
  /** Whether it names the row. */
  readonly isHead?: boolean;
  /** Whether people wrote it: a word may be longer than the page is wide. */
  readonly isWritten?: boolean;
}

/**
 * A table that becomes a list of cards on a phone. Its roles are written out:
 * the style of the cards would take them away.
 */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  return html`<table role="table" class="cards">
    <caption>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${each(columns, ({ title }) => html`<th role="columnheader" scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${each(
        rows,
        (row) =>
          html`<tr role="row">
            ${each(columns, ({ title, show, isHead, isWritten }) =>
              isHead
                ? html`<th role="rowheader" scope="row" data-label="${title}">${show(row)}</th>`
                : html`<td role="cell" ${written(isWritten)} data-label="${title}">${show(row)}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function written(isWritten = false): Html {
  return isWritten ? html`class="written"` : nothing;
}

/** A pair of a description list. */
export function facts(pairs: readonly (readonly [string, Html | string])[]): Html {
  return html`<dl class="facts">
    ${each(
      pairs,
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
