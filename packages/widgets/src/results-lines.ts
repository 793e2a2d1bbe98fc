import {
  formatNumber,
  formatPercent,
  parsePeriod,
  type Language,
  type PublishedIndicator,
  type PublishedValue,
  type Results,
} from '@qualepref/core';
import { plural } from './wording.ts';
import type { ResultsViewTexts } from './locales/results-view.fr.ts';

/** One indicator of one unit, over the periods that the file gives of it. */
export interface Series {
  /** The last period. */
  readonly latest: PublishedIndicator;
  /** The oldest first, the last included; without value while the follow-up was suspended. */
  readonly points: readonly Point[];
}

/** A period and what was measured in it. */
export interface Point {
  readonly period: string;
  readonly value: PublishedValue | null;
}

/** The series of a unit, in the order of the file; `only` names the indicators to keep. */
export function seriesOf(results: Results, unit: string, only: readonly string[]): readonly Series[] {
  const lines = results.indicators.filter(
    (line) => line.unit === unit && (only.length === 0 || only.includes(line.id)),
  );
  const groups = new Map<string, PublishedIndicator[]>();
  for (const line of lines) {
    const key = `${line.id} ${parsePeriod(line.period).kind} ${JSON.stringify(line.of)}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].map(seriesOfGroup);
}

function seriesOfGroup(group: PublishedIndicator[]): Series {
  const sorted = group.sort(byPeriod);
  const latest = sorted.at(-1) as PublishedIndicator;
  // A period that the file gives no line of is known from the line after it.
  const points = new Map<string, Point>();
  for (const { previous } of sorted) if (previous) points.set(previous.period, previous);
  for (const { period, value } of sorted) points.set(period, { period, value });
  return { latest, points: [...points.values()].sort(byPeriod) };
}

function byPeriod(one: Pick<Point, 'period'>, other: Pick<Point, 'period'>): number {
  return one.period < other.period ? -1 : 1;
}

/** A value in words and figures: `98 %`, `2,4 jours`. */
export function valueText(value: PublishedValue, language: Language, texts: ResultsViewTexts): string {
  const lang = language;
  if ('count' in value) return formatNumber(value.count, { lang });
  if ('days' in value)
    return `${formatNumber(value.days, { lang })}\u00A0${plural(value.days, lang, texts.days)}`;
  if ('points' in value)
    return `${formatNumber(value.points, { lang })}\u00A0${plural(value.points, lang, texts.points)}`;
  return formatPercent(numberOfValue(value), { lang });
}

/** A target, which is a bare number in the unit of the values beside it; nothing where there is none. */
export function targetText(
  { latest, points }: Series,
  language: Language,
  texts: ResultsViewTexts,
): string | undefined {
  const { target } = latest;
  const like = points.findLast(({ value }) => value !== null)?.value;
  if (target === undefined || !like) return undefined;
  const [kind = ''] = Object.keys(like);
  const value = kind === 'rate' || 'numerator' in like ? { rate: target } : { [kind]: target };
  return valueText(value as PublishedValue, language, texts);
}

/** A value as one number, to draw it. */
function numberOfValue(value: PublishedValue): number {
  if ('numerator' in value) return value.numerator / value.denominator;
  return Object.values(value)[0] as number;
}

/** Path of a line through the points, in a box of that size; it breaks where there is no value. */
export function drawn(points: readonly Point[], width: number, height: number): string {
  const numbers = points.map(({ value }) => (value ? numberOfValue(value) : undefined));
  const known = numbers.filter((number) => number !== undefined);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return numbers
    .map((number, at) => {
      if (number === undefined) return '';
      const x = points.length === 1 ? 0 : (at / (points.length - 1)) * width;
      const y = high === low ? height / 2 : height - ((number - low) / (high - low)) * height;
      const from = at > 0 && numbers[at - 1] !== undefined ? 'L' : 'M';
      // A round cap makes a dot of a line that goes nowhere.
      return `${from}${x.toFixed(1)} ${y.toFixed(1)}h0`;
    })
    .join('');
}
