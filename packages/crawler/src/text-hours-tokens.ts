/** Hours of a day, wall-clock, `08:30`; `24:00` ends the day. */
export interface HourRange {
  readonly from: string;
  readonly to: string;
}

export type Half = 'day' | 'morning' | 'afternoon';

interface Place {
  readonly index: number;
  readonly end: number;
}

/** What tells opening hours in a folded text. */
export type HoursToken = Place &
  (
    | {
        readonly kind: 'days';
        /** Monday 1 to Sunday 7; none when it is a date, or not every week. */
        readonly days: readonly number[];
        readonly half: Half;
      }
    | { readonly kind: 'range'; readonly range: HourRange }
    | { readonly kind: 'half'; readonly half: Half }
    | { readonly kind: 'closed' | 'except' }
  );

const WHOLE_WEEK: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
const NAMES = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'];
const DAY = String.raw`\b(?<day>(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|(?:${NAMES.join('|')})\b(?:\.|(?= ?[-:,|/&]| au | et | ?\d)))(?!\w)`;
const WEEK = String.raw`\b(?<week>tous les jours(?: (?:ouvres|ouvrables|de (?:la )?semaine))?|chaque jour|7 ?j(?:ours)? ?(?:\/|sur) ?7(?: ?j(?:ours)?)?\b|week-?ends?|fins? de semaine|en semaine|jours (?:de semaine|ouvres|ouvrables))(?!\w)`;
/** Days by their initials, all of them in the order of the week: « M » alone is two days. */
const INITIALS = String.raw`\b(?<initials>l(?<mark>[.,/]? | ?[-|/,.] ?|)m\k<mark>m\k<mark>j\k<mark>v(?:\k<mark>s(?:\k<mark>d)?)?)(?!\w)`;
/** « L-V », « Lu-Ve » are days only before hours. */
const SHORT_WEEK = String.raw`\b(?<first>l|lu|ma|me|je|ve|sa) ?(?:-|a|au) ?(?<last>[vsd]|ma|me|je|ve|sa|di)(?= ?:? ?(?:de )?\d{1,2} ?[h:])`;
const UNIT = String.raw`(?: ?(?:h(?:eures?|rs?)?\b|h(?=\d)|:(?= ?\d)))`;
const MINUTES = String.raw`[0-5]\d(?!\d| ?h|:\d)`;
const TIME = (at: string): string =>
  String.raw`(?:(?<hour${at}>\d{1,2})${UNIT}(?: ?(?<minute${at}>${MINUTES})(?: ?(?:min(?:utes?)?|mn)\b)?)?|(?<word${at}>midi|minuit)\b)`;
/** « 8.30-12.00 »: such minutes are no month, so that it is no date. */
const DOTTED = String.raw`(?<![\d:,.])(?<dotHour1>\d{1,2})\.(?<dotMinute1>[03]0|15|[24]0|45|50)(?: ?h\b)? ?(?:a|-+|au|\/) ?(?<dotHour2>\d{1,2})\.(?<dotMinute2>[03]0|15|[24]0|45|50)(?: ?h\b)?(?![\d.,]| ?(?:€|%|e\b|eur|km|m\b|ha\b|kg))`;
const RANGE = [
  String.raw`(?<![\d:,.])(?:${TIME('1')} ?(?:a|-+|>|\/|jusqu'a|au) ?|(?<bare>\d{1,2}) ?(?:a|-) ?|\bentre ${TIME('2')} et )${TIME('3')}(?!\d)`,
  String.raw`(?<always>\b24 ?h(?:eures)? ?(?:\/|sur) ?24(?: ?h(?:eures)?)?\b)`,
].join('|');
const TOKEN = new RegExp(
  [
    RANGE,
    DOTTED,
    INITIALS,
    SHORT_WEEK,
    DAY,
    WEEK,
    String.raw`(?<half>\b(?:matins?|matinees?)\b|\bapres[ -]midis?\b)`,
    String.raw`(?<closed>\bferme(?:e|s|es|ture|tures)?\b(?: au public| hebdomadaire)?)`,
    String.raw`(?<except>\b(?:sauf|excepte|hormis|hors|a l'exception d(?:u|es?))\b)`,
  ].join('|'),
  'g',
);

/** Not every week, or one day only: « le premier lundi », « un mercredi sur deux », « lundi 24 novembre ». */
const ONCE_BEFORE =
  /\b(?:premiers?|1 ?ers?|derniers?|deuxiemes?|seconde?s?|troisiemes?|quatriemes?|[234] ?e(?:me)?s?|un|et \d|semaines? (?:paires?|impaires?)) $/;
const ONCE_AFTER =
  /^ (?:sur deux|sur 2|du mois|de chaque mois|des semaines|(?:de )?semaines? (?:paires?|impaires?)|prochain|dernier|(?:\d{1,2}|1 ?er) (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|\d{1,2}\/\d|\d{1,2}\.(?!(?:[03]0|15|[24]0|45|50)(?!\d))\d|\d{1,2} et \d)/;
const LIST =
  /^(?: (?:matin|apres[ -]midi)s?)? ?(?:,|;|\/|&|\+|et|ou|,? ?ainsi que|puis|-(?= ?$))? ?(?:tous )?(?:les? |du |de )?$/;
const THROUGH = /^ ?(?:au|a|-+|>|jusqu'au) ?$/;

/** Without a day nor such a word, « 8.30-12.00 » may be prices. */
const TELLS_HOURS =
  /\b(?:horaires?|ouvert\w*|ouverture|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|lun|mer|jeu|ven|sam|dim|semaine|week-?end)\b|\bl(?<mark>[.,/]? | ?[-|/,.] ?|)m\k<mark>m\k<mark>j\k<mark>v\b/;
/** No timetable has more; beyond, somebody wants to keep us busy. */
const MAX_TOKENS = 2_000;

/** Days that follow one another are one token. */
export function hoursTokens(folded: string): HoursToken[] {
  const tokens: HoursToken[] = [];
  const tellsHours = TELLS_HOURS.test(folded);
  for (const match of folded.matchAll(TOKEN)) {
    if (tokens.length >= MAX_TOKENS) break;
    if (match.groups?.['dotHour1'] !== undefined && !tellsHours) continue;
    const token = tokenOf(match, folded);
    if (!token) continue;
    const last = tokens.at(-1);
    const gap = last ? folded.slice(last.end, token.index) : '';
    if (last?.kind === 'days' && token.kind === 'days') {
      const joined = join(last.days, token.days, gap);
      if (joined) {
        tokens[tokens.length - 1] = { ...last, days: joined, end: token.end };
        continue;
      }
    }
    if (last?.kind === 'days' && token.kind === 'half' && /^ (?:l(?:e |'))?$/.test(gap)) {
      tokens[tokens.length - 1] = { ...last, half: token.half, end: token.end };
      continue;
    }
    tokens.push(token);
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray, folded: string): HoursToken | null {
  const { day, week, half, closed, except, always, initials, first, last } = match.groups ?? {};
  const place = { index: match.index, end: match.index + match[0].length };
  if (half !== undefined)
    return { ...place, kind: 'half', half: half.startsWith('m') ? 'morning' : 'afternoon' };
  if (closed !== undefined) return { ...place, kind: 'closed' };
  if (except !== undefined) return { ...place, kind: 'except' };
  if (week !== undefined) return { ...place, kind: 'days', days: daysOf(week), half: 'day' };
  if (initials !== undefined) {
    const count = initials.match(/[a-z]/g)?.length ?? 0;
    return { ...place, kind: 'days', days: WHOLE_WEEK.slice(0, count), half: 'day' };
  }
  if (first !== undefined && last !== undefined) {
    const days = through([dayOf(first)], [dayOf(last)]);
    return { ...place, kind: 'days', days, half: 'day' };
  }
  if (day !== undefined) {
    const isOnce =
      ONCE_BEFORE.test(folded.slice(Math.max(0, place.index - 30), place.index)) ||
      ONCE_AFTER.test(folded.slice(place.end, place.end + 30));
    const days = isOnce ? [] : [NAMES.indexOf(day.slice(0, 3)) + 1];
    return { ...place, kind: 'days', days, half: 'day' };
  }
  const range = always === undefined ? rangeOf(match.groups ?? {}) : { from: '00:00', to: '24:00' };
  return range && { ...place, kind: 'range', range };
}

/** Of `l`, `lu`, `v`…: what begins the name of a single day. */
function dayOf(beginning: string): number {
  return NAMES.findIndex((name) => name.startsWith(beginning)) + 1;
}

function daysOf(week: string): readonly number[] {
  if (/^(?:week|fin)/.test(week)) return [6, 7];
  if (week.endsWith('ouvrables')) return [1, 2, 3, 4, 5, 6];
  return /semaine|ouvres/.test(week) ? [1, 2, 3, 4, 5] : WHOLE_WEEK;
}

/** `null` when the second days are not said together with the first. */
function join(first: readonly number[], second: readonly number[], gap: string): readonly number[] | null {
  if (THROUGH.test(gap)) return through(first, second);
  if (!LIST.test(gap) || first.length === 0 || second.length === 0) return null;
  return [...new Set([...first, ...second])];
}

/** From Saturday to Monday goes through Sunday. */
function through(first: readonly number[], second: readonly number[]): readonly number[] {
  const start = first.at(-1);
  const [end] = second;
  if (start === undefined || end === undefined) return [];
  const length = (end - start + 7) % 7;
  return [...first, ...Array.from({ length }, (_, at) => ((start + at) % 7) + 1)];
}

function rangeOf(groups: Readonly<Record<string, string | undefined>>): HourRange | null {
  const { dotHour1, dotMinute1, dotHour2, dotMinute2 } = groups;
  if (dotHour1 !== undefined) return orderly(timeOf(dotHour1, dotMinute1), timeOf(dotHour2, dotMinute2));
  const from =
    groups['bare'] === undefined
      ? (timeOf(groups['hour1'], groups['minute1'], groups['word1']) ??
        timeOf(groups['hour2'], groups['minute2'], groups['word2']))
      : timeOf(groups['bare']);
  const to = timeOf(groups['hour3'], groups['minute3'], groups['word3'], true);
  return orderly(from, to);
}

function orderly(from: string | null, to: string | null): HourRange | null {
  return from !== null && to !== null && from < to ? { from, to } : null;
}

function timeOf(hour = '', minute = '00', word?: string, isEnd = false): string | null {
  if (word === 'midi') return '12:00';
  if (word === 'minuit' || (isEnd && (hour === '0' || hour === '00'))) return isEnd ? '24:00' : '00:00';
  if (hour === '' || Number(hour) > 24) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
