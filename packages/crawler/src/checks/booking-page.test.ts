import { expect, test } from 'vitest';
import { configured, proposalOf, siteLine, siteProblems } from '../testing.ts';
import { page } from '../testing.ts';
import { read } from '../testing-read.ts';
import type { PageFacts } from '../facts.ts';
import { bookingPage } from './booking-page.ts';

const settings = configured({
  procedures: [
    {
      label: { fr: 'Titre de séjour' },
      onAppointment: true,
      booking: { mode: 'own-slots', address: '/Prendre-un-rendez-vous' },
    },
  ],
});
const hub = (text: string, path = '/Prendre-un-rendez-vous', title = 'Prendre un rendez-vous'): PageFacts =>
  page(read(`<main><h1>${title}</h1>${text}</main>`, { path }), {
    url: `https://www.exemple.gouv.fr${path}`,
  });
const FREE = '<p>La prise de rendez-vous est gratuite.</p>';
const judge = (text: string): string[] => siteLine(bookingPage, [hub(text)], settings);
const answer = (item: string, ...texts: string[]): unknown =>
  proposalOf(
    bookingPage,
    item,
    texts.map((text, at) =>
      at === 0 ? hub(text) : hub(`${text}<a href="/booking/create/7">x</a>`, `/${String(at)}`),
    ),
    settings,
  )?.answer;

test.each([
  FREE,
  '<p>Ce service est entièrement gratuit.</p>',
  '<p>Un rendez-vous ne se vend pas et ne coûte rien.</p>',
  '<p>Réservez sans frais.</p>',
  '<p>Un rendez-vous en préfecture n’est jamais payant.</p>',
])('the page that leads to the booking says that it is free: %s', (text) => {
  expect(judge(text)).toEqual(['passed']);
});

test('a page that says nothing of it fails', () => {
  expect(judge('<p>Choisissez un créneau.</p>')).toEqual(['failed', 'no-free-mention']);
  expect(judge('<p>Un gratuitif.</p>')).toEqual(['failed', 'no-free-mention']);
});

test('what is free elsewhere on the page of a procedure is for a person to look at', () => {
  const text =
    '<p>La copie est gratuite.</p><p>Pièces.</p><p>Délai.</p><a href="/booking/create/4711">Réserver</a>';
  const pages = [hub(text, '/Copie', 'Copie d’acte')];
  expect(siteLine(bookingPage, pages, settings)).toEqual(['cantTell', 'unclear-free-mention']);
  expect(siteProblems(bookingPage, pages, settings)[0]?.at.quote).toBe('La copie est gratuite.');
});

test('a page that leads to no booking is not concerned, whatever its menus say', () => {
  const other = page(
    read('<header><a href="/booking/create/1">Rendez-vous</a></header><main><h1>A</h1></main>'),
  );
  expect(siteLine(bookingPage, [other], settings)).toEqual(['inapplicable']);
});

test.each([
  ['<p>Sans accès à internet, prenez rendez-vous au 01 99 00 12 34.</p>', 'conforme'],
  ['<p>Vous pouvez aussi prendre rendez-vous au guichet, de 9 h à 12 h.</p>', 'conforme'],
  ['<p>Demandez un rendez-vous par courrier à la préfecture.</p>', 'conforme'],
  ['<p>Appelez le 0 899 12 34 56.</p>', 'non_conforme'],
  ['<p>Écrivez à rdv@exemple.gouv.fr.</p>', 'non_conforme'],
  ['<p>Présentez-vous au guichet à l’heure dite.</p>', 'non_conforme'],
])('another way than the internet: %s is %s', (text, expected) => {
  expect(answer('RDV-05', text)).toBe(expected);
});

test.each([
  ['<p>Pour annuler ou déplacer votre rendez-vous, suivez le lien reçu par courriel.</p>', 'conforme'],
  ['<p>Un rendez-vous peut être annulé jusqu’à la veille.</p>', 'conforme'],
  ['<h2>Annuler</h2>', 'conforme'],
  ['<p>Choisissez un créneau.</p>', 'non_conforme'],
  ['<p>Modifier une association.</p>', 'non_conforme'],
  ['<p>La préfecture se réserve le droit d’annuler un rendez-vous.</p>', 'non_conforme'],
])('cancelling and moving: %s is %s', (text, expected) => {
  expect(answer('RDV-08', text)).toBe(expected);
});

test.each([
  ['<h2>Pièces à apporter</h2><p>Passeport.</p>', 'conforme'],
  ['<p>Munissez-vous de votre convocation et des documents.</p>', 'conforme'],
  ['<p>Les justificatifs demandés sont les suivants.</p>', 'conforme'],
  ['<p>Sans toutes les pièces requises, vous ne serez pas reçu.</p>', 'conforme'],
  ['<p>Deux pièces de théâtre.</p>', 'non_conforme'],
])('what to bring: %s is %s', (text, expected) => {
  expect(answer('RDV-09', text)).toBe(expected);
});

test('where only some of the pages tell it, a person looks, and those that lack it come first', () => {
  expect(answer('RDV-08', '<p>Annulez votre rendez-vous.</p>', '<p>Rien.</p>')).toBe('a_verifier');
  const pages = [
    hub('<p>Annulez votre rendez-vous en ligne.</p>'),
    hub('<a href="/booking/create/7">x</a>', '/b', 'B'),
  ];
  expect(proposalOf(bookingPage, 'RDV-08', pages, settings)?.excerpts).toMatchObject([
    { url: 'https://www.exemple.gouv.fr/b' },
    { quote: 'Annulez votre rendez-vous en ligne.' },
  ]);
});

test('what to do without a slot is read by a person, who is given the pages and what they say', () => {
  const text = '<p>S’il n’y a aucun créneau disponible, revenez lundi à 9 h.</p>';
  expect(proposalOf(bookingPage, 'RDV-06', [hub(text)], settings)).toMatchObject({
    answer: 'a_verifier',
    excerpts: [
      { about: 'Prendre un rendez-vous', quote: 'S’il n’y a aucun créneau disponible, revenez lundi à 9 h.' },
    ],
  });
});

test('without a booking, the configuration is asked for, or says that there is none to make', () => {
  const of = (procedures: readonly unknown[]): unknown =>
    proposalOf(bookingPage, 'RDV-05', [page()], configured({ procedures }))?.answer;
  expect(of([])).toBe('non_verifie');
  expect(of([{ label: { fr: 'A' } }])).toBe('sans_objet');
  expect(of([{ label: { fr: 'A' }, onAppointment: true }])).toBe('a_verifier');
});

test('long texts freeze nothing', () => {
  const before = performance.now();
  judge(`<p>${'annuler le rendez-vous pas de pièces '.repeat(1500)}</p>`);
  expect(performance.now() - before).toBeLessThan(10_000);
});
