import { expect, test } from 'vitest';
import type { Comparison, DefectComparison } from '../compare.ts';
import { defectCounts, itemCounts, sinceWhen } from './change-words.ts';
import { changesOf } from './changes-fixture.ts';
import { comparisonHtml } from './comparison-html.ts';
import { report } from './fixture.ts';
import { htmlReport } from './html.ts';

const comparison = (): Comparison => changesOf(report());

const words = (html: string): string =>
  html
    .slice(html.indexOf('<body>'))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/(?:\s|&nbsp;|\u202f)+/g, ' ');

test('the report says what changed, and its contents lead there', () => {
  const html = htmlReport({ ...report(), changes: comparison() });
  expect(html).toContain('<a href="#changements">');
  expect(words(html)).toContain('Ce qui a changé depuis le 3e trimestre 2026');
  expect(htmlReport(report())).not.toContain('id="changements"');
});

test('what asks for work comes first, with the pages gained, and what is left out is counted', () => {
  const text = words(comparisonHtml(comparison()));
  expect(text.indexOf('1 défaut nouveau Sur')).toBeGreaterThan(0);
  expect(text.indexOf('1 défaut aggravé Sur')).toBeGreaterThan(text.indexOf('1 défaut nouveau Sur'));
  expect(text).toContain('Toujours sur 31 pages.');
  expect(text).toContain('et 6 autres pages (liste complète dans comparaison.json)');
});

test('texts of the site stay texts', () => {
  const made = comparison();
  const [defect] = made.defects;
  const hostile = '"><script>alert(1)</script>';
  const evil = {
    ...(defect as DefectComparison),
    message: hostile,
    gained: [`https://a.fr/${hostile}`, hostile],
  };
  const html = comparisonHtml({ ...made, site: hostile, defects: [evil] });
  expect(html).not.toContain('<script');
});

test('two audits of one quarter are told apart by their days', () => {
  const { before, after } = comparison();
  expect(sinceWhen({ before, after })).toBe('le 3e trimestre 2026');
  expect(sinceWhen({ before: { ...before, campaign: after.campaign }, after })).toBe(
    'l’audit du 24 août 2026',
  );
});

test('counts are agreed with, and the noun is said once', () => {
  const none = {
    new: 0,
    worse: 0,
    same: 0,
    better: 0,
    mended: 0,
    unjudged: 0,
    'newly-judged': 0,
    'set-aside': 0,
  };
  expect(defectCounts(none)).toBe('aucun défaut');
  expect(defectCounts({ ...none, new: 1, mended: 3 })).toBe('1\u00A0défaut nouveau, 3\u00A0corrigés');
  expect(defectCounts({ ...none, unjudged: 2 })).toBe('2\u00A0défauts qui ne sont plus jugés');
  const items = { same: 2, improved: 3, worsened: 1, new: 0, removed: 0, undecided: 0 };
  expect(itemCounts(items)).toBe(
    '3\u00A0points devenus conformes, 1\u00A0devenu non conforme, 2\u00A0inchangés',
  );
});
