import { casesOf, type Case } from './case.ts';

const form = (body: string): string =>
  `<form action="/recherche">${body}<button>Envoyer la demande</button></form>`;
const RADIOS =
  '<label><input type="radio" name="q"> Oui</label> <label><input type="radio" name="q"> Non</label>';

export const forms: readonly Case[] = [
  ...casesOf('label-quality', '11.1', {
    failed: [{ title: 'a placeholder alone', body: form('<input placeholder="Numéro de dossier">') }],
    passed: [
      {
        title: 'a label tied to its field',
        body: form('<label for="n">Numéro de dossier</label><input id="n">'),
      },
      {
        title: 'a label and a placeholder',
        body: form('<label>Numéro <input placeholder="2026-118"></label>'),
      },
    ],
    inapplicable: [{ title: 'no field', body: '<p>Rien à remplir.</p>' }],
    doubt: [
      { title: 'a name for screen readers only', body: form('<input aria-label="Numéro de dossier">') },
    ],
  }),
  ...casesOf('label-quality', '11.2', {
    failed: [
      { title: 'a label that says field', body: form('<label>Champ de texte <input></label>') },
      { title: 'a label of signs', body: form('<label>... <input></label>') },
      { title: 'an English one', body: form('<label>Label <input></label>') },
      {
        title: 'the same label twice, side by side',
        body: form('<label>Date <input name="a"></label><label>Date <input name="b"></label>'),
      },
    ],
    passed: [
      { title: 'a label that tells', body: form('<label>Numéro de dossier <input></label>') },
      { title: 'a short one', body: form('<label>Objet <input></label>') },
      {
        title: 'the text of a message, in a group of that name',
        body: form(
          '<fieldset><legend>Écrire un message</legend><label>Objet <input></label><label>Texte <textarea></textarea></label></fieldset>',
        ),
      },
    ],
    doubt: [
      {
        title: 'the same label twice, with a text between',
        body: form(
          '<label>Date <input name="a"></label><p>Pour le retour</p><label>Date <input name="b"></label>',
        ),
      },
    ],
  }),
  ...casesOf('field-grouping', '11.5', {
    failed: [
      { title: 'a question in a paragraph', body: form(`<p>Avez-vous déjà un titre ?</p>${RADIOS}`) },
      { title: 'a question in a heading', body: form(`<h2>Avez-vous déjà un titre ?</h2>${RADIOS}`) },
    ],
    passed: [
      {
        title: 'a fieldset',
        body: form(`<fieldset><legend>Avez-vous déjà un titre ?</legend>${RADIOS}</fieldset>`),
      },
      {
        title: 'a group by its role',
        body: form(
          `<div role="radiogroup" aria-labelledby="t"><p id="t">Avez-vous déjà un titre ?</p>${RADIOS}</div>`,
        ),
      },
      {
        title: 'labels that hold the question',
        body: form(
          '<label><input type="radio" name="q"> Oui, j’ai déjà un titre de séjour</label><label><input type="radio" name="q"> Non, je n’ai pas encore de titre de séjour</label>',
        ),
      },
    ],
  }),
  ...casesOf('field-grouping', '11.6', {
    failed: [
      { title: 'a fieldset without a legend', body: form(`<fieldset>${RADIOS}</fieldset>`) },
      { title: 'an empty legend', body: form(`<fieldset><legend> </legend>${RADIOS}</fieldset>`) },
      { title: 'a group without a name', body: form(`<div role="group">${RADIOS}</div>`) },
    ],
    passed: [
      {
        title: 'a legend',
        body: form(`<fieldset><legend>Avez-vous déjà un titre ?</legend>${RADIOS}</fieldset>`),
      },
      {
        title: 'a fieldset without a field, that says what it frames',
        body: '<fieldset><legend>À savoir</legend><p>Texte encadré.</p></fieldset>',
      },
    ],
  }),
  ...casesOf('field-grouping', '11.7', {
    failed: [
      {
        title: 'a legend that says options',
        body: form(`<fieldset><legend>Options</legend>${RADIOS}</fieldset>`),
      },
    ],
    doubt: [
      {
        title: 'a legend that asks',
        body: form(`<fieldset><legend>Avez-vous déjà un titre ?</legend>${RADIOS}</fieldset>`),
      },
    ],
  }),
  ...casesOf('optgroup', '11.8', {
    failed: [
      {
        title: 'a group of options without a name',
        body: form('<label>Site <select><optgroup><option>Arles</option></optgroup></select></label>'),
      },
    ],
    passed: [
      {
        title: 'a named one',
        body: form(
          '<label>Site <select><optgroup label="Ouest"><option>Arles</option></optgroup></select></label>',
        ),
      },
    ],
  }),
  ...casesOf('autocomplete-missing', '11.13', {
    failed: [
      {
        title: 'an address of mail',
        body: form('<label>Adresse électronique <input type="email" name="m"></label>'),
      },
      { title: 'a name', body: form('<label>Nom <input name="n"></label>') },
      { title: 'an English one', body: form('<label>Phone number <input type="tel"></label>') },
    ],
    passed: [
      {
        title: 'an address of mail that says so',
        body: form('<label>Adresse électronique <input type="email" autocomplete="email"></label>'),
      },
      { title: 'somebody else’s name', body: form('<label>Nom de l’enfant <input name="n"></label>') },
      { title: 'a number of a file', body: form('<label>Numéro de dossier <input name="n"></label>') },
    ],
    doubt: [
      { title: 'one switched off', body: form('<label>Nom <input name="n" autocomplete="off"></label>') },
    ],
  }),
  ...casesOf('button-quality', '11.9', {
    failed: [
      { title: 'a button that says button', body: '<button>Bouton</button>' },
      { title: 'an English one', body: '<input type="button" value="Button">' },
    ],
    passed: [
      { title: 'an action', body: '<button>Rechercher</button>' },
      { title: 'a sign with a name', body: '<button aria-label="Fermer">×</button>' },
    ],
  }),
];
