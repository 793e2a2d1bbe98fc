import type { Defect } from '@qualepref/core';
import { raw } from 'hono/html';
import { pictureKey } from '../evidence.ts';
import type { Report } from '../report.ts';
import { html, quoted, type Html } from './html-tag.ts';

/** What the faulty element looks like, outlined, under a click; nothing when no browser saw it. */
export function proof(defect: Defect, { pictureOf }: Report): Html | false {
  const picture = defect.outcome === 'failed' && pictureOf?.(pictureKey(defect));
  if (!picture) return false;
  const { bytes, width, height, url } = picture;
  const data = Buffer.from(bytes).toString('base64');
  // Integers, as the audit file's schema holds them, and base64: nothing in it can be markup.
  const size = `width="${String(width)}" height="${String(height)}"`;
  const image = raw(
    `<img src="data:image/webp;base64,${data}" ${size} alt="Copie d’écran : l’élément en cause, encadré de rouge." />`,
  );
  return html`<details>
    <summary>Voir l’élément<span class="hidden"> de ce défaut</span></summary>
    ${image}
    <p class="soft small">Tel qu’affiché sur ${quoted(url)}.</p>
  </details>`;
}
