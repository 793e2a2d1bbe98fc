import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { configured, link, page, passages, proposalOf, siteLine } from '../testing.ts';
import { qualityEvidence } from './quality-evidence.ts';

const SITE = 'https://www.exemple.gouv.fr';
const given = (today = '2026-11-24') => configured({ pages: { quality: '/Qualite' } }, today);
const quality = (texts: readonly string[], html: Partial<HtmlFacts> = {}, path = '/Qualite'): PageFacts =>
  page({ kind: 'other', passages: passages(...texts), links: [], ...html }, { url: SITE + path });
const proposal = (item: string, texts: readonly string[], today?: string, html: Partial<HtmlFacts> = {}) =>
  proposalOf(qualityEvidence, item, [quality(texts, html)], given(today));
const PLUS = 'https://www.plus.transformation.gouv.fr/';
const national = (html: Partial<HtmlFacts>): string[] =>
  siteLine(qualityEvidence, [quality([], html)], given());

test('a link to the national results passes, and so does one that refuses the audit', () => {
  expect(national({ links: [link({ kind: 'external', url: PLUS })] })).toEqual(['passed']);
  expect(
    national({ links: [link({ kind: 'external', url: PLUS, target: { outcome: 'blocked' } })] }),
  ).toEqual(['passed']);
});

test('no link, and one that leads nowhere, fail', () => {
  expect(
    national({ links: [link({ kind: 'external', url: 'https://www.modernisation.gouv.fr/' })] }),
  ).toEqual(['failed', 'no-national-results']);
  expect(national({ links: [link({ kind: 'external', url: PLUS, target: { outcome: 'gone' } })] })).toEqual([
    'failed',
    'national-results-dead',
  ]);
});

test('one quality page of several leads to the national results: that is enough', () => {
  const pages = [
    quality([]),
    quality([], { links: [link({ kind: 'external', url: PLUS })] }, '/Qualite/Resultats'),
  ];
  expect(siteLine(qualityEvidence, pages, given())).toEqual(['passed']);
});

test('the survey of this year or the last will do', () => {
  const answer = (year: string) =>
    proposal('RES-06', [`Résultats de l’enquête de satisfaction ${year}`])?.answer;
  expect([answer('2026'), answer('2025'), answer('2024'), answer('')]).toEqual([
    ...['conforme', 'conforme', 'non_conforme', 'a_verifier'],
  ]);
  expect(proposal('RES-06', ['Nos engagements'])?.answer).toBe('non_conforme');
});

test('the review of last year is due, from April on', () => {
  const text = ['Bilan qualité 2025'];
  expect(proposal('RES-07', text)?.answer).toBe('conforme');
  expect(proposal('RES-07', text, '2027-03-31')?.answer).toBe('a_verifier');
  expect(proposal('RES-07', text, '2027-04-01')?.answer).toBe('non_conforme');
});

test('the committee of users is told with its last meeting', () => {
  const said = 'Le comité local des usagers réunit associations et élus.';
  expect(proposal('RES-09', [said, 'Sa dernière réunion s’est tenue le 12 mars 2026.'])).toMatchObject({
    answer: 'conforme',
    why: expect.stringContaining('12/03/2026') as string,
  });
  expect(proposal('RES-09', [said, 'Dernière réunion : 23 novembre 2025.'])?.answer).toBe('a_verifier');
  expect(proposal('RES-09', [said, 'Dernière réunion : 24 novembre 2025.'])?.answer).toBe('conforme');
  expect(proposal('RES-09', [said])?.answer).toBe('non_conforme');
  expect(proposal('RES-09', ['Prochaine réunion le 3 mars 2027.'])?.answer).toBe('non_conforme');
});

test('a meeting to come is no last meeting, nor is the day of a decree', () => {
  const said =
    'Comité local des usagers, créé par l’arrêté du 3 mars 2026. Prochaine réunion le 3 mars 2027.';
  expect(proposal('RES-09', [said])?.answer).toBe('non_conforme');
});

test('another page of the site may present the committee', () => {
  const other = quality(['Comité des usagers du 3 mars 2026'], {}, '/Services/Comite');
  expect(proposalOf(qualityEvidence, 'RES-09', [quality([]), other], given())?.answer).toBe('conforme');
});

test('what a person alone decides comes with the pages to open', () => {
  const texts = ['La préfecture s’engage à répondre en cinq jours.', 'Actions décidées : un second guichet.'];
  expect(proposal('RES-02', texts)).toMatchObject({ answer: 'a_verifier', excerpts: [{ quote: texts[0] }] });
  expect(proposal('RES-08', texts)).toMatchObject({ answer: 'a_verifier', excerpts: [{ quote: texts[1] }] });
  expect(proposal('RES-08', ['Bienvenue'])?.excerpts).toEqual([
    { url: `${SITE}/Qualite`, about: 'Passeport' },
  ]);
});

test('without a quality page, the key to fill in is named', () => {
  const none = (item: string) => proposalOf(qualityEvidence, item, [], given());
  expect(['RES-06', 'RES-07', 'RES-10'].map((item) => none(item)?.answer)).toEqual(
    Array(3).fill('non_verifie'),
  );
  expect(none('RES-06')?.why).toContain('qualepref.yml (pages.quality)');
  expect(none('RES-02')?.answer).toBe('a_verifier');
});

test('where the audit left pages unread, nothing found is no fault', () => {
  const left = [link({ target: { outcome: 'out_of_scope', reason: 'budget' } })];
  expect(proposal('RES-06', ['Nos engagements'], undefined, { links: left })?.answer).toBe('a_verifier');
});
