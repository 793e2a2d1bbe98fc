import { wave } from './autoplay-audio.ts';
import { casesOf, type Case } from './case.ts';

const GERMAN =
  'Bitte bringen Sie zum Termin einen gültigen Pass und zwei aktuelle Fotos mit. Der Antrag wird innerhalb von drei Wochen geprüft, und Sie erhalten danach eine Nachricht.';
const BUTTONS = '<style>.on { background: #064; color: #fff }</style>';
const TABS = (select: string): string =>
  `<div role="tablist" aria-label="Démarches"><button type="button" role="tab" id="o1" aria-controls="p1" aria-selected="true">Passeport</button><button type="button" role="tab" id="o2" aria-controls="p2" aria-selected="false">Permis</button></div><div role="tabpanel" id="p1" aria-labelledby="o1"><p>Le passeport se demande en mairie.</p></div><div role="tabpanel" id="p2" aria-labelledby="o2" hidden><p>Le permis se demande en ligne.</p></div><script>const voir = (un) => { p1.hidden = !un; p2.hidden = un; ${select} }; o1.onclick = () => voir(true); o2.onclick = () => voir(false)</script>`;
const FORM = (fields: string): string =>
  `<form action="/envoi" method="post">${fields}<button>Envoyer la demande</button></form>`;
const SEARCH = (answer: string): string =>
  `<form id="f"><label for="n">Numéro du dossier</label> <input id="n"> <button>Chercher ce dossier</button></form>${answer}<script>f.onsubmit = (e) => { e.preventDefault(); r.textContent = '3 dossiers trouvés' }</script>`;

/** Shapes of pages written by others before the checks had met them. */
export const unseenShapes: readonly Case[] = [
  ...casesOf('alt-quality', '1.2', {
    failed: [
      {
        title: 'an alternative that says that the image is there for its look',
        body: '<p>Accueil</p><img src="trait.png" alt="séparateur" width="200" height="9">',
      },
    ],
    passed: [
      {
        title: 'a decoration without an alternative',
        body: '<p>Accueil</p><img src="trait.png" alt="" width="200" height="9">',
      },
      {
        title: 'an ornament that the page is about',
        body: '<img src="grille.png" alt="Ornement de la grille d’entrée, en fer forgé" width="200" height="90">',
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [
      {
        title: 'a model that asks for an alternative',
        body: '<img src="vue.png" alt="Ajouter ici un texte alternatif" width="200" height="90">',
      },
    ],
  }),
  ...casesOf('figure-caption', '1.9', {
    failed: [
      {
        title: 'a paragraph that its class names the caption of the image above',
        body: '<div><img src="vue.png" alt="Le pont" width="200" height="90"><p class="image-caption">Le pont en 1912</p></div>',
      },
    ],
    doubt: [
      {
        title: 'a caption of something, under an image',
        body: '<div><img src="vue.png" alt="Le pont" width="200" height="90"><p class="caption">Le pont en 1912</p></div>',
      },
    ],
  }),
  ...casesOf('frame-title-quality', '2.2', {
    failed: [
      {
        title: 'the name of a document that has none',
        body: '<iframe title="Document sans titre" srcdoc="<p>Plan</p>"></iframe>',
      },
    ],
  }),
  ...casesOf('color-only-inventory', '3.1', {
    failed: [
      {
        title: 'a key of colours in markup without a space between its blocks',
        body: '<h2>État</h2><p>Vert : ouvert, rouge : fermé.</p><ul><li style="color: #075">Passeports</li><li style="color: #b00">Permis</li><li style="color: #075">Étrangers</li></ul>',
      },
    ],
  }),
  ...casesOf('media-inventory', '4.1', {
    passed: [
      {
        title: 'a code to copy, said aloud',
        body: FORM(
          '<img src="code.png" alt="Code de sécurité à recopier" width="90" height="30"> <a href="code.wav">Écouter le code de sécurité</a> <label for="c">Code de sécurité</label> <input id="c" name="c">',
        ),
      },
    ],
  }),
  ...casesOf('autoplay-audio', '4.10', {
    failed: [
      {
        title: 'a sound that a script plays without a player',
        body: '<script>new Audio("accueil.wav").play().catch(() => {})</script>',
        files: { 'accueil.wav': wave(6) },
      },
      {
        title: 'a player hidden in the page, which starts by itself',
        body: '<embed src="accueil.wav" autostart="true" loop="true" width="0" height="0">',
        files: { 'accueil.wav': wave(6) },
      },
    ],
    passed: [
      {
        title: 'a short sound of a script',
        body: '<script>new Audio("accueil.wav").play().catch(() => {})</script>',
        files: { 'accueil.wav': wave(2) },
      },
      {
        title: 'a player hidden in the page, which waits',
        body: '<embed src="accueil.wav" autostart="false" width="0" height="0">',
        files: { 'accueil.wav': wave(6) },
      },
    ],
  }),
  ...casesOf('table-headers', '5.6', {
    failed: [
      {
        title: 'rows that bold words head under an empty corner',
        body: '<table><caption>Tarifs des timbres</caption><tr><td></td><th scope="col">En ligne</th><th scope="col">Guichet</th></tr><tr><td><b>Adulte</b></td><td>86 €</td><td>96 €</td></tr><tr><td><b>Enfant</b></td><td>17 €</td><td>27 €</td></tr></table>',
      },
    ],
    passed: [
      {
        title: 'a total in bold, and rows that say what they count',
        body: '<table><caption>Tarifs des timbres</caption><tr><th scope="col">Âge</th><th scope="col">Tarif</th></tr><tr><td>Adulte</td><td>86 €</td></tr><tr><td><b>Ensemble</b></td><td><b>86 €</b></td></tr></table>',
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    failed: [
      {
        title: 'a pressed state that stays as it was',
        head: BUTTONS,
        body: '<button type="button" aria-pressed="false" onclick="this.classList.toggle(\'on\')">Contraste renforcé</button>',
      },
      { title: 'a tab shown, and another one still told as chosen', body: TABS('') },
    ],
    passed: [
      {
        title: 'a pressed state that follows',
        head: BUTTONS,
        body: '<button type="button" aria-pressed="false" onclick="this.setAttribute(\'aria-pressed\', this.classList.toggle(\'on\'))">Contraste renforcé</button>',
      },
      {
        title: 'tabs whose state follows',
        body: TABS("o1.setAttribute('aria-selected', un); o2.setAttribute('aria-selected', !un)"),
      },
      {
        title: 'a button that shows that it has the focus',
        head: '<style>button:focus { background: #ff0; color: #000 }</style>',
        body: '<button type="button" aria-pressed="true" onclick="void 0">Contraste renforcé</button>',
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    failed: [
      {
        title: 'a row that leads to another place of the page',
        body: '<table><caption>Dossiers reçus</caption><tr><th scope="col">Dossier</th></tr><tr onclick="location.hash = \'d118\'"><td>118</td></tr></table>',
      },
      {
        title: 'a name that shows its picture when clicked',
        body: '<p><span onclick="vue.src = \'b.png\'">Salle d’attente</span></p><img id="vue" src="a.png" alt="La salle choisie" width="90" height="60">',
      },
      {
        title: 'a text that two clicks make a field of',
        body: '<p>Nom du dossier : <b id="nom">Sans nom</b></p><script>nom.addEventListener("dblclick", () => { nom.contentEditable = "true" })</script>',
      },
    ],
    passed: [
      {
        title: 'a frame around a field, which gives it the focus',
        body: '<div onclick="this.firstElementChild.focus()"><div role="textbox" aria-label="Message" contenteditable="true" tabindex="0" style="border: 1px solid #333">Bonjour</div></div>',
      },
    ],
    doubt: [
      {
        title: 'a place that a click counts',
        body: '<p onclick="window.n = (window.n ?? 0) + 1">Le guichet ouvre à 9 h.</p>',
      },
    ],
  }),
  ...casesOf('status-message', '7.5', {
    failed: [
      { title: 'a number of answers that comes without a word', body: SEARCH('<p id="r"></p>') },
      {
        title: 'a message that cuts the line of its field in two',
        body: '<form id="f"><label for="n">Numéro du dossier</label> <input id="n"> <div id="r" hidden>Invalide</div> <button>Chercher ce dossier</button></form><script>f.onsubmit = (e) => { e.preventDefault(); r.hidden = false }</script>',
      },
    ],
    passed: [
      { title: 'a number of answers that is announced', body: SEARCH('<p id="r" role="status"></p>') },
    ],
  }),
  ...casesOf('language-change', '8.7', {
    failed: [
      {
        title: 'a passage longer than the rest of its page',
        body: `<p>La notice existe.</p><p>${GERMAN}</p>`,
      },
    ],
    passed: [
      { title: 'the same passage, marked', body: `<p>La notice existe.</p><p lang="de">${GERMAN}</p>` },
    ],
  }),
  ...casesOf('page-language', '8.4', {
    passed: [
      {
        title: 'a passage longer than the rest of its page',
        body: `<p>La notice existe.</p><p>${GERMAN}</p>`,
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      {
        title: 'bold lines that are numbered, above short texts',
        body: '<p><b>1. Pièces à fournir</b></p><p>Un acte de naissance suffit ici.</p><p><b>2. Délai</b></p><p>Comptez trois semaines.</p><p><b>3. Coût</b></p><p>La demande est gratuite.</p>',
      },
      {
        title: 'a large bold line above a sentence',
        body: '<p style="font-size: 2em; font-weight: bold">Délais</p><p>Comptez trois semaines.</p>',
      },
    ],
    passed: [
      {
        title: 'a figure and what it counts',
        body: '<p style="font-size: 2em; font-weight: bold">12 000</p><p>demandes reçues en 2025</p>',
      },
      {
        title: 'a name and a function',
        body: '<p style="font-size: 1.5em; font-weight: bold">Camille Exemple</p><p>Directrice du cabinet</p>',
      },
    ],
  }),
  ...casesOf('fake-list', '9.3', {
    doubt: [
      {
        title: 'people who speak',
        body: '<p>– Vous avez un rendez-vous ?<br>– Oui, à dix heures.<br>– Alors, suivez-moi.</p>',
      },
    ],
  }),
  ...casesOf('presentational-attributes', '10.1', {
    failed: [
      {
        title: 'a table typed with spaces',
        body: '<pre>Titre        Guichet    En ligne\nPasseport    86         96\nPermis       25         25</pre>',
      },
    ],
    passed: [
      {
        title: 'a program',
        body: '<pre><code>const a    = 1;\nconst long = 2;\nconst c    = 3;</code></pre>',
      },
      {
        title: 'a text typed with its line breaks',
        body: '<pre>Le vent se lève  ce soir\net la feuille  tombe\nsur le seuil</pre>',
      },
    ],
  }),
  ...casesOf('focus-visible', '10.7', {
    failed: [
      {
        title: 'links kept out of the screen that stay there',
        body: '<div style="position: absolute; left: -9999px"><a href="/compte">Mon compte</a></div>',
      },
      {
        title: 'a button of a shadow tree that nothing marks',
        body: '<p><x-note></x-note> <a href="/a">Aide</a></p><script>customElements.define("x-note", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<style>button:focus { outline: none }</style><button>Donner son avis</button>" } })</script>',
      },
    ],
    passed: [
      {
        title: 'links that come to the screen with the focus',
        head: '<style>.x { position: absolute; left: -9999px } .x:focus-within { left: 0 }</style>',
        body: '<div class="x"><a href="/compte">Mon compte</a></div>',
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    passed: [
      {
        title: 'a choice whose answer is « Text »',
        body: FORM(
          '<fieldset><legend>Format du reçu</legend><input type="radio" name="r" id="r1"> <label for="r1">Texte</label> <input type="radio" name="r" id="r2"> <label for="r2">Image</label></fieldset>',
        ),
      },
    ],
  }),
  ...casesOf('optgroup', '11.8', {
    failed: [
      {
        title: 'options that nobody can choose, as titles of the others',
        body: FORM(
          '<label for="v">Ville</label> <select id="v" name="v"><option disabled>— Nord —</option><option>Lille</option><option>Douai</option><option disabled>— Sud —</option><option>Nîmes</option><option>Arles</option></select>',
        ),
      },
    ],
    passed: [
      {
        title: 'an option that asks to choose',
        body: FORM(
          '<label for="v">Ville</label> <select id="v" name="v"><option disabled selected>Choisir</option><option>Lille</option><option>Nîmes</option></select>',
        ),
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    failed: [
      {
        title: 'a star that nothing explains',
        body: FORM(
          '<p><label for="a">Objet *</label> <input id="a" name="a"></p><p><label for="b">Remarque</label> <input id="b" name="b"></p>',
        ),
      },
      {
        title: 'a format that nothing tells',
        body: FORM('<p><label for="a">Référence</label> <input id="a" name="a" pattern="[0-9]{8}"></p>'),
      },
    ],
    passed: [
      {
        title: 'a star that is explained',
        body: `<p>* : à remplir</p>${FORM('<p><label for="a">Objet *</label> <input id="a" name="a"></p><p><label for="b">Remarque</label> <input id="b" name="b"></p>')}`,
      },
      {
        title: 'a format told by the label',
        body: FORM(
          '<p><label for="a">Référence (8 chiffres)</label> <input id="a" name="a" pattern="[0-9]{8}"></p>',
        ),
      },
    ],
  }),
  ...casesOf('autocomplete-missing', '11.13', {
    doubt: [
      {
        title: 'a postal code to look for a town with',
        body: '<form action="/guichets"><label for="cp">Code postal</label> <input id="cp" name="cp"> <button>Trouver un guichet</button></form>',
      },
    ],
  }),
  ...casesOf('skip-links', '12.7', {
    failed: [
      {
        title: 'a link that is not displayed, for the focus to display it',
        html: '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Passeport - Préfecture</title><style>.s { display: none } .s:focus { display: block }</style></head><body><a class="s" href="#c">Aller au contenu</a><header><p><a href="/">Préfecture</a></p></header><main id="c"><h1>Passeport</h1><p><a href="/a">Délais</a></p></main></body></html>',
      },
    ],
    passed: [
      {
        title: 'a link to a place after which nothing takes the focus but what is inert',
        body: '<p>Texte</p><div inert><a href="/a">Délais</a></div>',
      },
    ],
  }),
];
