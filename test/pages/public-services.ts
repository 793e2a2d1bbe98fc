import { casesOf, type Case } from './case.ts';

const TEXT =
  '<p>La collecte a lieu le mardi matin : les bacs sont sortis la veille, après dix-neuf heures, et rentrés dans la journée.</p>';
const page = (body: string, head = ''): string =>
  `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Collecte des déchets - Ville d’Exemple</title>
${head}
</head>
<body>
${body}
</body>
</html>`;
const BARS =
  '<style>.h { display: none } @media (max-width: 640px) { .h { display: block } } .h span { display: block; width: 24px; height: 3px; margin: 5px; background: #000 }</style>';
const menu =
  '<nav aria-label="Menu"><ul><li><a href="/mairie">La mairie</a></li><li><a href="/ecoles">Les écoles</a></li></ul></nav>';
const family = (name: string, question: string): string =>
  `<table><tr><th colspan="2">${name}</th></tr><tr><td>Nom</td><td>${question}</td></tr><tr><td>Âge</td><td>${question}</td></tr></table>`;
/** A point of a map, and the bubble that a press of it lays in another layer. */
const map = (close: string): string =>
  `<div style="position:relative;height:300px"><div style="position:absolute;left:80px;top:200px"><button type="button" id="p" style="width:30px;height:30px;background:#036" aria-label="Déchèterie"></button></div><div id="l" style="position:absolute;left:0;top:0"></div></div><script>const hide = () => { l.innerHTML = '' }; p.onclick = () => { if (l.firstChild) return hide(); l.innerHTML = '<div style="position:absolute;left:60px;top:90px;width:220px;background:#fff"><p>Déchèterie du Pré, ouverte le samedi</p>${close}</div>'; const x = l.querySelector('button'); if (x) x.onclick = hide }</script>`;

/** What pages rebuilt from the templates of public services showed to be told wrongly, or missed. */
export const publicServices: readonly Case[] = [
  ...casesOf('heading-structure', '9.1', {
    failed: [
      {
        title: 'a line in bold that names what follows, in small letters like the text',
        body: `<p><b>Bacs jaunes</b></p>${TEXT}<p><b>Bacs gris</b></p>${TEXT}`,
      },
    ],
    passed: [
      {
        title: 'a line in bold that dates the page',
        body: `<p><strong>Mis à jour le 12 mars 2026</strong></p>${TEXT}<p><strong>Dernière modification : 3 avril 2026</strong></p>${TEXT}`,
      },
      {
        title: 'the name of a sign that a font of icons draws',
        body: `<div><div style="width:56px;background:#fff"><span class="material-symbols-outlined" style="font-size:30px">delete</span></div><div>${TEXT}</div></div>`,
      },
    ],
  }),
  ...casesOf('page-structure', '9.2', {
    failed: [
      {
        title: 'a header that is any block, with many blanks before its first word',
        html: page(
          `<div class="header">\n${' '.repeat(40)}<div>\n${' '.repeat(40)}<a href="/">Ville d’Exemple</a>\n</div></div>${menu}<main><h1>Collecte des déchets</h1>${TEXT}</main>`,
        ),
      },
    ],
    passed: [
      {
        title: 'a block that its class calls header of the page, around the title of the content',
        html: page(
          `<p><a href="/">Ville d’Exemple</a>, site de la mairie, du centre communal et des écoles</p>${menu}<div class="page-header"><h1>Collecte des déchets</h1></div><main>${TEXT}</main>`,
        ),
      },
    ],
  }),
  ...casesOf('html-validity', '8.2', {
    failed: [
      {
        title: 'headers of columns that no row holds',
        body: '<table><caption>Réservations</caption><thead><th scope="col">Salle</th><th scope="col">Jour</th></thead><tbody><tr><td>Salle des fêtes</td><td>Samedi</td></tr></tbody></table>',
      },
      {
        title: 'a header of the site before the body begins',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Collecte - Ville d’Exemple</title></head><header><a href="/">Ville d’Exemple</a></header><body><main><h1>Collecte</h1>${TEXT}</main></body></html>`,
      },
    ],
    passed: [
      {
        title: 'a table whose end tags are left out',
        body: '<table><caption>Réservations<thead><tr><th scope="col">Salle<th scope="col">Jour<tbody><tr><td>Salle des fêtes<td>Samedi</table>',
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'a link that says nothing but the name of the sign of a font of icons',
        body: `<div><a href="#suite"><i class="material-icons">keyboard_arrow_down</i></a></div><div id="suite">${TEXT}</div>`,
      },
    ],
    passed: [
      {
        title: 'the same sign, hidden beside the words of the link',
        body: '<p><a href="/tri"><i class="material-icons" aria-hidden="true">keyboard_arrow_down</i> Consignes de tri</a></p>',
      },
    ],
  }),
  ...casesOf('small-screen-names', '11.9', {
    failed: [
      {
        title: 'the button of a menu, shown on small screens only, that is three bars and no word',
        head: BARS,
        before: '<header><button type="button" class="h" id="o"><span></span><span></span></button></header>',
      },
    ],
    passed: [
      {
        title: 'the same button, named for who does not see it',
        head: BARS,
        before:
          '<header><button type="button" class="h" id="o" aria-label="Menu"><span></span><span></span></button></header>',
      },
      {
        title: 'the same button, whose word a style sheet writes',
        head: `${BARS}<style>.h::after { content: 'Menu' }</style>`,
        before: '<header><button type="button" class="h" id="o"><span></span></button></header>',
      },
    ],
  }),
  ...casesOf('table-caption', '5.4', {
    failed: [
      {
        title: 'a first row that says what the table is',
        body: '<table><tr><th colspan="2">Tarifs de la cantine</th></tr><tr><th>Quotient</th><th>Repas</th></tr><tr><td>500</td><td>1,20</td></tr><tr><td>900</td><td>3,10</td></tr></table>',
      },
    ],
    doubt: [
      {
        title: 'tables that place the fields of a form under a title',
        body: family('L’enfant', '<input aria-label="Réponse">'),
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    failed: [
      { title: 'a point of a map that shows and hides a text, without a sign to close it', body: map('') },
    ],
    doubt: [
      {
        title: 'a point of a map whose bubble has a button to close it',
        body: map(
          '<button type="button" style="position:absolute;right:0;top:0" aria-label="Fermer">×</button>',
        ),
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      {
        title: 'a text on a gradient, seen through the veil of a window for cookies',
        head: '<style>#w::before { content: ""; position: fixed; inset: 0; background: #000; opacity: .45 } section { color: #595959; background: linear-gradient(#fff, #f3f6ff) }</style>',
        body: `<section>${TEXT}</section><div id="w"><div style="position:fixed;left:30%;top:20%;width:300px;background:#fff;color:#000"><p>Ce site mesure son audience.</p><button>Refuser</button></div></div>`,
      },
    ],
  }),
];
