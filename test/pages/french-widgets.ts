import { casesOf, type Case } from './case.ts';

const PLACED = 'position: absolute; width: 200px; border: 1px solid; background: #fff';
const STEPS = (name: string, act: string): string =>
  `<button type="button" aria-label="${name}" onclick="${act}">→</button>`;
const NEXT = `const [a, b] = d.children; a.hidden = !a.hidden; b.hidden = !a.hidden`;
const SLIDES =
  '<div id="d"><p class="s">Les inscriptions ouvrent lundi.</p><p class="s" hidden>Le guichet ferme mardi.</p></div>';
const LETTERS = (shown: (letter: string) => string): string =>
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `<li>${shown(letter)}</li>`).join('');
const MERGED = (before: string, after: string): string =>
  `<tr>${['Usage', 'Vigilance', 'Alerte', 'Crise'].map((word) => `<td>${before}${word}${after}</td>`).join('')}</tr><tr><td>Pelouses</td><td rowspan="2">Prévenir le public</td><td colspan="2">Interdit</td></tr><tr><td>Potagers</td><td>Le soir</td><td>Interdit</td></tr>`;

/** Shapes that the components of French public sites make, each close to a fault. */
export const frenchWidgets: readonly Case[] = [
  ...casesOf('text-direction', '8.10', {
    passed: [
      {
        title: 'a direction that a script left out',
        body: '<p dir="">Bienvenue à la préfecture</p><p dir="undefined">Bienvenue à la préfecture</p>',
      },
    ],
  }),
  ...casesOf('axe', '10.6', {
    passed: [
      {
        title: 'the trail of an older site, by its arrows alone',
        head: '<style>.t a { color: #003189; text-decoration: none } .t { color: #666; background: #fff }</style>',
        body: '<div class="t"><p>Vous êtes ici : <a href="/">Accueil</a> &gt; <a href="/d">Démarches</a> &gt; Passeport</p></div>',
      },
    ],
    doubt: [
      {
        title: 'a link that a dot sets apart from the name of the site',
        head: '<style>.t a { color: #003189; text-decoration: none } .t { color: #333; background: #fff }</style>',
        body: '<div class="t"><p>Messagerie de la commune • <a href="/aide">Obtenir de l’aide</a></p></div>',
      },
    ],
    failed: [
      {
        title: 'a link of a sentence that an arrow begins',
        head: '<style>.t a { color: #003189; text-decoration: none } .t { color: #333; background: #fff }</style>',
        body: '<div class="t"><p>&gt; Voir le <a href="/f">formulaire du guichet</a>, à rendre avant le mois de juin</p></div>',
      },
      {
        title: 'a link within a sentence that a bar ends',
        head: '<style>.t a { color: #003189; text-decoration: none } .t { color: #333; background: #fff }</style>',
        body: '<div class="t"><p>Site fait par le <a href="/f">service informatique</a> de la commune | 2026</p></div>',
      },
    ],
  }),
  ...casesOf('axe', '9.3', {
    passed: [
      {
        title: 'tabs and their panels in one holder, which is no list',
        body: '<div role="tablist" aria-label="Horaires"><h2 role="tab" tabindex="0" id="t" aria-selected="true" aria-controls="p">Été</h2><div role="tabpanel" id="p" aria-labelledby="t">De 8 h à 12 h</div></div>',
      },
    ],
    failed: [{ title: 'a list without an item', body: '<div role="list"><h2>Passeport</h2></div>' }],
  }),
  ...casesOf('axe', '7.1', {
    passed: [
      {
        title: 'a tab that holds the link of the page without scripts',
        body: '<ul role="tablist" aria-label="Horaires"><li role="tab" tabindex="0" aria-selected="true" aria-labelledby="l"><a id="l" href="#p" role="presentation" tabindex="-1">Été</a></li></ul><div id="p" role="tabpanel" aria-labelledby="l">De 8 h à 12 h</div>',
      },
    ],
    failed: [
      {
        title: 'tabs that are none',
        body: '<div role="tablist"><h2>Été</h2><p>De 8 h à 12 h</p></div>',
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    passed: [
      {
        title: 'a list and a figure without an edge, which their arrow and their value tell',
        head: '<style>body { background: #fff }</style>',
        body: '<select aria-label="Mois" style="border: 0; background: #fff; color: #222"><option>août</option></select><input aria-label="Année" style="border: 0; background: #fff; color: #222" value="2026">',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      {
        title: 'an arrow over a gradient, dark enough for a drawing',
        body: '<div style="background: linear-gradient(#fff, #fefefe); padding: 1rem"><a href="#contenu" aria-label="Haut de page"><span aria-hidden="true" style="color: #007bff">↑</span></a></div>',
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [{ title: 'a rank for an alternative', body: '<img src="mairie.jpg" alt="Photo 1">' }],
    doubt: [
      {
        title: 'the rank of a picture that leads to itself',
        body: '<a href="mairie.jpg"><img src="petite-mairie.jpg" alt="Photo 1"></a>',
      },
    ],
  }),
  ...casesOf('reflow-320', '10.11', {
    doubt: [
      {
        title: 'a window that a script put in the midst of the screen as it was',
        body: `<div id="w" style="${PLACED}"><p>Le guichet ferme le 15 août.</p></div><script>w.style.left = (innerWidth - 200) / 2 + 'px'</script>`,
      },
      {
        title: 'a message over a film of its own width',
        body: '<div style="width: 480px; height: 270px; position: relative"><video width="480" height="270"></video><p style="position: absolute; inset: 0">Le film n’a pas pu être chargé depuis ce serveur.</p></div>',
      },
    ],
    failed: [
      {
        title: 'a button whose words stay on one line',
        body: '<input type="submit" style="font-size: 20px" value="Effectuer une demande de rendez-vous au guichet">',
      },
    ],
  }),
  ...casesOf('pointer-down', '13.11', {
    passed: [
      {
        title: 'a list that opens as early as that of the browser, and closes the same way',
        body: '<div role="combobox" tabindex="0" aria-label="Ville" aria-expanded="false" aria-controls="l" onmousedown="l.hidden = !l.hidden">Choisir</div><ul id="l" role="listbox" aria-label="Villes" hidden><li role="option" aria-selected="false">Tulle</li></ul>',
      },
      {
        title: 'a list without roles, closed by the press that opens it',
        body: '<div tabindex="0" onkeydown="l.hidden = !l.hidden" onmousedown="l.hidden = !l.hidden">Commune</div><ul id="l" hidden><li>Tulle</li></ul>',
      },
      {
        title: 'a window dragged by its title, a slider',
        body: `<div id="w" style="${PLACED}"><p style="cursor: move" onmousedown="r.textContent = 'Déplacé'">Avis</p></div><div onmousedown="r.textContent = '12 %'"><input type="range" aria-label="Volume"></div><p id="r">0 %</p>`,
      },
    ],
  }),
  ...casesOf('hover-content', '12.11', {
    passed: [
      {
        title: 'the time under the mouse on what is a slider itself',
        head: '<style>.b { position: relative; width: 200px; height: 1rem } .b span { display: none } .b:hover span { display: block }</style>',
        body: '<div class="b" role="slider" tabindex="0" aria-label="Position" aria-valuemin="0" aria-valuemax="9" aria-valuenow="3"><span>00:03</span></div><script>document.querySelector(".b").onkeydown = (event) => { if (event.key === "ArrowRight") event.target.setAttribute("aria-valuenow", "4") }</script>',
      },
      {
        title: 'a figure of a drawing whose parts have names and take the focus',
        body: '<svg width="120" height="60" role="group" aria-label="Accidents"><path id="p" tabindex="-1" role="img" aria-label="2025 : 98" d="M0 0h60v60H0z"/></svg><p id="t" hidden>2025 : 98 accidents</p><script>p.onmouseenter = () => { t.hidden = false }; p.onmouseleave = () => { t.hidden = true }</script>',
      },
      {
        title: 'the time under the mouse, on a slider that keys move too',
        head: '<style>.b { position: relative; width: 200px } .b span { display: none } .b:hover span { display: block }</style>',
        body: '<div class="b"><input type="range" aria-label="Position" aria-valuetext="3 secondes"><span>00:03</span></div>',
      },
    ],
  }),
  ...casesOf('text-spacing', '10.12', {
    passed: [
      {
        title: 'rules in a box that scrolls, over other words',
        body: `<div tabindex="0" role="region" aria-label="Conditions" style="height: 120px; overflow-y: auto; border: 1px solid">${'<p>Le service est gratuit et ouvert à tous les usagers du département.</p>'.repeat(8)}</div><p>J’accepte les conditions générales du service.</p><p>Envoyer ma demande à la préfecture du département.</p>`,
      },
    ],
  }),
  ...casesOf('html-validity', '8.2', {
    passed: [
      {
        title: 'two components in paragraphs, each with the ids of its own tree',
        body: '<p><x-champ></x-champ></p><p><x-champ></x-champ></p><script>customElements.define("x-champ", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = `<div><label for="c">Ville <span id="aide">en France</span></label><input id="c" aria-describedby="aide"></div>` } })</script>',
      },
    ],
    failed: [
      {
        title: 'one id for all the lines of a table',
        body: '<table><caption>Marchés</caption><tr><th scope="col">Marché</th></tr><tr id="null"><td>Voirie</td></tr><tr id="null"><td>Fournitures</td></tr></table>',
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    passed: [
      { title: 'a button that goes to the next slide', body: `${STEPS('Suivant', NEXT)}${SLIDES}` },
      { title: 'one that takes the place of another', body: `${STEPS('Autre nouvelle', NEXT)}${SLIDES}` },
      {
        title: 'a tab told as selected once its slide is there',
        body: `<div role="tablist" aria-label="Nouvelles"><button type="button" role="tab" aria-selected="false" id="t">Deuxième</button></div>${SLIDES}<script>t.onclick = () => { ${NEXT}; setTimeout(() => t.setAttribute('aria-selected', 'true'), 500) }</script>`,
      },
    ],
  }),
  ...casesOf('image-alt-inventory', '1.1', {
    passed: [
      {
        title: 'a named drawing that one goes through part by part',
        body: '<svg width="120" height="60" aria-label="Arrondissements"><a href="/n" aria-label="Nord"><path d="M0 0h60v60H0z"/></a></svg>',
      },
    ],
    failed: [
      {
        title: 'a named drawing in one piece',
        body: '<svg width="120" height="60" aria-label="Arrondissements"><path d="M0 0h60v60H0z"/></svg>',
      },
    ],
  }),
  ...casesOf('presentational-markup', '8.9', {
    passed: [
      {
        title: 'the first line of what is being written',
        body: '<div contenteditable="true" role="textbox" aria-label="Avis"><p><br></p></div>',
      },
    ],
  }),
  ...casesOf('axe', '11.1', {
    passed: [
      {
        title: 'the list of the browser kept behind that of a component',
        head: '<style>.h { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>',
        body: '<select class="h" tabindex="-1"><option>Visa</option></select><label for="m">Motif</label><input id="m" role="combobox" aria-expanded="false" aria-controls="l"><ul id="l" role="listbox" aria-label="Motifs" hidden><li role="option" aria-selected="false">Visa</li></ul>',
      },
    ],
    failed: [{ title: 'a list of the browser', body: '<select><option>Visa</option></select>' }],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    passed: [
      {
        title: 'a mark of a field that keys fill and empty',
        body: '<div class="f"><div class="item">Acte <span role="button" tabindex="-1" title="Retirer" onclick="this.parentElement.remove()">×</span></div><input aria-label="Pièces" id="i"></div><script>i.onkeydown = (event) => { if (event.key === "Backspace") document.querySelector(".item")?.remove() }</script>',
      },
      {
        title: 'the calendar of a field that keys go through',
        head: '<style>.picker { position: absolute; background: #fff; border: 1px solid }</style>',
        body: '<label>Date <input id="i"></label><div class="picker"><div class="main"><button type="button" tabindex="-1" onclick="m.textContent = \'septembre\'">Mois suivant</button> <span id="m">août</span></div></div><script>i.onkeydown = (event) => { if (event.key === "PageDown") m.textContent = "septembre" }</script>',
      },
    ],
    failed: [
      {
        title: 'a mark that only the mouse takes away',
        body: '<div class="f"><p class="item">Acte <span title="Retirer" style="cursor: pointer" onclick="this.parentElement.remove()">×</span></p></div>',
      },
    ],
  }),
  ...casesOf('axe', '3.2', {
    passed: [
      {
        title: 'a notice that fades in, dark enough once it is there',
        head: '<style>.n { opacity: 0; transition: opacity 4s; color: #222; background: #fff } .n.in { opacity: 1 }</style>',
        body: '<p class="n">Ce site utilise des témoins de connexion.</p><script>addEventListener("load", () => requestAnimationFrame(() => document.querySelector(".n").classList.add("in")))</script>',
      },
    ],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    passed: [
      {
        title: 'a line that goes by, all of which is seen in turn',
        head: '<style>.b { overflow: hidden; white-space: nowrap } .b span { display: inline-block; animation: d 12s linear infinite } @keyframes d { from { transform: translateX(60%) } to { transform: translateX(-60%) } }</style>',
        body: '<div class="b"><span>Crue de la rivière : évitez les déplacements et suivez les consignes</span></div>',
      },
    ],
  }),
  ...casesOf('moving-content', '13.8', {
    passed: [
      {
        title: 'timers of one function, set by several menus, that end there',
        body: '<div id="m" style="width: 200px; height: 100px">Menu</div><script>let n = 0; const close = () => { m.className = "c" + ++n }; setTimeout(close, 40); setTimeout(close, 60)</script>',
      },
    ],
  }),
  ...casesOf('css-content', '10.2', {
    passed: [
      {
        title: 'a word that a font of drawings turns into an arrow, on a button that has a name',
        head: '<style>.next::after { content: "next"; font-family: site-icons; font-size: 44px }</style>',
        body: `${SLIDES}<div class="next" role="button" tabindex="0" aria-label="Actualité suivante"></div>`,
      },
    ],
    failed: [
      {
        title: 'a word of another font, made of its letters',
        head: '<style>.t::after { content: " (document)"; font-family: monospace }</style>',
        body: '<p><a class="t" href="/arrete.pdf">Arrêté du 3 mars</a></p>',
      },
    ],
  }),
  ...casesOf('axe', '3.2', {
    doubt: [
      {
        title: 'bars between links, which only set them apart',
        head: '<style>.q { background: #003189; color: #333 } .q a { color: #fff }</style>',
        body: '<div class="q"><a href="#m">Aller au menu</a> | <a href="#c">Aller au contenu</a> | <a href="#r">Aller à la recherche</a></div>',
      },
    ],
    failed: [
      {
        title: 'words between links',
        head: '<style>.q { background: #003189; color: #333 } .q a { color: #fff }</style>',
        body: '<div class="q"><a href="#m">Aller au menu</a> ou bien <a href="#c">Aller au contenu</a></div>',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      {
        title: 'letters of an index that have no entry, and are no links',
        head: '<style>.i li { display: inline-block; width: 24px; color: #ccc } .i a { color: #000091 }</style>',
        body: `<ul class="i">${LETTERS((letter) => ('ACDP'.includes(letter) ? `<a href="#${letter}">${letter}</a>` : letter))}</ul>`,
      },
    ],
    failed: [
      {
        title: 'letters that are no index',
        head: '<style>.i li { display: inline-block; width: 24px; color: #ccc }</style>',
        body: `<ul class="i">${LETTERS((letter) => letter)}</ul>`,
      },
    ],
  }),
  ...casesOf('table-headers', '5.6', {
    failed: [
      {
        title: 'a bold first row above merged cells',
        body: `<table>${MERGED('<b>', '</b>')}</table>`,
      },
    ],
    doubt: [
      {
        title: 'a first row like the others above merged cells',
        body: `<table>${MERGED('', '')}</table>`,
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    doubt: [
      {
        title:
          'the panel of a menu for small screens, of which large ones show neither the button nor what it holds',
        head: '<style>.o, .m button, .m a { display: none }</style>',
        body: '<div class="o"><button type="button" id="b" aria-controls="m">Menu</button></div><div class="m" id="m" aria-labelledby="b"><button type="button" aria-controls="m">Fermer</button><div><a href="/compte">Espace personnel</a></div></div>',
      },
    ],
    failed: [
      {
        title: 'stars that only a name tells, on an element without a role',
        head: '<style>.e { width: 80px; height: 16px; background: #000091 }</style>',
        body: '<div class="e" aria-label="4 étoiles sur 5"></div>',
      },
    ],
  }),
];
