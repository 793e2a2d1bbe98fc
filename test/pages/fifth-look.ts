import { casesOf, type Case } from './case.ts';

const TEXT = '<p>La demande se fait en ligne, et la préfecture l’examine dans les deux mois qui suivent.</p>';
const alone = (heading: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Passeport - Préfecture</title></head><body><a href="#c">Aller au contenu</a><main id="c">${heading}${TEXT}</main></body></html>`;
const page = (before: string, script = ''): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Passeport - Préfecture</title></head><body>${before}<header><p>Préfecture</p></header><main id="c"><h1>Passeport</h1>${TEXT}<p><a href="/a">Délais</a></p></main>${script}</body></html>`;
const xml = (doctype: string): string =>
  `${doctype}<html xml:lang="fr" xmlns="http://www.w3.org/1999/xhtml"><head><title>Passeport - Préfecture</title></head><body><h1>Passeport</h1>${TEXT}</body></html>`;
const framed = (title: string, text: string): string =>
  `<iframe title="${title}" srcdoc="<p>${text}</p>"></iframe>`;
const inside = (frame: string): string =>
  `<iframe title="Agenda" srcdoc="${frame.replaceAll('"', '&quot;')}"></iframe>`;

/** What a public corpus of examples showed to be missed, or wrongly accused: our own words on the same families. */
export const fifthLook: readonly Case[] = [
  ...casesOf('link-text-quality', '6.1', {
    failed: [
      {
        title: 'a year that the name cuts in two',
        body: '<p>Arrêtés de l’année <a href="/2019" aria-label="20 19">2019</a></p>',
      },
      {
        title: 'two links of one name, in one sentence, that ask one address for two things',
        body: '<p>Écrivez au <a href="joindre?id=4">service compétent</a> pour un titre, ou au <a href="joindre?id=9">service compétent</a> pour un permis.</p>',
      },
    ],
    passed: [
      {
        title: 'names that only leave out signs, or tell capitals and figures apart',
        body: '<p><a href="/a" aria-label="Prendre rendez vous">Prendre rendez-vous</a> <a href="/b" aria-label="Se connecter avec France Connect">FranceConnect</a> <a href="/c" aria-label="Créneau de 9 h 30">9h30</a> <a href="/d" aria-label="Envoyer un email">E-mail</a></p>',
      },
      {
        title: 'words of several elements, which the style sheet alone sets apart',
        head: '<style>.e span { margin-right: .3em }</style>',
        body: '<p><a class="e" href="/a" aria-label="Lire la suite de l’article"><span>Lire</span><span>la suite</span></a></p>',
      },
      {
        title: 'a word that the name goes on with',
        body: '<p><a href="/a" aria-label="Newsletters de la préfecture">Newsletter</a></p>',
      },
      {
        title: 'two links of one name that ask one page for two orders',
        body: '<p>Trier : <a href="liste?tri=date">la liste</a>, <a href="liste?tri=nom">la liste</a></p>',
      },
    ],
    doubt: [
      {
        title: 'a telephone number that the name spells out',
        body: '<p>Accueil : <a href="tel:0102030405" aria-label="0 1, 0 2, 0 3, 0 4, 0 5">0102030405</a></p>',
      },
      {
        title: 'an abbreviation that the name says whole',
        body: '<p><a href="/a" aria-label="Avenue de la Gare">Av. de la Gare</a></p>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      { title: 'what a template asks to write', body: `<h2>Insérez votre titre ici</h2>${TEXT}` },
      { title: 'the same, in English', body: `<h2>Add your heading here</h2>${TEXT}` },
      { title: 'a page whose title is its number', html: alone('<h1>Page 3</h1>') },
      {
        title: 'a heading that says it is none, is one all the same, and is told by nothing',
        body: `<h2 role="none" aria-label=""><span aria-hidden="true">Délais</span></h2>${TEXT}`,
      },
    ],
    passed: [
      {
        title: 'an order given to the reader',
        body: `<h2>Saisissez votre titre de séjour ici</h2>${TEXT}`,
      },
      {
        title: 'the pages of a document, one after the other',
        body: `<h2>Page 3</h2>${TEXT}<h2>Page 4</h2>${TEXT}`,
      },
    ],
    doubt: [{ title: 'a page whose title is a greeting', html: alone('<h1>Bonjour !</h1>') }],
  }),
  ...casesOf('skip-links', '12.7', {
    failed: [
      {
        title: 'a link to the content that the Tab key passes over',
        html: page('<a href="#c" tabindex="-1">Aller au contenu</a>'),
      },
      {
        title: 'a link to the content kept from screen readers',
        html: page('<a href="#c" aria-hidden="true">Aller au contenu</a>'),
      },
      {
        title: 'a link to the content made of a block, which only the mouse sets going',
        html: page('<div role="link" tabindex="0" onclick="location.hash = \'c\'">Accéder au contenu</div>'),
      },
    ],
    passed: [
      {
        title: 'a link to the content made of a block, which Enter sets going too',
        html: page(
          '<div id="s" role="link" tabindex="0" onclick="location.hash = \'c\'">Accéder au contenu</div>',
          '<script>s.onkeydown = (e) => { if (e.key === "Enter") s.click() }</script>',
        ),
      },
      {
        title: 'a link out of the way of the Tab key, after one that is not',
        html: page('<a href="#c">Aller au contenu</a><a href="#c" tabindex="-1">Contenu</a>'),
      },
    ],
  }),
  ...casesOf('aria-references', '7.1', {
    failed: [
      {
        title: 'a text without a role, to which a name gives other words',
        body: '<p>Tarif : <span aria-label="86 euros, au lieu de 100 euros"><s>100 €</s> 86 €</span></p>',
      },
      {
        title: 'a block without a role that is said to be a slide',
        body: '<div aria-roledescription="diapositive"><p>Les guichets ouvrent à neuf heures.</p></div>',
      },
      {
        title: 'a paragraph that has a name for braille displays',
        body: '<p aria-braillelabel="Ouvert">Les guichets sont ouverts.</p>',
      },
    ],
    passed: [
      {
        title: 'a name of a part of a link, which its own name takes up',
        body: '<p><a href="/a"><span aria-label="Préfecture">Préf.</span> de Brumeval</a></p>',
      },
      {
        title: 'a group that is said to be a slide',
        body: '<div role="group" aria-roledescription="diapositive" aria-label="1 sur 3"><p>Les guichets ouvrent à neuf heures.</p></div>',
      },
      {
        title: 'a name that says the words of its text, and one that another element takes up',
        body: '<p><span aria-label="Ouvert">Ouvert le matin</span></p><p id="n" aria-label="Guichet des titres">Guichet</p><section aria-labelledby="n"><p>Premier étage.</p></section>',
      },
      {
        title: 'a field whose list is made when it is opened',
        body: '<label for="v">Ville</label> <input id="v" role="combobox" aria-expanded="undefined" aria-controls="liste">',
      },
    ],
    doubt: [
      {
        title: 'a block without a role that has a title',
        body: '<div aria-label="Horaires"><ul><li>Lundi</li><li>Mardi</li></ul></div>',
      },
    ],
  }),
  ...casesOf('axe', '9.3', {
    passed: [
      {
        title: 'a list whose items are in a box that announces changes',
        body: '<div role="list"><div aria-live="polite"><div role="listitem">Passeport</div><div role="listitem">Permis</div></div></div>',
      },
    ],
    failed: [
      {
        title: 'a list that holds a text of its own among its items',
        body: '<div role="list"><div aria-live="polite">Deux démarches <div role="listitem">Passeport</div></div></div>',
      },
    ],
  }),
  ...casesOf('page-language', '8.3', {
    failed: [
      {
        title: 'no language told, neither for the page nor around its texts',
        html: xml('<!doctype html>').replace(' xml:lang="fr"', ''),
      },
    ],
    doubt: [
      { title: 'a language told for XML alone, in HTML', html: xml('<!doctype html>') },
      {
        title: 'a language told for XML alone, in XHTML',
        html: xml(
          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
        ),
      },
    ],
  }),
  ...casesOf('frame-title-quality', '2.2', {
    failed: [
      {
        title: 'a frame, and one within another, of one name and two contents',
        body: `${framed('Liste', 'Guichets ouverts le matin')}${inside(framed('Liste', 'Pièces à fournir pour un passeport'))}`,
      },
    ],
    passed: [
      {
        title: 'a frame, and one within another, of one name and one content',
        body: `${framed('Liste', 'Guichets ouverts le matin')}${inside(framed('Liste', 'Guichets ouverts le matin'))}`,
      },
    ],
  }),
];
