import type { PlaceFacts } from './facts.ts';
import { closest, nameOf, tagsBetween, textBetween, type Dom, type Tag } from './read-dom.ts';
import { undeclaredHeaders, undeclaredRows } from './read-table-heads.ts';
import { collapse, cut } from './text.ts';

/** A table, and what its markup says of it. */
export interface TableFacts extends PlaceFacts {
  /** `layout` and `data` when the markup says so, or when nothing else is possible; `unsure` between them. */
  readonly use: 'data' | 'layout' | 'unsure';
  /** Whether the markup itself says which: a role, headers, a caption. */
  readonly isDeclared: boolean;
  /** A single row of a word and what it means: it may be data that happens to have one row. */
  readonly isTerm: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Text of its caption; `null` when it has none. */
  readonly caption: string | null;
  /** Name given otherwise: `aria-label`, `aria-labelledby`, `title`. */
  readonly name: string;
  /** Whether a summary is tied to it: `summary`, `aria-describedby`, or a caption of more than a title. */
  readonly hasSummary: boolean;
  /** Text of its `summary` attribute, cut. */
  readonly summary: string;
  /** Text that stands as a title where no caption is: a first row of one cell, or a numbered line before. */
  readonly fakeCaption: string | null;
  /** Each of its rows but the first holds a field: it may only place a form. */
  readonly laysFields: boolean;
  readonly headers: readonly HeaderFacts[];
  /** Header cells of several levels, or in the midst of the table. */
  readonly isComplex: boolean;
  /** Headers of columns and of rows: test 5.7.1 lets `th` do without `scope` in one row or one column only. */
  readonly hasBothWays: boolean;
  /** Why rows or columns look as if they had headers that the markup does not declare; `null` when they don’t. */
  readonly undeclared: 'bold' | 'figures' | 'head' | 'rows' | null;
  /** Elements and attributes of data tables in a layout table: `th`, `caption`, `scope`… */
  readonly dataMarkup: readonly string[];
  /** First cells, to know it by. */
  readonly text: string;
}

/** A header cell. */
interface HeaderFacts {
  readonly text: string;
  readonly hasScope: boolean;
  readonly hasId: boolean;
  readonly spans: boolean;
  /** As written when it is no value of HTML: `column`; `null` otherwise. */
  readonly badScope: string | null;
  /** Whether no data cell comes under it, beside it, or names it. */
  readonly isAlone: boolean;
}

/** A header of a table made with roles. */
export interface LoneHead extends PlaceFacts {
  readonly text: string;
}

/** A cell that readers are told of. */
export interface Cell {
  readonly tag: Tag;
  readonly text: string;
  readonly isHeader: boolean;
  readonly spans: boolean;
}

/** Tables of a page that are judged. */
const MOST = 60;
const MOST_ROWS = 200;
const MOST_HEADERS = 40;
const PRESENTED = /^(?:presentation|none)$/;

/** The tables of a page that readers are told of. */
export function readTables(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): TableFacts[] {
  const tables = dom.tags.filter((tag) => tag.name === 'table' && tag.isExposed && !isPartOfGrid(tag));
  return tables.slice(0, MOST).map((tag) => readTable(dom, tag, placeOf(tag)));
}

/** Whether a table says that it is none because it is a piece of one made in ARIA, whose roles its cells have. */
function isPartOfGrid({ parent, attributes }: Tag): boolean {
  return (
    parent !== null &&
    PRESENTED.test(roleOf(attributes)) &&
    closest(parent, (tag) => /^(?:table|grid|treegrid)$/.test(roleOf(tag.attributes))) !== null
  );
}

/** The first of several roles: « columnheader button », of a column that is sorted, is a header. */
function roleOf(attributes: Tag['attributes']): string {
  return attributes['role']?.trim().toLowerCase().split(/\s+/)[0] ?? '';
}

function readTable(dom: Dom, table: Tag, place: PlaceFacts): TableFacts {
  const inside = tagsBetween(dom, table.start, table.end);
  const own = inside.filter((tag) => tableOf(tag) === table);
  const rows = own
    .filter(({ name }) => name === 'tr')
    .slice(0, MOST_ROWS)
    .map((row) => cellsOf(dom, row))
    .filter((cells) => cells.length > 0);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  const captionTag = own.find(({ name }) => name === 'caption');
  const caption = captionTag ? nameOf(dom, captionTag) : null;
  const headerCells = rows.flat().filter(({ isHeader }) => isHeader);
  const role = roleOf(table.attributes);
  const dataMarkup = dataMarkupOf(table, own);
  const isPresented = PRESENTED.test(role);
  const isDeclared = isPresented || dataMarkup.length > 0 || role === 'table' || role === 'grid';
  const holdsBlocks = inside.some(
    ({ name }) => name === 'table' || name === 'form' || /^(?:h[1-6]|ul|ol|section|article|nav)$/.test(name),
  );
  const alone = aloneOf(table, rows);
  const undeclared =
    isDeclared && headerCells.length > 0 ? undeclaredRows(dom, rows) : undeclaredHeaders(dom, rows);
  return {
    ...place,
    use: isPresented
      ? 'layout'
      : isDeclared
        ? 'data'
        : rows.length < 2 || columns < 2 || isBulleted(rows)
          ? 'layout'
          : holdsBlocks
            ? inside.some(({ name }) => name === 'table')
              ? 'layout'
              : 'unsure'
            : undeclared
              ? 'data'
              : 'unsure',
    isDeclared,
    isTerm: isTerm(dom, rows),
    rows: rows.length,
    columns,
    caption,
    name: collapse(
      table.attributes['aria-label'] ?? labelledBy(dom, table) ?? table.attributes['title'] ?? '',
    ).slice(0, 300),
    summary: cut(collapse(table.attributes['summary'] ?? ''), 300),
    hasSummary:
      collapse(table.attributes['summary'] ?? '') !== '' ||
      collapse(table.attributes['aria-describedby'] ?? '') !== '' ||
      (captionTag?.children.length ?? 0) > 1 ||
      (caption?.length ?? 0) > 150,
    fakeCaption: caption === null ? fakeCaption(dom, table, rows, columns) : null,
    laysFields: laysFields(dom, rows),
    headers: headerCells.slice(0, MOST_HEADERS).map(({ tag, text, spans }) => ({
      text: cut(text, 80),
      hasScope:
        /^(?:row|col|rowgroup|colgroup)$/i.test(tag.attributes['scope']?.trim() ?? '') ||
        tag.attributes['role'] !== undefined,
      hasId: tag.attributes['id'] !== undefined,
      spans,
      badScope: badScopeOf(tag),
      isAlone: alone.has(tag),
    })),
    isComplex: isComplex(rows),
    hasBothWays: hasBothWays(rows),
    undeclared,
    // A group of columns only gives them a width: the RGAA lets a layout table have it.
    dataMarkup: isPresented ? dataMarkup.filter((name) => name !== 'colgroup') : [],
    text: cut(textBetween(dom, table.start, table.end, 300), 160),
  };
}

/** Whether the only row has a word, then what it means, in text alone. */
function isTerm(dom: Dom, [row = [], ...others]: readonly (readonly Cell[])[]): boolean {
  const [term, meaning, ...more] = row;
  if (!term || !meaning || others.length > 0 || more.length > 0) return false;
  const holds = ({ tag }: Cell, names: RegExp): boolean =>
    tagsBetween(dom, tag.start, tag.end).every(({ name }) => names.test(name));
  return (
    /^[\p{L}\p{N}_]{1,40}$/u.test(term.text) &&
    /\p{L}\P{L}+\p{L}/u.test(meaning.text) &&
    holds(term, /^(?:b|code|em|i|span|strong|tt)$/) &&
    holds(meaning, /^(?:a|b|br|code|em|i|p|span|strong|tt)$/)
  );
}

/** Whether the first of two columns only draws bullets: the rows are the items of a list, put in line. */
function isBulleted(rows: readonly (readonly Cell[])[]): boolean {
  return rows.every(
    ([bullet, text, ...others]) =>
      others.length === 0 &&
      /^[-–—*+•·▪●○■◦►‣]$/u.test(bullet?.text ?? '') &&
      /\p{L}/u.test(text?.text ?? ''),
  );
}

const HEADS = /^columnheader$/;
const CELLS = /^(?:cell|gridcell|rowheader)$/;

/** Headers of columns that no cell comes under, in tables made with roles. */
export function readLoneHeads(dom: Dom, placeOf: (tag: Tag) => PlaceFacts): LoneHead[] {
  const roleOf = ({ attributes }: Tag): string => attributes['role']?.trim().toLowerCase() ?? '';
  const tables = dom.tags.filter(
    (tag) => tag.name !== 'table' && tag.isExposed && /^(?:table|grid|treegrid)$/.test(roleOf(tag)),
  );
  return tables.slice(0, MOST).flatMap((table) => {
    const inside = tagsBetween(dom, table.start, table.end);
    // Cells over several columns, or columns that are not all there.
    const isPlain = [table, ...inside].every(
      ({ attributes }) =>
        !Object.keys(attributes).some((name) =>
          /^aria-(?:col|row)(?:span|count|index)$|^aria-owns$/.test(name),
        ),
    );
    const [head, ...rows] = inside
      .filter((tag) => roleOf(tag) === 'row')
      .slice(0, MOST_ROWS)
      .map((row) =>
        tagsBetween(dom, row.start, row.end).filter(
          (tag) => tag.isExposed && (HEADS.test(roleOf(tag)) || CELLS.test(roleOf(tag))),
        ),
      );
    const all = rows.flat();
    if (!isPlain || !head?.every((tag) => HEADS.test(roleOf(tag))) || all.length === 0) return [];
    if (!all.every((tag) => CELLS.test(roleOf(tag)))) return [];
    const width = Math.max(...rows.map((cells) => cells.length));
    return head.slice(width).map((tag) => ({
      text: cut(textBetween(dom, tag.start, tag.end, 300), 80),
      ...placeOf(tag),
    }));
  });
}

function badScopeOf({ name, attributes }: Tag): string | null {
  const scope = attributes['scope']?.trim() ?? '';
  const isKnown = /^(?:row|col|rowgroup|colgroup)?$/i.test(scope);
  return name !== 'th' || isKnown ? null : scope.slice(0, 40);
}

/**
 * Headers of a plain table, without cells over several rows or columns, that no
 * data cell comes under or beside.
 */
function aloneOf({ attributes }: Tag, rows: readonly (readonly Cell[])[]): ReadonlySet<Tag> {
  const all = rows.flat();
  const isPlain =
    !/^(?:grid|treegrid|presentation|none)$/.test(attributes['role']?.trim() ?? '') &&
    all.every(({ spans }) => !spans);
  const data = all.filter(({ isHeader }) => !isHeader);
  if (!isPlain || data.length === 0) return new Set();
  const named = new Set(data.flatMap(({ tag }) => tag.attributes['headers']?.split(/\s+/) ?? []));
  const alone = rows.flatMap((cells, row) =>
    cells.flatMap(({ tag, text, isHeader }, column) => {
      if (!isHeader || text === '' || named.has(tag.attributes['id'] ?? '')) return [];
      const isBeside = cells.some((cell) => !cell.isHeader && !names(cell));
      // The header of a column of headers is over them, where they have cells beside.
      const isOver = rows.some(
        (others, at) =>
          at !== row &&
          others[column] &&
          (others[column].isHeader ? others.some((cell) => !cell.isHeader) : !names(others[column])),
      );
      return isBeside || isOver ? [] : [tag];
    }),
  );
  return new Set(alone);
}

/** Whether a cell says itself which headers it comes under, which makes it no other's. */
function names({ tag }: Cell): boolean {
  return (tag.attributes['headers'] ?? '').trim() !== '';
}

function tableOf(tag: Tag): Tag | null {
  return closest(tag.parent ?? tag, ({ name }) => name === 'table');
}

function cellsOf(dom: Dom, row: Tag): Cell[] {
  return row.children
    .filter(({ name, isExposed }) => (name === 'td' || name === 'th') && isExposed)
    .map((tag) => {
      const { attributes, name } = tag;
      const span = Math.max(Number(attributes['colspan'] ?? 1), Number(attributes['rowspan'] ?? 1));
      const role = roleOf(attributes);
      return {
        tag,
        text: textBetween(dom, tag.start, tag.end, 300),
        isHeader: role === '' ? name === 'th' : role === 'columnheader' || role === 'rowheader',
        spans: span > 1,
      };
    });
}

/** RGAA 5.8: what only a data table may have. */
function dataMarkupOf(table: Tag, own: readonly Tag[]): string[] {
  const found = new Set<string>();
  if (collapse(table.attributes['summary'] ?? '') !== '') found.add('summary');
  for (const { name, attributes } of own) {
    if (/^(?:th|caption|thead|tfoot|colgroup)$/.test(name)) found.add(name);
    for (const attribute of ['scope', 'headers', 'axis'])
      if (attributes[attribute] !== undefined) found.add(attribute);
    if (/^(?:row|column)header$/.test(roleOf(attributes))) found.add(`role="${roleOf(attributes)}"`);
  }
  return [...found].sort();
}

function isComplex(rows: readonly (readonly Cell[])[]): boolean {
  const headerRows = rows.filter(
    (cells) =>
      // Alone on its row, it is a title across the table; in the foot, rows are those of totals.
      cells.length > 1 &&
      cells[0]?.tag.parent?.parent?.name !== 'tfoot' &&
      cells.some(({ isHeader, text }) => isHeader && text !== '') &&
      cells.every(({ isHeader, text }) => isHeader || text === ''),
  );
  const spanned = rows.flat().some(({ isHeader, spans }) => isHeader && spans);
  const inTheMidst = rows.some((cells, row) =>
    cells.some(
      ({ isHeader, text }, at) =>
        isHeader &&
        text !== '' &&
        // The first row heads the columns, even where its corner is an ordinary cell.
        !(row === 0 && cells.slice(at).every((cell) => cell.isHeader || cell.text === '')) &&
        // A box to tick before the name of the row leaves it the first to be read.
        cells.slice(0, at).some((cell) => cell.text !== '') &&
        cells.some((cell) => !cell.isHeader && cell.text !== ''),
    ),
  );
  return (headerRows.length > 1 && spanned) || inTheMidst;
}

/** A first row of headers, and under it rows that each begin with one. */
function hasBothWays([first = [], ...others]: readonly (readonly Cell[])[]): boolean {
  const isHead = ({ isHeader, text }: Cell): boolean => isHeader && text !== '';
  const across = first.filter(isHead);
  const isRow = ([head, ...cells]: readonly Cell[]): boolean =>
    head !== undefined && isHead(head) && cells.length > 0 && cells.every(({ isHeader }) => !isHeader);
  return (
    first.length > 1 &&
    across.length >= first.length - 1 &&
    first.slice(1).every(isHead) &&
    others.length > 1 &&
    others.every(isRow)
  );
}

/** Whether each row under the first holds a field of a form. */
function laysFields(dom: Dom, [, ...others]: readonly (readonly Cell[])[]): boolean {
  const isField = ({ name, attributes }: Tag): boolean =>
    /^(?:input|select|textarea)$/.test(name) && attributes['type'] !== 'hidden';
  return (
    others.length > 0 &&
    others.every((row) => row.some(({ tag }) => tagsBetween(dom, tag.start, tag.end).some(isField)))
  );
}

/** A first row of one cell over all columns, or a line « Tableau 2 : … » right before. */
function fakeCaption(
  dom: Dom,
  table: Tag,
  rows: readonly (readonly Cell[])[],
  columns: number,
): string | null {
  const [first, ...others] = rows;
  const spansAll = (cell: Cell | undefined): boolean =>
    cell !== undefined && Number(cell.tag.attributes['colspan'] ?? 1) >= columns;
  const only = first?.length === 1 ? first[0] : undefined;
  if (
    only &&
    columns > 1 &&
    others.length > 1 &&
    spansAll(only) &&
    only.text !== '' &&
    // Where another row says what follows it, this one says what is in its part, not what the table is.
    !others.some((row) => row.length === 1 && spansAll(row[0])) &&
    // Previous page, next page: no table has a title there.
    !closest(table, ({ classes }) => classes.some((word) => /^(?:doc)?nav(?:$|[-_h])/i.test(word)))
  )
    return cut(only.text, 160);
  const before = dom.paragraphs.findLast(({ end }) => end <= table.start);
  const isNear = before && tagsBetween(dom, before.end, table.start - 1).length <= 3;
  return isNear && /^(?:tableau|table)\s*(?:n°\s*)?\d+\s*[:.–-]/i.test(before.text)
    ? cut(before.text, 160)
    : null;
}

function labelledBy(dom: Dom, { attributes }: Tag): string | undefined {
  const ids = attributes['aria-labelledby']?.split(/\s+/).filter((id) => id !== '');
  if (!ids) return undefined;
  const texts = ids.flatMap((id) => dom.tags.find((tag) => tag.attributes['id'] === id) ?? []);
  return texts.map((tag) => textBetween(dom, tag.start, tag.end, 300)).join(' ');
}
