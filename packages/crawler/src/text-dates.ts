import { dayNumber, weekdayOf } from '@qualepref/core';
import { isDay } from './read-dates.ts';
import { isOfSomethingElse, namesText } from './text-date-lead.ts';
import { foldInPlace } from './text.ts';

/** A date as people write it in French, in the text composed by `normalize('NFC')`. */
export interface ReadDate {
  readonly text: string;
  /** Where `text` starts. */
  readonly index: number;
  /** ISO day, both ends included; `null` at the open end of `until` and `from`. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: 'day' | 'month' | 'year';
  /** `until` takes « avant le 30 juin » like « jusqu’au 30 juin »: the day named is `to`. */
  readonly kind: 'point' | 'range' | 'until' | 'from';
  /** The year is not written: it is the one that brings the day nearest to `today`. */
  readonly isYearGuessed: boolean;
  /** It dates a law, a decree, an arrêté…: a name, not a time. */
  readonly isLegal: boolean;
  /** The day of the week written with it is another one that year. */
  readonly isWeekdayWrong: boolean;
}

const MONTHS =
  'janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre|sept octobre|oct novembre|nov decembre|dec'.split(
    ' ',
  );
const WEEKDAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
/** Only a short form has a full stop of its own. */
const MONTH = String.raw`(?:(?:${MONTHS.map((names) => names.split('|', 1)[0]).join('|')})(?![a-z])|(?:${MONTHS.flatMap((names) => names.split('|').slice(1)).join('|')})\b\.?)`;
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const YEAR = String.raw`(?:19|20)\d\d(?![\d*])(?! ?(?:€|%|euros?\b|habitants?\b|personnes?\b|exemplaires?\b|m2\b|dossiers?\b|places?\b))`;
const DAY = String.raw`(?:\d{1,2}(?: ?(?:er|ᵉʳ))?|premier)`;
/** What stands alone: 24 novembre 2026, 03/08/2026, 2026-08-03, mars 2026, 2026. */
const CORE = new RegExp(
  [
    String.raw`(?:\b(?<weekday>${WEEKDAY}),? )?(?<![\w.,/:*-])(?<day>${DAY}) ?(?<month>${MONTH})(?:,? ?(?<year>${YEAR}))?(?!\w)`,
    String.raw`(?:\b(?<weekday2>${WEEKDAY}),? )?(?<![\w.,/:*+-])(?<day2>\d{1,2})(?<mark>[/.-])(?<month2>\d{1,2})(?:\k<mark>(?<year2>\d{4}|\d\d))?(?![\w*€%]| ?[/.-]?\d| ?€)`,
    String.raw`(?<![\w.,/:-])(?<iso>\d{4}-\d\d-\d\d)(?!-?\d|[a-su-z])`,
    String.raw`(?<!\d(?: ?er)? ?)\b(?<month3>${MONTH})(?: (?<year3>${YEAR}))?(?!\w)`,
    String.raw`(?<![\w.,/:*+-])(?<year4>${YEAR})(?![\w*]|[.,/-]\d)`,
  ].join('|'),
  'g',
);
/** How far back an introduction is looked for. */
const REACH = 90;

const UNTIL =
  /(?:\bjusqu'?(?: ?au| ?a(?: la)?| ?en)|\bavant|\bau plus tard|\bd'ici(?: au| a(?: la)?)?)(?: le| la)?(?: debut| mi-| fin)?(?: (?:du |de )?(?:mois|l'annee)(?: de)?| d')?,? ?$/;
const SINCE =
  /\b(?:a (?:compter|partir|dater) d(?:u|e|es)|depuis|des|apres)(?: le| la)?(?: debut| mi-| fin)?(?: mois d(?:e |')| l'annee)? ?$/;
const RANGE_START = /\b(?:du|de|d'|entre(?: le)?|des)(?: mois de)? ?$/;
const RANGE_LINK = /^ ?(?:inclus )?(?:au|a|et(?: le)?|jusqu'(?:au|en|a)|-)(?: mois de)? $/;
/** The first day of a range whose month stands with the second. */
const BARE_START = new RegExp(
  String.raw`\b(?:du|de|entre(?: le)?|des)(?: le)? (?:(?<weekday>${WEEKDAY}) )?(?<day>${DAY}) ?(?:inclus )?(?:au|a|et(?: le)?|-) ?$`,
);
/** « les 12, 13 et » before « 14 mai ». */
const BARE_LIST = new RegExp(
  String.raw`\b(?:(?:les?|des|aux) |(?=${WEEKDAY} ))(?<days>(?:${WEEKDAY}s? )?${DAY}(?:, (?:${WEEKDAY} )?${DAY}){0,8}),? (?:et|ou)(?: le)? $`,
);
/** A number of the day and the month, with no year, is one only behind such a word. */
const SHORT_START = /\b(?:le|du|au|des|avant|aux?|jusqu'au|et le) $/;
/** Two digits of a year leave a doubt. */
const DATE_START = /\b(?:le|du|au|des|avant|date) ?:? $/;
const NEVER = /(?!)/;
const MONTH_START =
  /\b(?:en|de|d'|du|depuis|des|courant|debut|mi-|fin|avant|mois d(?:e |')|jusqu'en|jusqu'a|a) ?$/;
const YEAR_START =
  /\b(?:en|depuis|des|l'annee|annees?|jusqu'en|avant|d'ici(?: a)?|exercice|campagne|millesime|fin|debut|courant|a partir de|a compter de|entre|de) $/;

interface Part {
  readonly index: number;
  readonly end: number;
  readonly weekday: number | null;
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  /** What leaves doubt alone: `03/08`, `mars`, `2026`. */
  readonly start: RegExp | null;
}

/**
 * The dates of a text, in its order. Impossible ones are not read, nor are
 * phones, prices, versions and the names of streets.
 *
 * @param today ISO day, for the years that are not written
 */
export function datesIn(written: string, { today }: { readonly today: string }): ReadDate[] {
  const text = written.normalize('NFC');
  const folded = foldInPlace(text);
  const parts = [...folded.matchAll(CORE)].map(partOf);
  const found: ReadDate[] = [];
  let done = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) continue;
    const lead = folded.slice(Math.max(done, part.index - REACH), part.index);
    if (isOfSomethingElse(lead)) continue;
    const next = parts[at + 1];
    const isPair =
      next !== undefined && RANGE_START.test(lead) && RANGE_LINK.test(folded.slice(part.end, next.index));
    const isAlone = part.start === null || part.start.test(lead) || isPair;
    if (!isAlone) continue;
    const dates = isPair ? rangeOf(part, next, today) : datesOf(part, lead, today);
    for (const { start = part.index, ...date } of dates) {
      const end = isPair ? next.end : part.end;
      found.push({ text: text.slice(start, end).trimEnd(), index: start, ...date });
    }
    if (dates.length === 0) continue;
    if (isPair) at++;
    done = (isPair ? next : part).end;
  }
  return found;
}

type Dated = Omit<ReadDate, 'text' | 'index'> & { readonly start?: number };
type Written = Pick<Part, 'weekday' | 'day' | 'month' | 'year'>;

function datesOf(part: Part, lead: string, today: string): Dated[] {
  if (part.day === null) return dated(part, lead, today);
  const bare = BARE_START.exec(lead);
  if (bare) {
    const start = {
      ...part,
      day: dayOf(bare.groups?.['day']),
      weekday: weekdayOfName(bare.groups?.['weekday']),
    };
    const first = part.index - lead.length + bare.index;
    return rangeOf(start, part, today).map((date) => ({ ...date, start: first }));
  }
  const list = BARE_LIST.exec(lead);
  if (list) {
    const days = [...(list.groups?.['days'] ?? '').matchAll(/\d{1,2}|premier/g)].map(([day]) => dayOf(day));
    const start = part.index - lead.length + list.index;
    return [...days.map((day) => ({ ...part, day, weekday: null })), part].flatMap((each) =>
      dated(each, '', today).map((date) => ({ ...date, start })),
    );
  }
  return dated(part, lead, today);
}

/** One date with what introduces it; none when no such day exists. */
function dated(part: Written, lead: string, today: string): Dated[] {
  const span = spanOf(part, today);
  if (!span) return [];
  const until = UNTIL.exec(lead);
  const since = until ? null : SINCE.exec(lead);
  const kind = until ? 'until' : since ? 'from' : 'point';
  return [
    {
      from: until ? null : span.from,
      to: since ? null : span.to,
      kind,
      ...traits(part, span),
      isLegal: kind === 'point' && namesText(lead),
    },
  ];
}

function rangeOf(first: Written, last: Written, today: string): Dated[] {
  const end = spanOf(last, today);
  if (!end) return [];
  const year = first.year ?? Number(end.to.slice(0, 4));
  const begin = startOf({ ...first, month: first.month ?? last.month, year }, end.to, first.year === null);
  if (!begin) return [];
  const wrong = [first, last].some((each, at) => isWrong(each, at === 0 ? begin.from : end.from));
  return [
    {
      from: begin.from,
      to: end.to,
      kind: 'range',
      ...traits(last, end),
      isWeekdayWrong: wrong,
      isLegal: false,
    },
  ];
}

/** Du 20 décembre au 3 janvier 2027: the year before, when it is not written. */
function startOf(first: Written, end: string, isFree: boolean): Span | null {
  const span = spanOf(first, end);
  if (!span || span.from <= end) return span;
  return isFree && first.year !== null ? spanOf({ ...first, year: first.year - 1 }, end) : null;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** First and last day of what is written. */
function spanOf({ day, month, year, weekday }: Written, today: string): Span | null {
  if (month === null)
    return year === null ? null : { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
  const full = year ?? nearestYear(day ?? 15, month, weekday, today);
  if (full === null) return null;
  const start = iso(full, month, day ?? 1);
  if (!isDay(start)) return null;
  return { from: start, to: day === null ? iso(full, month, daysInMonth(full, month)) : start };
}

function nearestYear(day: number, month: number, weekday: number | null, today: string): number | null {
  const now = Number(today.slice(0, 4));
  const years = [-1, 0, 1]
    .map((shift) => now + shift)
    .filter((year) => isDay(iso(year, month, day)))
    .sort((a, b) => far(iso(a, month, day), today) - far(iso(b, month, day), today));
  const fitting = years.find((year) => !isWrong({ weekday }, iso(year, month, day)));
  return fitting ?? years[0] ?? null;
}

function far(one: string, other: string): number {
  return Math.abs(dayNumber(one) - dayNumber(other));
}

function isWrong({ weekday }: Pick<Part, 'weekday'>, day: string): boolean {
  return weekday !== null && weekdayOf(dayNumber(day)) !== weekday;
}

function traits(
  part: Written,
  { from }: Span,
): Pick<ReadDate, 'precision' | 'isYearGuessed' | 'isWeekdayWrong'> {
  const precision = part.day !== null ? 'day' : part.month !== null ? 'month' : 'year';
  return { precision, isYearGuessed: part.year === null, isWeekdayWrong: isWrong(part, from) };
}

function partOf(match: RegExpExecArray): Part {
  const groups = match.groups ?? {};
  const { iso: written, month, month2, month3, mark } = groups;
  const named = month ?? month3;
  const year = groups['year'] ?? groups['year2'] ?? groups['year3'] ?? groups['year4'];
  const place = { index: match.index, end: match.index + match[0].length };
  if (written !== undefined) {
    const [full = 0, inYear = 0, day = 0] = written.split('-').map(Number);
    return { ...place, weekday: null, day, month: inYear, year: full, start: null };
  }
  return {
    ...place,
    weekday: weekdayOfName(groups['weekday'] ?? groups['weekday2']),
    day: (groups['day'] ?? groups['day2']) === undefined ? null : dayOf(groups['day'] ?? groups['day2']),
    month: named === undefined ? (month2 === undefined ? null : Number(month2)) : monthOf(named),
    year: year === undefined ? null : fullYear(year),
    start: doubt(groups, mark, year),
  };
}

/** What must stand before, for it to be a date. */
function doubt(
  { day2, month2, month3, year4 }: Readonly<Record<string, string | undefined>>,
  mark: string | undefined,
  year: string | undefined,
): RegExp | null {
  if (year4 !== undefined) return YEAR_START;
  if (month3 !== undefined) return year === undefined ? MONTH_START : null;
  if (day2 === undefined || year?.length === 4) return null;
  const isPlain = day2.length === 2 && month2?.length === 2;
  // 1.2.26 is a version, 1/2 a half, 12-03 a piece of a number.
  if (year === undefined) return isPlain && mark === '/' ? SHORT_START : NEVER;
  return mark === '.' || !isPlain ? DATE_START : null;
}

function dayOf(word: string | undefined): number {
  return word === 'premier' ? 1 : Number.parseInt(word ?? '', 10);
}

function monthOf(word: string): number {
  const bare = word.replace('.', '');
  return MONTHS.findIndex((names) => names.split('|').includes(bare)) + 1;
}

function weekdayOfName(name: string | undefined): number | null {
  return name === undefined ? null : WEEKDAYS.indexOf(name) + 1;
}

/** Two digits up to 50 are of this century. */
function fullYear(year: string): number {
  const number = Number(year);
  return year.length === 4 ? number : number + (number <= 50 ? 2000 : 1900);
}

function iso(year: number, month: number, day: number): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
