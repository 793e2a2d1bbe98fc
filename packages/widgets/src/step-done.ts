import type { AppointmentAnswer } from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import { icsOf } from './booking-ics.ts';
import type { LateView } from './booking-late-view.ts';
import { askToCancel, cancel, move } from './booking-settling.ts';
import { documents, freeOfCharge, link, moment, otherWays, type Shown } from './booking-view.ts';

/** The appointment is booked: what to keep, what to bring. */
export function doneStep(view: LateView): TemplateResult {
  const { t, journey } = view;
  const { appointment, contact } = journey;
  if (!appointment) return html``;
  return html`${facts(view, appointment)}
    <p>${t.keep}</p>
    ${contact.email.trim() === '' ? nothing : html`<p>${t.sent(contact.email.trim())}</p>`}
    ${takeAway(view, appointment)}
    ${
      appointment.manage === undefined
        ? nothing
        : html`<p>${link(appointment.manage, t.manage)}<br /><span class="mention">${t.manageHint}</span></p>`
    }
    ${documents(view, appointment.procedure.documents)} ${freeOfCharge(view)}
    ${otherWays(view, journey.procedure?.otherWays ?? [])}
    <p class="actions"><button type="button" @click=${() => void journey.start()}>${t.again}</button></p>`;
}

/** An appointment that its link opens: to move, to cancel. */
export function manageStep(view: LateView): TemplateResult {
  const { t, journey, now } = view;
  const { appointment, isBusy } = journey;
  if (!appointment) return html``;
  const isCancelled = appointment.state === 'cancelled';
  const isPast = Date.parse(appointment.start) <= now;
  const busy = isBusy ? 'true' : nothing;
  return html`${isCancelled ? html`<p class="strong" role="status">${t.cancelled}</p>` : nothing}
  ${journey.wasMoved && !isCancelled ? html`<p class="strong" role="status">${t.moved}</p>` : nothing}
  ${facts(view, appointment)} ${takeAway(view, appointment)}
  ${isCancelled ? nothing : documents(view, appointment.procedure.documents)}
  ${isPast && !isCancelled ? html`<p class="strong">${t.past}</p>` : nothing}
  ${
    isCancelled || isPast
      ? nothing
      : html`${appointment.isMovable ? nothing : html`<p>${t.unmovable}</p>`}
        ${
          journey.isCancelling
            ? html`<div class="alert" role="group" aria-labelledby="sure">
                <p id="sure" class="strong">${t.cancelSure}</p>
                <p class="actions">
                  <button type="button" id="keep-it" @click=${() => askToCancel(journey, false)}>
                    ${t.cancelNo}
                  </button>
                  <button type="button" aria-disabled=${busy} @click=${() => void cancel(journey)}>
                    ${t.cancelYes}
                  </button>
                </p>
              </div>`
            : html`<p class="actions">
                ${
                  appointment.isMovable
                    ? html`<button type="button" aria-disabled=${busy} @click=${() => void move(journey)}>
                        ${t.move}
                      </button>`
                    : nothing
                }
                <button type="button" id="cancel" @click=${() => askToCancel(journey, true)}>
                  ${t.cancel}
                </button>
              </p>`
        }`
  }
  ${otherWays(view, journey.waysOffered)}`;
}

function facts(view: LateView, { reference, site, procedure, start }: AppointmentAnswer): TemplateResult {
  const { t, told } = view;
  return html`<dl class="facts" part="appointment">
    <div>
      <dt>${t.when}</dt>
      <dd><time datetime=${start}>${moment(view, start)}</time></dd>
    </div>
    <div>
      <dt>${t.where}</dt>
      <dd>${site.name}<br />${site.address ?? ''}</dd>
    </div>
    <div>
      <dt>${t.what}</dt>
      <dd>${told(procedure.label)}</dd>
    </div>
    <div>
      <dt>${t.reference}</dt>
      <dd><strong>${reference}</strong></dd>
    </div>
  </dl>`;
}

function takeAway(view: LateView, appointment: AppointmentAnswer): Shown {
  const { t } = view;
  return html`<p class="actions no-print">
    <button type="button" @click=${() => download(view, appointment)}>
      ${appointment.state === 'cancelled' ? t.icsOff : t.ics}
    </button>
    <button type="button" @click=${() => window.print()}>${t.print}</button>
  </p>`;
}

/** A file made on the device: nothing is asked of the server. */
function download({ t, language, now }: LateView, appointment: AppointmentAnswer): void {
  const { reference, procedure, manage } = appointment;
  const items = procedure.documents.map((each) => each[language] ?? each.fr);
  const description = [
    `${t.reference} ${reference}`,
    ...(items.length === 0 ? [] : [`${t.documents}: ${items.join(' ; ')}`]),
    manage ?? '',
  ];
  const text = description.filter((line) => line !== '').join('\n');
  const file = icsOf(appointment, {
    host: location.host,
    now,
    language,
    description: { fr: text, en: text },
  });
  const address = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
  const anchor = Object.assign(document.createElement('a'), { href: address, download: `${reference}.ics` });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
