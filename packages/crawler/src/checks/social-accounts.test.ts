import { expect, test } from 'vitest';
import type { HtmlFacts, LinkFacts, PageFacts } from '../facts.ts';
import {
  configured,
  link,
  page,
  passages,
  proposalOf,
  settings,
  siteLine,
  siteProblems,
} from '../testing.ts';
import { socialAccounts } from './social-accounts.ts';

const SITE = 'https://www.exemple.gouv.fr/';
const FACEBOOK = 'https://www.facebook.com/prefecture.exemple';
const given = (...addresses: readonly (string | undefined)[]) =>
  configured({
    accounts: addresses.map((address) => ({
      network: 'Facebook',
      name: '@exemple',
      ...(address === undefined ? {} : { address }),
    })),
  });
const home = (links: readonly (string | LinkFacts)[], html: Partial<HtmlFacts> = {}): PageFacts =>
  page(
    {
      kind: 'home',
      links: links.map((each) =>
        typeof each === 'string' ? link({ kind: 'external', url: each, text: 'Compte' }) : each,
      ),
      ...html,
    },
    { url: SITE },
  );
const judge = (links: readonly (string | LinkFacts)[], of = given(FACEBOOK)): string[] =>
  siteLine(socialAccounts, [home(links)], of);

test('each account configured is linked from the home page, however its address is written', () => {
  for (const url of [
    FACEBOOK,
    'http://facebook.com/Prefecture.Exemple/',
    'https://fr-fr.facebook.com/prefecture.exemple?ref=x',
  ])
    expect(judge([url])).toEqual(['passed']);
  expect(judge(['https://twitter.com/exemple'], given('https://x.com/Exemple'))).toEqual(['passed']);
  expect(judge(['https://www.youtube.com/exemple'], given('https://www.youtube.com/@exemple'))).toEqual([
    'passed',
  ]);
});

test('an account that the home page does not lead to fails', () => {
  expect(judge([])).toEqual(['failed', 'account-missing']);
  expect(siteProblems(socialAccounts, [home([])], given(FACEBOOK))).toMatchObject([
    { params: { name: 'Facebook @exemple' }, at: { url: SITE } },
  ]);
});

test('a link to an absent account fails, one that refuses the audit does not', () => {
  const to = (outcome: 'gone' | 'blocked') => link({ kind: 'external', url: FACEBOOK, target: { outcome } });
  expect(judge([to('gone')])).toEqual(['failed', 'account-dead']);
  expect(judge([to('blocked')])).toEqual(['passed']);
});

test('an account that nobody configured is to be looked at, a button that shares the page is none', () => {
  expect(judge([FACEBOOK, 'https://x.com/ancien'])).toEqual(['cantTell', 'account-unknown']);
  const sharing = [
    'https://www.facebook.com/sharer/sharer.php?u=x',
    'https://x.com/intent/post?url=x',
    'https://www.linkedin.com/sharing/share-offsite/',
  ];
  expect(
    judge([FACEBOOK, ...sharing, 'https://www.youtube.com/watch?v=1', 'https://www.facebook.com/']),
  ).toEqual(['passed']);
});

test('an account configured without its address leaves a doubt, and no other account is accused', () => {
  expect(judge([FACEBOOK], given(undefined))).toEqual(['cantTell', 'account-address']);
});

test('without the home page nothing is known; without accounts configured, the key is named', () => {
  const other = page({ passages: passages('Règles de modération') });
  expect(siteLine(socialAccounts, [other], given(FACEBOOK))).toEqual(['cantTell', 'home-unread']);
  expect(siteLine(socialAccounts, [page()], given(FACEBOOK))).toEqual(['inapplicable']);
  expect(proposalOf(socialAccounts, 'RSX-01', [], given(FACEBOOK))?.answer).toBe('a_verifier');
  expect(proposalOf(socialAccounts, 'RSX-01', [home([FACEBOOK])], settings())).toMatchObject({
    answer: 'non_verifie',
    why: expect.stringContaining('qualepref.yml (accounts)') as string,
    excerpts: [{ url: FACEBOOK, about: 'Compte' }],
  });
});

test('the accounts to open are those configured, or else those linked', () => {
  const of = (given_: ReturnType<typeof given>) =>
    proposalOf(socialAccounts, 'RSX-02', [home([FACEBOOK])], given_);
  expect(of(given('https://x.com/exemple'))).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ url: 'https://x.com/exemple', about: 'Facebook @exemple' }],
  });
  expect(of(settings())).toMatchObject({ excerpts: [{ url: FACEBOOK }] });
});

test('rules of moderation are found by their words', () => {
  const of = (text: string, links: readonly LinkFacts[] = []) =>
    proposalOf(socialAccounts, 'RSX-03', [home(links, { passages: passages(text) })])?.answer;
  expect(of('Les commentaires injurieux sont retirés : règles de modération.')).toBe('conforme');
  expect(of('Charte d’utilisation de nos comptes')).toBe('conforme');
  expect(of('Charte d’utilisation des machines de calcul')).toBe('non_conforme');
  expect(of('L’alcool, avec modération')).toBe('non_conforme');
  expect(of('Une circulation modérée')).toBe('non_conforme');
  expect(of('Bienvenue', [link({ target: { outcome: 'out_of_scope', reason: 'budget' } })])).toBe(
    'a_verifier',
  );
});
