import { setTimeout as sleep } from 'node:timers/promises';

/** The part of the day in which an audit may ask, in the site's own time. */
export interface AllowedHours {
  /** Wall-clock time, `20:00`; included. */
  readonly from: string;
  /** Excluded; before `from`, it is the next day's. Equal to it, the whole day is allowed. */
  readonly to: string;
  /** IANA zone, `Europe/Paris`. */
  readonly zone: string;
}

const MINUTE = 60_000;
const DAY = 1440;

/**
 * When the next request may be sent: `null` when it may be now. Where clocks
 * change during the wait, the answer is the moment at which they show `from`,
 * or the first one after it that exists.
 */
export function opensAt({ from, to, zone }: AllowedHours, now: Date): Date | null {
  const opening = minutesOf(from);
  const length = (minutesOf(to) - opening + DAY) % DAY || DAY;
  const since = (moment: Date): number => (clockIn(zone, moment) - opening + DAY) % DAY;
  if (since(now) < length) return null;
  const whole = Math.floor(now.getTime() / MINUTE) * MINUTE;
  const guess = new Date(whole + (DAY - since(now)) * MINUTE);
  // Off by an hour when clocks have changed between now and then; `late` is past the opening, or short of it.
  const late = since(guess) > DAY / 2 ? since(guess) - DAY : since(guess);
  const mended = new Date(guess.getTime() - late * MINUTE);
  return since(mended) < length && mended > now ? mended : guess;
}

function minutesOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function clockIn(zone: string, moment: Date): number {
  const format = new Intl.DateTimeFormat('fr-FR', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return minutesOf(format.format(moment));
}

/** Resolves when a request may be sent. */
export type Gate = (signal: AbortSignal | undefined) => Promise<void>;

/** What a gate needs to know and to say. */
export interface GateOptions {
  readonly hours?: AllowedHours | undefined;
  readonly onPause?: (until: Date) => void;
  readonly now: () => Date;
  /** Milliseconds between two looks at the clock: a machine may sleep meanwhile, and wake up late. */
  readonly glance: number;
}

/** Keeps requests back outside the allowed hours, and says once until when. */
export function createGate({ hours, onPause, now, glance }: GateOptions): Gate {
  let told = 0;
  return async (signal) => {
    if (!hours) return;
    for (let until = opensAt(hours, now()); until; until = opensAt(hours, now())) {
      if (until.getTime() > told) onPause?.(until);
      told = Math.max(told, until.getTime());
      await sleep(
        Math.min(glance, Math.max(1, until.getTime() - now().getTime())),
        undefined,
        signal ? { signal } : {},
      );
    }
  };
}
