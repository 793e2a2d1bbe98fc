import { expect, test } from 'vitest';
import type { LinkFacts, PageFacts } from '../facts.ts';
import { configured, link, page, settings, siteLine, siteProblems } from '../testing.ts';
import { read } from '../testing-read.ts';
import { contactLink } from './contact-link.ts';

const SITE = 'https://www.exemple.gouv.fr';
const form = page(
  read('<main><h1>Nous contacter</h1><form><textarea></textarea></form></main>', { path: '/Contact' }),
  {
    url: `${SITE}/Contact`,
  },
);
const withLink = (partial: Partial<LinkFacts>): PageFacts =>
  page({ links: [link({ zone: 'footer', href: `${SITE}/Contact`, ...partial })] });
const judge = (partial: Partial<LinkFacts>): string[] => siteLine(contactLink, [withLink(partial), form]);

test.each([
  'Contact',
  'Nous contacter',
  'Contactez-nous',
  'Contacter la préfecture',
  'Formulaire de contact',
  'Écrivez-nous',
  'Nous écrire',
  'Poser une question',
  'Une question ?',
  'Contact us',
])('« %s » leads to the contact form', (text) => {
  expect(judge({ text })).toEqual(['passed']);
});

test('a page without such a link fails, on itself', () => {
  expect(judge({ text: 'Plan du site' })).toEqual(['failed', 'no-contact-link']);
  expect(siteProblems(contactLink, [withLink({ text: 'Démarches' }), form])).toMatchObject([
    { code: 'no-contact-link', at: { url: `${SITE}/Demarches/Passeport` } },
  ]);
});

test('a link to a page that is gone is none; one that was refused is', () => {
  expect(judge({ text: 'Contact', target: { outcome: 'gone' } })).toEqual(['failed', 'dead-contact-link']);
  expect(judge({ text: 'Contact', target: { outcome: 'blocked' } })).toEqual(['passed']);
});

test.each(['Contacts presse', 'Contacter un élu', 'Écrire au greffe des associations'])(
  '« %s » may be for somebody else: a person looks',
  (text) => {
    expect(judge({ text })).toEqual(['cantTell', 'doubtful-contact-link']);
  },
);

test('an e-mail address is no form', () => {
  expect(judge({ text: 'Contact', kind: 'mail', href: 'mailto:a@exemple.gouv.fr' })).toEqual([
    'failed',
    'no-contact-link',
  ]);
});

test('a link to the page that the configuration gives is enough, whatever it says', () => {
  const given = configured({ pages: { complaints: '/Contact' } });
  expect(siteLine(contactLink, [withLink({ text: 'Votre avis' }), form], given)).toEqual(['passed']);
});

test('where no form was read, a person opens the link; a page on its own owes none', () => {
  const alone = withLink({ text: 'Contact' });
  expect(siteLine(contactLink, [alone])).toEqual(['cantTell', 'no-contact-form']);
  expect(siteLine(contactLink, [alone], settings({ isSingle: true }))).toEqual(['passed']);
});

test('an extra view of a page is not asked again', () => {
  expect(siteLine(contactLink, [page({ viewOf: `${SITE}/a` })])).toEqual(['inapplicable']);
});
