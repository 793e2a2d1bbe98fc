import { expect, test } from 'vitest';
import type { AnnuaireRecord } from '../annuaire.ts';
import type { Settings } from '../check.ts';
import type { PageFacts } from '../facts.ts';
import type { Proposal } from '../proposal.ts';
import { configured, page, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { postalAddressesIn } from '../text-addresses.ts';
import { receptionSite } from './reception-site.ts';

const ADDRESS = '1 place de l’Exemple, 39000 Exempleville';
const HOURS = [{ days: [1, 2], from: '08:30', to: '11:30' }];
const siteOf = (partial: Record<string, unknown> = {}): Settings =>
  configured({
    sites: [
      { id: 'a', name: 'Exempleville', kind: 'prefecture', address: ADDRESS, hours: HOURS, ...partial },
    ],
  });
const pageOf = (text: string, title = 'Préfecture, Exempleville', path = '/Acces'): PageFacts =>
  page(read(`<main><h1>${title}</h1>${text}</main>`, { path }), {
    url: `https://www.exemple.gouv.fr${path}`,
  });
const propose = (item: string, text: string, given = siteOf()): Proposal | undefined =>
  proposalOf(receptionSite, item, [pageOf(text)], given);
const answer = (...given: Parameters<typeof propose>): unknown => propose(...given)?.answer;

test('the address of the configuration is found, with where', () => {
  expect(propose('ACC-01', `<p>${ADDRESS}</p>`)).toMatchObject({
    answer: 'conforme',
    excerpts: [
      { url: 'https://www.exemple.gouv.fr/Acces', about: 'Préfecture, Exempleville', quote: ADDRESS },
    ],
  });
});

test('a site whose page shows another address, or none, is proposed as a fault', () => {
  expect(propose('ACC-01', '<p>9 rue Neuve, 39000 Exempleville</p>')).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ quote: '9 rue Neuve, 39000 Exempleville' }],
  });
  expect(answer('ACC-01', '<p>Bienvenue.</p>')).toBe('non_conforme');
});

test('a site of which no page speaks is for a person to look for', () => {
  expect(proposalOf(receptionSite, 'ACC-01', [page()], siteOf())?.answer).toBe('a_verifier');
});

test('two addresses under the name of one site are for a person to tell apart', () => {
  const pages = [
    pageOf(`<p>${ADDRESS}</p>`),
    pageOf('<p>9 rue Neuve, 39000 Exempleville</p>', 'Accueil d’Exempleville', '/Autre'),
  ];
  expect(proposalOf(receptionSite, 'ACC-01', pages, siteOf())).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ about: 'Autre adresse (Préfecture, Exempleville)' }, {}],
  });
});

test('an address that the configuration lacks is asked for, and nothing is guessed', () => {
  const proposal = propose('ACC-01', `<p>${ADDRESS}</p>`, siteOf({ address: undefined }));
  expect(proposal?.answer).toBe('non_verifie');
  expect(proposal?.why).toContain('sites.address');
});

test('without sites, every item asks for them', () => {
  for (const item of ['ACC-01', 'ACC-02', 'ACC-03', 'ACC-08', 'ACC-09', 'ACC-11'])
    expect(propose(item, '', configured({}))).toMatchObject({ answer: 'non_verifie' });
});

test.each([
  ['<p>Ouvert le lundi et le mardi de 8 h 30 à 11 h 30.</p>', 'conforme'],
  ['<p>Ouvert le lundi et le mardi de 9 h à 12 h.</p>', 'a_verifier'],
  ['<p>Bienvenue.</p>', 'non_conforme'],
  ['<p>Le guichet a reçu 11 personnes.</p>', 'non_conforme'],
])('hours: %s is %s', (text, expected) => {
  expect(answer('ACC-02', text)).toBe(expected);
});

test('a site that says it receives on appointment only has said when it is open', () => {
  expect(answer('ACC-02', '<p>Uniquement sur rendez-vous.</p>', siteOf({ hours: undefined }))).toBe(
    'conforme',
  );
});

test.each([
  ['<p>Bus 2 et 5.</p>', 'conforme'],
  ['<p>Stationnement à deux pas.</p>', 'conforme'],
  ['<p><a href="/plan">Plan d’accès</a></p>', 'conforme'],
  ['<p>Un arrêté est en ligne 24 h sur 24.</p>', 'non_conforme'],
])('the way there: %s is %s', (text, expected) => {
  expect(answer('ACC-08', text)).toBe(expected);
});

test.each([
  ['<p>L’affluence est plus forte le lundi.</p>', 'conforme'],
  ['<p>L’attente est plus courte après 14 h.</p>', 'conforme'],
  ['<p>Merci de votre attente.</p>', 'non_conforme'],
])('busy hours: %s is %s', (text, expected) => {
  expect(answer('ACC-09', text)).toBe(expected);
});

test('sites that only receive on appointment owe no busy hours', () => {
  expect(answer('ACC-09', '', siteOf({ onAppointmentOnly: true }))).toBe('sans_objet');
});

test.each([
  ['<p>Entrée de plain-pied rue des Tilleuls.</p>', 'conforme'],
  ['<p>Place réservée aux personnes à mobilité réduite.</p>', 'conforme'],
  ['<p>L’allocation aux adultes handicapés est versée ici.</p>', 'non_conforme'],
  ['<p>Accessibilité numérique : partiellement conforme.</p>', 'non_conforme'],
])('getting in: %s is %s', (text, expected) => {
  expect(answer('ACC-11', text)).toBe(expected);
});

test('what is said without naming the site leaves the doubt', () => {
  const pages = [
    pageOf('<p>Bienvenue.</p>'),
    pageOf('<p>Nos locaux ont une boucle magnétique.</p>', 'Accueil des publics', '/Publics'),
  ];
  expect(proposalOf(receptionSite, 'ACC-11', pages, siteOf())).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ about: 'Accueil des publics (site non précisé)' }],
  });
});

const record = (slots: AnnuaireRecord['slots'], comment: string | null = null): AnnuaireRecord => ({
  ...{ id: 'r', name: 'Préfecture', types: ['prefecture'], communes: ['39300'], phones: [], emails: [] },
  addresses: [{ text: ADDRESS, isForMail: false, read: postalAddressesIn(ADDRESS)[0] ?? null }],
  ...{ slots, comment, modifiedOn: '2026-10-01', url: 'https://lannuaire.service-public.gouv.fr/r' },
});
const SHOWN = '<p>Ouvert le lundi de 8 h 30 à 11 h 30.</p>';
const beside = (records: readonly AnnuaireRecord[] | undefined, text = SHOWN): Proposal | undefined =>
  propose('ACC-03', text, { ...siteOf(), ...(records === undefined ? {} : { annuaire: records }) });

test('without the directory, its option is named', () => {
  expect(beside(undefined)).toMatchObject({
    answer: 'non_verifie',
    why: expect.stringContaining('--annuaire') as string,
  });
});

test('hours that are those of the directory are proposed as sound; others as a fault, both shown', () => {
  expect(beside([record([{ day: 1, from: '08:30', to: '11:30' }])])?.answer).toBe('conforme');
  expect(beside([record([{ day: 1, from: '09:00', to: '11:30' }])])).toMatchObject({
    answer: 'non_conforme',
    excerpts: [{ quote: 'lun. 08:30-11:30' }, { quote: 'lun. 09:00-11:30' }],
  });
});

test('no record at the address, no hours on one side, or appointments, leave the doubt', () => {
  expect(beside([])?.answer).toBe('a_verifier');
  expect(beside([record([])])?.answer).toBe('a_verifier');
  expect(
    beside([record([{ day: 2, from: '09:00', to: '11:30' }], 'Uniquement sur rendez-vous')])?.answer,
  ).toBe('a_verifier');
});

test('hours set in columns by day are read with their days, those of the general reception before those of services', () => {
  const table = `<table><tr><th>Service<th>Lundi<th>Mardi<tr><th>Accueil général<td>8 h 30 - 11 h 30<td>8 h 30 - 11 h 30
<tr><th>Étrangers<td>9 h - 11 h<td>Fermé</table>`;
  const slots = [1, 2].map((day) => ({ day, from: '08:30', to: '11:30' }));
  expect(propose('ACC-02', table)?.why).toContain('Vérifier que chaque service');
  expect(beside([record(slots)], table)?.answer).toBe('conforme');
  expect(beside([record(slots.slice(1))], table)?.answer).toBe('non_conforme');
});

test('hours of services that overlap are not set against those of the directory', () => {
  const text = '<p>Titres : lundi, 8 h 30 - 11 h 30.</p><p>Étrangers : lundi, 9 h - 11 h.</p>';
  expect(beside([record([{ day: 1, from: '08:30', to: '11:30' }])], text)?.answer).toBe('a_verifier');
  const apart = '<p>Titres : lundi, 8 h 30 - 11 h 30.</p><p>Étrangers : lundi, 11 h 30 - 12 h.</p>';
  expect(beside([record([{ day: 1, from: '08:30', to: '11:30' }])], apart)?.answer).toBe('non_conforme');
});

test('hours of crowds are not taken for opening hours, unless the same passage tells both', () => {
  const slots = [{ day: 1, from: '08:30', to: '11:30' }];
  const sentence = '<p>L’attente est plus longue le mardi, entre 9 h et 10 h.</p>';
  const section = '<h2>Affluence</h2><p>Mardi : 9 h - 10 h</p>';
  expect(beside([record(slots)], SHOWN + sentence)?.answer).toBe('conforme');
  expect(beside([record(slots)], SHOWN + section)?.answer).toBe('conforme');
  const shared = '<h2>Horaires et affluence</h2><p>Lundi : 8 h 30 - 11 h 30</p>';
  expect(beside([record(slots)], shared)?.answer).toBe('conforme');
  const both = '<p>Ouvert le lundi de 8 h 30 à 11 h 30 ; affluence à midi.</p>';
  expect(beside([record(slots)], both)?.answer).toBe('conforme');
});
