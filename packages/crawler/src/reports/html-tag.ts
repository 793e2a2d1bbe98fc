import { html as escape } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { cut } from '../text.ts';

/** Markup that is safe to put in the page. */
export type Html = HtmlEscapedString;

/** Longest text of the site shown in one piece. */
const TEXT_MAX = 300;
/** Longest text of all; addresses beyond are shown, never opened. */
const MAX = 2000;

/**
 * The only way to write markup in the report. A text put into it becomes text,
 * whatever it holds: it is escaped, what the eye would miss is made visible, and
 * it is cut before it drowns the rest.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Html {
  const markup = escape(strings, ...values.map(showAll));
  if (markup instanceof Promise) throw new TypeError('a template of the report waits for nothing');
  return markup;
}

function showAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(showAll);
  return typeof value === 'string' ? visible(cut(value, MAX)) : value;
}

/**
 * Shows control characters (as `␛`) and invisible ones, such as those that
 * reverse the direction of a text (as `[U+202E]`). Soft hyphens and the joiners
 * of other scripts are left alone: they are part of honest spelling.
 */
export function visible(text: string): string {
  return text.toWellFormed().replace(/[^\P{C}\t\n\r\u00AD\u200C\u200D]|[\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

/** A text of the site, cut, set apart from the words around it. */
export function quoted(text: string): Html {
  return html`<bdi>${cut(text, TEXT_MAX)}</bdi>`;
}

/** A link out of the report; an address that is not plainly http or https stays text. */
export function link(address: string, text: string = address): Html {
  const href = openable(address);
  if (href === null) return quoted(text);
  return html`<a href="${href}" rel="noreferrer noopener">${quoted(text)}</a>`;
}

/** What may be opened by a click: plainly http or https, spelt as a browser would; `null` of all else. */
export function openable(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  // A name before the host is made to pass for another host.
  if (url.username !== '' || url.password !== '' || url.href.length > MAX) return null;
  return url.href;
}
