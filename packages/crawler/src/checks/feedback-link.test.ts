import { expect, test } from 'vitest';
import type { LinkFacts, PageFacts } from '../facts.ts';
import { link, page, settings, siteLine, siteProblems } from '../testing.ts';
import { feedbackLink } from './feedback-link.ts';

const home = (...links: readonly Partial<LinkFacts>[]): PageFacts =>
  page({ kind: 'home', links: links.map((each) => link({ kind: 'external', ...each })) });
const judge = (...links: readonly Partial<LinkFacts>[]): string[] => siteLine(feedbackLink, [home(...links)]);
const PLUS = 'https://www.plus.transformation.gouv.fr/experience/step_1';

test.each([
  PLUS,
  'https://jedonnemonavis.numerique.gouv.fr/Demarches/12?button=3',
  'https://voxusagers.numerique.gouv.fr/Demarches/12',
])('a link to %s that answers passes', (href) => {
  expect(judge({ href, target: { outcome: 'ok' } })).toEqual(['passed']);
});

test('where other sites are not asked, the address is enough', () => {
  expect(judge({ href: PLUS, target: { outcome: 'out_of_scope', reason: 'other-host' } })).toEqual([
    'passed',
  ]);
  expect(judge({ href: PLUS })).toEqual(['passed']);
});

test('a site without such a link fails once, on its home page', () => {
  expect(judge({ href: 'https://www.service-public.gouv.fr/' })).toEqual(['failed', 'no-feedback-link']);
  expect(judge({ href: 'https://www.plus.transformation.gouv.fr.exemple.com/' })[0]).toBe('failed');
});

test('a link that is gone fails once, wherever the footer repeats it', () => {
  const dead = { href: PLUS, text: 'Services Publics +', target: { outcome: 'gone' } } as const;
  expect(siteLine(feedbackLink, [home(dead), home(dead)])).toEqual(['failed', 'dead-feedback-link']);
  expect(siteProblems(feedbackLink, [home(dead)])[0]?.at.quote).toBe('Services Publics +');
});

test('a link that refused the audit is for a person to open', () => {
  expect(judge({ href: PLUS, target: { outcome: 'blocked' } })).toEqual(['cantTell', 'silent-feedback-link']);
});

test('the name without the address is for a person to open', () => {
  const href = 'https://www.exemple.gouv.fr/avis';
  expect(judge({ href, kind: 'page', text: 'Je donne mon avis' })).toEqual(['cantTell', 'named-elsewhere']);
  expect(judge({ href, kind: 'page', text: 'Services Publics +' }, { href: PLUS })).toEqual(['passed']);
});

test('the name on a page that is gone is a dead link, and no doubt beside', () => {
  const dead = { href: 'https://www.exemple.gouv.fr/avis', text: 'Je donne mon avis' } as const;
  expect(judge({ ...dead, kind: 'page', target: { outcome: 'gone' } })).toEqual([
    'failed',
    'dead-feedback-link',
  ]);
});

test('a page on its own owes no link, and pages without one nothing to say', () => {
  expect(siteLine(feedbackLink, [home()], settings({ isSingle: true }))).toEqual(['passed']);
  expect(siteLine(feedbackLink, [page()])).toEqual(['inapplicable']);
});
