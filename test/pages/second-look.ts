import { casesOf, type Case } from './case.ts';

/** The header of an MPEG-4 film of twelve seconds, with its tracks. */
function film(tracks: string): Uint8Array {
  const bytes = Buffer.alloc(80);
  bytes.write('ftypisom', 4);
  bytes.write('mvhd', 24);
  bytes.writeUInt32BE(1_000, 40);
  bytes.writeUInt32BE(12_000, 44);
  bytes.write(tracks, 60);
  return bytes;
}

const SWITCH =
  'let pris = false; const vers = (id) => { if (pris) setTimeout(() => document.getElementById(id).focus(), 10) }; const sortir = (e) => { if (e.altKey && e.key === "q") { pris = false; document.getElementById("apres").focus() } }';
const trap = (before: string, within: string): string =>
  `<script>${SWITCH}</script>${before}<p><a href="/a">Avant</a></p><button id="un" type="button" onfocus="pris = true" onblur="vers('deux')" onkeydown="sortir(event)">Jour précédent</button>${within}<button id="deux" type="button" onfocus="pris = true" onblur="vers('un')" onkeydown="sortir(event)">Jour suivant</button><p><a id="apres" href="/b">Suite</a></p>`;
const COUNTER =
  '<p>Personnes au guichet : <span id="n">1</span></p><script>let i = 1; setInterval(() => { n.textContent = String(++i) }, 1000)</script>';
const LONG =
  '<p>Le schéma est revu tous les cinq ans, après une enquête publique ouverte à tous les habitants.</p>';
const ENGLISH =
  'Residence permits are renewed through the website of the prefecture after applicants scan the documents that identify them. These include recent photographs, proof of address and the previous permit. Applicants receive confirmation messages that explain the following steps, and staff request additional evidence before granting the renewal. Processing takes about eight weeks.';

/** Shapes that judges of other pages took one way and ours another, until they were looked at twice. */
export const secondLook: readonly Case[] = [
  ...casesOf('image-alt-inventory', '1.1', {
    failed: [
      {
        title: 'a drawing that only a tooltip attribute names',
        body: '<svg role="img" title="Entrée du public" width="40" height="40"><rect width="40" height="40"/></svg>',
      },
    ],
    passed: [
      {
        title: 'a drawing named by its first child',
        body: '<svg role="img" width="40" height="40"><title>Entrée du public</title><rect width="40" height="40"/></svg>',
      },
    ],
  }),
  ...casesOf('axe', '1.1', {
    passed: [
      {
        title: 'a sound and a document in objects, which are no images',
        body: '<object data="annonce.mp3"></object><object type="application/pdf" data="arrete"></object>',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    doubt: [
      {
        title: 'words of the colour of their ground, which nobody sees',
        body: '<p style="color: #fff; background: #fff" aria-hidden="true">jeton du formulaire</p>',
      },
    ],
  }),
  ...casesOf('autoplay-audio', '4.10', {
    failed: [
      {
        title: 'a film of twelve seconds with a track of sound',
        body: '<video autoplay src="accueil.mp4"></video>',
        files: { 'accueil.mp4': film('vide soun') },
      },
      {
        title: 'the same, and a button without a name to stop it',
        body: '<video id="v" autoplay src="accueil.mp4"></video><button type="button" class="pause" onclick="v.pause()"></button>',
        files: { 'accueil.mp4': film('vide soun') },
      },
    ],
    doubt: [
      {
        title: 'the same, which a script stops at once',
        body: '<video id="v" autoplay src="accueil.mp4"></video><script>v.pause()</script>',
        files: { 'accueil.mp4': film('vide soun') },
      },
    ],
    passed: [
      {
        title: 'a film that has no track of sound',
        body: '<video autoplay src="accueil.mp4"></video>',
        files: { 'accueil.mp4': film('vide') },
      },
    ],
  }),
  ...casesOf('table-headers', '5.7', {
    failed: [
      {
        title: 'a header whose only cell names another one',
        body: '<table><caption>Guichets</caption><tr><th id="g">Guichet</th><th id="h">Horaire</th></tr><tr><td>Passeports</td><td headers="g">Cartes grises</td></tr></table>',
      },
    ],
    passed: [
      {
        title: 'cells that name the header above them',
        body: '<table><caption>Guichets</caption><tr><th id="g">Guichet</th><th id="h">Horaire</th></tr><tr><td headers="g">Passeports</td><td headers="h">9 h</td></tr></table>',
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'another name than the words of a link',
        body: '<p><a href="/b" aria-label="Calendrier">Horaires du guichet</a></p>',
      },
      {
        title: 'a link made with a role that says nothing',
        body: `${LONG}<div role="link" tabindex="0" onclick="location.hash = 'suite'">En savoir plus</div>`,
      },
      {
        title: 'formats of a document that another line names',
        body: `${LONG}<p>Schéma des carrières</p><ul><li><a href="/s.html">HTML</a></li><li><a href="/s.epub">EPUB</a></li></ul>`,
      },
    ],
    passed: [
      {
        title: 'a name on an anchor that leads nowhere',
        body: '<p><a aria-label="Fermé">Guichet n° 3</a></p>',
      },
      {
        title: 'formats under the document that they are of',
        body: `${LONG}<ul><li>Schéma des carrières<ul><li><a href="/s.html">HTML</a></li><li><a href="/s.epub">EPUB</a></li></ul></li></ul>`,
      },
    ],
    doubt: [
      {
        title: 'formats that a line introduces',
        body: `${LONG}<p>Télécharger le schéma des carrières :</p><ul><li><a href="/s.html">HTML</a></li><li><a href="/s.epub">EPUB</a></li></ul>`,
      },
      {
        title: 'names that differ by a hyphen, by spaces or by full stops',
        body: '<p><a href="/c" aria-label="porte-documents">portedocuments</a></p><p><a href="tel:+33400000000" aria-label="04 00 00 00 00">04.00.00.00.00</a></p>',
      },
    ],
  }),
  ...casesOf('button-label', '11.9', {
    doubt: [
      {
        title: 'a word that the style sheet turns into an icon',
        head: '<style>.outil { font-family: "Material Icons" }</style>',
        body: '<button type="button" class="outil" aria-label="Chercher">search</button>',
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.1', {
    passed: [
      {
        title: 'a role of publishing that is a link’s',
        body: '<p>Voir la note <span role="doc-noteref link" style="cursor: pointer" onclick="n.hidden = false">deux</span>.</p><p id="n" hidden>Sur rendez-vous.</p>',
      },
    ],
  }),
  ...casesOf('axe', '7.3', {
    passed: [
      {
        title: 'a frame out of the way of the keyboard until a dialog closes',
        body: '<iframe id="f" title="Plan d’accès" srcdoc="<a href=\'/p\'>Plan</a>"></iframe><dialog id="d" aria-label="Avis"><button type="button" onclick="d.close()">Fermer</button></dialog><script>addEventListener("DOMContentLoaded", () => { d.showModal(); f.tabIndex = -1 }); d.addEventListener("close", () => { f.tabIndex = 0 })</script>',
      },
    ],
  }),
  ...casesOf('page-language', '8.4', {
    failed: [
      {
        title: 'a page of dry English that calls itself Danish',
        html: `<!doctype html><html lang="da"><head><title>Renewing a permit</title></head><body><p>${ENGLISH}</p></body></html>`,
      },
    ],
  }),
  ...casesOf('title-quality', '8.6', {
    passed: [
      {
        title: 'a title that is the number that the page is about',
        html: '<!doctype html><html lang="fr"><head><title>3939</title></head><body><main><h1>3939</h1><p>Le numéro des renseignements administratifs répond du lundi au vendredi.</p></main></body></html>',
      },
    ],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    failed: [
      {
        title: 'a block as high as a share of the window',
        body: `<div style="overflow: hidden; height: 17vh; font-size: 16px">${'Le guichet est ouvert le matin, sans rendez-vous. '.repeat(13)}</div>`,
      },
    ],
    passed: [
      {
        title: 'a block at least as high as a share of the window',
        body: `<div style="overflow: hidden; min-height: 17vh; font-size: 16px">${'Le guichet est ouvert le matin, sans rendez-vous. '.repeat(13)}</div>`,
      },
    ],
  }),
  ...casesOf('keyboard-trap', '12.9', {
    failed: [{ title: 'two buttons that hold the keyboard, and no word of a way out', body: trap('', '') }],
    passed: [
      {
        title: 'two buttons that hold the keyboard, and a way out that is told',
        body: trap('<p>Appuyez sur Alt + Q pour sortir du calendrier.</p>', ''),
      },
      {
        title: 'a way out that one of the two alone hears',
        body: trap('<p>Appuyez sur Alt + Q pour sortir du calendrier.</p>', '').replace(
          ' onkeydown="sortir(event)"',
          '',
        ),
      },
      {
        title: 'a way out that is told to who asks for help',
        body: trap(
          '',
          '<button id="aide" type="button" onfocus="pris = true" onkeydown="sortir(event)" onclick="dit.textContent = \'Appuyez sur Alt + Q.\'">Comment sortir ?</button><p id="dit"></p>',
        ).replace("vers('deux')", "vers('aide')"),
      },
    ],
  }),
  ...casesOf('single-key-shortcut', '12.10', {
    failed: [
      {
        title: 'a sign that adds an empty line',
        body: '<ul id="r"><li>Passeport</li></ul><script>onkeydown = (e) => { if (e.key === "+") r.append(document.createElement("li")) }</script>',
      },
    ],
    passed: [
      {
        title: 'a page that notes that somebody types',
        body: '<script>onkeydown = (e) => { document.body.dataset.touche = e.key }</script>',
      },
    ],
  }),
  ...casesOf('timed-refresh', '13.1', {
    passed: [
      {
        title: 'a second refresh, which no browser obeys',
        head: '<meta http-equiv="refresh" content="0; url=/passeport"><meta http-equiv="refresh" content="9; url=/passeport">',
      },
    ],
  }),
  ...casesOf('moving-content', '13.8', {
    failed: [
      {
        title: 'a counter beside a button that has nothing to do with it',
        body: `${COUNTER}<button type="button">Prendre un ticket</button>`,
      },
    ],
    doubt: [
      {
        title: 'a counter whose pace can be set',
        body: `${COUNTER}<p><label>Intervalle, en secondes <input></label></p>`,
      },
      {
        title: 'a number that changes, alone on its page',
        html: '<!doctype html><html lang="fr"><head><title>Numéro appelé au guichet</title></head><body><main><span id="n">1</span></main><script>let i = 1; setInterval(() => { n.textContent = String(++i) }, 1000)</script></body></html>',
      },
      {
        title: 'a counter stopped in a panel that a button opens',
        body: `${COUNTER}<button type="button" onclick="p.hidden = false">Gérer l’affichage</button><div id="p" hidden><button type="button">Suspendre le compteur</button></div>`,
      },
    ],
  }),
];
