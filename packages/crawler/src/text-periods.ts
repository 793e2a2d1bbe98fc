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
  ['1', '1|1er|1 er|1ᵉʳ|1re|1ere|premier|premiere|i|ier'],
  ['2', '2|2e|2ᵉ|2°|2eme|2nd|second|deuxieme|ii|iie'],
  ['3', '3|3e|3ᵉ|3°|3eme|troisieme|iii|iiie'],
  ['4', '4|4e|4ᵉ|4°|4eme|quatrieme|iv|ive'],
];
const LAST = 'dernier';
const RANK = [...RANKS.map(([, words]) => words), LAST].join('|');
const YEAR = String.raw`20\d\d(?!\d)`;
const OF = String.raw`(?: ?[,(/:-] ?| )?(?:de (?:l'annee )?|d'|annee )?`;
/** Behind a year it is that of a quarter, unless the quarter has its own. */
const OWN_YEAR = String.raw`(?!${OF}20\d\d)`;
/** 3e trimestre 2026, trimestre 3 de 2026, T3 2026, 3T 2026, then 2026-T3, 2026 T3 and 2026 : 3e trimestre. */
const PART = new RegExp(
  [
    String.raw`(?<![\w-])(?<rank>${RANK}) ?(?<kind>trimestres?|semestres?|trim\.?|sem\.?)${OF}(?<year>${YEAR})`,
    String.raw`(?<![\w-])(?<kind2>trimestre|semestre) (?:n° ?)?(?<rank2>[1-4])${OF}(?<year2>${YEAR})`,
    String.raw`(?<![\w-])(?<kind3>[tqs]) ?(?<rank3>[1-4])${OF}(?<year3>${YEAR})`,
    String.raw`(?<![\w.,-])(?<rank4>[1-4]) ?(?<kind4>t)[ -/]?(?<year4>${YEAR})`,
    String.raw`(?<![\w-])(?<year5>20\d\d) ?[-/,:(]? ?(?<kind5>[tqs])(?<rank5>[1-4])(?!\w)${OWN_YEAR}`,
    String.raw`(?<![\w-])(?<year6>20\d\d) ?[,:(-] ?(?<rank6>${RANK}) (?<kind6>trimestre|semestre)(?!\w)${OWN_YEAR}`,
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
    ['', '2', '3', '4', '5', '6'].map((form) => groups[name + form]).find((said) => said !== undefined) ?? '';
  const kind = one('kind').startsWith('s') ? 'S' : 'T';
  const last = kind === 'S' ? '2' : '4';
  const said = one('rank');
  const rank = said === LAST ? last : (RANKS.find(([, words]) => words.split('|').includes(said))?.[0] ?? '');
  const id = `${one('year')}-${kind}${rank}`;
  const { index } = match;
  return isPeriodId(id) ? [{ id, text: text.slice(index, index + match[0].length), index }] : [];
}
