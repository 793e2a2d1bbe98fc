import { expect, test } from 'vitest';
import type { Settings } from '../check.ts';
import type { LinkTarget, PageFacts } from '../facts.ts';
import { feedOf, feedSheet } from '../sheet-testing.ts';
import { configured, link, page, proposalOf, settings, sheet, siteLine } from '../testing.ts';
import { sheetServices } from './sheet-services.ts';

const OK: LinkTarget = { outcome: 'ok', status: 200 };
const leading = (
  url: string,
  text = 'Faire la demande en ligne',
  target: LinkTarget | null = OK,
): PageFacts =>
  page({
    links: [link({ kind: 'external', url, text, ...(target ? { target } : {}) })],
    sheet: sheet({ linked: ['F1342'] }),
  });
const judge = (facts: PageFacts, given: Settings = settings()): string[] =>
  siteLine(sheetServices, [facts], given);

test.each([
  'https://passeport.ants.gouv.fr/',
  'https://www.demarches-simplifiees.fr/commencer/x',
  'https://psl.service-public.fr/',
])('a service of the State passes: %s', (url) => {
  expect(judge(leading(url))).toEqual(['passed']);
});

test('a private host named after an act of the State fails', () => {
  expect(judge(leading('https://www.ma-carte-grise-rapide.com/commande'))).toEqual([
    'failed',
    'unofficial-service',
  ]);
  expect(judge(leading('https://passeport-express.fr/', 'Téléservice'))).toEqual([
    'failed',
    'unofficial-service',
  ]);
});

test('another host may be that of a town: a person looks', () => {
  expect(judge(leading('https://www.ville-brumeval.fr/etat-civil'))).toEqual(['cantTell', 'unknown-service']);
  expect(judge(leading('https://acte-naissance.ville-brumeval.fr/'))).toEqual([
    'cantTell',
    'unknown-service',
  ]);
});

test('a host that the configuration names passes', () => {
  const given = configured({ hosts: ['gouv.fr', 'ville-brumeval.fr'] });
  expect(judge(leading('https://www.ville-brumeval.fr/etat-civil'), given)).toEqual(['passed']);
});

test('a name that only ends like an official one is not official', () => {
  expect(judge(leading('https://passeport-gouv.fr/'))).toEqual(['failed', 'unofficial-service']);
});

test('a dead service fails, a refusal proves nothing', () => {
  const url = 'https://passeport.ants.gouv.fr/';
  expect(judge(leading(url, 'Pré-demande', { outcome: 'gone', status: 404 }))).toEqual([
    'failed',
    'dead-service',
  ]);
  expect(judge(leading(url, 'Pré-demande', { outcome: 'blocked', status: 403 }))).toEqual(['passed']);
});

test('a link that speaks of no procedure, a link of the site and a page of news are not concerned', () => {
  expect(judge(leading('https://www.exemple.com/', 'Association d’aide aux promeneurs'))).toEqual([
    'inapplicable',
  ]);
  expect(judge(page({ links: [link({ text: 'Faire la demande en ligne' })] }))).toEqual(['inapplicable']);
  const news = { ...leading('https://www.exemple.com/').html, kind: 'other', sheet: sheet() } as const;
  expect(judge(page(news))).toEqual(['inapplicable']);
});

const service = {
  number: 'R1',
  title: 'Demande de carte de promeneur',
  url: 'https://promeneur.exemple.gouv.fr/demande',
  type: 'Téléservice',
  cerfa: null,
};
const given = settings({ feed: feedOf([feedSheet({ services: [service] })]) });

test('a link named as a service of the sheet leads where the sheet says', () => {
  const leadsTo = (url: string): string[] => judge(leading(url, 'Demande de carte de promeneur'), given);
  expect(leadsTo('https://promeneur.exemple.gouv.fr/demande?session=1')).toEqual(['passed']);
  expect(leadsTo('https://autre.gouv.fr/demande')).toEqual(['cantTell', 'other-service']);
  expect(leadsTo('https://www.service-public.gouv.fr/particuliers/vosdroits/R1')).toEqual(['passed']);
});

test('a host that the sheet itself gives is official', () => {
  const elsewhere = { ...service, url: 'https://www.carte-promeneur.example/demande' };
  const own = settings({ feed: feedOf([feedSheet({ services: [elsewhere] })]) });
  expect(judge(leading(elsewhere.url, service.title), own)).toEqual(['passed']);
});

test('when nothing was asked, the addresses are given to be opened', () => {
  const proposal = proposalOf(sheetServices, 'COM-08', [
    leading('https://passeport.ants.gouv.fr/', 'Pré-demande', null),
  ]);
  expect(proposal).toMatchObject({ answer: 'a_verifier' });
  expect(proposal?.excerpts[0]).toMatchObject({
    about: 'Pré-demande',
    quote: 'https://passeport.ants.gouv.fr/',
  });
  expect(proposalOf(sheetServices, 'COM-08', [leading('https://passeport.ants.gouv.fr/')])).toBeUndefined();
});

test('where procedures are configured, a site without any such link is to be looked at', () => {
  const config = configured({ procedures: [{ label: { fr: 'Passeport' }, page: '/Demarches/Passeport' }] });
  expect(proposalOf(sheetServices, 'COM-08', [], config)).toMatchObject({ answer: 'a_verifier' });
  expect(proposalOf(sheetServices, 'COM-08', [])).toBeUndefined();
});
