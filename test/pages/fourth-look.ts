import { casesOf, type Case } from './case.ts';

const HIDDEN_STOP = (script: string): string =>
  `<div role="dialog" aria-modal="true" aria-label="Avis de passage"><label>Nom <input id="nom"></label> <button type="button">Fermer</button></div><div aria-hidden="true"><a href="#" id="borne" style="position: absolute; top: -999px">Retour au début de l’avis</a></div>${script}`;
const LINE = 'Les demandes se font en ligne, et la préfecture les examine dans les deux mois.';
const MENUS = (...names: string[]): string =>
  names
    .map(
      (name, at) => `<nav${name}><ul><li><a href="/${String(at)}">Rubrique ${String(at)}</a></li></ul></nav>`,
    )
    .join('');
const GROUPS = (message: string, told = ''): string =>
  `<form><fieldset><legend>Naissance</legend><label for="a">Commune</label> <input id="a"></fieldset><fieldset><legend>Résidence</legend><label for="b">Commune</label> <input id="b"${told}></fieldset>${message}<button type="button">Envoyer</button></form>`;
const BARE = (body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Discours du préfet - Les services de l’État en Exemple</title></head><body>${body}</body></html>`;

/** Shapes that public examples showed once more, in our own words. */
export const fourthLook: readonly Case[] = [
  ...casesOf('sensory-words', '10.9', {
    failed: [
      {
        title: 'a button by its shape, when another button has a name',
        body: '<p>Cliquez sur le bouton rond pour envoyer.</p><button type="button">Envoyer</button>',
      },
      {
        title: 'a menu by its place, among two without a name',
        before: MENUS('', ''),
        body: '<p>Pour la suite, trouvez le menu de droite.</p>',
      },
      {
        title: 'a menu by its place, where nothing is one',
        body: '<p>Find the menu on the right.</p><ul><li><a href="/a">Horaires</a></li></ul>',
      },
    ],
    passed: [
      {
        title: 'a button that is called by its shape',
        body: '<p>Cliquez sur le bouton rond pour envoyer.</p><button type="button">Bouton rond</button>',
      },
    ],
    doubt: [
      {
        title: 'a menu by its place, when the page has one',
        before: MENUS(''),
        body: '<p>Pour la suite, utilisez le menu de droite.</p>',
      },
      {
        title: 'a menu by its place, among two of which one is called so',
        before: MENUS('', ' aria-label="Menu de la rubrique"'),
        body: '<p>Pour la suite, trouvez le menu de droite.</p>',
      },
      {
        title: 'a menu of which nothing is asked',
        before: MENUS('', ''),
        body: '<p>Le menu de droite date du mois dernier.</p>',
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      {
        title: 'a letter that stands for a cross',
        body: '<button type="button" aria-label="Fermer" style="color: #666; background: #000">X</button>',
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'a name that has not the spaces of the text',
        body: '<p><a href="/a" aria-label="ANTS">A N T S</a></p>',
      },
    ],
    passed: [
      {
        title: 'letters set in elements of their own, without spaces between',
        body: '<p><a href="/a" aria-label="ANTS"><em>A</em><em>N</em><em>T</em><em>S</em></a></p><div><a href="/b" aria-label="SIV"><p style="display: inline">S</p><p style="display: inline">I</p><p style="display: inline">V</p></a></div>',
      },
    ],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    failed: [
      {
        title: 'letters cut through, at any size',
        body: `<div style="height: 10px; overflow: hidden; white-space: nowrap; font-size: 16px">${LINE}</div>`,
      },
      {
        title: 'a line of which the beginning alone is shown, at any size',
        body: `<div style="width: 60px; overflow: hidden; white-space: nowrap">${LINE}</div>`,
      },
    ],
    passed: [
      {
        title: 'an icon with its words, for a menu that will unfold',
        body: '<p><a href="/a" style="display: block; width: 50px; overflow: hidden; white-space: nowrap">Rendez-vous en ligne</a></p>',
      },
      {
        title: 'one whole line of several',
        body: `<div style="height: 20px; line-height: 20px; overflow: hidden; font-size: 16px; width: 300px">${LINE}</div>`,
      },
      {
        title: 'words that pass by',
        body: `<style>@keyframes pass { to { text-indent: -200px } }</style><div style="width: 60px; overflow: hidden; white-space: nowrap; animation: pass 4s 1">${LINE}</div>`,
      },
      {
        title: 'words put out of their box, which a picture replaces',
        body: '<h2 style="width: 60px; height: 20px; overflow: hidden; white-space: nowrap; text-indent: 40px">Accueil du public</h2>',
      },
    ],
  }),
  ...casesOf('hidden-focusable', '10.8', {
    failed: [{ title: 'a stop that nobody hears, while a dialog is open', body: HIDDEN_STOP('') }],
    doubt: [
      {
        title: 'a stop that sends the keyboard back into an open dialog',
        body: HIDDEN_STOP('<script>borne.addEventListener("focus", () => { nom.focus() })</script>'),
      },
      {
        title: 'the same, a moment later',
        body: HIDDEN_STOP(
          '<script>borne.addEventListener("focus", () => { setTimeout(() => { nom.focus() }, 300) })</script>',
        ),
      },
    ],
  }),
  ...casesOf('media-inventory', '4.7', {
    failed: [
      {
        title: 'a sound without a word around it, nor a name',
        html: BARE('<object data="discours.mp3"></object>'),
      },
    ],
    doubt: [
      {
        title: 'a sound that has a name',
        html: BARE('<object data="discours.mp3" title="Discours du préfet"></object>'),
      },
      {
        title: 'a sound after a sentence',
        html: BARE('<p>Discours du préfet</p><object data="discours.mp3"></object>'),
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    failed: [
      {
        title: 'a message that asks for a field of which there are two',
        body: GROUPS('<p class="erreur">Tous les champs sont à remplir.<br>Veuillez saisir la commune.</p>'),
      },
    ],
    passed: [
      {
        title: 'the same, tied to its field',
        body: GROUPS('<p class="erreur" id="dit">Veuillez saisir la commune.</p>', ' aria-describedby="dit"'),
      },
      {
        title: 'the same, that says of which group',
        body: GROUPS('<p class="erreur">Veuillez saisir la commune de naissance.</p>'),
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      {
        title: 'large letters straight above a paragraph',
        body: `<div><strong style="font-size: 24px">Pièces à fournir</strong><p>${LINE}</p></div>`,
      },
    ],
    passed: [
      {
        title: 'the caption of a table, numbered in its annex',
        body: `<p><strong style="font-size: 24px">Tableau B-1 : horaires d’été</strong></p><table><tr><th scope="col">Guichet</th></tr><tr><td>${LINE}</td></tr></table>`,
      },
      {
        title: 'large letters within a sentence',
        body: `<div>Voir <strong style="font-size: 24px">les pièces à fournir</strong><p>${LINE}</p></div>`,
      },
    ],
  }),
];
