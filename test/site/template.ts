import { card } from './blocks.ts';
import { parentsOf, typeset, type Page } from './page.ts';

const SITE = 'Les services de l’État dans la Haute-Brume';
const BANNER =
  'Site fictif de démonstration : le département de la Haute-Brume n’existe pas, ni ses services, ni leurs coordonnées.';

const MENU: readonly (readonly [path: string, label: string])[] = [
  ['/Actualites', 'Actualités'],
  ['/Demarches', 'Démarches'],
  ['/Services-de-l-Etat', 'Services de l’État'],
  ['/Actions-de-l-Etat', 'Actions de l’État'],
  ['/Collectivites', 'Collectivités'],
  ['/Publications', 'Publications'],
  ['/Qualite', 'Démarche qualité'],
];

/** The whole page, in the look of the national template; its print twin has neither menu nor footer. */
export function renderPage(page: Page, pages: readonly Page[], media: 'screen' | 'print' = 'screen'): string {
  const parents = parentsOf(page, pages);
  const title =
    page.path === '/' ? SITE : [page, ...parents.toReversed()].map(({ heading }) => heading).join(' - ');
  return typeset(`<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.path === '/' ? title : `${title} - ${SITE}`}</title>
<meta name="description" content="${page.summary}">
<link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js" defer></script>
</head>
<body>
${media === 'print' ? `<header role="banner"><p class="demo-banner">${BANNER}</p></header>` : header(parents)}
<main role="main">
<div class="fr-container" id="main">
${breadcrumb(page, parents)}
<h1 class="">${page.heading}</h1>
${page.updated === undefined ? '' : `<p class="date-maj">Mis à jour le ${page.updated}</p>`}
${page.main}
${cards(page, pages)}
${page.path === '/' ? '' : tools(page)}
</div>
</main>
${media === 'print' ? '' : footer()}
</body>
</html>
`);
}

function header(parents: readonly Page[]): string {
  const entry = ([path, label]: readonly [string, string]): string => {
    const current = parents[0]?.path === path ? ' aria-current="true"' : '';
    return `<li class="fr-nav__item"><a class="fr-nav__link" href="${path}"${current}>${label}</a></li>`;
  };
  return `<div class="fr-skiplinks"><nav class="fr-container" role="navigation" aria-label="Accès rapide"><ul class="fr-skiplinks__list">
<li><a class="fr-link" href="#main">Contenu</a></li>
<li><a class="fr-link" href="#menu">Menu</a></li>
<li><a class="fr-link" href="#footer">Pied de page</a></li>
</ul></nav></div>
<header role="banner" class="fr-header" id="header">
<p class="demo-banner">${BANNER}</p>
<div class="fr-header__body fr-container">
<div class="fr-header__brand">
<p class="fr-logo">Préfète<br>de la Haute-Brume</p>
<a class="fr-header__service" href="/" title="Accueil - ${SITE}"><span class="fr-header__service-title">${SITE}</span></a>
</div>
<div class="fr-header__tools">
<ul class="fr-links-group"><li><a class="fr-link" href="/Prendre-un-rendez-vous">Prendre un rendez-vous</a></li><li><a class="fr-link" href="/Contact">Nous contacter</a></li></ul>
<form class="fr-search-bar" role="search" method="get" action="/recherche">
<label class="fr-label" for="search">Rechercher dans le site</label>
<input class="fr-input searchh" type="search" id="search" name="SearchText">
<button class="fr-btn" type="submit">Rechercher</button>
</form>
</div>
</div>
<nav class="fr-nav" id="menu" role="navigation" aria-label="Menu principal"><div class="fr-container"><ul class="fr-nav__list">
${MENU.map(entry).join('\n')}
</ul></div></nav>
</header>`;
}

function breadcrumb(page: Page, parents: readonly Page[]): string {
  if (page.path === '/') return '';
  const above = parents.map(
    ({ path, heading }) => `<li><a class="fr-breadcrumb__link" href="${path}">${heading}</a></li>`,
  );
  return `<nav role="navigation" class="fr-breadcrumb" aria-label="vous êtes ici :"><ol class="fr-breadcrumb__list">
<li><a class="fr-breadcrumb__link" href="/">Accueil</a></li>
${above.join('\n')}
<li><a class="fr-breadcrumb__link" aria-current="page">${page.heading}</a></li>
</ol></nav>`;
}

function cards(page: Page, pages: readonly Page[]): string {
  const look = page.cards;
  if (look === undefined) return '';
  const below = pages.filter(({ path }) => path.slice(0, path.lastIndexOf('/')) === page.path);
  return `<div class="fr-grid">${below.map((child) => card(child, look)).join('\n')}</div>`;
}

function tools(page: Page): string {
  return `<ul class="fr-links-group page-tools">
<li><a class="fr-link" rel="nofollow" href="/layout/set/print${page.path}" title="Imprimer la page ${page.heading}">Imprimer</a></li>
<li><a class="fr-link" href="mailto:?subject=Haute-Brume&amp;body=https%3A%2F%2Fwww.haute-brume.gouv.fr${page.path}">Envoyer par courriel</a></li>
</ul>`;
}

function footer(): string {
  return `<footer class="fr-footer" role="contentinfo" id="footer">
<div class="fr-container">
<div class="fr-footer__body">
<p class="fr-logo">Préfète<br>de la Haute-Brume</p>
<div class="fr-footer__content">
<p class="fr-footer__content-desc">Préfecture de la Haute-Brume, 1 place du Belvédère, 00100 Brumeval. Standard : <a href="tel:+33199000010">01 99 00 00 10</a>, du lundi au vendredi de 8 h 30 à 16 h 30.</p>
<ul class="fr-footer__content-list">
<li><a class="fr-footer__content-link" href="https://www.service-public.gouv.fr/">service-public.gouv.fr</a></li>
<li><a class="fr-footer__content-link" href="https://www.legifrance.gouv.fr/">legifrance.gouv.fr</a></li>
<li><a class="fr-footer__content-link" href="https://www.info.gouv.fr/">info.gouv.fr</a></li>
<li><a class="fr-footer__content-link" href="https://www.data.gouv.fr/">data.gouv.fr</a></li>
</ul>
<ul class="fr-follow">
<li><a class="fr-link" href="https://www.facebook.com/haute.brume.site.fictif" title="Page Facebook de la préfecture - nouvelle fenêtre" target="_blank" rel="noopener external">Facebook</a></li>
<li><a class="fr-link" href="https://x.com/haute_brume_fictive" title="Compte X de la préfecture - nouvelle fenêtre" target="_blank" rel="noopener external">X</a></li>
</ul>
</div>
</div>
<div class="fr-footer__bottom">
<ul class="fr-footer__bottom-list">
<li><a class="fr-footer__bottom-link" href="/Footer/Plan-du-site">Plan du site</a></li>
<li><a class="fr-footer__bottom-link" href="/Accessibilite">Accessibilité : partiellement conforme</a></li>
<li><a class="fr-footer__bottom-link" href="/Footer/Mentions-legales">Mentions légales</a></li>
<li><a class="fr-footer__bottom-link" href="/Footer/Donnees-personnelles">Données personnelles</a></li>
<li><a class="fr-footer__bottom-link" href="/Footer/Gestion-des-cookies">Gestion des cookies</a></li>
</ul>
<p class="fr-footer__bottom-copy">Sauf mention contraire, les contenus de ce site sont sous <a href="https://github.com/etalab/licence-ouverte/blob/master/LO.md">licence etalab-2.0</a>.</p>
</div>
</div>
</footer>`;
}
