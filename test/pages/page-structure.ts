import { casesOf, type Case } from './case.ts';

const TEXT = `<h1>Passeport</h1><p>${'La demande se fait en ligne, et la préfecture l’examine dans les deux mois. '.repeat(6)}</p>`;
const MENU =
  '<ul><li><a href="/a">Accueil</a></li><li><a href="/b">Démarches</a></li><li><a href="/c">Actualités</a></li><li><a href="/d">Contact</a></li></ul>';
const page = (body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Passeport</title></head><body>${body}</body></html>`;

export const pageStructure: readonly Case[] = [
  ...casesOf('page-structure', '9.2', {
    failed: [
      { title: 'a header, and no main part', html: page(`<header><p>Préfecture</p></header>${TEXT}`) },
      { title: 'two main parts shown', html: page(`<main>${TEXT}</main><main><p>Contact</p></main>`) },
      {
        title: 'a header that is any block',
        html: page(`<div id="header"><p>Préfecture de l’Exemple</p></div><main>${TEXT}</main>`),
      },
      {
        title: 'a footer that is any block',
        html: page(`<main>${TEXT}</main><div class="footer"><p>Mentions légales</p></div>`),
      },
      {
        title: 'a menu that is any block',
        html: page(`<div class="menu">${MENU}</div><main>${TEXT}</main>`),
      },
    ],
    passed: [
      {
        title: 'a date below the text',
        html: page(`<main>${TEXT}</main><div id="footer"><p>Mis à jour le 4 mai 2026</p></div>`),
      },
      {
        title: 'every region marked',
        html: page(
          `<header><p>Préfecture</p><nav>${MENU}</nav></header><main>${TEXT}</main><footer><p>Mentions</p></footer>`,
        ),
      },
      {
        title: 'regions marked by roles',
        html: page(
          `<div role="banner" id="header"><div role="navigation" class="menu">${MENU}</div></div><div role="main">${TEXT}</div><div role="contentinfo" class="footer"><p>Mentions</p></div>`,
        ),
      },
      {
        title: 'two main parts, one hidden',
        html: page(`<main>${TEXT}</main><main hidden><p>Contact</p></main>`),
      },
      {
        title: 'a page of the last century',
        html: page(`<div id="header"><p>Préfecture</p></div>${TEXT}`).replace(
          '<!doctype html>',
          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
        ),
      },
      { title: 'a fragment', html: page('<p>Passeport</p>') },
      {
        title: 'the header of a card',
        html: page(`<main>${TEXT}<div class="header"><p>Carte</p></div></main>`),
      },
    ],
    doubt: [
      {
        title: 'a menu without a link',
        html: page(`<nav><p>Bienvenue à la préfecture.</p></nav><main>${TEXT}</main>`),
      },
      { title: 'no region at all', html: page(TEXT) },
      {
        title: 'a second menu',
        html: page(
          `<nav aria-label="Menu">${MENU}</nav><div class="sidebar-menu">${MENU}</div><main>${TEXT}</main>`,
        ),
      },
    ],
  }),
  ...casesOf('page-structure', '12.6', {
    failed: [
      {
        title: 'a menu that nothing marks',
        html: page(`<div class="menu">${MENU}</div><main>${TEXT}</main>`),
      },
    ],
    passed: [
      {
        title: 'a menu with a heading',
        html: page(`<div class="menu"><h2>Menu</h2>${MENU}</div><main>${TEXT}</main>`),
      },
      {
        title: 'a menu that a link leads to',
        html: page(`<a href="#menu">Menu</a><div id="menu">${MENU}</div><main>${TEXT}</main>`),
      },
    ],
  }),
];
