import { casesOf, type Case } from './case.ts';

const ROWS = '<tr><td>Arles</td><td>12</td></tr><tr><td>Istres</td><td>9</td></tr>';
const HEAD = '<tr><th scope="col">Site</th><th scope="col">Délai en jours</th></tr>';
const LEVELS =
  '<tr><th rowspan="2">Site</th><th colspan="2">Délai</th></tr><tr><th>Été</th><th>Hiver</th></tr><tr><td>Arles</td><td>12</td><td>9</td></tr>';

export const tables: readonly Case[] = [
  ...casesOf('table-headers', '5.6', {
    failed: [
      {
        title: 'figures under words',
        body: `<table><tr><td>Site</td><td>Délai en jours</td></tr>${ROWS}</table>`,
      },
      {
        title: 'a bold first row',
        body: '<table><tr><td><b>Site</b></td><td><b>État</b></td></tr><tr><td>Arles</td><td>ouvert</td></tr><tr><td>Istres</td><td>fermé</td></tr></table>',
      },
    ],
    passed: [
      { title: 'headers declared', body: `<table><caption>Délais</caption>${HEAD}${ROWS}</table>` },
      {
        title: 'headers of rows',
        body: '<table><caption>Horaires</caption><tr><th scope="row">Lundi</th><td>8 h 30</td></tr><tr><th scope="row">Mardi</th><td>9 h</td></tr></table>',
      },
      {
        title: 'a table made of roles',
        body: '<div role="table" aria-label="Délais"><div role="row"><span role="columnheader">Site</span><span role="columnheader">Délai</span></div><div role="row"><span role="cell">Arles</span><span role="cell">12</span></div></div>',
      },
    ],
    doubt: [
      {
        title: 'words under words',
        body: '<table><tr><td>Site</td><td>État</td></tr><tr><td>Arles</td><td>ouvert</td></tr><tr><td>Istres</td><td>fermé</td></tr></table>',
      },
    ],
  }),
  ...casesOf('table-headers', '5.7', {
    failed: [
      {
        title: 'two levels that nothing links',
        body: `<table><caption>Délais, par saison</caption>${LEVELS}</table>`,
      },
    ],
    passed: [
      { title: 'headers with their scope', body: `<table><caption>Délais</caption>${HEAD}${ROWS}</table>` },
    ],
  }),
  ...casesOf('table-caption', '5.4', {
    failed: [
      {
        title: 'a first row over all columns',
        body: `<table><tr><td colspan="2">Délais par site</td></tr>${HEAD}${ROWS}</table>`,
      },
      {
        title: 'a numbered line before',
        body: `<p>Tableau 1 – Délais par site</p><table>${HEAD}${ROWS}</table>`,
      },
    ],
    passed: [
      { title: 'a caption', body: `<table><caption>Délais par site</caption>${HEAD}${ROWS}</table>` },
      { title: 'no title at all', body: `<p>Voici les délais.</p><table>${HEAD}${ROWS}</table>` },
      {
        title: 'a row over all columns in the midst',
        body: `<table>${HEAD}<tr><td colspan="2">Ouest</td></tr>${ROWS}</table>`,
      },
    ],
  }),
  ...casesOf('table-caption', '5.5', {
    failed: [
      {
        title: 'a caption that says table',
        body: `<table><caption>Tableau 1</caption>${HEAD}${ROWS}</table>`,
      },
    ],
    passed: [
      {
        title: 'a caption that tells',
        body: `<table><caption>Délais par site</caption>${HEAD}${ROWS}</table>`,
      },
    ],
  }),
  ...casesOf('complex-table-summary', '5.1', {
    failed: [
      { title: 'two levels and no summary', body: `<table><caption>Délais</caption>${LEVELS}</table>` },
    ],
    passed: [
      { title: 'a simple table', body: `<table><caption>Délais</caption>${HEAD}${ROWS}</table>` },
      {
        title: 'two levels and a summary',
        body: `<table summary="Délais par site, puis par saison">${LEVELS}</table>`,
      },
    ],
  }),
  ...casesOf('complex-table-summary', '5.2', {
    failed: [
      {
        title: 'a summary that repeats the title',
        body: `<table summary="Délais"><caption>Délais</caption>${LEVELS}</table>`,
      },
    ],
    passed: [
      {
        title: 'a summary that tells',
        body: `<table summary="Un site par ligne, son délai à côté"><caption>Délais</caption>${HEAD}${ROWS}</table>`,
      },
    ],
  }),
  ...casesOf('layout-table', '5.8', {
    failed: [
      {
        title: 'a caption in a layout table',
        body: '<table role="presentation"><caption>Menu</caption><tr><td>Un</td><td>Deux</td></tr></table>',
      },
      {
        title: 'header cells in a layout table',
        body: '<table role="none"><tr><th>Un</th><td>Deux</td></tr></table>',
      },
    ],
    passed: [
      { title: 'cells only', body: '<table role="presentation"><tr><td>Un</td><td>Deux</td></tr></table>' },
    ],
    inapplicable: [{ title: 'a data table', body: `<table><caption>Délais</caption>${HEAD}${ROWS}</table>` }],
  }),
  ...casesOf('layout-table', '5.3', {
    failed: [
      {
        title: 'headings side by side',
        body: '<table><tr><td><h2>Préfecture</h2><p>Place.</p></td><td><h2>Sous-préfecture</h2><p>Rue.</p></td></tr></table>',
      },
      {
        title: 'a table in a table',
        body: '<table><tr><td><table><tr><td>Un</td><td>Deux</td></tr></table></td><td>Trois</td></tr></table>',
      },
    ],
    passed: [
      {
        title: 'a role that says so',
        body: '<table role="presentation"><tr><td><h2>Préfecture</h2></td><td><h2>Accueil</h2></td></tr></table>',
      },
    ],
  }),
];
