import {
  languages,
  parsePeriod,
  periodLabel,
  type Language,
  type PublishedIndicator,
  type Results,
} from '@qualepref/core';
import type { BadgeLine } from './probes/badges.ts';
import { figureText, targetText } from './published-figures.ts';
import { fold } from './text.ts';

/** A line of a badge that its results file does not bear out. */
export interface BadgeDifference {
  readonly name: string;
  readonly what: 'value' | 'period' | 'target' | 'unknown';
  /** As the badge shows it, and as the file has it. */
  readonly shown: string;
  readonly filed: string;
}

const TARGET = /^(?:objectif|target)\b/;

/**
 * What a badge shows that is not in its file: value, period or target of an
 * indicator, or an indicator that the file does not name.
 */
export function badgeDifferences(lines: readonly BadgeLine[], results: Results): BadgeDifference[] {
  return lines.flatMap((line): BadgeDifference[] => {
    const { name, period, figure } = line;
    const named = results.indicators.filter((each) => isNamed(each, line, results));
    if (named.length === 0) return [{ name, what: 'unknown', shown: figure, filed: '' }];
    const filed = named.find((each) => periodTexts(each).includes(fold(period)));
    if (!filed) {
      const last = named.reduce((a, b) => (parsePeriod(a.period).end < parsePeriod(b.period).end ? b : a));
      return [{ name, what: 'period', shown: period, filed: periodLabel(parsePeriod(last.period)) }];
    }
    const { value } = filed;
    if (value && !languages.some((lang) => begins(figure, figureText(value, lang))))
      return [{ name, what: 'value', shown: figure, filed: figureText(value) }];
    const target = line.rest.find((text) => TARGET.test(fold(text)));
    const known = targetTexts(filed);
    if (target !== undefined && known.length > 0 && !known.some((text) => fold(target).includes(text)))
      return [{ name, what: 'target', shown: target, filed: known[0] ?? '' }];
    return [];
  });
}

/** Of two results files, the lines of which both give a value, and not the same. */
export function fileDifferences(own: FileFigures, other: FileFigures): BadgeDifference[] {
  const figures = new Map(other.map(({ key, figure }) => [key, figure]));
  return own.flatMap(({ key, name, figure }) => {
    const filed = figures.get(key);
    return filed === undefined || filed === figure
      ? []
      : [{ name, what: 'value', shown: figure, filed } as const];
  });
}

/** What a results file says, line by line. */
export type FileFigures = readonly { readonly key: string; readonly name: string; readonly figure: string }[];

/** The first lines of a results file that have a value, at most `max`. */
export function fileFigures({ indicators }: Results, max: number): FileFigures {
  return indicators
    .flatMap(({ id, unit, period, of, label, value }) =>
      value
        ? [{ key: JSON.stringify([id, unit, period, of]), name: label.fr, figure: figureText(value) }]
        : [],
    )
    .slice(0, max);
}

/** A badge writes the name in its language, and behind it what the family is kept by. */
function isNamed(
  { label, unit, of }: PublishedIndicator,
  { name, unit: title }: BadgeLine,
  { units }: Results,
): boolean {
  const about = of ? ` (${Object.values(of).join(', ')})` : '';
  const names = [label.fr, label.en].filter((text) => text !== undefined);
  if (!names.some((text) => fold(text + about) === fold(name))) return false;
  return title === '' || units.some((each) => each.id === unit && fold(each.name) === fold(title));
}

function periodTexts({ period }: PublishedIndicator): string[] {
  return languages.map((lang: Language) => fold(periodLabel(parsePeriod(period), lang)));
}

function targetTexts({ target, value }: PublishedIndicator): string[] {
  if (target === undefined || !value) return [];
  return languages.map((lang) => fold(targetText(target, value, lang)));
}

/** « 96 % » begins « 96 % », and « 9 » does not begin « 96 % ». */
function begins(text: string, start: string): boolean {
  const [folded, beginning] = [fold(text), fold(start)];
  return folded.startsWith(beginning) && !/^[\d,.]/.test(folded.slice(beginning.length));
}
