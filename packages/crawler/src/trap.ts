import type { Target } from './audit-file.ts';
import { Known } from './known.ts';

/** Why an address is taken for one made without end, in one word; each has its French in outcome-text.ts. */
export type TrapReason = 'session' | 'repeat' | 'far' | 'menu';

/** What was asked already of one shape of address. */
export interface PatternCount {
  readonly all: number;
  /** Of these, found by following others of the same shape. */
  readonly bred: number;
}

/** How much of one shape of address is read. */
export interface PatternBudgets {
  /** Addresses found by following others of the same shape: next month, one more facet. */
  readonly bred: number;
  /** Addresses of one shape that are listed elsewhere: others must have their share of the audit. */
  readonly alike: number;
  /** Pages of one list behind the first. */
  readonly pager: number;
}

/**
 * Fifty: more than three years of months, and less than two minutes of a polite
 * audit for each trap. A proposal of this project.
 */
export const MAX_PER_PATTERN = 50;
/** Pages read of one list behind the first: at ten a page, the newest three hundred. A proposal of this project. */
export const MAX_PAGER = 30;
/** Of all the pages that an audit may read, the share of one shape. */
const SHARE = 10;

/** One shape takes a tenth of the audit at most, and of what breeds itself much less. */
export function budgetsOf(maxPages: number, bred: number): PatternBudgets {
  return { bred, alike: Math.max(bred, Math.ceil(maxPages / SHARE)), pager: MAX_PAGER };
}

/** A random value in an address is most often a session under an unknown name. */
const TOKENS = 5;
/** The same segments so many times in a row are links that start from the wrong place. */
const REPEATS = 4;
const LONGEST_PERIOD = 4;
const MAX_SEGMENTS = 30;
/** Links followed from the start: sites are ten deep, what is sixty deep goes on for ever. */
const MAX_CHAIN = 60;

/** Of months and days. */
const NAMES =
  /(?<![a-z])(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![a-z])/g;
/** The same, cut: only beside a figure, as they are words by themselves. */
const SHORT_NAMES =
  /(?<![a-z])(?:janv?|fev|fevr|feb|mar|avr|apr|jun|jui|juil|jul|aug|aou|sept?|oct|nov|dec|lun|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)(?![a-z])(?=[-_. ]?[\d#])|(?<=[\d#][-_. ]?)(?:janv?|fev|fevr|feb|mar|avr|apr|jun|jui|juil|jul|aug|aou|sept?|oct|nov|dec)(?![a-z])/g;
/** Long hexadecimal, a UUID, or letters and digits in turn: nobody chose it. */
const TOKEN =
  /^(?=.*\d)(?=.*[a-f])[0-9a-f]{12,}$|^(?=(?:\D*\d+[a-z_]){3})[0-9a-z_-]{16,}$|^\d{16,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The shape of an address: numbers, dates, months and identifiers are alike,
 * what repeats counts once, and of a query only that there is one. Engines that
 * name their pages by a bare word (`?article12`) keep that word.
 */
export function patternOf(url: string): string {
  const { pathname, search } = new URL(url);
  const segments = segmentsOf(pathname).map(shapeOf);
  const path = `/${toldOnce(folded(segments)).join('/')}`;
  if (search === '') return path;
  const parameters = search.slice(1).split('&');
  const values = parameters.map((parameter) => parameter.split('=').slice(1).join('='));
  const bare = parameters.filter((parameter) => !parameter.includes('=')).map(shapeOf);
  return `${path}?${[...new Set(bare)].sort().join('&')}${values.some(isToken) ? '*' : ''}`;
}

/** What the address itself and the way that led to it say; `null` when they say nothing. */
export function isTrap(url: string, ancestors: readonly string[]): 'repeat' | 'far' | null {
  if (ancestors.length >= MAX_CHAIN) return 'far';
  return repeating.get(url, isRepeating) ? 'repeat' : null;
}

/** Each page of a site leads to what its menus lead to. */
const repeating = new Known<boolean>();

function isRepeating(url: string): boolean {
  const segments = segmentsOf(new URL(url).pathname);
  return segments.length > MAX_SEGMENTS || longestRun(segments) >= REPEATS;
}

/** Why an address is not asked: its shape breeds itself, is that of many others, or it is far down a list. */
export type Cut = 'pattern' | 'alike' | 'pager';

/** A target with the shape of its address, as the queue keeps it. */
export type Shaped = Target & { readonly pattern: string; readonly isBred: boolean };

/**
 * Of the addresses about to be asked, in their order, those beyond the budget
 * of their shape. `counts` is what is stored: the same file cuts the same way,
 * whoever answered first.
 */
export function beyondBudget(
  targets: readonly Shaped[],
  counts: ReadonlyMap<string, PatternCount>,
  budgets: PatternBudgets,
): Map<string, Cut> {
  const cut = new Map<string, Cut>();
  const running = new Map(counts);
  for (const { url, pattern, isBred } of targets) {
    const { all, bred } = running.get(pattern) ?? { all: 0, bred: 0 };
    const budget = pattern.endsWith('*') ? Math.ceil(budgets.bred / TOKENS) : budgets.bred;
    const why = isPager(pattern)
      ? all >= budgets.pager && 'pager'
      : isBred && bred >= budget
        ? 'pattern'
        : !isBred && all - bred >= budgets.alike && 'alike';
    if (why !== false) cut.set(url, why);
    else running.set(pattern, { all: all + 1, bred: bred + Number(isBred) });
  }
  return cut;
}

/** The pages of one list share the address of the list, whole: two lists never share their budget. */
export function pagerPattern(list: string): string {
  return `${list} (…)`;
}

/** Pagers of engines that write them in the query; a home page or a script may name its pages that way. */
const QUERY_PAGER = /^\?(?:page|paged|offset|start|debut_\w+)=\d+$/i;

/** The list that an address is one more page of, told by a lone number in its query; `null` when it is none. */
export function listOf(url: string): string | null {
  const { origin, pathname, search } = new URL(url);
  const isList = QUERY_PAGER.test(search) && pathname !== '/' && !/\.\w+$/.test(pathname);
  return isList ? `${origin}${pathname}` : null;
}

function isPager(pattern: string): boolean {
  return pattern.endsWith(' (…)');
}

function segmentsOf(pathname: string): string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}

function shapeOf(segment: string): string {
  const text = plain(segment);
  return isToken(text)
    ? '*'
    : text
        .replace(NAMES, '#')
        .replace(SHORT_NAMES, '#')
        .replace(/\d+(?:[-_.]?(?:\d+|#))*/g, '#')
        .replace(/#(?:[-_. ]?#)+/g, '#');
}

function isToken(value: string): boolean {
  return TOKEN.test(value.toLowerCase());
}

function plain(segment: string): string {
  let text = segment;
  try {
    text = decodeURIComponent(segment);
  } catch {
    // Not UTF-8: as it is.
  }
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Words that a path says again further on: a rubric may be called as the one above it. */
const AGAIN = 2;

/**
 * A path that says several words again further on is made by links that start
 * from the wrong place, in any order: all those of one section are alike.
 */
function toldOnce(segments: readonly string[]): readonly string[] {
  const words = segments.filter((segment) => !/^[#*]*$/.test(segment));
  return words.length - new Set(words).size < AGAIN ? segments : [...segments.slice(0, 1), '…'];
}

/** Groups of segments that follow themselves count once. */
function folded(segments: readonly string[]): string[] {
  const kept: string[] = [];
  for (const segment of segments) {
    kept.push(segment);
    for (let period = 1; period <= LONGEST_PERIOD && period * 2 <= kept.length; period++) {
      const last = kept.slice(-period);
      const before = kept.slice(-2 * period, -period);
      if (last.every((one, at) => one === before[at])) {
        kept.length -= period;
        break;
      }
    }
  }
  return kept;
}

/** How many times in a row the same group of segments stands. */
function longestRun(segments: readonly string[]): number {
  let longest = 1;
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    let same = 0;
    for (let at = period; at < segments.length; at++) {
      same = segments[at] === segments[at - period] ? same + 1 : 0;
      longest = Math.max(longest, 1 + Math.floor(same / period));
    }
  }
  return longest;
}
