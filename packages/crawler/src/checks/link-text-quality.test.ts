import { expect, test } from 'vitest';
import { shownVerdictOf, verdictOf } from '../testing-read.ts';
import { linkTextQuality } from './link-text-quality.ts';

test('a link that tells where it leads passes, alone or by what is around it', () => {
  expect(verdictOf(linkTextQuality, '<p><a href="/a">Passeport</a></p>')).toEqual(['passed']);
  expect(verdictOf(linkTextQuality, '<p>Pour le passeport, <a href="/a">cliquez ici</a></p>')).toEqual([
    'passed',
  ]);
  expect(verdictOf(linkTextQuality, '<p><a href="/a" title="Le passeport">ici</a></p>')).toEqual([
    'cantTell',
    'title-drops-text',
  ]);
});

test('one that says nothing fails where nothing else tells', () => {
  expect(verdictOf(linkTextQuality, '<p>Texte.</p><p><a href="/a">Cliquez ici</a></p>')).toEqual([
    'failed',
    'vague',
  ]);
  expect(verdictOf(linkTextQuality, '<p>Pour en savoir plus, <a href="/a">click here</a></p>')).toEqual([
    'failed',
    'vague',
  ]);
  expect(verdictOf(linkTextQuality, '<p><a href="/a">…</a></p>')).toEqual(['failed', 'no-word']);
});

test('a name of a file is for a person to look at, a sentence that ends like one is not', () => {
  const judge = (name: string): string[] => verdictOf(linkTextQuality, `<p><a href="/a.pdf">${name}</a></p>`);
  expect(judge('CP_2026_11.pdf')).toEqual(['cantTell', 'file-name']);
  expect(judge('scan0004.pdf')).toEqual(['cantTell', 'file-name']);
  expect(judge('Arrêté du 4 mai.pdf')).toEqual(['passed']);
  expect(judge('Plan de la préfecture.pdf')).toEqual(['passed']);
});

test('a format tells how a document is made, not which one it is', () => {
  const list = '<ul><li><a href="/a.csv">CSV</a></li><li><a href="/a.ods">ODS</a></li></ul>';
  const judge = (html: string): string[] => verdictOf(linkTextQuality, html);
  expect(judge(`<p>Effectifs</p>${list}`)).toEqual(['failed', 'vague', 'vague']);
  expect(judge(`<p>Télécharger les effectifs :</p>${list}`)).toEqual([
    'cantTell',
    'vague-after-heading',
    'vague-after-heading',
  ]);
  expect(judge(`<ul><li>Effectifs ${list}</li></ul>`)).toEqual(['passed']);
});

test('a link made with a role must tell where it leads too', () => {
  const judge = (text: string): string[] =>
    verdictOf(linkTextQuality, `<p>Texte.</p><div role="link" tabindex="0">${text}</div>`);
  expect(judge('En savoir plus')).toEqual(['failed', 'vague']);
  expect(judge('Horaires')).toEqual(['passed']);
});

test('what only points is told by its own line, not by the block around', () => {
  const judge = (text: string): string[] =>
    verdictOf(linkTextQuality, `<div><p>Le guichet a changé d’adresse.</p><a href="/a">${text}</a></div>`);
  expect(judge('Ici')).toEqual(['failed', 'vague']);
  expect(judge('Lire la suite')).toEqual(['passed']);
  expect(
    verdictOf(
      linkTextQuality,
      '<div><p>Texte.</p>Pour voir la nouvelle adresse : <a href="/a">ici</a></div>',
    ),
  ).toEqual(['passed']);
});

test('an arrow alone is no word, a drawing may be', () => {
  expect(verdictOf(linkTextQuality, '<p><a href="/a">&gt;</a></p>')).toEqual(['failed', 'no-word']);
  expect(verdictOf(linkTextQuality, '<p>Page des résultats <a href="/a">→</a></p>')).toEqual(['passed']);
  expect(verdictOf(linkTextQuality, '<p><a href="/a">☎</a></p>')).toEqual(['passed']);
});

test('a heading right before may tell', () => {
  expect(verdictOf(linkTextQuality, '<h2>Passeport</h2><p><a href="/a">ici</a></p>')).toEqual([
    'cantTell',
    'vague-after-heading',
  ]);
  expect(
    verdictOf(
      linkTextQuality,
      '<h1>Passeport</h1><p>La demande se fait en ligne, et coûte 86 euros.</p><p><a href="/a">ici</a></p>',
    ),
  ).toEqual(['failed', 'vague']);
});

test('two links of one name and several targets fail side by side, unless their addresses look alike', () => {
  expect(
    verdictOf(linkTextQuality, '<p><a href="/aide">Guide</a> <a href="/passeport">Guide</a></p>'),
  ).toEqual(['failed', 'same-name']);
  expect(verdictOf(linkTextQuality, '<p><a href="/aide">Guide</a> <a href="/aide2">Guide</a></p>')).toEqual([
    'cantTell',
    'maybe-same-name',
  ]);
  expect(verdictOf(linkTextQuality, '<p><a href="/aide">Guide</a> <a href="/aide/">Guide</a></p>')).toEqual([
    'passed',
  ]);
});

test('names that their signs tell apart are several', () => {
  const judge = (one: string, other: string): string[] =>
    verdictOf(linkTextQuality, `<p><a href="/norme">${one}</a> <a href="/outil">${other}</a></p>`);
  expect(judge('C', 'C++')).toEqual(['passed']);
  expect(judge('C++', 'C#')).toEqual(['passed']);
  expect(judge('C++', 'C++')).toEqual(['failed', 'same-name']);
  expect(judge('Guide', 'Guide !')).toEqual(['failed', 'same-name']);
});

test('a tooltip left as the model of the page has it fails; one that says the link besides is for a person to read', () => {
  const home = (title: string): readonly string[] =>
    verdictOf(linkTextQuality, `<p><a href="/a" title="${title}">Agence des eaux</a></p>`);
  expect(home('Accueil - [À MODIFIER - Nom du site] - Agence des eaux')).toEqual([
    'cantTell',
    'title-half-written',
  ]);
  expect(home('Accueil - [À MODIFIER - Nom du site]')).toEqual(['failed', 'title-unwritten']);
  expect(home('${titleOf(page)} - nouvelle fenêtre')).toEqual(['failed', 'title-unwritten']);
  expect(home('[url - à modifier]')).toEqual(['failed', 'title-unwritten']);
  expect(home('Agence des eaux [formulaire à modifier]')).toEqual(['passed']);
});

test('one address that is asked for two things leads to two places, asked in two ways to one', () => {
  const judge = (one: string, other: string): string[] =>
    verdictOf(linkTextQuality, `<p><a href="aide?${one}">Guide</a> <a href="aide?${other}">Guide</a></p>`);
  expect(judge('id=4', 'id=9')).toEqual(['failed', 'same-name']);
  expect(judge('lang=fr&amp;article=4', 'article=9&amp;lang=fr')).toEqual(['failed', 'same-name']);
  expect(judge('id=4', 'id=4&amp;from=haut')).toEqual(['passed']);
  expect(judge('tri=date', 'tri=nom')).toEqual(['passed']);
  expect(judge('id=', 'id=9')).toEqual(['passed']);
});

test('a whole address is for a person to weigh', () => {
  expect(
    verdictOf(
      linkTextQuality,
      '<p>Voir <a href="/a">https://www.exemple.gouv.fr/Demarches/Papiers/Passeport</a></p>',
    ),
  ).toEqual(['cantTell', 'bare-address']);
});

test('the name holds the text shown, whatever completes it', () => {
  expect(
    shownVerdictOf(linkTextQuality, '<p><a href="/a" aria-label="x" qp-name="Démarche">Passeport</a></p>'),
  ).toEqual(['failed', 'label-not-in-name']);
  expect(
    shownVerdictOf(
      linkTextQuality,
      '<p><a href="/a" aria-label="x" qp-name="Passeport : renouveler">Passeport</a></p>',
    ),
  ).toEqual(['passed']);
  expect(
    shownVerdictOf(linkTextQuality, '<p><a href="/a" aria-label="x" qp-name="Fermer">×</a></p>'),
  ).toEqual(['passed']);
});

test('the links of a bar of pages are understood', () => {
  const bar = '<p><a href="/1">Précédent</a></p><p><a href="/3">Suivant</a></p>';
  expect(verdictOf(linkTextQuality, bar)).toEqual(['passed']);
});

test('links of one vague name in a column fail when an ordinary cell alone tells them apart', () => {
  const table = (row: (at: number) => string, head = '<tr><th>Acte</th><th>Document</th></tr>'): string[] =>
    verdictOf(linkTextQuality, `<table>${head}${row(1)}${row(2)}</table>`);
  const link = (at: number): string => `<a href="/d${String(at)}">Télécharger</a>`;
  expect(table((at) => `<tr><td>Acte ${String(at)}</td><td>${link(at)}</td></tr>`)).toEqual([
    'failed',
    'vague-in-column',
    'vague-in-column',
  ]);
  expect(table((at) => `<tr><th>Chasse ${String(at)}</th><td>${link(at)}</td></tr>`)).toEqual(['passed']);
  expect(table((at) => `<tr><td>Acte ${String(at)}</td><td>${link(1)}</td></tr>`)).toEqual(['passed']);
  expect(table((at) => `<tr><td>Acte ${String(at)}</td><td>Chasse : ${link(at)}</td></tr>`)).toEqual([
    'passed',
  ]);
  expect(
    table(
      (at) => `<tr><th colspan="2">Chasse ${String(at)}</th></tr><tr><td>a</td><td>${link(at)}</td></tr>`,
    ),
  ).toEqual(['passed']);
  expect(
    table((at) => `<tr><td id="a">Acte ${String(at)}</td><td headers="a">${link(at)}</td></tr>`),
  ).toEqual(['passed']);
});
