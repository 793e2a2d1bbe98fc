import { casesOf, type Case } from './case.ts';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><path fill="navy" d="M2 2h28v28H2z"/></svg>';
/** What a manual says of the program around an instruction. */
const PROGRAM =
  '<p>Faites un double-clic sur le dessin, puis choisissez l’outil dans la barre d’outils. Le logiciel ouvre une boîte de dialogue, que la touche Échap referme.</p>';
const GREEN = '<p>Cliquez sur le bouton vert pour garder la couleur mélangée.</p>';
const ARROWS = '<p>Cliquez sur les flèches à droite pour ranger les étages.</p>';
const SEND = '<form action="/envoi"><p><button>Continuer</button></p></form>';

/** Lines as a generator indents them, each further than the one before. */
const indented = (...lines: readonly string[]): string =>
  lines.map((line, at) => `<div>\n${' '.repeat(8 * (at + 6))}${line}\n`).join('') +
  '</div>'.repeat(lines.length);
const LINES = Array.from(
  { length: 24 },
  (_, at) => `<p>Guichet ${String(at + 1)} ouvert</p><p>${' '.repeat(200)}</p>`,
);

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** Shapes of the manuals that software ships in French: programs told in words, generators of pages. */
export const frenchManuals: readonly Case[] = [
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'one name of signs and letters, and two places',
        body: '<p>Le module est écrit en <a href="https://langages.example.org/norme-2011">C++</a>, et son greffon en <a href="https://outils.example.net/compilateur">C++</a>.</p>',
      },
      {
        title: 'a tooltip in which the code of the model did not run',
        body: '<p><a href="/typographie" title="${titreNouvelleFenetre(lien.nom)}" target="_blank">Typographie</a></p>',
      },
    ],
    passed: [
      {
        title: 'names that signs tell apart',
        body: '<p>Les modules sont écrits en <a href="https://langages.example.org/premier">C</a>, en <a href="https://outils.example.net/second">C++</a> ou en <a href="https://essais.example.com/tiers">C#</a>.</p>',
      },
      {
        title: 'a tooltip that tells an amount',
        body: '<p><a href="/tarifs" title="Tarifs de 20 $ (nouvelle fenêtre)" target="_blank">Tarifs de 20 $</a></p>',
      },
    ],
  }),
  ...casesOf('sensory-words', '3.1', {
    failed: [
      { title: 'a button of the page by its colour, in words of a program', body: PROGRAM + GREEN + SEND },
      { title: 'a button by its colour, in a page that speaks of no program', body: GREEN },
    ],
    doubt: [
      { title: 'a button of a program by its colour', body: PROGRAM + GREEN },
      {
        title: 'the same, where only the menu of the manual has a button',
        before:
          '<nav aria-label="Manuel"><button type="button">Sommaire</button><a href="/2">Suite</a></nav>',
        body: PROGRAM + GREEN,
      },
    ],
  }),
  ...casesOf('sensory-words', '10.9', {
    failed: [{ title: 'arrows by their place, beside a form', body: PROGRAM + ARROWS + SEND }],
    doubt: [{ title: 'arrows of a program by their place', body: PROGRAM + ARROWS }],
  }),
  ...casesOf('axe/aria-required-attr', '9.1', {
    failed: [
      {
        title: 'a heading made with a role, without its level',
        body: '<nav aria-label="Manuel"><p role="heading">Annexes</p><ul><li><a href="/a">Outils</a></li></ul></nav>',
      },
    ],
    passed: [
      {
        title: 'the same, with its level',
        body: '<nav aria-label="Manuel"><p role="heading" aria-level="2">Annexes</p><ul><li><a href="/a">Outils</a></li></ul></nav>',
      },
    ],
  }),
  ...casesOf('axe/aria-required-attr', '7.1', {
    failed: [
      {
        title: 'a slider without its value',
        body: '<div role="slider" tabindex="0" aria-label="Volume"></div>',
      },
    ],
    inapplicable: [
      { title: 'a heading without its level', body: '<p role="heading">Annexes</p><p>Texte.</p>' },
    ],
  }),
  ...casesOf('page-structure', '9.2', {
    failed: [
      {
        title: 'no main part, in a page that is indented far',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Guichets - Préfecture</title></head><body><header><p>Préfecture</p></header><h1>Guichets</h1>${indented(...LINES)}</body></html>`,
      },
    ],
  }),
  ...casesOf('layout-table', '5.3', {
    failed: [
      {
        title: 'a list drawn with a table, whose first column holds the bullets',
        body: `<table>${row('-&nbsp;', 'La langue se choisit au premier lancement.')}${row('-&nbsp;', 'Les anciens fichiers ne servent plus.')}</table>`,
      },
    ],
    passed: [
      {
        title: 'a table whose first column lacks some values',
        body: `<table>${row('-', 'La langue se choisit au premier lancement.')}${row('2', 'Les anciens fichiers ne servent plus.')}</table>`,
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [
      {
        title: 'the name of the file after the word that a converter puts first',
        body: '<p>Cliquez sur <img src="liste_retour.svg" alt="Image liste_retour"> pour revenir.</p>',
        files: { 'liste_retour.svg': PICTURE },
      },
    ],
    passed: [
      {
        title: 'words that name the file too',
        body: '<p>Cliquez sur <img src="corbeille.svg" alt="Image corbeille"> pour jeter.</p>',
        files: { 'corbeille.svg': PICTURE },
      },
    ],
  }),
];
