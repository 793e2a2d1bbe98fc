import { casesOf, type Case } from './case.ts';

const LEVELS =
  '<thead><tr><th rowspan="2" id="a">Site</th><th colspan="2" id="b">Été</th></tr><tr><th id="c" headers="b">Matin</th><th id="d" headers="b">Soir</th></tr></thead><tbody><tr><th id="e" headers="a">Lisle</th><td headers="e b c">2</td><td headers="e b d">3</td></tr></tbody>';
const TALL = '<div style="height: 1500px"></div>';

/** Shapes of French public sites and of what they are made with, that were accused wrongly. */
export const publicSites: readonly Case[] = [
  ...casesOf('html-validity', '8.2', {
    passed: [
      {
        title: 'a description that is not there yet, of an identifier that nothing bears twice',
        body: '<form><label for="a">Délibération</label><input type="file" id="a" aria-describedby="a-erreur"></form>',
      },
    ],
  }),
  ...casesOf('layout-table', '5.8', {
    passed: [
      {
        title: 'columns that only have a width',
        body: '<table role="presentation"><colgroup><col style="width: 30%"></colgroup><tr><td>Guichet</td><td>Plan</td></tr></table>',
      },
      {
        title: 'the pieces of a calendar made in ARIA',
        body: '<table role="grid" aria-label="Novembre"><thead role="rowgroup"><tr role="presentation"><th role="presentation"><table role="presentation"><thead role="presentation"><tr role="row"><th role="columnheader">lundi</th><th role="columnheader">mardi</th></tr></thead></table></th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="gridcell">1</td><td role="gridcell">2</td></tr></tbody></table>',
      },
    ],
  }),
  ...casesOf('axe', '6.1', {
    passed: [
      {
        title: 'a day named by its date, in which an event is written',
        body: '<table role="grid" aria-label="Novembre"><tr role="row"><td role="gridcell" aria-labelledby="j"><span id="j" aria-label="12 novembre">12</span> Commission de sécurité</td></tr></table>',
      },
    ],
  }),
  ...casesOf('axe', '1.1', {
    passed: [
      {
        title: 'a drawing in a button that has a name',
        body: '<button type="button" title="Mois suivant"><span role="img" style="display: inline-block; width: 16px; height: 16px; background: #000"></span></button>',
      },
    ],
  }),
  ...casesOf('axe', '10.6', {
    doubt: [
      {
        title: 'a trail of links to the pages above',
        body: '<div id="chemin" style="color: #000"><a href="/" style="color: #444; text-decoration: none">Accueil</a> &gt; <a href="/m" style="color: #444; text-decoration: none">La mairie</a> &gt; <strong>Le budget de la commune</strong></div>',
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    passed: [
      {
        title: 'a script that says that it heard nothing from the server',
        body: `<form id="f"><p><label>Nom <input name="n" autocomplete="name"></label></p><p><label>Ville de naissance <input name="v"></label></p><button>Publier</button><p id="e" hidden>Erreur</p></form><script>f.onsubmit = (event) => { event.preventDefault(); fetch('/publier', { method: 'POST' }).catch(() => { e.hidden = false; }); };</script>`,
      },
    ],
  }),
  ...casesOf('contrast-states', '3.2', {
    passed: [
      {
        title: 'a text that a script moves once the page is scrolled to it',
        body: `${TALL}<div id="h"></div><div style="background: #777; padding: 200px 0 0; height: 20px"><p style="margin: 0; background: linear-gradient(#fff, #fff)"><a href="/l" style="color: #0078a8">Légende du plan</a></p></div>${TALL}<script>addEventListener('scroll', () => requestAnimationFrame(() => { h.style.height = '60px'; }));</script>`,
      },
    ],
  }),
  ...casesOf('text-zoom-200', '10.4', {
    passed: [
      {
        title: 'a layout that a script makes anew some time after the window',
        body: `<div style="overflow: hidden"><p id="p" style="margin: 0"><span style="float: right">Mercredi matin, de 9 h à 12 h</span></p></div><script>const lay = () => { p.style.width = document.body.clientWidth - 40 + 'px'; }; let wait; addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(lay, 150); }); lay();</script>`,
      },
    ],
  }),
  ...casesOf('reflow-320', '10.11', {
    passed: [
      {
        title: 'a layout that a script makes anew a few frames after the window',
        body: `<p id="p">Se présenter au guichet avec le titre de séjour, un justificatif de domicile et deux photographies récentes.</p><script>const lay = () => { p.style.width = document.body.clientWidth - 40 + 'px'; }; const after = (frames) => { if (frames > 0) requestAnimationFrame(() => after(frames - 1)); else lay(); }; addEventListener('resize', () => after(10)); lay();</script>`,
      },
    ],
  }),
  ...casesOf('hover-content', '7.3', {
    passed: [
      {
        title: 'a menu that answers the focus after a while',
        body: `<ul><li id="l"><a href="/p">Publications</a><ul id="u" style="position: absolute; left: -9999px"><li><a href="/r">Recueil des actes</a></li></ul></li></ul><script>const show = () => { u.style.left = '40px'; }, hide = () => { u.style.left = '-9999px'; }; l.onmouseenter = show; l.onmouseleave = hide; l.addEventListener('focusin', () => setTimeout(show, 150)); l.addEventListener('focusout', hide); addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });</script>`,
      },
    ],
  }),
  ...casesOf('figure-caption', '1.9', {
    passed: [
      {
        title: 'the icon of a file, and its title',
        body: '<figure><a href="/b.pdf"><img src="pdf.png" alt=""><figcaption>Bulletin de mars</figcaption></a></figure><figure><img src="pdf.png" alt=""><figcaption><a href="/b.pdf">Bulletin de mars</a></figcaption></figure>',
      },
    ],
    doubt: [
      {
        title: 'one caption of several images',
        body: '<figure><img src="a.png" alt="La grue"><img src="b.png" alt="Le pont"><figcaption>Le chantier en images</figcaption></figure>',
      },
    ],
  }),
  ...casesOf('complex-table-summary', '5.1', {
    doubt: [
      {
        title: 'a title that names the levels',
        body: `<table><caption>Délais par site et par saison</caption>${LEVELS}</table>`,
      },
    ],
    passed: [
      {
        title: 'a title on a row of its own, over the headers',
        body: '<table><caption>Documents</caption><thead><tr><th colspan="2" scope="colgroup">Tous les documents</th></tr><tr><th scope="col">Nom</th><th scope="col">Poids</th></tr></thead><tbody><tr><td>Arrêté</td><td>2 Mo</td></tr></tbody></table>',
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    passed: [
      { title: 'the title of a message', body: '<form><label>Titre <input name="titre"></label></form>' },
    ],
  }),
  ...casesOf('disclosure-state', '7.1', {
    passed: [
      {
        title: 'a button that shows one part of the page alone',
        body: `<div class="out"><p>Réunion du conseil le 12 mars.</p></div><button type="button" id="b">Plein écran</button><p>Le budget est adopté.</p><div class="out"><p>Mairie de Valmont, place de l’Église.</p></div><script>b.onclick = () => { for (const one of document.querySelectorAll('.out, header, footer, h1, nav')) one.style.display = one.style.display === 'none' ? '' : 'none'; };</script>`,
      },
    ],
  }),
  ...casesOf('field-grouping', '11.6', {
    doubt: [
      {
        title: 'a group without a legend around fields of all sorts',
        body: '<form><fieldset><label>Objet <input name="o"></label><label>Message <textarea name="m"></textarea></label></fieldset></form>',
      },
    ],
  }),
  ...casesOf('text-direction', '8.10', {
    passed: [
      {
        title: 'a document whose link says how its name is read',
        body: '<ul><li><a href="/ar.pdf" lang="ar" dir="rtl">دليل طالب اللجوء</a></li></ul>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    passed: [
      {
        title: 'a part about permits, which are called « titres »',
        body: '<h2>Rendez-vous</h2><p>Sur le site.</p><h2>Titres</h2><p>Un message vous prévient.</p>',
      },
    ],
  }),
];
