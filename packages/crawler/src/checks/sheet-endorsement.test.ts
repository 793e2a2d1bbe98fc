import { expect, test } from 'vitest';
import { feedSheet, sheetHtml } from '../sheet-testing.ts';
import { page, verdictLine } from '../testing.ts';
import { pageOf, verdictOf } from '../testing-read.ts';
import { sheetEndorsement } from './sheet-endorsement.ts';

const LOGO = '<img src="/img/logo-service-public.svg" alt="Service-Public">';
const judge = (main: string): string[] => verdictOf(sheetEndorsement, main);

test('a logo with words and a link passes', () => {
  expect(judge(`<a href="https://www.service-public.gouv.fr/">${LOGO}</a>`)).toEqual(['passed']);
});

test('a logo alone, or a link without words, is for a person to look at', () => {
  expect(judge(LOGO)).toEqual(['cantTell', 'lone-logo']);
  expect(judge('<a href="/x"><img src="/servicepublic.png" alt=""></a>')).toEqual(['cantTell', 'lone-logo']);
});

test('an image of something else, and a logo of the footer, are not concerned', () => {
  expect(judge('<img src="/service-publication.png" alt="Publication">')).toEqual(['inapplicable']);
  const footer = pageOf(`<main><p>Texte</p></main><footer>${LOGO}</footer>`);
  expect(verdictLine(sheetEndorsement, footer)).toEqual(['inapplicable']);
});

test('a claim to speak for the source is for a person to look at', () => {
  const inside = (text: string): string[] =>
    verdictLine(sheetEndorsement, pageOf(sheetHtml(feedSheet(), { inside: `<p>${text}</p>` })));
  expect(inside('Ceci est une page officielle de Service-Public.')).toEqual([
    'cantTell',
    'endorsement-claim',
  ]);
  expect(inside('Un contenu validé par la DILA.')).toEqual(['cantTell', 'endorsement-claim']);
  expect(inside('Le site officiel de l’État est ouvert à tous.')).toEqual(['passed']);
});

test('a page that shows neither sheet nor logo is not concerned', () => {
  expect(verdictLine(sheetEndorsement, page())).toEqual(['inapplicable']);
});
