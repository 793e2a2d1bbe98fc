import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCampaigns, propose, type ItemChange } from './campaign-comparison.ts';
import type { Campaign, CampaignRow } from './campaign.ts';
import { verdicts, type Decision, type Verdict } from './verdict.ts';

const campaign = (rows: CampaignRow[], over: Partial<Campaign> = {}): Campaign => ({
  id: 'website:2026-T3',
  grid: 'website',
  edition: '2026-1',
  period: '2026-T3',
  checkedOn: '2026-08-24',
  rows,
  decisions: [],
  earlier: [],
  ...over,
});

const one = (verdict?: Verdict): Campaign => campaign(verdict ? [{ item: 'ACC-01', verdict }] : []);
const change = (before?: Verdict, after?: Verdict): ItemChange | undefined =>
  compareCampaigns(one(before), one(after))[0]?.change;

test.each<[Verdict | undefined, Verdict | undefined, ItemChange]>([
  ['conforme', 'conforme', 'same'],
  ['non_conforme', 'non_conforme', 'same'],
  ['sans_objet', 'sans_objet', 'same'],
  ['non_conforme', 'conforme', 'improved'],
  ['conforme', 'non_conforme', 'worsened'],
  [undefined, 'a_verifier', 'new'],
  ['sans_objet', 'non_conforme', 'new'],
  ['sans_objet', 'conforme', 'new'],
  ['a_verifier', undefined, 'removed'],
  ['conforme', 'sans_objet', 'removed'],
  ['non_conforme', 'sans_objet', 'removed'],
  ['a_verifier', 'conforme', 'undecided'],
  ['conforme', 'non_verifie', 'undecided'],
  ['sans_objet', 'a_verifier', 'undecided'],
  ['non_verifie', 'sans_objet', 'undecided'],
  ['a_verifier', 'a_verifier', 'undecided'],
])('from %s to %s an item is %s', (before, after, expected) => {
  expect(change(before, after)).toBe(expected);
});

test('a comparison follows the later grid, then names what it no longer has', () => {
  const before = campaign([
    { item: 'ACC-01', verdict: 'conforme' },
    { item: 'ACC-02', verdict: 'conforme' },
  ]);
  const after = campaign([
    { item: 'ACC-03', verdict: 'conforme' },
    { item: 'ACC-02', verdict: 'non_conforme' },
  ]);
  expect(compareCampaigns(before, after)).toEqual([
    { item: 'ACC-03', change: 'new', after: 'conforme' },
    { item: 'ACC-02', change: 'worsened', before: 'conforme', after: 'non_conforme' },
    { item: 'ACC-01', change: 'removed', before: 'conforme' },
  ]);
});

const decided = (item: string, verdict: Decision['verdict'], over: Partial<Decision> = {}) => ({
  item,
  decision: { verdict, by: 'Responsable qualité', date: '2026-08-25', ...over },
});

test('a comparison is of what people decided, not of what the machine said', () => {
  const machine = one('non_conforme');
  const overruled = { ...machine, decisions: [decided('ACC-01', 'conforme')] };
  expect(compareCampaigns(machine, overruled)[0]?.change).toBe('improved');
});

test('a campaign compares with itself as the same, save what is undecided', () => {
  for (const verdict of verdicts) {
    expect(change(verdict, verdict), verdict).toBe(
      verdict.endsWith('verifie') || verdict === 'a_verifier' ? 'undecided' : 'same',
    );
  }
});

test('read backwards, what improved worsened and what is new was removed', () => {
  const mirror: Record<ItemChange, ItemChange> = {
    same: 'same',
    undecided: 'undecided',
    improved: 'worsened',
    worsened: 'improved',
    new: 'removed',
    removed: 'new',
  };
  const rows = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom('ACC-01', 'ACC-02', 'ACC-03', 'COM-01'), fc.constantFrom(...verdicts)),
      {
        selector: ([item]) => item,
      },
    )
    .map((list) => campaign(list.map(([item, verdict]) => ({ item, verdict }))));
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const forth = compareCampaigns(before, after);
      const back = new Map(compareCampaigns(after, before).map((row) => [row.item, row]));
      expect(back.size).toBe(forth.length);
      for (const row of forth) {
        expect(back.get(row.item)?.change).toBe(mirror[row.change]);
        expect(back.get(row.item)?.before).toBe(row.after);
      }
    }),
  );
});

test('campaigns of two grids or two sites do not compare', () => {
  const aix = campaign([], { id: 'reception:2026-S2:aix', grid: 'reception', site: 'aix' });
  const arles = campaign([], { id: 'reception:2026-S2:arles', grid: 'reception', site: 'arles' });
  const message =
    'Les campagnes reception:2026-S2:aix et reception:2026-S2:arles ne sont pas de la même grille ou du même site\u00A0: elles ne se comparent pas.';
  expect(() => compareCampaigns(aix, arles)).toThrow(
    expect.objectContaining({ code: 'campaign-mismatch', message }),
  );
  expect(() => propose(aix, arles)).toThrow(expect.objectContaining({ code: 'campaign-mismatch' }));
  expect(() => compareCampaigns(one(), campaign([], { grid: 'mail-control' }))).toThrow(
    expect.objectContaining({ code: 'campaign-mismatch' }),
  );
});

const before = (decision: Decision | undefined, row: Partial<CampaignRow> = {}): Campaign =>
  campaign([{ item: 'ACC-01', verdict: 'a_verifier', evidence: 'f1', ...row }], {
    decisions: decision ? [{ item: 'ACC-01', decision }] : [],
  });
const now = (row: Partial<CampaignRow> = {}, over: Partial<Campaign> = {}): Campaign =>
  campaign([{ item: 'ACC-01', verdict: 'a_verifier', evidence: 'f1', ...row }], {
    period: '2026-T4',
    ...over,
  });
const yes: Decision = {
  verdict: 'conforme',
  by: 'Responsable qualité',
  date: '2026-08-25',
  reason: 'Adresse vue en pied de page',
};

test('a decision is proposed again where its evidence has not changed, without its author and date', () => {
  expect(propose(before(yes), now())).toEqual([
    {
      item: 'ACC-01',
      answer: { verdict: 'conforme', reason: 'Adresse vue en pied de page', sameAs: '2026-T3' },
    },
  ]);
});

test('a decision proposed several times still names the campaign in which a person judged', () => {
  expect(propose(before({ ...yes, sameAs: '2026-T1' }), now())[0]?.answer.sameAs).toBe('2026-T1');
});

test('an item is judged anew when its evidence or what the machine says has changed', () => {
  expect(propose(before(yes), now({ evidence: 'f2' }))).toEqual([]);
  expect(propose(before(yes), now({ verdict: 'non_conforme' }))).toEqual([]);
});

test('an item without evidence of a machine is judged anew', () => {
  const bare = (from: Campaign): Campaign => ({
    ...from,
    rows: from.rows.map(({ item, verdict }) => ({ item, verdict })),
  });
  expect(propose(bare(before(yes)), bare(now()))).toEqual([]);
  expect(propose(before(yes), bare(now()))).toEqual([]);
  expect(propose(bare(before(yes)), now())).toEqual([]);
});

test('an item that nobody decided, or that was left to be checked, is not proposed', () => {
  expect(propose(before(undefined), now())).toEqual([]);
  expect(propose(before({ ...yes, verdict: 'a_verifier' }), now())).toEqual([]);
  expect(propose(before({ ...yes, verdict: 'sans_objet' }), now())).toHaveLength(1);
});

test('an item already decided in the current campaign is not proposed', () => {
  expect(propose(before(yes), now({}, { decisions: [decided('ACC-01', 'non_conforme')] }))).toEqual([]);
  expect(propose(before(yes), now({}, { decisions: [decided('ACC-02', 'non_conforme')] }))).toHaveLength(1);
});

test('an item that the earlier campaign did not have is not proposed', () => {
  expect(propose(campaign([]), now())).toEqual([]);
});

test('each item is proposed its own last decision', () => {
  const rows: CampaignRow[] = ['ACC-01', 'ACC-02'].map((item) => ({
    item,
    verdict: 'a_verifier',
    evidence: `f-${item}`,
  }));
  const earlier = campaign(rows, {
    decisions: [
      decided('ACC-02', 'conforme'),
      decided('ACC-02', 'non_conforme'),
      decided('ACC-01', 'sans_objet', { reason: 'Fermé' }),
    ],
  });
  expect(propose(earlier, campaign(rows)).map(({ item, answer }) => [item, answer.verdict])).toEqual([
    ['ACC-01', 'sans_objet'],
    ['ACC-02', 'non_conforme'],
  ]);
});
