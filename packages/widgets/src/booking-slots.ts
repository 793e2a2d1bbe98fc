import { addDays, dayNumber, weekdayOf, type PublicSlot, type SlotsAnswer } from '@qualepref/core';

/** Days asked for at once: nine weeks, as far as most préfectures open. */
const STRETCH = 62;
const SATURDAY = 6;

/** The free slots of one procedure at one site, day by day, as far as they have been asked for. */
export class SlotBook {
  /** Today where the site is: whoever reads it may be abroad. */
  readonly today: string;
  horizon: string;
  #next: string | null = null;
  #until: string;
  readonly #days = new Map<string, PublicSlot[]>();
  readonly #left: string | undefined;

  /** @param left start of the slot that somebody leaves for another: its other places are no move */
  constructor(timeZone: string, now: number, left?: string) {
    this.#left = left;
    this.today = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(now);
    this.horizon = this.today;
    this.#until = addDays(this.today, -1);
  }

  /** The next stretch to ask for. */
  range(day = ''): { readonly from: string; readonly to: string } {
    const from = addDays(this.#until, 1);
    const to = addDays(from, STRETCH);
    return { from, to: day > to ? day : to };
  }

  add({ slots, next, horizon }: SlotsAnswer, until: string): void {
    for (const slot of slots) {
      if (slot.start === this.#left) continue;
      const day = slot.start.slice(0, 10);
      const list = this.#days.get(day);
      if (list) list.push(slot);
      else this.#days.set(day, [slot]);
    }
    this.horizon = horizon < this.today ? this.today : horizon;
    this.#next = this.#days.size === 0 && next !== this.#left ? next : null;
    this.#until = until;
  }

  covers(day: string): boolean {
    return day <= this.#until || this.#until >= this.horizon;
  }

  on(day: string): readonly PublicSlot[] {
    return this.#days.get(day) ?? [];
  }

  /** Start of the first free slot, in what was asked for or after. */
  get first(): string | undefined {
    const first = [...this.#days.keys()].sort()[0];
    if (first === undefined) return this.#next ?? undefined;
    return this.on(first)[0]?.start;
  }

  /** Whether nothing at all is free. */
  get isEmpty(): boolean {
    return this.first === undefined;
  }

  /**
   * The days of a view, of which weekends without slots are left out: those of
   * the week of `day` when there is room for five, else as many as there is room for, from it.
   */
  view(day: string, room: number): string[] {
    const days: string[] = [];
    const isWeek = room >= 5;
    const from = isWeek ? addDays(day, 1 - weekdayOf(dayNumber(day))) : day;
    const until = isWeek ? addDays(from, 6) : this.horizon;
    for (
      let at = from;
      at <= until && at <= this.horizon && (isWeek || days.length < room);
      at = addDays(at, 1)
    ) {
      if (at >= this.today && this.isShown(at)) days.push(at);
    }
    return days;
  }

  /** The day with which the view before begins; undefined when there is none. */
  before(day: string, room: number): string | undefined {
    let at = addDays(day, -1);
    let first: string | undefined;
    for (let left = room >= 5 ? 1 : room; left > 0 && at >= this.today; at = addDays(at, -1)) {
      if (!this.isShown(at)) continue;
      first = at;
      left -= 1;
    }
    return first;
  }

  /** The day with which the view after begins; undefined when there is none. */
  after(day: string): string | undefined {
    for (let at = addDays(day, 1); at <= this.horizon; at = addDays(at, 1)) if (this.isShown(at)) return at;
    return undefined;
  }

  private isShown(day: string): boolean {
    return weekdayOf(dayNumber(day)) < SATURDAY || this.#days.has(day);
  }
}
