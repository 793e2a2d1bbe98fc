import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import type { RequestFacts } from '../request-facts.ts';
import { hostedNames, type HostedName } from '../widget-files.ts';
import type { World } from '../world.ts';
import { plainPage } from './plain-page.ts';

const TITLES: Readonly<Record<HostedName, string>> = {
  'rendez-vous': 'Prendre un rendez-vous',
  reclamations: 'Faire une réclamation ou une suggestion',
  resultats: 'Résultats de la démarche qualité',
};

/** A page to print and hang up at a desk: where a hosted page is, in letters and as a QR code. */
export function mountPosters(app: Hono<RequestFacts>, { settings }: World): void {
  const { address, name } = settings.server;
  for (const hosted of hostedNames)
    app.get(`/${hosted}/affiche`, async (context) => {
      context.set('policy', 'page');
      const target = new URL(`/${hosted}`, address).href;
      const drawing = renderSVG(target, { ecc: 'M', border: 4 }).replace(
        '<svg ',
        `<svg role="img" aria-label="QR code : ${target}" `,
      );
      const page = await plainPage({
        ...{ language: 'fr', title: TITLES[hosted], name },
        content: html`<div class="poster">
          ${raw(drawing)}
          <p><a href="${target}">${target}</a></p>
          <p class="no-print mention">Cette page s’imprime : le code et l’adresse restent.</p>
        </div>`,
      });
      return context.html(page);
    });
}
