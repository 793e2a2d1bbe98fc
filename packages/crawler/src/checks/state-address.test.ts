import { expect, test } from 'vitest';
import type { PageFacts } from '../facts.ts';
import type { PlainAnswer } from '../plain-answer.ts';
import { configured, page, proposalOf, siteLine, siteProblems } from '../testing.ts';
import { stateAddress } from './state-address.ts';

const home = (plain?: PlainAnswer): PageFacts =>
  page({ kind: 'home' }, { url: 'https://www.exemple.gouv.fr/', ...(plain ? { plain } : {}) });
const at = (address: string): ReturnType<typeof configured> => configured({ site: { address } });

test('an address in https and .gouv.fr, to which the one in http leads, passes', () => {
  expect(siteLine(stateAddress, [home('led')])).toEqual(['passed']);
  expect(proposalOf(stateAddress, 'ETA-01', [home('led')])).toMatchObject({ answer: 'conforme' });
});

test('an address in http fails', () => {
  expect(siteLine(stateAddress, [home()], at('http://www.exemple.gouv.fr'))).toEqual([
    'failed',
    'not-secure',
  ]);
});

test('an address elsewhere than in .gouv.fr fails, one that only looks so too', () => {
  for (const address of [
    'https://www.exemple.fr',
    'https://exemple.gouv.fr.exemple.com',
    'https://exemplegouv.fr',
  ])
    expect(siteLine(stateAddress, [home()], at(address)), address).toEqual(['failed', 'not-gouv']);
});

test('a page that comes in http fails, what does not answer is to be tried', () => {
  expect(siteLine(stateAddress, [home('clear')])).toEqual(['failed', 'plain-answer']);
  expect(siteLine(stateAddress, [home('untold')])).toEqual(['cantTell', 'plain-refused']);
});

test('a form that is sent in http fails, a picture in http does not', () => {
  const place = { selector: 'form', line: 9, zone: 'main' } as const;
  const unsafe = [
    { kind: 'form', url: 'http://a.fr/envoi', ...place },
    { kind: 'passive', url: 'http://a.fr/i.png', ...place },
  ] as const;
  const problems = siteProblems(stateAddress, [home('led'), page({ unsafe })]);
  expect(problems).toMatchObject([{ code: 'plain-form', at: { quote: 'http://a.fr/envoi' } }]);
});

test('a site read through another address is judged by its own, and the proposal says what was not tried', () => {
  const site = { address: 'https://www.exemple.gouv.fr', servedBy: 'http://127.0.0.1:8080' };
  const settings = configured({ site });
  expect(siteLine(stateAddress, [home()], settings)).toEqual(['passed']);
  const { answer, why } = proposalOf(stateAddress, 'ETA-01', [home()], settings) ?? {};
  expect(answer).toBe('conforme');
  expect(why).toContain('http://127.0.0.1:8080');
  expect(why).toContain('reste à essayer');
});

test('an address on somebody’s own machine is not the one to judge', () => {
  for (const address of ['http://127.0.0.1:8080', 'http://localhost:3000', 'http://192.168.1.20']) {
    expect(siteLine(stateAddress, [home()], at(address)), address).toEqual(['passed']);
    expect(proposalOf(stateAddress, 'ETA-01', [home()], at(address))?.answer, address).toBe('non_verifie');
  }
});

test('nothing is said of a site of which no page was read', () => {
  expect(siteLine(stateAddress, [page({ viewOf: 'https://www.exemple.gouv.fr/' })])).toEqual([
    'inapplicable',
  ]);
  expect(proposalOf(stateAddress, 'ETA-01', [])).toBeUndefined();
});
