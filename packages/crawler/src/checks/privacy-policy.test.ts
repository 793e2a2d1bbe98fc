import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import { link, page, passages, proposalOf } from '../testing.ts';
import { privacyPolicy } from './privacy-policy.ts';

const SITE = 'https://www.exemple.gouv.fr';
const home = (links = [link({ text: 'Accueil' })]): PageFacts =>
  page({ kind: 'home', title: 'Les services de l’État', links }, { url: `${SITE}/` });
const WHY = 'Ces données servent à vous répondre.';
const LONG = 'Elles sont conservées un an.';
const RIGHTS = 'Vous avez un droit d’accès et de rectification.';
const WHO = 'Déléguée à la protection des données : dpd@exemple.gouv.fr.';
const policy = (texts: string[], title = 'Données personnelles - Les services de l’État'): PageFacts =>
  page(
    { kind: 'other', title, headings: [], passages: passages(...texts) },
    { url: `${SITE}/Footer/Donnees` },
  );

test('a policy that says why, how long, which rights and who is proposed as conforming, its contact first', () => {
  expect(proposalOf(privacyPolicy, 'ETA-04', [home(), policy([WHY, LONG, RIGHTS, WHO])])).toMatchObject({
    answer: 'conforme',
    excerpts: [{ about: 'Qui contacter', quote: WHO }, { quote: RIGHTS }, { quote: LONG }, { quote: WHY }],
  });
});

test('what it does not say makes it not conform, and is named', () => {
  const { answer, why } = proposalOf(privacyPolicy, 'ETA-04', [policy([WHY, RIGHTS])]) ?? {};
  expect(answer).toBe('non_conforme');
  expect(why).toContain('combien de temps elles sont conservées et qui contacter');
});

test.each([
  'Protection des données personnelles',
  'Politique de confidentialité',
  'Politique de protection des données',
  'Données à caractère personnel',
  'Gestion des données personnelles et cookies',
  'Vie privée',
])('« %s » names the policy', (title) => {
  expect(proposalOf(privacyPolicy, 'ETA-04', [policy([WHY, LONG, RIGHTS, WHO], title)])?.answer).toBe(
    'conforme',
  );
});

test.each([
  'Données ouvertes',
  'Données',
  'Gestion des cookies',
  'Vos données personnelles piratées : que faire ?',
])('« %s » does not', (title) => {
  expect(proposalOf(privacyPolicy, 'ETA-04', [policy([WHY], title)])?.why).toContain('Aucune page');
});

test('a policy that was not read is to be opened', () => {
  const led = home([link({ text: 'Données personnelles', url: `${SITE}/Footer/Donnees` })]);
  expect(proposalOf(privacyPolicy, 'ETA-04', [led])).toMatchObject({
    ...{ answer: 'a_verifier', excerpts: [{ url: `${SITE}/Footer/Donnees` }] },
  });
});

test('a legal notice that speaks of personal data is to be read, one that does not changes nothing', () => {
  const notice = (...texts: string[]): PageFacts =>
    policy(texts, 'Mentions légales - Les services de l’État');
  const told = [home(), notice('Données personnelles : elles servent à vous répondre.', LONG)];
  expect(proposalOf(privacyPolicy, 'ETA-04', told)).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ about: 'Pourquoi elles sont traitées' }, { quote: LONG }],
  });
  expect(proposalOf(privacyPolicy, 'ETA-04', [home(), notice('Éditeur : la préfecture.')])?.answer).toBe(
    'non_conforme',
  );
});
