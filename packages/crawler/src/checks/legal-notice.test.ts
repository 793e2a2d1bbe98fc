import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { link, page, passages, proposalOf, settings, siteLine, siteProblems } from '../testing.ts';
import { legalNotice } from './legal-notice.ts';

const SITE = 'https://www.exemple.gouv.fr';
const home = (html: Partial<HtmlFacts> = {}): PageFacts =>
  page({ kind: 'home', ...html }, { url: `${SITE}/` });
const legal = (text: string, url = `${SITE}/Mentions-legales`): PageFacts =>
  page({ kind: 'legal', passages: passages(text) }, { url });
const judge = (...pages: PageFacts[]): string[] => siteLine(legalNotice, pages);

const PUBLISHER =
  'Éditeur du site : préfecture de l’Exemple, 1 place de l’Exemple, 99000 Exempleville, 01 99 00 12 34.';
const DIRECTOR = 'Directrice de la publication : la préfète.';
const HOST = 'Hébergement : société Exemple.';

test('a notice with publisher, director, host and their address and phone passes', () => {
  expect(judge(home(), legal(`${PUBLISHER} ${DIRECTOR} ${HOST}`))).toEqual(['passed']);
});

test('the words may stand in several legal pages', () => {
  expect(judge(legal(`${PUBLISHER} ${DIRECTOR}`), legal(HOST, `${SITE}/Credits`))).toEqual(['passed']);
});

test('each way of naming the three is recognised', () => {
  for (const text of [
    'Site édité par la préfecture. Responsable de publication : M. X. Site hébergé par Y.',
    'ÉDITEUR - Directeur de publication - HÉBERGEUR',
    'Édition du site. Direction de la publication. Hébergement.',
  ])
    expect(judge(legal(`${text} 99000 Exempleville, +33 1 99 00 12 34`))).toEqual(['passed']);
});

test('a notice that misses some of them fails, and says which', () => {
  const [problem, ...others] = siteProblems(legalNotice, [legal(PUBLISHER)]);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    outcome: 'failed',
    code: 'missing-words',
    params: { missing: 'le directeur ou la directrice de la publication et l’hébergeur' },
    at: { url: `${SITE}/Mentions-legales` },
  });
});

test('a word within another names nobody', () => {
  expect(judge(legal(`${PUBLISHER} ${DIRECTOR} Inhébergement.`))).toEqual(['failed', 'missing-words']);
});

test('no address or phone is for a person to look at', () => {
  const contact = (details: string): unknown =>
    siteProblems(legalNotice, [legal(`Éditeur. ${DIRECTOR} ${HOST} ${details}`)])[0];
  expect(contact('99000 Exempleville')).toMatchObject({
    outcome: 'cantTell',
    code: 'missing-contact',
    params: { missing: 'de numéro de téléphone' },
  });
  expect(contact('01.99.00.12.34')).toMatchObject({ params: { missing: 'd’adresse postale' } });
  expect(contact('SIRET 130 025 265')).toMatchObject({
    params: { missing: 'd’adresse postale ni de numéro de téléphone' },
  });
  expect(contact('99000 Exempleville, 01 99 00 12 34')).toBeUndefined();
});

test('a site without a legal page fails, on its home page', () => {
  expect(judge(page(), home())).toEqual(['failed', 'no-page']);
  expect(siteProblems(legalNotice, [page(), home()])[0]?.at.url).toBe(`${SITE}/`);
});

test('a legal page that exists and was not read is for a person to read', () => {
  const linked = home({ links: [link({ text: 'Mentions légales', href: `${SITE}/Legal` })] });
  expect(judge(linked)).toEqual(['cantTell', 'unread-page']);
  const pinned = settings({ pinned: { legal: `${SITE}/Legal` } });
  expect(siteLine(legalNotice, [home()], pinned)).toEqual(['cantTell', 'unread-page']);
  expect(siteProblems(legalNotice, [home()], pinned)[0]?.at.url).toBe(`${SITE}/Legal`);
});

test('a site of which nothing was read is not concerned', () => {
  expect(judge()).toEqual(['inapplicable']);
});

test('what announces each of the three is proposed with its words', () => {
  const whole = page(
    { kind: 'legal', passages: passages(PUBLISHER, DIRECTOR, HOST) },
    { url: `${SITE}/Mentions` },
  );
  expect(proposalOf(legalNotice, 'ETA-03', [home(), whole])).toMatchObject({
    answer: 'conforme',
    excerpts: [
      { url: `${SITE}/Mentions`, about: 'L’éditeur du site', quote: PUBLISHER },
      { about: 'Le directeur ou la directrice de la publication', quote: DIRECTOR },
      { about: 'L’hébergeur', quote: HOST },
    ],
  });
});

test('a notice that misses some of them is proposed as not conforming, with the others', () => {
  const { answer, why, excerpts } = proposalOf(legalNotice, 'ETA-03', [legal(`${PUBLISHER} ${HOST}`)]) ?? {};
  expect(answer).toBe('non_conforme');
  expect(why).toContain('directrice de la publication');
  expect(excerpts).toHaveLength(2);
  expect(proposalOf(legalNotice, 'ETA-03', [legal('Crédits')])).toMatchObject({ answer: 'non_conforme' });
});

test('a notice that was not read is to be opened where the configuration says', () => {
  expect(proposalOf(legalNotice, 'ETA-03', [home()])).toMatchObject({
    ...{ answer: 'a_verifier', excerpts: [{ url: `${SITE}/` }] },
  });
  const pinned = settings({ pinned: { legal: `${SITE}/Mentions` } });
  expect(proposalOf(legalNotice, 'ETA-03', [home()], pinned)?.excerpts).toEqual([
    { url: `${SITE}/Mentions` },
  ]);
});
