import { html, type TemplateResult } from 'lit';
import type { FeedbackFailure } from './feedback-failure.ts';
import type { FeedbackFormTexts } from './locales/feedback-form.fr.ts';

/** The place of the form, while it is on its way. */
export function skeleton(texts: FeedbackFormTexts): TemplateResult {
  return html`<p class="unseen" role="status">${texts.loading}</p>
    <div class="skeletons" aria-hidden="true">
      ${[1, 2, 3, 4].map((line) => html`<div class="skeleton ${line === 3 ? 'tall' : ''}"></div>`)}
    </div>`;
}

/** A form that did not come: why, what to do, and the integrator's other ways. */
export function unloaded(
  texts: FeedbackFormTexts,
  failure: FeedbackFailure,
  retry: () => void,
): TemplateResult {
  if (failure === 'misconfigured')
    return html`<p class="note wrong" role="alert">${texts.misconfigured}</p>
      <slot></slot>`;
  return html`<p class="note wrong" role="alert">
      ${failure === 'offline' ? texts.loadOffline : texts.loadFailed}
    </p>
    <p><button type="button" class="primary" @click=${retry}>${texts.retry}</button></p>
    <slot></slot>`;
}
