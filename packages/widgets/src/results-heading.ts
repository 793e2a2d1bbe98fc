import { html, nothing, type TemplateResult } from 'lit';

/** A heading of that level, from 2 to 5. */
export function heading(
  level: number,
  text: string,
  part: string | typeof nothing = nothing,
): TemplateResult {
  if (level <= 2) return html`<h2 part=${part}>${text}</h2>`;
  if (level === 3) return html`<h3 part=${part}>${text}</h3>`;
  if (level === 4) return html`<h4 part=${part}>${text}</h4>`;
  return html`<h5 part=${part}>${text}</h5>`;
}
