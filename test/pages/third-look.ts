import { casesOf, type Case } from './case.ts';

const GRAPH = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='200' height='30'>";
const ERRORS = (message: string, rest = ''): string =>
  `<form><label for="age">Âge</label> <input type="number" id="age" value="abc"> ${message}<label>Ville <input></label>${rest}<button type="button">Envoyer</button></form>`;
const TILT = (controls: string): string =>
  `<p>Page <span id="rang">1</span></p>${controls}<script>addEventListener("deviceorientation", (e) => { rang.textContent = String(Math.round(e.gamma)) })</script>`;

/** Shapes that judges of other pages took another way than ours, when ours had changed since the last time. */
export const thirdLook: readonly Case[] = [
  ...casesOf('image-alt-inventory', '1.1', {
    passed: [
      {
        title: 'a drawing that has a name, in a link that has another',
        body: '<a href="/a" aria-label="Accueil du public"><svg aria-label="étoile" width="40" height="40"><rect width="40" height="40"/></svg></a>',
      },
    ],
  }),
  ...casesOf('text-image-inventory', '1.8', {
    failed: [
      {
        title: 'a drawing made of words alone',
        body: `<img alt="Ouvert le samedi" src="${GRAPH}<text y='20'>Ouvert le samedi</text></svg>">`,
      },
    ],
    passed: [
      {
        title: 'a drawing that has words',
        body: `<img alt="Plan : entrée du public au nord" src="${GRAPH}<path d='M0 0h90v20z'/><text y='20'>Entrée</text></svg>">`,
      },
      {
        title: 'a logo made of letters',
        body: `<img alt="Logo de la Maison des services" src="${GRAPH}<text y='20'>Maison</text></svg>">`,
      },
    ],
  }),
  ...casesOf('frame-title-quality', '2.2', {
    passed: [
      {
        title: 'two advertisements, which are not the same',
        body: '<iframe title="Publicité" src="a.html"></iframe><iframe title="Publicité" src="b.html"></iframe>',
        files: {
          'a.html':
            '<!doctype html><html lang="fr"><head><title>Affiche</title></head><body>Semaine du goût, au marché</body></html>',
          'b.html':
            '<!doctype html><html lang="fr"><head><title>Affiche</title></head><body>Portes ouvertes des pompiers</body></html>',
        },
      },
    ],
  }),
  ...casesOf('axe', '7.1', {
    failed: [
      {
        title: 'an open list whose choices are not there',
        body: '<label>Commune <input role="combobox" aria-expanded="true" aria-controls="choix"></label>',
      },
    ],
    passed: [
      {
        title: 'a field made with a role that has no name, which is a fault of fields',
        body: '<div role="textbox" contenteditable="true" tabindex="0"></div>',
      },
    ],
    doubt: [
      {
        title:
          'a button that controls a window still to be made, and a value of aria-hidden that hides nothing',
        body: '<button type="button" aria-controls="fenetre">Voir le plan</button><p aria-hidden="oui">Ouvert le matin.</p>',
      },
    ],
  }),
  ...casesOf('axe', '11.1', {
    failed: [
      {
        title: 'a field made with a role that has no name',
        body: '<div role="textbox" contenteditable="true" tabindex="0"></div>',
      },
    ],
  }),
  ...casesOf('heading-structure', '9.1', {
    failed: [
      {
        title: 'a heading that asks for its words',
        body: '<h2>[Saisir ici le titre de la partie]</h2><p>Le guichet est ouvert.</p>',
      },
      {
        title: 'what a program says of its failure, in a heading',
        body: '<h2>Warning: count(): Argument 1 in /srv/site/avis.php on line 7</h2><p>Le guichet est ouvert.</p>',
      },
      {
        title: 'a day and an hour for a heading',
        body: '<h2>2026-03-12 09:30 UTC</h2><p>Le guichet est ouvert.</p>',
      },
    ],
    passed: [
      {
        title: 'headings that order something, or begin with a bracket',
        body: '<h2>Ajouter un titre de séjour au dossier</h2><p>Le joindre.</p><h2>[Communiqué] Ouverture du guichet</h2><p>Demain.</p>',
      },
      {
        title: 'a day for a heading, under which are its news',
        body: '<h2>12 mars 2026</h2><p>Le guichet est ouvert.</p>',
      },
    ],
  }),
  ...casesOf('table-headers', '5.7', {
    failed: [
      {
        title: 'a header made with a role, over a column of nothing',
        body: '<div role="table" aria-label="Guichets"><div role="row"><span role="columnheader">Guichet</span> <span role="columnheader">Horaire</span></div><div role="row"><span role="cell">Passeports</span></div></div>',
      },
    ],
    passed: [
      {
        title: 'headers made with roles, over their cells',
        body: '<div role="table" aria-label="Guichets"><div role="row"><span role="columnheader">Guichet</span> <span role="columnheader">Horaire</span></div><div role="row"><span role="rowheader">Passeports</span> <span role="cell">9 h</span></div></div>',
      },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    failed: [
      {
        title: 'a part of the page for the label of a field',
        body: '<form><label>Menu <input name="prenom"></label><button type="button">Envoyer</button></form>',
      },
    ],
    passed: [
      {
        title: 'the same, for a list of pages to choose from',
        body: '<form><label>Menu <select><option>Accueil</option><option>Contact</option></select></label></form>',
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    failed: [
      {
        title: 'a standing message that orders to do it right',
        body: ERRORS('', '<p class="erreur">Veuillez remplir les champs correctement.</p>'),
      },
      {
        title: 'a standing message that tells the field, and not what is wrong',
        body: ERRORS('<span>Valeur non valide pour l’âge.</span>'),
      },
      {
        title: 'a message that screen readers are not told',
        body: ERRORS('<span class="erreur" aria-hidden="true">L’âge doit être un nombre entier.</span>'),
      },
    ],
    passed: [
      {
        title: 'an order that introduces a form',
        body: ERRORS('', '<p>Veuillez remplir les champs correctement.</p>'),
      },
      {
        title: 'a message that tells what is wrong',
        body: ERRORS('<span>Valeur non valide pour l’âge : écrire un nombre entier.</span>'),
      },
      {
        title: 'a message kept from screen readers where it stands, that its field says',
        body: ERRORS(
          '<span class="erreur" id="dit" aria-hidden="true">L’âge doit être un nombre entier.</span>',
        ).replace('id="age"', 'id="age" aria-describedby="dit"'),
      },
    ],
  }),
  ...casesOf('device-motion', '13.12', {
    failed: [
      { title: 'a button that does nothing', body: TILT('<button type="button">Page suivante</button>') },
      {
        title: 'a button out of the screen',
        body: TILT(
          '<button type="button" style="position: absolute; left: -9999px" onclick="rang.textContent++">Page suivante</button>',
        ),
      },
      {
        title: 'a button without a name',
        body: TILT('<button type="button" onclick="rang.textContent++"></button>'),
      },
    ],
  }),
  ...casesOf('focus-visible', '10.7', {
    failed: [
      {
        title: 'an outline of the colour of the page',
        head: '<style>body { background: #fff } .discret:focus { outline-color: #fff }</style>',
        body: '<p><a class="discret" href="/a">Horaires du guichet</a></p>',
      },
    ],
  }),
];
