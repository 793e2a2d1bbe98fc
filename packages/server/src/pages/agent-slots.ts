import { addDays } from '@qualepref/core';
import { html } from 'hono/html';
import { freeSlots } from '../booking.ts';
import { clockTime, longDay, weekdayAndDay } from '../date-words.ts';
import type { World } from '../world.ts';
import { pick, type Filled } from './agent-form.ts';
import { each, nothing, words, type Html } from './agent-html.ts';

/** Days of free slots on one page. */
const SHOWN_DAYS = 7;

/** What free slots are looked for. */
export interface SlotSearch {
  readonly site: string;
  readonly procedure: string;
  /** First ISO day shown. */
  readonly from: string;
  /** A start that is not offered: where somebody is already. */
  readonly but?: string;
  /** Address of the same page from another ISO day. */
  readonly at: (from: string) => string;
}

/**
 * A week of places that agents can give, as a choice in a form; where none is
 * free, the next day that has one.
 *
 * @param form the form around the choice, which sends `debut`
 */
export async function slotsPart(
  world: World,
  filled: Filled,
  { site, procedure, from, but, at }: SlotSearch,
  form: (choice: Html) => Html,
): Promise<Html> {
  const to = addDays(from, SHOWN_DAYS - 1);
  const { slots, next } = await freeSlots(world, { site, procedure, from, to, booker: 'agent' });
  const offered = slots.filter(({ start }) => start !== but);
  const onward = html`<p><a href="${at(addDays(from, SHOWN_DAYS))}">Semaine suivante</a></p>`;
  if (offered.length === 0) {
    const none = html`<p>${words(`Aucune place libre du ${longDay(from)} au ${longDay(to)}.`)}</p>`;
    // Only the place that is left out was free: what comes after was not looked up.
    if (slots.length > 0) return html`${none} ${onward}`;
    return html`${none} ${next === null ? noneBeyond() : firstFree(next.slice(0, 10), at)}`;
  }
  const byDay = [...Map.groupBy(offered, ({ start }) => start.slice(0, 10))];
  return html`${form(
    html`<h2 id="debut">Créneau</h2>
      ${filled.faults['debut'] === undefined ? nothing : html`<p class="fault">${words(filled.faults['debut'])}</p>`}
      ${each(byDay, ([day, all]) =>
        pick(
          { ...filled, faults: {} },
          {
            ...{ name: 'debut', label: weekdayAndDay(day), key: `debut-${day}` },
            choices: all.map(({ start, places }) => ({
              value: start,
              label: `${clockTime(start)} (${places > 1 ? `${String(places)}\u00A0places` : '1\u00A0place'})`,
            })),
          },
        ),
      )}`,
  )}
  ${onward}`;
}

function noneBeyond(): Html {
  return html`<p>
    ${words('Aucune place libre au-delà : ouvrir des créneaux, ou proposer un autre moyen.')}
  </p>`;
}

function firstFree(day: string, at: SlotSearch['at']): Html {
  return html`<p><a href="${at(day)}">${words(`Première place libre : ${weekdayAndDay(day)}`)}</a></p>`;
}
