import { read, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import {
  holdsSocialSecurityNumber,
  QualeprefError,
  typeset,
  type Config,
  type MailEntry,
} from '@qualepref/core';
import { reaches, type Agent } from './access.ts';
import { isDay } from './form-fields.ts';
import { isWithin } from './zip-size.ts';

/** Columns of the log, in the order of the template. */
const COLUMNS = [
  { key: 'id', title: 'Numéro', example: '2026-00001' },
  { key: 'channel', title: 'Canal', example: 'courriel' },
  { key: 'site', title: 'Site', example: '' },
  { key: 'service', title: 'Service', example: '' },
  { key: 'receivedOn', title: 'Reçu le', example: '24/11/2026' },
  { key: 'subject', title: 'Objet', example: 'Demande d’horaires' },
  { key: 'answeredOn', title: 'Répondu le', example: '' },
  { key: 'template', title: 'Modèle', example: '' },
] as const;
type Key = (typeof COLUMNS)[number]['key'];

const MEBIBYTE = 1024 * 1024;
const MOST_INFLATED = 30 * MEBIBYTE;
/** Lines of a year. */
const MOST_ROWS = 5000;
/** Faults that a message names. */
const MOST_FAULTS = 20;
const LONGEST = 300;
const OPTIONAL: readonly Key[] = ['answeredOn', 'template'];

const CHANNELS: Readonly<Record<string, MailEntry['channel']>> = {
  courriel: 'email',
  mel: 'email',
  email: 'email',
  'e mail': 'email',
  courrier: 'letter',
  lettre: 'letter',
};

/** A spreadsheet to fill in, with one line as an example. */
export function mailTemplate({ sites, services }: Config): Uint8Array {
  const example = COLUMNS.map(({ key, example }) =>
    key === 'site'
      ? (sites[0]?.name ?? '')
      : key === 'service'
        ? (services.find(({ id }) => id)?.name ?? '')
        : example,
  );
  const sheet = utils.aoa_to_sheet([COLUMNS.map(({ title }) => title), example]);
  sheet['!cols'] = COLUMNS.map(({ title }) => ({ wch: Math.max(14, title.length + 2) }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Courriers');
  return write(book, { type: 'array', bookType: 'xlsx' }) as Uint8Array;
}

/** What a spreadsheet is read for. */
export interface MailImport {
  readonly config: Config;
  readonly agent: Pick<Agent, 'sites' | 'service'>;
  /** ISO day: nothing was received later. */
  readonly today: string;
}

/**
 * The lines of a spreadsheet, XLSX, ODS or CSV. All are right, or none is given.
 *
 * @throws QualeprefError `mail-sheet` when it can’t be read, or with a line for each wrong cell
 */
export function mailOf(bytes: Uint8Array, into: MailImport): readonly MailEntry[] {
  const sheet = opened(bytes);
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null, blankrows: true });
  const [head = [], ...lines] = rows.slice(0, MOST_ROWS + 2);
  if (lines.length > MOST_ROWS)
    throw refusal([`Le fichier dépasse ${String(MOST_ROWS)} lignes : le couper en plusieurs.`]);
  const places = placesOf(head);
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const entries = lines.flatMap((cells, at): MailEntry[] => {
    const number = at + 2;
    if (cells.every((cell) => textOf(cell) === '')) return [];
    const wrong = (key: Key, text: string): void => {
      const title = COLUMNS.find((column) => column.key === key)?.title ?? key;
      faults.push(
        `Ligne ${String(number)}, cellule ${utils.encode_cell({ r: at + 1, c: places[key] })} (${title}) : ${text}`,
      );
    };
    const before = faults.length;
    const entry = entryOf((key) => cells[places[key]] ?? null, into, wrong);
    const first = seen.get(entry.id);
    if (entry.id !== '' && first !== undefined)
      wrong('id', `ce numéro est déjà celui de la ligne ${String(first)}.`);
    else seen.set(entry.id, number);
    return faults.length > before ? [] : [entry];
  });
  if (faults.length > 0) throw refusal(faults);
  return entries;
}

function entryOf(
  at: (key: Key) => unknown,
  { config, agent, today }: MailImport,
  wrong: (key: Key, text: string) => void,
): MailEntry {
  const text = (key: Key): string => {
    const found = textOf(at(key));
    if (found === '' && !OPTIONAL.includes(key)) wrong(key, 'cette cellule est vide.');
    if (found.length > LONGEST) wrong(key, `ce texte dépasse ${String(LONGEST)} caractères.`);
    return found.slice(0, LONGEST);
  };
  const dayAt = (key: Key): string => {
    if (textOf(at(key)) === '') return text(key);
    const found = dayOf(at(key));
    if (found === undefined) wrong(key, 'ce n’est pas une date, par exemple 24/11/2026.');
    else if (found > today) wrong(key, 'ce jour n’est pas encore venu.');
    return found ?? '';
  };
  const [id, channelText, siteText, serviceText, subject] = (
    ['id', 'channel', 'site', 'service', 'subject'] as const
  ).map(text) as [string, string, string, string, string];
  const channel = CHANNELS[fold(channelText)];
  if (channelText !== '' && channel === undefined) wrong('channel', 'écrire courriel ou courrier.');
  const site = config.sites.find((each) => [each.id, each.name].map(fold).includes(fold(siteText)));
  if (siteText !== '' && !(site && reaches(agent, { site: site.id })))
    wrong('site', 'ce n’est pas un de vos sites.');
  const service = config.services.find(
    (each) =>
      each.id !== undefined &&
      [each.id, each.name, each.acronym ?? each.id].map(fold).includes(fold(serviceText)),
  );
  if (serviceText !== '' && !(service?.id !== undefined && reaches(agent, { service: service.id })))
    wrong('service', 'ce n’est pas un de vos services.');
  if (holdsSocialSecurityNumber(subject))
    wrong('subject', 'un numéro de sécurité sociale n’a pas à être gardé ici.');
  const [receivedOn, answeredOn, template] = [dayAt('receivedOn'), dayAt('answeredOn'), text('template')];
  const entry: MailEntry = {
    ...{ id, subject, receivedOn },
    ...{ channel: channel ?? 'email', site: site?.id ?? '', service: service?.id ?? '' },
    answeredOn: answeredOn === '' ? undefined : answeredOn,
    template: template === '' ? undefined : template,
  };
  if (answeredOn !== '' && receivedOn !== '' && answeredOn < receivedOn)
    wrong('answeredOn', 'la réponse est d’avant la réception.');
  if (id !== '' && !/^\S+$/.test(id)) wrong('id', 'un numéro s’écrit sans espace, par exemple 2026-00417.');
  return entry;
}

function opened(bytes: Uint8Array): WorkSheet {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && !isWithin(bytes, MOST_INFLATED))
    throw refusal(['Ce classeur ne se lit pas, ou est démesuré : le réduire à une feuille.']);
  try {
    const options = { cellFormula: false, cellHTML: false, sheetRows: MOST_ROWS + 3, dense: false } as const;
    const book = isZip
      ? read(bytes, { ...options, type: 'array' })
      : read(plainText(bytes), { ...options, type: 'string', raw: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (sheet) return sheet;
  } catch (cause) {
    throw refusal(
      ['Ce fichier ne se lit pas. Attendu : un classeur .xlsx ou .ods, ou un fichier .csv.'],
      cause,
    );
  }
  throw refusal(['Ce classeur n’a pas de feuille.']);
}

/** Of a CSV, as UTF-8 or as a French Excel writes it. */
function plainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function placesOf(head: readonly unknown[]): Readonly<Record<Key, number>> {
  const titles = head.map((cell) => fold(textOf(cell)));
  const missing = COLUMNS.filter(
    ({ title, key }) => !titles.includes(fold(title)) && !OPTIONAL.includes(key),
  );
  if (missing.length > 0)
    throw refusal([
      `La première ligne n’a pas ${missing.length > 1 ? 'les colonnes' : 'la colonne'} ${missing.map(({ title }) => `« ${title} »`).join(', ')} : partir du modèle à télécharger.`,
    ]);
  return Object.fromEntries(COLUMNS.map(({ key, title }) => [key, titles.indexOf(fold(title))])) as Record<
    Key,
    number
  >;
}

const DAY = 86_400_000;
/** Spreadsheets count days from there. */
const EPOCH = Date.UTC(1899, 11, 30);

function dayOf(cell: unknown): string | undefined {
  if (typeof cell === 'number' && cell >= 1 && cell < 100_000)
    return new Date(EPOCH + Math.floor(cell) * DAY).toISOString().slice(0, 10);
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(textOf(cell)) ?? [];
  const iso = y === '' ? textOf(cell) : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

function textOf(cell: unknown): string {
  const value = cell as CellObject['v'] | null;
  if (value === null || value === undefined) return '';
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  return text
    .replace(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim();
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]{1,300}/g, ' ')
    .trim();
}

function refusal(faults: readonly string[], cause?: unknown): QualeprefError {
  const more = faults.length - MOST_FAULTS;
  const lines = [...faults.slice(0, MOST_FAULTS), ...(more > 0 ? [`Et ${String(more)} de plus.`] : [])];
  return new QualeprefError('mail-sheet', typeset(lines.join('\n')), { cause });
}
