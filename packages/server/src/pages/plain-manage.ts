import { addDays, holdRequestSchema, type AppointmentAnswer } from '@qualepref/core';
import { html } from 'hono/html';
import { is } from 'valibot';
import { appointmentOf, cancelAppointment, freeSlots, holdPlace, moveAppointment } from '../booking.ts';
import { clockTime } from '../date-words.ts';
import { onceForm, STAMP_FIELD, stampOf } from '../plain-form.ts';
import type { PlainAsked, PlainRoute, View } from '../plain-route.ts';
import { todayAt } from '../site-time.ts';
import { idOf } from '../token.ts';
import { appointmentFacts, bookedView, byDay } from './plain-booking-parts.ts';
import { plainBookingWords } from './plain-booking-words.ts';
import { PLAIN_BOOKING, windowStart } from './plain-booking.ts';
import { alertOf, line, plainForm } from './plain-fields.ts';
import { nothing, type Piece } from './plain-page.ts';

const PATH = `${PLAIN_BOOKING}/gerer`;
const WINDOW = 14;

/** Asks for the link: a token in the address of a page would be in the log of every proxy. */
const show: PlainRoute = {
  method: 'get',
  path: PATH,
  handle: (asked) => Promise.resolve(askView(asked, false)),
};

/** Shows the appointment, or does what its buttons say. */
const act: PlainRoute = {
  method: 'post',
  path: PATH,
  handle: async (asked) => {
    const { world, language, fields, source } = asked;
    const id = idOf(world.settings.secret, 'appointment', tokenIn(fields['link'] ?? ''));
    if (id === undefined) return { ...askView(asked, true), status: 422 };
    const appointment = await appointmentOf(world, world.store.db, id);
    const { act: what = '' } = fields;
    switch (what) {
      case 'cancel':
        return bookedView(
          await onceForm(world, `cancel ${id}`, fields, (tx) => cancelAppointment(world, tx, id)),
          language,
        );
      case 'move': {
        const start = fields['start'] ?? '';
        if (!is(holdRequestSchema.entries.start, start)) return slotsView(asked, appointment, true);
        const { site, procedure } = appointment;
        const place = { site: site.id, procedure: procedure.id, start, booker: 'public', source } as const;
        const moved = await onceForm(world, `move ${id}`, fields, async (tx) =>
          moveAppointment(world, tx, id, (await holdPlace(world, tx, place)).id),
        );
        return bookedView(moved, language);
      }
      case 'slots':
        return slotsView(asked, appointment, false);
      default:
        return appointmentView(asked, appointment);
    }
  },
};

/** The token of a link that was copied, whole or not. */
function tokenIn(link: string): string {
  return link.trim().slice(-200).split('#').at(-1) ?? '';
}

function askView({ world, language, fields }: PlainAsked, isWrong: boolean): View {
  const words = plainBookingWords[language];
  const filled = {
    ...{ language, values: fields },
    faults: isWrong ? { link: words.faults.link } : {},
  };
  return {
    ...{ title: words.manageTitle, ...alertOf(filled) },
    content: plainForm(
      world,
      filled,
      { action: PATH, form: 'manage', submit: words.open },
      line(filled, { name: 'link', label: words.link, hint: words.linkHint, autocomplete: 'off' }),
    ),
  };
}

function appointmentView(asked: PlainAsked, appointment: AppointmentAnswer): View {
  const { language } = asked;
  const words = plainBookingWords[language];
  const { isMovable, state } = appointment;
  return {
    title: words.manageTitle,
    content: html`${appointmentFacts(appointment, language)}
    ${state === 'cancelled' ? html`<p class="note">${words.cancelled}</p>` : nothing}
    ${isMovable ? buttonForm(asked, appointment, 'slots', html`<button class="second">${words.move}</button>`) : nothing}
    ${
      state === 'booked'
        ? html`<p>${words.cancelSure}</p>
            ${buttonForm(asked, appointment, 'cancel', html`<button>${words.cancel}</button>`)}`
        : nothing
    }`,
  };
}

async function slotsView(asked: PlainAsked, appointment: AppointmentAnswer, isWrong: boolean): Promise<View> {
  const { world, language, fields } = asked;
  const words = plainBookingWords[language];
  const { site, procedure } = appointment;
  const today = todayAt(world, site.id);
  const from = windowStart(fields['from'], today);
  const to = addDays(from, WINDOW - 1);
  const place = { site: site.id, procedure: procedure.id, from, to, booker: 'public' } as const;
  const { slots, next, horizon } = await freeSlots(world, place);
  const later = slots.length === 0 ? next?.slice(0, 10) : addDays(from, WINDOW);
  return {
    title: words.newSlot,
    content: html`${isWrong ? html`<p class="error" role="alert">${words.faults.start}</p>` : nothing}
    ${slots.length === 0 ? html`<p>${words.noSlot}</p>` : nothing}
    ${
      slots.length === 0
        ? nothing
        : buttonForm(
            asked,
            appointment,
            'move',
            html`<fieldset>
                <legend>${words.slots}</legend>
                ${byDay(
                  slots,
                  language,
                  ({ start }) =>
                    html`<label class="option"
                      ><input type="radio" name="start" value="${start}" />
                      ${clockTime(start, language)}</label
                    >`,
                )}
              </fieldset>
              <button>${words.moveHere}</button>`,
          )
    }
    ${
      later !== undefined && later <= horizon
        ? buttonForm(
            asked,
            appointment,
            'slots',
            html`<input type="hidden" name="from" value="${later}" /><button class="second">
                ${words.later}
              </button>`,
          )
        : nothing
    }`,
  };
}

function buttonForm(
  { world, language }: PlainAsked,
  { token }: AppointmentAnswer,
  what: string,
  content: Piece,
): Piece {
  return html`<form method="post" action="${PATH}">
    <input type="hidden" name="${STAMP_FIELD}" value="${stampOf(world, what)}" />
    <input type="hidden" name="locale" value="${language}" />
    <input type="hidden" name="link" value="${token}" />
    <input type="hidden" name="act" value="${what}" />
    ${content}
  </form>`;
}

/** Moving and cancelling an appointment. */
export const plainManage: readonly PlainRoute[] = [show, act];
