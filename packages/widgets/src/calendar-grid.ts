import { addDays, addMonths, dayNumber, weekdayOf } from '@qualepref/core';
import { html, type TemplateResult } from 'lit';
import { dayText } from './wording.ts';
import type { SlotView } from './booking-slot-view.ts';
import { longDay } from './booking-view.ts';

/** What a month is drawn from. */
export interface MonthGrid {
  /** The day in focus; its month is shown. */
  readonly day: string;
  readonly chosen: string | undefined;
  readonly min: string;
  readonly max: string;
  /** Free slots of a day. */
  readonly free: (day: string) => number;
  readonly move: (day: string, isByKey: boolean) => void;
}

/** The weeks of a month, Monday first; days of other months are empty places. */
export function weeksOf(day: string): (string | undefined)[][] {
  const first = `${day.slice(0, 7)}-01`;
  const weeks: (string | undefined)[][] = [];
  for (
    let at = addDays(first, 1 - weekdayOf(dayNumber(first)));
    at < addMonths(first, 1);
    at = addDays(at, 7)
  ) {
    weeks.push(
      Array.from({ length: 7 }, (_, rank) => addDays(at, rank)).map((each) =>
        each.startsWith(first.slice(0, 7)) ? each : undefined,
      ),
    );
  }
  return weeks;
}

/** The day to which a key leads, between two others; undefined for a key that leads nowhere (ARIA APG, date grid). */
export function dayByKey(
  key: string,
  day: string,
  {
    min,
    max,
    isRightToLeft = false,
  }: { readonly min: string; readonly max: string; readonly isRightToLeft?: boolean },
): string | undefined {
  const weekday = weekdayOf(dayNumber(day));
  const onward = isRightToLeft ? -1 : 1;
  const targets: Readonly<Record<string, () => string>> = {
    ArrowRight: () => addDays(day, onward),
    ArrowLeft: () => addDays(day, -onward),
    ArrowDown: () => addDays(day, 7),
    ArrowUp: () => addDays(day, -7),
    Home: () => addDays(day, 1 - weekday),
    End: () => addDays(day, 7 - weekday),
    PageDown: () => addMonths(day, 1),
    PageUp: () => addMonths(day, -1),
  };
  const target = targets[key]?.();
  if (target === undefined || target < min) return target && min;
  return target > max ? max : target;
}

/** A month as a grid of days, one of which takes the focus. */
export function monthGrid({ t, language, calendar }: SlotView, grid: MonthGrid): TemplateResult {
  const { day, chosen, min, max, free, move } = grid;
  const firstDay = `${day.slice(0, 7)}-01`;
  const name = (weekday: number, style: 'long' | 'narrow') =>
    dayText(`2024-01-0${String(weekday)}`, language, {
      weekday: style,
      day: undefined,
      month: undefined,
      year: undefined,
    });
  const turn = (months: number) => {
    const target = addMonths(firstDay, months);
    move(target < min ? min : target, false);
  };
  return html`<div class="range">
      <button
        type="button"
        aria-label=${t.monthBefore}
        aria-disabled=${String(firstDay <= min)}
        @click=${() => firstDay > min && turn(-1)}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <h3 id="month" aria-live="polite">${dayText(firstDay, language, { day: undefined })}</h3>
      <button
        type="button"
        aria-label=${t.monthAfter}
        aria-disabled=${String(addMonths(firstDay, 1) > max)}
        @click=${() => addMonths(firstDay, 1) <= max && turn(1)}
      >
        <span aria-hidden="true">›</span>
      </button>
    </div>
    <p id="grid-help" class="mention">${t.gridHelp}</p>
    <table
      role="grid"
      part="month"
      aria-labelledby="month"
      aria-describedby="grid-help"
      @keydown=${(event: KeyboardEvent) => {
        const { isRightToLeft } = calendar;
        const target = dayByKey(event.key, day, { min, max, isRightToLeft });
        if (target === undefined) return;
        event.preventDefault();
        move(target, true);
      }}
    >
      <thead>
        <tr>
          ${[1, 2, 3, 4, 5, 6, 7].map(
            (weekday) =>
              html`<th scope="col" abbr=${name(weekday, 'long')}>
                <span aria-hidden="true">${name(weekday, 'narrow')}</span
                ><span class="unseen">${name(weekday, 'long')}</span>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(day).map(
          (week) =>
            html`<tr>
              ${week.map((each) => {
                if (each === undefined) return html`<td></td>`;
                const count = each < min || each > max ? 0 : free(each);
                return html`<td aria-selected=${String(each === chosen)}>
                  <button
                    type="button"
                    class=${count > 0 ? 'open' : 'shut'}
                    tabindex=${each === day ? 0 : -1}
                    data-day=${each}
                    aria-disabled=${String(count === 0)}
                    @click=${() => move(each, false)}
                  >
                    <span aria-hidden="true">${Number(each.slice(8))}</span
                    ><span class="unseen"
                      >${longDay(each, language)}, ${count > 0 ? t.slots(count) : t.noSlot}</span
                    >
                  </button>
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>`;
}
