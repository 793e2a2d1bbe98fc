import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { labelQuality } from './label-quality.ts';

const judge = (html: string): string[] => verdictLine(labelQuality, pageOf(html));

test('a label that says what is asked passes, around its field or tied to it', () => {
  expect(judge('<label for="a">Numéro de dossier</label><input id="a">')).toEqual(['passed']);
  expect(judge('<label>Numéro de dossier <input></label>')).toEqual(['passed']);
});

test('a placeholder alone is no label', () => {
  expect(judge('<input placeholder="Numéro de dossier">')).toEqual(['failed', 'placeholder-only']);
  expect(judge('<label>Numéro <input placeholder="2026-118"></label>')).toEqual(['passed']);
  expect(judge('<input placeholder="Numéro" disabled>')).toEqual(['passed']);
});

test('a label that says nothing fails, in French as in English', () => {
  for (const label of ['Champ', 'Label :', 'Input field', 'Champ 3', '***'])
    expect([label, ...judge(`<label>${label} <input></label>`)]).toEqual([label, 'failed', 'vague-label']);
});

test('a part of the page is nothing to write, and may be something to choose', () => {
  expect(judge('<label>Menu <input></label>')).toEqual(['failed', 'vague-label']);
  expect(judge('<label>Menu <select><option>Accueil</option></select></label>')).toEqual(['passed']);
});

test('what a choice is called may be a word that says nothing of a field', () => {
  expect(judge('<label><input type="radio"> Texte</label>')).toEqual(['passed']);
  expect(judge('<label><input type="radio"> Option 2</label>')).toEqual(['failed', 'vague-label']);
});

test('the text of what a group is called is no vague label', () => {
  const text = '<label>Texte <textarea></textarea></label>';
  expect(judge(text)).toEqual(['failed', 'vague-label']);
  expect(judge(`<fieldset><legend>Écrire un message</legend>${text}</fieldset>`)).toEqual(['passed']);
});

test('a name for screen readers only is looked at by a person, but for a search field', () => {
  expect(judge('<input aria-label="Numéro de dossier">')).toEqual(['cantTell', 'hidden-label']);
  expect(judge('<input type="search" aria-label="Rechercher dans le site">')).toEqual(['passed']);
});

test('two neighbours of one label fail, in two groups or apart they do not', () => {
  const field = (name: string): string => `<label>Nom <input name="${name}"></label>`;
  expect(judge(`<form>${field('a')}${field('b')}</form>`)).toEqual(['failed', 'twin-label']);
  expect(judge(`<form>${field('a')}<p>Enfant</p>${field('b')}</form>`)).toEqual(['cantTell', 'same-label']);
  expect(judge(`<form>${field('a')}<p>${'Lisez bien. '.repeat(40)}</p>${field('b')}</form>`)).toEqual([
    'cantTell',
    'same-label',
  ]);
  expect(judge(`${field('a')}${field('b')}`)).toEqual(['failed', 'twin-label']);
  expect(
    judge(
      `<form><fieldset><legend>Père</legend>${field('a')}</fieldset><fieldset><legend>Mère</legend>${field('b')}</fieldset></form>`,
    ),
  ).toEqual(['passed']);
});

test('a name that has no word of the label shown fails, one that says it otherwise does not', () => {
  const named = (name: string, label = 'Commune *'): string[] =>
    judge(`<label for="a">${label}</label><input id="a" aria-label="${name}">`);
  expect(named('Saisissez une donnée')).toEqual(['failed', 'label-not-in-name']);
  expect(named('Votre commune')).toEqual(['passed']);
  expect(named('Commune (obligatoire)', 'Commune (code ou nom)')).toEqual(['passed']);
});

test('a page without a field is not concerned', () => {
  expect(judge('<input type="hidden"><button>Envoyer</button>')).toEqual(['inapplicable']);
});

test('twins in groups that nothing names fail where all that tells them apart is out of sight', () => {
  const group = (name: string, before = ''): string =>
    `<fieldset>${before}<label>Nom <input name="${name}"></label></fieldset>`;
  const unseen = '<h2 style="display:none">Facturation</h2>';
  expect(judge(group('a') + group('b'))).toEqual(['failed', 'twin-label']);
  expect(judge(group('a') + group('b', unseen))).toEqual(['failed', 'twin-label']);
  expect(judge(group('a') + group('b', '<h2>Facturation</h2>'))).toEqual(['cantTell', 'same-label']);
  expect(judge(group('a') + group('b', `${unseen}<p>À qui facturer</p>`))).toEqual([
    'cantTell',
    'same-label',
  ]);
  expect(judge(group('a') + group('b', '<legend>Facturation</legend>'))).toEqual(['passed']);
});

test('of a label half of which is out of sight, the half that is seen must say something', () => {
  const field = (hidden: string, seen: string): string =>
    `<input name="q" aria-labelledby="b a"><span id="a" hidden>${hidden}</span><button id="b">${seen}</button>`;
  expect(judge(field('Chercher une mairie', 'OK'))).toEqual(['failed', 'vague-label']);
  expect(judge(field('une mairie', 'Chercher'))).toEqual(['cantTell', 'hidden-label']);
});

test('of two fields of one identifier, the label names the first, and a title or a label around the other is its own', () => {
  const field = (more = ''): string => `<label for="a">Commune de naissance</label><input id="a"${more}>`;
  expect(judge(field())).toEqual(['passed']);
  expect(judge(`<form>${field()}</form><form>${field()}</form>`)).toEqual(['failed', 'lost-label']);
  expect(judge(`<p id="a">Votre demande</p>${field()}`)).toEqual(['failed', 'lost-label']);
  expect(judge(`<p id="a">Votre demande</p>${field(' disabled')}`)).toEqual(['passed']);
  expect(judge(`<p id="a">Votre demande</p>${field(' title="Commune de naissance"')}`)).toEqual(['passed']);
  expect(judge('<p id="a">Votre demande</p><label for="a">Commune <input id="a"></label>')).toEqual([
    'passed',
  ]);
});
