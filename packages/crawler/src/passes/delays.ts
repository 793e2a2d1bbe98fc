import { RECORDED, type RecordedTimer } from '../render-recorder.ts';
import type { Pass } from './pass.ts';

/** What is due later on, by a timer of the page. */
export interface DelayFacts {
  /** `leaves`: another page, or the same again; `expires`: a message that time is up. */
  readonly kind: 'leaves' | 'expires';
  /** Seconds after which it happens. */
  readonly seconds: number;
}

export interface DelaysFacts {
  readonly delays: readonly DelayFacts[];
  /** Whether a control of the page looks like one that gives more time. */
  readonly hasControl: boolean;
}

/** Shorter, it has happened already; longer than RGAA's twenty hours, it is no limit. In milliseconds. */
const SOONEST = 2_000;
const LATEST = 72_000_000;
const RUNS = 5;

/** Runs at once the timers that lead away, and sees whether they do. Last of all: the page may not survive it. */
export const delays: Pass<DelaysFacts> = async ({ call, evaluateAmong, departures }) => {
  const timers = (await evaluateAmong<RecordedTimer[] | undefined>(`${RECORDED}?.timers()`)) ?? [];
  const leads = /\blocation\b|\.reload\(|\.submit\(|\bhistory\b|http-equiv/;
  const tells = /expir|session|logout|d[ée]connect|timeout|time is up|temps/i;
  const due = timers.flatMap(({ delay, source, isCleared }, index) =>
    !isCleared && delay >= SOONEST && delay < LATEST && (leads.test(source) || tells.test(source))
      ? [{ index, delay }]
      : [],
  );
  // Counts down each second, and leaves at the end.
  const ticks = timers.flatMap(({ delay, kind, source, isCleared }, index) =>
    !isCleared &&
    delay >= 200 &&
    delay < SOONEST &&
    (kind === 'interval' || timers.filter((one) => one.source === source).length > 1) &&
    leads.test(source)
      ? [{ index, delay }]
      : [],
  );
  if (due.length + ticks.length === 0) return undefined;
  const found: DelayFacts[] = [];
  const hasControl = await call(canExtend);
  await departures();
  const tried = async (index: number, times: number, seconds: number): Promise<void> => {
    await call(mark);
    await evaluateAmong(
      `(() => { const r = ${RECORDED}; for (let i = 0; i < ${String(times)}; i++) r.run(${String(index)}); })()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    const gone = await departures();
    if (gone.some(({ kind }) => kind === 'page')) found.push({ kind: 'leaves', seconds });
    else if (
      gone.some(({ kind, detail }) => kind === 'dialog' && isExpiry(detail)) ||
      (await call(lines)).some(isExpiry)
    )
      found.push({ kind: 'expires', seconds });
  };
  for (const { index, delay } of due.slice(0, RUNS)) await tried(index, 1, Math.round(delay / 1_000));
  for (const { index, delay } of ticks.slice(0, 2))
    await tried(index, 300, Math.round((delay * 300) / 1_000));
  return { delays: found, hasControl };
};

function isExpiry(text: string): boolean {
  return /expir|time(?:d)?[- ]?(?:is )?(?:out|up)|logged out|d[ée]connect|temps (?:est )?[ée]coul|d[ée]lai/i.test(
    text,
  );
}

/** Runs inside the page. */
function mark(): void {
  qa.mark();
}

/** Runs inside the page. */
function lines(): readonly string[] {
  return qa.changes().shown;
}

/** Runs inside the page. */
function canExtend(): boolean {
  return qa.hasControl(
    /pause|stop|arr[êe]t|annul|cancel|prolong|extend|plus de temps|more time|continuer|stay|rester|d[ée]sactiv|disable/i,
  );
}
