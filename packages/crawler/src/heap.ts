import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Rows between two looks at the heap. */
const ROWS = 1_000;
/** Dead bytes that may lie about: for each byte that lives, and whatever lives. */
const SHARE = 0.3;
const LEAST = 24_000_000;
/** Bytes of the young generation, both halves, from which it grows no more. */
const YOUNG = 16_000_000;

/** V8's own collector. */
type Collector = (
  options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' } | { type: 'minor'; execution: 'sync' },
) => void;

let collector: Collector | undefined;
let rows = 0;
let living = 0;
let youngGrowth: number | undefined;

/**
 * Said for each row that a long work reads or writes, and for a page as for many:
 * now and then, what is dead is freed. V8 looks for it beside the work, on
 * threads of its own, and ends between two turns of the loop. Judging a site is
 * one long turn, on a machine that may have no processor to spare: left to
 * itself, the heap grows to several times what lives in it (decision 13).
 */
export function freeDead(more = 1): void {
  rows += more;
  if (rows < ROWS) return;
  rows = 0;
  const used = getHeapStatistics().used_heap_size;
  living = Math.min(living, used);
  if (used >= living * (1 + SHARE) + LEAST) freeAll();
}

/** What is dead is freed at once, and given back to the system: for when there is too much of it. */
export function freeAll(): void {
  collector ??= findCollector();
  collector({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  living = getHeapStatistics().used_heap_size;
}

/**
 * Said after each page, read or judged, when nothing of it is needed any more: what it left is
 * freed while it is young, which costs a millisecond, and the old generation
 * hardly grows. A full collection would forget the shapes of objects of which
 * none lives just then, and with them the machine code of the readers: compiled
 * anew for the next page, it costs more than reading it (decision 23).
 */
export function freePage(): void {
  collector ??= findCollector();
  collector({ type: 'minor', execution: 'sync' });
  const growth = youngSize() < YOUNG ? 2 : 1;
  if (growth === youngGrowth) return;
  youngGrowth = growth;
  setFlagsFromString(`--semi-space-growth-factor=${String(growth)}`);
}

/** V8 makes it smaller where the process rests. */
function youngSize(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}

/** Node shows it only where the command line asks for it; a context made after the flag has it too. */
function findCollector(): Collector {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collector;
}
