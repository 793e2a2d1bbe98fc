import {
  holdsSocialSecurityNumber,
  MAX_FEEDBACK_LENGTH,
  type FeedbackForm as Offer,
  type Language,
  type PublicText,
} from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import { lengthOf, type Answers, type Fault } from './feedback-answers.ts';
import { plural } from './wording.ts';
import type { FeedbackBodyTexts } from './locales/feedback-body.fr.ts';

/** What the fields are drawn from. */
export interface Fields {
  readonly texts: FeedbackBodyTexts;
  readonly language: Language;
  readonly offer: Offer;
  readonly answers: Answers;
  readonly faults: readonly Fault[];
  readonly told: (text: PublicText) => TemplateResult | string;
  readonly set: (field: keyof Answers, value: string) => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Complaint, suggestion, or a request that has its own service. */
export function kindField(fields: Fields): TemplateResult {
  const { texts } = fields;
  return choice(fields, 'kind', texts.kind, texts.kinds, texts.kindHints);
}

/** Where, about what, and the message. */
export function messageFields(fields: Fields): TemplateResult {
  const { texts, offer, told, answers } = fields;
  return html`<div class="columns">
      ${select(
        fields,
        'site',
        texts.site,
        offer.sites.map(({ id, name }) => [id, name]),
      )}
      ${select(
        fields,
        'theme',
        texts.theme,
        offer.themes.map(({ id, label }) => [id, told(label)]),
      )}
    </div>
    <div class="field">
      <label for="text">${texts.text}</label>
      <p class="mention" id="text-hint">${texts.textHint}</p>
      <textarea
        id="text"
        name="text"
        rows="8"
        required
        aria-invalid=${isWrong(fields, 'text')}
        aria-describedby="text-hint text-count text-number text-error"
        .value=${answers.text}
        @input=${typed(fields, 'text')}
      ></textarea>
      ${counter(fields)}
      <p id="text-number" role="status" class=${holdsSocialSecurityNumber(answers.text) ? 'note wrong' : ''}>
        ${holdsSocialSecurityNumber(answers.text) ? texts.number : nothing}
      </p>
      ${fault(fields, 'text')}
    </div>`;
}

/** Signed or not, and where to answer. */
export function replyFields(fields: Fields): TemplateResult {
  const { texts, answers } = fields;
  return html`${choice(fields, 'signed', texts.signed, texts.signs)}
  ${
    answers.signed === 'yes'
      ? html`${input(fields, 'name', texts.name, 'name', 'text', true)}
          <fieldset class="field">
            <legend>${texts.reply}</legend>
            <div class="columns">
              ${input(fields, 'email', texts.email, 'email', 'email', false, texts.emailHint)}
              <div class="field">
                <label for="postal">${texts.postal}</label>
                <textarea
                  id="postal"
                  name="postal"
                  rows="3"
                  autocomplete="street-address"
                  aria-invalid=${isWrong(fields, 'postal')}
                  aria-describedby="postal-error"
                  .value=${answers.postal}
                  @input=${typed(fields, 'postal')}
                ></textarea>
                ${fault(fields, 'postal')}
              </div>
            </div>
          </fieldset>`
      : nothing
  }`;
}

function choice<Value extends string>(
  fields: Fields,
  field: 'kind' | 'signed',
  legend: string,
  options: Readonly<Record<Value, string>>,
  hints?: Readonly<Record<Value, string>>,
): TemplateResult {
  return html`<fieldset aria-describedby="${field}-error">
    <legend>${legend}</legend>
    ${(Object.keys(options) as Value[]).map(
      (value, at) =>
        html`<div class="option">
          <input
            type="radio"
            id=${at === 0 ? field : `${field}-${value}`}
            name=${field}
            value=${value}
            required
            aria-describedby="${field}-${value}-hint ${field}-error"
            .checked=${fields.answers[field] === value}
            @change=${typed(fields, field)}
          />
          <label for=${at === 0 ? field : `${field}-${value}`}>${options[value]}</label>
          ${hints ? html`<span class="mention" id="${field}-${value}-hint">${hints[value]}</span>` : nothing}
        </div>`,
    )}
    ${fault(fields, field)}
  </fieldset>`;
}

function select(
  fields: Fields,
  field: 'site' | 'theme',
  label: string,
  options: readonly (readonly [string, TemplateResult | string])[],
): TemplateResult {
  const chosen = fields.answers[field];
  return html`<div class="field">
    <label for=${field}>${label}</label>
    <select
      id=${field}
      name=${field}
      required
      aria-invalid=${isWrong(fields, field)}
      aria-describedby="${field}-error"
      @change=${typed(fields, field)}
    >
      <option value="" ?selected=${chosen === ''}>${fields.texts.choose}</option>
      ${options.map(
        ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select>
    ${fault(fields, field)}
  </div>`;
}

function input(
  fields: Fields,
  field: 'name' | 'email',
  label: string,
  autocomplete: 'name' | 'email',
  type: string,
  isRequired: boolean,
  hint?: string,
): TemplateResult {
  return html`<div class="field">
    <label for=${field}>${label}</label>
    ${hint === undefined ? nothing : html`<p class="mention" id="${field}-hint">${hint}</p>`}
    <input
      id=${field}
      name=${field}
      type=${type}
      autocomplete=${autocomplete}
      ?required=${isRequired}
      aria-invalid=${isWrong(fields, field)}
      aria-describedby="${field}-hint ${field}-error"
      .value=${fields.answers[field]}
      @input=${typed(fields, field)}
    />
    ${fault(fields, field)}
  </div>`;
}

/** The count is for the eye; what is left is said aloud only near the end, at few steps. */
function counter({ texts, language, answers }: Fields): TemplateResult {
  const length = lengthOf(answers);
  const left = MAX_FEEDBACK_LENGTH - length;
  const written = (count: number): string => count.toLocaleString(language);
  const say = (line: FeedbackBodyTexts['left'], count: number): string =>
    line(written(count), plural(count, language, PLURAL));
  const step = STEPS.find((each) => left <= each);
  return html`<p class="mention" id="text-count">
      ${texts.counter(written(length), written(MAX_FEEDBACK_LENGTH))}
    </p>
    <p class=${left < 0 ? 'error' : 'unseen'} role="status">
      ${left < 0 ? say(texts.tooMany, -left) : step === undefined ? nothing : say(texts.left, step)}
    </p>`;
}

/** Characters left at which the person is told. */
const STEPS = [0, 50, 200];
/** Both languages write the plural of what is counted here with an s. */
export const PLURAL = { one: '', other: 's' };

function fault({ texts, faults }: Fields, field: keyof Answers): TemplateResult {
  const found = faults.find((each) => each.field === field);
  return html`<p class="error" id="${field}-error" ?hidden=${!found}>
    ${found ? html`<span class="unseen">${texts.errorIs} </span>${texts.faults[found.code]}` : nothing}
  </p>`;
}

function isWrong({ faults }: Fields, field: keyof Answers): 'true' | typeof nothing {
  return faults.some((each) => each.field === field) ? 'true' : nothing;
}

function typed({ set }: Fields, field: keyof Answers): (event: Event) => void {
  return (event) => {
    set(field, (event.target as Control).value);
  };
}
