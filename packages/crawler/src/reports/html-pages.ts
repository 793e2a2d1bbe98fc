import { plural } from './french.ts';
import { html, type Html } from './html-tag.ts';
import type { View } from './html-view.ts';

const PAGES_SHOWN = 20;

/** Pages or addresses, the first ones of `count`. */
export function pageList(urls: readonly string[], view: View, count: number = urls.length): Html {
  const shown = urls.slice(0, PAGES_SHOWN);
  return html`
    <ul class="pages">
      ${shown.map((url) => html`<li>${view.page(url)}</li>`)}
    </ul>
    ${more(count - shown.length, 'autre adresse', 'autres adresses')}
  `;
}

/** What a list of the report leaves out, and where it is: on paper, in what can be sorted. */
export function left({ isPaper }: View, count: number, one: string, many: string): Html | null {
  if (!isPaper || count <= 0) return more(count, one, many);
  return html`<p class="soft small">et ${plural(count, one, many)}, dans le classeur de la grille</p>`;
}

/** What a list leaves out: « et 460 autres pages ». */
export function more(count: number, one: string, many: string): Html | null {
  if (count <= 0) return null;
  return html`<p class="soft small">et ${plural(count, one, many)} (liste complète dans report.json)</p>`;
}
