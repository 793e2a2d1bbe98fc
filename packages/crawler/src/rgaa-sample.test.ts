import { expect, test } from 'vitest';
import { chooseRgaaSample } from './rgaa-sample.ts';
import type { MandatoryName, Survey, SurveyRow } from './rgaa-survey.ts';

const SITE = 'https://www.exemple.gouv.fr';
const row = (path: string, partial: Partial<SurveyRow> = {}): SurveyRow => ({
  ...{ url: SITE + path, title: path.slice(1), kind: 'other', depth: 1, template: 't', features: [] },
  ...{ rubric: (path.split('/')[1] ?? '').toLowerCase(), isRendered: false, document: null },
  ...partial,
});
const sampleOf = (rows: readonly SurveyRow[], named: readonly [MandatoryName, string][] = []): string[] =>
  chooseRgaaSample(surveyOf(rows, named), SITE).entries.map(
    ({ url, why }) => `${url.slice(SITE.length)} ${why}`,
  );
const surveyOf = (rows: readonly SurveyRow[], named: readonly [MandatoryName, string][] = []): Survey => ({
  rows,
  named: new Map(named.map(([name, path]) => [name, SITE + path])),
  statement: null,
});

test('the pages that the method names come first, under its names; the others are told missing', () => {
  const { entries, missing } = chooseRgaaSample(
    surveyOf(
      [row('/c'), row('/')],
      [
        ['Accueil', '/'],
        ['Contact', '/c'],
      ],
    ),
    SITE,
  );
  expect(entries.map(({ name }) => name)).toEqual(['Accueil', 'Contact']);
  expect(missing).toEqual(['Mentions légales', 'Accessibilité', 'Plan du site', 'Aide', 'Authentification']);
});

test('each rubric of two pages or more has one, and each template', () => {
  const sample = sampleOf([
    row('/a/1'),
    row('/a/2'),
    row('/b/1'),
    row('/b/2'),
    row('/seule', { template: 'u' }),
  ]);
  expect(sample).toHaveLength(4);
  expect(sample.join()).toMatch(
    /a\/\d une page de la rubrique «\u00A0a\u00A0».*b\/\d une page de la rubrique «\u00A0b\u00A0»/,
  );
  expect(sample[2]).toBe('/seule une page de ce modèle');
  expect(sample[3]).toMatch(/tirée au sort$/);
});

test('forms, tables and media are there, unless a page chosen has one', () => {
  const rows = [
    row('/a/1'),
    row('/a/2'),
    row('/f', { features: ['form'] }),
    row('/t', { features: ['table', 'form'] }),
  ];
  expect(sampleOf(rows).filter((line) => /formulaire|tableau/.test(line)).length).toBeGreaterThan(0);
  const home = row('/', { features: ['form', 'table'] });
  expect(sampleOf([home, ...rows], [['Accueil', '/']]).join()).not.toMatch(/formulaire|tableau/);
});

test('a document of each rubric is there, once', () => {
  const rows = [row('/a/1', { document: `${SITE}/d.pdf` }), row('/a/2', { document: `${SITE}/d.pdf` })];
  expect(sampleOf(rows).filter((line) => line.startsWith('/d.pdf'))).toEqual([
    '/d.pdf un document à télécharger de chaque rubrique',
  ]);
});

test('the same site gives the same sample whatever the order, and a new page moves little', () => {
  const rows = Array.from({ length: 60 }, (_, i) => row(`/r${String(i % 6)}/${String(i)}`));
  const sample = sampleOf(rows);
  expect(sampleOf(rows.toReversed())).toEqual(sample);
  const kept = sampleOf([...rows, row('/r0/new')]).filter((line) => sample.includes(line));
  expect(kept.length).toBeGreaterThanOrEqual(sample.length - 1);
});

test('a page that a browser opened is preferred', () => {
  expect(sampleOf([row('/a/1'), row('/a/2', { isRendered: true }), row('/a/3')])[0]).toContain('/a/2');
});
