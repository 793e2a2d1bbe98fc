import { expect, test } from 'vitest';
import { decide, type Campaign } from './campaign.ts';
import { emailDelay, letterDelay } from './correspondence.ts';
import { changeCampaigns, openMailControl, openReception, type HandCampaign } from './hand-campaign.ts';
import type { Gap } from './improvement.ts';
import { exampleMail } from './mail-fixture.ts';
import { isMendedBy, lastSighting, loadPlanNews, sightingsIn, type Sighting } from './sighting.ts';
import type { Decision } from './verdict.ts';

const SITES = [{ id: 'aix', name: 'Sous-préfecture d’Aix', kind: 'sous-prefecture' }] as const;
const reception = openReception(
  { id: 'x1', sites: SITES },
  { period: '2027-S1', today: '2027-05-10', modules: [1] },
);
const control = openMailControl(
  { id: 'x2', sites: SITES },
  ['1', '2'].map((id) => exampleMail({ id })),
  {
    ...{ period: '2026-T4', modules: [1], seed: 'a', size: 30, today: '2027-01-05' },
    delays: { email: emailDelay.value, letter: letterDelay.value },
    calendarOf: () => ({ zone: 'metropole', closings: [] }),
  },
);

const decided = (
  hand: HandCampaign,
  item: string,
  verdict: Decision['verdict'],
  isIt: (campaign: Campaign) => boolean = () => true,
  reason = 'Vu.',
): HandCampaign =>
  changeCampaigns(hand, (campaign) =>
    isIt(campaign)
      ? decide(campaign, item, { verdict, by: 'Référente', date: '2027-05-12', reason })
      : campaign,
  );
const isReply = (entry: string) => (campaign: Campaign) => campaign.id.endsWith(`:${entry}`);
const seenOf = (hand: HandCampaign, item: string) =>
  sightingsIn(hand).filter(({ reference }) => reference === item);

test('a visit shows each point that a person decided, and nothing of the others', () => {
  expect(sightingsIn(reception)).toEqual([]);
  expect(sightingsIn(decided(reception, 'SIG-01', 'conforme'))).toEqual([
    {
      ...{ origin: 'reception-grid', reference: 'SIG-01', site: 'aix', period: '2027-S1' },
      ...{ on: '2027-05-12', verdict: 'conforme', by: 'Référente', note: 'Vu.' },
    },
  ]);
});

test('a decision that was taken back shows nothing any more', () => {
  const back = decided(decided(reception, 'SIG-01', 'conforme'), 'SIG-01', 'a_verifier');
  expect(sightingsIn(back)).toEqual([]);
});

test('a control shows a point as mended once all of its replies conform, not while one is left', () => {
  const one = decided(control, 'MEL-02', 'conforme', isReply('1'));
  expect(seenOf(one, 'MEL-02')).toEqual([]);
  expect(seenOf(decided(one, 'MEL-02', 'conforme', isReply('2')), 'MEL-02')).toMatchObject([
    { verdict: 'conforme', sample: { conforme: 2, decided: 2 }, site: 'aix', on: '2027-05-12' },
  ]);
});

test('one reply is enough for a gap to be still there', () => {
  const one = decided(control, 'MEL-02', 'non_conforme', isReply('1'));
  expect(seenOf(one, 'MEL-02')).toMatchObject([
    { verdict: 'non_conforme', sample: { conforme: 0, decided: 1 } },
  ]);
});

test('what the log settles by itself is seen on the day of the draw', () => {
  expect(seenOf(control, 'MEL-01')).toMatchObject([{ verdict: 'conforme', on: '2027-01-05' }]);
});

const gap: Gap = {
  ...{ id: 'reception:2026-S2:SIG-01:aix', origin: 'reception-grid', foundOn: '2026-11-24' },
  ...{ subject: 'Enseigne', reference: 'SIG-01', site: 'aix' },
};
const seen = (over: Partial<Sighting>): Sighting => ({
  ...{ origin: 'reception-grid', reference: 'SIG-01', site: 'aix', period: '2027-S1' },
  ...{ on: '2027-05-12', verdict: 'conforme' },
  ...over,
});

test('a sighting counts from the day on which the gap was found, not before', () => {
  const on = (day: string) => lastSighting(gap, [seen({ on: day })])?.on;
  expect([on('2026-11-23'), on('2026-11-24')]).toEqual([undefined, '2026-11-24']);
});

test('another point, site or grid says nothing of a gap', () => {
  const others = [{ reference: 'SIG-02' }, { site: 'arles' }, { origin: 'mail-control' }] as const;
  expect(lastSighting(gap, others.map(seen))).toBeUndefined();
});

test('the latest period counts, then the latest day, then the last word', () => {
  const late = seen({ period: '2026-S2', on: '2027-06-01' });
  const first = seen({ on: '2027-05-11' });
  const [one, two] = [seen({}), seen({ verdict: 'non_conforme' })];
  expect(lastSighting(gap, [one, first, late])).toBe(one);
  expect(lastSighting(gap, [one, two])).toBe(two);
});

test('a gap is mended by what conforms or does not apply any more, and by nothing else', () => {
  const by = (verdict: Sighting['verdict']) => isMendedBy(seen({ verdict }));
  expect([by('conforme'), by('sans_objet'), by('non_conforme'), isMendedBy(undefined)]).toEqual([
    ...[true, true, false, false],
  ]);
});

test('what a plan is told is read as it was written, and what is wrong is named', () => {
  const news = { gaps: [gap], sightings: [seen({ note: 'Vu.' })] };
  expect(loadPlanNews(JSON.parse(JSON.stringify(news)))).toEqual(news);
  expect(() => loadPlanNews({ gaps: [], sightings: [{ ...seen({}), on: 'hier' }] })).toThrow(
    /écarts, sightings\.0\.on/,
  );
});
