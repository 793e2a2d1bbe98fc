import { expect, test } from 'vitest';
import type { AuditFile } from './audit-file.ts';
import type { Plan, World } from './collect.ts';
import { askPlain, type PlainAnswer } from './plain-answer.ts';
import { site } from './testing.ts';
import type { SiteInfo } from './facts.ts';

/** What is kept, and what is asked, of a server that answers so; an address that it does not know fails. */
async function asked(
  answers: Readonly<Record<string, string>>,
  partial: Partial<SiteInfo> = {},
): Promise<{ kept: PlainAnswer | undefined; urls: string[] }> {
  const urls: string[] = [];
  const file = {
    plainAnswer: undefined as PlainAnswer | undefined,
    keepPlainAnswer: (answer: PlainAnswer) => {
      file.plainAnswer = answer;
    },
  };
  const fetch: World['fetch'] = ({ url }) => {
    urls.push(url);
    const answer = answers[url];
    const common = { url, headers: {}, fetchedOn: '2026-11-24', requests: 1 };
    if (answer === 'page') return Promise.resolve({ ...common, outcome: 'ok' });
    return Promise.resolve(
      answer === undefined
        ? { ...common, outcome: 'network_error' }
        : { ...common, outcome: 'redirected', location: answer },
    );
  };
  const plan = {
    site: site({ address: 'https://a.gouv.fr/', ...partial }),
    signal: new AbortController().signal,
  };
  await askPlain(plan as Plan, file as unknown as AuditFile, { fetch } as World);
  return { kept: file.plainAnswer, urls };
}

test('an address that leads to https does so, by as many hops as it takes', async () => {
  const hops = {
    'http://a.gouv.fr/': 'http://www.a.gouv.fr/',
    'http://www.a.gouv.fr/': 'https://www.a.gouv.fr/',
  };
  expect(await asked(hops)).toEqual({ kept: 'led', urls: Object.keys(hops) });
});

test('a page in http is clear', async () => {
  expect((await asked({ 'http://a.gouv.fr/': 'page' })).kept).toBe('clear');
});

test('a failure and a loop tell nothing', async () => {
  expect((await asked({})).kept).toBe('untold');
  expect((await asked({ 'http://a.gouv.fr/': 'http://a.gouv.fr/' })).kept).toBe('untold');
});

test('nothing is asked of a private site, of one read elsewhere, or of one in http', async () => {
  for (const partial of [
    { asksOtherHosts: false },
    { servedBy: 'http://127.0.0.1:8080' },
    { address: 'http://a.gouv.fr/' },
  ])
    expect(await asked({}, partial)).toEqual({ kept: undefined, urls: [] });
});
