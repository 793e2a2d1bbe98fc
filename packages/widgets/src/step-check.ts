import { html, nothing, type TemplateResult } from 'lit';
import type { LateView } from './booking-late-view.ts';
import { confirm } from './booking-settling.ts';
import { documents, freeOfCharge, moment } from './booking-view.ts';
import { holdPanel } from './step-contact.ts';
import type { Step } from './booking-journey.ts';

/** All that was chosen, before it is sent. */
export function checkStep(view: LateView): TemplateResult {
  const { t, told, journey } = view;
  const { procedure, site, contact, isMoving, isBusy } = journey;
  const isLapsed = !journey.hold || journey.kept.isLapsed;
  const row = (term: string, text: unknown, step?: Step) =>
    html`<div>
      <dt>${term}</dt>
      <dd>
        ${text}
        ${
          step && !isMoving
            ? html`<button
                type="button"
                class="small"
                aria-label="${t.change}${view.language === 'fr' ? '\u00a0: ' : ': '}${term}"
                @click=${() => journey.go(step)}
              >
                ${t.change}
              </button>`
            : nothing
        }
      </dd>
    </div>`;
  return html`${holdPanel(view)}
    <dl class="facts">
      ${row(t.where, html`${site?.name}<br />${site?.address ?? ''}`, journey.sites.length > 1 ? 'site' : undefined)}
      ${row(t.what, procedure ? told(procedure.label) : '', 'procedure')}
      ${row(t.when, moment(view, journey.chosen ?? ''), 'slot')}
      ${
        isMoving
          ? nothing
          : html`${row(t.who, contact.name, 'contact')}
            ${contact.email.trim() === '' ? nothing : row(t.email, contact.email, 'contact')}
            ${contact.phone.trim() === '' ? nothing : row(t.phone, contact.phone, 'contact')}`
      }
    </dl>
    ${documents(view, procedure?.documents ?? [])} ${freeOfCharge(view)}
    <p class="actions">
      <button type="button" @click=${() => journey.go(isMoving ? 'slot' : 'contact')}>${t.back}</button>
      <button
        type="button"
        class="primary"
        aria-disabled=${isBusy || isLapsed ? 'true' : nothing}
        @click=${() => {
          if (!isLapsed) void confirm(journey);
        }}
      >
        ${isMoving ? t.confirmMove : t.confirm}
      </button>
    </p>`;
}
