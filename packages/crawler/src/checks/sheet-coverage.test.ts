import { expect, test } from 'vitest';
import type { Settings } from '../check.ts';
import type { HtmlFacts, LinkTarget, PageFacts } from '../facts.ts';
import { feedOf, feedSheet } from '../sheet-testing.ts';
import { configured, link, page, proposalOf, sheet, siteLine, siteProblems } from '../testing.ts';
import { sheetCoverage } from './sheet-coverage.ts';

const PAGE = 'https://www.exemple.gouv.fr/Demarches/Passeport';
const HOME = { url: 'https://www.exemple.gouv.fr/' };
const home = (html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ headings: [{ level: 1, text: 'Accueil', selector: 'h1', line: 1, zone: 'main' }], ...html }, HOME);
const linking = (url: string, target?: LinkTarget, text = 'Démarches'): PageFacts =>
  home({ links: [link({ url, text, ...(target ? { target } : {}) })] });
const procedures = (...list: object[]): Settings =>
  configured({ procedures: list.map((one) => ({ label: { fr: 'Passeport' }, ...one })) });
const addressed = procedures({ page: '/Demarches/Passeport' });
const numbered = procedures({ sheet: 'F1342' });
const judge = (given: Settings, ...pages: PageFacts[]): string[] => siteLine(sheetCoverage, pages, given);

test('a procedure whose page was read passes', () => {
  expect(judge(addressed, home(), page())).toEqual(['passed']);
});

test('a page that redirects, or is another name of one that was read, is there', () => {
  expect(judge(addressed, linking(PAGE, { outcome: 'redirected', finalUrl: HOME.url, hops: 1 }))).toEqual([
    'passed',
  ]);
  expect(
    judge(addressed, linking(PAGE, { outcome: 'ok', reason: 'same-content', finalUrl: HOME.url })),
  ).toEqual(['passed']);
});

test('a page that is gone fails, under its own address', () => {
  expect(judge(addressed, linking(PAGE, { outcome: 'gone', status: 404 }))).toEqual(['failed', 'page-gone']);
  expect(
    siteProblems(sheetCoverage, [linking(PAGE, { outcome: 'gone', status: 404 })], addressed)[0]?.at.url,
  ).toBe(PAGE);
});

test('a page that no link leads to is gone when its server says so and no other page treats of it', () => {
  const answering = (target: LinkTarget): Settings => ({ ...addressed, targetOf: () => target });
  const gone = answering({ outcome: 'gone', status: 410 });
  expect(judge(gone, home())).toEqual(['failed', 'page-gone']);
  const elsewhere = page({}, { url: `${HOME.url}Passeports` });
  expect(judge(gone, elsewhere)).toEqual(['cantTell', 'page-elsewhere']);
  expect(siteProblems(sheetCoverage, [elsewhere], gone)[0]?.params).toMatchObject({ other: elsewhere.url });
  const left = linking(`${HOME.url}x`, { outcome: 'out_of_scope', reason: 'budget' });
  expect(judge(gone, left)).toEqual(['cantTell', 'page-unread']);
  expect(judge(answering({ outcome: 'server_error', status: 503 }), home())).toEqual([
    'cantTell',
    'page-unread',
  ]);
  expect(judge(answering({ outcome: 'ok' }), home())).toEqual(['passed']);
});

test('a page that refused, or that nothing tells of, is for a person to open', () => {
  expect(judge(addressed, linking(PAGE, { outcome: 'blocked', status: 403 }))).toEqual([
    'cantTell',
    'page-unread',
  ]);
  expect(judge(addressed, home())).toEqual(['cantTell', 'page-unread']);
});

test('without an address, the page is known by its sheet or by its title', () => {
  const carte = {
    headings: [{ level: 1, text: 'Titre de voyage', selector: 'h1', line: 1, zone: 'main' as const }],
  };
  const to = link({
    kind: 'external',
    url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1342',
  });
  expect(judge(numbered, page({ ...carte, links: [to] }))).toEqual(['passed']);
  expect(judge(numbered, page({ ...carte, views: [`${HOME.url}#!/particuliers/page/F1342`] }))).toEqual([
    'passed',
  ]);
  expect(judge(procedures({}), page())).toEqual(['passed']);
});

test('a procedure that no page shows, links to or names fails when everything was read', () => {
  expect(judge(numbered, home())).toEqual(['failed', 'page-missing']);
});

test('a page left for want of budget, or one not read that bears its name, may be the one', () => {
  expect(judge(numbered, linking(`${HOME.url}x`, { outcome: 'out_of_scope', reason: 'budget' }))).toEqual([
    'cantTell',
    'page-unfound',
  ]);
  const refused: LinkTarget = { outcome: 'blocked', status: 403 };
  expect(judge(numbered, linking(`${HOME.url}x`, refused, 'Demander un passeport'))).toEqual([
    'cantTell',
    'page-unfound',
  ]);
  expect(judge(numbered, linking(`${HOME.url}x`, refused, 'Livret'))).toEqual(['failed', 'page-missing']);
});

test('a label alone proves nothing missing: titles have other words', () => {
  expect(judge(procedures({}), home())).toEqual(['cantTell', 'page-unfound']);
});

test('when one has no page, the proposal says how many have', () => {
  const given = procedures({ page: '/Demarches/Passeport' }, { sheet: 'F9', label: { fr: 'Carte grise' } });
  const proposal = proposalOf(sheetCoverage, 'COM-01', [page()], given);
  expect(proposal).toMatchObject({ answer: 'a_verifier' });
  expect(proposal?.why).toContain('qui ont leur page : 1 sur 2');
});

test('without procedures in the configuration, nothing is judged and the key is named', () => {
  const proposal = proposalOf(sheetCoverage, 'COM-01', [page()], configured({}));
  expect(proposal).toMatchObject({ answer: 'non_verifie' });
  expect(proposal?.why).toContain('procedures');
});

test('the sheets that send to the préfecture and that the site leaves out are cited for information', () => {
  const feed = feedOf([
    feedSheet({ number: 'F1', pivots: ['prefecture'] }),
    feedSheet({ number: 'F2', pivots: ['sous_pref'], title: 'Armes' }),
    feedSheet({ number: 'F3', pivots: ['mairie'] }),
  ]);
  const pages = [
    page({
      links: [
        link({ kind: 'external', url: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1' }),
      ],
      sheet: sheet(),
    }),
  ];
  const proposal = proposalOf(sheetCoverage, 'COM-01', pages, { ...addressed, feed });
  expect(proposal).toMatchObject({ answer: 'conforme', excerpts: [{ about: 'Fiche F2', quote: 'Armes' }] });
  expect(proposal?.why).toContain('1 des 2 fiches');
});
