import { casesOf, type Case } from './case.ts';

const MENU =
  '<ul><li id="i" aria-expanded="false"><button type="button" id="b">Démarches</button><ul id="m" hidden><li><a href="/a">Passeport</a></li><li><a href="/b">Titre de séjour</a></li></ul></li></ul>';
const opens = (state: string): string =>
  `<script>b.onclick = () => { m.hidden = !m.hidden; ${state} };</script>`;
const BARE =
  '<style>.nu { border: 0; background: transparent; outline: 0 } .nu:focus { outline: 2px solid #00f }</style>';

const img = (width: number, height: number): string =>
  drawn(`width="${String(width)}" height="${String(height)}"`);
const drawn = (attributes: string): string =>
  `<img ${attributes} src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Crect width='9' height='9' fill='%23070'/%3E%3C/svg%3E">`;
const loose = (text: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Guichets - Préfecture</title></head><body><h1>Guichets</h1>Les guichets de la préfecture sont à Brumeval.<br>${text}Ils sont fermés le lundi.</body></html>`;
const manual = (title: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Guide : Réglages de la file</title><style>.title{font-size:2em;font-weight:bold;margin:1em 0}</style></head><body><div class="header"><div class="title">${title}</div></div><div class="contents"><p>La file se règle depuis le menu du guichet, par la personne qui l’ouvre le matin.</p><h2>Ouvrir la file</h2><p>La touche verte ouvre la file, et la touche rouge la ferme à midi.</p></div></body></html>`;
const PLAIN_LINKS =
  '<style>.fil a { color: inherit; text-decoration: none } .fil a:hover, .fil a:focus { text-decoration: underline }</style>';
const GUIDE =
  '<p>La demande se fait en ligne, et la préfecture l’examine dans les deux mois qui suivent son dépôt complet.</p>'.repeat(
    4,
  );
const untitled = (title: string, heading: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${heading}${GUIDE}</main></body></html>`;
const manualBar = (links: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Introduction - Guide</title></head><body><div class="navigation">${links}</div><h1>Introduction</h1>${GUIDE}</body></html>`;
const slides = (buttons: string): string =>
  `<style>.dot{width:16px;height:16px;background:#333;display:inline-block;margin:4px}</style><div class="vues"><p id="v0" hidden>Le hall d’accueil, ouvert le matin</p><p id="v1">La salle des actes, au premier étage</p><div class="dots"><div class="dot" id="d0"></div><div class="dot" id="d1"></div></div>${buttons}</div><script>let now = 1; const go = (to) => { now = (to + 2) % 2; v0.hidden = now !== 0; v1.hidden = now !== 1 }; d0.onclick = () => go(0); d1.onclick = () => go(1)</script>`;
const chart = (after: string): string =>
  `<div style="position:relative"><svg width="300" height="120" role="img" aria-label="Attente par jour"><rect id="b" x="20" y="20" width="80" height="90" fill="#000091"/></svg><div id="t" style="position:absolute;top:0;left:120px;display:none"></div></div>${after}<script>b.addEventListener('mouseenter', () => { t.textContent = 'Mardi : 198'; t.style.display = 'block' }); b.addEventListener('mouseleave', () => { t.style.display = 'none' })</script>`;
const anchored = (doctype: string): string =>
  `${doctype}<html lang="fr"><head><title>Guichets - Guide</title></head><body><h1><a id="g"/>Guichets</h1><p>Le guichet ouvre le lundi matin.</p></body></html>`;

/** What the letter of a test lets through, though it helps nobody: an auditor who keeps to it would refuse a failure. */
export const strictReading: readonly Case[] = [
  ...casesOf('disclosure-state', '7.1', {
    failed: [{ title: 'a state of the item around a button, which never changes', body: MENU + opens('') }],
    doubt: [
      {
        title: 'a state that the item around a button tells',
        body: MENU + opens("i.setAttribute('aria-expanded', !m.hidden)"),
      },
    ],
  }),
  ...casesOf('keyboard-reach', '7.3', {
    failed: [{ title: 'dots that alone bring the slides', body: slides('') }],
    doubt: [
      {
        title: 'dots by buttons that go through the same slides',
        body: slides(
          '<button onclick="go(now - 1)">← Préc.</button><button onclick="go(now + 1)">Suiv. →</button>',
        ),
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    failed: [
      {
        title: 'a field that nothing draws',
        head: BARE,
        body: '<label for="c">Code</label> <input id="c" class="nu">',
      },
    ],
    doubt: [
      {
        title: 'a field that only its hint shows',
        head: BARE,
        body: '<label for="c">Code</label> <input id="c" class="nu" placeholder="Recopiez le code">',
      },
    ],
  }),
  ...casesOf('axe', '1.2', {
    failed: [
      {
        title: 'a sign without alternative, as small as the words beside it',
        body: `<p>${img(16, 16)} Guichet ouvert le matin</p>`,
      },
      {
        title: 'a sign without alternative, laid beside its words by two cells',
        body: `<table role="presentation"><tr><td>${img(32, 32)}</td><td>Attention : ne pas signer.</td></tr></table>`,
      },
      {
        title: 'a bar without alternative, by its figure',
        body: `<table><tr><th scope="col">Mois</th><th scope="col">Demandes</th></tr><tr><td>Mars</td><td>412 ${img(120, 6)}</td></tr></table>`,
      },
    ],
  }),
  ...casesOf('axe', '1.1', {
    failed: [
      {
        title: 'a sign without alternative, whose meaning a key gives',
        body: `<p><small>${img(16, 16)} = produit de l’agriculture biologique</small></p>`,
      },
      { title: 'a picture without alternative, larger than words', body: `<p>${img(200, 120)} Le hall</p>` },
      {
        title: 'a sign without alternative, alone in its cell',
        body: `<table><tr><th scope="col">Guichet</th><th scope="col">Ouvert</th></tr><tr><td>Passeport</td><td>${img(16, 16)}</td></tr></table>`,
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [
      {
        title: 'the name of a file as a title, where there is no alternative',
        body: `<p>${drawn('title="prairie.jpg"')}</p>`,
      },
    ],
    passed: [
      {
        title: 'the name of a file as the title of a decoration',
        body: `<p>${drawn('alt="" title="prairie.jpg"')} Marché de Noël</p>`,
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    failed: [
      {
        title: 'a link in what is said to be one picture',
        body: '<div role="img" aria-label="Carte des communes"><a href="/l">Lagarde</a></div>',
      },
    ],
    doubt: [
      {
        title: 'the links of a drawing that is said to be one picture',
        body: '<svg role="img" aria-label="Carte des communes" viewBox="0 0 200 100" width="200" height="100"><a href="#c0"><title>Lagarde</title><path d="M0 0h96v96h-96z"/></a></svg><p id="c0">Lagarde</p>',
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'a link that only points, in a line of its own of a page without paragraphs',
        html: loose('Les guichets ouvrent le matin.<br><a href="/l">Cliquer ici</a><br>'),
      },
    ],
    passed: [
      {
        title: 'a link that only points, whose sentence says where, in a page without paragraphs',
        html: loose('Pour changer la liste des guichets, <a href="/l">cliquer ici.</a><br>'),
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      {
        title: 'the title of a page of a manual, in a block called its header',
        html: manual('Réglages de la file'),
      },
    ],
    passed: [
      { title: 'the name of a site, in a block called its header', html: manual('Guide') },
      {
        title: 'a line as large as the text before it, above small print',
        body: '<p>La demande se fait en ligne, sans attendre, du lundi au vendredi.</p><div>Service fermé en août</div><div style="font-size: 11px"><p>La loi punit d’une amende la personne qui fait une fausse déclaration.</p><p>Un droit d’accès aux données existe.</p></div>',
      },
    ],
  }),
  ...casesOf('link-in-text-visible', '10.6', {
    failed: [
      {
        title: 'a link of a sentence, as plain as the words around it',
        head: PLAIN_LINKS,
        body: '<p class="fil">Le guichet ouvre le matin, comme le dit <a href="/h">la page des horaires</a> de la préfecture.</p>',
      },
    ],
    doubt: [
      {
        title: 'the links of a trail, as plain as the page that it ends with',
        head: PLAIN_LINKS,
        body: '<div class="fil"><p><a href="/">Accueil</a> \\ <a href="/d">Démarches en préfecture</a> \\ Renouveler un titre de séjour</p></div>',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.3', {
    failed: [
      {
        title: 'the pale arrow of a control, told as a drawing too',
        body: '<div style="background: linear-gradient(#fafafa, #f4f4f4)"><button type="button" style="background: none; border: 0; font-size: 16px"><span style="color: #9cafd4" aria-hidden="true">►</span><span class="fr-sr-only" style="position: absolute; clip-path: inset(50%)">Ouvrir</span></button></div>',
      },
    ],
  }),
  ...casesOf('hover-content', '7.3', {
    failed: [{ title: 'a figure of a chart that the mouse alone shows', body: chart('') }],
    passed: [
      {
        title: 'a figure of a chart that a table of the page gives too',
        body: chart(
          '<table><caption>Attente par jour</caption><tr><th scope="col">Jour</th><th scope="col">Minutes</th></tr><tr><td>Mardi</td><td>198</td></tr></table>',
        ),
      },
    ],
  }),
  ...casesOf('color-only-inventory', '3.1', {
    failed: [
      {
        title: 'fields that a colour alone says to be filled in',
        body: '<p>Les champs en rouge sont obligatoires.</p><label>Nom <input autocomplete="family-name"></label>',
      },
    ],
    doubt: [
      {
        title: 'fields at fault, each of which has its message',
        body: '<p role="alert">Vérifiez les champs signalés en rouge.</p><label for="n">Nom</label> <input id="n" autocomplete="family-name" aria-invalid="true" aria-describedby="e"> <span id="e">Erreur : saisissez votre nom</span>',
      },
    ],
  }),
  ...casesOf('html-validity', '8.2', {
    failed: [
      {
        title: 'an anchor left open, in HTML',
        html: anchored('<!doctype html>'),
      },
    ],
    doubt: [
      {
        title: 'an anchor closed for XML, in a page that says to be of it',
        html: anchored(
          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
        ),
      },
    ],
  }),
  ...casesOf('sensory-words', '3.1', {
    failed: [{ title: 'a button told by its colour', body: '<p>Cliquez sur le bouton rouge.</p>' }],
    passed: [
      {
        title: 'a button told by its colour and its name',
        body: '<p>Cliquez sur le bouton rouge d’enregistrement.</p>',
      },
    ],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    passed: [
      {
        title: 'a title as high as its letters, in a box that cuts what is beyond',
        body: '<style>.serre { display: table; overflow: hidden; white-space: nowrap; line-height: 1; font-size: 26px; font-family: "DejaVu Serif", serif }</style><h2 class="serre">Liste des guichets</h2>',
      },
    ],
  }),
  ...casesOf('aria-references', '7.1', {
    failed: [
      {
        title: 'a group of fields named after nothing',
        body: '<div role="group" aria-labelledby="t"><h2>Votre adresse</h2><label>Commune <input></label></div>',
      },
    ],
    doubt: [
      {
        title: 'a field named after nothing, which has a label',
        body: '<label for="r">Distance</label> <input id="r" type="range" aria-labelledby="absent">',
      },
      {
        title: 'a plain block named after nothing',
        body: '<div aria-labelledby="t"><h2>Catalogue</h2><p>Les formulaires à imprimer.</p></div>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      { title: 'a title that a model left', body: `<h2>Titre 2</h2>${GUIDE}` },
      {
        title: 'a part that skips the level of the next one',
        body: `<h3>Horaires</h3>${GUIDE}<h2>Coordonnées</h2>${GUIDE}`,
      },
    ],
    doubt: [
      { title: 'a specimen of a level of titles', body: `<h2>Titre de niveau 2</h2>${GUIDE}` },
      {
        title: 'the title of an alert, which skips the level of the parts',
        body: `<div class="fr-alert" role="alert"><h3>Le formulaire contient une erreur</h3></div><h2>Coordonnées</h2>${GUIDE}`,
      },
      { title: 'the number of a part', body: `<h2>Section 3</h2>${GUIDE}` },
    ],
    passed: [
      { title: 'the name of a field of a program', body: `<h2>titre2</h2><pre>JLabel titre2</pre>${GUIDE}` },
    ],
  }),
  ...casesOf('title-quality', '8.6', {
    doubt: [
      {
        title: 'a title that the parts of a page without a main one do not say again',
        html: untitled('Palette de couleurs neutres - Guide', '<h3>Gris</h3>'),
      },
    ],
    failed: [
      {
        title: 'the title of another page',
        html: untitled('Brocante de la paroisse - Guide', '<h1>Gris</h1>'),
      },
    ],
  }),
  ...casesOf('layout-table', '5.3', {
    doubt: [
      {
        title: 'the one-letter name of a parameter beside what it is',
        body: '<dl><dt>Paramètres</dt><dd><table><tr><td>d</td><td>le chemin vers un disque</td></tr></table></dd></dl>',
      },
    ],
  }),
  ...casesOf('color-pair', '10.5', {
    passed: [
      {
        title: 'a colour that an attribute gives, which the criterion does not speak of',
        body: '<p><font color="#c00000">But et limites</font></p>',
      },
    ],
    failed: [
      {
        title: 'a colour that a style sheet gives, without any background',
        body: '<p style="color: #c00000">But et limites</p>',
      },
    ],
  }),
  ...casesOf('sensory-words', '10.9', {
    failed: [
      { title: 'boxes told by their side of the page', body: '<p>Cochez les cases à droite de la page.</p>' },
    ],
    doubt: [
      {
        title: 'arrows told by their place, or the keys that do as much',
        body: '<p>Pour tourner la page, cliquez sur les flèches en haut du panneau ou utilisez les flèches du clavier.</p>',
      },
      {
        title: 'boxes told by the thing that they are beside',
        body: '<p>Cochez les cases à droite du curseur pour lire la tension.</p>',
      },
    ],
  }),
  ...casesOf('page-structure', '12.6', {
    passed: [
      {
        title: 'a bar that leads to the pages before and after',
        html: manualBar(
          '<a href="2.html">suivant</a> <a href="./">monter</a> <a href="0.html">précédent</a> <a href="t.html">table</a>',
        ),
      },
    ],
    failed: [
      {
        title: 'a menu of the site that nothing marks',
        html: manualBar(
          '<a href="a.html">Guichets</a> <a href="b.html">Horaires</a> <a href="c.html">Démarches</a> <a href="d.html">Contact</a>',
        ),
      },
    ],
  }),
  ...casesOf('skip-links', '12.7', {
    doubt: [
      {
        title: 'a link of a menu that says to skip it and stays out of sight',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Classe Guichet - Guide</title><style>.skip{position:absolute;left:-9999px}</style></head><body><nav><div class="skip"><a href="#c">Aller au contenu</a></div><ul>${'abcdefghij'.replace(/./g, (name) => `<li><a href="${name}.html">Classe ${name}</a></li>`)}</ul></nav><main id="c" tabindex="-1"><h1>Classe Guichet</h1>${GUIDE}</main></body></html>`,
      },
    ],
  }),
  ...casesOf('presentational-attributes', '10.1', {
    passed: [
      {
        title: 'lines of a file, shown as they are',
        body: '<div style="font-family: monospace">police1&nbsp;&nbsp;&nbsp;&nbsp;Nimbus&nbsp;&nbsp;&nbsp;&nbsp;&lt;nimbus.pfb<br>police2&nbsp;&nbsp;&nbsp;&nbsp;Termes&nbsp;&nbsp;&nbsp;&nbsp;&lt;termes.pfb</div>',
      },
    ],
    failed: [
      {
        title: 'a table typed with spaces',
        body: '<div>Lundi&nbsp;&nbsp;&nbsp;&nbsp;9 h à 12 h&nbsp;&nbsp;&nbsp;&nbsp;guichet 2<br>Mardi&nbsp;&nbsp;&nbsp;&nbsp;9 h à 16 h&nbsp;&nbsp;&nbsp;&nbsp;guichet 3</div>',
      },
    ],
  }),
  ...casesOf('axe', '11.13', {
    failed: [
      {
        title: 'a value that no list has, for a name that one has',
        body: '<label for="n">Prénom</label> <input id="n" autocomplete="prenom">',
      },
    ],
    doubt: [
      {
        title: 'a value that no list has, for what no list names',
        body: '<label for="n">Cedex du siège social</label> <input id="n" autocomplete="cedex">',
      },
    ],
  }),
  ...casesOf('axe', '9.3', {
    failed: [
      {
        title: 'items without a list around them',
        body: '<div><li>Le formulaire</li><li>Deux photographies</li></div>',
      },
      {
        title: 'an item alone, which shows its bullet',
        body: '<div><p>Apporter :</p><li>Le formulaire signé</li></div>',
      },
      {
        title: 'a paragraph among the items of a list',
        body: '<ul><li>Le formulaire</li><p>Et, pour les mineurs :</p><li>Deux photographies</li></ul>',
      },
    ],
    doubt: [
      {
        title: 'the items of a row of tabs',
        body: '<ul role="tablist"><li><a role="tab" href="#p" aria-selected="true" aria-controls="p">Calendrier</a></li><li><a role="tab" href="#q" aria-selected="false" aria-controls="q">Pièces</a></li></ul><div id="p" role="tabpanel" tabindex="0">Le lundi</div><div id="q" role="tabpanel" tabindex="0" hidden>Le formulaire</div>',
      },
      {
        title: 'an item alone, which shows no list',
        body: '<div><a href="/a">Accueil</a><li><label>Langue <select><option>Français</option></select></label></li></div>',
      },
      {
        title: 'empty paragraphs among the items of a list',
        body: '<ul><li>Le formulaire</li><p></p><li>Deux photographies</li><p> </p></ul>',
      },
    ],
  }),
];
