import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import { configured, link, page, passages, proposalOf, settings, siteLine } from '../testing.ts';
import { localAuthorities } from './local-authorities.ts';

const SITE = 'https://www.exemple.gouv.fr';
const LABEL = {
  ...{ name: 'Qual-e-Pref', family: 'qual-e-pref', obtained: '2025-03-02' },
  ...{ scope: { fr: 'accueil' }, sites: ['prefecture'], modules: [1, 4] },
};
const given = (more: object = {}, today?: string) =>
  configured({ label: LABEL, pages: { localAuthorities: '/Collectivites' }, ...more }, today);
const own = (
  texts: readonly string[],
  html: Partial<HtmlFacts> = {},
  path = '/Collectivites/Page',
): PageFacts =>
  page(
    { kind: 'other', headings: [], title: 'Page', links: [], passages: passages(...texts), ...html },
    { url: SITE + path },
  );
const titled = (text: string, texts: readonly string[], html: Partial<HtmlFacts> = {}): PageFacts =>
  own(texts, { headings: [{ level: 1, text, selector: 'h1', line: 1, zone: 'main' }], ...html });
const judge = (...pages: readonly PageFacts[]): string[] => siteLine(localAuthorities, pages, given());
const proposal = (item: string, texts: readonly string[], html: Partial<HtmlFacts> = {}, of = given()) =>
  proposalOf(localAuthorities, item, [own(texts, html)], of);
const left = link({ target: { outcome: 'out_of_scope', reason: 'budget' } });

test('a page about sending acts that says whom to ask passes', () => {
  const said = ['La convention est signée avec la préfecture.', 'Contact : pref-actes@exemple.gouv.fr'];
  expect(judge(titled('Transmission électronique des actes', said))).toEqual(['passed']);
  expect(judge(titled('Télétransmission', ['Appelez le 01 99 00 05 11.']))).toEqual(['passed']);
  expect(
    judge(titled('@ctes', [], { links: [link({ text: 'Contacts', url: `${SITE}/Contacts` })] })),
  ).toEqual(['passed']);
  const mail = link({
    kind: 'mail',
    url: null,
    text: 'Écrire au bureau',
    href: 'mailto:pref-actes@exemple.gouv.fr',
  });
  expect(judge(titled('@ctes', [], { links: [mail] }))).toEqual(['passed']);
});

test('a mail link without an address is no contact', () => {
  const empty = link({ kind: 'mail', url: null, text: 'Écrire', href: 'mailto:' });
  expect(judge(titled('@ctes', [], { links: [empty] }))).toEqual(['cantTell', 'sending-no-contact']);
});

test('without a contact, or said only in passing, somebody must look', () => {
  expect(judge(titled('Transmission électronique des actes', ['La convention est signée.']))).toEqual([
    'cantTell',
    'sending-no-contact',
  ]);
  expect(judge(own(['La télétransmission des actes est possible.']))).toEqual([
    'cantTell',
    'sending-in-passing',
  ]);
});

test('explained nowhere, it fails where all was read', () => {
  expect(judge(own(['Le contrôle de légalité.']))).toEqual(['failed', 'sending-unexplained']);
  expect(judge(own(['Le contrôle de légalité.'], { links: [left] }))).toEqual(['cantTell', 'sending-unread']);
});

test('the collections of acts and other transmissions are not about it', () => {
  expect(judge(titled('Transmission d’un fonds de commerce', []))).toEqual(['failed', 'sending-unexplained']);
  const acts = own(['Télétransmission des actes'], { kind: 'acts' }, '/Publications/RAA');
  expect(judge(own([]), acts)).toEqual(['failed', 'sending-unexplained']);
});

test('a label without the module, and no label, say so for each item', () => {
  const items = ['COL-02', 'COL-03', 'COL-04', 'COL-05', 'COL-06', 'COL-07'];
  const answers = (of: ReturnType<typeof given>) =>
    new Set(items.map((item) => proposalOf(localAuthorities, item, [own([])], of)?.answer));
  expect([...answers(given({ label: { ...LABEL, modules: [1] } }))]).toEqual(['sans_objet']);
  expect([...answers(settings())]).toEqual(['non_verifie']);
  expect(siteLine(localAuthorities, [own([])], settings())).toEqual(['inapplicable']);
});

const LEGALITY = 'Contrôle de légalité : 01 99 00 05 11';
const ADVICE = 'Conseil aux élus : pref-conseil@exemple.gouv.fr';
const FINANCES = 'Finances locales, arrondissement de Brumeval : 01 99 00 05 12';
const sites = (...names: readonly string[]) =>
  given({
    sites: names.map((name, at) => ({
      id: `s${String(at)}`,
      name,
      kind: 'prefecture',
      arrondissement: name,
    })),
  });

test('a card that leads to the page is not that page', () => {
  const text = 'Transmission électronique des actes';
  const card = {
    links: [link({ text, url: `${SITE}/Actes` })],
    passages: passages(text).map((each) => ({ ...each, kind: 'heading' as const })),
  };
  expect(judge(own([], card))).toEqual(['failed', 'sending-unexplained']);
  expect(
    judge(own(['Contact : 01 99 00 05 11'], { passages: [...card.passages, ...passages('01 99 00 05 11')] })),
  ).toEqual(['passed']);
});

test('each subject needs a contact, and each arrondissement its name', () => {
  const three = [LEGALITY, ADVICE, FINANCES];
  expect(proposal('COL-02', three, {}, sites('Brumeval'))).toMatchObject({ answer: 'conforme' });
  expect(proposal('COL-02', three, {}, sites('Brumeval', 'Roc-sur-Lande'))).toMatchObject({
    answer: 'non_conforme',
    why: expect.stringContaining('Roc-sur-Lande') as string,
  });
  expect(proposal('COL-02', [LEGALITY, FINANCES], {}, sites('Brumeval'))?.why).toContain('conseil');
});

test('without arrondissements in the configuration, the key to fill in is named', () => {
  expect(proposal('COL-02', [LEGALITY, ADVICE, FINANCES])).toMatchObject({
    answer: 'non_verifie',
    why: expect.stringContaining('qualepref.yml (sites, arrondissement)') as string,
  });
});

test('a municipal council is no advice, and a subject without a contact is none', () => {
  expect(proposal('COL-02', ['Conseil municipal : 01 99 00 05 11', LEGALITY, FINANCES])?.why).toContain(
    'conseil',
  );
  expect(proposal('COL-02', ['Contrôle de légalité', ADVICE, FINANCES])?.why).toContain('légalité');
  expect(proposal('COL-02', ['Élections : pref-conseil@exemple.gouv.fr', LEGALITY, FINANCES])?.why).toContain(
    'conseil',
  );
});

test('the calendar of grants is that of the year', () => {
  const answer = (text: string) => proposal('COL-04', [text])?.answer;
  expect(answer('Calendrier des dotations 2026')).toBe('conforme');
  expect(answer('DETR 2025 : calendrier des dépôts')).toBe('non_conforme');
  expect(answer('Calendrier des élections 2026')).toBe('non_conforme');
});

test('the survey of local authorities may never have been made', () => {
  const answer = (text: string) => proposal('COL-06', [text])?.answer;
  expect(answer('Enquête de satisfaction 2025 auprès des collectivités')).toBe('conforme');
  expect(answer('Enquête 2021 auprès des maires')).toBe('non_conforme');
  expect(answer('Bienvenue')).toBe('a_verifier');
});

test('circulars and observations are listed for whoever decides', () => {
  const links = [
    link({ kind: 'document', text: 'Guide des dotations', detail: 'Guide des dotations PDF - 15/01/2026' }),
  ];
  expect(proposal('COL-03', [], { links })).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ quote: 'Guide des dotations PDF - 15/01/2026' }],
  });
  expect(proposal('COL-07', ['Principales observations de l’année'])).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ quote: 'Principales observations de l’année' }],
  });
  expect(proposal('COL-07', ['Bienvenue'])?.excerpts).toEqual([{ url: `${SITE}/Collectivites/Page` }]);
});

test('where no page for them was read, the key to fill in is named', () => {
  expect(proposalOf(localAuthorities, 'COL-04', [], given())).toMatchObject({
    answer: 'non_verifie',
    why: expect.stringContaining('pages.localAuthorities') as string,
  });
});

test('without a pinned page, those of a rubric so named are for them', () => {
  const calendar = own(['Calendrier des dotations 2026'], {}, '/Collectivites-territoriales/Aides');
  expect(proposalOf(localAuthorities, 'COL-04', [calendar], configured({ label: LABEL }))?.answer).toBe(
    'conforme',
  );
});
