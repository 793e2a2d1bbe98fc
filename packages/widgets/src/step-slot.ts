import type { PublicSlot } from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { SlotBook } from './booking-slots.ts';
import { documents, freeOfCharge, longDay, moment, otherWays, type Shown } from './booking-view.ts';
import { choose, refresh } from './booking-choosing.ts';
import { keep } from './booking-keeping.ts';
import type { SlotView } from './booking-slot-view.ts';
import { monthGrid } from './calendar-grid.ts';
import { dayText, hourText } from './wording.ts';

/** The free slots, by week or by month. */
export function slotStep(view: SlotView): TemplateResult {
  const { t, told, journey } = view;
  const { book, procedure, site } = journey;
  if (!book || !procedure) return html``;
  const head = html`<p><strong>${told(procedure.label)}</strong><br />${site?.name}</p>
    ${notice(view)}`;
  const foot = html`${freeOfCharge(view)} ${documents(view, procedure.documents)}
  ${otherWays(view, procedure.otherWays)}`;
  if (book.isEmpty) {
    return html`${head}
      <p class="strong" role="status">${t.full}</p>
      <p>${t.fullHelp}</p>
      ${otherWays(view, procedure.otherWays)}
      <p class="actions">
        ${backButton(view)}
        <button
          type="button"
          aria-disabled=${journey.isBusy ? 'true' : nothing}
          @click=${() => void refresh(journey)}
        >
          ${t.refresh}
        </button>
      </p>`;
  }
  return html`${head} ${firstFree(view, book)}
    <div class="switch" role="group" aria-label=${t.view}>
      ${modeButton(view, 'week')} ${modeButton(view, 'month')}
    </div>
    <form
      novalidate
      aria-busy=${String(journey.isBusy)}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void keep(journey);
      }}
    >
      ${view.calendar.mode === 'week' ? weekView(view, book) : monthView(view, book)}
      ${site ? html`<p class="mention">${t.zone(site.name)}</p>` : nothing}
      ${journey.isChoiceMissing ? html`<p id="missing" class="error" role="alert">${t.chooseSlot}</p>` : nothing}
      ${journey.chosen === undefined ? nothing : html`<p class="strong" role="status">${moment(view, journey.chosen)}</p>`}
      <p class="actions">
        ${backButton(view)}
        <button class="primary" aria-disabled=${journey.isBusy ? 'true' : nothing}>${t.next}</button>
      </p>
    </form>
    ${foot}`;
}

/** What befell the slot meanwhile. */
function notice({ t, journey }: SlotView): Shown {
  if (!journey.notice) return nothing;
  return html`<p class="alert" role="alert">${t.notices[journey.notice]}</p>`;
}

function backButton({ t, journey }: SlotView): TemplateResult {
  const step = journey.isMoving ? 'manage' : 'procedure';
  return html`<button type="button" @click=${() => journey.go(step)}>${t.back}</button>`;
}

function firstFree(view: SlotView, book: SlotBook): Shown {
  const { t, journey, calendar } = view;
  const { first } = book;
  if (first === undefined || first === journey.chosen) return nothing;
  return html`<p class="first" part="next">
    <span
      >${t.firstFree}${view.language === 'fr' ? '\u00a0:' : ':'} <strong>${moment(view, first)}</strong></span
    >
    <button
      type="button"
      @click=${() => {
        choose(journey, first);
        calendar.show({ day: first.slice(0, 10) });
      }}
    >
      ${t.take}
    </button>
  </p>`;
}

function modeButton({ t, calendar }: SlotView, mode: 'week' | 'month'): TemplateResult {
  return html`<button
    type="button"
    aria-pressed=${String(calendar.mode === mode)}
    @click=${() => calendar.show({ mode })}
  >
    ${t[mode]}
  </button>`;
}

function weekView(view: SlotView, book: SlotBook): TemplateResult {
  const { t, language, calendar } = view;
  const days = book.view(calendar.day, calendar.room);
  const [first = calendar.day] = days;
  const last = days.at(-1) ?? first;
  const [before, after] = [book.before(first, calendar.room), book.after(last)];
  const turn = (day: string | undefined) => () => day !== undefined && calendar.show({ day });
  return html`<div class="range">
      <button
        type="button"
        aria-label=${t.earlier}
        aria-disabled=${String(before === undefined)}
        @click=${turn(before)}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <h3 aria-live="polite">
        ${first === last ? longDay(first, language) : t.range(dayText(first, language, { year: undefined }), dayText(last, language))}
      </h3>
      <button
        type="button"
        aria-label=${t.later}
        aria-disabled=${String(after === undefined)}
        @click=${turn(after)}
      >
        <span aria-hidden="true">›</span>
      </button>
    </div>
    <div class="days" part="week">${days.map((day) => dayColumn(view, day, book.on(day)))}</div>`;
}

function monthView(view: SlotView, book: SlotBook): TemplateResult {
  const { t, journey, calendar } = view;
  const { day } = calendar;
  const slots = book.on(day);
  return html`${monthGrid(view, {
      day,
      chosen: journey.chosen?.slice(0, 10),
      min: book.today,
      max: book.horizon,
      free: (each) => book.on(each).length,
      move: (to, isByKey) => calendar.show({ day: to, isByKey }),
    })}
    <p class="mention">${t.pickDay}</p>
    ${dayColumn(view, day, slots, 'wide')}`;
}

/** One day: native radio buttons, so that one key goes in and arrows go from hour to hour. */
function dayColumn(
  { t, language, journey }: SlotView,
  day: string,
  slots: readonly PublicSlot[],
  name = '',
): TemplateResult {
  const title = dayText(day, language, { weekday: 'long', year: undefined });
  if (slots.length === 0) {
    return html`<div class="day">
      <h4>${title}</h4>
      <p class="mention">${t.noSlot}</p>
    </div>`;
  }
  return html`<fieldset class="day ${name}" aria-describedby=${journey.isChoiceMissing ? 'missing' : nothing}>
    <legend>${title}</legend>
    ${slots.map(
      ({ start }) =>
        html`<label class="hour">
          <input
            type="radio"
            name="slot"
            value=${start}
            .checked=${start === journey.chosen}
            @change=${() => choose(journey, start)}
          />
          <span>${hourText(start, language)}</span>
        </label>`,
    )}
  </fieldset>`;
}
