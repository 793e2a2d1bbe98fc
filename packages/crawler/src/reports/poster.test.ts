import type { PublishedIndicator, Results } from '@qualepref/core';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../chromium.ts';
import { posters } from './poster.ts';

const TODAY = '2027-01-15';
const SUSPENDED = {
  fr: 'Le suivi a été suspendu de mars à juin 2026 : travaux. Ces mois ne sont pas comptés.',
};

const line = (over: Partial<PublishedIndicator> = {}): PublishedIndicator => ({
  ...{ id: 'mail.taux', label: { fr: 'Courriels traités dans le délai' }, unit: 'aix', period: '2026' },
  ...{ value: { numerator: 1196, denominator: 1210 }, sampleSize: 1210, target: 0.95, status: 'met' },
  ...{ footnotes: [], source: 'Tableau de suivi' },
  ...over,
});

const results = (indicators: readonly PublishedIndicator[], over: Partial<Results> = {}): Results => ({
  ...{ schemaVersion: 1, publishedOn: '2027-01-15' },
  label: {
    ...{ name: 'Qual-e-Pref', scope: { fr: 'l’accueil général' }, modules: [1], start: '2025-02' },
    end: '2028-02',
  },
  units: [
    { id: 'prefecture', name: 'préfecture' },
    { id: 'aix', name: 'sous-préfecture d’Aix-en-Provence' },
  ],
  indicators: [...indicators],
  ...over,
});

/** What a reader reads on the only poster, on one line. */
function textOf(made: Results, today = TODAY): string {
  const [poster] = posters(made, today);
  return (poster?.html ?? '')
    .replace(/^.*<body>/s, '')
    .replace(/<sup>.*?<\/sup>/gs, ' [note]')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replace(/[\s\u00A0\u202F]+/g, ' ');
}

const FIVE: readonly PublishedIndicator[] = [
  line({ footnotes: [SUSPENDED], previous: { period: '2025', value: { rate: 0.94 } }, trend: 'better' }),
  line({
    id: 'mail.delai',
    label: { fr: 'Délai moyen de réponse aux courriels' },
    value: { days: 2.4 },
    target: 5,
  }),
  line({ id: 'courrier.taux', value: { numerator: 21, denominator: 25 }, status: 'missed' }),
  line({ id: 'sat.theme', of: { theme: 'attente' }, value: { rate: 0.784 }, sampleSize: 312 }),
  line({ id: 'tel.taux', value: null, footnotes: [SUSPENDED] }),
];

test('each unit that has results has its poster, the others none', () => {
  expect(posters(results([line(), line({ unit: 'prefecture' })]), TODAY).map(({ unit }) => unit)).toEqual([
    ...['prefecture', 'aix'],
  ]);
  expect(posters(results([]), TODAY)).toEqual([]);
});

test('a rate is told with its counts, its target and what it was before', () => {
  expect(textOf(results(FIVE.slice(0, 1)))).toContain(
    '98,8 % [note] Courriels traités dans le délai Objectif : 95 %, ✓ atteint. 1 196 sur 1 210 cas. 2025 : 94 % (en progrès).',
  );
});

test('a target that is missed is said in words', () => {
  expect(textOf(results(FIVE.slice(2, 3)))).toContain('Objectif : 95 %, ✗ pas atteint.');
});

test('means, points and counts have their units, and the sample that they rest on', () => {
  const text = textOf(
    results([
      line({ value: { days: 1 }, target: 5 }),
      line({ id: 'b', value: { points: -20.5 }, sampleSize: 300, target: 10 }),
      line({ id: 'c', value: { count: 12_500 }, target: 13_000 }),
    ]),
  );
  for (const said of [
    '1 jour ',
    'Objectif : 5 jours,',
    '−20,5 points',
    'Mesuré sur 300 cas.',
    '12 500',
    '13 000',
  ])
    expect(text).toContain(said);
  const bare = { id: 'd', label: { fr: 'Points numériques' }, unit: 'aix', period: '2026', footnotes: [] };
  expect(textOf(results([{ ...bare, value: { count: 4 } }]))).toContain(
    '4 Points numériques Le label porte sur : l’accueil général. Résultats publiés le 15 janvier 2027. ',
  );
});

test('a suspended follow-up is said, and its note stands once at the foot', () => {
  const text = textOf(results(FIVE));
  expect(text).toContain('Suivi suspendu [note]');
  expect(text.match(/Le suivi a été suspendu/g)).toHaveLength(1);
});

test('of an indicator, the last period is shown, which is said once when all have the same', () => {
  const text = textOf(results([line({ period: '2025', value: { rate: 0.5 } }), line()]));
  expect(text).toContain('Période : 2026.');
  expect(text).not.toContain('50 %');
  const two = textOf(results([line(), line({ id: 'b', period: '2026-T4' })]));
  expect(two).not.toContain('Période :');
  expect(two).toContain('4e trimestre 2026');
});

test('the label is said to be what it is on that day, and nothing is said without one', () => {
  expect(textOf(results([line()]))).toContain('Label Qual-e-Pref valable jusqu’en février 2028.');
  expect(textOf(results([line()]), '2028-03-01')).toContain('Label Qual-e-Pref échu');
  const { label: _, ...without } = results([line()]);
  expect(textOf(without)).not.toContain('label');
});

test('no picture, no logo, nothing from elsewhere', () => {
  const [poster] = posters(results(FIVE), TODAY);
  expect(poster?.html).not.toMatch(/<img|<svg|https?:/);
  expect(poster?.html).toContain('default-src &#39;none&#39;');
});

test('what a results file says stays text', () => {
  const hostile = '<script>globalThis.pwned = 1</script>\u202E';
  const [poster] = posters(
    results([line({ label: { fr: hostile }, footnotes: [{ fr: hostile }], source: hostile })]),
    TODAY,
  );
  expect(poster?.html).not.toContain('<script');
  expect(poster?.html).not.toContain('\u202E');
});

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const path = findChromium();
  browser = await chromium.launch(path === undefined ? {} : { executablePath: path });
  page = await browser.newPage();
  await page.setContent(posters(results(FIVE), TODAY)[0]?.html ?? '');
});
afterAll(() => browser.close());

test('axe finds nothing on a poster', async () => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('five indicators stand on one A4 sheet, in letters that are read at two metres', async () => {
  await page.emulateMedia({ media: 'print' });
  const points = await page.evaluate(() =>
    ['h2', '.figure', '.about', 'footer'].map((name) => {
      const found = document.querySelector(name);
      return found ? Math.round(parseFloat(getComputedStyle(found).fontSize) * 0.75) : 0;
    }),
  );
  expect(points).toEqual([20, 42, 16, 12]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('nothing scrolls sideways at 320 px', async () => {
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
});
