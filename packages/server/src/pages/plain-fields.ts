import type { Language } from '@qualepref/core';
import { html } from 'hono/html';
import { STAMP_FIELD, stampOf, TRAP_FIELD, type Doubt, type Fields } from '../plain-form.ts';
import type { View } from '../plain-route.ts';
import type { World } from '../world.ts';
import { each, nothing, type Piece } from './plain-page.ts';
import { plainCommon } from './plain-words.ts';

/** What fields are drawn with: what was sent before, and what is wrong with it. */
export interface Filled {
  readonly language: Language;
  readonly values: Fields;
  readonly faults: Fields;
  readonly doubt?: Doubt | undefined;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** Whether something keeps the form from being taken as it is. */
export function hasFault({ faults, doubt }: Filled): boolean {
  return doubt !== undefined || Object.keys(faults).length > 0;
}

/** What the name of the page begins with when its form is sent back. */
export function alertOf(filled: Filled): Pick<View, 'alert'> {
  return hasFault(filled) ? { alert: plainCommon[filled.language].error } : {};
}

/** What is said to whoever has to open their mail next. */
export function mailView(language: Language): View {
  const { mailTitle, mail } = plainCommon[language];
  return { title: mailTitle, content: html`<p class="note">${mail}</p>` };
}

/** Something to choose, and its language where that is not the page’s. */
type Option = readonly [value: string, label: string, lang?: Language];

/** A form without script: what it carries against robots, what is wrong first, then its fields. */
export function plainForm(
  world: World,
  filled: Filled,
  { action, form, submit }: { readonly action: string; readonly form: string; readonly submit: string },
  content: Piece,
): Piece {
  const words = plainCommon[filled.language];
  return html`${faultSummary(filled)}
    <form method="post" action="${action}" novalidate>
      <input type="hidden" name="${STAMP_FIELD}" value="${stampOf(world, form)}" />
      <input type="hidden" name="locale" value="${filled.language}" />
      ${content}
      <div class="trap" aria-hidden="true">
        <label for="${TRAP_FIELD}">${words.trap}</label>
        <input id="${TRAP_FIELD}" name="${TRAP_FIELD}" tabindex="-1" autocomplete="off" />
      </div>
      <p class="actions"><button>${submit}</button></p>
    </form>`;
}

/** The reader begins here: each line leads to its field. */
function faultSummary(filled: Filled): Piece {
  if (!hasFault(filled)) return nothing;
  const { language, faults, doubt } = filled;
  const words = plainCommon[language];
  return html`<div class="wrong" role="alert" tabindex="-1" autofocus>
    <h2>${words.summary}</h2>
    <ul>
      ${doubt === undefined ? nothing : html`<li>${words.doubts[doubt]}</li>`}
      ${each(Object.entries(faults), ([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}
    </ul>
  </div>`;
}

/** A line to write in. */
export function line(
  filled: Filled,
  field: Field & { readonly type?: 'text' | 'email' | 'tel'; readonly autocomplete: string },
): Piece {
  const { name, type = 'text', autocomplete } = field;
  return around(
    filled,
    field,
    html`<input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${filled.values[name] ?? ''}"
      autocomplete="${autocomplete}"
      ${described(filled, field)}
    />`,
  );
}

/** Several lines to write in. */
export function area(
  filled: Filled,
  field: Field & { readonly rows: number; readonly autocomplete?: string },
): Piece {
  const { name, rows, autocomplete = 'off' } = field;
  // The first line break after the tag is not part of the text.
  return around(
    filled,
    field,
    html`<textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      autocomplete="${autocomplete}"
      ${described(filled, field)}
    >
${filled.values[name] ?? ''}</textarea>`,
  );
}

/** One of a list. */
export function choose(
  filled: Filled,
  field: Field & { readonly none: string; readonly options: readonly Option[] },
): Piece {
  const { name, none, options } = field;
  return around(
    filled,
    field,
    html`<select id="${name}" name="${name}" ${described(filled, field)}>
      <option value="">${none}</option>
      ${each(
        options,
        ([value, label, lang = filled.language]) =>
          html`<option
            value="${value}"
            lang="${lang}"
            ${filled.values[name] === value ? html`selected` : nothing}
          >
            ${label}
          </option>`,
      )}
    </select>`,
  );
}

/** One of some that are all shown. */
export function radios(
  filled: Filled,
  field: Field & { readonly options: readonly (readonly [string, string])[] },
): Piece {
  const { name, label, options } = field;
  return html`<fieldset ${described(filled, field)}>
    <legend>${label}</legend>
    ${faultOf(filled, name)}
    ${each(options, ([value, text], at) => {
      const id = at === 0 ? name : `${name}-${String(at)}`;
      return html`<div class="option">
        <input
          type="radio"
          id="${id}"
          name="${name}"
          value="${value}"
          ${filled.values[name] === value ? html`checked` : nothing}
        />
        <label for="${id}">${text}</label>
      </div>`;
    })}
  </fieldset>`;
}

function around(filled: Filled, { name, label, hint }: Field, control: Piece): Piece {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? nothing : html`<p class="mention" id="${name}-hint">${hint}</p>`}
    ${faultOf(filled, name)} ${control}
  </div>`;
}

function faultOf({ faults, language }: Filled, name: string): Piece {
  const fault = faults[name];
  return fault === undefined
    ? nothing
    : html`<p class="error" id="${name}-error">
        ${plainCommon[language].error}${language === 'fr' ? '\u00A0' : ''}: ${fault}
      </p>`;
}

function described({ faults }: Filled, { name, hint }: Field): Piece {
  const fault = faults[name];
  const ids = [
    ...(fault === undefined ? [] : [`${name}-error`]),
    ...(hint === undefined ? [] : [`${name}-hint`]),
  ];
  if (ids.length === 0) return nothing;
  return html`aria-describedby="${ids.join(' ')}" ${fault === undefined ? nothing : html`aria-invalid="true"`}`;
}
