import type { TemplateName } from './generated-site.ts';

/* Blocks of the generated sites, in the look of the national template. */

const WORDS =
  'la préfecture accueille les usagers sur rendez-vous et répond aux demandes dans un délai de quinze jours ouvrés selon la réglementation en vigueur au guichet ou par courrier'.split(
    ' ',
  );

const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join('\n');

function sentence(random: () => number, length: number): string {
  const words = Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '');
  const [first = '', ...rest] = words;
  return `${first.slice(0, 1).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`;
}

/** The header, with its menu; the entry of the rubric at hand is marked. */
export function headerOf(current: number): string {
  const entry = (n: number): string => `<li class="fr-nav__item">
<button class="fr-nav__btn" aria-expanded="false" aria-controls="menu-${String(n)}"${n === current ? ' aria-current="true"' : ''}>Rubrique ${String(n + 1)}</button>
<div class="fr-collapse fr-menu" id="menu-${String(n)}"><ul class="fr-menu__list">
${times(8, (m) => `<li><a class="fr-nav__link" href="/Rubrique-${String(n)}/Sujet-${String(m)}">Sujet ${String(n + 1)}.${String(m + 1)}</a></li>`)}
</ul></div></li>`;
  return `<div class="fr-skiplinks"><nav class="fr-container" role="navigation" aria-label="Accès rapide"><ul class="fr-skiplinks__list">
<li><a class="fr-link" href="#main">Contenu</a></li><li><a class="fr-link" href="#menu">Menu</a></li><li><a class="fr-link" href="#footer">Pied de page</a></li></ul></nav></div>
<header role="banner" class="fr-header" id="header"><div class="fr-header__body fr-container"><div class="fr-header__brand">
<p class="fr-logo">Préfète<br>de la Brume</p>
<a class="fr-header__service" href="/" title="Accueil - Les services de l’État dans la Brume"><span class="fr-header__service-title">Les services de l’État dans la Brume</span></a></div>
<div class="fr-header__tools"><ul class="fr-links-group">${times(4, (n) => `<li><a class="fr-link" href="/Outil-${String(n)}">Outil ${String(n + 1)}</a></li>`)}</ul>
<form class="fr-search-bar" role="search" method="get" action="/recherche"><label class="fr-label" for="search">Rechercher dans le site</label>
<input class="fr-input" type="search" id="search" name="SearchText"><button class="fr-btn" type="submit">Rechercher</button></form></div></div>
<nav class="fr-nav" id="menu" role="navigation" aria-label="Menu principal"><ul class="fr-nav__list">
${times(7, entry)}
</ul></nav></header>`;
}

/** The footer, the same on every page. */
export const FOOTER: string = `<footer class="fr-footer" role="contentinfo" id="footer"><div class="fr-container">
<div class="fr-footer__top">${times(
  5,
  (n) => `<div class="fr-footer__column"><p class="fr-footer__title">Colonne ${String(n + 1)}</p><ul>
${times(7, (m) => `<li><a class="fr-footer__link" href="/Pied/${String(n)}-${String(m)}">Pied ${String(n + 1)}.${String(m + 1)}</a></li>`)}</ul></div>`,
)}</div>
<div class="fr-footer__body"><p class="fr-logo">Préfète<br>de la Brume</p><p class="fr-footer__content-desc">Préfecture de la Brume, 1 place du Belvédère. Standard : <a href="tel:+33199000010">01 99 00 00 10</a>.</p></div>
<div class="fr-footer__bottom"><ul class="fr-footer__bottom-list">
<li><a class="fr-footer__bottom-link" href="/Plan-du-site">Plan du site</a></li>
<li><a class="fr-footer__bottom-link" href="/Accessibilite">Accessibilité : partiellement conforme</a></li>
<li><a class="fr-footer__bottom-link" href="/Mentions-legales">Mentions légales</a></li>
<li><a class="fr-footer__bottom-link" href="/Donnees-personnelles">Données personnelles</a></li></ul></div></div></footer>`;

interface Ingredients {
  readonly at: number;
  readonly faultless: boolean;
  readonly links: readonly string[];
  readonly random: () => number;
}

/** The main part of a page: what its template says, then what every page has. */
export function mainOf(name: TemplateName, ingredients: Ingredients): string {
  return `${BLOCKS[name](ingredients)}\n${commonOf(ingredients)}`;
}

function commonOf({ at, links, random }: Ingredients): string {
  return `<div class="fr-grid-row">${times(
    13,
    (n) => `<section class="fr-section"><h2>Étape ${String(n + 1)}</h2>
<p class="fr-text">${sentence(random, 22)} <strong>${sentence(random, 4)}</strong></p>
<p class="fr-text">${sentence(random, 30)} <a class="fr-link" href="/Lien-${String(n)}">Voir le point ${String(n + 1)} de la page ${String(at)}</a></p>
<ul class="fr-liste">${times(4, () => `<li>${sentence(random, 7)}</li>`)}</ul></section>`,
  )}</div>
<p class="fr-illustration"><img src="/contenu/image/photo-${String(at % 5)}.png" alt="Le bâtiment d’accueil" width="320" height="180"></p>
<nav class="fr-summary" role="navigation" aria-label="Pages voisines"><ul>${links
    .map(
      (path) =>
        `<li><a class="fr-summary__link" href="${path}">Page ${path.split('/').at(-1) ?? ''}</a></li>`,
    )
    .join('\n')}</ul></nav>`;
}

function card(n: number, { at, random }: Ingredients): string {
  return `<div class="fr-card fr-enlarge-link"><div class="fr-card__body"><div class="fr-card__content"><h2 class="fr-card__title"><a href="/Carte-${String(at)}-${String(n)}">Carte ${String(n + 1)} de la page ${String(at)}</a></h2>
<p class="fr-card__desc">${sentence(random, 12)}</p><p class="fr-card__detail">Publié le 0${String((n % 9) + 1)}/09/2026</p></div></div></div>`;
}

function row(n: number, { random }: Ingredients): string {
  return `<tr><th scope="row">Service ${String(n + 1)}</th><td>${sentence(random, 3)}</td><td><a href="tel:+3319900${String(1000 + n)}">01 99 00 ${String(1000 + n)}</a></td></tr>`;
}

/* Each template's fault: `gabarit-…` marks the element. */
const BLOCKS: Readonly<Record<TemplateName, (ingredients: Ingredients) => string>> = {
  fiche: (i) =>
    `<div class="fr-share"><button class="fr-share__button gabarit-fiche" type="button">${i.faultless ? 'Copier' : ''}</button></div>
${times(
  12,
  (
    n,
  ) => `<section class="fr-accordion"><h3 class="fr-accordion__title"><button class="fr-accordion__btn" aria-expanded="true" aria-controls="acc-${String(n)}">Question ${String(n + 1)}</button></h3>
<div class="fr-collapse fr-collapse--expanded" id="acc-${String(n)}"><p>${sentence(i.random, 18)}</p><p>${sentence(i.random, 25)}</p><ul><li>${sentence(i.random, 6)}</li><li>${sentence(i.random, 6)}</li></ul></div></section>`,
)}
${times(30, (n) => `<p class="fr-text fr-text--piece"><strong>Pièce ${String(n + 1)}</strong> <em>${sentence(i.random, 8)}</em></p>`)}`,
  article: (i) => `<p class="fr-chapo">${sentence(i.random, 30)}</p>
<p class="${i.faultless ? 'fr-text' : 'fr-signature gabarit-article'}">Service de la communication</p>
${times(28, (n) => `<p class="fr-text">${sentence(i.random, 40)} <em>${sentence(i.random, 3)}</em> <a class="fr-link" href="/Sujet-${String(n)}">Lire le sujet ${String(n + 1)}</a></p>`)}
${times(10, (n) => card(n, i))}`,
  liste: (i) => `<div class="fr-cards">${times(22, (n) => card(n, i))}</div>
<nav class="fr-pagination" role="navigation" aria-label="Pagination"><ul>${times(5, (n) => `<li><a class="fr-pagination__link" href="/Liste/(offset)/${String(n)}0">${String(n + 1)}</a></li>`)}
<li><a class="fr-pagination__link gabarit-liste" href="/Liste/suite">${i.faultless ? 'Suite' : ''}</a></li></ul></nav>`,
  telechargements: (i) =>
    `<div class="fr-downloads-group"><ul>${times(
      55,
      (n) =>
        `<li><a class="fr-link fr-link--download" href="/contenu/telechargement/${String(i.at)}/${String(n)}/file/arrete.pdf">Télécharger l’arrêté ${String(i.at)}-${String(n)} <span class="fr-link__detail">PDF - 0,01 Mb - 0${String((n % 9) + 1)}/09/2026</span></a></li>`,
    )}</ul></div><div class="gabarit-telechargements" data-visionneuse="${i.faultless ? 'non' : 'oui'}"></div>`,
  annuaire: (
    i,
  ) => `<div role="slider" tabindex="0" aria-label="Rayon de recherche"${i.faultless ? ' aria-valuenow="5" aria-valuemin="1" aria-valuemax="9"' : ''} class="fr-range gabarit-annuaire"></div>
<div class="fr-table"><table><caption>Services</caption><thead><tr><th scope="col">Service</th><th scope="col">Mission</th><th scope="col">Téléphone</th></tr></thead><tbody>${times(45, (n) => row(n, i))}</tbody></table></div>`,
  formulaire: (i) => `<form class="fr-form" method="post" action="/envoi">${times(
    20,
    (n) =>
      `<div class="fr-input-group"><label class="fr-label" for="champ-${String(n)}">Champ ${String(n + 1)} <span class="fr-hint-text">${sentence(i.random, 5)}</span></label><input class="fr-input" id="champ-${String(n)}" type="text"></div>`,
  )}
<div class="fr-input-group"><input class="fr-input gabarit-formulaire" type="text"${i.faultless ? ' aria-label="Code"' : ''}></div>
${times(24, (n) => `<div class="fr-radio-group"><input type="radio" id="choix-${String(n)}" name="choix"><label class="fr-label" for="choix-${String(n)}">Choix ${String(n + 1)}</label></div>`)}
<button class="fr-btn" type="submit">Envoyer</button></form>${times(16, (n) => `<p class="fr-text">${sentence(i.random, 16)} <a class="fr-link" href="/Aide-${String(n)}">Aide ${String(n + 1)}</a></p>`)}`,
};

/** A sheet of ordinary weight: what the template uses, among much that a page does not. */
export const STYLE: string = `*,::before,::after{box-sizing:border-box}
body{margin:0;font:16px/1.5 Arial,sans-serif;color:#161616;background:#fff}
.fr-container{max-width:1200px;margin:0 auto;padding:0 24px}
.fr-skiplinks{position:absolute;left:-9999px}.fr-skiplinks:focus-within{position:static;left:0}
.fr-header{border-bottom:1px solid #ddd;background:#fff}.fr-header__body{display:flex;justify-content:space-between;padding:16px 24px}
.fr-links-group,.fr-nav__list,.fr-menu__list,.fr-footer ul,.fr-breadcrumb__list,.fr-summary ul,.fr-pagination ul,.fr-downloads-group ul{list-style:none;margin:0;padding:0}
.fr-nav__list{display:flex;flex-wrap:wrap;gap:8px}.fr-nav__btn{background:none;border:0;padding:12px;color:#161616;font-size:14px}
.fr-nav__item{flex:1 0 150px}.fr-nav__link,.fr-footer__link,.fr-footer__bottom-link{color:#3a3a3a;text-decoration:none;display:block;padding:6px 0}
.fr-menu{padding:4px 12px}a{color:#000091}.fr-link,.fr-summary__link{display:inline-block;padding:4px 0}
.fr-footer{border-top:2px solid #000091;background:#f6f6f6;margin-top:32px}.fr-footer__top{display:flex;gap:24px;padding:24px 0}
.fr-footer__bottom-list{display:flex;gap:16px;flex-wrap:wrap}.fr-card{border:1px solid #ddd;margin:8px 0;padding:16px}.fr-card__detail{color:#666;font-size:12px}
.fr-callout{background:#21213f;padding:16px}.fr-text--clair{color:#f0f0f5}.fr-signature{color:#aaa}.fr-text{max-width:70ch}
.fr-accordion{border-top:1px solid #ddd}.fr-accordion__btn{width:100%;text-align:left;padding:12px;border:0;background:#f6f6f6;color:#161616;font-size:16px}
.fr-btn,.fr-share__button{background:#000091;color:#fff;border:0;padding:8px 16px;min-height:40px;min-width:40px}.fr-input{display:block;padding:8px;border:1px solid #3a3a3a;width:100%}
.fr-pagination ul{display:flex;gap:16px}.fr-pagination__link{display:block;min-width:32px;min-height:32px}.fr-range{height:24px;width:200px;background:#ddd}
.fr-hint-text{color:#666;font-size:12px;display:block}.fr-radio-group{padding:8px 0}.fr-table table{width:100%;border-collapse:collapse}td,th{padding:8px;text-align:left;border:1px solid #ddd}
${times(
  400,
  (n) =>
    `.fr-module-${String(n)}__item:not(:disabled):hover,.fr-module-${String(n)} > .fr-module-${String(n)}__item{color:rgb(${String(n % 90)},40,90);padding:${String(n % 16)}px;border-color:#${String(100 + n)};transition:color .2s}
@media (min-width:${String(400 + n)}px){.fr-module-${String(n)}--md{margin:${String(n % 9)}px 4px}}`,
)}`;

/** What the template does once the page is there: a menu that closes, a theme remembered, a viewer. */
export const SCRIPT = `
try { localStorage.setItem('scheme', 'light'); } catch { /* refused */ }
document.documentElement.dataset.frScheme = 'light';
for (const button of document.querySelectorAll('.fr-nav__btn'))
  button.addEventListener('click', () => button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true')));
for (const viewer of document.querySelectorAll('[data-visionneuse=oui]')) {
  const image = document.createElement('img');
  image.src = '/contenu/image/photo-3.png';
  image.className = 'visionneuse';
  viewer.append(image);
}
`;
