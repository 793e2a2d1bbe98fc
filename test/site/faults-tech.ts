import type { Edition } from './page.ts';
import type { PageEdits } from './faults.ts';

const BRAND = '<p class="fr-logo">Préfète<br>de la Haute-Brume</p>';

/** Faults of what sites of the State owe, and of what only a browser sees. */
export function techEdits({ day }: Edition): PageEdits {
  return {
    // home-freshness, trackers, page-errors
    '/': [
      [
        '<h2>Être alerté</h2>',
        `<h2>Forum des associations</h2>\n<p>Les inscriptions sont ouvertes jusqu’au ${day(40)}.</p>\n<img src="/contenu/image/1299/forum.png" width="10" height="10" alt="">\n<script>document.cookie = '_ga=GA1.1.1; path=/';</script>\n<h2>Être alerté</h2>`,
      ],
    ],

    // state-address
    '/Actualites/Lettre-d-information': [
      [
        '<form method="post" action="/Actualites/Lettre-d-information">',
        '<form method="post" action="http://www.haute-brume.gouv.fr/Actualites/Lettre-d-information">',
      ],
    ],

    // state-brand
    '/Actualites/Verglas-les-bons-reflexes': [
      [`<div class="fr-header__brand">\n${BRAND}`, '<div class="fr-header__brand">'],
    ],
    '/Actualites/Portes-ouvertes-des-maisons-France-services': [
      [
        `<div class="fr-footer__body">\n${BRAND}`,
        '<div class="fr-footer__body">\n<p class="fr-logo">Préfet du Val-de-Brume</p>',
      ],
    ],
    '/Actions-de-l-Etat/Risques-majeurs': [
      [`<div class="fr-footer__body">\n${BRAND}`, '<div class="fr-footer__body">'],
    ],

    // reference-links
    '/Publications/Donnees-ouvertes': [
      [
        '<li><a class="fr-footer__content-link" href="https://www.legifrance.gouv.fr/">legifrance.gouv.fr</a></li>\n',
        '',
      ],
    ],

    // page-errors, page-speed
    '/Footer/Mentions-legales': [
      [
        '<h2>Droit de réutilisation</h2>',
        '<img src="/contenu/image/1204/vue-en-grand.png" width="480" height="160" alt="">\n<script>compteur.demarrer();</script>\n<h2>Droit de réutilisation</h2>',
      ],
    ],
    '/Actions-de-l-Etat/Secheresse2': [
      ['</head>', '<script src="http://www.haute-brume.gouv.fr/assets/meteo.js" defer></script>\n</head>'],
    ],
  };
}
