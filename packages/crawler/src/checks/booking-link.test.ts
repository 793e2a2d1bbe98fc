import { expect, test } from 'vitest';
import type { LinkFacts, PageFacts } from '../facts.ts';
import { configured, link, page, proposalOf, siteLine, siteProblems } from '../testing.ts';
import { bookingLink } from './booking-link.ts';

const SITE = 'https://www.exemple.gouv.fr';
const MODULE = `${SITE}/booking/create/4711`;
const settings = configured({
  procedures: [
    {
      label: { fr: 'Titre de séjour' },
      page: '/Demarches/Titre-de-sejour',
      onAppointment: true,
      booking: { mode: 'own-slots', address: '/booking/create/4711' },
    },
  ],
});
const procedure = (...links: readonly Partial<LinkFacts>[]): PageFacts =>
  page({ links: links.map((each) => link(each)) }, { url: `${SITE}/Demarches/Titre-de-sejour` });
const judge = (...pages: PageFacts[]): string[] => siteLine(bookingLink, pages, settings);

test('a procedure whose text leads to its module passes, whatever step of it the link names', () => {
  expect(judge(procedure({ href: MODULE }))).toEqual(['passed']);
  expect(judge(procedure({ href: `${MODULE}/0` }))).toEqual(['passed']);
  expect(judge(procedure({ href: `${MODULE}/`, zone: 'aside' }))).toEqual(['passed']);
});

test('a page on the way to the module is enough', () => {
  const hub = page({ links: [link({ href: MODULE })] }, { url: `${SITE}/Prendre-un-rendez-vous` });
  expect(judge(procedure({ href: `${SITE}/Prendre-un-rendez-vous` }), hub)).toEqual(['passed']);
});

test('a link that redirects to the module leads to it', () => {
  const target = { outcome: 'redirected', finalUrl: MODULE } as const;
  expect(judge(procedure({ href: `${SITE}/rdv`, target }))).toEqual(['passed']);
});

test('a procedure without such a link fails, and the menus do not make up for it', () => {
  expect(judge(procedure({ href: `${SITE}/Demarches` }))).toEqual(['failed', 'no-booking-link']);
  expect(judge(procedure({ href: MODULE, zone: 'header' }))).toEqual(['failed', 'no-booking-link']);
  expect(judge(procedure({ href: `${SITE}/creation` }))).toEqual(['failed', 'no-booking-link']);
  const [problem] = siteProblems(bookingLink, [procedure()], settings);
  expect(problem).toMatchObject({
    params: { procedure: 'Titre de séjour', address: MODULE },
    at: { url: `${SITE}/Demarches/Titre-de-sejour` },
  });
});

test('a link to another module is for a person to look at', () => {
  expect(judge(procedure({ href: `${SITE}/booking/create/4712` }))).toEqual(['cantTell', 'other-module']);
});

test('a page about appointments that was not read leaves the doubt; one that is gone does not', () => {
  const step = { href: `${SITE}/Rendez-vous`, text: 'Prendre rendez-vous' };
  expect(judge(procedure(step))).toEqual(['cantTell', 'unread-step']);
  expect(judge(procedure({ ...step, target: { outcome: 'gone' } }))).toEqual(['failed', 'no-booking-link']);
});

test('a page that was not read is for a person to open', () => {
  expect(judge(page())).toEqual(['cantTell', 'unread-procedure']);
  expect(siteLine(bookingLink, [page()], { ...settings, isSingle: true })).toEqual(['passed']);
});

test('a procedure by post, on summons or whose page is the place to book is not concerned', () => {
  const of = (procedure: Record<string, unknown>): string[] =>
    siteLine(
      bookingLink,
      [page({}, { url: `${SITE}/a` })],
      configured({ procedures: [{ label: { fr: 'A' }, page: '/a', onAppointment: true, ...procedure }] }),
    );
  expect(of({ booking: { mode: 'convocation', address: '/b' } })).toEqual(['passed']);
  expect(of({ booking: { mode: 'mail-or-phone' } })).toEqual(['passed']);
  expect(of({ booking: { mode: 'own-slots', address: '/a' } })).toEqual(['passed']);
});

test('without a page to read, nobody is concerned', () => {
  expect(judge()).toEqual(['inapplicable']);
});

test('the configuration that is missing is asked for, and nothing is guessed', () => {
  const answer = (procedures: readonly unknown[]): unknown[] => {
    const proposal = proposalOf(bookingLink, 'RDV-01', [page()], configured({ procedures }));
    return [proposal?.answer, proposal?.why.includes('qualepref.yml')];
  };
  const label = { fr: 'A' };
  expect(answer([])).toEqual(['non_verifie', true]);
  expect(answer([{ label, onAppointment: true }])).toEqual(['non_verifie', true]);
  expect(answer([{ label }])).toEqual(['sans_objet', true]);
  expect(answer([{ label, page: '/a', booking: { mode: 'own-slots', address: '/b' } }])[0]).toBeUndefined();
});
