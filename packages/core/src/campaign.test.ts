import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  campaignSchema,
  decide,
  gapsOf,
  openCampaign,
  reopen,
  sign,
  verdictsOf,
  versionOf,
  type Campaign,
  type NewCampaign,
} from './campaign.ts';
import { QualeprefError } from './error.ts';
import { mailControlGrid, receptionGrid, websiteGrid } from './grid.ts';
import { gapSchema } from './improvement.ts';
import { parse } from './parse.ts';
import { verdicts, type Decision, type Verdict } from './verdict.ts';

const open = (over: Partial<NewCampaign> = {}): Campaign =>
  openCampaign(websiteGrid, { period: '2026-T4', checkedOn: '2026-11-24', modules: [1, 4], ...over });

const onSite = (over: Partial<NewCampaign> = {}): Campaign =>
  openCampaign(receptionGrid, {
    period: '2026-S2',
    site: 'aix',
    siteKind: 'sous-prefecture',
    checkedOn: '2026-11-24',
    modules: [1, 4],
    ...over,
  });

const decision = (over: Partial<Decision> = {}): Decision => ({
  verdict: 'conforme',
  by: 'Responsable qualité',
  date: '2026-11-25',
  ...over,
});

const signature = { by: 'Responsable qualité', on: '2026-11-30' };
const because = { by: 'Responsable qualité', on: '2026-12-02', reason: 'Erreur de saisie' };

const verdictOfItem = (campaign: Campaign, item: string): Verdict | undefined =>
  verdictsOf(campaign).find((row) => row.item === item)?.verdict;

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof QualeprefError) return `${error.code} | ${error.message.replaceAll('\u00A0', ' ')}`;
    throw error;
  }
  return 'accepted';
};

test('a campaign has every item of its grid, and is named by grid, period and site', () => {
  const campaign = open();
  expect(campaign.id).toBe('website:2026-T4');
  expect(campaign).toMatchObject({ grid: 'website', edition: '2026-1', period: '2026-T4', decisions: [] });
  expect(campaign.rows.map(({ item }) => item)).toEqual(websiteGrid.items.map(({ id }) => id));
  expect(campaign).not.toHaveProperty('site');
  expect(onSite()).toMatchObject({ id: 'reception:2026-S2:aix', site: 'aix' });
});

test('a campaign keeps what the machine found; what it did not look at awaits a person or is not checked', () => {
  const campaign = open({ rows: [{ item: 'ACC-06', verdict: 'non_conforme', evidence: 'f1' }] });
  expect(campaign.rows.find(({ item }) => item === 'ACC-06')).toEqual({
    item: 'ACC-06',
    verdict: 'non_conforme',
    evidence: 'f1',
  });
  expect(verdictOfItem(campaign, 'ACC-01')).toBe('non_verifie');
  expect(verdictOfItem(campaign, 'ACC-10')).toBe('a_verifier');
});

test('an item that does not concern the label or the site does not apply, whatever the machine says', () => {
  const row = { item: 'COL-01', verdict: 'conforme' } as const;
  expect(verdictOfItem(open({ modules: [1], rows: [row] }), 'COL-01')).toBe('sans_objet');
  expect(verdictOfItem(open({ modules: [1, 4], rows: [row] }), 'COL-01')).toBe('conforme');
  expect(verdictOfItem(onSite(), 'TLP-02')).toBe('sans_objet');
  expect(verdictOfItem(onSite({ siteKind: 'prefecture' }), 'TLP-02')).toBe('a_verifier');
});

test('a campaign has a period of its grid’s rhythm', () => {
  expect(codeOf(() => open({ period: '2026-S2' }))).toBe(
    'campaign-period | « 2026-S2 » n’est pas une période de la grille « Grille de vérification du site internet ». Attendu : un trimestre, par exemple 2026-T4.',
  );
  expect(codeOf(() => onSite({ period: '2026-T4' }))).toMatch(/un semestre, par exemple 2026-S2\.$/);
});

test.each([
  ['year', 'une année, par exemple 2026'],
  ['month', 'un mois, par exemple 2026-11'],
  ['day', 'un jour, par exemple 2026-11-24'],
] as const)('a grid of each %s asks for one', (period, expected) => {
  const grid = { ...websiteGrid, period };
  const begin = () => openCampaign(grid, { period: '2026-T4', checkedOn: '2026-11-24', modules: [] });
  expect(codeOf(begin)).toMatch(`Attendu : ${expected}.`);
});

test('a grid filled in on each site needs one, the others refuse it', () => {
  const { site, ...without } = { site: 'aix', period: '2026-S2', checkedOn: '2026-11-24', modules: [1] };
  expect(codeOf(() => openCampaign(receptionGrid, without))).toBe(
    'campaign-site | La grille « Grille de vérification de l’accueil sur site » se remplit site par site : indiquer lequel.',
  );
  expect(codeOf(() => open({ site }))).toBe(
    'campaign-site | La grille « Grille de vérification du site internet » ne se remplit pas site par site : ne pas en indiquer.',
  );
});

test('a row about an item that the grid does not have is refused', () => {
  expect(codeOf(() => open({ rows: [{ item: 'ZZZ-01', verdict: 'conforme' }] }))).toBe(
    'campaign-item | « ZZZ-01 » n’est pas un point de « Grille de vérification du site internet ».',
  );
});

test('what a person decides counts, and the last decision before the others', () => {
  const first = decide(open(), 'ACC-10', decision({ verdict: 'non_conforme' }));
  expect(verdictOfItem(first, 'ACC-10')).toBe('non_conforme');
  const second = decide(first, 'ACC-10', decision());
  expect(verdictOfItem(second, 'ACC-10')).toBe('conforme');
  expect(second.decisions.map(({ decision: { verdict } }) => verdict)).toEqual(['non_conforme', 'conforme']);
  expect(verdictsOf(second).find(({ item }) => item === 'ACC-10')).toEqual({
    item: 'ACC-10',
    verdict: 'conforme',
    machine: 'a_verifier',
    decision: decision(),
  });
  expect(verdictsOf(second).filter((row) => row.decision)).toHaveLength(1);
});

const machineSays = (verdict: Verdict) => open({ rows: [{ item: 'ACC-06', verdict }] });
const overrule = (machine: Verdict, verdict: Decision['verdict'], reason?: string): string =>
  codeOf(() =>
    decide(
      machineSays(machine),
      'ACC-06',
      decision(reason === undefined ? { verdict } : { verdict, reason }),
    ),
  );

test('overruling what the machine settled needs a reason', () => {
  expect(overrule('non_conforme', 'conforme')).toBe(
    'campaign-reason | Point ACC-06 : la vérification automatique dit « non conforme ». Pour en décider autrement, indiquer la raison.',
  );
  expect(overrule('non_conforme', 'conforme', 'Numéro gratuit, mal lu')).toBe('accepted');
  expect(overrule('conforme', 'non_conforme')).toMatch('dit « conforme »');
  expect(overrule('conforme', 'a_verifier')).toMatch('campaign-reason');
  expect(overrule('sans_objet', 'conforme')).toMatch('dit « sans objet »');
});

test('a reason of spaces is none', () => {
  expect(overrule('non_conforme', 'conforme', '  ')).toMatch('campaign-reason');
});

test('agreeing with the machine, or deciding what it left open, needs no reason', () => {
  expect(overrule('non_conforme', 'non_conforme')).toBe('accepted');
  expect(overrule('sans_objet', 'sans_objet')).toBe('accepted');
  expect(overrule('a_verifier', 'non_conforme')).toBe('accepted');
  expect(overrule('non_verifie', 'conforme')).toBe('accepted');
});

test('overruling what the machine proposes needs a reason, agreeing with it or leaving it open does not', () => {
  const against = (proposed: Verdict, verdict: Decision['verdict'], reason?: string): string => {
    const campaign = open({ rows: [{ item: 'ACC-06', verdict: 'a_verifier', proposed }] });
    const answer = decision(reason === undefined ? { verdict } : { verdict, reason });
    return codeOf(() => decide(campaign, 'ACC-06', answer));
  };
  expect(against('conforme', 'non_conforme')).toBe(
    'campaign-reason | Point ACC-06 : la réponse proposée est « conforme ». Pour en décider autrement, indiquer la raison.',
  );
  expect(against('non_conforme', 'conforme', 'Adresse vue en bas de page')).toBe('accepted');
  for (const verdict of ['conforme', 'non_conforme', 'sans_objet'] as const)
    expect(against(verdict, verdict)).toBe('accepted');
  expect(against('conforme', 'a_verifier')).toBe('accepted');
  expect(against('a_verifier', 'non_conforme')).toBe('accepted');
});

test('taking an item out of the count needs a reason', () => {
  expect(overrule('a_verifier', 'sans_objet')).toBe(
    'campaign-reason | Point ACC-06 : pour le dire sans objet, indiquer la raison.',
  );
  expect(overrule('a_verifier', 'sans_objet', 'Aucun guichet sur ce site')).toBe('accepted');
});

test('an item that the campaign does not have cannot be decided', () => {
  expect(codeOf(() => decide(open(), 'SIG-01', decision()))).toBe(
    'campaign-item | « SIG-01 » n’est pas un point de « website:2026-T4 ».',
  );
});

test('a signature says how many items remain, and items that do not apply are none of them', () => {
  const all = open({ modules: [1], rows: [{ item: 'ACC-06', verdict: 'conforme' }] });
  expect(sign(all, signature).signature).toEqual({ ...signature, remaining: 89 });
  expect(sign(all, { ...signature, hash: 'a1' }).signature?.hash).toBe('a1');
  expect(sign(decide(all, 'ACC-10', decision()), signature).signature?.remaining).toBe(88);
});

test('a signature is not earlier than what it covers', () => {
  const campaign = decide(open(), 'ACC-10', decision());
  expect(sign(campaign, { ...signature, on: '2026-11-25' }).signature?.on).toBe('2026-11-25');
  expect(codeOf(() => sign(campaign, { ...signature, on: '2026-11-24' }))).toBe(
    'campaign-date | La campagne website:2026-T4 ne peut pas être signée au 2026-11-24 : elle contient une vérification ou une décision du 2026-11-25.',
  );
  expect(sign(open(), { ...signature, on: '2026-11-24' }).signature?.on).toBe('2026-11-24');
  expect(codeOf(() => sign(open(), { ...signature, on: '2026-11-23' }))).toMatch('décision du 2026-11-24.');
});

test('a signed campaign takes no decision and no second signature', () => {
  const signed = sign(open(), signature);
  const frozen =
    'campaign-frozen | La campagne website:2026-T4 a été signée le 2026-11-30 : la rouvrir pour la modifier.';
  expect(codeOf(() => decide(signed, 'ACC-10', decision()))).toBe(frozen);
  expect(codeOf(() => sign(signed, signature))).toBe(frozen);
});

test('a campaign reopened is a new version without signature; the signed one is kept as it was', () => {
  const signed = sign(decide(open(), 'ACC-10', decision()), signature);
  const reopened = reopen(signed, because);
  expect(reopened).not.toHaveProperty('signature');
  expect(reopened.earlier).toEqual([
    { signature: { ...signature, remaining: 96 }, decisions: 1, reopened: because },
  ]);
  const changed = decide(reopened, 'ACC-10', decision({ verdict: 'non_conforme', date: '2026-12-02' }));
  expect(verdictOfItem(changed, 'ACC-10')).toBe('non_conforme');
  expect(versionOf(changed, 1)).toEqual(signed);
  expect(versionOf(changed, 2)).toBe(changed);
});

test('each signed version can be read again after several reopenings', () => {
  const first = sign(open(), signature);
  const second = sign(decide(reopen(first, because), 'ACC-10', decision()), {
    ...signature,
    on: '2026-12-03',
  });
  const third = decide(reopen(second, because), 'ACC-10', decision({ verdict: 'non_conforme' }));
  expect(versionOf(third, 1)).toEqual(first);
  expect(versionOf(third, 2)).toEqual(second);
  expect(versionOf(third, 3)).toEqual(third);
});

test('a version that never was cannot be read', () => {
  const campaign = reopen(sign(open(), signature), because);
  expect(codeOf(() => versionOf(campaign, 3))).toBe(
    'campaign-version | La campagne website:2026-T4 n’a pas de version 3. Attendu : un nombre de 1 à 2.',
  );
  expect(codeOf(() => versionOf(campaign, 0))).toMatch('n’a pas de version 0.');
});

test('only a signed campaign is reopened, and with a reason', () => {
  expect(codeOf(() => reopen(open(), because))).toBe(
    'campaign-unsigned | La campagne website:2026-T4 n’est pas signée : elle peut être modifiée telle quelle.',
  );
  expect(codeOf(() => reopen(sign(open(), signature), { ...because, reason: ' ' }))).toBe(
    'campaign-reason | Pour rouvrir la campagne website:2026-T4, indiquer la raison.',
  );
});

test('an item that does not conform opens a gap of the day on which it was decided', () => {
  const campaign = decide(
    open({ rows: [{ item: 'ACC-06', verdict: 'non_conforme' }] }),
    'ACC-10',
    decision({ verdict: 'non_conforme' }),
  );
  expect(gapsOf(campaign, websiteGrid)).toEqual([
    {
      id: 'website:2026-T4:ACC-06',
      origin: 'website-grid',
      foundOn: '2026-11-24',
      subject: 'Non conforme\u00A0: «\u00A0Aucun numéro n’est surtaxé\u00A0»',
      reference: 'ACC-06',
    },
    {
      id: 'website:2026-T4:ACC-10',
      origin: 'website-grid',
      foundOn: '2026-11-25',
      subject:
        'Non conforme\u00A0: «\u00A0Le mode d’accueil (avec ou sans rendez-vous) est clair pour chaque démarche\u00A0»',
      reference: 'ACC-10',
    },
  ]);
});

test('a gap found on a site names it', () => {
  const campaign = decide(onSite(), 'SIG-01', decision({ verdict: 'non_conforme' }));
  const [gap] = gapsOf(campaign, receptionGrid);
  expect(gap).toMatchObject({ id: 'reception:2026-S2:SIG-01:aix', origin: 'reception-grid', site: 'aix' });
  expect(parse(gapSchema, gap)).toEqual({ value: gap });
});

test('a gap of the mail control has its own origin', () => {
  const sheet = openCampaign(mailControlGrid, { period: '2026-T4', checkedOn: '2026-11-24', modules: [1] });
  const [gap] = gapsOf(decide(sheet, 'MEL-02', decision({ verdict: 'non_conforme' })), mailControlGrid);
  expect(gap).toMatchObject({ id: 'mail-control:2026-T4:MEL-02', origin: 'mail-control' });
});

test('an item whose gap is still open opens no other, neither of another item nor of another site', () => {
  const wrong = decision({ verdict: 'non_conforme' });
  const aix = decide(decide(onSite(), 'SIG-01', wrong), 'SIG-02', wrong);
  const known = gapsOf(decide(onSite({ period: '2026-S1' }), 'SIG-01', wrong), receptionGrid);
  const items = (campaign: Campaign, gaps = known) =>
    gapsOf(campaign, receptionGrid, gaps).map(({ reference }) => reference);
  expect(items(aix)).toEqual(['SIG-02']);
  expect(items(decide(onSite({ site: 'arles' }), 'SIG-01', wrong))).toEqual(['SIG-01']);
  expect(
    items(
      aix,
      known.map((gap) => ({ ...gap, origin: 'internal-audit' })),
    ),
  ).toEqual(['SIG-01', 'SIG-02']);
});

test('gaps are worded by the grid and edition that judged', () => {
  expect(codeOf(() => gapsOf(open(), { ...websiteGrid, edition: '2027-1' }))).toBe(
    'campaign-grid | La campagne website:2026-T4 suit l’édition 2026-1 de la grille website, et non l’édition 2027-1 de la grille website.',
  );
  expect(codeOf(() => gapsOf(open(), receptionGrid))).toMatch('campaign-grid');
});

test('a campaign written down and read again is the same', () => {
  const campaign = reopen(sign(decide(onSite(), 'SIG-01', decision()), signature), because);
  expect(parse(campaignSchema, JSON.parse(JSON.stringify(campaign)))).toEqual({ value: campaign });
});

test('whatever is decided, earlier decisions stay and a signed version never changes', () => {
  const items = fc.constantFrom('ACC-01', 'ACC-06', 'ACC-10');
  const choice = fc.constantFrom(...verdicts.filter((verdict) => verdict !== 'non_verifie'));
  const acts = fc.array(fc.tuple(items, choice), { maxLength: 8 });
  const replay = (campaign: Campaign, list: readonly (readonly [string, Decision['verdict']])[]) =>
    list.reduce((last, [item, verdict]) => {
      const next = decide(last, item, decision({ verdict, reason: 'Vu sur place' }));
      expect(next.decisions.slice(0, -1)).toEqual(last.decisions);
      expect(verdictOfItem(next, item)).toBe(verdict);
      return next;
    }, campaign);
  fc.assert(
    fc.property(acts, acts, (before, after) => {
      const signed = sign(replay(open(), before), signature);
      const kept = JSON.parse(JSON.stringify(signed)) as Campaign;
      expect(() => decide(signed, 'ACC-01', decision())).toThrow(QualeprefError);
      const changed = replay(reopen(signed, because), after);
      expect(signed).toEqual(kept);
      expect(versionOf(changed, 1)).toEqual(kept);
    }),
    { numRuns: 40 },
  );
});
