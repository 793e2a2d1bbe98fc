import { expect, test } from 'vitest';
import { read } from './testing-read.ts';

const mentions = (html: string): unknown[] => read(html).mentions.map(({ text, level }) => [text, level]);

test.each([
  ['Accessibilité : totalement conforme', 'totalement'],
  ['Accessibilité\u00a0: partiellement conforme (73\u00a0%)', 'partiellement'],
  ['ACCESSIBILITÉ: NON CONFORME', 'non'],
  ['Accessibilite non conforme', 'non'],
  ['Accessibilité', null],
  ['Accessibilité : en cours d’audit', null],
])('« %s » is a mention of level %s', (text, level) => {
  expect(read(`<footer><ul><li><a href="/Accessibilite">${text}</a></ul></footer>`).mentions).toMatchObject([
    { level, url: 'https://www.exemple.gouv.fr/Accessibilite', zone: 'footer' },
  ]);
});

test('a mention of 60 characters counts, a longer one is a sentence', () => {
  const text = 'Accessibilité : partiellement conforme ';
  expect(mentions(`<p>${text}${'x'.repeat(60 - text.length)}</p>`)).toHaveLength(1);
  expect(mentions(`<p>${text}${'x'.repeat(61 - text.length)}</p>`)).toHaveLength(0);
});

test('the level may stand beside the link', () => {
  expect(read('<li><a href="/A">Accessibilité</a> : <b>non conforme</b></li>').mentions).toMatchObject([
    { text: 'Accessibilité : non conforme', level: 'non', url: 'https://www.exemple.gouv.fr/A' },
  ]);
});

test('a mention is found in a line of others, linked or not', () => {
  expect(
    mentions(
      '<p><a href=/P>Plan</a> <a href=/A>Accessibilité : non conforme</a> <a href=/M>Mentions</a></p>',
    ),
  ).toEqual([['Accessibilité : non conforme', 'non']]);
  expect(
    mentions('<p><a href=/P>Plan</a> | Accessibilité : non conforme | <a href=/M>Mentions</a></p>'),
  ).toEqual([['Accessibilité : non conforme', 'non']]);
});

test.each([
  '<p>Consultez la page <a href="/Accessibilite">Accessibilité</a> du site.</p>',
  '<h1>Accessibilité : partiellement conforme</h1>',
  '<div class="fr-breadcrumb"><ol><li>Accueil<li>Accessibilité</ol></div>',
  '<li><a href="/ERP">Accessibilité des établissements recevant du public</a></li>',
  '<head><title>Accessibilité</title></head>',
  '<p>Plan du site</p>',
])('%s holds no mention', (html) => {
  expect(mentions(html)).toEqual([]);
});
