import { expect, test } from 'vitest';
import { page, verdictLine } from '../testing.ts';
import { read } from '../testing-read.ts';
import { contactFormFields } from './contact-form-fields.ts';

const MESSAGE = '<label for="m">Votre message</label><textarea id="m"></textarea>';
const judge = (fields: string, title = 'Contact'): string[] => {
  const html = `<header><form><input name="q"></form></header><main><h1>${title}</h1><form>${fields}${MESSAGE}</form></main>`;
  return verdictLine(
    contactFormFields,
    page(read(html, { path: '/page' }), { url: 'https://www.exemple.gouv.fr/page' }),
  );
};

test('fields with a label, around or beside, or a name for assistive technologies pass', () => {
  expect(
    judge('<label>Nom <input></label><label for="e">Courriel</label><input id="e" placeholder="a@b.fr">'),
  ).toEqual(['passed']);
  expect(judge('<input aria-label="Votre nom">')).toEqual(['passed']);
});

test('a field that nothing names fails', () => {
  expect(judge('<p>Nom</p><input name="nom">')).toEqual(['failed', 'no-label']);
});

test('a field that only a vanishing hint names fails', () => {
  expect(judge('<input placeholder="Votre nom">')).toEqual(['failed', 'hint-only']);
});

test('a label that says nothing is for a person to look at', () => {
  expect(judge('<label>Champ 1 <input></label>')).toEqual(['cantTell', 'vague-label']);
});

test('a field that asks nothing, and the search of the header, are not judged', () => {
  expect(judge('<input type="hidden"><input disabled>')).toEqual(['passed']);
});

test('other forms and other pages are not concerned', () => {
  expect(judge('<input>', 'Lettre d’information')).toEqual(['inapplicable']);
  const search = page(read('<main><h1>Contact</h1><form><input></form></main>', { path: '/Contact' }));
  expect(verdictLine(contactFormFields, search)).toEqual(['inapplicable']);
});
