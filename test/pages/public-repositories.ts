import { casesOf, type Case } from './case.ts';

/** A field for a file that a sheet hides under a label of its own look. */
const filePicker = (words: string): string =>
  `<style>.f { position: relative; height: 2.5rem } .f input { position: absolute; opacity: 0; width: 100%; height: 100% } .f label { display: block; border: 1px solid #555; padding: .5rem } .f label::after { content: '${words}'; float: right } .f:focus-within { outline: 2px solid #00f }</style><form action="/depot"><div class="f"><input type="file" id="statuts"><label for="statuts">Statuts de l’association</label></div><button>Déposer</button></form>`;
const identity = (id: string, more = ''): string =>
  `<form action="/${id}"><p><label for="courriel">Adresse de courriel</label> <input type="email" id="courriel" autocomplete="email"${more}></p><button>Envoyer</button></form>`;
const menu = `
<nav aria-label="Menu principal"><ul>${['Mairie', 'Écoles', 'Sports', 'Culture', 'Travaux', 'Marchés', 'Agenda', 'Presse', 'Contact'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></nav>`;
const town = (header: string, main: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Les horaires - Commune d’Exemple</title></head><body><header>${header}</header>
<main id="c">${main}</main></body></html>`;
const hours =
  '<p>La mairie ouvre le lundi matin et le jeudi après-midi. <a href="/plan">Voir le plan</a></p>';
const told = (outer: 'form' | 'div'): string =>
  `<${outer}><fieldset><legend>Modération</legend><p>Votre message paraîtra une fois relu par le service.</p></fieldset>${outer === 'form' ? '<p><label for="m">Votre message</label> <textarea id="m"></textarea></p><button>Envoyer</button>' : ''}</${outer}>`;

/** What the templates of French public repositories do, in our own words. */
export const publicRepositories: readonly Case[] = [
  ...casesOf('css-content', '10.2', {
    failed: [
      {
        title: 'what a field for a file takes, told by the sheet alone',
        body: filePicker('Format PDF, deux mégaoctets au plus'),
      },
    ],
    inapplicable: [
      {
        title: 'the button that a sheet draws over the one of a field for a file',
        body: filePicker('Parcourir'),
      },
      { title: 'the same, in more words', body: filePicker('Choisir un fichier…') },
    ],
  }),
  ...casesOf('presentational-markup', '8.9', {
    failed: [{ title: 'a group of fields around a text, out of any form', body: told('div') }],
    doubt: [{ title: 'a part of a form that a legend tells, with no field', body: told('form') }],
  }),
  ...casesOf('skip-links', '12.7', {
    failed: [
      {
        title: 'a long menu after the name of the site, written as a title in the header',
        html: town(`<h1>Commune d’Exemple</h1>${menu}`, `<h1>Les horaires</h1>${hours}`),
      },
    ],
    passed: [
      {
        title: 'the same, with a link to the content before it',
        html: town(
          `<a href="#c">Aller au contenu</a><h1>Commune d’Exemple</h1>${menu}`,
          `<h1>Les horaires</h1>${hours}`,
        ),
      },
    ],
    inapplicable: [
      {
        title: 'a long menu after the content',
        html: town('<p>Commune d’Exemple</p>', `<h1>Les horaires</h1>${hours}${menu}`),
      },
    ],
  }),
  ...casesOf('language-change', '8.7', {
    failed: [
      {
        title: 'a link of a theme that nobody translated',
        before: '<a class="skip-link" href="#contenu">Skip to content</a>',
        body: hours,
      },
    ],
    passed: [
      {
        title: 'the same, said to be in English',
        before: '<a lang="en" class="skip-link" href="#contenu">Skip to content</a>',
        body: hours,
      },
      {
        title: 'such words in a sentence that speaks of them',
        body: '<p>Le thème écrit encore « Skip to content » en tête de page.</p>',
      },
    ],
    inapplicable: [
      { title: 'the same words in French', before: '<a href="#contenu">Aller au contenu</a>', body: hours },
    ],
  }),
  ...casesOf('label-quality', '11.1', {
    failed: [
      {
        title: 'a form written twice, whose second label finds the first field',
        body: `${identity('lettre')}<h2>Nous écrire</h2>${identity('contact')}`,
      },
      {
        title: 'the same, when the first is folded away',
        body: `<div style="display:none">${identity('lettre')}</div><h2>Nous écrire</h2>${identity('contact')}`,
      },
    ],
    passed: [
      {
        title: 'a form written twice, whose second field has a name of its own',
        body: `${identity('lettre')}<h2>Nous écrire</h2>${identity('contact', ' aria-label="Adresse de courriel"')}`,
      },
      {
        title: 'a form written again in a template, that no document holds yet',
        body: `<template>${identity('lettre')}</template><h2>Nous écrire</h2>${identity('contact')}`,
      },
    ],
  }),
];
