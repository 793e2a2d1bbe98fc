import type { WorkSheet } from '@e965/xlsx';
import {
  channelLabels,
  mailChannels,
  QualeprefError,
  typeset,
  type Config,
  type MailEntry,
} from '@qualepref/core';
import { dateAt, textAt, workbookIn } from './grid-import-cells.ts';
import { wrongCells, type Fault } from './grid-import-rows.ts';
import { cut, fold } from './text.ts';

/** Lines that a follow-up table may have: a préfecture writes some thousands a year. */
const MAX_ROWS = 20_000;
/** Lines above the heads. */
const HEADS_WITHIN = 20;
const LONGEST = 1_000;

/** The columns of the follow-up table, by what they are called; in any order, among others. */
const HEADS = {
  id: ['Numéro'],
  channel: ['Canal'],
  site: ['Site'],
  service: ['Service'],
  receivedOn: ['Reçu le', 'Date de réception'],
  subject: ['Objet'],
  answeredOn: ['Répondu le', 'Date de réponse'],
  template: ['Modèle'],
} as const;
type Head = keyof typeof HEADS;
/** The last one may be missing. */
const REQUIRED = Object.keys(HEADS).slice(0, -1) as Head[];

/** The columns as a message lists them. */
export const mailLogColumns: string = REQUIRED.map((head) => HEADS[head][0]).join(', ');

/** What names of the table are looked up in. */
type Names = Pick<Config, 'sites' | 'services'>;

/**
 * The entries of a follow-up table of letters and e-mails, the first sheet of an
 * XLSX or ODS file.
 *
 * @throws QualeprefError `mail-log` when it is no such table, `grid-cells` with a line for each wrong cell
 */
export function mailLog(bytes: Uint8Array, names: Names): readonly MailEntry[] {
  const { sheet, cells, last } = firstSheet(bytes);
  const { line: headLine, columns } = headsOf(cells);
  const faults: Fault[] = [];
  const entries: MailEntry[] = [];
  for (let line = headLine + 1; line <= last; line++) {
    const isEmpty = Object.values(columns).every(
      (letter) => textAt(cells, `${letter}${String(line)}`) === '',
    );
    if (isEmpty) continue;
    const entry = entryOf({ sheet, cells, columns, line, names, faults });
    if (entry) entries.push(entry);
  }
  if (faults.length > 0) throw wrongCells(faults, 'Le tableau de suivi n’est pas lu');
  return entries;
}

function firstSheet(bytes: Uint8Array): { sheet: string; cells: WorkSheet; last: number } {
  // A text file would be read as well, its dates in the American order.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notALog('ce n’est pas un classeur .xlsx ou .ods');
  try {
    const book = workbookIn(bytes, { sheets: 0, sheetRows: MAX_ROWS + 1 });
    const [sheet = ''] = book.SheetNames;
    const cells = book.Sheets[sheet] ?? {};
    const last = Number(/(?<!\d)(\d+)$/.exec(cells['!ref'] ?? '')?.[1] ?? 0);
    if (last > MAX_ROWS) throw notALog(`il dépasse ${String(MAX_ROWS)} lignes`);
    return { sheet, cells, last };
  } catch (cause) {
    if (cause instanceof QualeprefError) throw cause;
    throw notALog('il ne se lit pas', cause);
  }
}

function notALog(why: string, cause?: unknown): QualeprefError {
  return new QualeprefError(
    'mail-log',
    typeset(
      `Le tableau de suivi ne peut pas être lu : ${why}. Indiquer un classeur dont la première feuille a les colonnes ${mailLogColumns}.`,
    ),
    { cause },
  );
}

type Columns = Readonly<Partial<Record<Head, string>>>;

/** The first line that has all the heads. */
function headsOf(cells: WorkSheet): { line: number; columns: Columns } {
  let missing: readonly Head[] = REQUIRED;
  const byLine = Map.groupBy(
    Object.keys(cells).flatMap((name) => {
      const [, letter = '', line = ''] = /^([A-Z]{1,2})(\d{1,2})$/.exec(name) ?? [];
      return letter === '' || Number(line) > HEADS_WITHIN ? [] : [{ letter, line: Number(line) }];
    }),
    ({ line }) => line,
  );
  for (const [line, of] of byLine) {
    const columns: Partial<Record<Head, string>> = {};
    for (const { letter } of of) {
      const said = fold(textAt(cells, `${letter}${String(line)}`));
      const head = (Object.keys(HEADS) as Head[]).find((each) =>
        HEADS[each].some((name) => fold(name) === said),
      );
      if (head) columns[head] ??= letter;
    }
    const left = REQUIRED.filter((head) => columns[head] === undefined);
    if (left.length === 0) return { line, columns };
    if (left.length < missing.length) missing = left;
  }
  const names = missing.map((head) => `« ${HEADS[head][0]} »`).join(', ');
  throw notALog(`il manque la colonne ${names}`);
}

interface Line {
  readonly sheet: string;
  readonly cells: WorkSheet;
  readonly columns: Columns;
  readonly line: number;
  readonly names: Names;
  readonly faults: Fault[];
}

function entryOf({ sheet, cells, columns, line, names, faults }: Line): MailEntry | null {
  const before = faults.length;
  const cellOf = (head: Head): string => `${columns[head] ?? ''}${String(line)}`;
  const at = (head: Head): string => (columns[head] === undefined ? '' : textAt(cells, cellOf(head)));
  const wrong = (head: Head, text: string): void => {
    faults.push({ sheet, cell: cellOf(head), text });
  };
  const dayOf = (head: 'receivedOn' | 'answeredOn'): string | null | undefined => {
    const day = dateAt(cells, cellOf(head));
    if (day === undefined) wrong(head, 'Ce n’est pas une date. L’écrire ainsi : 24/11/2026.');
    return day;
  };
  const number = at('id');
  if (!/^\S{1,100}$/.test(number)) wrong('id', 'Attendu : un numéro sans espace, par exemple 2026-00417.');
  const channel = mailChannels.find((each) => fold(channelLabels[each]) === fold(at('channel')));
  if (!channel)
    wrong('channel', `Attendu : ${mailChannels.map((each) => channelLabels[each]).join(' ou ')}.`);
  const site = idOf(at('site'), names.sites);
  if (site === undefined) wrong('site', unknownName(at('site'), 'un site', names.sites));
  const service = serviceOf(at('service'), names.services);
  if (service === undefined) wrong('service', unknownName(at('service'), 'un service', names.services));
  const receivedOn = dayOf('receivedOn');
  if (receivedOn === null) wrong('receivedOn', 'Il manque la date de réception.');
  const answeredOn = dayOf('answeredOn');
  if (receivedOn && answeredOn && answeredOn < receivedOn)
    wrong('answeredOn', 'Une réponse ne part pas avant la réception : corriger une des deux dates.');
  const subject = at('subject');
  if (subject === '' || subject.length > LONGEST)
    wrong('subject', subject === '' ? 'Il manque l’objet.' : 'Cet objet est trop long : le raccourcir.');
  if (faults.length > before || !channel || !receivedOn || site === undefined || service === undefined)
    return null;
  const template = cut(at('template'), LONGEST);
  return {
    ...{ id: number, channel, site, service, receivedOn, subject },
    answeredOn: answeredOn ?? undefined,
    template: template === '' ? undefined : template,
  };
}

/** Names that a message gives to choose from. */
const NAMES_SHOWN = 8;

function unknownName(said: string, what: string, known: readonly Named[]): string {
  const names = known.slice(0, NAMES_SHOWN).map(({ name }) => name);
  const more = known.length > names.length ? '…' : '';
  return `« ${cut(said, 40)} » n’est pas ${what} de la configuration. Attendu : ${names.join(', ')}${more}.`;
}

interface Named {
  readonly id?: string | undefined;
  readonly name: string;
  readonly acronym?: string | undefined;
}

function idOf(said: string, known: readonly Named[]): string | undefined {
  const folded = fold(said);
  return known.find(({ id = '', name, acronym = '' }) =>
    [id, fold(name), fold(acronym)].some((each) => each !== '' && each === folded),
  )?.id;
}

/** Where the configuration gives no service an identifier, the name makes one. */
function serviceOf(said: string, services: readonly Named[]): string | undefined {
  if (services.some(({ id }) => id !== undefined)) return idOf(said, services);
  const slug = idFrom(said);
  return slug === '' ? undefined : slug;
}

function idFrom(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The services of the configuration, by the identifiers that entries have. */
export function mailServices({ services }: Pick<Names, 'services'>): { id: string; name: string }[] {
  return services.map(({ id, name }) => ({ id: id ?? idFrom(name), name }));
}
