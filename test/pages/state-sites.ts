import { casesOf, type Case } from './case.ts';

const SIMPLE =
  '<caption>Marchés en cours</caption><tr><th scope="col">Objet</th><th scope="col">Date limite</th></tr><tr><td>Espaces verts</td><td>12 juillet</td></tr><tr><td>Nettoyage</td><td>3 août</td></tr>';
const PAGES = (previous: string): string =>
  `<nav aria-label="Pages"><ul><li${previous}</li><li>1</li><li><a href="?p=2">2</a></li><li><a href="?p=2">page suivante</a></li></ul></nav>`;
const LOGIN = (star: string): string =>
  `<form><p><label for="n">Nom d’usage ${star}</label> <input id="n"></p><p><label for="c">Commune ${star}</label> <input id="c"></p><p><button>Entrer</button></p></form>`;
const FIELD = (edge: string): string =>
  `<p style="background: #f9f9f9; padding: 9px"><label for="m">Message</label> <textarea id="m" style="border: 1px solid ${edge}; background: #fff"></textarea></p>`;

/** What the software of State services makes: shapes that were taken for faults, and faults beside them. */
export const stateSites: readonly Case[] = [
  ...casesOf('decorative-image-conflict', '1.2', {
    passed: [
      {
        title: 'a picture that is all a link holds',
        body: '<p><a href="/flux"><img src="p.png" alt="" title="Flux"></a></p>',
        files: { 'p.png': '' },
      },
    ],
    failed: [
      {
        title: 'a picture with a tooltip beside the words of its link',
        body: '<p><a href="/flux"><img src="p.png" alt="" title="Flux"> Suivre les nouvelles</a></p>',
        files: { 'p.png': '' },
      },
    ],
  }),
  ...casesOf('complex-table-summary', '5.2', {
    doubt: [
      {
        title: 'a summary that repeats the title of a simple table',
        body: `<table summary="Marchés en cours">${SIMPLE}</table>`,
      },
    ],
  }),
  ...casesOf('axe', '3.2', {
    doubt: [
      {
        title: 'the words of a link that leads nowhere on the first page',
        body: PAGES(' class="disabled"><span style="color: #999">page précédente</span>'),
      },
    ],
    failed: [
      {
        title: 'pale words among links, of no link',
        body: PAGES('><span style="color: #999">douze avis publiés</span>'),
      },
      {
        title: 'a pale link in an item whose class says that it is off',
        body: PAGES(' class="disabled"><a href="?p=0" style="color: #999">page précédente</a>'),
      },
    ],
  }),
  ...casesOf('form-errors', '11.10', {
    doubt: [
      {
        title: 'a star that its tooltip explains',
        body: LOGIN('<span title="Ce champ est requis.">*</span>'),
      },
    ],
    failed: [{ title: 'a star that nothing explains', body: LOGIN('<span>*</span>') }],
  }),
  ...casesOf('autocomplete-missing', '11.13', {
    failed: [
      {
        title: 'an address by mail, told to be required between brackets',
        body: '<form><p><label for="s">Sujet</label> <input id="s"></p><p><label for="e">Votre adresse email [Obligatoire]</label> <input id="e" type="email"></p><p><button>Envoyer</button></p></form>',
      },
    ],
  }),
  ...casesOf('nontext-contrast', '3.3', {
    doubt: [{ title: 'an edge that shows against the white of its field', body: FIELD('#949494') }],
    failed: [{ title: 'an edge that shows on neither side', body: FIELD('#aaa') }],
  }),
  ...casesOf('title-quality', '8.6', {
    doubt: [
      {
        title: 'a page out of order, in other words than its title',
        html: '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Erreur serveur</title></head><body><main><h1>Service indisponible</h1><p>Nous rencontrons une difficulté avec ce téléservice, et nous travaillons pour la résoudre le plus rapidement possible. Merci de revenir dans une heure ou deux, ou de nous joindre au guichet de la préfecture, qui reste ouvert toute la journée du lundi au vendredi.</p></main></body></html>',
      },
    ],
  }),
];
