import { html, type TemplateResult } from 'lit';
import { QpElement } from './element.ts';

export class FeedbackForm extends QpElement {
  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
