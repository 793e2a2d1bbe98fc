import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { newWindow } from './new-window.ts';

const link = (attributes = '', text = 'Passeport'): string =>
  `<p><a href="/passeport" ${attributes}>${text}</a></p>`;

test('a link that opens a window without saying so is advice, under no criterion', () => {
  expect(verdictOf(newWindow, link('target="_blank"'))).toEqual(['cantTell', 'new-window']);
  expect(verdictOf(newWindow, link('target=" _BLANK" title="Passeport"'))).toEqual([
    'cantTell',
    'new-window',
  ]);
  expect(newWindow.codes['new-window']?.rgaa).toBeUndefined();
});

test.each([
  ['text', link('target="_blank"', 'Passeport (nouvelle fenêtre)')],
  ['hidden text', link('target="_blank"', 'Passeport <span class="sr-only">Nouvel onglet</span>')],
  ['alternative of a picture', link('target="_blank"', 'Passeport <img src="a.png" alt="nouvelle fenêtre">')],
  ['tooltip', link('target="_blank" title="Passeport - nouvelle fenêtre"')],
  ['label', link('target="_blank" aria-label="Passeport, ouvre une nouvelle fenêtre"')],
  ['description', `${link('target="_blank" aria-describedby="w"')}<p id="w">Dans un autre onglet</p>`],
  ['words that follow', '<p><a href="/p" target="_blank">Passeport</a> (nouvelle fenêtre)</p>'],
  ['English words', link('target="_blank"', 'Passport (opens in a new tab)')],
])('one that says so by its %s passes', (_, html) => {
  expect(verdictOf(newWindow, html)).toEqual(['passed']);
});

test.each([
  ['a link of the same window', link()],
  ['a frame’s own window', link('target="_self"')],
  ['a message', '<p><a href="mailto:a@exemple.gouv.fr" target="_blank">Écrire</a></p>'],
  ['a file to keep', link('target="_blank" download')],
  ['a place of the page', '<p><a href="#a" target="_blank">Plus bas</a></p>'],
])('%s opens none', (_, html) => {
  expect(verdictOf(newWindow, html)).toEqual(['passed']);
});
