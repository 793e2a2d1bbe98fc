import type { Language, PublicText } from '@qualepref/core';
import { html, nothing, type TemplateResult } from 'lit';
import { kindField, messageFields, replyFields, type Fields } from './feedback-fields.ts';
import { followsText, privacyNote, receipt, requestNote } from './feedback-notes.ts';
import { draftNote, summary, unsent } from './feedback-states.ts';
import type { Writing } from './feedback-writing.ts';
import { en } from './locales/feedback-body.en.ts';
import { fr, type FeedbackBodyTexts } from './locales/feedback-body.fr.ts';

export { styles } from './feedback-body.styles.ts';
export { Writing } from './feedback-writing.ts';

const TEXTS: Readonly<Record<Language, FeedbackBodyTexts>> = { fr, en };

/** The form, or the acknowledgement of what it sent. */
export function bodyView(writing: Writing, told: Fields['told']): TemplateResult {
  return writing.sent ? acknowledgement(writing, writing.sent) : form(writing, told);
}

function acknowledgement(writing: Writing, sent: NonNullable<Writing['sent']>): TemplateResult {
  const { language } = writing;
  const texts = TEXTS[language];
  return html`${receipt(texts, language, sent)}
    <div class="actions no-print">
      <button
        type="button"
        class="primary"
        @click=${() => {
          window.print();
        }}
      >
        ${texts.print}
      </button>
      <button type="button" @click=${() => writing.again()}>${texts.another}</button>
    </div>`;
}

function form(writing: Writing, told: (text: PublicText) => TemplateResult | string): TemplateResult {
  const { language, offer, answers, faults, set, failure, isSending } = writing;
  const texts = TEXTS[language];
  const fields: Fields = { texts, language, offer, answers, faults, set, told };
  return html`<form
    novalidate
    part="form"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const { elements } = event.currentTarget as HTMLFormElement;
      void writing.submit(elements.namedItem('website') as HTMLInputElement | null);
    }}
  >
    <p class="mention">${texts.required}</p>
    ${summary(fields, (field) => void writing.focusOn(field))} ${kindField(fields)}
    ${
      answers.kind === 'request'
        ? requestNote(texts, offer)
        : html`${messageFields(fields)} ${replyFields(fields)}
            <div class="note" part="follows">
              <h3>${texts.follows}</h3>
              <p role="status" id="follows">${followsText(texts, language, offer, answers)}</p>
            </div>
            <div class="trap" aria-hidden="true">
              <label for="website">${texts.trap}</label>
              <input id="website" name="website" tabindex="-1" autocomplete="off" />
            </div>
            ${privacyNote(texts, language, offer)} ${failure ? unsent(texts, failure) : nothing}
            <div class="actions">
              <button
                part="submit"
                class="primary"
                aria-disabled=${isSending ? 'true' : 'false'}
                aria-describedby="follows"
              >
                ${isSending ? texts.sending : failure ? texts.sendAgain : texts.send}
              </button>
            </div>`
    }
    ${draftNote(texts, writing, () => void writing.erase())}
  </form>`;
}
