import { casesOf, type Case } from './case.ts';

const HEAD =
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Les jardins partagés de Bréhal</title>';
const MENU = (links: string): string =>
  `<!doctype html><html lang="fr"><head>${HEAD}</head><body><header><nav aria-label="Principal">${links}</nav></header><main><h1>Les jardins partagés de Bréhal</h1><p>Quarante parcelles au bord de la rivière.</p></main></body></html>`;
const CALENDAR = (head: string, days: string): string =>
  `<table><tr><th scope="col">«</th><th colspan="5">${head}</th><th scope="col">»</th></tr><tr>${days
    .split(' ')
    .map((day) => `<th scope="col">${day}</th>`)
    .join(
      '',
    )}</tr><tr>${[1, 2, 3, 4, 5, 6, 7].map((day) => `<td>${String(day)}</td>`).join('')}</tr></table>`;
const WINDOW = (script: string): string =>
  `<!doctype html><html lang="fr"><head>${HEAD}<style>.w { position: fixed; inset: 20% 30%; padding: 2em; background: #fff; border: 2px solid }</style></head><body><header aria-hidden="true"><a href="/">Accueil</a> <a href="/contact">Contact</a></header><main aria-hidden="true"><h1>Les jardins partagés de Bréhal</h1><p><a href="/parcelles">Les parcelles</a></p></main><div class="w" role="dialog" aria-modal="true" aria-labelledby="t" tabindex="-1"><h2 id="t">Session expirée</h2><button type="button">Se reconnecter</button> <button type="button">Plus tard</button></div><script>const [first, last] = document.querySelectorAll('.w button'); first.focus(); ${script}</script></body></html>`;

/** Shapes met in front-end kits and server software as they run, with French contents. */
export const runningPages: readonly Case[] = [
  ...casesOf('skip-links', '12.7', {
    passed: [
      {
        title: 'lines of a menu that lead to parts of the page',
        html: MENU(
          '<a href="#">Les jardins</a> <a href="#asso">L’association</a> <a href="#parcelles">Les parcelles</a>',
        ),
      },
      {
        title: 'how to come, in a menu that a script fills',
        html: MENU('<a href="#acces">Accès</a> <a href="#horaires">Horaires</a>'),
      },
    ],
    failed: [
      {
        title: 'a link to the content that leads nowhere',
        html: MENU('<a href="/horaires">Horaires</a>').replace(
          '<header>',
          '<a href="#contenu">Aller au contenu</a><header>',
        ),
      },
    ],
  }),
  ...casesOf('axe', '3.2', {
    doubt: [
      {
        title: 'a pale button that its class switches off, without an address',
        body: '<style>.btn { display: inline-block; padding: 8px; color: #9f9f9f; background: #dfdfdf }</style><p>Ateliers de mars :</p><a class="btn disabled">Complet</a>',
      },
      {
        title: 'a step that neither the mouse nor the keyboard reaches yet',
        body: '<style>.p-disabled { opacity: 0.6; pointer-events: none } .p-disabled a { color: #8a8f9b; text-decoration: none }</style><ol><li><a href="#a">Projet</a></li><li class="p-disabled"><a href="#b" tabindex="-1">Budget</a></li></ol>',
      },
    ],
    passed: [
      {
        title: 'words over a box of which a mask leaves the top edge only',
        body: '<style>.c { position: relative; width: 300px; padding: 20px; background: #fff; color: #666 } .c i { position: absolute; inset: -1px; pointer-events: none; background: #d63939; mask-image: linear-gradient(to bottom, #000 3px, transparent 3px) } .c p { position: relative }</style><div class="c"><i></i><p>Votre justificatif expire bientôt.</p></div>',
      },
      {
        title: 'words over a shade, whose colour would take its time to come back',
        body: '<style>.s { width: 600px; margin: 0; color: #444; background: linear-gradient(90deg, #fff, #555); transition: color 9s steps(2, jump-start) }</style><p class="s">Le conseil municipal se réunit jeudi à vingt heures, dans la salle des fêtes, place du marché.</p>',
      },
    ],
    failed: [
      {
        title: 'a pale button of that class that leads somewhere all the same',
        body: '<style>.btn { display: inline-block; padding: 8px; color: #9f9f9f; background: #dfdfdf }</style><p>Ateliers de mars :</p><a class="btn disabled" href="/attente">Liste d’attente</a>',
      },
    ],
  }),
  ...casesOf('axe', '11.9', {
    passed: [
      {
        title: 'the days of a calendar, named by their dates on the cells',
        body: `<table role="grid" aria-label="Mars"><tr><th scope="col">lundi</th><th scope="col">mardi</th></tr><tr><td aria-label="03/02/2026"><span>deux</span></td><td aria-label="03/03/2026"><span>trois</span></td></tr></table>`,
      },
    ],
  }),
  ...casesOf('autocomplete-missing', '11.13', {
    doubt: [
      {
        title: 'where a street lamp is out, asked of nobody in particular',
        body: '<form><p><label for="a">Adresse</label> <input id="a"></p><p><label for="d">Description</label> <textarea id="d"></textarea></p><button>Signaler</button></form>',
      },
    ],
    failed: [
      {
        title: 'an address, after a name',
        body: '<form><p><label for="n">Nom</label> <input id="n" autocomplete="name"></p><p><label for="a">Adresse</label> <input id="a"></p><button>Envoyer</button></form>',
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    doubt: [
      {
        title: 'the value chosen, within the label of a list made by hand',
        body: '<p>Lignes par page : <label><span>20</span> <input readonly role="combobox" aria-expanded="false" aria-controls="l" aria-label="Lignes par page"></label></p><ul id="l" role="listbox" aria-label="Lignes" hidden><li role="option">20</li></ul>',
      },
    ],
  }),
  ...casesOf('pointer-down', '13.11', {
    passed: [
      {
        title: 'a calendar, opened by the keyboard, that closes when one presses elsewhere',
        body: `<p><label for="d">Date</label> <input id="d"></p><div id="c" hidden>Mars avril mai</div><table><caption>Épreuves</caption><tr><th scope="col" tabindex="0" id="h">Date</th></tr><tr><td>12 mars</td></tr></table><script>const c = document.getElementById('c'); document.getElementById('d').addEventListener('focus', () => { c.hidden = false }); document.addEventListener('mousedown', () => { c.hidden = true }); document.getElementById('h').addEventListener('mousedown', () => {}); document.getElementById('h').addEventListener('click', () => {}); document.getElementById('h').addEventListener('keydown', () => {});</script>`,
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    doubt: [
      {
        title: 'slides that hear a click, and turn by themselves',
        body: `<section aria-label="Équipements"><ul><li class="show__slide" aria-roledescription="slide" id="s">Le stade</li></ul></section><script>const s = document.getElementById('s'); let n = 0; s.addEventListener('click', () => { s.dataset.n = String(n) }); setInterval(() => { s.firstChild.nodeValue = ['Le stade', 'La piscine', 'La halle'][++n % 3] }, 20);</script>`,
      },
    ],
    failed: [
      {
        title: 'a slide that shows itself pressable, and opens its text',
        body: `<section aria-label="Équipements"><ul><li class="show__slide" style="cursor: pointer" id="s">Le stade</li></ul><p id="p" hidden>Ouvert tous les jours.</p></section><script>document.getElementById('s').addEventListener('click', () => { document.getElementById('p').hidden = false });</script>`,
      },
    ],
  }),
  ...casesOf('hidden-focusable', '10.8', {
    passed: [
      {
        title: 'a window that brings the Tab key round to its first button',
        html: WINDOW(
          `document.querySelector('.w').addEventListener('keydown', (event) => { if (event.key !== 'Tab') return; event.preventDefault(); (document.activeElement === first ? last : first).focus() });`,
        ),
      },
    ],
    failed: [{ title: 'a window that lets the Tab key out, to what is hidden behind it', html: WINDOW('') }],
  }),
  ...casesOf('focus-visible', '10.7', {
    passed: [
      {
        title: 'a halo that a script draws a moment later, and that grows',
        body: `<style>#b { position: relative; overflow: hidden; outline: 0; border: 0; padding: 10px 30px; background: #eee; color: #111 } #b i { position: absolute; inset: 0; background: #007; opacity: 0; animation: g 0.3s 0.1s forwards } @keyframes g { to { opacity: 0.4 } }</style><button type="button" id="b">Réserver</button><script>const b = document.getElementById('b'); b.addEventListener('focus', () => setTimeout(() => { if (document.activeElement === b && !b.querySelector('i')) b.append(document.createElement('i')) }, 60)); b.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== b) b.querySelector('i')?.remove() }, 200));</script>`,
      },
    ],
    failed: [
      {
        title: 'the same script, whose halo is of the colour of the button',
        body: `<style>#b { position: relative; overflow: hidden; outline: 0; border: 0; padding: 10px 30px; background: #eee; color: #111 } #b i { position: absolute; inset: 0; background: #eee; opacity: 0; animation: g 0.3s 0.1s forwards; z-index: -1 } @keyframes g { to { opacity: 0.4 } }</style><button type="button" id="b">Réserver</button><script>const b = document.getElementById('b'); b.addEventListener('focus', () => setTimeout(() => { if (document.activeElement === b && !b.querySelector('i')) b.append(document.createElement('i')) }, 60)); b.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== b) b.querySelector('i')?.remove() }, 200));</script>`,
      },
    ],
  }),
  ...casesOf('axe', '9.3', {
    passed: [
      {
        title: 'a component that makes itself a list, out of sight of its attributes',
        body: `<my-list><my-item>Le vélo cargo</my-item><my-item>La trottinette</my-item></my-list><script>customElements.define('my-list', class extends HTMLElement { constructor() { super(); this.attachInternals().role = 'list'; } }); customElements.define('my-item', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<div role="listitem"><slot></slot></div>'; } });</script>`,
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.1', {
    passed: [
      {
        title: 'a component that makes itself a tab, and hears its keys',
        body: `<my-tab tabindex="0">Louer</my-tab><p id="p" hidden>Trente stations.</p><script>customElements.define('my-tab', class extends HTMLElement { constructor() { super(); this.attachInternals().role = 'button'; const open = () => { document.getElementById('p').hidden = false }; this.addEventListener('click', open); this.addEventListener('keydown', open); } });</script>`,
      },
    ],
    failed: [
      {
        title: 'text that hears its keys, under a name that no component bears',
        body: `<app-tab tabindex="0" id="t" style="cursor: pointer">Louer</app-tab><p id="p" hidden>Trente stations.</p><script>const t = document.getElementById('t'); const open = () => { document.getElementById('p').hidden = false }; t.addEventListener('click', open); t.addEventListener('keydown', (event) => { if (event.key === 'Enter') open() });</script>`,
      },
    ],
  }),
  ...casesOf('aria-references', '7.1', {
    doubt: [
      {
        title: 'a name looked for in vain, and given by another attribute',
        body: '<p>Résultats par page : <input role="combobox" aria-expanded="false" aria-controls="r" aria-labelledby="rien" aria-label="Résultats par page" value="20"></p><ul id="r" role="listbox" aria-label="Nombre" hidden><li role="option">20</li></ul>',
      },
    ],
  }),
  ...casesOf('complex-table-summary', '5.1', {
    doubt: [
      {
        title: 'a calendar, the month above the days',
        body: CALENDAR('mars 2026', 'dim. lun. mar. mer. jeu. ven. sam.'),
      },
    ],
    failed: [
      {
        title: 'a timetable whose columns are grouped',
        body: CALENDAR('Mardi et samedi', 'Bus Car Train Tram Vélo Pied Bac'),
      },
    ],
  }),
  ...casesOf('button-quality', '11.9', {
    doubt: [
      {
        title: 'a tool of an editor, named after what it puts into the text',
        body: '<div role="toolbar" aria-label="Mise en forme"><button type="button" aria-label="gras">G</button> <button type="button" aria-label="image"><svg width="16" height="16" aria-hidden="true"><rect width="16" height="16"/></svg></button></div>',
      },
    ],
  }),
];
