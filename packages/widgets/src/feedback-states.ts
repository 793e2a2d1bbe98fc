import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from './feedback-answers.ts';
import type { SendFailure } from './feedback-failure.ts';
import { PLURAL, type Fields } from './feedback-fields.ts';
import { plural } from './wording.ts';
import type { FeedbackBodyTexts } from './locales/feedback-body.fr.ts';

type Texts = FeedbackBodyTexts;

/** What is to mend before sending, each leading to its field. */
export function summary(
  { texts, language, faults }: Fields,
  go: (field: keyof Answers) => void,
): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class="note wrong">
    <p class="error">${texts.summary(String(faults.length), plural(faults.length, language, PLURAL))}</p>
    <ul>
      ${faults.map(
        ({ field, code }) =>
          html`<li>
            <button
              type="button"
              class="link"
              @click=${() => {
                go(field);
              }}
            >
              ${texts.faults[code]}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** A message that has not gone: why, and that it is not lost. */
export function unsent(texts: Texts, failure: SendFailure): TemplateResult {
  return html`<div class="note wrong" id="failure" tabindex="-1">
    <p class="error">${texts.failures[failure]}</p>
    <p>${texts.kept}</p>
  </div>`;
}

/** What this device keeps, and the way to make it forget. */
export function draftNote(
  texts: Texts,
  { note, isKept }: { note: 'restored' | 'erased' | undefined; isKept: boolean },
  erase: () => void,
): TemplateResult {
  return html`<div class="actions mention no-print">
    <p role="status">${note ? texts[note] : nothing}</p>
    ${
      isKept
        ? html`<p>${texts.draft}</p>
            <button type="button" class="link" @click=${erase}>${texts.erase}</button>`
        : nothing
    }
  </div>`;
}
