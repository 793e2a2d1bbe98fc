import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { ONCE_FIELD, TOKEN_FIELD, type AgentAsked, type Faults } from '../agent-route.ts';
import { each, nothing, words, type Html } from './agent-html.ts';

/** What fields are drawn with: what was sent before, and what is wrong with it. */
export interface Filled {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: Faults;
}

/** A form that nobody has filled in yet. */
export const blank: Filled = { values: {}, faults: {} };

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  /** It narrows a list: neither required nor said to be optional. */
  readonly isFilter?: boolean;
  /** Its id, where several fields share a name. */
  readonly key?: string;
}

/** Something to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A form of the session, sent once however often it is sent. */
export function formOf(
  { formToken }: Pick<AgentAsked, 'formToken'>,
  action: string,
  content: Html | Html[],
  options: { readonly isFile?: boolean; readonly kind?: string } = {},
): Html {
  return html`<form
    method="post"
    action="${action}"
    class="${options.kind ?? 'sheet'}"
    ${options.isFile ? html`enctype="multipart/form-data"` : nothing}
  >
    <input type="hidden" name="${TOKEN_FIELD}" value="${formToken}" />
    <input type="hidden" name="${ONCE_FIELD}" value="${randomUUID()}" />
    ${content}
  </form>`;
}

/** A form that asks for a page: what it says is in the address. */
export function search(action: string, content: Html | Html[]): Html {
  return html`<form method="get" action="${action}" class="search">
    ${content}<button class="second">Afficher</button>
  </form>`;
}

/** A line to write in. */
export function line(
  filled: Filled,
  field: Field & {
    readonly type?: 'text' | 'email' | 'tel' | 'date' | 'month' | 'time' | 'number' | 'password' | 'file';
    readonly value?: string | undefined;
    readonly autocomplete?: string;
    readonly accept?: string;
    readonly isShort?: boolean;
    readonly inputMode?: 'decimal';
  },
): Html {
  const { name, type = 'text', autocomplete = 'off', key = name } = field;
  const isKept = type !== 'password' && type !== 'file';
  const value = isKept ? (textOf(filled.values[name]) ?? field.value ?? '') : '';
  return around(
    filled,
    field,
    html`<input
      id="${key}"
      name="${name}"
      type="${type}"
      ${isKept ? html`value="${value}"` : nothing}
      autocomplete="${autocomplete}"
      class="${field.isShort ? 'short' : ''}"
      ${field.inputMode ? html`inputmode="${field.inputMode}"` : nothing}
      ${field.accept ? html`accept="${field.accept}"` : nothing}
      ${field.isRequired ? html`required` : nothing}
      ${described(filled, field)}
    />`,
  );
}

/** Several lines to write in. */
export function area(
  filled: Filled,
  field: Field & { readonly rows?: number; readonly value?: string },
): Html {
  const { name, rows = 6 } = field;
  // The first line break after the tag is not part of the text.
  return around(
    filled,
    field,
    html`<textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      ${field.isRequired ? html`required` : nothing}
      ${described(filled, field)}
    >
${textOf(filled.values[name]) ?? field.value ?? ''}</textarea>`,
  );
}

/** One of a list. */
export function choose(
  filled: Filled,
  field: Field & {
    readonly choices: readonly Choice[];
    readonly value?: string | undefined;
    /** What stands for nothing chosen. */
    readonly none?: string;
  },
): Html {
  const { name, choices, none } = field;
  const chosen = textOf(filled.values[name]) ?? field.value ?? '';
  return around(
    filled,
    field,
    html`<select
      id="${name}"
      name="${name}"
      ${field.isRequired ? html`required` : nothing}
      ${described(filled, field)}
    >
      ${none === undefined ? nothing : html`<option value="">${none}</option>`}
      ${each(
        choices,
        ({ value, label }) =>
          html`<option value="${value}" ${value === chosen ? html`selected` : nothing}>${label}</option>`,
      )}
    </select>`,
  );
}

/** One of some that stand side by side. */
export function pick(
  filled: Filled,
  field: Field & {
    readonly choices: readonly Choice[];
    readonly value?: string | undefined;
  },
): Html {
  const { name, label, choices, key = name } = field;
  const chosen = textOf(filled.values[name]) ?? field.value;
  return html`<fieldset
    id="${key}"
    class="field ${filled.faults[name] ? 'wrong' : ''}"
    ${described(filled, field)}
  >
    <legend>${label}</legend>
    ${faultOf(filled, name)}
    <div class="picks">
      ${each(
        choices,
        ({ value, label: text }) =>
          html`<label class="tick"
            ><input
              type="radio"
              name="${name}"
              value="${value}"
              ${value === chosen ? html`checked` : nothing}
            />
            ${text}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** As many of a list as one likes. */
export function tick(
  filled: Filled,
  field: Field & { readonly choices: readonly Choice[]; readonly value?: readonly string[] },
): Html {
  const { name, label, hint, choices } = field;
  const sent = filled.values[name];
  const chosen = sent === undefined ? (field.value ?? []) : [sent].flat();
  const fault = filled.faults[name];
  return html`<fieldset id="${name}" class="field ${fault ? 'wrong' : ''}" ${described(filled, field)}>
    <legend>${label}</legend>
    ${hint === undefined ? nothing : html`<p class="hint" id="${name}-aide">${words(hint)}</p>`}
    ${faultOf(filled, name)}
    <div class="picks">
      ${each(
        choices,
        (choice) =>
          html`<label class="tick"
            ><input
              type="checkbox"
              name="${name}"
              value="${choice.value}"
              ${chosen.includes(choice.value) ? html`checked` : nothing}
            />
            ${choice.label}</label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** What sends a form. */
export function button(label: string, kind: 'first' | 'second' | 'danger' = 'first'): Html {
  return html`<p class="do"><button class="${kind}">${label}</button></p>`;
}

/** What is wrong, at the head of a form: where the reader is sent back to. */
export function faultSummary({ faults }: Filled, title = 'Le formulaire n’est pas enregistré :'): Html {
  const named = Object.entries(faults);
  if (named.length === 0) return nothing;
  return html`<div class="notice bad" role="alert">
    <p><strong>${words(title)}</strong></p>
    <ul>
      ${each(named, ([name, text]) =>
        name === ''
          ? html`${each(text.split('\n'), (each) => html`<li>${words(each)}</li>`)}`
          : html`<li><a href="#${name}">${words(text)}</a></li>`,
      )}
    </ul>
  </div>`;
}

function around(
  filled: Filled,
  { name, label, hint, isRequired, isFilter, key = name }: Field,
  control: Html,
): Html {
  return html`<div class="field ${filled.faults[name] ? 'wrong' : ''}">
    <label for="${key}"
      >${label}${isRequired || isFilter ? nothing : html` <span class="optional">(facultatif)</span>`}</label
    >
    ${hint === undefined ? nothing : html`<p class="hint" id="${name}-aide">${words(hint)}</p>`}
    ${faultOf(filled, name)} ${control}
  </div>`;
}

function faultOf({ faults }: Filled, name: string): Html {
  const fault = faults[name];
  return fault === undefined ? nothing : html`<p class="fault" id="${name}-faute">${words(fault)}</p>`;
}

function described({ faults }: Filled, { name, hint }: Field): Html {
  const fault = faults[name];
  const ids = [
    ...(fault === undefined ? [] : [`${name}-faute`]),
    ...(hint === undefined ? [] : [`${name}-aide`]),
  ];
  if (ids.length === 0) return nothing;
  return html`aria-describedby="${ids.join(' ')}" ${fault === undefined ? nothing : html`aria-invalid="true"`}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
