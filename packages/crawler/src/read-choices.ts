import { closest, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';

/* Choices whose place tells that they answer no question. */

/** Radio buttons of one name with no word between them: those of a switch or of tabs made with style sheets, whose labels stand elsewhere. */
export function wordlessOf(dom: Dom, radios: readonly Tag[]): ReadonlySet<Tag> {
  const named = Map.groupBy(radios, ({ attributes }) => attributes['name'] ?? '');
  const isBeside = (tag: Tag, at: number, all: readonly Tag[]): boolean => {
    const next = all[at + 1];
    return !next || textBetween(dom, tag.end, next.start, 100) === '';
  };
  return new Set([...named.values()].filter((all) => all.length > 1 && all.every(isBeside)).flat());
}

/** Radio buttons of one name, each on its own row under the head of a table: one chooses a row, as the head says. */
export function rowRadiosOf(radios: readonly Tag[]): ReadonlySet<Tag> {
  const named = Map.groupBy(radios, ({ attributes }) => attributes['name'] ?? '');
  const isOfRows = (all: readonly Tag[]): boolean => {
    const rows = new Set(all.map((tag) => closest(tag, ({ name }) => name === 'tr')));
    const [table, ...others] = new Set(all.map((tag) => closest(tag, ({ name }) => name === 'table')));
    return (
      rows.size === all.length &&
      others.length === 0 &&
      (table?.children.some(({ name }) => name === 'thead') ?? false)
    );
  };
  return new Set([...named.values()].filter((all) => all.length > 1 && isOfRows(all)).flat());
}

/** Whether a field is alone in its cell, or with links to act on the row, beside cells that say what the row is. */
export function isRowPick(dom: Dom, tag: Tag): boolean {
  const cell = closest(tag, ({ name }) => name === 'td' || name === 'th');
  const row = cell?.parent;
  return (
    cell !== null &&
    row?.name === 'tr' &&
    isWordless(dom, cell) &&
    row.children.some((other) => other !== cell && textBetween(dom, other.start, other.end, 100) !== '')
  );
}

/** Whether a cell has no word but those of its links. */
function isWordless(dom: Dom, cell: Tag): boolean {
  let from = cell.start;
  for (const { name, start, end } of tagsBetween(dom, cell.start, cell.end)) {
    if (name !== 'a' || start < from) continue;
    if (textBetween(dom, from, start, 100) !== '') return false;
    from = end;
  }
  return textBetween(dom, from, cell.end, 100) === '';
}
