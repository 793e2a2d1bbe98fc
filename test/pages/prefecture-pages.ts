import { casesOf, type Case } from './case.ts';

const PLAIN =
  'Le guichet des titres de séjour sera fermé au public du lundi 21 au vendredi 25 décembre inclus.';
const FOUND = (line: string): string =>
  `<p><b>${line}</b></p><p>${PLAIN}</p><p><b>Sécheresse : les mesures</b></p><p>${PLAIN}</p>`;
const BANNER = (holder: string, more = ''): string =>
  `<div ${holder}><p style="font-size: 22px; font-weight: 700">Les services de l’État en Exemple</p><div>Plan du site, nous écrire, agrandir les lettres, version imprimable</div>${more}</div>`;
const MARKED = (mark: string): string =>
  `<style>p a { color: inherit; text-decoration: none } p a::after { content: ""; display: inline-block; width: 1em; height: 1em; ${mark} }</style>`;
const LINKED =
  '<p>Pour préparer votre demande, lisez d’abord <a href="/guide">le guide des pièces à fournir</a> avant de prendre rendez-vous.</p>';
const FIGURE = (rules: string): string =>
  `<style>.cle { display: flex; gap: 400px; line-height: 1 } .cle b { font-size: 120px; ${rules} } @media (max-width: 700px) { .cle { display: block } .cle b { display: block } }</style><div class="cle"><b>512</b><div>rendez-vous tenus chaque semaine</div></div>`;
const SIGN =
  '<svg role="img" width="14" height="14" viewBox="0 0 14 14"><path d="M2 2h10v10h-10z"></path></svg>';
const BURGER = (menu: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Les arrêtés - Préfecture d’Exemple</title><style>nav a { display: inline-block } .trois { visibility: hidden }</style></head><body><header><a href="/">Préfecture d’Exemple</a> <nav aria-label="Menu"><a href="#menu"><div class="trois"><div></div><div></div></div></a><div id="menu">${menu}</div></nav></header><main><h1>Les arrêtés</h1><p>${PLAIN}</p><h2 id="c">Nous écrire</h2><p>Place du Marché</p></main></body></html>`;
const SETTINGS = (hidden: string): string =>
  `<div role="dialog" aria-label="Réglages" id="r" ${hidden}><p>Choisir un thème clair ou sombre</p><button type="button">Thème clair</button></div>`;
const FOLD = `<p><button type="button" id="b">Pièces à fournir</button></p><div id="p" hidden><p>${PLAIN}</p></div><script>b.addEventListener('click', () => { p.hidden = !p.hidden })</script>`;

/** What the sites of prefectures show, in the State design system, on older templates and around the national guide. */
export const prefecturePages: readonly Case[] = [
  ...casesOf('heading-structure', '9.1', {
    doubt: [
      {
        title: 'how many results were found, in bold letters above them',
        body: `<p style="font-size: 22px"><b>La recherche a retourné 42 résultats</b></p><p>${PLAIN}</p>`,
      },
      {
        title: 'that nothing was found, in large letters',
        body: `<p style="font-size: 24px">Aucun résultat pour « chasse »</p><p>${PLAIN}</p>`,
      },
    ],
    passed: [
      { title: 'the name of the site in the banner of an old page', before: BANNER('id="header"') },
      { title: 'the same in a banner told by its class', before: BANNER('class="bandeau"') },
    ],
    failed: [
      {
        title: 'a bold line above what a survey found',
        body: FOUND('Les résultats de l’enquête'),
      },
      {
        title: 'a large line in what is called a header, and holds the parts of the page',
        before: BANNER('id="header"', `<h2>Agenda</h2><p>${PLAIN}</p>`),
      },
    ],
  }),
  ...casesOf('link-in-text-visible', '10.6', {
    passed: [
      {
        title: 'an arrow after the link, drawn by a mask',
        head: MARKED(
          'background-color: currentColor; -webkit-mask-image: linear-gradient(#000, #000); mask-image: linear-gradient(#000, #000)',
        ),
        body: LINKED,
      },
    ],
    failed: [{ title: 'an empty box after the link', head: MARKED(''), body: LINKED }],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    passed: [
      {
        title: 'a large figure on a line of its own height, right above its caption',
        body: FIGURE('line-height: 1'),
      },
    ],
    failed: [
      {
        title: 'a large figure on a line of a third of its height',
        body: FIGURE('line-height: 40px'),
      },
    ],
  }),
  ...casesOf('axe', '1.1', {
    doubt: [
      {
        title: 'an unnamed sign after the words of a link',
        body: `<p><a href="/guide">Le guide des pièces ${SIGN}</a></p>`,
      },
      {
        title: 'an unnamed sign before the title of a note',
        body: `<p>${SIGN} Attention : guichet fermé</p>`,
      },
      {
        title: 'an unnamed sign in a box of its own, beside the name of an online service',
        body: `<div><div>${SIGN}</div><p>Service en ligne<br><strong>Demande de duplicata</strong></p></div>`,
      },
    ],
    failed: [
      {
        title: 'an unnamed sign that is all a link shows',
        body: `<p><a href="/" title="Accueil des démarches">${SIGN}</a></p>`,
      },
      {
        title: 'an unnamed sign that is all a cell shows',
        body: `<table><caption>Guichets</caption><tr><th scope="col">Guichet</th><th scope="col">Ouvert</th></tr><tr><td>Étrangers</td><td>${SIGN}</td></tr></table>`,
      },
      {
        title: 'a large drawing without a name under a text',
        body: `<div>Évolution du nombre d’accidents ${SIGN.replace(/"14"/g, '"300"')}</div>`,
      },
    ],
  }),
  ...casesOf('skip-links', '12.7', {
    passed: [
      {
        title: 'the sign of a menu for small screens, without a word, in a menu that stays on the page',
        html: BURGER('<a href="#c">Nous écrire</a>'),
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [
      {
        title: 'the alternative that the model of a card comes with',
        body: '<p><img src="p.png" width="300" height="200" alt="Placeholder image"></p>',
        files: { 'p.png': '' },
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    failed: [
      {
        title: 'a part that a button unfolds, above settings that wait unseen at the foot of the page',
        body: FOLD + SETTINGS('style="visibility: hidden"'),
      },
    ],
    passed: [
      {
        title: 'a button that shows the settings, told to be a window',
        body: `<p><button type="button" id="b">Paramètres d’affichage</button></p>${SETTINGS('hidden')}<script>b.addEventListener('click', () => { r.hidden = !r.hidden })</script>`,
      },
    ],
  }),
];
