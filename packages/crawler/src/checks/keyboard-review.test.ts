import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import type { KeyboardFacts } from '../passes/keyboard.ts';
import type { Proposal } from '../proposal.ts';
import { page, PARAGRAPH, proposalOf, rendered, walked } from '../testing.ts';
import { keyboardReview } from './keyboard-review.ts';

const at = (name: string, html: Partial<HtmlFacts>, keyboard?: KeyboardFacts): PageFacts =>
  page(
    { kind: 'other', title: name, headings: [], ...html },
    {
      url: `https://www.exemple.gouv.fr/${name}`,
      ...(keyboard ? { rendered: rendered({ passes: { keyboard } }) } : {}),
    },
  );
const home = (keyboard?: KeyboardFacts): PageFacts => at('Accueil', { kind: 'home' }, keyboard);
const contact = (keyboard?: KeyboardFacts): PageFacts => at('Nous contacter', {}, keyboard);
const booking = (keyboard?: KeyboardFacts): PageFacts => at('Prendre un rendez-vous', {}, keyboard);
const propose = (...pages: PageFacts[]): Proposal | undefined => proposalOf(keyboardReview, 'A11-08', pages);

test('menu, contact and booking gone through to the end are proposed as conforming', () => {
  expect(propose(home(walked), contact(walked), booking(walked))).toMatchObject({
    answer: 'conforme',
    excerpts: [
      {
        about: 'Menu (page d’accueil)',
        quote: '9\u00A0arrêts de la touche Tabulation, jusqu’à la fin de la page',
      },
      { about: 'Contact' },
      { about: 'Rendez-vous' },
    ],
  });
});

test.each(['traps', 'dropped', 'unmarked', 'unseen'] as const)(
  '%s do not conform, and come first',
  (kind) => {
    const proposal = propose(home({ ...walked, [kind]: [PARAGRAPH] }), contact(walked), booking(walked));
    expect(proposal).toMatchObject({
      answer: 'non_conforme',
      excerpts: [{ quote: PARAGRAPH.html }, {}, {}, {}],
    });
  },
);

test('a page that was not gone through is to be, a site without it to be searched', () => {
  const proposal = propose(home(walked), contact());
  expect(proposal).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ about: 'Contact', quote: 'à parcourir' }, {}],
  });
  expect(proposal?.why).toContain('« Contact » et « Rendez-vous »');
  expect(propose()).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ url: 'https://www.exemple.gouv.fr' }],
  });
});

test('a walk that was cut short is to be ended', () => {
  const short = { ...walked, isComplete: false };
  expect(propose(home(short), contact(walked), booking(walked))?.answer).toBe('a_verifier');
});

test('a page is known by its name, not by a word in it', () => {
  const other = at('Les contacts de la presse au rendez-vous annuel', {}, { ...walked, traps: [PARAGRAPH] });
  expect(propose(home(walked), contact(walked), booking(walked), other)?.answer).toBe('conforme');
});
