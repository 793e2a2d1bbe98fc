import { casesOf, type Case } from './case.ts';

const DRAWING = '<svg aria-hidden="true" width="20" height="20"><path d="M0 0h20v20z"/></svg>';
const RULES = '<p>Règlement du guichet, à lire avant de venir.</p>'.repeat(30);
const BOX = 'style="height: 80px; overflow-y: scroll; border: 1px solid"';

/** Pages that hold many sound shapes of one sort, each close to a fault: none may be accused. */
export const soundShapes: readonly Case[] = [
  ...casesOf('axe', '1.1', {
    passed: [
      {
        title: 'images that something else names, or that nobody is told of',
        body: `<img src="a.png" title="Guichet"><p hidden id="n">Guichet</p><img src="a.png" aria-labelledby="n"><img src="a.png" role="none"><img src="a.png" hidden><div aria-hidden="true"><img src="a.png"></div><button type="button" aria-label="Fermer">${DRAWING}</button><form><input type="image" src="a.png" title="Chercher"></form>`,
      },
    ],
  }),
  ...casesOf('axe', '6.1', {
    passed: [
      {
        title: 'names that take up the text shown, or a picture of it',
        body: '<p><a href="/a" aria-label="Prendre rendez-vous (nouvelle fenêtre)">Prendre rendez-vous</a> <a href="/b" aria-label="prendre un billet">Prendre un billet…</a> <button type="button" aria-label="Chercher"><span class="material-icons">search</span></button> <a href="/d" aria-label="Fermer">X</a></p><p>Page suivante des résultats <a href="/s">→</a></p>',
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    passed: [
      {
        title: 'roles and states written oddly, and rightly',
        body: '<ul role="none list"><li>a</li></ul><div role="doc-chapter section">b</div><div role="BUTTON" tabindex="0" aria-pressed="false">Muet</div><input type="checkbox" role="switch" aria-label="Alertes"><div role="separator"></div><input role="combobox" aria-expanded="false" aria-label="Ville"><p aria-live="">c</p><a href="/a" aria-current="">d</a>',
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    passed: [
      {
        title: 'what scrolls by keyboard, and blocks that repeat the link that they hold',
        body: `<div ${BOX} tabindex="0" role="region" aria-label="Règlement">${RULES}</div><div ${BOX}><a href="/r">Règlement</a>${RULES}</div><div onclick="location.href='/a'"><a href="/a">Passeport</a><p>Tout sur le passeport</p></div><iframe tabindex="-1" title="Plan" srcdoc="<p>Plan</p>"></iframe>`,
      },
      {
        title: 'buttons out of the keyboard’s way that arrows reach, or that a field goes with',
        body: '<div role="tablist" aria-label="Tarifs"><button type="button" role="tab" aria-selected="true">Majeurs</button><button type="button" role="tab" aria-selected="false" tabindex="-1">Mineurs</button></div><p><label>Ville <input id="v"></label><button type="button" tabindex="-1" onclick="v.value = \'\'; r.textContent = \'Vidé à l’instant\'">Vider</button></p><p id="r" role="status"></p>',
      },
    ],
  }),
  ...casesOf('context-change', '7.4', {
    doubt: [
      {
        title: 'a list that leaves, and says so before',
        body: '<p id="w">Choisir une langue change la page immédiatement.</p><form><label>Langue <select aria-describedby="w" onchange="location.href = this.value"><option value="">Français</option><option value="/en">Anglais</option></select></label></form>',
      },
    ],
  }),
  ...casesOf('page-language', '8.4', {
    passed: [
      {
        title: 'a region that does not exist',
        html: '<!doctype html><html lang="fr-XX-99"><head><title>Passeport</title></head><body><p>Apportez une photographie.</p></body></html>',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      {
        title: 'words that may be pale, and those that are readable after all',
        body: '<div style="background: #fff; color: #161616"><button type="button" disabled style="color: #aaa; background: #fff">Envoyer</button><p style="font-size: 24px; color: #949494">Passeport</p><p style="color: #fff; position: absolute; left: -999em">Caché</p><p style="background: linear-gradient(#fff, #ddd); color: #222">Justificatif</p><label>Ville <input placeholder="Brumeval"></label></div>',
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    passed: [
      {
        title: 'a field that its holder frames, an icon with a word, a disabled one',
        body: '<div style="border: 1px solid #555; display: inline-block"><input aria-label="Ville" style="border: 0"></div><a href="/a"><svg width="20" height="20"><path d="M0 0h20v20z" fill="#eee"/></svg> Passeport</a><button type="button" disabled aria-label="Fermer" style="background: #fff"><svg width="20" height="20"><path d="M0 0h20v20z" fill="#eee"/></svg></button>',
      },
    ],
  }),
  ...casesOf('orientation', '13.9', {
    passed: [
      {
        title: 'an arrow that turns with the screen, a page upside down',
        head: '<style>@media (orientation: portrait) { .i { display: inline-block; transform: rotate(90deg) } html { transform: rotate(180deg) } }</style>',
        body: '<p>Venez à neuf heures. <span class="i">→</span></p>',
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    passed: [
      {
        title: 'required fields that a star, a sentence or a drawn star tells',
        head: '<style>.r::after { content: " *" }</style>',
        body: '<form><label class="r">Commune <input required></label><label class="r">Objet <input required></label><button>Envoyer</button></form><p>Tous les champs sont obligatoires.</p><form><label>Rue <input required></label><label>Étage <input></label></form><form role="search"><label>Rechercher <input required></label></form>',
      },
    ],
  }),
  ...casesOf('table-headers', '5.7', {
    passed: [
      {
        title: 'headers over headers, over a wide cell, and named by their cells',
        body: '<table><tr><th scope="col">Jour</th><th scope="col">Matin</th></tr><tr><th scope="row">Lundi</th><td>9 h</td></tr></table><table><tr><th scope="col" colspan="2">Jour et heure</th></tr><tr><td>Lundi</td><td>9 h</td></tr></table><table><tr><th id="a">Jour</th><th id="b">Heure</th></tr><tr><td headers="a b">Lundi, 9 h</td></tr></table>',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      {
        title:
          'a picture behind a text that did not come, and a button whose words its icon takes the place of',
        head: '<style>.h { position: relative; padding: 40px; background: url(absent.jpg) } .h::before { content: ""; position: absolute; inset: 0; background: rgb(0 0 0 / 10%) } .h p { position: relative; color: #fff; font-size: 40px } .c { width: 32px; overflow: hidden; white-space: nowrap; text-indent: 40px; border: 0; background: #eee; color: #161616 } .c:hover { color: #bbb }</style>',
        body: '<div class="h"><p>Passeport</p></div><button type="button" class="c">Masquer le message</button>',
      },
    ],
  }),
  ...casesOf('css-content', '10.2', {
    passed: [
      {
        title: 'words of a style sheet that only screen readers are told',
        head: '<style>.m::after { content: " - en erreur"; position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip: rect(0, 0, 0, 0) } .n::after { content: " - validé"; position: absolute; clip-path: inset(50%) }</style>',
        body: '<p class="m">Douze caractères au moins</p><p class="n">Un chiffre au moins</p>',
      },
    ],
    doubt: [
      {
        title: 'the state of a box to tick, said again by its label',
        head: '<style>input + label::after { content: " Désactivé" } input:checked + label::after { content: " Activé" }</style>',
        body: '<input type="checkbox" id="a"><label for="a">Alertes</label>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    passed: [
      {
        title: 'a badge, a word that names a box, the caption of a figure',
        head: '<style>.b { display: inline-block; padding: 0 8px; background: #e8edff; font-size: 14px } .l { font-size: 24px } b { font-weight: 700 }</style>',
        body: `<div><p class="b"><b>Nouveau téléservice</b></p></div>${RULES}<p class="l"><b>À savoir</b></p>${RULES}<p class="l"><b>Figure 2. Les étapes de la demande</b></p>${RULES}`,
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    passed: [
      {
        title: 'a button that shows and hides the tip that describes it',
        body: '<button type="button" aria-describedby="t" onclick="t.hidden = !t.hidden">Aide</button><p id="t" role="tooltip" hidden>Le numéro est en haut de votre titre.</p>',
      },
    ],
  }),
  ...casesOf('single-key-shortcut', '12.10', {
    passed: [
      {
        title: 'a page that listens to letters and writes late by itself',
        body: '<p id="r">Un</p><script>onkeydown = (e) => { if (e.key === "s" && e.ctrlKey) r.textContent = "Enregistré" }; let n = 0; const t = setInterval(() => { r.append(" et un"); if (++n > 80) clearInterval(t) }, 90)</script>',
      },
    ],
  }),
  ...casesOf('text-spacing', '10.12', {
    doubt: [
      {
        title: 'a page that lacks a style sheet',
        head: '<link rel="stylesheet" href="absent.css"><style>.f { height: 24px; overflow: hidden; line-height: 24px; width: 160px }</style>',
        body: '<p class="f">Prendre rendez-vous</p>',
      },
    ],
  }),
  ...casesOf('axe', '7.3', {
    doubt: [
      {
        title: 'a table wider than its box, which the keyboard reaches in most browsers',
        body: '<div style="overflow-x: auto; width: 200px"><table style="width: 600px"><tr><th scope="col">Jour</th><th scope="col">Matin</th></tr><tr><th scope="row">Lundi</th><td>9 h</td></tr></table></div>',
      },
    ],
  }),
  ...casesOf('html-validity', '8.2', {
    passed: [
      {
        title: 'what a noscript repeats, the parameters of an object, words of older versions of HTML',
        body: '<p id="a">Guichet <acronym title="Union européenne">UE</acronym></p><noscript><p id="a">Guichet</p></noscript><object data="data:text/plain,a" aria-label="Annonce"><param name="b" value="c">Annonce</object>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    doubt: [{ title: 'a part called « Contenu »', body: `<h2>Contenu</h2>${RULES}` }],
    passed: [
      {
        title: 'the title of a message',
        body: `<div class="fr-alert"><p style="font-size: 24px"><b>Grève des transports</b></p>${RULES}</div>`,
      },
    ],
  }),
];
