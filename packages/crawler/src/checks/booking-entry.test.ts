import { expect, test } from 'vitest';
import type { LinkFacts, LinkTarget, PageFacts } from '../facts.ts';
import { configured, link, page, proposalOf, siteLine, siteProblems } from '../testing.ts';
import { bookingEntry } from './booking-entry.ts';

const SITE = 'https://www.exemple.gouv.fr';
const MODULE = 'https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/1234/';
const OK: LinkTarget = { outcome: 'ok', status: 200 };
const procedureOf = (address: string): Record<string, unknown> => ({
  ...{ label: { fr: 'Titre' }, page: '/Titre', onAppointment: true },
  booking: { mode: 'official-service', address },
});
const settings = configured({ procedures: [procedureOf(MODULE)] });
const on = (path: string, partial: Partial<LinkFacts>): PageFacts =>
  page(
    { links: [link({ kind: 'external', text: 'Prendre rendez-vous', ...partial })] },
    { url: SITE + path },
  );
const judge = (partial: Partial<LinkFacts>, path = '/Titre', given = settings): string[] =>
  siteLine(bookingEntry, [on(path, partial)], given);

test('a module of the State that answers passes on both counts', () => {
  const pages = [on('/Titre', { href: MODULE, target: OK })];
  expect(siteLine(bookingEntry, pages, settings)).toEqual(['passed']);
  expect(proposalOf(bookingEntry, 'RDV-02', pages, settings)?.answer).toBe('conforme');
  expect(proposalOf(bookingEntry, 'RDV-03', pages, settings)?.answer).toBe('conforme');
});

test('an entry that is gone fails, and so does a host that nobody knows', () => {
  expect(judge({ href: MODULE, target: { outcome: 'gone', status: 404 } })).toEqual(['failed', 'entry-dead']);
  const unknown = { outcome: 'network_error', reason: 'dns' } as const;
  expect(judge({ href: MODULE, target: unknown })).toEqual(['failed', 'entry-dead']);
});

test('an entry that refuses the audit, or is down for an hour, is for a person to open', () => {
  for (const outcome of ['blocked', 'server_error', 'timeout'] as const)
    expect(judge({ href: MODULE, target: { outcome } })).toEqual(['cantTell', 'entry-silent']);
});

test('an entry that was not asked is proposed to be opened, without a finding', () => {
  const pages = [on('/Titre', { href: MODULE, target: { outcome: 'refused_by_robots' } })];
  expect(siteLine(bookingEntry, pages, settings)).toEqual(['passed']);
  expect(proposalOf(bookingEntry, 'RDV-02', pages, settings)).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ url: MODULE }],
  });
});

test('a place to book on the site itself answers once it was read', () => {
  const given = configured({ procedures: [procedureOf('/Rendez-vous')] });
  const pages = [page({ links: [] }, { url: `${SITE}/Rendez-vous` })];
  expect(proposalOf(bookingEntry, 'RDV-02', pages, given)?.answer).toBe('conforme');
});

test('once each place of the configuration answered, the steps behind it are not asked for', () => {
  const given = configured({ procedures: [procedureOf('/Rendez-vous')] });
  const step = link({ href: `${SITE}/booking/create/12`, target: { outcome: 'refused_by_robots' } });
  const pages = [page({ links: [step] }, { url: `${SITE}/Rendez-vous` })];
  expect(proposalOf(bookingEntry, 'RDV-02', pages, given)?.answer).toBe('conforme');
  const unread = [page({ links: [step] }, { url: `${SITE}/Autre` })];
  expect(proposalOf(bookingEntry, 'RDV-02', unread, given)?.answer).toBe('a_verifier');
});

test('a configured module elsewhere than on a site of the State fails', () => {
  const given = configured({ procedures: [procedureOf('https://rdv.exemple.com/prefecture')] });
  expect(judge({ href: 'https://rdv.exemple.com/prefecture', target: OK }, '/Titre', given)).toEqual([
    'failed',
    'foreign-host',
  ]);
});

test('an official address that redirects to a private host fails', () => {
  const target = { outcome: 'redirected', finalUrl: 'https://rdv.exemple.com/' } as const;
  const [problem] = siteProblems(bookingEntry, [on('/Titre', { href: MODULE, target })], settings);
  expect(problem).toMatchObject({
    outcome: 'failed',
    code: 'foreign-host',
    params: { host: 'rdv.exemple.com' },
  });
});

test('a host that the configuration names, or below it, is official', () => {
  const address = 'https://rdv.agence.exemple.org/a';
  const given = configured({ hosts: ['exemple.org'], procedures: [procedureOf(address)] });
  expect(judge({ href: address, target: OK }, '/Titre', given)).toEqual(['passed']);
  const near = configured({ hosts: ['exemple.org'], procedures: [procedureOf('https://notexemple.org/a')] });
  expect(judge({ href: 'https://notexemple.org/a', target: OK }, '/Titre', near)[0]).toBe('failed');
});

test('« Prendre rendez-vous » to a private host fails on the page of a procedure that one books for', () => {
  expect(judge({ href: 'https://rdv.exemple.com/', target: OK })).toEqual(['failed', 'foreign-host']);
});

test('the same on the page where one books may be a doctor’s: a person looks', () => {
  const given = configured({ procedures: [procedureOf('/Rendez-vous')] });
  expect(judge({ href: 'https://rdv.exemple.com/', target: OK }, '/Rendez-vous', given)).toEqual([
    'cantTell',
    'foreign-link',
  ]);
});

test('other links, menus and other pages are not for booking', () => {
  const href = 'https://rdv.exemple.com/';
  expect(judge({ href, text: 'Annuaire des médecins' })).toEqual(['inapplicable']);
  expect(judge({ href, zone: 'footer' })).toEqual(['inapplicable']);
  expect(judge({ href }, '/Autre')).toEqual(['inapplicable']);
  expect(judge({ href, text: 'Comment prendre rendez-vous chez un médecin agréé' })).toEqual([
    'inapplicable',
  ]);
});

test('without configuration or known module, the configuration is asked for', () => {
  expect(proposalOf(bookingEntry, 'RDV-02', [page()], configured({}))?.answer).toBe('non_verifie');
  expect(proposalOf(bookingEntry, 'RDV-03', [page()], configured({}))?.answer).toBe('non_verifie');
});
