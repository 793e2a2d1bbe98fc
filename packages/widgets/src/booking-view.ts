import type { Language, OtherWay, PublicText } from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { BookingJourney } from './booking-journey.ts';
import { dayText, hourText } from './wording.ts';
import type { BookingTexts } from './locales/appointment-booking.fr.ts';

/** What each view is drawn from. */
export interface View<Texts extends BookingTexts = BookingTexts> {
  readonly t: Texts;
  readonly language: Language;
  readonly journey: BookingJourney;
  readonly told: (text: PublicText) => TemplateResult | string;
  readonly now: number;
  /** The page wrote something to show in place of the widget. */
  readonly hasFallback: boolean;
  /** How the slots are shown. */
  readonly calendar: CalendarState;
}

/** How the slots are shown: by week or month, and from which day. */
export interface CalendarState {
  readonly mode: 'week' | 'month';
  /** First day of the week view, day in focus of the month view. */
  readonly day: string;
  /** Days that fit side by side. */
  readonly room: number;
  readonly isRightToLeft: boolean;
  readonly show: (change: { mode?: 'week' | 'month'; day?: string; isByKey?: boolean }) => void;
}

export type Shown = TemplateResult | typeof nothing;

/** `mardi 24 novembre 2026`. */
export function longDay(start: string, language: Language): string {
  return dayText(start.slice(0, 10), language, { weekday: 'long' });
}

/** `mardi 24 novembre 2026 à 9 h 00`. */
export function moment({ t, language }: View, start: string): string {
  return t.at(longDay(start, language), hourText(start, language));
}

/** A list of public texts under a title, when there are any. */
export function documents({ t, told }: View, texts: readonly PublicText[]): Shown {
  if (texts.length === 0) return nothing;
  return html`<section part="documents">
    <h3>${t.documents}</h3>
    <ul>
      ${texts.map((each) => html`<li>${told(each)}</li>`)}
    </ul>
  </section>`;
}

export function freeOfCharge({ t }: View): TemplateResult {
  return html`<p class="free">${t.free}</p>`;
}

/** A link that cannot run script, whatever the address says. */
export function link(address: string | null | undefined, text: unknown, name = ''): Shown {
  if (!address || !/^(?:https?:\/\/|\/(?!\/))/i.test(address)) return nothing;
  return html`<a class=${name} href=${address}>${text}</a>`;
}

/** The other ways, and those that the page gives itself. */
export function otherWays(view: View, ways: readonly OtherWay[]): TemplateResult {
  return html`<section class="ways" part="other-way" aria-labelledby="ways">
    <h3 id="ways">${view.t.otherWay}</h3>
    ${waysList(view, ways)}
    <slot name="other-way">${ways.length === 0 ? lastResort(view) : nothing}</slot>
  </section>`;
}

/** Nothing is known: what the page shows without script, else that there is a préfecture. */
function lastResort({ t, hasFallback }: View): TemplateResult {
  return hasFallback ? html`<slot></slot>` : html`<p>${t.lastResort}</p>`;
}

function waysList(view: View, ways: readonly OtherWay[]): Shown {
  const { t, told } = view;
  if (ways.length === 0) return nothing;
  return html`<ul class="plain">
    ${ways.map(
      (way) =>
        html`<li>
          <strong>${t.ways[way.kind]}</strong>${view.language === 'fr' ? '\u00a0: ' : ': '}${wayText(way)}
          ${'purpose' in way && way.purpose ? html`<br />${told(way.purpose)}` : nothing}
          ${'hours' in way && way.hours ? way.hours.map((each) => html`<br />${hoursText(view, each)}`) : nothing}
        </li>`,
    )}
  </ul>`;
}

function wayText(way: OtherWay): unknown {
  switch (way.kind) {
    case 'phone': {
      const number = way.number ?? '';
      return html`<a href="tel:${number.replace(/[^\d+]/g, '')}">${number.replace(/[ .]/g, '\u00a0')}</a>`;
    }
    case 'email':
      return html`<a href="mailto:${way.address ?? ''}">${way.address}</a>`;
    case 'form':
      return link(way.address, way.address);
    case 'desk':
    case 'post':
      return way.address;
  }
}

/** `du lundi au vendredi, de 9 h 00 à 12 h 00`. */
function hoursText(
  { t, language }: View,
  { days, from, to }: { readonly days: readonly number[]; readonly from: string; readonly to: string },
): string {
  const first = days[0] ?? 1;
  const last = days.at(-1) ?? first;
  // 1 January 2024 was a Monday.
  const name = (day: number) =>
    dayText(`2024-01-0${String(day)}`, language, {
      weekday: 'long',
      day: undefined,
      month: undefined,
      year: undefined,
    });
  const isRow = days.length > 2 && days.every((day, at) => day === first + at);
  const named = isRow ? t.days(name(first), name(last)) : days.map(name).join(', ');
  return `${named}, ${t.hours(hourText(`1970-01-01T${from}`, language), hourText(`1970-01-01T${to}`, language))}`;
}
