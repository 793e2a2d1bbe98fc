import { casesOf, type Case } from './case.ts';

/** Where the Tab key writes, and Shift with it takes back. */
const editor = (back: string): string =>
  `<label for="e">Observation</label><textarea id="e"></textarea><p><a href="/suite">Suite du dossier</a></p><script>const write = () => { e.value += '\\t' }; e.onkeydown = (event) => { if (event.key !== 'Tab') return; ${back} };</script>`;
/** A field that shows no edge of its own, and what stands around it. */
const bare = (style: string, line: string): string =>
  `<div style="position: relative; width: 300px"><label for="f">Nom</label><div style="position: relative; height: 40px"><input id="f" style="border: 0; background: transparent; width: 300px; height: 30px; outline: 0${style}">${line}</div></div>`;
const LAYER = 'position: absolute; left: 0; right: 0; bottom: 0; top: 0; pointer-events: none';
const WHITE = '<style>body { background: #fff; color: #222 }</style>';

/** Shapes that the usual script libraries give to the pages of French public sites. */
export const libraryShapes: readonly Case[] = [
  ...casesOf('axe', '11.1', {
    doubt: [
      {
        title: 'slides in a box that is called a list to choose from',
        body: '<div role="listbox"><div><img src="fete.jpg" alt="La fête du lac"><p>Le 13 juillet</p></div></div>',
      },
    ],
    failed: [
      {
        title: 'a list to choose from, without a name',
        body: '<div role="listbox" tabindex="0"><div role="option" aria-selected="true">Tulle</div></div>',
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    doubt: [
      {
        title: 'a name on a block that is written in',
        body: '<div contenteditable="true" aria-label="Motifs du recours"><p><br></p></div>',
      },
    ],
  }),
  ...casesOf('label-quality', '11.1', {
    passed: [
      {
        title: 'the list behind a component, which took its label',
        head: '<style>.h { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>',
        body: '<select class="h" tabindex="-1" placeholder="Saisissez une rue"><option>Rue du Moulin</option></select><label for="m">Rue</label><input id="m" role="combobox" aria-expanded="false" aria-controls="l" placeholder="Saisissez une rue"><ul id="l" role="listbox" aria-label="Rues" hidden><li role="option" aria-selected="false">Rue du Moulin</li></ul>',
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    passed: [
      {
        title: 'the commands of slides',
        body: '<p>Le beffroi se visite le samedi, avec un guide de la ville et sans inscription.</p><div><div><a href="">Start</a></div><div><a href="">Stop</a></div></div>',
      },
    ],
    doubt: [
      {
        title: 'the name of a part of the site, in its menu',
        before:
          '<nav aria-label="Principal"><ul><li><a href="/">Accueil</a></li><li><a href="/decouvrir">Découvrir</a></li><li><a href="/dormir">Se loger</a></li></ul></nav>',
      },
    ],
    failed: [
      {
        title: 'the same verb alone in the page',
        body: '<div><a href="/lac">Découvrir</a></div><div><a href="/col">Découvrir</a></div>',
      },
      {
        title: 'an entry of a menu that only points',
        before:
          '<nav aria-label="Principal"><ul><li><a href="/a">Accueil</a></li><li><a href="/b">Cliquez ici</a></li><li><a href="/c">Se loger</a></li></ul></nav>',
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    passed: [
      {
        title: 'a field in a frame drawn beside it',
        head: WHITE,
        body: bare('', `<div aria-hidden="true" style="${LAYER}; border: 1px solid #555"></div>`),
      },
      {
        title: 'a field on a line that the style sheet draws',
        head: `${WHITE}<style>.l::before { content: ''; position: absolute; left: 0; width: 300px; bottom: 0; border-bottom: 1px solid #555 }</style>`,
        body: bare('', '<div class="l"></div>'),
      },
      {
        title: 'a field kept for its value, behind a slider',
        head: WHITE,
        body: '<div role="slider" tabindex="0" aria-label="Budget" aria-valuenow="40" aria-valuemin="0" aria-valuemax="300">40 €</div><input tabindex="-1" readonly aria-label="Budget" style="position: absolute; width: 0; height: 0; padding: 0; border: 2px solid transparent; background: none">',
      },
    ],
    failed: [{ title: 'a field that nothing draws', head: WHITE, body: bare('', '') }],
  }),
  ...casesOf('presentational-markup', '8.9', {
    passed: [
      {
        title: 'a frame drawn with a group that is told to nobody',
        body: `<label for="f">Adresse</label><div style="position: relative"><input id="f"><fieldset aria-hidden="true" style="${LAYER}"><legend><span>Adresse</span></legend></fieldset></div>`,
      },
    ],
  }),
  ...casesOf('keyboard-trap', '12.9', {
    passed: [
      {
        title: 'an editor that takes back one by one the tabs that it wrote',
        body: editor(
          `if (!event.shiftKey) { event.preventDefault(); write() } else if (e.value.endsWith('\\t')) { event.preventDefault(); e.value = e.value.slice(0, -1) }`,
        ),
      },
    ],
    failed: [
      {
        title: 'an editor that writes a tab with Shift too',
        body: editor('event.preventDefault(); write()'),
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    doubt: [
      {
        title: 'a row of pictures that is dragged, and hears a click to stop it',
        body: '<div id="d"><img src="a.jpg" alt="Le lac"></div><p id="n">1</p><script>d.ondragstart = () => false; d.addEventListener("click", () => { n.textContent = "2 sur 3" }); d.addEventListener("mousedown", () => {})</script>',
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.1', {
    passed: [
      {
        title: 'the head of a column whose name says that it sorts',
        body: '<table><caption>Arrêtés</caption><tr><th id="h" scope="col" tabindex="0" aria-sort="ascending" aria-label="Date : activer pour trier par ordre décroissant">Date</th></tr><tr><td id="c">3 mai</td></tr></table><script>const turn = () => { c.textContent = c.textContent === "3 mai" ? "9 juin" : "3 mai" }; h.addEventListener("click", turn); h.addEventListener("keypress", turn)</script>',
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    passed: [
      {
        title: 'marks without a word, each of which brings its slides',
        body: '<div id="s"><p>Gîte du Moulin, à partir de 45 €</p><h3 hidden>Refuge du Col, à partir de 85 €</h3></div><div><button type="button" id="a" title="Groupe 1"></button><button type="button" id="b" title="Groupe 2"></button></div><script>const turn = () => { for (const one of s.children) one.hidden = !one.hidden }; a.onclick = turn; b.onclick = turn</script>',
      },
    ],
  }),
  ...casesOf('pointer-down', '13.11', {
    passed: [
      {
        title: 'a list made by hand, with a field to look in it',
        head: '<style>.f { position: absolute; clip: rect(0, 0, 0, 0) }</style>',
        body: '<div id="c"><a tabindex="-1" style="display: block">Choisir un thème</a><div id="l" class="f"><input aria-label="Chercher un thème"><ul></ul></div></div><script>c.onmousedown = (event) => { if (event.target.localName === "a") { l.classList.toggle("f"); l.querySelector("ul").innerHTML = "<li>Culture</li><li>Sport</li>" } }</script>',
      },
      {
        title: 'the mark of a field, which opens its calendar',
        body: '<label for="d">Date</label><div><div><span id="m" style="display: inline-block; width: 20px; height: 20px; background: #555"></span></div><input id="d"></div><p id="p" hidden>Mai 2026</p><script>m.onmousedown = () => { p.hidden = false }</script>',
      },
    ],
  }),
  ...casesOf('hover-content', '12.11', {
    passed: [
      {
        title: 'a menu that opens a little after the focus came to its third entry',
        body: '<div id="n"><a href="/">Musée</a> <a href="/c">Collections</a> <a href="/v" id="v">Visiter</a><p id="m" hidden>Horaires et tarifs</p></div><script>let due; const set = (shown) => { clearTimeout(due); due = setTimeout(() => { m.hidden = !shown }, 150) }; n.onmouseenter = () => { m.hidden = false }; n.onmouseleave = () => { m.hidden = true }; v.onfocus = () => set(true); v.onblur = () => set(false)</script>',
      },
    ],
  }),
  ...casesOf('css-content', '10.2', {
    passed: [
      {
        title: 'the arrow of a slide, one sign of a font of icons',
        head: '<style>@font-face { font-family: site-icons; src: local("DejaVu Sans"), local("Liberation Sans"), local("Arial") } .n::after { content: "next"; font-family: site-icons }</style>',
        body: '<button type="button" class="n" aria-label="Actualité suivante"></button>',
      },
    ],
    failed: [
      {
        title: 'a word that a style sheet adds in a font of letters',
        head: '<style>.n::after { content: "suivant"; font-family: Georgia, serif }</style>',
        body: '<p>Page 1 <span class="n"></span></p>',
      },
    ],
  }),
];
