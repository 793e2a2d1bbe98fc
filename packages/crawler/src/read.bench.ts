import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { readHtml, type ReadContext } from './read.ts';

const site = { address: 'https://www.exemple.gouv.fr', aliases: [] };
const context: ReadContext = {
  addressing: createAddressing(site),
  isListedProcedure: () => false,
  pinned: {},
};

const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join('\n');

/** A page of ordinary weight: 200 links, 40 paragraphs, a table. */
const HTML = `<!doctype html><html lang="fr"><head><title>Carte grise - Démarches</title></head><body>
<header class="fr-header"><nav><ul>${times(80, (n) => `<li><a href="/Rubrique-${String(n)}">Rubrique ${String(n)}</a></li>`)}</ul></nav></header>
<main id="content"><h1>Carte grise</h1><p>Mis à jour le 03/08/2026</p>
${times(40, (n) => `<h2>Étape ${String(n)}</h2><p class="fr-text">Présenter l’original et une copie ; voir <a href="/Demarches/Etape-${String(n)}">le détail</a>.</p>`)}
<table>${times(30, (n) => `<tr><th scope="row">Pièce ${String(n)}</th><td><a class="fr-link--download" href="/contenu/telechargement/${String(n)}/piece.pdf">Modèle PDF - 0,10 Mb</a></td></tr>`)}</table></main>
<footer class="fr-footer">${times(50, (n) => `<a href="https://www.exemple-${String(n)}.fr/">Site ${String(n)}</a>`)}</footer></body></html>`;
const bytes = new TextEncoder().encode(HTML);

/** Parsing is the floor. Twenty times what was measured: against freezing, not for tuning. */
const SLOWEST = 60;

test('reading a page costs a bounded number of times its parsing', async ({ bench }) => {
  const result = await bench.compare(
    bench('parse alone', () => {
      load(HTML);
    }),
    bench('read', () => {
      readHtml(bytes, { url: `${site.address}/Demarches/Carte-grise`, contentType: 'text/html' }, context);
    }),
  );
  const ratio = result.get('read').latency.mean / result.get('parse alone').latency.mean;
  expect(ratio).toBeLessThan(SLOWEST);
});
