import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from './booking-contact.ts';
import { extend, keep } from './booking-keeping.ts';
import type { LateView } from './booking-late-view.ts';
import { write } from './booking-settling.ts';
import { link, moment, type Shown } from './booking-view.ts';
import { hourText } from './wording.ts';

/** Who comes: a name, and a way to tell that the appointment has changed. */
export function contactStep(view: LateView): TemplateResult {
  const { t, journey } = view;
  const faults = Object.entries(journey.errors);
  return html`${holdPanel(view)}
    <form
      novalidate
      @input=${(event: Event) => {
        journey.contact = contactOf(event.currentTarget as HTMLFormElement);
      }}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        write(journey, contactOf(event.currentTarget as HTMLFormElement));
      }}
    >
      ${
        faults.length === 0
          ? nothing
          : html`<div class="alert" role="alert">
              <p class="strong">${t.summary(faults.length)}</p>
              <ul>
                ${faults.map(([field, code]) => html`<li><a href="#${field}" @click=${toField(field)}>${t.errors[code]}</a></li>`)}
              </ul>
            </div>`
      }
      <p class="mention">${t.mandatory}</p>
      ${field(view, 'name', 'text', 'name')}
      <fieldset class="stack" aria-describedby="reach-hint">
        <legend>${t.reach}</legend>
        <p id="reach-hint" class="mention">${t.reachHint}</p>
        ${field(view, 'email', 'email', 'email')} ${field(view, 'phone', 'tel', 'tel')}
      </fieldset>
      <div class="trap" aria-hidden="true">
        <label
          >${t.trap} <input name="website" tabindex="-1" autocomplete="off" .value=${journey.contact.website}
        /></label>
      </div>
      ${privacy(view)}
      <p class="actions">
        <button type="button" @click=${() => journey.go('slot')}>${t.back}</button>
        <button class="primary">${t.next}</button>
      </p>
    </form>`;
}

/** How long the slot is still kept, and what to do about it. */
export function holdPanel(view: LateView): Shown {
  const { t, language, journey, now } = view;
  const { chosen } = journey;
  const { hold, minutesLeft, ends, isLapsed } = journey.kept;
  if (!hold || chosen === undefined) return nothing;
  const busy = journey.isBusy ? 'true' : nothing;
  const when = html`<p class="strong">${moment(view, hold.start)}</p>`;
  if (isLapsed) {
    return html`<div class="hold" part="hold">
      ${when}
      <p class="error">${t.lapsed}</p>
      <p class="actions">
        <button type="button" aria-disabled=${busy} @click=${() => void keep(journey)}>${t.holdAgain}</button>
        <button type="button" @click=${() => journey.go('slot')}>${t.otherSlot}</button>
      </p>
    </div>`;
  }
  return html`<div class="hold" part="hold">
    ${when}
    <p>${t.heldUntil(clockText(ends, now, language))} ${t.left(minutesLeft)}</p>
    ${
      hold.isExtendable
        ? html`<button type="button" aria-disabled=${busy} @click=${() => void extend(journey)}>
            ${t.extend}
          </button>`
        : nothing
    }
  </div>`;
}

/** The reader's own clock: the one in front of them while they type. */
function clockText(ends: number, now: number, language: LateView['language']): string {
  const date = new Date(Math.max(ends, now));
  const two = (number: number) => String(number).padStart(2, '0');
  return hourText(`2024-01-01T${two(date.getHours())}:${two(date.getMinutes())}`, language);
}

/** Who answers for the data, why, how long, and what rights there are. */
function privacy({ t, journey, language }: LateView): Shown {
  const told = journey.offer?.privacy;
  if (!told) return nothing;
  const { controller, officer, keptMonths, page } = told;
  return html`<section class="privacy" part="privacy">
    <h3>${t.privacy}</h3>
    <p class="mention">${t.privacyText(controller, keptMonths)}</p>
    <p class="mention">${t.officer}${language === 'fr' ? '\u00A0:' : ':'} ${officerText(officer)}</p>
    ${page === undefined ? nothing : html`<p class="mention">${link(page, t.privacy)}</p>`}
  </section>`;
}

function officerText(officer: string): unknown {
  if (/^\S+@\S+$/.test(officer)) return html`<a href="mailto:${officer}">${officer}</a>`;
  const linked = link(officer, officer);
  return linked === nothing ? officer : linked;
}

function field(
  { t, journey }: LateView,
  name: 'name' | 'email' | 'phone',
  type: string,
  autocomplete: string,
): TemplateResult {
  const code = journey.errors[name];
  return html`<div class="field">
    <label for=${name}>${t[name]}</label>
    <p id="${name}-hint" class="mention">${t[`${name}Hint`]}</p>
    <input
      id=${name}
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      .value=${journey.contact[name]}
      aria-required=${name === 'name' ? 'true' : nothing}
      aria-invalid=${code ? 'true' : nothing}
      aria-describedby="${name}-hint${code ? ` ${name}-error` : ''}"
    />
    ${code ? html`<p id="${name}-error" class="error">${t.errors[code]}</p>` : nothing}
  </div>`;
}

function toField(field: string): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById(field)?.focus();
  };
}

function contactOf(form: HTMLFormElement): Contact {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), email: text('email'), phone: text('phone'), website: text('website') };
}
