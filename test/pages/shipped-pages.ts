import { casesOf, type Case } from './case.ts';

const account = (more: string): string =>
  `<form method="post"><p><label for="mel">Adresse électronique :</label> <input id="mel" name="mel" type="email"></p>${more}<button>Enregistrer</button></form>`;

const listed = (last: string): string =>
  `<table><caption>Sites visités</caption><thead><tr><th scope="col">Site</th><th scope="col" colspan="2">Dans le cache, hors du cache</th></tr></thead><tbody><tr><td>impots.example</td><td>12</td><td>88</td></tr><tr><td>mairie.example</td><td>20</td><td>80</td></tr></tbody>${last}</table>`;

const picked = (cell: string): string =>
  `<form method="post"><table><caption>Dossiers</caption><tr><th scope="col">Choix</th><th scope="col">Numéro</th></tr>${[11, 12, 13].map((number) => `<tr><td><input type="checkbox" name="choix[]" value="${String(number)}" title="Choisir le ${String(number)}"> ${cell}</td><td>${String(number)}</td></tr>`).join('')}</table><button>Clore</button></form>`;

const radios = (open: string, close: string): string =>
  `<form method="post"><table><caption>Colonnes</caption>${open}<tr><th scope="col">Nom</th><th scope="col" id="auto">Compteur</th></tr>${close}${['Dossier', 'Agent', 'Service'].map((name) => `<tr><td>${name}</td><td><input type="radio" name="compteur" value="${name}" aria-labelledby="auto"></td></tr>`).join('')}</table><button>Créer</button></form>`;

const signUp = (menu: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Inscription</title></head><body><ul>${menu}</ul><h1>Création de compte</h1><p>Vous avez déjà un compte ? Alors il suffit de donner votre adresse et votre mot de passe. Sinon, remplissez ce formulaire : un message vous sera envoyé, avec une adresse à visiter pour confirmer que vous êtes bien la personne qui demande ce compte, puis vous pourrez déposer des dossiers.</p></body></html>`;

const toDo = (link: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Dossiers - Service</title></head><body><main><h1>Dossiers</h1><p>Les dossiers reçus depuis lundi, dans l’ordre de leur arrivée, avec le nom de l’agent.</p></main><form method="post"><div class="footer"><fieldset><legend>Dossiers choisis</legend><input type="submit" value="Clore"> <input type="submit" value="Effacer"></fieldset><fieldset><legend><a href="${link}">Exporter</a></legend></fieldset></div></form></body></html>`;

const GAP = '&nbsp;'.repeat(5);
const FOLDERS = `<p class="code">-- config<br>${GAP}[...]<br>${GAP}|-- inclus<br>${GAP}|${GAP}\`-- var<br>${GAP}|${GAP}${GAP}\`-- www</p>`;

const skipping = (content: string, menu: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Les démarches - Service</title></head><body><ul><li><a href="#${content}">Contenu</a></li><li><a href="#${menu}">Menu</a></li></ul><header><nav id="menu" aria-label="Menu principal"><ul><li><a href="/a">Accueil</a></li><li><a href="/b">Services</a></li></ul></nav></header><main id="contenu" tabindex="-1"><h1>Les démarches</h1><p>La mairie délivre les cartes d’identité.</p></main></body></html>`;

/** A manual as one page, under what its header holds. */
const manual = (header: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Guide du guichet</title></head><body><div id="header"><h1>Guide du guichet</h1>${header}</div><main><h2 id="a">Accueil</h2><p>Les demandes se font en ligne ou au guichet, et la préfecture répond dans les deux mois.</p></main></body></html>`;

/** What software ships in French, and shows as it comes, in our own words. */
export const shippedPages: readonly Case[] = [
  ...casesOf('complex-table-summary', '5.1', {
    passed: [
      {
        title: 'totals under one row of headers, of which one is over two columns',
        body: listed(
          '<tfoot><tr><th></th><th>32</th><th>168</th></tr><tr><th>Moyenne</th><th>16</th><th>84</th></tr></tfoot>',
        ),
      },
      {
        title: 'a row of headers whose first cell is none',
        body: '<table><thead><tr><td>Actions</td><th scope="col">Numéro</th><th scope="col">Agent</th></tr></thead><tbody><tr><td><a href="/1">Modifier le 1</a></td><td>1</td><td>Durand</td></tr><tr><td><a href="/2">Modifier le 2</a></td><td>2</td><td>Petit</td></tr></tbody></table>',
      },
    ],
    failed: [
      {
        title: 'two rows of headers, of which one is over two columns',
        body: listed(
          '<tbody><tr><th>Mois</th><th>Mai</th><th>Juin</th></tr><tr><td>a</td><td>1</td><td>2</td></tr></tbody>',
        ),
      },
    ],
  }),
  ...casesOf('presentational-attributes', '10.1', {
    passed: [{ title: 'a tree of folders, as code', body: FOLDERS }],
    failed: [
      {
        title: 'hours set in columns with spaces',
        body: '<p>Lundi&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;9 h<br>Mardi&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;10 h<br>Jeudi&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;14 h</p>',
      },
    ],
  }),
  ...casesOf('html-validity', '8.2', {
    doubt: [
      {
        title: 'styles in a block, which validators let stand',
        body: '<div><style>.a { color: #000 }</style><p class="a">Texte</p></div>',
      },
    ],
    failed: [{ title: 'a block in a title', body: '<h2><div>Horaires</div></h2><p>De 8 h à 12 h</p>' }],
  }),
  ...casesOf('skip-links', '12.7', {
    failed: [{ title: 'a link to the content that leads nowhere', html: skipping('contenu-2', 'menu') }],
    doubt: [
      {
        title: 'a link to the menu that leads nowhere, beside the one to the content',
        html: skipping('contenu', 'menu-2'),
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    failed: [
      {
        title: 'tabs that are told to be buttons',
        body: '<ul role="tablist" aria-label="Pages"><li role="button" tabindex="0" onclick="a()" onkeydown="a()">Dossiers</li><li role="button" tabindex="0" onclick="a()" onkeydown="a()">Suivi</li></ul>',
      },
    ],
  }),
  ...casesOf('axe', '9.3', {
    passed: [
      {
        title: 'tabs that are told to be buttons, which are no list',
        body: '<ul role="tablist" aria-label="Pages"><li role="button" tabindex="0" onclick="a()" onkeydown="a()">Dossiers</li><li role="button" tabindex="0" onclick="a()" onkeydown="a()">Suivi</li></ul>',
      },
    ],
  }),
  ...casesOf('axe', '3.2', {
    doubt: [
      {
        title: 'a button switched off by its class alone, which the mouse goes through',
        body: '<style>.btn { padding: 8px; border: 0; color: #fff; background: #0d6efd } .btn.disabled { opacity: 0.65; pointer-events: none }</style><button type="submit" class="btn disabled">Envoyer</button>',
      },
    ],
    failed: [
      {
        title: 'the same looks without the class',
        body: '<button type="button" style="padding: 8px; border: 0; color: #fff; background: #0d6efd; opacity: 0.65">Envoyer</button>',
      },
    ],
  }),
  ...casesOf('page-structure', '9.2', {
    passed: [
      { title: 'a bar of actions called as a footer is', html: toDo('#export') },
      {
        title: 'the title of a manual, who wrote it and its contents',
        html: manual(
          '<div class="details"><span class="author">Anne Exemple</span> <a href="mailto:anne@exemple.example">anne@exemple.example</a></div><div id="toc" class="toc"><p>Table des matières</p><ul><li><a href="#a">Accueil</a></li></ul></div>',
        ),
      },
    ],
    failed: [
      { title: 'a block called as a footer is, whose link leaves the page', html: toDo('/export') },
      {
        title: 'the name of a site, above links that lead to others of its pages',
        html: manual('<p class="author">Préfecture</p><p><a href="/plan">Plan du site</a></p>'),
      },
    ],
  }),
  ...casesOf('field-grouping', '11.5', {
    passed: [
      {
        title: 'boxes of the rows of a table, beside what to do with each',
        body: picked('<a href="/m">Modifier</a>'),
      },
    ],
    failed: [{ title: 'boxes of the rows of a table, beside their words', body: picked('Urgent') }],
    doubt: [{ title: 'radio buttons that choose a row of a table', body: radios('<thead>', '</thead>') }],
  }),
  ...casesOf('field-grouping', '11.5', {
    failed: [
      {
        title: 'radio buttons that a table lays out',
        body: `<form><p>Votre enfant déjeune à la cantine</p><table role="presentation">${['Toujours', 'Parfois', 'Jamais'].map((name) => `<tr><td><input type="radio" id="${name}" name="cantine" value="${name}"></td><td><label for="${name}">${name}</label></td></tr>`).join('')}</table><button>Envoyer</button></form>`,
      },
    ],
  }),
  ...casesOf('color-only-inventory', '3.1', {
    doubt: [
      {
        title: 'what a program draws on a sheet of answers, told in its manual',
        body: '<ul><li>les cases cochées à tort sont entourées en rouge ;</li><li>les cases non cochées qui devaient l’être sont cochées en bleu.</li></ul>',
      },
    ],
    failed: [
      {
        title: 'boxes of the page told by red',
        body: '<form><p>Les cases à cocher en rouge sont obligatoires.</p><p><label><input type="checkbox" name="cgu"> J’accepte les conditions</label></p><button>Envoyer</button></form>',
      },
    ],
  }),
  ...casesOf('hover-content', '7.3', {
    failed: [
      {
        title: 'signs to sort a column, with a script beside them, that only the mouse shows',
        head: '<style>.gone { display: none }</style>',
        body: `<table><caption>Dossiers</caption><thead><tr><th scope="col" onmouseover="s.classList.remove('gone')" onmouseout="s.classList.add('gone')">Numéro<span id="s" class="gone"> <a href="/d" title="décroissant">↓</a> <a href="/c" title="Chercher">=</a><script>globalThis.tri = 'numero';</script></span></th><th scope="col">Agent</th></tr></thead><tbody><tr><td>1</td><td>Durand</td></tr><tr><td>2</td><td>Petit</td></tr></tbody></table>`,
      },
    ],
  }),
  ...casesOf('autocomplete-missing', '11.13', {
    doubt: [
      {
        title: 'the account of another, with what it may do',
        body: account(
          '<p><input type="checkbox" id="sup" name="sup"> <label for="sup">Statut super-utilisateur</label></p><p><label for="droits">Permissions de l’utilisateur :</label> <select id="droits" name="droits" multiple><option>Ajouter un dossier</option></select></p>',
        ),
      },
    ],
    failed: [{ title: 'one’s own account', body: account('') }],
  }),
  ...casesOf('title-quality', '8.6', {
    doubt: [
      {
        title: 'a title of one word, which may be another for what the page says',
        html: signUp('<li><a href="/c">Connexion</a></li>'),
      },
    ],
    failed: [
      {
        title: 'a title that no word of the page has',
        html: signUp('<li><a href="/c">Connexion</a></li>').replace('Inscription', 'Recette de cuisine'),
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    doubt: [
      {
        title: 'a heading on how titles are written',
        body: '<h2>Titre</h2><p>Pour écrire un titre, l’entourer de deux crochets.</p><h2>Gras</h2><p>L’entourer d’étoiles.</p>',
      },
      {
        title: 'a heading above specimens of headings',
        body: '<h2>Headings</h2><div><h3>Exemple de titre de niveau trois</h3><h3>Autre exemple de titre</h3><p>Le texte suit.</p></div>',
      },
    ],
    failed: [
      {
        title: 'the heading of a template, above another',
        body: '<h2>Titre</h2><h3>Titre</h3><p>La mairie ouvre le lundi.</p>',
      },
      { title: 'the heading of a template', body: '<h2>Titre</h2><p>La mairie ouvre le lundi.</p>' },
    ],
  }),
];
