import { expect, test } from 'vitest';
import { decide, sign, type Campaign } from './campaign.ts';
import { emailDelay, letterDelay } from './correspondence.ts';
import { QualeprefError } from './error.ts';
import {
  campaignsIn,
  changeCampaigns,
  gapsIn,
  handGrids,
  loadHandCampaign,
  openMailControl,
  openReception,
  type HandCampaign,
} from './hand-campaign.ts';
import { exampleMail } from './mail-fixture.ts';

const SITES = [
  { id: 'prefecture', name: 'Préfecture', kind: 'prefecture' },
  { id: 'aix', name: 'Sous-préfecture d’Aix', kind: 'sous-prefecture' },
] as const;

const reception = (sites: readonly (typeof SITES)[number][] = SITES, kept?: HandCampaign): HandCampaign =>
  openReception({ id: 'x1', sites }, { period: '2026-S2', today: '2026-11-24', modules: [1] }, kept);

const control = (over: { period?: string } = {}): HandCampaign =>
  openMailControl(
    { id: 'x2', sites: SITES },
    ['1', '2', '3'].map((id) => exampleMail({ id })),
    {
      ...{ period: '2026-T4', modules: [1], seed: 'a', size: 30, today: '2027-01-05', ...over },
      delays: { email: emailDelay.value, letter: letterDelay.value },
      calendarOf: () => ({ zone: 'metropole', closings: [] }),
    },
  );

const decided = (hand: HandCampaign, item: string, isIt: (campaign: Campaign) => boolean): HandCampaign =>
  changeCampaigns(hand, (campaign) =>
    isIt(campaign)
      ? decide(campaign, item, { verdict: 'non_conforme', by: 'Référente', date: '2027-01-06' })
      : campaign,
  );

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof QualeprefError) return error.code;
    throw error;
  }
  return 'accepted';
}

test('the grid of reception is opened on every site, with what concerns that kind of site', () => {
  const [prefecture, aix] = campaignsIn(reception());
  expect([prefecture?.id, aix?.id]).toEqual(['reception:2026-S2:prefecture', 'reception:2026-S2:aix']);
  const verdictAt = (campaign?: Campaign) => campaign?.rows.find(({ item }) => item === 'TLP-02')?.verdict;
  expect([verdictAt(prefecture), verdictAt(aix)]).not.toContain('conforme');
  expect(verdictAt(aix)).toBe('sans_objet');
  expect(verdictAt(prefecture)).not.toBe('sans_objet');
});

test('opened again, it keeps what was decided and gains the site that it lacked', () => {
  const first = decided(reception(SITES.slice(0, 1)), 'SIG-01', () => true);
  const again = reception(SITES, first);
  expect(again.id).toBe('x1');
  expect(campaignsIn(again)[0]).toEqual(campaignsIn(first)[0]);
  expect(again.sites.map(({ id }) => id)).toEqual(['prefecture', 'aix']);
  expect(campaignsIn(again)).toHaveLength(2);
});

test('without a site there is nothing to fill in', () => {
  expect(codeOf(() => reception([]))).toBe('hand-sites');
});

test('a control has a campaign for each reply drawn, and the sites that have one', () => {
  const drawn = control();
  expect(campaignsIn(drawn)).toHaveLength(3);
  expect(drawn.sites).toEqual([{ id: 'aix', name: 'Sous-préfecture d’Aix' }]);
});

test('a quarter without a reply is said, not drawn empty', () => {
  expect(codeOf(() => control({ period: '2026-T3' }))).toBe('hand-nothing');
});

test('both are read back as they were kept', () => {
  for (const hand of [reception(), control()])
    expect(loadHandCampaign(JSON.parse(JSON.stringify(hand)))).toEqual(hand);
});

test('what is no campaign is refused, and says where', () => {
  expect(() => loadHandCampaign({ ...reception(), period: 'hier' })).toThrow(/campagne, period/);
  expect(codeOf(() => loadHandCampaign({ kind: 'website' }))).toBe('hand-campaign');
});

test('a gap of the plan names its site, and one that is still open is not opened again', () => {
  const hand = decided(reception(), 'SIG-01', ({ site }) => site === 'aix');
  const gaps = gapsIn(hand);
  expect(gaps).toMatchObject([
    { id: 'reception:2026-S2:SIG-01:aix', origin: 'reception-grid', site: 'aix', foundOn: '2027-01-06' },
  ]);
  expect(gapsIn(hand, gaps)).toEqual([]);
});

test('the gaps of a control say on how many replies they were seen', () => {
  const [first] = campaignsIn(control());
  const hand = decided(control(), 'MEL-02', ({ id }) => id === first?.id);
  expect(gapsIn(hand)).toMatchObject([
    {
      origin: 'mail-control',
      reference: 'MEL-02',
      subject: expect.stringMatching(/1 réponse sur 1/) as string,
    },
  ]);
});

test('all of them are signed together', () => {
  const signed = changeCampaigns(reception(), (campaign) => sign(campaign, { by: 'RQ', on: '2026-12-20' }));
  expect(campaignsIn(signed).map(({ signature }) => signature?.on)).toEqual(['2026-12-20', '2026-12-20']);
});

test('each kind has its grid', () => {
  expect([handGrids.reception.period, handGrids['mail-control'].period]).toEqual(['semester', 'quarter']);
});
