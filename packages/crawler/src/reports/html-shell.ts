import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import { html, type Html } from './html-tag.ts';

/** What a file of ours is made of. */
interface Shell {
  readonly title: string;
  /** CSS, whole: a hash holds for these very characters. */
  readonly style: string;
  /** Likewise; none unless given. */
  readonly script?: string;
  /** Whether pictures stand in the file itself; none is shown otherwise. */
  readonly hasPictures?: boolean;
  readonly body: Html;
}

/**
 * A document that needs nothing else. Even if a text of the audited site became
 * markup, nothing in it could run or be loaded but our script, and no other
 * style than ours would hold.
 */
export function shell({ title, style, script, hasPictures = false, body }: Shell): string {
  const policy = [
    "default-src 'none'",
    ...(hasPictures ? ['img-src data:'] : []),
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        ${body} ${script !== undefined && raw(`<script>${script}</script>`)}
      </body>
    </html> `.toString();
}

function hashOf(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}
