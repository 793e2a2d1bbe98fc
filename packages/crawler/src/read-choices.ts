import { closest, textBetween, type Dom, type Tag } from './read-dom.ts';

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

/** Whether a field is alone in its cell, beside cells that say what the row is. */
export function isRowPick(dom: Dom, tag: Tag): boolean {
  const cell = closest(tag, ({ name }) => name === 'td' || name === 'th');
  const row = cell?.parent;
  return (
    cell !== null &&
    row?.name === 'tr' &&
    textBetween(dom, cell.start, cell.end, 100) === '' &&
    row.children.some((other) => other !== cell && textBetween(dom, other.start, other.end, 100) !== '')
  );
}
