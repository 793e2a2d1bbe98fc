import { expect, test } from 'vitest';
import type { FeedSheet } from '../feed-sheet.ts';
import { feedOf, feedSheet, NATIONAL, paragraph, sheetHtml } from '../sheet-testing.ts';
import { page, pageProblems, settings, verdictLine } from '../testing.ts';
import { pageOf } from '../testing-read.ts';
import { sheetText } from './sheet-text.ts';

const [FIRST = '', COST = '', VALIDITY = '', PAPERS = ''] = NATIONAL;
const LONG =
  'La demande est déposée par la personne elle-même, ou par ses parents quand elle n’a pas dix-huit ans.';
const html = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');
interface Case {
  readonly inside?: string;
  readonly date?: string;
  readonly local?: string;
  readonly source?: Partial<FeedSheet>;
}
const facts = ({
  source,
  ...shown
}: Case): readonly [ReturnType<typeof pageOf>, ReturnType<typeof settings>] => [
  pageOf(sheetHtml(feedSheet(), shown)),
  settings({ feed: feedOf([feedSheet(source)]) }),
];
const judge = (shown: Case): string[] => verdictLine(sheetText, ...facts(shown));
const problem = (shown: Case): ReturnType<typeof pageProblems>[0] | undefined =>
  pageProblems(sheetText, ...facts(shown))[0];

test('the national text as it is passes, whatever stands beside it', () => {
  expect(judge({})).toEqual(['passed']);
  expect(
    judge({
      local: '<h2>En Haute-Brume</h2><p>La préfecture reçoit le mardi matin, sur rendez-vous seulement.</p>',
    }),
  ).toEqual(['passed']);
});

test('a changed sentence fails, with both sentences side by side and the words that differ', () => {
  const inside = html([FIRST.replace('toute personne', 'tout habitant'), COST, VALIDITY, PAPERS]);
  expect(judge({ inside })).toEqual(['failed', 'text-changed']);
  expect(problem({ inside })).toMatchObject({
    params: {
      national: FIRST.slice(0, -1),
      changes: '«\u00A0toute personne\u00A0» devenu «\u00A0tout habitant\u00A0»',
    },
    at: {
      quote: expect.stringMatching(/^Source : La carte .* \/ Page : La carte .*tout habitant/) as string,
    },
  });
});

test('words added within a sentence may be a definition; what links are told with is nothing', () => {
  const within = (added: string): string[] =>
    judge({
      inside: html([FIRST, COST.replace('timbre fiscal', `timbre fiscal ${added}`), VALIDITY, PAPERS]),
    });
  expect(within('(vignette vendue par l’État)')).toEqual(['cantTell', 'text-extended']);
  expect(within('- Nouvelle fenêtre')).toEqual(['passed']);
  expect(within('(PDF - 51.1 Ko)')).toEqual(['passed']);
});

test('a changed amount or duration is told as such', () => {
  const inside = html([FIRST, COST.replace('25 €', '30 €'), VALIDITY, PAPERS]);
  expect(judge({ inside })).toEqual(['failed', 'amount-changed']);
  expect(problem({ inside })?.params).toMatchObject({ changes: '«\u00A025\u00A0» devenu «\u00A030\u00A0»' });
});

test('a number that is no value of the sheet is a change of words', () => {
  const sentence = 'Le formulaire est remis au guichet 4 du service compétent le jour même.';
  const source = { paragraphs: [...NATIONAL.map((text) => paragraph(text)), paragraph(sentence)] };
  const inside = html([...NATIONAL, sentence.replace('4', '5')]);
  expect(judge({ inside, source })).toEqual(['failed', 'text-changed']);
});

test('a sentence taken out of a sheet shown whole fails', () => {
  const source = {
    paragraphs: [...NATIONAL, LONG, LONG.replace('dix-huit', 'seize')].map((text) => paragraph(text)),
  };
  const inside = html([FIRST, COST, PAPERS, LONG, LONG.replace('dix-huit', 'seize')]);
  expect(judge({ inside, source })).toEqual(['failed', 'text-missing']);
});

test('a sheet shown in part may be so by choice', () => {
  expect(judge({ inside: html([FIRST]) })).toEqual(['cantTell', 'text-partial']);
});

test('what is shown for some answers only, or tells where to go, may be absent', () => {
  const extra = [
    paragraph(LONG, { isConditional: true }),
    paragraph(`${LONG} Adressez-vous à la mairie.`, { isLocal: true }),
  ];
  expect(judge({ source: { paragraphs: [...NATIONAL.map((text) => paragraph(text)), ...extra] } })).toEqual([
    'passed',
  ]);
});

test('a text of our own among the national one is for a person to tell apart', () => {
  const local = '<p>La préfecture demande aussi deux enveloppes timbrées et le numéro de dossier.</p>';
  expect(judge({ inside: `${html([FIRST, COST])}${local}${html([VALIDITY, PAPERS])}` })).toEqual([
    'cantTell',
    'local-mixed',
  ]);
});

test('under a heading of its own, a text in the block is told apart', () => {
  const local =
    '<h3>En Haute-Brume</h3><p>La préfecture demande aussi deux enveloppes timbrées et le numéro de dossier.</p>';
  expect(judge({ inside: `${html(NATIONAL)}${local}` })).toEqual(['passed']);
});

test('what stands under « Où s’adresser » is ours, though the sheet has that heading too', () => {
  const heading = paragraph('Où s’adresser ?', { kind: 'title' });
  const local =
    '<h3>Où s’adresser ?</h3><p>La préfecture reçoit sans rendez-vous le mardi et le jeudi matin.</p>';
  const source = { paragraphs: [...NATIONAL.map((text) => paragraph(text)), heading] };
  expect(judge({ inside: `${html(NATIONAL)}${local}`, source })).toEqual(['passed']);
});

test('a text of another date differs for that reason, which the date is judged for', () => {
  const inside = html([FIRST.replace('toute personne', 'tout habitant'), COST, VALIDITY, PAPERS]);
  expect(judge({ inside, date: '1er mai 2026' })).toEqual(['cantTell', 'text-behind']);
  expect(judge({ date: '1er mai 2026' })).toEqual(['passed']);
});

test('a wrong amount is wrong, whatever the date', () => {
  const inside = html([FIRST, COST.replace('25 €', '20 €'), VALIDITY, PAPERS]);
  expect(judge({ inside, date: '1er mai 2026' })).toEqual(['failed', 'amount-changed']);
});

test('what was renewed the day before is not compared yet', () => {
  const inside = html([FIRST, COST.replace('25 €', '20 €'), VALIDITY, PAPERS]);
  expect(judge({ inside, date: '1er mai 2026', source: { date: '2026-11-23' } })).toEqual(['passed']);
});

test('in a page that marks no block, local text is not told from the national one', () => {
  const main = `<main><h1>${feedSheet().title}</h1>${html(NATIONAL)}
<p>La préfecture demande aussi deux enveloppes timbrées et le numéro de dossier.</p>
<p>Vérifié le 1er octobre 2026 - Direction de l’information légale et administrative</p>
<p><a href="${feedSheet().url ?? ''}">Fiche</a></p></main>`;
  const given = settings({ feed: feedOf([feedSheet()]) });
  expect(verdictLine(sheetText, pageOf(main), given)).toEqual(['passed']);
  expect(verdictLine(sheetText, pageOf(main.replace('10 ans', '15 ans')), given)).toEqual([
    'failed',
    'amount-changed',
  ]);
});

test('without a feed, or without its sheet, nothing is compared and nothing is claimed', () => {
  const [shown] = facts({});
  if (sheetText.scope !== 'page' || !shown.html) throw new TypeError('page check');
  const items = (feed?: ReturnType<typeof feedOf>): readonly string[] | undefined =>
    sheetText.scope === 'page'
      ? sheetText.judges?.(shown as never, settings(feed ? { feed } : {}))
      : undefined;
  expect(items()).toEqual([]);
  expect(items(feedOf([]))).toEqual([]);
  expect(items(feedOf([feedSheet()]))).toEqual(['COM-02']);
  expect(verdictLine(sheetText, shown)).toEqual(['passed']);
});

test('a page that shows no sheet is not concerned', () => {
  expect(verdictLine(sheetText, page())).toEqual(['inapplicable']);
});
