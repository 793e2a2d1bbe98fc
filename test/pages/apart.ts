import { casesOf, type Case } from './case.ts';

const around = (link: string): string =>
  `<p>Pour préparer votre demande, lisez d’abord ${link} avant de prendre rendez-vous au guichet.</p>`;
const LINK = '<a href="/guide">le guide des pièces à fournir</a>';
const style = (rules: string): string => `<style>${rules}</style>`;
const SENTENCE =
  'Le guichet des titres de séjour sera fermé au public du lundi 21 au vendredi 25 décembre inclus.';

/** Links in texts, hidden texts, places of labels, order of contents. */
export const apart: readonly Case[] = [
  ...casesOf('link-in-text-visible', '10.6', {
    failed: [
      {
        title: 'a link like the text around it',
        head: style('p a { color: inherit; text-decoration: none }'),
        body: around(LINK),
      },
      {
        title: 'a link told by a colour close to that of the text',
        head: style('p { color: #333; background: #fff } p a { color: #15497a; text-decoration: none }'),
        body: around(LINK),
      },
      {
        title: 'the same over a picture',
        head: style(
          'p { color: #333; background-image: linear-gradient(#fff, #fff) } p a { color: #15497a; text-decoration: none }',
        ),
        body: around(LINK),
      },
      {
        title: 'a contrasted colour alone, that stays alone when pointed at',
        head: style(
          'p { color: #000 } p a { color: #0078f3; text-decoration: none } p a:hover { color: #d00 }',
        ),
        body: around(LINK),
      },
      {
        title: 'a contrasted colour alone, without a sign of the focus',
        head: style(
          'p { color: #000 } p a { color: #0078f3; text-decoration: none; outline: none } p a:hover { text-decoration: underline }',
        ),
        body: around(LINK),
      },
      {
        title: 'an English page, a link like its text',
        html: `<!doctype html><html lang="en"><head><title>Passports - Services</title>${style('a { color: inherit; text-decoration: none }')}</head><body><main><h1>Passports</h1><p>Before you apply for a passport, read <a href="/guide">the list of documents</a> that you must bring.</p></main></body></html>`,
      },
    ],
    passed: [
      { title: 'an underlined link', body: around(LINK) },
      {
        title: 'a border instead of the underline',
        head: style('p a { color: inherit; text-decoration: none; border-bottom: 1px solid }'),
        body: around(LINK),
      },
      {
        title: 'an underline drawn as a background, as the State design system does',
        head: style(
          'p a { color: inherit; text-decoration: none; background: linear-gradient(#000, #000) 0 100% / 100% 1px no-repeat }',
        ),
        body: around(LINK),
      },
      {
        title: 'an underline put on a span inside',
        head: style('p a { color: inherit; text-decoration: none } p a span { text-decoration: underline }'),
        body: around('<a href="/guide"><span>le guide des pièces</span></a>'),
      },
      {
        title: 'a bold link',
        head: style('p a { color: inherit; text-decoration: none; font-weight: 700 }'),
        body: around(LINK),
      },
      {
        title: 'an icon after the link',
        head: style('p a { color: inherit; text-decoration: none } p a::after { content: "↗" }'),
        body: around(LINK),
      },
      {
        title: 'a contrasted colour, underlined when pointed at',
        head: style(
          'p { color: #000 } p a { color: #0078f3; text-decoration: none } p a:hover { text-decoration: underline }',
        ),
        body: around(LINK),
      },
      {
        title: 'a contrasted colour, underlined when the line that holds it is pointed at or has the focus',
        head: style(
          'p { color: #000 } p a { color: #0078f3; text-decoration: none; outline: none } p:is(:hover, :focus-within) a { text-decoration: underline }',
        ),
        body: around(LINK),
      },
      {
        title: 'a contrasted colour, with an arrow when pointed at',
        head: style(
          'p { color: #000 } p a { color: #0078f3; text-decoration: none } p a:hover::after { content: " →" }',
        ),
        body: around(LINK),
      },
    ],
    inapplicable: [
      {
        title: 'links of a menu',
        head: style('nav a { color: inherit; text-decoration: none }'),
        before: '<nav aria-label="Menu principal"><ul><li><a href="/a">Démarches</a></li></ul></nav>',
      },
      {
        title: 'a link that is the whole paragraph',
        head: style('p a { color: inherit; text-decoration: none }'),
        body: `<p>${LINK}</p>`,
      },
      {
        title: 'an address that tells itself',
        head: style('p a { color: inherit; text-decoration: none }'),
        body: around('<a href="mailto:pref@exemple.gouv.fr">pref@exemple.gouv.fr</a>'),
      },
      {
        title: 'a link beside a few words',
        head: style('p a { color: inherit; text-decoration: none }'),
        body: `<p>Lire : ${LINK}</p>`,
      },
    ],
  }),
  ...casesOf('hidden-focusable', '10.8', {
    failed: [
      { title: 'a notice that only the eye gets', body: `<p aria-hidden="true">${SENTENCE}</p>` },
      {
        title: 'the same in a block',
        body: `<div aria-hidden="true"><h2>Fermeture</h2><p>${SENTENCE}</p></div>`,
      },
    ],
    passed: [
      { title: 'a decoration', body: '<p><span aria-hidden="true">★★★</span> Très bien</p>' },
      {
        title: 'a text told in other words by its label',
        body: `<p><span aria-hidden="true">${SENTENCE}</span> <span role="img" aria-label="${SENTENCE}"></span></p>`,
      },
      {
        title: 'a text doubled by a text for screen readers',
        head: style(
          '.sr { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }',
        ),
        body: `<p aria-hidden="true">${SENTENCE}</p><p class="sr">${SENTENCE}</p>`,
      },
      { title: 'a text hidden from everybody', body: `<p aria-hidden="true" hidden>${SENTENCE}</p>` },
      {
        title: 'a page behind a banner that covers it',
        before: `<div aria-hidden="true"><p>${SENTENCE}</p></div><div style="position: fixed; inset: 20% 0 0; background: #fff"><p>Choisir les traceurs</p><button>Tout accepter</button></div>`,
      },
      {
        title: 'a page behind an open dialog',
        before: `<div aria-hidden="true"><p>${SENTENCE}</p></div>`,
        body: '<div role="dialog" aria-modal="true" aria-label="Cookies"><p>Choisir</p><button>Accepter</button></div>',
      },
    ],
    doubt: [
      {
        title: 'the next slide, seen in part',
        head: style('.slides { display: flex; overflow: hidden; width: 500px } .slide { flex: 0 0 300px }'),
        body: `<div class="slides"><div class="slide"><p>La préfecture recrute des agents d’accueil.</p></div><div class="slide" aria-hidden="true"><p>${SENTENCE}</p></div></div>`,
      },
      {
        title: 'a few words',
        body: '<p><span aria-hidden="true">Nouveau dans le service</span> Passeport</p>',
      },
    ],
  }),
  ...casesOf('label-proximity', '11.4', {
    failed: [
      {
        title: 'another field, with its own label, between a label and its field',
        body: '<form><p><label for="a">Nom de naissance</label></p><p><label>Prénom <input autocomplete="given-name"></label></p><p><input id="a" autocomplete="family-name"></p><button>Envoyer la demande</button></form>',
        head: style('input { display: block; border: 1px solid #000 } label { display: block }'),
      },
    ],
    passed: [
      {
        title: 'labels above their fields',
        body: '<form><p><label for="a">Nom</label><br><input id="a" autocomplete="family-name"></p><p><label for="b">Prénom</label><br><input id="b" autocomplete="given-name"></p><button>Envoyer la demande</button></form>',
      },
      {
        title: 'labels after their boxes',
        body: '<form><p><label><input type="checkbox"> J’accepte les conditions</label></p><button>Envoyer la demande</button></form>',
      },
      {
        title: 'a country code before a number, under one label',
        body: '<form><p><label for="t">Téléphone</label></p><p><select aria-label="Indicatif"><option>+33</option></select> <input id="t" type="tel" autocomplete="tel-national"></p><button>Envoyer la demande</button></form>',
      },
      {
        title: 'two columns',
        head: style('.row { display: flex; gap: 2em }'),
        body: '<form><div class="row"><p><label>Nom <input autocomplete="family-name"></label></p><p><label>Prénom <input autocomplete="given-name"></label></p></div><button>Envoyer la demande</button></form>',
      },
    ],
    doubt: [
      {
        title: 'a label far from its field',
        head: style('label { display: inline-block; width: 300px }'),
        body: '<form><p><label for="a">Nom</label><input id="a" autocomplete="family-name"></p><button>Envoyer la demande</button></form>',
      },
      {
        title: 'a label before its box',
        body: '<form><p><label>J’accepte les conditions <input type="checkbox"></label></p><button>Envoyer la demande</button></form>',
      },
      {
        title: 'a label after its field',
        body: '<form><p><input id="a" autocomplete="family-name"> <label for="a">Nom</label></p><button>Envoyer la demande</button></form>',
      },
    ],
  }),
  ...casesOf('css-off-order', '10.3', {
    passed: [
      {
        title: 'a row in its own order',
        head: style('.row { display: flex }'),
        body: '<div class="row"><p>Lundi</p><p>Mardi</p></div>',
      },
    ],
    doubt: [
      {
        title: 'a row shown backwards',
        head: style('.row { display: flex; flex-direction: row-reverse }'),
        body: '<div class="row"><p>Deuxième étape</p><p>Première étape</p></div>',
      },
      {
        title: 'a text moved to the front',
        head: style('.row { display: flex } .first { order: -1 }'),
        body: '<div class="row"><p>Deuxième étape</p><p class="first">Première étape</p></div>',
      },
      {
        title: 'a text laid above what comes before it',
        head: style(
          '.box { position: relative; padding-top: 3em } .up { position: absolute; top: 0; margin: 0 }',
        ),
        body: '<div class="box"><p>Deuxième étape</p><p class="up">Première étape</p></div>',
      },
    ],
  }),
  ...casesOf('document-alternatives', '13.4', {
    doubt: [
      {
        title: 'a document and its accessible version',
        body: '<ul><li><a href="/plan.pdf">Plan de prévention (PDF, 2 Mo)</a></li><li><a href="/plan-accessible.pdf">Plan de prévention, version accessible (PDF, 1 Mo)</a></li></ul>',
      },
    ],
    passed: [
      {
        title: 'documents without another version',
        body: '<p><a href="/plan.pdf">Plan de prévention (PDF, 2 Mo)</a></p>',
      },
    ],
  }),
];
