import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { Proposal } from '../proposal.ts';
import { configured, page, proposalOf } from '../testing.ts';
import { read } from '../testing-read.ts';
import { personalDataNotice } from './personal-data-notice.ts';

const settings = configured({
  procedures: [
    { label: { fr: 'Titre' }, onAppointment: true, booking: { mode: 'own-slots', address: '/Rendez-vous' } },
  ],
});
const at = (path: string, html: string): PageFacts =>
  page(read(html, { path }), { url: `https://www.exemple.gouv.fr${path}` });
const FORM = '<form><label for="m">Message</label><textarea id="m"></textarea></form>';
const contact = (text: string): PageFacts =>
  at('/Contact', `<main><h1>Nous contacter</h1>${FORM}${text}</main>`);
const propose = (item: string, ...pages: PageFacts[]): Proposal | undefined =>
  proposalOf(personalDataNotice, item, pages, settings);

const ASKED =
  '<p>Vos données servent à vous répondre. Elles sont conservées un an. Vous disposez d’un droit d’accès et pouvez saisir la CNIL.</p>';
const ALSO =
  '<p>Base légale : mission d’intérêt public. Déléguée à la protection des données : dpd@exemple.gouv.fr.</p>';
const LINK = '<p><a href="/Donnees">Données personnelles</a></p>';

test('a form that tells all of it beside itself is proposed as sound', () => {
  expect(propose('CTC-08', contact(ASKED + ALSO))?.answer).toBe('conforme');
});

test.each([
  'Ce fichier vise à fixer un rendez-vous.',
  'Le traitement a pour objet de gérer les demandes.',
  'Données recueillies en vue d’un rendez-vous.',
  'Finalités du traitement',
])('« %s » tells what the data are for', (text) => {
  const rest = ASKED.replace('Vos données servent à vous répondre. ', '');
  expect(propose('CTC-08', contact(`<p>${text}</p>${rest}${ALSO}`))?.answer).toBe('conforme');
});

test('what stands one click away counts, from the footer too', () => {
  const notice = at('/Donnees', `<main><h1>Données</h1>${ASKED}${ALSO}</main>`);
  expect(propose('CTC-08', contact(LINK), notice)?.answer).toBe('conforme');
  const footer = at('/Contact', `<main><h1>Contact</h1>${FORM}</main><footer>${LINK}</footer>`);
  expect(propose('CTC-08', footer, notice)?.answer).toBe('conforme');
  expect(propose('CTC-08', contact(''), notice)?.answer).toBe('non_conforme');
});

test('what is missing is named', () => {
  const text = '<p>Vos données servent à vous répondre. Vous pouvez exercer vos droits.</p>';
  const proposal = propose('CTC-08', contact(text));
  expect(proposal?.answer).toBe('non_conforme');
  expect(proposal?.why).toContain('combien de temps elles sont gardées ou comment saisir la CNIL');
  expect(proposal?.excerpts).toMatchObject([
    { about: 'Nous contacter' },
    { about: 'à quoi servent les données' },
    {},
  ]);
});

test('the legal basis and the data protection officer are for a person to ask for', () => {
  const proposal = propose('CTC-08', contact(ASKED));
  expect(proposal?.answer).toBe('a_verifier');
  expect(proposal?.why).toContain('la base légale ou le contact du délégué');
});

test('a notice that was not read leaves the doubt', () => {
  const proposal = propose('CTC-08', contact(LINK));
  expect(proposal?.answer).toBe('a_verifier');
  expect(proposal?.excerpts).toContainEqual({
    url: 'https://www.exemple.gouv.fr/Donnees',
    about: 'Page à lire : l’audit ne l’a pas lue',
  });
});

test('words about documents, sheets and open data are no notice', () => {
  const text =
    '<p>Le titre se conserve. Ces données sont publiées. Le dossier est conservé par l’usager.</p>';
  expect(propose('CTC-08', contact(text))?.why).toContain('à quoi servent les données');
});

test('without a contact form read, a person opens it', () => {
  expect(propose('CTC-08', page())?.answer).toBe('a_verifier');
});

test('the place to book on the site is read like a form', () => {
  expect(
    propose('RDV-07', at('/Rendez-vous', `<main><h1>Rendez-vous</h1>${ASKED}${ALSO}</main>`))?.answer,
  ).toBe('conforme');
  expect(propose('RDV-07', at('/Rendez-vous', '<main><h1>Rendez-vous</h1></main>'))?.answer).toBe(
    'non_conforme',
  );
});

test('a module that the audit never opens leaves the doubt, and its address', () => {
  const away = '<main><h1>Rendez-vous</h1><a href="/booking/create/4711">Réserver</a></main>';
  const proposal = propose('RDV-07', at('/Rendez-vous', away));
  expect(proposal?.answer).toBe('a_verifier');
  expect(proposal?.excerpts[1]?.url).toBe('https://www.exemple.gouv.fr/booking/create/4711');
});

test('without a booking, the configuration is asked for', () => {
  expect(proposalOf(personalDataNotice, 'RDV-07', [page()], configured({}))?.answer).toBe('non_verifie');
});
