import type { DocumentFile } from './documents.ts';
import type { Page } from './page.ts';

/** A card to another page. The grey look lacks the class on its link, as on the real sites. */
export function card(page: Page, look: 'grey' | 'white'): string {
  const detail = page.updated === undefined ? '' : `<p class="fr-card__detail">Publié le ${page.updated}</p>`;
  const title =
    look === 'grey'
      ? `<a href="${page.path}">${page.heading}</a>`
      : `<a class="fr-card__link" href="${page.path}">${page.heading}</a>`;
  return `<div class="fr-card fr-card--sm ${look === 'grey' ? 'fr-card--grey' : 'fr-card--horizontal'} fr-enlarge-link">
<div class="fr-card__body"><div class="fr-card__content">
<h2 class="fr-card__title">${title}</h2>
<p class="fr-card__desc">${page.summary}</p>
${detail}</div></div></div>`;
}

/** A link to a file, with the format, size and date the national template prints. */
export function download(file: DocumentFile, label: string): string {
  return `<a class="fr-link fr-link--download" href="${file.path}">${label} <span class="fr-link__detail">${details(file)}</span></a>`;
}

/** Format, size and date of a file: « PDF - 0,05 Mb - 13/08/2026 ». */
export function details(file: DocumentFile): string {
  const size = (file.bytes.length / 1_000_000).toFixed(2).replace('.', ',');
  return `${file.format.toUpperCase()} - ${size} Mb - ${file.date}`;
}

/** A table that can be scrolled with the keyboard where the screen is narrow. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = ([first = '', ...rest]: readonly string[]): string =>
    `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  return `<div class="fr-table" tabindex="0" role="group" aria-label="Tableau : ${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>${rows.map(line).join('\n')}</tbody>
</table></div>`;
}

/** Sections that open and close; without script they stay open. */
export function accordions(
  name: string,
  sections: readonly (readonly [title: string, html: string])[],
): string {
  const section = ([title, html]: readonly [string, string], index: number): string => {
    const id = `accordion-${name}-${String(index + 1)}`;
    return `<section class="fr-accordion">
<h3 class="fr-accordion__title"><button type="button" class="fr-accordion__btn" aria-expanded="true" aria-controls="${id}">${title}</button></h3>
<div class="fr-collapse" id="${id}">${html}</div>
</section>`;
  };
  return `<div class="fr-accordions-group">${sections.map(section).join('\n')}</div>`;
}

/** An unordered list. */
export function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
}

/** A boxed remark. */
export function callout(title: string, html: string): string {
  return `<div class="fr-callout"><h2 class="fr-callout__title">${title}</h2><div class="fr-callout__text">${html}</div></div>`;
}
