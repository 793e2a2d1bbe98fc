import { expect, test } from 'vitest';
import type { StatementFacts } from './read-statement.ts';
import { read } from './testing-read.ts';

const WHOLE = `<h1>Déclaration d’accessibilité</h1>
<p>La préfecture s’engage à rendre son site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.</p>
<p>Elle met en œuvre le schéma pluriannuel 2024-2026 et le plan d’action de l’année 2026.</p>
<h2>État de conformité</h2>
<p>Le site est partiellement conforme avec le RGAA, version 4.1, en raison des non-conformités énumérées ci-dessous.</p>
<h2>Résultats des tests</h2>
<p>L’audit réalisé par une société révèle que 72,5 % des critères sont respectés. Le taux moyen est de 88 %.</p>
<h2>Contenus non accessibles</h2><h3>Non-conformités</h3><p>Des images.</p>
<h2>Établissement de cette déclaration d’accessibilité</h2>
<p>Cette déclaration a été établie le 12 mars 2025. Elle a été mise à jour le 03/04/2026.</p>
<h3>Pages du site ayant fait l’objet de la vérification de conformité</h3>
<ul><li><a href="/">Accueil</a></li><li>Contact</li></ul>
<h2>Retour d’information et contact</h2><p><a href="mailto:a@exemple.fr">Écrire au référent</a></p>
<h2>Voies de recours</h2><p>Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.</p>`;
const statement = (html: string): StatementFacts | null =>
  read(`<main>${html}</main>`, { path: '/Accessibilite' }).statement;

test('a statement that follows the model has each of its parts', () => {
  expect(statement(WHOLE)?.parts).toEqual([
    ...['contact', 'contact-way', 'contents', 'establishment', 'law', 'pages', 'remedies', 'remedies-way'],
    ...['results', 'state'],
  ]);
});

test('level, rate, version and dates are read in sentences', () => {
  expect(statement(WHOLE)).toMatchObject({
    level: 'partiellement',
    rate: 72.5,
    version: '4.1',
    madeOn: { text: 'etablie le 12 mars 2025', date: '2025-03-12' },
    updatedOn: { date: '2026-04-03' },
    plan: { lastYear: 2026 },
    actionPlan: { lastYear: 2026 },
  });
});

test('the pages verified are a list, or the end of a sentence', () => {
  expect(statement(WHOLE)?.pages).toEqual([
    { text: 'Accueil', url: 'https://www.exemple.gouv.fr/' },
    { text: 'Contact', url: null },
  ]);
  expect(
    statement('<p>Pages vérifiées : accueil, contact et aide.</p>')?.pages.map(({ text }) => text),
  ).toEqual([...['accueil', 'contact', 'aide']]);
});

test.each([
  ['75 % des critères du RGAA sont respectés', 75],
  ['100% des 50 critères', 100],
  ['Le taux de conformité est de 61,2 %', 61.2],
  ['50 % des agents sont formés', null],
  ['Le taux moyen est de 88 %', null],
  ['250 % des critères', null],
])('« %s » declares %s', (text, rate) => {
  expect(statement(`<p>${text}.</p>`)?.rate).toBe(rate);
});

test.each([
  ['Ce site est non conforme au RGAA.', 'non'],
  ['Ce site est totalement/partiellement/non conforme.', null],
  ['Voici les contenus non conformes.', null],
  ['Le site vise la conformité.', null],
])('« %s » says the level %s', (text, level) => {
  expect(statement(`<p>${text}</p>`)?.level).toBe(level);
});

test('a page that says nothing has no part, and no other page is a statement', () => {
  expect(statement('<p>Bientôt.</p>')).toEqual({
    ...{ parts: [], level: null, rate: null, version: null, madeOn: null, updatedOn: null },
    ...{ pages: [], plan: null, actionPlan: null },
  });
  expect(read(`<main>${WHOLE.replace(/<h1>.*?<\/h1>/, '')}</main>`).statement).toBeNull();
});

test('the Défenseur des droits is no contact of the site', () => {
  const link = '<a href="https://formulaire.defenseurdesdroits.fr/">Formulaire</a>';
  expect(statement(`<p>Défenseur des droits : ${link}</p>`)?.parts).toEqual(['remedies-way']);
});

test('the results of an audit are read under any title; a share that nobody measured is none', () => {
  const parts = (text: string): readonly string[] | undefined =>
    statement(`<h2>État de conformité</h2><p>${text}</p>`)?.parts;
  expect(parts('L’audit mené par un cabinet révèle que 72 % des critères sont respectés.')).toContain(
    'results',
  );
  expect(parts('Environ 72 % des critères sont respectés.')).not.toContain('results');
  expect(parts('Un audit est prévu.')).not.toContain('results');
});
