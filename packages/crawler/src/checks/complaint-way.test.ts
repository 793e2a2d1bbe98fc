import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { readRendered } from '../read.ts';
import { configured, page, proposalOf, rendered, settings, siteLine, siteProblems } from '../testing.ts';
import { read } from '../testing-read.ts';
import { complaintWay } from './complaint-way.ts';

const at = (path: string, main: string): PageFacts =>
  page(read(`<main>${main}</main>`, { path }), { url: `https://www.exemple.gouv.fr${path}` });
const contact = (fields: string): PageFacts =>
  at('/Contact', `<h1>Contact</h1><form>${fields}<textarea></textarea></form>`);
const judge = (...pages: PageFacts[]): string[] => siteLine(complaintWay, pages);

test('an object of the contact form is a way: a button, a list, a group', () => {
  for (const fields of [
    '<label><input type="radio">Une réclamation</label>',
    '<select><option>Question</option><option>Suggestions et réclamations</option></select>',
    '<fieldset><legend>Question, suggestion</legend><input></fieldset>',
  ])
    expect(judge(contact(fields))).toEqual(['passed']);
});

test('the form of a component, shown by the browser, is a way too', () => {
  const shown = readRendered(
    '<html><body><main><textarea></textarea><form><label><input type="radio">Une réclamation</label></form></main></body></html>',
    'https://www.exemple.gouv.fr/Contact',
  );
  expect(judge({ ...contact(''), rendered: rendered({ content: shown }) })).toEqual(['passed']);
});

test('a page of its own is a way, and so is a link to one that was not read', () => {
  expect(judge(contact(''), at('/R', '<h1>Suggestions et réclamations</h1>'))).toEqual(['passed']);
  expect(judge(contact(''), at('/a', '<a href="/R">Faire une réclamation</a>'))).toEqual(['passed']);
});

test('a form without it, on a site without it, fails on the form', () => {
  const pages = [contact('<label><input>Objet</label>'), at('/', '<h1>Accueil</h1>')];
  expect(judge(...pages)).toEqual(['failed', 'no-complaint-way']);
  expect(siteProblems(complaintWay, pages)[0]?.at.url).toBe('https://www.exemple.gouv.fr/Contact');
});

test('words of a text, tax complaints and documents are no way', () => {
  expect(judge(contact('<p>Toute réclamation est lue.</p>'))[0]).toBe('failed');
  expect(judge(contact(''), at('/T', '<h1>Réclamation fiscale</h1>'))[0]).toBe('failed');
  expect(judge(contact(''), at('/a', '<a href="/r.pdf">Arrêté : suggestions du public</a>'))[0]).toBe(
    'failed',
  );
});

test('without a form read, a person opens it; a page on its own owes none', () => {
  const home = at('/', '<h1>Accueil</h1>');
  expect(judge(home)).toEqual(['cantTell', 'unread-form']);
  const given = configured({ pages: { complaints: '/R' } });
  expect(siteProblems(complaintWay, [home], given)[0]?.at.url).toBe('https://www.exemple.gouv.fr/R');
  expect(siteLine(complaintWay, [home], settings({ isSingle: true }))).toEqual(['passed']);
});

test('the way found is shown; without any page, the configuration is asked for', () => {
  const way = contact('<label><input type="radio">Une réclamation</label>');
  expect(proposalOf(complaintWay, 'CTC-02', [way])).toMatchObject({
    answer: 'conforme',
    excerpts: [{ quote: 'Une réclamation' }],
  });
  expect(proposalOf(complaintWay, 'CTC-02', [page()])?.answer).toBe('non_verifie');
  expect(judge(page())).toEqual(['inapplicable']);
});

test('a contact page whose text tells how to complain is for a person to weigh; a mere word is not', () => {
  const form = '<h1>Contact</h1><form><label>Objet <input></label><textarea></textarea></form>';
  const told = at('/Contact', `${form}<p>Pour une réclamation, écrivez à la même adresse.</p>`);
  expect(judge(told)).toEqual(['cantTell', 'told-in-text']);
  expect(judge(at('/Contact', `${form}<p>Nous lisons vos suggestions.</p>`))).toEqual([
    'failed',
    'no-complaint-way',
  ]);
  expect(judge(at('/Contact', `${form}<p>Réclamation fiscale : écrivez au service des impôts.</p>`))).toEqual(
    ['failed', 'no-complaint-way'],
  );
});
