import type { Breakdown, MeasuredValue } from './measurement.ts';

/** What a sum is laid out on: the sites of a unit, by the months of a period. */
export interface Frame {
  readonly sites: number;
  readonly months: number;
}

/** One measurement on the frame; months are counted from the start of the period, both included. */
export interface Entry {
  /** Which site; −1 for a figure of the whole unit. */
  readonly site: number;
  readonly first: number;
  readonly last: number;
  /** Cases that count, or their total. */
  readonly upper: number;
  /** All cases. */
  readonly lower: number;
}

/** Sums under way: cells are sites by months, in the order of sites. */
export interface Sum {
  readonly of: Breakdown | undefined;
  readonly upper: number[];
  readonly lower: number[];
  readonly seen: boolean[];
  /** What is wider than a cell, or of which only the last state counts. */
  readonly entries: Entry[];
}

/** A sum that is done. */
export interface Settled {
  readonly upper: number;
  readonly lower: number;
  readonly seen: readonly boolean[];
}

export function startSum(of: Breakdown | undefined, { sites, months }: Frame): Sum {
  const cells = sites * months;
  return {
    of,
    upper: new Array<number>(cells).fill(0),
    lower: new Array<number>(cells).fill(0),
    seen: new Array<boolean>(cells).fill(false),
    entries: [],
  };
}

/** What a value adds to a sum; nothing for one that was published without its counts. */
export function countsOf(value: MeasuredValue): Pick<Entry, 'upper' | 'lower'> | undefined {
  switch (value.kind) {
    case 'ratio':
      return { upper: value.numerator, lower: value.denominator };
    case 'mean':
      return { upper: value.total, lower: value.count };
    case 'count':
      return { upper: value.count, lower: value.count };
    case 'published-rate':
    case 'published-mean':
      return undefined;
  }
}

/**
 * Adds up what happened, nothing twice: the widest measurement stands for all
 * the months and sites that it holds, and narrower ones of the same are not
 * added to it. Of two as wide, that of the whole unit, else the earlier, else
 * the one of more cases.
 */
export function settleSum({ upper, lower, seen, entries }: Sum, frame: Frame): Settled {
  if (entries.length === 0) return { upper: total(upper, 0), lower: total(lower, 0), seen };
  const left = { upper: [...upper], lower: [...lower], seen: [...seen] };
  const taken = new Set<number>();
  const wide = { upper: 0, lower: 0 };
  for (const entry of entries.toSorted(byWidth(frame))) {
    const cells = cellsOf(entry, frame);
    if (cells.some((cell) => taken.has(cell))) continue;
    wide.upper += entry.upper;
    wide.lower += entry.lower;
    for (const cell of cells) {
      taken.add(cell);
      left.upper[cell] = 0;
      left.lower[cell] = 0;
      left.seen[cell] = true;
    }
  }
  return { upper: total(left.upper, wide.upper), lower: total(left.lower, wide.lower), seen: left.seen };
}

/**
 * Keeps the last state seen of each site, and that of the whole unit when no
 * site has a later one.
 */
export function settleLast({ entries }: Sum, frame: Frame): Settled {
  const seen = Array.from({ length: frame.sites * frame.months }, () => false);
  const latest = new Map<number, Entry>();
  for (const entry of entries) {
    for (const cell of cellsOf(entry, frame)) seen[cell] = true;
    const known = latest.get(entry.site);
    if (!known || byEnd(entry, known) < 0) latest.set(entry.site, entry);
  }
  const whole = latest.get(-1);
  const sites = [...latest.values()].filter(({ site }) => site !== -1);
  const kept = whole && sites.every(({ last }) => last <= whole.last) ? [whole] : sites;
  return {
    upper: total(
      kept.map(({ upper }) => upper),
      0,
    ),
    lower: total(
      kept.map(({ lower }) => lower),
      0,
    ),
    seen,
  };
}

function cellsOf({ site, first, last }: Entry, { sites, months }: Frame): readonly number[] {
  const [from, to] = site === -1 ? [0, sites - 1] : [site, site];
  const cells: number[] = [];
  for (let at = from; at <= to; at++)
    for (let month = first; month <= last; month++) cells.push(at * months + month);
  return cells;
}

/** Whatever the order in which they came. */
function byWidth(frame: Frame) {
  const width = ({ site, first, last }: Entry): number =>
    (last - first + 1) * (site === -1 ? frame.sites : 1);
  return (a: Entry, b: Entry): number =>
    width(b) - width(a) || a.site - b.site || a.first - b.first || b.lower - a.lower || b.upper - a.upper;
}

function byEnd(a: Entry, b: Entry): number {
  return b.last - a.last || a.first - b.first || b.lower - a.lower || b.upper - a.upper;
}

function total(numbers: readonly number[], start: number): number {
  let sum = start;
  for (const number of numbers) sum += number;
  return sum;
}
