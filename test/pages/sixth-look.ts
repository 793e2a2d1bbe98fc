import { wave } from './autoplay-audio.ts';
import { casesOf, type Case } from './case.ts';

const TEXT = '<p>La demande se fait en ligne, et la préfecture l’examine dans les deux mois qui suivent.</p>';
/** A picture of two colours, 120 by 80. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><path fill="#000091" d="M0 0h120v80H0z"/><path fill="#fff" d="M20 20h80v40H20z"/></svg>';
const page = (main: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Plan des guichets - Préfecture</title></head><body><a href="#c">Aller au contenu</a><h1>Plan des guichets</h1><main id="c">${main}</main></body></html>`;
const drawn = (words: string, canvas = '<canvas id="g" width="300" height="120"></canvas>'): string =>
  `${canvas}<script>const t = g.getContext('2d'); t.font = '20px sans-serif'; t.fillText('${words}', 10, 60)</script>`;
const steps = (...texts: readonly string[]): string =>
  `<div class="e">${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
const FLOATED = '<style>.e { overflow: hidden } .e > div { float: right; width: 30% }</style>';
const acts = (cell: (name: string) => string, link: (at: number) => string): string =>
  `<table><tr><th>Arrêté</th><th>Document</th></tr>${['Chasse', 'Pêche', 'Forêt'].map((name, at) => `<tr>${cell(name)}<td>${link(at)}</td></tr>`).join('')}</table>`;
const td = (name: string): string => `<td>${name}</td>`;
const download = (at: number): string => `<a href="/doc-${String(at)}">Télécharger</a>`;
const notice = (close: string, script = ''): string =>
  `<p><button type="button" id="o">Voir les conditions</button></p><div id="w" style="display:none;position:fixed;top:20%;left:50%;width:400px;margin-left:-200px;background:#fff;border:2px solid #000"><p>Les guichets sont fermés la dernière semaine de décembre.</p>${close}</div><script>o.onclick = () => { w.style.display = 'block' }; document.getElementById('x').onclick = () => { w.style.display = 'none' };${script}</script>`;

/** What two public corpora showed to be missed once more: our own words on the same families. */
export const sixthLook: readonly Case[] = [
  ...casesOf('image-alt-inventory', '1.1', {
    failed: [
      {
        title: 'a picture that is all that a page shows',
        html: page('<img src="plan-guichets.svg" alt="">'),
        files: { 'plan-guichets.svg': PICTURE },
      },
      {
        title: 'the same, kept from screen readers',
        html: page('<img src="plan-guichets.svg" alt="Plan" aria-hidden="true">'),
        files: { 'plan-guichets.svg': PICTURE },
      },
      {
        title: 'a picture that a line introduces, at the end of a part',
        body: `${TEXT}<h2>Où nous trouver</h2><p>Voici le plan du quartier :</p><p><img src="quartier.svg" alt=""></p><h2>Horaires</h2>${TEXT}`,
        files: { 'quartier.svg': PICTURE },
      },
      {
        title: 'a drawing without a name that a line introduces',
        html: page(`<p>Le plan de l’étage :</p>${PICTURE}`),
      },
      { title: 'words that a script writes on a canvas', body: drawn('Guichets fermés samedi') },
    ],
    passed: [
      {
        title: 'a picture that is all that a page shows, with an alternative',
        html: page('<img src="plan-guichets.svg" alt="Entrée par la cour, guichets à droite">'),
        files: { 'plan-guichets.svg': PICTURE },
      },
      {
        title: 'the same, whose tooltip tells it',
        html: page('<img src="plan-guichets.svg" alt="" title="Entrée par la cour">'),
        files: { 'plan-guichets.svg': PICTURE },
      },
      {
        title: 'a ground, alone in its page',
        html: page('<img src="background.svg" alt="">'),
        files: { 'background.svg': PICTURE },
      },
      { title: 'a picture that did not come, alone in its page', html: page('<img src="perdu.png" alt="">') },
      {
        title: 'a decoration beside a text',
        body: `<img src="feuille.svg" alt="">${TEXT}`,
        files: { 'feuille.svg': PICTURE },
      },
      {
        title: 'an icon after a line that introduces the words that follow',
        body: `<p>Nos horaires :</p><p><img src="horloge.svg" alt=""></p>${TEXT}`,
        files: { 'horloge.svg': PICTURE },
      },
      {
        title: 'an icon after a line that introduces links',
        body: `<h2>Partage</h2><p>Suivez-nous :</p><p><a href="/f" aria-label="Facebook">${PICTURE}</a></p><h2>Horaires</h2>${TEXT}`,
      },
      {
        title: 'words on a canvas that the page says too',
        body: `<p>Guichets fermés samedi.</p>${drawn('Guichets fermés samedi')}`,
      },
      {
        title: 'words on a canvas that has a name',
        body: drawn(
          'Guichets fermés samedi',
          '<canvas id="g" width="300" height="120" role="img" aria-label="Guichets fermés samedi"></canvas>',
        ),
      },
    ],
  }),
  ...casesOf('alt-quality', '1.3', {
    failed: [
      {
        title: 'the logo of one network called by the name of another',
        body: '<p>Suivez l’actualité : <img src="logo-facebook.svg" alt="Twitter"></p>',
        files: { 'logo-facebook.svg': PICTURE },
      },
    ],
    passed: [
      {
        title: 'the logo of a network by its own name',
        body: '<p>Suivez l’actualité : <img src="logo-facebook.svg" alt="Notre page Facebook"></p>',
        files: { 'logo-facebook.svg': PICTURE },
      },
      {
        title: 'a file that kept the name of another, where the link says the network',
        body: '<p><a href="https://www.linkedin.com/prefecture"><img src="twitter.svg" alt="LinkedIn"></a></p>',
        files: { 'twitter.svg': PICTURE },
      },
      {
        title: 'a picture of a page of a network, told in a sentence',
        body: '<p><img src="capture-facebook.svg" alt="La préfecture annonce sur Twitter la fermeture du pont"></p>',
        files: { 'capture-facebook.svg': PICTURE },
      },
    ],
  }),
  ...casesOf('cryptic-content', '13.5', {
    failed: [
      {
        title: 'letters drawn with strokes, between words',
        body: '<pre>\nVotre\n  __/\\  (`/ |_  _\n /--\\,)\\,|| (||`|\npréfecture vous répond\n</pre>',
      },
    ],
    passed: [
      {
        title: 'a frame of strokes around words',
        body: '<pre>+-----------+\n|Entrée cour|\n|Sortie rue |\n|Guichet un |\n+-----------+\n|-----------|\n</pre>',
      },
      { title: 'the ends of blocks of code', body: '<pre>f(function () {\n  g(/\\d/);\n});\n});\n</pre>' },
    ],
  }),
  ...casesOf('disclosure-state', '7.3', {
    failed: [
      {
        title: 'a window that only a click on a cross closes',
        body: notice('<span id="x" style="cursor:pointer">×</span>'),
      },
    ],
    passed: [
      {
        title: 'a window with a button to close it',
        body: notice('<button type="button" id="x">Fermer</button>'),
      },
      {
        title: 'a window with a cross for the mouse and a button for all',
        body: notice(
          '<span id="x" style="cursor:pointer">×</span><button type="button" id="b">Fermer</button>',
          'b.onclick = () => { w.style.display = "none" };',
        ),
      },
    ],
  }),
  ...casesOf('link-text-quality', '6.1', {
    failed: [{ title: 'one link in each row, that an ordinary cell tells apart', body: acts(td, download) }],
    passed: [
      {
        title: 'the same, where the row has a header',
        body: acts((name) => `<th scope="row">${name}</th>`, download),
      },
      {
        title: 'the same, where each has a tooltip',
        body: acts(
          td,
          (at) => `<a href="/doc-${String(at)}" title="Télécharger l’arrêté ${String(at)}">Télécharger</a>`,
        ),
      },
      {
        title: 'links to one place in each row',
        body: acts(td, () => '<a href="/recueil">Télécharger</a>'),
      },
      {
        title: 'what a link gives said in its own cell',
        body: acts(td, (at) => `Arrêté n° ${String(at)} du préfet : ${download(at)}`),
      },
    ],
  }),
  ...casesOf('css-off-order', '10.3', {
    failed: [
      {
        title: 'numbered steps written backwards',
        head: FLOATED,
        body: steps('3. Retirer le titre', '2. Envoyer le dossier', '1. Créer un compte'),
      },
      {
        title: 'steps that a title announces, written backwards',
        head: FLOATED,
        body: `<h2>Votre titre en trois étapes</h2>${steps('Retirer', 'Envoyer', 'Préparer')}`,
      },
    ],
    passed: [
      {
        title: 'numbered steps in their order',
        head: '<style>.e { overflow: hidden } .e > div { float: left; width: 30% }</style>',
        body: steps('1. Créer un compte', '2. Envoyer le dossier', '3. Retirer le titre'),
      },
      {
        title: 'entries of a bar on the right, in any order',
        head: FLOATED,
        body: steps('<a href="/a">Contact</a>', '<a href="/b">Aide</a>', '<a href="/c">Plan du site</a>'),
      },
    ],
  }),
  ...casesOf('language-change', '8.8', {
    failed: [
      {
        title: 'a few words of English marked as Spanish',
        body: `${TEXT}<p>Le maire conclut : <span lang="es">thank you very much, my friends</span>.</p>`,
      },
    ],
    passed: [
      {
        title: 'a few words of English marked as such',
        body: `${TEXT}<p>Le maire conclut : <span lang="en">thank you very much, my friends</span>.</p>`,
      },
      {
        title: 'a name marked as Spanish',
        body: `${TEXT}<p>Un vol pour <span lang="es">Buenos Aires</span>.</p>`,
      },
    ],
  }),
  ...casesOf('language-change', '8.7', {
    failed: [
      {
        title: 'a sentence of English between quotation marks',
        body: `${TEXT}<p>Le ministre anglais a remercié les habitants d’un mot : « Thank you very much, my friends! », et il est reparti.</p>`,
      },
    ],
    passed: [
      {
        title: 'the same, marked',
        body: `${TEXT}<p>Le ministre anglais a remercié les habitants d’un mot : « <span lang="en">Thank you very much, my friends!</span> », et il est reparti.</p>`,
      },
      {
        title: 'a name between quotation marks',
        body: `${TEXT}<p>Le label « Welcome To France! » est remis chaque année par la préfecture aux hôtels.</p>`,
      },
      {
        title: 'a sentence of French between quotation marks',
        body: `${TEXT}<p>Le préfet a dit aux habitants : « Merci beaucoup, mes amis ! », et il est reparti.</p>`,
      },
    ],
  }),
  ...casesOf('tab-order', '12.8', {
    failed: [
      {
        title: 'steps that are seen in another order than the Tab key goes through them',
        head: '<style>#n { overflow: hidden } #n a { margin-right: 1em } #n .b { float: right }</style>',
        body: '<div id="n"><a href="/1">Étape 1</a> <a class="b" href="/2">Étape 2</a> <a href="/3">Étape 3</a></div>',
      },
    ],
    passed: [
      {
        title: 'steps that are seen in their order',
        body: '<div><a href="/1">Étape 1</a> <a href="/2">Étape 2</a> <a href="/3">Étape 3</a></div>',
      },
      {
        title: 'links of no series, one of them at the other end of the row',
        head: '<style>#n { overflow: hidden } #n .b { float: right }</style>',
        body: '<div id="n"><a href="/1">Fiche précédente</a> <a class="b" href="/2">Fiche suivante</a> <a href="/3">Sommaire</a></div>',
      },
    ],
  }),
  ...casesOf('sensory-words', '10.9', {
    failed: [
      {
        title: 'a place told by a shape',
        body: '<p>Vous trouverez d’autres exemples sous l’étoile.</p><p>★</p>',
      },
      {
        title: 'the same, in English',
        body: '<p lang="en">You can find the forms next to the triangle.</p><p>▲</p>',
      },
    ],
    passed: [
      {
        title: 'a shape that something is called by',
        body: '<p>Vous trouverez d’autres exemples sous l’étoile.</p><h2>Étoile des exemples</h2>',
      },
      {
        title: 'a shape and a title',
        body: '<p>Vous trouverez d’autres exemples sous l’étoile, dans « Exemples ».</p><h2>Exemples</h2>',
      },
      {
        title: 'a shape that is none of the page',
        body: '<p>Les élus se réunissent dans un cercle restreint.</p>',
      },
    ],
  }),
  ...casesOf('autoplay-audio', '4.10', {
    failed: [
      {
        title: 'four of the five seconds of a sound',
        body: '<audio autoplay src="long.wav#t=1"></audio>',
        files: { 'long.wav': wave(5) },
      },
    ],
    passed: [
      {
        title: 'the last two of its five seconds',
        body: '<audio autoplay src="long.wav#t=3"></audio>',
        files: { 'long.wav': wave(5) },
      },
    ],
  }),
  ...casesOf('media-inventory', '4.3', {
    failed: [
      {
        title: 'captions declared as a translation',
        body: '<h2>Film d’accueil</h2><video controls src="a.mp4"><track kind="subtitles" srclang="fr" label="Français" src="a.vtt"></video>',
      },
    ],
    passed: [
      {
        title: 'captions declared as such',
        body: '<h2>Film d’accueil</h2><video controls src="a.mp4"><track kind="captions" srclang="fr" label="Français" src="a.vtt"></video>',
      },
      {
        title: 'a translation beside captions',
        body: '<h2>Film d’accueil</h2><video controls src="a.mp4"><track kind="captions" srclang="fr" label="Français" src="a.vtt"><track kind="subtitles" srclang="en" label="English" src="b.vtt"></video>',
      },
    ],
  }),
  ...casesOf('presentational-markup', '11.6', {
    failed: [
      {
        title: 'a group of fields without a legend or a field, in a form',
        body: '<form><fieldset><p>Les champs marqués sont obligatoires.</p></fieldset><label>Nom <input name="n" autocomplete="name"></label></form>',
      },
    ],
    passed: [
      {
        title: 'the same with a legend',
        body: '<form><fieldset><legend>Avant de commencer</legend><p>Les champs marqués sont obligatoires.</p></fieldset></form>',
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    failed: [
      {
        title: 'a list to open without its state',
        body: '<div role="combobox" aria-label="Ville" tabindex="0">Lyon</div>',
      },
    ],
    passed: [
      {
        title: 'the same, that is off',
        body: '<div role="combobox" aria-label="Ville" aria-disabled="true">Lyon</div>',
      },
    ],
  }),
  ...casesOf('axe', '8.2', {
    failed: [
      {
        title: 'a role that does not exist',
        body: '<ol role="breadcrumbs"><li><a href="/">Accueil</a></li></ol>',
      },
      { title: 'an attribute of ARIA that does not exist', body: '<p aria-labeledbyy="c">Horaires</p>' },
    ],
    passed: [{ title: 'a role that exists', body: '<ol role="list"><li><a href="/">Accueil</a></li></ol>' }],
  }),
];
