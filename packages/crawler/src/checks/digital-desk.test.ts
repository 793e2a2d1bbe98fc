import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { configured, page, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { digitalDesk } from './digital-desk.ts';

const sites = (facilities: readonly string[] = []): ReturnType<typeof configured> =>
  configured({ sites: [{ id: 'a', name: 'Exempleville', kind: 'prefecture', facilities }] });
const pageOf = (text: string, title = 'Point numérique'): PageFacts =>
  page(read(`<main><h1>${title}</h1>${text}</main>`));
const answer = (text: string, title?: string): unknown =>
  proposalOf(digitalDesk, 'ACC-12', [pageOf(text, title)], sites(['digital-desk']))?.answer;

const PLACE = '<p>À la préfecture, 1 place de l’Exemple, 39000 Exempleville.</p>';
const HOURS = '<p>Du lundi au jeudi, de 9 h à 12 h.</p>';
const HELP = '<p>Un agent vous accompagne dans vos démarches.</p>';

test('place, hours and help make a sound presentation, in a page or a section', () => {
  expect(answer(PLACE + HOURS + HELP)).toBe('conforme');
  expect(answer(`<h2>Le point numérique</h2>${PLACE}${HOURS}${HELP}`, 'Nos services')).toBe('conforme');
});

test('what is missing is named', () => {
  expect(answer(PLACE + HELP)).toBe('non_conforme');
  const proposal = proposalOf(digitalDesk, 'ACC-12', [pageOf(HELP)], sites());
  expect(proposal?.why).toContain('le lieu ou les horaires');
});

test('a section about something else gives nothing', () => {
  expect(answer(`<h2>Point numérique</h2>${HELP}<h2>Accueil</h2>${PLACE}${HOURS}`, 'Nos services')).toBe(
    'non_conforme',
  );
});

test('without a page, the answer hangs on the configuration', () => {
  const of = (given: ReturnType<typeof configured>): unknown =>
    proposalOf(digitalDesk, 'ACC-12', [page()], given)?.answer;
  expect(of(configured({}))).toBe('non_verifie');
  expect(of(sites())).toBe('a_verifier');
  expect(of(sites(['digital-desk']))).toBe('non_conforme');
});

test('the turn to digital services is no desk', () => {
  expect(
    proposalOf(
      digitalDesk,
      'ACC-12',
      [pageOf('<p>Le numérique progresse.</p>', 'Transition numérique')],
      sites(),
    )?.answer,
  ).toBe('a_verifier');
});
