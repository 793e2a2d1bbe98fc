import { expect, test } from 'vitest';
import type { PageFacts, Zone } from '../facts.ts';
import { feedSheet, sheetHtml } from '../sheet-testing.ts';
import { link, OPENING, page, pageProblems, rendered, sheet, verdictLine } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetView } from './sheet-view.ts';

const VIEW = 'https://www.exemple.gouv.fr/Fiches#!/particuliers/page/F1342';
const shown = (inside: string): PageFacts => pageOf(sheetHtml(feedSheet(), { inside: `<p>${inside}</p>` }));
const judge = (inside: string): string[] => verdictLine(sheetView, shown(inside));

test('a sheet that reads well passes', () => {
  expect(verdictLine(sheetView, pageOf(sheetHtml(feedSheet())))).toEqual(['passed']);
});

test.each([
  'Le &lt;strong&gt;titre&lt;/strong&gt; est remis.',
  'Le &lt;LienInterne LienPublication="F12"&gt; est remis.',
  'L&amp;eacute;tat civil',
  'Il coûte 25&amp;nbsp;€.',
  'Bonjour {{nom}}',
  '[object Object]',
  'Vérifié le modified 2016-12-13',
])('raw code fails: %s', (inside) => {
  expect(judge(inside)).toEqual(['failed', 'raw-markup']);
});

test.each([
  'Coût : € par personne',
  'La carte coûte  €.',
  'undefined',
  'Valable ans',
  'Il est valable pendant mois entiers',
])('a missing value fails: %s', (inside) => {
  expect(judge(inside)).toEqual(['failed', 'empty-value']);
});

test.each(['F1342', '(N358)'])('the number of a sheet alone fails: %s', (inside) => {
  expect(judge(inside)).toEqual(['failed', 'lone-number']);
});

test.each([
  'Si x &lt; 18 ans et y > 3',
  'Montant (€)',
  'Prix en €',
  'Coût : 25 €',
  'Dupont &amp; fils',
  'Valable 10 ans',
  'Fiche F1342 de Service-Public',
  'Un contrat nul et non avenu',
  'Âge : 3 ans',
])('a sound text is no fault: %s', (inside) => {
  expect(judge(inside)).toEqual(['passed']);
});

test('the same kind of fault is told once a sheet', () => {
  const problems = pageProblems(sheetView, shown('&lt;p&gt; un</p><p>&lt;p&gt; deux'));
  expect(problems.map(({ at }) => at.quote)).toEqual(['<p>']);
});

test('long texts of signs take no time', () => {
  expect(judge('&lt;p '.repeat(8_000))).toEqual(['passed']);
  expect(judge('&amp;'.repeat(8_000) + '{{'.repeat(8_000))).toEqual(['passed']);
});

interface Host {
  readonly filled?: boolean;
  /** Zone of its link to Service-Public; `null` for none. */
  readonly fallback?: Zone | null;
  /** Errors of scripts as the view was opened, and as its page was. */
  readonly errors?: readonly string[];
  readonly pageErrors?: readonly string[];
}
const hosting = ({ filled = true, fallback = 'main', errors, pageErrors = [] }: Host = {}): PageFacts => {
  const view = { url: VIEW, filled, sheet: sheet({ number: 'F1342' }), passages: [], links: [] };
  const seen = rendered({
    opening: { ...OPENING, errors: pageErrors },
    sheetViews: [errors ? { ...view, errors } : view],
  });
  return page(
    {
      views: [VIEW],
      links:
        fallback === null
          ? []
          : [link({ kind: 'external', url: 'https://www.service-public.gouv.fr/', zone: fallback })],
    },
    { rendered: seen },
  );
};

test('a widget that stayed empty is for a person to open', () => {
  expect(verdictLine(sheetView, hosting())).toEqual(['passed']);
  expect(verdictLine(sheetView, hosting({ filled: false }))).toEqual(['cantTell', 'view-blank']);
});

test('a widget whose own script stopped on an error fails, not one with an error of the whole page', () => {
  const errors = ['SyntaxError: Unexpected token'];
  expect(verdictLine(sheetView, hosting({ filled: false, errors }))).toEqual(['failed', 'view-broken']);
  expect(verdictLine(sheetView, hosting({ filled: false, errors, pageErrors: errors }))).toEqual([
    'cantTell',
    'view-blank',
  ]);
  expect(verdictLine(sheetView, hosting({ errors }))).toEqual(['passed']);
});

test('a widget without a link of its page for who has no script fails, but not the display of the sheet', () => {
  expect(verdictLine(sheetView, hosting({ fallback: null }))).toEqual(['failed', 'no-fallback']);
  expect(verdictLine(sheetView, hosting({ fallback: 'footer' }))).toEqual(['failed', 'no-fallback']);
  expect(verdictLine(sheetView, hosting({ fallback: 'body' }))).toEqual(['passed']);
  expect(sheetView.codes['no-fallback']?.items).toEqual([]);
});

test('a widget that nobody opened says nothing of the sheets', () => {
  const host = page({ views: [VIEW] });
  expect(sheetView.scope === 'page' && sheetView.judges?.(host as never, {} as never)).toEqual([]);
});

test('a page that shows no sheet is not concerned, whatever it holds', () => {
  expect(verdictLine(sheetView, pageOf('<main><p>Code : &lt;p&gt;</p></main>'))).toEqual(['inapplicable']);
});
