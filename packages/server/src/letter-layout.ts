import type { Language } from '@qualepref/core';
import { html } from 'hono/html';

/** A part of a message; texts are in one language and written as they are read. */
export type Part =
  | string
  /** Things said in a word or two. */
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly items: readonly string[] }
  | { readonly link: string; readonly label: string }
  /** Words of somebody else, line by line. */
  | { readonly quote: string };

/** The message as plain text: all of it, for whoever reads nothing else. */
export function textOf(parts: readonly Part[]): string {
  return `${parts.map(partText).join('\n\n')}\n`;
}

function partText(part: Part): string {
  if (typeof part === 'string') return part;
  if ('facts' in part) return part.facts.map(([name, value]) => `${name} : ${value}`).join('\n');
  if ('items' in part) return part.items.map((item) => `- ${item}`).join('\n');
  if ('quote' in part)
    return part.quote
      .split(/\r?\n/)
      .map((line) => `> ${line}`)
      .join('\n');
  return `${part.label} :\n${part.link}`;
}

/** The same as a page: no image, no style to load, nothing asked of any server. */
export async function pageOf(subject: string, parts: readonly Part[], language: Language): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        ${parts.map(partPage)}
      </body>
    </html> `;
  return page.toString();
}

function partPage(part: Part): ReturnType<typeof html> {
  if (typeof part === 'string') return html`<p>${part}</p> `;
  if ('facts' in part)
    return html`<ul>
      ${part.facts.map(([name, value]) => html`<li>${name} : <strong>${value}</strong></li>`)}
    </ul> `;
  if ('items' in part)
    return html`<ul>
      ${part.items.map((item) => html`<li>${item}</li>`)}
    </ul> `;
  if ('quote' in part)
    return html`<blockquote>${part.quote.split(/\r?\n/).map((line) => html`${line}<br />`)}</blockquote> `;
  return html`<p><a href="${part.link}">${part.label}</a></p> `;
}
