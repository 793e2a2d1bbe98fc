import { casesOf, type Case } from './case.ts';

const FORM = (inside: string, before = ''): string =>
  `${before}<form action="/x" method="post">${inside}<p><button>Envoyer</button></p></form>`;
const TWO = (first = '', second = ''): string =>
  `<p><label>Nom <input name="nom" autocomplete="family-name"${first}></label></p><p><label>Ville de naissance <input name="ville"${second}></label></p>`;
const SUMMARY = '<p role="alert">Veuillez corriger les erreurs de cette page avant de continuer.</p>';
const RED = ' style="border: 2px solid #c00; background: #fee"';

/** A window laid over the page by a button; `open` is what its script does besides. */
const laid = (
  attributes: string,
  inside: string,
  {
    open = '',
    button = '',
    style = 'position: fixed; top: 20%; left: 30%; width: 40%; background: #fff',
  } = {},
): string => `<p><button type="button" id="b"${button}>Voir les pièces à fournir</button></p>
<div id="f" ${attributes} hidden style="${style}">${inside}</div>
<p>Le guichet des étrangers reçoit sur rendez-vous, du lundi au vendredi.</p>
<script>b.addEventListener('click', () => { f.hidden = false; ${open} }); f.querySelector('.fermer')?.addEventListener('click', () => { f.hidden = true });</script>`;
const PIECES =
  '<button type="button" class="fermer">Fermer</button><p>Un justificatif de domicile, trois photos et le titre qui expire.</p>';

const KEY = '<p>Les guichets en vert sont ouverts, ceux en rouge ferment à midi.</p>';
const DESKS = (
  [one, two, three, four]: readonly [string, string, string, string],
  marks = ['', '', '', ''],
): string =>
  `<ul><li style="color: ${one}">Passeports${marks[0] ?? ''}</li><li style="color: ${two}">Étrangers${marks[1] ?? ''}</li><li style="color: ${three}">Permis${marks[2] ?? ''}</li><li style="color: ${four}">Associations${marks[3] ?? ''}</li></ul>`;
const RED_GREEN = ['#060', '#a00', '#060', '#a00'] as const;

const SENTENCE =
  'La préfecture reçoit sur rendez-vous les personnes qui renouvellent un titre de séjour, et sans rendez-vous celles qui viennent retirer un titre déjà prêt.';
const both = (corner: string, scope = ['', '']): string =>
  `<table><caption>Horaires des guichets</caption><tr>${corner}<th${scope[0] ?? ''}>Matin</th><th${scope[0] ?? ''}>Soir</th></tr><tr><th${scope[1] ?? ''}>Lundi</th><td>ouvert</td><td>fermé</td></tr><tr><th${scope[1] ?? ''}>Mardi</th><td>ouvert</td><td>ouvert</td></tr></table>`;

const ABOUT =
  '<p>Les demandes se font en ligne. Le titre est remis au guichet, sur présentation du précédent.</p>';
const frame = (title: string, held: string): { title: string; body: string; files: Case['files'] } => ({
  title: `a frame called after a site: ${title}`,
  body: '<iframe src="cadre.html" title="Facebook" width="300" height="150"></iframe>',
  files: {
    'cadre.html': `<!doctype html><html lang="fr"><head><title>Horaires</title></head><body>${held}</body></html>`,
  },
});

const BOXES =
  '<p><label><input type="checkbox" name="pieces" value="1"> Un passeport</label></p><p><label><input type="checkbox" name="pieces" value="2"> Un permis</label></p>';
const DATE = (of: string): string =>
  ['Jour', 'Mois', 'Année'].map((part) => `<label>${part}${of} <input></label> `).join('');
/** A button whose look with the focus is `focused`. */
const ringed = (focused: string): string =>
  `<p><button type="button">Rechercher</button></p><style>button { background: #fff; color: #000; border: 3px solid #000; padding: 8px 20px } button:focus { ${focused} }</style>`;
const lines = (style: string, hover = ''): string =>
  `<p class="voir"><a href="/a">Venir au guichet</a><br>Le matin<br><a class="nu" href="/b">Prendre rendez-vous</a></p><style>.voir { color: #000 } .voir a { color: #005ea5 } .nu { ${style} } .nu:hover { color: #2a7ab9; ${hover} } .nu:focus { outline: 2px solid #000 }</style>`;
/** A field beside which a text shows when it gets the focus; `then` is what a script does next. */
const hinted = (
  then: string,
  words = 'Vous avez vingt minutes pour remplir ce formulaire.',
  attributes = '',
): string =>
  `${FORM('<p><label>Commune <input name="commune" id="c"></label></p>')}<p id="f" hidden${attributes}>${words}</p><script>c.addEventListener('focus', () => { f.hidden = false; ${then} }); c.addEventListener('blur', () => { f.hidden = true });</script>`;

/** Barriers of the kinds that public corpora gather, in our own shapes, and what is sound beside them. */
export const barriers: readonly Case[] = [
  ...casesOf('color-only-inventory', '3.1', {
    failed: [
      { title: 'a key of two colours above a list told by them alone', body: KEY + DESKS(RED_GREEN) },
      {
        title: 'a caption that says what grounds of two colours mean',
        body: '<table><caption>En vert, les jours ouverts ; en rouge, les jours fermés.</caption><tr><td style="background: #9e9; color: #000">Lundi</td><td style="background: #f99; color: #000">Mardi</td><td style="background: #9e9; color: #000">Jeudi</td></tr></table>',
      },
    ],
    passed: [
      {
        title: 'the same key, and a word that says it in each place',
        body: KEY + DESKS(RED_GREEN, [' : journée', ' : matin', ' : journée', ' : matin']),
      },
      {
        title: 'the same key, and bold letters where one closes',
        body: `${KEY}<ul><li style="color: #060">Passeports</li><li style="color: #a00; font-weight: bold">Étrangers</li><li style="color: #060">Permis</li></ul>`,
      },
      {
        title: 'the same key, and a picture in each place',
        body:
          KEY +
          DESKS(RED_GREEN, [
            ...[1, 2, 3, 4].map((n) => `<img src="p.svg" alt="${n % 2 ? 'ouvert' : 'ferme à midi'}">`),
          ]),
        files: { 'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
      },
      {
        title: 'two colours in a text, and a list of one colour',
        body: '<p>La carte verte et la carte rouge se demandent au même guichet.</p><ul><li>Passeports</li><li>Étrangers</li><li>Permis</li></ul>',
      },
      {
        title: 'two colours in a text, and a list of other ones',
        body: `<p>La carte verte et la carte rouge se demandent au même guichet.</p>${DESKS(['#00c', '#00c', '#000', '#00c'])}`,
      },
    ],
  }),
  ...casesOf('reflow-320', '10.11', {
    failed: [
      {
        title: 'a text of a fixed width in a box that scrolls',
        body: `<div style="overflow-x: auto"><p style="width: 50em">${SENTENCE}</p></div>`,
      },
      {
        title: 'a text cut off by its height, on a narrow screen only',
        body: `<p style="width: 45%; height: 7em; overflow: hidden">${SENTENCE}</p>`,
      },
    ],
    passed: [
      {
        title: 'a sentence on one line, that scrolls',
        body: `<div style="overflow-x: auto" tabindex="0" role="region" aria-label="Annonce"><p style="white-space: nowrap">${SENTENCE}</p></div>`,
      },
      {
        title: 'a wide table in a box that scrolls',
        body: `<div style="overflow-x: auto" tabindex="0" role="region" aria-label="Horaires"><table style="min-width: 700px"><caption>Horaires</caption><tr><th scope="col">Site</th><th scope="col">Accueil</th></tr><tr><td>Arles</td><td style="white-space: nowrap">${SENTENCE}</td></tr></table></div>`,
      },
      {
        title: 'code on one line, that scrolls',
        body: `<pre style="overflow-x: auto" tabindex="0"><code>${SENTENCE}</code></pre>`,
      },
      {
        title: 'cards in a row that scrolls, each of which fits the screen',
        body: `<div style="overflow-x: auto; display: flex; gap: 1em" tabindex="0" role="region" aria-label="Actualités"><p style="flex: none; width: 220px">${SENTENCE}</p><p style="flex: none; width: 220px">${SENTENCE}</p><p style="flex: none; width: 220px">${SENTENCE}</p></div>`,
      },
      {
        title: 'short labels on one line, that scroll',
        body: '<div style="overflow-x: auto; white-space: nowrap" tabindex="0" role="region" aria-label="Thèmes"><a href="/a">Titres de séjour</a> <a href="/b">Cartes d’identité</a> <a href="/c">Certificats</a> <a href="/d">Associations</a></div>',
      },
      {
        title: 'a picture as high as the window, with a text that fits it at any width',
        body: '<div style="height: 100vh; overflow: hidden"><p>Bienvenue à la préfecture.</p></div>',
      },
      {
        title: 'a text cut on purpose, with dots to say so',
        body: `<p style="display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden">${SENTENCE}</p>`,
      },
    ],
  }),
  ...casesOf('table-headers', '5.7', {
    failed: [
      { title: 'headers of columns and of rows, without scope', body: both('<td></td>') },
      { title: 'the same, where a header has the corner', body: both('<th>Jour</th>') },
    ],
    passed: [
      {
        title: 'headers of columns and of rows, with their scope',
        body: both('<td></td>', [' scope="col"', ' scope="row"']),
      },
    ],
    doubt: [
      {
        title: 'headers of columns alone, without scope',
        body: '<table><caption>Délais</caption><tr><th>Site</th><th>Délai</th></tr><tr><td>Arles</td><td>12</td></tr><tr><td>Istres</td><td>9</td></tr></table>',
      },
      {
        title: 'headers of rows alone, without scope',
        body: '<table><caption>Horaires</caption><tr><th>Lundi</th><td>9 h</td></tr><tr><th>Mardi</th><td>8 h</td></tr></table>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      {
        title: 'a level skipped, then come back to in the same part',
        body: `<h2>Pièces</h2>${ABOUT}<h4>Photographies</h4>${ABOUT}<h3>Justificatif de domicile</h3>${ABOUT}`,
      },
      {
        title: 'a title of the page in bold letters, above the headings',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Renouveler un titre - Préfecture</title></head><body><main><div style="font-size: 2.2em; font-weight: bold">Renouveler un titre de séjour</div><h2>Pièces à fournir</h2>${ABOUT}</main></body></html>`,
      },
    ],
    passed: [
      {
        title: 'levels one in another',
        body: `<h2>Pièces</h2>${ABOUT}<h3>Photographies</h3>${ABOUT}<h3>Justificatif de domicile</h3>${ABOUT}`,
      },
      {
        title: 'large words above a heading, on a page that has its title',
        body: `<p style="font-size: 2.2em; font-weight: bold">Guichet fermé mardi</p><h2>Pièces à fournir</h2>${ABOUT}`,
      },
      {
        title: 'the name of the site in large letters, above the headings',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Accueil - Préfecture du Gard</title></head><body><header><div style="font-size: 2.2em; font-weight: bold">Préfecture du Gard</div></header><main><h2>Pièces à fournir</h2>${ABOUT}</main></body></html>`,
      },
    ],
    doubt: [
      {
        title: 'a level skipped, and never come back to',
        body: `<h2>Pièces</h2>${ABOUT}<h4>Photographies</h4>${ABOUT}<h2>Coût</h2>${ABOUT}`,
      },
      {
        title: 'a level skipped, which another part has',
        body: `<h2>Pièces</h2>${ABOUT}<h4>Photographies</h4>${ABOUT}<h2>Coût</h2>${ABOUT}<h3>Timbres</h3>${ABOUT}`,
      },
    ],
  }),
  ...casesOf('title-quality', '8.6', {
    failed: [
      {
        title: 'a title that asks for one',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Saisissez un titre ici</title></head><body><main><h1>Renouveler un titre de séjour</h1>${ABOUT}</main></body></html>`,
      },
    ],
    passed: [
      {
        title: 'a title on how to enter one',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Saisir un titre de recette - Préfecture</title></head><body><main><h1>Saisir un titre de recette</h1>${ABOUT}</main></body></html>`,
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [
      {
        title: 'the name of a file, on a page about how to name one',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Bien nommer un fichier - Préfecture</title></head><body><main><h1>Bien nommer un fichier</h1><img src="cadre.svg" alt="cadre.svg" width="90" height="60"></main></body></html>`,
        files: { 'cadre.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>' },
      },
    ],
    doubt: [
      {
        title: 'the name of a file, where files are listed',
        html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Vos fichiers - Préfecture</title></head><body><main><h1>Vos fichiers</h1><img src="cadre.svg" alt="cadre.svg" width="90" height="60"></main></body></html>`,
        files: { 'cadre.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>' },
      },
    ],
  }),
  ...casesOf('media-inventory', '4.1', {
    failed: [
      {
        title: 'a link to a recording, on a page without a text',
        body: '<p><a href="discours.mp3">Écouter le discours</a></p>',
      },
      {
        title: 'the same, on a page that says that it has no transcript',
        body: '<p><a href="discours.ogg">Écouter le discours</a> (pas de transcription)</p>',
      },
    ],
    doubt: [
      {
        title: 'a link to a recording, beside one to its transcript',
        body: '<p><a href="discours.mp3">Écouter le discours</a> (<a href="/d">transcription</a>)</p>',
      },
      {
        title: 'a link to a recording, under a text',
        body: `<p>${SENTENCE} ${SENTENCE}</p><p><a href="discours.mp3">Écouter le discours</a></p>`,
      },
      {
        title: 'a link to a film, whose pictures may be described in its sound',
        body: '<p><a href="discours.mp4">Voir le discours</a></p>',
      },
    ],
  }),
  ...casesOf('link-in-text-visible', '10.6', {
    failed: [
      {
        title: 'a link like the few words before it',
        head: '<style>a, p { color: #000 } main a { text-decoration: none }</style>',
        body: '<p>Voir aussi la page des <a href="/e">associations</a></p>',
      },
    ],
    passed: [
      {
        title: 'a link like the words around, but in bold',
        head: '<style>a, p { color: #000 } main a { text-decoration: none; font-weight: bold }</style>',
        body: '<p>Voir aussi la page des <a href="/e">associations</a></p>',
      },
      {
        title: 'a link alone on its line',
        head: '<style>a, p { color: #000 } main a { text-decoration: none }</style>',
        body: '<p><a href="/e">Toutes les associations</a></p><p>Le guichet ouvre à 9 h.</p>',
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    failed: [
      { title: 'mistakes told, and no field among others', body: FORM(SUMMARY + TWO()) },
      { title: 'mistakes told above the form, and no field', body: FORM(TWO(), SUMMARY) },
      { title: 'mistakes that only a colour places', body: FORM(SUMMARY + TWO(RED)) },
    ],
    passed: [
      {
        title: 'mistakes told, with a message beside the field',
        body: FORM(
          `${SUMMARY}<p><label>Nom <input name="nom" autocomplete="family-name"></label> <span>Ce nom a trop de lettres.</span></p><p><label>Ville de naissance <input name="ville"></label></p>`,
        ),
      },
      {
        title: 'mistakes told, with the field named',
        body: FORM(`<p role="alert">Veuillez corriger l’erreur du champ « Nom ».</p>${TWO()}`),
      },
      {
        title: 'mistakes told, and marked for who hears the page',
        body: FORM(SUMMARY + TWO(' aria-invalid="true"')),
      },
      {
        title: 'mistakes told, with links to the fields',
        body: FORM(
          `<div role="alert"><p>Veuillez corriger les erreurs :</p><ul><li><a href="#v">Ville</a></li></ul></div>${TWO('', ' id="v"')}`,
        ),
      },
      {
        title: 'mistakes of the form that are told once it is sent',
        body: FORM(`<p role="alert" hidden>Veuillez corriger les erreurs de cette page.</p>${TWO()}`),
      },
      {
        title: 'a mistake that is no field’s',
        body: FORM(`<p role="alert">Une erreur est survenue : réessayez dans une heure.</p>${TWO()}`),
      },
      {
        title: 'a message above a form of one field',
        body: FORM(`${SUMMARY}<p><label>Ville de naissance <input name="ville"></label></p>`),
      },
    ],
  }),
  ...casesOf('form-errors', '3.1', {
    failed: [{ title: 'fields that only their colour tells wrong', body: FORM(SUMMARY + TWO(RED)) }],
    passed: [{ title: 'fields told alike', body: FORM(SUMMARY + TWO()) }],
  }),
  ...casesOf('form-errors', '11.11', {
    failed: [
      {
        title: 'a mistake of format, and no format told',
        body: FORM(
          '<p><label>Numéro de dossier (obligatoire) <span>n’est pas valide</span> <input name="d" pattern="[A-Z]{2}[0-9]{8}" required></label></p>',
        ),
      },
    ],
    passed: [
      {
        title: 'a mistake of format, and the format in the label',
        body: FORM(
          '<p><label>Numéro de dossier (obligatoire, 2 lettres et 8 chiffres) <span>n’est pas valide</span> <input name="d" pattern="[A-Z]{2}[0-9]{8}" required></label></p>',
        ),
      },
      {
        title: 'a mistake of format, and the format that the browser tells',
        body: FORM(
          '<p><label>Numéro de dossier (obligatoire) <span>n’est pas valide</span> <input name="d" pattern="[A-Z]{2}[0-9]{8}" title="Deux lettres, puis huit chiffres" required></label></p>',
        ),
      },
      {
        title: 'a message that all is well',
        body: FORM(
          '<p><label>Numéro de dossier (obligatoire) <span>valide</span> <input name="d" pattern="[A-Z]{2}[0-9]{8}" required></label></p>',
        ),
      },
    ],
  }),
  ...casesOf('label-proximity', '11.4', {
    failed: [
      {
        title: 'a label at one end of the row, its field at the other',
        body: FORM(
          '<p style="display: flex; justify-content: space-between"><label for="p">Pays</label><input id="p" name="p"></p>',
        ),
      },
    ],
    passed: [
      {
        title: 'a label beside its field',
        body: FORM('<p><label for="p">Pays</label> <input id="p" name="p"></p>'),
      },
    ],
    doubt: [
      {
        title: 'a label at the head of the row of a table, its field at the end',
        body: FORM(
          '<table role="presentation" style="width: 100%"><tr><td><label for="p">Pays</label></td><td style="text-align: right"><input id="p" name="p"></td></tr></table>',
        ),
      },
      {
        title: 'a label a little far from its field',
        body: FORM('<p><label for="p" style="margin-right: 220px">Pays</label><input id="p" name="p"></p>'),
      },
    ],
  }),
  ...casesOf('field-grouping', '11.5', {
    failed: [
      {
        title: 'boxes of one question, each in its label and named by it',
        body: FORM(
          '<h2>Quelles pièces avez-vous ?</h2><p><label for="a"><input id="a" type="checkbox" name="pieces" value="1"> Un justificatif de domicile</label></p><p><label for="b"><input id="b" type="checkbox" name="pieces" value="2"> Trois photographies d’identité</label></p>',
        ),
      },
      {
        title: 'the parts of a date, the first of which has two labels',
        body: FORM(
          '<p><label for="j">Date de délivrance</label></p><p><label for="j">Jour</label> <input id="j"> <label for="m">Mois</label> <input id="m"> <label for="a">Année</label> <input id="a"></p>',
        ),
      },
      { title: 'boxes of one question, in no form', body: `<h2>Quelles pièces avez-vous ?</h2>${BOXES}` },
      { title: 'the parts of a date, in no form', body: `<p>Délivré le :</p>${DATE('')}` },
    ],
    passed: [
      { title: 'boxes that no question precedes, in no form', body: `<h2>Fonds de carte</h2>${BOXES}` },
      { title: 'parts of a date that each say which one', body: FORM(DATE(' de naissance')) },
      {
        title: 'boxes said with their question',
        body: FORM(
          `<p id="q">Quelles pièces avez-vous ?</p>${BOXES.replaceAll('name=', 'aria-describedby="q" name=')}`,
        ),
      },
      {
        title: 'the parts of a date in a group',
        body: FORM(
          '<fieldset><legend>Date de délivrance</legend><label for="j">Jour</label> <input id="j"> <label for="m">Mois</label> <input id="m"> <label for="a">Année</label> <input id="a"></fieldset>',
        ),
      },
    ],
  }),
  ...casesOf('presentational-markup', '8.9', {
    failed: [
      {
        title: 'a text in a group of fields without a legend',
        body: FORM(`<fieldset>Écrire en majuscules.</fieldset>${TWO()}`),
      },
    ],
  }),
  ...casesOf('field-grouping', '11.6', {
    failed: [
      {
        title: 'a group of nothing, whose legend is empty',
        body: FORM(`<fieldset><legend></legend></fieldset>${TWO()}`),
      },
    ],
    passed: [
      {
        title: 'a legend that is a picture with its words',
        body: FORM(`<fieldset><legend><img src="p.svg" alt="Votre identité"></legend>${TWO()}</fieldset>`),
        files: { 'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"/>' },
      },
      {
        title: 'a group that a script is to fill, out of sight',
        body: FORM(`<fieldset hidden><legend></legend></fieldset>${TWO()}`),
      },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    failed: [
      { title: 'a window laid over the page that nothing tells', body: laid('', PIECES) },
      {
        title: 'the same, opened by a link to nowhere',
        body: laid('', PIECES).replace(
          /<button type="button" id="b">([^<]*)<\/button>/,
          '<a href="#" id="b">$1</a>',
        ),
      },
    ],
    passed: [
      {
        title: 'a window told by its role',
        body: laid('role="dialog" aria-label="Pièces" tabindex="-1"', PIECES, { open: 'f.focus()' }),
      },
      {
        title: 'a dialog of the browser',
        body: '<p><button type="button" onclick="d.showModal()">Voir les pièces à fournir</button></p><dialog id="d" aria-label="Pièces"><form method="dialog"><button>Fermer</button></form><p>Un justificatif de domicile, trois photos et le titre qui expire.</p></dialog>',
      },
      {
        title: 'a window that the focus goes to',
        body: laid('tabindex="-1"', PIECES, { open: 'f.focus()' }),
      },
      {
        title: 'a message in a corner, which tells itself',
        body: laid(
          'role="status"',
          '<p>Votre choix est noté. <button type="button" class="fermer">Fermer</button></p>',
          {
            style: 'position: fixed; right: 0; bottom: 0; width: 20%; background: #fff',
          },
        ),
      },
      {
        title: 'a panel whose button tells that it is open',
        body: laid('', PIECES, {
          button: ' aria-expanded="false" aria-controls="f"',
          open: "b.setAttribute('aria-expanded', 'true')",
        }),
      },
    ],
  }),
  ...casesOf('frame-title-quality', '2.2', {
    failed: [frame('a page of the same site that has nothing of it', '<p>Les guichets ouvrent à 9 h.</p>')],
    passed: [
      frame(
        'what it shows comes from there',
        '<p>Dernières publications</p><img src="https://www.facebook.com/p.png" alt="Pont fermé">',
      ),
      frame(
        'a request for consent that names it',
        '<p>Pour voir ce contenu de Facebook, acceptez ses cookies.</p>',
      ),
      frame('nothing yet', '<p></p>'),
      {
        title: 'a frame of another site, called after it',
        body: '<iframe src="https://www.facebook.com/plugins/page.php" title="Facebook" width="300" height="150"></iframe>',
      },
    ],
  }),
  ...casesOf('hidden-focusable', '10.8', {
    failed: [
      {
        title: 'the end of a link hidden from all',
        body: '<p><a href="/r">Lire la suite<span style="display: none"> sur le rugby</span></a></p>',
      },
      {
        title: 'the same by a class, out of the way of any screen',
        head: '<style>.cache { visibility: hidden }</style>',
        body: '<p><a href="/r">En savoir plus <span class="cache">sur les titres de séjour</span></a></p>',
      },
    ],
    passed: [
      {
        title: 'the end of a link hidden from the eye only',
        head: '<style>.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>',
        body: '<p><a href="/r">Lire la suite<span class="vh"> sur le rugby</span></a></p>',
      },
      {
        title: 'the end of a link that narrow screens go without',
        head: '<style>.court { display: none } @media (min-width: 2000px) { .court { display: inline } }</style>',
        body: '<p><a href="/r">Lire la suite<span class="court"> sur le rugby</span></a></p>',
      },
      {
        title: 'the end of a link that shows under the mouse',
        head: '<style>.fin { display: none } a:hover .fin, a:focus .fin { display: inline }</style>',
        body: '<p><a href="/r">Lire la suite<span class="fin"> sur le rugby</span></a></p>',
      },
      {
        title: 'words of waiting, for a script to show',
        body: '<p>Le formulaire de renouvellement. <a href="/f.pdf">Télécharger<span style="display: none"> Chargement en cours</span></a></p>',
      },
      {
        title: 'a hidden word in a link that says enough without',
        body: '<p><a href="/r">Renouveler un titre<span style="display: none"> de séjour</span></a></p>',
      },
      {
        title: 'a link completed by its label',
        body: '<p><a href="/r" aria-label="Lire la suite sur le rugby">Lire la suite<span style="display: none"> sur le rugby</span></a></p>',
      },
    ],
  }),
  ...casesOf('single-key-shortcut', '12.10', {
    passed: [
      {
        title: 'a message that goes by itself, on a page that hears Escape',
        body: `<p id="m" role="status">Brouillon gardé.</p><p><label>Nom <input onfocus="m.textContent = 'Brouillon gardé.'; setTimeout(() => { m.textContent = '' }, 400)"></label></p><script>addEventListener('keyup', (e) => { if (e.keyCode == 27) document.body.classList.add('x') })</script>`,
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    failed: [
      {
        title: 'two neighbours of one label, in no form',
        body: '<p><label>Nom <input name="n1"></label></p><p><label>Nom <input name="n2"></label></p>',
      },
    ],
    passed: [
      {
        title: 'two fields of one label, each under a title, in no form',
        body: '<h2>Demandeur</h2><p><label>Nom <input name="n1"></label></p><h2>Conjoint</h2><p><label>Nom <input name="n2"></label></p>',
      },
      {
        title: 'two fields of one label, each said with what tells them apart',
        body: '<p><label>Nom <input name="n1" aria-describedby="d"></label></p><p><label>Nom <input name="n2" aria-describedby="e"></label></p><p id="d">Du demandeur, puis</p><p id="e">du conjoint.</p>',
      },
    ],
  }),
  ...casesOf('focus-visible', '10.7', {
    failed: [
      {
        title: 'an outline that takes the place of as much border, in its colour',
        body: ringed('border-width: 1px; outline: 2px solid #000'),
      },
      {
        title: 'an outline that takes the place of the whole border',
        body: ringed('border: 0; outline: 3px solid #000'),
      },
    ],
    passed: [
      { title: 'an outline that makes the border thicker', body: ringed('outline: 3px solid #000') },
      {
        title: 'an outline of another colour in the place of the border',
        body: ringed('border-width: 1px; outline: 2px solid #a00'),
      },
      {
        title: 'an outline away from the border',
        body: ringed('border-width: 1px; outline: 2px solid #000; outline-offset: 3px'),
      },
      {
        title: 'another ground, with an outline in the place of the border',
        body: ringed('border-width: 1px; outline: 2px solid #000; background: #ff0'),
      },
    ],
  }),
  ...casesOf('link-in-text-visible', '10.6', {
    failed: [
      {
        title: 'a line of a text where another link is underlined',
        body: lines('text-decoration: none'),
      },
    ],
    passed: [
      { title: 'the same, underlined', body: lines('') },
      {
        title: 'the same, underlined when pointed at',
        body: lines('text-decoration: none', 'text-decoration: underline'),
      },
      { title: 'the same, in bold type', body: lines('text-decoration: none; font-weight: bold') },
    ],
  }),
  ...casesOf('hover-content', '10.13', {
    failed: [
      {
        title: 'a text shown with the focus for half a second',
        body: hinted('setTimeout(() => { f.hidden = true }, 500);'),
      },
      {
        title: 'a text that a style sheet takes away after a second',
        body: `<style>#f { animation: g 100ms 1s forwards } @keyframes g { to { visibility: hidden } }</style>${hinted('')}`,
      },
      {
        title: 'a text that one timer after another takes away',
        body: hinted('setTimeout(() => { setTimeout(() => { f.hidden = true }, 900); }, 150);'),
      },
    ],
    passed: [
      { title: 'a text shown as long as the focus is there', body: hinted('') },
      {
        title: 'a text that another follows',
        body: hinted("setTimeout(() => { f.outerHTML = '<p>Une seule commune porte ce nom.</p>' }, 500);"),
      },
      {
        title: 'a text that is true for a moment',
        body: hinted(
          'setTimeout(() => { f.hidden = true }, 500);',
          'Chargement de la liste des communes du département.',
        ),
      },
      {
        title: 'a text said as it changes',
        body: hinted('setTimeout(() => { f.hidden = true }, 500);', undefined, ' role="status"'),
      },
    ],
  }),
];
