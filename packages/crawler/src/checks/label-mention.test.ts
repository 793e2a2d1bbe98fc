import { expect, test } from 'vitest';
import type { HtmlFacts, PageFacts } from '../facts.ts';
import {
  configured,
  page,
  passages,
  proposalOf,
  rendered,
  settings,
  siteLine,
  siteProblems,
} from '../testing.ts';
import { labelMention } from './label-mention.ts';

const SITE = 'https://www.exemple.gouv.fr';
const LABEL = {
  ...{ name: 'Qual-e-Pref', family: 'qual-e-pref', obtained: '2025-03-02', end: '2028-03-01' },
  ...{ scope: { fr: 'accueil' }, sites: ['prefecture'], modules: [1, 4] },
};
const PINNED = { pages: { quality: '/Qualite' } };
const given = configured({ ...PINNED, label: LABEL });
const quality = (texts: readonly string[], html: Partial<HtmlFacts> = {}, path = '/Qualite'): PageFacts =>
  page({ kind: 'other', passages: passages(...texts), ...html }, { url: SITE + path });
const judge = (...texts: readonly string[]): string[] => siteLine(labelMention, [quality(texts)], given);
const HELD =
  'La préfecture est labellisée Qual-e-Pref pour les modules 1 et 4, du 2 mars 2025 au 1er mars 2028.';

test('a mention as configured passes', () => {
  expect(judge(HELD)).toEqual(['passed']);
});

test('dates and modules that are not those configured fail, with the words of the page', () => {
  const text = 'Le label Qual-e-Pref, modules 1, 2 et 4, est valable du 3 avril 2025 au 1er mars 2027.';
  expect(judge(text)).toEqual(['failed', 'other-end', 'other-start', 'other-modules']);
  expect(siteProblems(labelMention, [quality([text])], given)[0]).toMatchObject({
    at: { url: `${SITE}/Qualite`, quote: text, place: { line: 10 } },
    params: { known: '1er mars 2028' },
  });
});

test('of a long passage, the words of the claim are quoted', () => {
  const text = `${'La préfecture vous accueille. '.repeat(9)}Le label Qual-e-Pref est valable jusqu’au 30 juin 2028.`;
  const [fault] = siteProblems(labelMention, [quality([text])], given);
  expect(fault?.at.quote).toMatch(/^…\S.* jusqu’au 30 juin 2028\.$/);
});

test('a label that has run out, or another one, is not to be claimed', () => {
  const over = configured({ ...PINNED, label: { ...LABEL, obtained: '2022-03-02', end: '2025-03-01' } });
  expect(siteLine(labelMention, [quality(['La préfecture est labellisée Qual-e-Pref.'])], over)).toEqual([
    'failed',
    'not-held',
  ]);
  expect(judge('La préfecture est labellisée Qualipref.', HELD)).toEqual(['failed', 'former-label']);
});

test('the news of another day and the history of the label are not judged', () => {
  const news = quality(['La préfecture est labellisée Qualipref.'], {}, '/Actualites/2013');
  expect(siteLine(labelMention, [quality([HELD]), news], given)).toEqual(['passed']);
  expect(judge(HELD, 'Le label Qualipref avait été obtenu en 2012.')).toEqual(['passed']);
});

test('the home page is judged too', () => {
  const home = quality(['Label Qual-e-Pref valable jusqu’au 1er mars 2027.'], { kind: 'home' }, '/');
  expect(siteLine(labelMention, [quality([HELD]), home], given)).toEqual(['failed', 'other-end']);
});

test('the badge is held to the same label, as wide as its dates are known', () => {
  const badge = (label: object): PageFacts => {
    const shown = {
      name: 'Qual-e-Pref',
      scope: { fr: 'accueil' },
      modules: [4, 1],
      start: '2025',
      end: '2028-03',
    };
    const file = {
      schemaVersion: 1,
      publishedOn: '2026-10-19',
      units: [],
      indicators: [],
      label: { ...shown, ...label },
    };
    const seen = {
      ...{ selector: 'qp-results-badge', zone: 'main' as const, component: 'x', html: '' },
      ...{ src: `${SITE}/r.json`, label: null, lines: [], file: JSON.stringify(file) },
    };
    return { ...quality(['Résultats']), rendered: rendered({ probes: { badges: [seen] } }) };
  };
  expect(siteLine(labelMention, [badge({})], given)).toEqual(['passed']);
  expect(siteLine(labelMention, [badge({ end: '2027' })], given)).toEqual(['failed', 'badge-differs']);
  const all = { name: 'Marianne', start: '2024', end: '2027', modules: [1] };
  const suspended = { from: '2026', reason: { fr: 'travaux' } };
  expect(siteProblems(labelMention, [badge({ ...all, suspended })], given)).toMatchObject([
    { params: { what: 'le nom, la date d’obtention, la fin de validité, les modules, la suspension' } },
  ]);
});

test('quality pages that do not name the label, or that were not read, leave a doubt', () => {
  expect(judge('Nous mesurons nos délais.')).toEqual(['cantTell', 'no-mention']);
  const home = quality(['Bienvenue'], { kind: 'home' }, '/');
  expect(siteLine(labelMention, [home], given)).toEqual(['cantTell', 'no-quality-page']);
  expect(proposalOf(labelMention, 'RES-03', [], given)?.answer).toBe('a_verifier');
});

test('without a label configured nothing is judged, and the key to fill in is named', () => {
  expect(siteLine(labelMention, [quality([HELD])], settings())).toEqual(['inapplicable']);
  expect(proposalOf(labelMention, 'RES-03', [], settings())).toMatchObject({
    answer: 'non_verifie',
    why: expect.stringContaining('qualepref.yml (label)') as string,
  });
});
