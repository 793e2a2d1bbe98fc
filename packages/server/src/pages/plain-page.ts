import type { Language, PublicText } from '@qualepref/core';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { plainStyle } from './plain-style.ts';

/** A piece of a page, in which what people wrote is escaped. */
export type Piece = HtmlEscapedString | Promise<HtmlEscapedString> | HtmlEscapedString[] | Piece[] | string;

/** A page for the public, whole. */
export interface PlainPage {
  readonly language: Language;
  /** Also the first heading. */
  readonly title: string;
  /** Said before the title in the name of the page, when something is wrong. */
  readonly alert?: string;
  /** Who receives. */
  readonly name: string;
  readonly content: Piece;
  /** The same page in the other language; none where going there would lose what was typed. */
  readonly other?: string;
}

const SWITCH: Readonly<Record<Language, { readonly language: Language; readonly text: string }>> = {
  fr: { language: 'en', text: 'This page in English' },
  en: { language: 'fr', text: 'Cette page en français' },
};

/** Draws a page. */
export async function plainPage({
  language,
  title,
  alert,
  name,
  content,
  other,
}: PlainPage): Promise<string> {
  const to = SWITCH[language];
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${alert === undefined ? '' : `${alert} – `}${title} – ${name}</title>
        <link rel="stylesheet" href="/style/${plainStyle.file}" />
      </head>
      <body>
        <header>
          <p>${frenchName(name, language)}</p>
          ${
            other === undefined
              ? ''
              : html`<p><a href="${other}" hreflang="${to.language}" lang="${to.language}">${to.text}</a></p>`
          }
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  return page.toString();
}

/** A name, which is French whatever language the page is in: what reads the page aloud is told. */
export function frenchName(name: string, language: Language): Piece {
  return language === 'fr' ? name : html`<span lang="fr">${name}</span>`;
}

/** A text in the language of the page, else in French. */
export function publicText(text: PublicText, language: Language): Piece {
  return text[language] ?? frenchName(text.fr, language);
}

/** Lines of JSON, to read and to scroll with the keyboard. */
export function code(label: string, value: unknown): Piece {
  return html`<pre
    tabindex="0"
    role="region"
    aria-label="${label}"
  ><code>${JSON.stringify(value, null, 2)}</code></pre>`;
}

/** Pieces one after another. */
export function each<Item>(items: readonly Item[], show: (item: Item, at: number) => Piece): Piece[] {
  return items.map(show);
}

/** Nothing at all. */
export const nothing: HtmlEscapedString = raw('');
