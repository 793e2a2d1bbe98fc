import * as v from 'valibot';
import { expect, test } from 'vitest';
import { reportSchema } from '../report-schema.ts';
import type { Report } from '../report.ts';
import { withActs } from './acts-fixture.ts';
import { csvReport } from './csv.ts';
import { report } from './fixture.ts';
import { planSentence } from './html-acts.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { summaryFiles } from './summary-files.ts';

const HOSTILE = '<script>alert(1)</script>';

const told = (): Report => withActs(report(), HOSTILE);

const words = (text: string): string => text.replaceAll(/<[^>]*>/g, '').replaceAll(/(?:\s|&nbsp;)+/g, ' ');

test('what people said is in the HTML report, with who said it and until when, and its contents lead there', () => {
  const made = htmlReport(told());
  for (const id of ['avis', 'constats-personne', 'plan']) {
    expect(made).toContain(`<a href="#${id}">`);
    expect(made).toContain(`<h2 id="${id}">`);
  }
  const text = words(made);
  expect(text).toContain('1 défaut est écarté : ni la grille ni les listes à corriger ne le compte.');
  expect(text).toMatch(
    /Accepté\. .* Motif : Assumé .* Par Camille Martin le 24 novembre 2026, jusqu’au 31 janvier 2027/,
  );
  expect(text).toMatch(
    /Plan illisible .*Point ACC-08 · .*constaté par Camille Martin le 24 novembre 2026, comme 2026-T3/,
  );
  expect(text).toMatch(
    /prévue, en retard\. Compléter .*Communication, pour le 1er novembre 2026 À clore : Corrigé\./,
  );
});

test('nothing is said of what nobody said', () => {
  const made = htmlReport(report());
  for (const id of ['avis', 'constats-personne', 'plan']) expect(made).not.toContain(`id="${id}"`);
});

test('the plan is told in one sentence', () => {
  expect(planSentence(told()).replaceAll('\u00A0', ' ')).toBe(
    '1 action, dont 1 en retard et 1 à clore ; 1 écart sans action.',
  );
  expect(planSentence(report()).replaceAll('\u00A0', ' ')).toBe('0 action ; 0 écart sans action.');
});

test('the summary counts it, and a service reads what was seen on its pages', () => {
  const files = new Map([...summaryFiles(told())].map(({ name, html }) => [name, html]));
  const summary = words(files.get('report-summary.html') ?? '');
  expect(summary).toContain('1 défaut écarté par une personne, avec motif et terme.');
  expect(summary).toContain('2 constats d’une personne en plus de ceux de l’audit.');
  expect(summary).toContain('Plan d’amélioration : 1 action, dont');
  const service = words(files.get('report-service-bureau-des-migrations-et-de-l-integration.html') ?? '');
  expect(service).toContain('Plan illisible');
  expect(service).not.toContain('Bruit.');
  expect(words([...summaryFiles(report())][0]?.html ?? '')).not.toContain('Plan d’amélioration');
});

test('each has its table, row by row', () => {
  const tables = new Map(
    [...csvReport(told())].map(({ name, content }) => [name, [...(content as Iterable<string>)].join('')]),
  );
  const rows = (name: string): string[] => (tables.get(name) ?? '').trimEnd().split('\r\n').slice(1);
  expect(rows('report-avis.csv')[0]).toContain('accepté;Assumé');
  expect(rows('report-mes-constats.csv')).toHaveLength(2);
  expect(rows('report-plan.csv')[1]).toContain('Proposé : Réparer.');
});

test('the JSON report is as its schema says, and no text becomes markup', () => {
  const written = JSON.parse([...jsonReport(told())].join('')) as unknown;
  expect(v.parse(reportSchema, written)).toEqual(written);
  for (const html of [htmlReport(told()), ...[...summaryFiles(told())].map((file) => file.html)])
    expect(html).not.toContain('<script>alert');
});
