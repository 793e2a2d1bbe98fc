import type { WorkSheet } from '@e965/xlsx';
import { handGrids, loadGrid, QualeprefError, typeset, type Grid, type HandKind } from '@qualepref/core';
import { shortHash } from './finding-number.ts';
import { textAt, workbookIn } from './grid-import-cells.ts';
import { wrongCells, type Fault } from './grid-import-rows.ts';
import { MODEL_SHEET, MODEL_TITLES, siteKindWords, type ModelColumn } from './hand-sheet.ts';
import { cut, fold } from './text.ts';

const MAX_ROWS = 500;
const LONGEST = 2_000;
const NAMES = Object.keys(MODEL_TITLES) as ModelColumn[];
const REQUIRED = NAMES.slice(0, -2);

interface Reading {
  readonly cells: WorkSheet;
  readonly sheet: string;
  readonly columns: Readonly<Partial<Record<ModelColumn, string>>>;
  readonly faults: Fault[];
}

type Item = Grid['items'][number];

/**
 * A grid of a préfecture’s own: in JSON, or in a spreadsheet, the sheet
 * « Modèle » of an export that it changed, or the first one.
 *
 * @throws QualeprefError `grid` when it is no such file, `grid-cells` with a line for each wrong cell
 */
export function ownGrid(bytes: Uint8Array, kind: HandKind): Grid {
  const [first] = bytes;
  return first === 0x7b ? writtenGrid(bytes, kind) : filledGrid(bytes, kind);
}

/** What it says tells its edition. */
function filledGrid(bytes: Uint8Array, kind: HandKind): Grid {
  const reading = opened(bytes);
  const { cells, faults } = reading;
  const last = Math.min(MAX_ROWS, Number(/(?<!\d)\d+$/.exec(cells['!ref'] ?? '')?.[0] ?? 0));
  const base = handGrids[kind];
  const items: Item[] = [];
  for (let line = 2; line <= last; line += 1) {
    const item = itemAt(line, reading, base);
    if (!item) continue;
    const prefix = items.find(({ rubrique }) => rubrique === item.rubrique)?.id.slice(0, 3);
    if (prefix !== undefined && !item.id.startsWith(prefix))
      faults.push(
        fault(reading, 'id', line, `Attendu : un numéro de cette rubrique, qui commence par ${prefix}.`),
      );
    if (items.some(({ id }) => id === item.id))
      faults.push(
        fault(reading, 'id', line, `Le point ${item.id} est écrit deux fois : lui en donner un autre.`),
      );
    items.push(item);
  }
  if (faults.length > 0) throw wrongCells(faults, 'Cette grille n’est pas lue');
  const rubrics = new Map(items.map(({ id, rubrique }) => [rubrique, id.slice(0, 3)]));
  return loadGrid({
    ...base,
    edition: `propre-${shortHash(JSON.stringify(items)).slice(0, 8)}`,
    rubrics: [...rubrics].map(([title, prefix]) => ({ prefix, title })),
    items,
  });
}

function writtenGrid(bytes: Uint8Array, kind: HandKind): Grid {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw notAGrid('ce fichier JSON ne se lit pas', cause);
  }
  const grid = loadGrid(value);
  if (grid.id !== kind) throw notAGrid(`c’est celle de « ${grid.id} », et non de « ${kind} »`);
  return grid;
}

function opened(bytes: Uint8Array): Reading {
  let book;
  try {
    book = workbookIn(bytes, { sheetRows: MAX_ROWS + 1 });
  } catch (cause) {
    throw notAGrid('il ne se lit pas comme un classeur .xlsx ou .ods', cause);
  }
  const sheet = book.SheetNames.find((name) => name === MODEL_SHEET) ?? book.SheetNames[0] ?? '';
  const cells = book.Sheets[sheet] ?? {};
  const columns: Partial<Record<ModelColumn, string>> = {};
  for (const letter of 'ABCDEFGHIJKLMNOP') {
    const said = fold(textAt(cells, `${letter}1`));
    const name = NAMES.find((each) => fold(MODEL_TITLES[each]) === said);
    if (name) columns[name] ??= letter;
  }
  const missing = REQUIRED.filter((name) => columns[name] === undefined).map((name) => MODEL_TITLES[name]);
  if (missing.length > 0) throw notAGrid(`il manque à sa première ligne : ${missing.join(', ')}`);
  return { cells, sheet, columns, faults: [] };
}

function notAGrid(why: string, cause?: unknown): QualeprefError {
  const how = `Partir de la feuille « ${MODEL_SHEET} » d’un classeur que « qualepref grid export --kind » a écrit.`;
  return new QualeprefError('grid', typeset(`Cette grille ne peut pas être suivie : ${why}. ${how}`), {
    cause,
  });
}

function itemAt(line: number, reading: Reading, base: Grid): Item | null {
  const { cells, columns, faults } = reading;
  const before = faults.length;
  const at = (name: ModelColumn): string =>
    columns[name] === undefined ? '' : textAt(cells, `${columns[name]}${String(line)}`);
  if (NAMES.every((name) => at(name) === '')) return null;
  const wrong = (name: ModelColumn, text: string): void => void faults.push(fault(reading, name, line, text));
  const id = at('id').toUpperCase();
  if (!/^[A-Z][A-Z\d]{2}-\d{2}$/.test(id))
    wrong('id', 'Attendu : trois lettres ou chiffres, un tiret et deux chiffres, par exemple ACC-01.');
  for (const name of ['rubrique', 'label', 'help'] as const) {
    if (at(name) === '') wrong(name, `Il manque « ${MODEL_TITLES[name]} ».`);
    if (at(name).length > LONGEST) wrong(name, 'Ce texte est trop long : le raccourcir.');
  }
  const known = base.items.find((item) => item.id === id);
  const proves =
    at('proves') === ''
      ? (known?.proves ?? [])
      : at('proves')
          .toUpperCase()
          .split(/[\s,;]+/);
  const keys = [...new Set(base.items.flatMap((item) => item.proves))].sort();
  if (proves.length === 0 || proves.some((key) => !/^[A-Z]+$/.test(key)))
    wrong('proves', `Attendu : les engagements que ce point prouve, par exemple ${keys.join(', ')}.`);
  const kinds = at('siteKinds')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const siteKinds = (Object.keys(siteKindWords) as (keyof typeof siteKindWords)[]).filter((kind) =>
    kinds.some((word) => fold(word) === fold(siteKindWords[kind])),
  );
  if (siteKinds.length !== kinds.length)
    wrong(
      'siteKinds',
      `« ${cut(at('siteKinds'), 40)} » : attendu ${Object.values(siteKindWords).join(' ou ')}.`,
    );
  if (faults.length > before) return null;
  const { mode = 'manual', priority = 1, module } = known ?? {};
  return {
    ...{ id, rubrique: typeset(at('rubrique')), label: typeset(at('label')), help: typeset(at('help')) },
    ...{ proves, mode, priority },
    // Ours by its number, whatever was corrected; the others are the préfecture’s.
    ...(known
      ? { origin: known.origin, source: known.source }
      : { origin: ['P'], source: 'Grille propre de la préfecture' }),
    ...(module === undefined ? {} : { module }),
    ...(siteKinds.length === 0 ? {} : { siteKinds }),
  };
}

function fault({ sheet, columns }: Reading, name: ModelColumn, line: number, text: string): Fault {
  return { sheet, cell: `${columns[name] ?? 'A'}${String(line)}`, text };
}
