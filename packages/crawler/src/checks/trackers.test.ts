import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { Proposal } from '../proposal.ts';
import type { OpeningFacts } from '../render-opening.ts';
import { configured, OPENING, page, proposalOf, rendered } from '../testing.ts';
import { trackers } from './trackers.ts';

const opened = (opening: Partial<OpeningFacts> = {}, cookies?: string[]): PageFacts =>
  page({}, { rendered: rendered({ opening: { ...OPENING, ...opening } }), ...(cookies ? { cookies } : {}) });
const propose = (...pages: PageFacts[]): Proposal | undefined => proposalOf(trackers, 'ETA-05', pages);

test('pages that leave nothing are proposed as conforming, and the reason says what was tried', () => {
  const { answer, why } = propose(opened(), opened()) ?? {};
  expect(answer).toBe('conforme');
  expect(why).toContain('Sur 2\u00A0pages ouvertes sans rien cliquer');
  expect(why).not.toContain('aucun traceur');
});

test('a session and the visitor’s own choice need no agreement', () => {
  expect(propose(opened({ cookies: ['tarteaucitron'], storage: ['scheme'] }, ['eZSESSID98']))).toMatchObject({
    answer: 'conforme',
    excerpts: [{ about: 'Cookie déposé par le serveur', quote: 'eZSESSID98' }, {}, {}],
  });
});

test('what an advertising or audience tool leaves does not conform, and comes first', () => {
  for (const cookies of [['_ga'], ['_ga_X1'], ['_fbp'], ['_hjSession_1']])
    expect(propose(opened({ cookies, storage: ['abc'] })), cookies[0]).toMatchObject({
      answer: 'non_conforme',
      excerpts: [{ about: 'Cookie écrit par un script', quote: cookies[0] }, { quote: 'abc' }],
    });
  expect(propose(opened({}, ['_gid']))?.answer).toBe('non_conforme');
});

test('a call to a host that follows visitors does not conform, one to another site is to be weighed', () => {
  expect(propose(opened({ hosts: ['www.googletagmanager.com'] }))?.answer).toBe('non_conforme');
  expect(propose(opened({ hosts: ['notgoogletagmanager.com'] }))?.answer).toBe('a_verifier');
  expect(propose(opened({ hosts: ['www.youtube.com'] }))).toMatchObject({
    answer: 'a_verifier',
    excerpts: [{ about: 'Autre site appelé', quote: 'www.youtube.com' }],
  });
});

test('a name that nobody knows is to be weighed', () => {
  expect(propose(opened({ cookies: ['gadget'] }))?.answer).toBe('a_verifier');
  expect(propose(opened({ cookies: ['my_ga'] }))?.answer).toBe('a_verifier');
});

test('the site’s other names are no other sites', () => {
  const site = { address: 'https://www.exemple.gouv.fr', aliases: ['https://exemple.gouv.fr'] };
  const proposal = proposalOf(
    trackers,
    'ETA-05',
    [opened({ hosts: ['exemple.gouv.fr'] })],
    configured({ site }),
  );
  expect(proposal?.answer).toBe('conforme');
});

test('each name is shown once', () => {
  expect(propose(opened({ cookies: ['gadget'] }), opened({ cookies: ['gadget'] }))?.excerpts).toHaveLength(1);
});

test('without a page opened, nothing is said', () => {
  expect(propose(page())?.answer).toBe('non_verifie');
});
