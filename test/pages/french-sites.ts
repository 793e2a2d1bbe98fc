import { casesOf, type Case } from './case.ts';

const FADE =
  '<style>@keyframes entree { from { opacity: 0 } } .entree { animation: entree 0.9s ease-out both }</style>';
const PULSE =
  '<style>@keyframes pouls { 50% { opacity: 0.4 } } .pouls { animation: pouls 2s infinite }</style>';
const NOTE = (more: string): string =>
  `<p>La demande se fait sur rendez-vous<a id="r" href="#n">1)</a>, au guichet ou par courrier.</p><p hidden id="b">Les copies ne sont pas acceptées.</p><script>r.onmouseover = () => { b.hidden = false }; r.onmouseout = () => { b.hidden = true }</script>${more}`;

const MARKETS =
  '<tr><td>Voirie</td><td>en cours</td><td><a href="/voirie.pdf">Avis de voirie</a></td></tr><tr><td>Repas</td><td>clos</td><td><a href="/repas.pdf">Avis de repas</a></td></tr>';
const DATED = (title: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Permis étranger - Préfecture</title><style>.titre, h1 { font-size: 28px; font-weight: bold }</style></head><body><main>${title}<p>Mise à jour le 29/09/2026</p><p>Vous avez un permis délivré hors de l’Union européenne et vous résidez en France : échangez-le dans l’année qui suit votre installation.</p></main></body></html>`;
/** Closed over four tenths of a second, as by jQuery. */
const BANNER = (command: string): string =>
  `<div id="b"><p>Ce site mesure son audience.</p>${command}</div><script>x.addEventListener('click', () => { let left = 1; const fade = () => { left -= 0.05; b.style.opacity = left; if (left > 0) setTimeout(fade, 20); else b.style.display = 'none'; }; fade(); });</script>`;

/** Drawn open over four tenths of a second, as by jQuery. */
const SLIDE = (told: string, state = ''): string =>
  `<h2><button type="button" id="b"${state}>Qui contacter ?</button></h2><div id="p" style="display: none"><p>Le service des marchés répond le matin, au guichet ou par courriel.</p><p>Il est fermé en août.</p></div><script>let isOpen = false; b.onclick = () => { isOpen = !isOpen; ${told} p.style.display = 'block'; p.style.overflow = 'hidden'; const full = 80; let step = 0; const slide = () => { step += 1; p.style.height = full * (isOpen ? step : 20 - step) / 20 + 'px'; if (step < 20) setTimeout(slide, 20); else { p.style.height = p.style.overflow = ''; if (!isOpen) p.style.display = 'none'; } }; slide(); };</script>`;

/** What real French sites have, towns, clinics, wikis and manuals: shapes that were taken for faults, and faults beside them. */
export const frenchSites: readonly Case[] = [
  ...casesOf('axe', '3.2', {
    passed: [
      {
        title: 'words that fade in as the page opens',
        head: FADE,
        body: '<div class="entree"><p style="color: #555">Le guichet ouvre à neuf heures.</p></div>',
      },
    ],
    failed: [
      {
        title: 'words that fade in, and are pale in the end',
        head: FADE,
        body: '<div class="entree"><p style="color: #aaa">Le guichet ouvre à neuf heures.</p></div>',
      },
    ],
    doubt: [
      {
        title: 'words that fade out and in for ever',
        head: PULSE,
        body: '<p class="pouls" style="color: #6b6b6b">Numéro d’urgence : 04 00 00 00 00</p>',
      },
    ],
  }),
  ...casesOf('axe', '10.8', {
    passed: [
      {
        title: 'a panel that takes a while to fold',
        head: '<style>.pan { visibility: visible } .pan[aria-hidden=true] { visibility: hidden; transition: visibility 0s 0.8s }</style>',
        body: '<h2>Horaires</h2><div class="pan" id="p" tabindex="0">Du lundi au vendredi.</div><script>setTimeout(() => { p.setAttribute("aria-hidden", "true") }, 100)</script>',
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    failed: [
      {
        title: 'a menu of plain links',
        body: '<div role="menu" aria-label="Rubriques"><a href="/a">Agenda</a></div>',
      },
    ],
  }),
  ...casesOf('axe', '9.3', {
    passed: [
      {
        title: 'tabs, each in a heading of its own, which are no list',
        body: '<div role="tablist"><h2><button type="button" role="tab" aria-selected="true" aria-controls="a">Horaires</button></h2><h2><button type="button" role="tab" aria-selected="false" aria-controls="b">Accès</button></h2></div><div role="tabpanel" id="a" aria-label="Horaires"><p>Du lundi au vendredi.</p></div><div role="tabpanel" id="b" aria-label="Accès" hidden><p>Place de la gare.</p></div>',
      },
    ],
    failed: [
      {
        title: 'a list by its role that holds no item',
        body: '<div role="list" aria-label="Pièces"><a href="/a">Un justificatif de domicile</a><a href="/b">Une photographie</a></div>',
      },
    ],
  }),
  ...casesOf('hidden-focusable', '10.8', {
    passed: [
      {
        title: 'a moving line of words told just before, written without a space between tags',
        before:
          '<nav aria-label="Menu"><a href="/contact">Contact</a></nav><div><ul aria-label="Annonces"><li><a href="/a">Conseil municipal du 8 avril 2026 : budget primitif adopté à l’unanimité, travaux de voirie programmés en mai</a></li><li><a href="/b">Fête du village le 28 juin 2026 : concours de boules, repas champêtre et bal, inscriptions en mairie</a></li></ul><div aria-hidden="true"><span>Annonces</span><b>Conseil municipal du 8 avril 2026 : budget primitif adopté à l’unanimité, travaux de voirie programmés en mai</b><b>Fête du village le 28 juin 2026 : concours de boules, repas champêtre et bal, inscriptions en mairie</b></div></div>',
      },
    ],
    failed: [
      {
        title: 'words hidden from those who listen, close to others that are told',
        before:
          '<nav aria-label="Menu"><a href="/contact">Contact</a></nav><div aria-hidden="true"><b>Conseil municipal du 8 avril 2026 : budget primitif adopté à l’unanimité, travaux de voirie programmés en mai</b></div>',
      },
    ],
  }),
  ...casesOf('hover-content', '12.11', {
    passed: [
      {
        title: 'a note shown under the mouse, to which its link leads',
        body: NOTE(
          '<hr><div><sup><a id="n" href="#r">1)</a></sup> <span>Les copies ne sont pas acceptées.</span></div>',
        ),
      },
    ],
    failed: [
      {
        title: 'a note shown under the mouse, whose link leads to other words',
        body: NOTE('<hr><div><sup><a id="n" href="#r">1)</a></sup> <span>Voir le règlement.</span></div>'),
      },
    ],
  }),
  ...casesOf('single-key-shortcut', '12.10', {
    passed: [
      {
        title: 'keys that bring the focus back to a search that is open',
        body: '<form role="search"><label>Chercher <input id="q"></label></form><p hidden id="s">Suggestions de recherche</p><script>q.onfocus = () => { s.hidden = false }; document.addEventListener("keydown", (e) => { if (e.key === "Escape") { s.hidden = true; q.blur() } else if (!s.hidden && e.key !== "Tab") q.focus() })</script>',
      },
    ],
  }),
  ...casesOf('table-caption', '5.4', {
    passed: [
      {
        title: 'a table in parts, each under a row that names it',
        body: '<table><tr><th colspan="2">Pages</th></tr><tr><td>Articles</td><td>12</td></tr><tr><td>Toutes</td><td>40</td></tr><tr><th colspan="2">Membres</th></tr><tr><td>Inscrits</td><td>7</td></tr><tr><td>Actifs</td><td>3</td></tr></table>',
      },
    ],
    failed: [
      {
        title: 'a table whose only row of one cell names it',
        body: '<table><tr><th colspan="2">Pages du site</th></tr><tr><td>Articles</td><td>12</td></tr><tr><td>Toutes</td><td>40</td></tr><tr><td>Effacées</td><td>4</td></tr></table>',
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    passed: [
      {
        title: 'words between square brackets that tell of the image',
        body: '<img src="a.png" alt="Panneau [sens interdit] posé rue du Pont" width="60" height="60">',
      },
    ],
    failed: [
      {
        title: 'the words of the model for the alternative',
        body: '<img src="a.png" alt="[À MODIFIER - vide, ou ce que dit l’image]" width="60" height="60">',
      },
      {
        title: 'points of a map that all have the name the map gives them',
        body: '<p>Mairies équipées :</p><img src="a.png" alt="Marker" role="button" tabindex="0" width="25" height="41"><img src="a.png" alt="Marker" role="button" tabindex="0" width="25" height="41">',
      },
    ],
  }),
  ...casesOf('text-spacing', '10.12', {
    doubt: [
      {
        title: 'a card too high, which hides the foot of the page as it is',
        body: '<div style="height: 20px; width: 300px"><div style="position: relative; background: #fff; height: 120px; line-height: 20px">Les demandes se font en ligne, et la préfecture répond.</div></div><p style="margin: 14px 0 0; width: 250px; line-height: 20px">Fermeture le lundi.</p>',
      },
      {
        title: 'a card of its own colour whose text runs over the next card',
        body: '<div style="background: #eee; height: 40px; width: 300px; line-height: 19px">Les demandes se font en ligne, et la préfecture répond en deux mois.</div><div style="background: #eef; width: 300px">Fermeture le lundi.</div>',
      },
    ],
  }),
  ...casesOf('sensory-words', '10.9', {
    passed: [
      {
        title: 'a button told by its place and by its picture',
        body: '<p>Cliquez sur le bouton <img src="a.png" alt="Agrandir la carte"> de gauche pour voir le plan.</p>',
      },
    ],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    passed: [
      {
        title: 'a text that scrolls in a frame, above other words',
        body: `<div style="height: 200px; overflow-y: auto" tabindex="0" role="region" aria-label="Règlement">${'<p>Règlement du guichet, à lire avant de venir.</p>'.repeat(30)}</div><p>Le guichet est fermé le dimanche, et les jours de fête.</p><p>Une permanence a lieu le samedi, de neuf heures à midi.</p>`,
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    passed: [
      {
        title: 'the first words of a box of advice, in bold',
        body: `<h2>Usage</h2><div class="custom-block important" style="background: #eee; padding: 1em"><p>IMPORTANT</p><p><strong>Un usage interdit hors des sites publics</strong></p><p>${'Personne d’autre ne peut employer cette marque, qui est celle de l’administration. '.repeat(3)}</p></div>`,
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    passed: [
      {
        title: 'one noun that is the whole of a heading, or the name of a place above',
        before: '<div class="youarehere">Vous êtes ici : <a href="/start">start</a></div>',
        body: '<h2><a href="/menus/fichier">Fichier</a></h2><p>Ce menu contient les commandes qui ouvrent et ferment un texte.</p>',
      },
    ],
    failed: [
      {
        title: 'the same noun in a line of its own',
        body: '<p>Ce menu contient les commandes qui ouvrent un texte.</p><div><a href="/menus/fichier">Fichier</a></div>',
      },
      {
        title: 'the tooltip of the model of the page',
        before:
          '<header role="banner"><a href="/" title="Accueil - [À MODIFIER - nom du site]">Les services de l’État en Exemple</a></header>',
        body: '<p>Le guichet ouvre à neuf heures.</p>',
      },
    ],
  }),
  ...casesOf('color-only-inventory', '3.1', {
    doubt: [
      {
        title: 'what a program shows in red, told in its manual',
        body: '<ul><li>Pas à pas : la ligne de l’algorithme correspondant à chaque arrêt est signalée en rouge.</li></ul>',
      },
    ],
    failed: [
      {
        title: 'days of a list told by red',
        body: '<p>Les jours en rouge sont fermés au public.</p>',
      },
    ],
  }),
  ...casesOf('table-headers', '5.6', {
    failed: [
      {
        title: 'a head of plain cells, the last of them empty',
        body: `<table><thead><tr><td>Objet</td><td>État</td><td></td></tr></thead><tbody>${MARKETS}</tbody></table>`,
      },
    ],
    passed: [
      {
        title: 'a head of headers',
        body: `<table><caption>Marchés</caption><thead><tr><th scope="col">Objet</th><th scope="col">État</th><th scope="col">Avis</th></tr></thead><tbody>${MARKETS}</tbody></table>`,
      },
    ],
    doubt: [
      {
        title: 'a head of one title over its columns',
        body: `<table><thead><tr><td colspan="3">Marchés de 2026</td></tr></thead><tbody>${MARKETS}</tbody></table>`,
      },
    ],
  }),
  ...casesOf('html-validity', '8.2', {
    failed: [
      {
        title: 'identifiers left empty by a template',
        body: '<ul><li><a id="" href="/a.pdf">Arrêté du 2 mai</a></li><li><a id="" href="/b.pdf">Arrêté du 9 mai</a></li></ul>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      {
        title: 'the title of a page that is none, above its date',
        html: DATED('<div class="titre">Échange d’un permis étranger</div>'),
      },
    ],
    passed: [
      {
        title: 'the same title, marked as one',
        html: DATED('<h1>Échange d’un permis étranger</h1>'),
      },
      {
        title: 'a name in bold above a date and nothing else',
        body: '<div><p><strong>Arrêté de circulation</strong></p><p>Publié le 3 mars 2026</p></div>',
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    failed: [
      {
        title: 'a banner that fades away when a word of it is clicked',
        body: BANNER('<span id="x">J’accepte</span>'),
      },
    ],
    passed: [
      {
        title: 'the same banner, closed by a button',
        body: BANNER('<button type="button" id="x">J’accepte</button>'),
      },
    ],
    doubt: [
      {
        title: 'a cross beside the button that closes the same banner',
        body: BANNER('<span id="x">X</span> <button type="button" onclick="b.remove()">Fermer</button>'),
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    failed: [{ title: 'a panel that slides open and shut, and says neither', body: SLIDE('') }],
    passed: [
      {
        title: 'the same panel, which says so',
        body: SLIDE(`b.setAttribute('aria-expanded', String(isOpen));`, ' aria-expanded="false"'),
      },
    ],
  }),
];
