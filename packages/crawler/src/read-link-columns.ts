import { tells } from './link-words.ts';
import { closest, tagsBetween, type Dom, type Tag } from './read-dom.ts';
import type { Named } from './read-link-twins.ts';
import { hrefOf } from './read-links.ts';
import { plain, seenText } from './read-text.ts';
import type { Signs } from './sign.ts';

/*
 * Links that say « Télécharger » in each row of a table. Of a table, the RGAA
 * takes the cell of a link and its headers as its context, and no other cell.
 */

export type ColumnSign = 'vague-in-column';

/** Where a link is alone in its cell, and what is the same for all those of its column; `null` when something else tells it. */
export function columnOf(dom: Dom, { tag, name }: Named, heading: Tag | undefined): string | null {
  const cell = closest(tag, ({ name: of }) => /^(?:td|th|table)$/.test(of));
  const row = cell?.parent;
  if (cell?.name !== 'td' || row?.name !== 'tr' || cell.attributes['headers'] !== undefined) return null;
  const { title = '', 'aria-describedby': described = '' } = tag.attributes;
  if (tells(title) || described.trim() !== '' || plain(seenText(dom, cell, 200)) !== plain(name)) return null;
  if (tagsBetween(dom, cell.start, cell.end).some((one) => hrefOf(one) !== null && one !== tag)) return null;
  if (row.children.some((one) => one.name === 'th' && tells(seenText(dom, one, 100)))) return null;
  const table = closest(row, ({ name: of }) => of === 'table');
  if (!table || /^(?:none|presentation)$/.test(table.attributes['role']?.trim() ?? '')) return null;
  const rows = tagsBetween(dom, table.start, table.end).filter(({ name: of }) => of === 'tr');
  // A header on a row of its own heads those that follow it.
  const heads = rows.filter(
    (one) => one.start < row.start && one.children.some(({ name: of }) => of === 'th'),
  );
  if (heads.length === 0) return null;
  const place = row.children.indexOf(cell);
  return [table.start, heads.at(-1)?.start ?? 0, place, heading?.start ?? 0, plain(name)].join(' ');
}

/** Links of one name in one column, to several places: what tells them apart is a cell that is no header. */
export function judgeColumn(links: readonly Named[], signs: Pick<Signs<ColumnSign>, 'add'>): void {
  const targets = new Set(links.map(({ href }) => href));
  const rows = new Set(links.map(({ tag }) => closest(tag, ({ name }) => name === 'tr')));
  if (targets.size < 2 || rows.size < 2) return;
  for (const { tag, name } of links)
    signs.add('vague-in-column', tag, { quote: name, about: name, cause: plain(name) });
}
