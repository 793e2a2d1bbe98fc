import type { AppointmentAnswer, Language, OtherWay, PublicProcedure, PublicSlot } from '@qualepref/core';
import { html } from 'hono/html';
import { clockTime, weekdayAndDay } from '../date-words.ts';
import type { View } from '../plain-route.ts';
import { plainBookingWords } from './plain-booking-words.ts';
import { each, nothing, publicText, type Piece } from './plain-page.ts';

/** Free slots, a heading a day. */
export function byDay(
  slots: readonly PublicSlot[],
  language: Language,
  show: (slot: PublicSlot) => Piece,
): Piece {
  const days = [...Map.groupBy(slots, ({ start }) => start.slice(0, 10))];
  return html`${each(
    days,
    ([day, own]) =>
      html`<h3>${weekdayAndDay(day, language)}</h3>
        <ul class="slots">
          ${each(own, (slot) => html`<li>${show(slot)}</li>`)}
        </ul>`,
  )}`;
}

/** What to bring, and how to do without the internet: on every step. */
export function procedureNotes(
  { documents, otherWays, explanation }: PublicProcedure,
  language: Language,
): Piece {
  const words = plainBookingWords[language];
  return html`${explanation === undefined ? nothing : html`<p>${publicText(explanation, language)}</p>`}
    ${
      documents.length === 0
        ? nothing
        : html`<h2>${words.documents}</h2>
            <ul>
              ${each(documents, (text) => html`<li>${publicText(text, language)}</li>`)}
            </ul>`
    }
    <h2>${words.otherWays}</h2>
    <ul>
      ${each(otherWays, (way) => html`<li>${words.ways[way.kind]}${wayText(way, language)}</li>`)}
    </ul>`;
}

function wayText(way: OtherWay, language: Language): string {
  const where = way.kind === 'phone' ? way.number : way.address;
  const hours = ('hours' in way ? (way.hours ?? []) : []).map(
    ({ days, from, to }) => `${days.map((day) => weekweekdayAndDay(day, language)).join(', ')} ${from}–${to}`,
  );
  return [where, ...hours]
    .filter((part) => part !== undefined)
    .map((part) => `, ${part}`)
    .join('');
}

function weekweekdayAndDay(day: number, language: Language): string {
  // A Monday.
  const date = new Date(Date.UTC(2026, 10, 22 + day));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** What an appointment is known by, when and where. */
export function appointmentFacts({ reference, start, site }: AppointmentAnswer, language: Language): Piece {
  const words = plainBookingWords[language];
  return html`<dl>
    <dt>${words.reference}</dt>
    <dd>${reference}</dd>
    <dt>${words.when}</dt>
    <dd>${weekdayAndDay(start.slice(0, 10), language)}, ${clockTime(start, language)}</dd>
    <dt>${words.where}</dt>
    <dd lang="fr">${[site.name, site.address].filter((part) => part !== undefined).join('\n')}</dd>
  </dl>`;
}

/** An appointment that was booked, moved or cancelled. */
export function bookedView(appointment: AppointmentAnswer, language: Language): View {
  const words = plainBookingWords[language];
  const { procedure, state, token } = appointment;
  const isBooked = state === 'booked';
  return {
    title: isBooked ? words.booked : words.cancelled,
    content: html`${appointmentFacts(appointment, language)}
    ${
      isBooked
        ? html`<h2>${words.documents}</h2>
            <ul>
              ${each(procedure.documents, (text) => html`<li>${publicText(text, language)}</li>`)}
            </ul>
            <form method="post" action="/rendez-vous/simple/gerer">
              <input type="hidden" name="locale" value="${language}" />
              <input type="hidden" name="link" value="${token}" />
              <p class="actions"><button class="second">${words.manage}</button></p>
            </form>`
        : nothing
    }`,
  };
}
