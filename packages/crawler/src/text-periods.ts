import { isPeriodId } from '@qualepref/core';
import { datesIn } from './text-dates.ts';
import { foldInPlace } from './text.ts';

/** A civil period as people write it, in the text composed by `normalize('NFC')`. */
export interface ReadPeriod {
  /** As core names it: `2026`, `2026-S2`, `2026-T4`, `2026-11`, `2026-11-24`. */
  readonly id: string;
  readonly text: string;
  readonly index: number;
}

const RANKS: readonly (readonly [rank: string, words: string])[] = [
  ['1', '1|1er|1ere|premier|premiere|i'],
  ['2', '2|2e|2eme|2nd|second|deuxieme|ii'],
  ['3', '3|3e|3eme|troisieme|iii'],
  ['4', '4|4e|4eme|quatrieme|iv'],
];
const RANK = RANKS.map(([, words]) => words).join('|');
const YEAR = String.raw`(?:de (?:l'annee )?|d'|-|/)?(?<year>20\d\d)(?!\d)`;
/** 3e trimestre 2026, trimestre 3 de 2026, T3 2026, S1-2026, then 2026-T3 and 2026 T3. */
const PART = new RegExp(
  [
    String.raw`(?<![\w-])(?<rank>${RANK}) ?(?<kind>trimestre|semestre|trim\.?|sem\.?) ?${YEAR}`,
    String.raw`(?<![\w-])(?<kind2>trimestre|semestre) (?<rank2>[1-4]) ?${YEAR.replace('year', 'year2')}`,
    String.raw`(?<![\w-])(?<kind3>[ts])(?<rank3>[1-4]) ?${YEAR.replace('year', 'year3')}`,
    String.raw`(?<![\w-])(?<year4>20\d\d)[ -/]?(?<kind4>[ts])(?<rank4>[1-4])(?!\w)`,
  ].join('|'),
  'g',
);
const BARE_YEAR = /^\s*(?:annee )?(20\d\d)\s*$/;

/**
 * The periods of a text, in its order: quarters and semesters, then the months,
 * days and years that `datesIn` reads; a date without its year is none.
 *
 * @param today ISO day
 */
export function periodsIn(written: string, today: string): ReadPeriod[] {
  const text = written.normalize('NFC');
  const folded = foldInPlace(text);
  const bare = BARE_YEAR.exec(folded)?.[1];
  if (bare !== undefined) return [{ id: bare, text: text.trim(), index: 0 }];
  const parts = [...folded.matchAll(PART)].flatMap((match) => partOf(match, text));
  const isInPart = (index: number): boolean =>
    parts.some((part) => index >= part.index && index < part.index + part.text.length);
  const dates = datesIn(text, { today }).flatMap(
    ({ from, to, precision, isYearGuessed, isLegal, ...read }) => {
      const day = to ?? from;
      if (day === null || isYearGuessed || isLegal || isInPart(read.index)) return [];
      const id = day.slice(0, { year: 4, month: 7, day: 10 }[precision]);
      return [{ id, text: read.text, index: read.index }];
    },
  );
  return [...parts, ...dates].sort((a, b) => a.index - b.index);
}

function partOf(match: RegExpExecArray, text: string): ReadPeriod[] {
  const groups = match.groups ?? {};
  const one = (name: string): string =>
    groups[name] ?? groups[`${name}2`] ?? groups[`${name}3`] ?? groups[`${name}4`] ?? '';
  const rank = RANKS.find(([, words]) => words.split('|').includes(one('rank')))?.[0] ?? '';
  const id = `${one('year')}-${one('kind').charAt(0).toUpperCase()}${rank}`;
  const { index } = match;
  return isPeriodId(id) ? [{ id, text: text.slice(index, index + match[0].length), index }] : [];
}
