import { casesOf, type Case } from './case.ts';

const MENU =
  '<ul><li id="i" aria-expanded="false"><button type="button" id="b">Démarches</button><ul id="m" hidden><li><a href="/a">Passeport</a></li><li><a href="/b">Titre de séjour</a></li></ul></li></ul>';
const opens = (state: string): string =>
  `<script>b.onclick = () => { m.hidden = !m.hidden; ${state} };</script>`;
const BARE =
  '<style>.nu { border: 0; background: transparent; outline: 0 } .nu:focus { outline: 2px solid #00f }</style>';

const img = (width: number, height: number): string =>
  `<img width="${String(width)}" height="${String(height)}" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Crect width='9' height='9' fill='%23070'/%3E%3C/svg%3E">`;
const loose = (text: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Guichets - Préfecture</title></head><body><h1>Guichets</h1>Les guichets de la préfecture sont à Brumeval.<br>${text}Ils sont fermés le lundi.</body></html>`;
const manual = (title: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Guide : Réglages de la file</title><style>.title{font-size:2em;font-weight:bold;margin:1em 0}</style></head><body><div class="header"><div class="title">${title}</div></div><div class="contents"><p>La file se règle depuis le menu du guichet, par la personne qui l’ouvre le matin.</p><h2>Ouvrir la file</h2><p>La touche verte ouvre la file, et la touche rouge la ferme à midi.</p></div></body></html>`;
const PLAIN_LINKS =
  '<style>.fil a { color: inherit; text-decoration: none } .fil a:hover, .fil a:focus { text-decoration: underline }</style>';

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
  ...casesOf('aria-references', '7.1', {
    failed: [
      {
        title: 'a group of fields named after nothing',
        body: '<div role="group" aria-labelledby="t"><h2>Votre adresse</h2><label>Commune <input></label></div>',
      },
    ],
    doubt: [
      {
        title: 'a plain block named after nothing',
        body: '<div aria-labelledby="t"><h2>Catalogue</h2><p>Les formulaires à imprimer.</p></div>',
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
