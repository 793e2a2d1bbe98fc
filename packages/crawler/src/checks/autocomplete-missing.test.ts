import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { pageProblems, verdictLine } from '../testing.ts';
import { autocompleteMissing } from './autocomplete-missing.ts';

const judge = (label: string, attributes = ''): string[] =>
  verdictLine(autocompleteMissing, pageOf(`<form><label>${label} <input ${attributes}></label></form>`));

test('a field that asks who the reader is must let the browser fill it in', () => {
  for (const label of [
    'Nom',
    'Votre prénom *',
    'Adresse électronique (obligatoire)',
    'Téléphone :',
    'E-mail',
    'Mél',
    'Votre adresse de messagerie',
    'Votre adresse email [Obligatoire]',
    'First name',
  ])
    expect([label, ...judge(label)]).toEqual([label, 'failed', 'missing']);
  expect(judge('Nom', 'autocomplete="family-name"')).toEqual(['passed']);
});

test('a name asked alone is the whole name, beside a first name that of the family', () => {
  const values = (fields: string): unknown[] =>
    pageProblems(autocompleteMissing, pageOf(`<form>${fields}</form>`)).map(({ params }) => params['value']);
  expect(values('<label>Votre nom <input></label>')).toEqual(['name']);
  expect(values('<label>Nom de famille <input></label>')).toEqual(['family-name']);
  expect(values('<label>Nom <input></label><label>Prénom <input></label>')).toEqual([
    'family-name',
    'given-name',
  ]);
});

test('a value of another kind than what is asked fails, one of the same kind does not', () => {
  expect(judge('Nom', 'autocomplete="email"')).toEqual(['failed', 'other-value']);
  expect(judge('Téléphone', 'autocomplete="home street-address"')).toEqual(['failed', 'other-value']);
  expect(judge('Nom', 'autocomplete="name"')).toEqual(['passed']);
  expect(judge('Téléphone', 'autocomplete="work tel-national"')).toEqual(['passed']);
  expect(judge('E-mail', 'autocomplete="username"')).toEqual(['passed']);
  expect(judge('Nom', 'autocomplete="whatever"')).toEqual(['passed']);
  const alone = pageOf('<label>Nom <input autocomplete="email"></label>');
  expect(verdictLine(autocompleteMissing, alone)).toEqual(['failed', 'other-value']);
});

test('one that is switched off is for a person to weigh', () => {
  expect(judge('Nom', 'autocomplete="off"')).toEqual(['cantTell', 'switched-off']);
});

test('what is about somebody or something else is not concerned', () => {
  for (const label of ['Nom de l’enfant', 'Nom du chien', 'Numéro de dossier', 'E-mail du service', 'Objet'])
    expect([label, ...judge(label)]).toEqual([label, 'inapplicable']);
  expect(judge('Nom', 'readonly')).toEqual(['inapplicable']);
  expect(verdictLine(autocompleteMissing, pageOf('<label>Nom <input></label>'))).toEqual(['inapplicable']);
});

test('in a form that asks about other people too, one is for a person to weigh', () => {
  const form = (other: string): string[] =>
    verdictLine(
      autocompleteMissing,
      pageOf(`<form><label>Nom <input></label><label>${other} <input></label></form>`),
    );
  expect(form('Nom complet du père')).toEqual(['cantTell', 'maybe-missing']);
  expect(form('Objet')).toEqual(['failed', 'missing']);
});

test('a postal code asked alone may be that of a place to look for', () => {
  expect(judge('Code postal')).toEqual(['cantTell', 'place-alone']);
  const form = '<form><label>Code postal <input></label><label>Objet <input></label></form>';
  expect(verdictLine(autocompleteMissing, pageOf(form))).toEqual(['failed', 'missing']);
});
