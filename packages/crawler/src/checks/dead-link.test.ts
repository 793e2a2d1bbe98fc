import { expect, test } from 'vitest';
import type { AddressOutcome, LinkFacts, LinkTarget } from '../facts.ts';
import { link, page, pageProblems, settings, verdictLine } from '../testing.ts';
import { deadLink } from './dead-link.ts';

const judge = (...links: LinkFacts[]): string[] => verdictLine(deadLink, page({ links }));
const items = (...links: LinkFacts[]): readonly string[] | undefined => {
  const facts = page({ links });
  return deadLink.scope === 'page' && facts.html
    ? deadLink.judges?.({ ...facts, html: facts.html }, settings())
    : undefined;
};
const to = (outcome: AddressOutcome, target: Partial<LinkTarget> = {}): LinkFacts =>
  link({ target: { outcome, ...target } });
const out = (outcome: AddressOutcome, target: Partial<LinkTarget> = {}): LinkFacts =>
  link({ kind: 'external', href: 'https://www.exemple.org/', target: { outcome, ...target } });

test('links that lead somewhere pass, redirected or to another kind of document', () => {
  expect(
    judge(to('ok'), to('redirected'), to('not_html'), to('too_large'), out('ok'), out('redirected')),
  ).toEqual(['passed']);
});

test('a link to an absent page of the site fails, with its text and address', () => {
  const links = [
    link({
      href: 'https://www.exemple.gouv.fr/Absente',
      text: 'Horaires',
      target: { outcome: 'gone', status: 404 },
    }),
  ];
  expect(judge(...links)).toEqual(['failed', 'internal-dead']);
  expect(pageProblems(deadLink, page({ links }))[0]).toMatchObject({
    at: {
      quote: 'Horaires (https://www.exemple.gouv.fr/Absente)',
      cause: 'https://www.exemple.gouv.fr/Absente',
      place: { selector: '#main a', line: 12 },
    },
  });
});

test('a refusal is no dead link', () => {
  expect(judge(to('blocked'))).toEqual(['cantTell', 'internal-refused']);
  expect(judge(out('blocked'))).toEqual(['cantTell', 'external-refused']);
  const links = [to('blocked', { status: 403 })];
  expect(pageProblems(deadLink, page({ links }))[0]?.params).toEqual({ why: 'accès refusé (403)' });
});

test('a breakdown is for a person to look at', () => {
  for (const outcome of ['server_error', 'timeout', 'network_error', 'invalid_content', 'loop'] as const) {
    expect([outcome, ...judge(to(outcome))]).toEqual([outcome, 'cantTell', 'internal-error']);
    expect([outcome, ...judge(out(outcome))]).toEqual([outcome, 'cantTell', 'external-refused']);
  }
});

test('an absent page or an unknown host proves an external link dead, a cut connection does not', () => {
  expect(judge(out('gone'))).toEqual(['failed', 'external-dead']);
  expect(judge(out('network_error', { reason: 'dns' }))).toEqual(['failed', 'external-dead']);
  expect(judge(to('network_error', { reason: 'dns' }))).toEqual(['failed', 'internal-dead']);
  expect(judge(out('network_error', { reason: 'reset' }))).toEqual(['cantTell', 'external-refused']);
});

test('an address that does not parse is a bad link, one that claims to be no address is not', () => {
  const other = (href: string): LinkFacts => link({ kind: 'other', url: null, href });
  for (const href of ['http://', 'HTTPS://[::1', '//', ' http://exemple .fr', '/trop-longue…'])
    expect([href, ...judge(other(href))]).toEqual([href, 'failed', 'bad-href']);
  for (const href of ['javascript:void(0)', 'data:text/plain,a', 'about:blank', 'ftp://exemple.fr'])
    expect([href, ...judge(other(href))]).toEqual([href, 'inapplicable']);
});

test('what the audit chose not to ask is not judged', () => {
  const left = [
    to('out_of_scope'),
    to('refused_by_robots'),
    out('out_of_scope'),
    out('refused_by_robots'),
    link(),
  ];
  expect(judge(...left)).toEqual(['passed']);
  expect(items(...left)).toEqual([]);
});

test('a link to another site that no budget was left for is to be tried by a person, told once a page', () => {
  const left = out('out_of_scope', { reason: 'budget' });
  expect(judge(left, left, out('ok'))).toEqual(['cantTell', 'external-left']);
  expect(items(left)).toEqual(['TEC-02']);
  expect(judge(to('out_of_scope', { reason: 'budget' }))).toEqual(['passed']);
});

test('internal and external links answer for one item each, when one was asked', () => {
  expect(items(to('ok'), out('out_of_scope'))).toEqual(['TEC-01']);
  expect(items(to('out_of_scope'), out('gone'))).toEqual(['TEC-02']);
  expect(items(to('ok'), out('ok'), to('gone'))).toEqual(['TEC-01', 'TEC-02']);
  expect(items(link({ kind: 'other', url: null, href: 'http://' }))).toEqual(['TEC-01']);
});

test('one target is one problem a zone', () => {
  const gone = to('gone');
  expect(judge(gone, { ...gone, text: 'Lire la suite' })).toEqual(['failed', 'internal-dead']);
  expect(judge(gone, { ...gone, zone: 'footer' })).toEqual(['failed', 'internal-dead', 'internal-dead']);
});

test('a page without such links is not concerned', () => {
  expect(judge()).toEqual(['inapplicable']);
  expect(
    judge(link({ kind: 'document', target: { outcome: 'gone' } }), link({ kind: 'mail', url: null })),
  ).toEqual(['inapplicable']);
});
