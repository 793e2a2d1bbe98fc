import { advance, planAction, type Defect, type Gap, type Sighting } from '@qualepref/core';
import { expect, test } from 'vitest';
import type { KeptAction, KeptCampaign } from './audit-file.ts';
import type { DefectComparison } from './compare.ts';
import { isToClose, planOf } from './improvement-actions.ts';
import type { GridRow, Report } from './report.ts';
import { changesOf } from './reports/changes-fixture.ts';
import { finding, report } from './reports/fixture.ts';

const ITEM = 'TEC-01';
const gap: Gap = {
  ...{ id: `website:2026-T3:${ITEM}`, origin: 'website-grid', foundOn: '2026-08-24' },
  ...{ subject: 'Non conforme : liens', reference: ITEM },
};
const planned = planAction({
  ...{ id: `${gap.id}:1`, gap: gap.id, kind: 'corrective', origin: 'website-grid', what: 'Réparer.' },
  ...{ owner: 'Communication', dueOn: '2026-11-24', on: '2026-08-30', by: 'Camille' },
});
const having = (action: KeptAction['action'] = planned): KeptCampaign => ({
  ...{ decisions: [], earlier: [] },
  actions: [{ gap, action }],
});
const dead = finding({
  check: 'dead-link',
  code: 'internal-dead',
  items: [ITEM],
  message: 'Retirer le lien.',
});

/** A later audit in which an item has a verdict, and some defects were mended. */
function later(
  verdict: GridRow['verdict'],
  mended: readonly Defect[] = [],
  findings = [] as (typeof dead)[],
): Report {
  const made = report({ findings });
  const defects = mended.map((defect): DefectComparison => ({
    ...{ ...defect, change: 'mended', isProven: true, before: [defect.id], after: [], kept: 0 },
    ...{ gained: [], lost: defect.pages, removed: [], unjudged: [], firstJudged: [] },
  }));
  return {
    ...made,
    grid: made.grid.map((row) => (row.item === ITEM ? { ...row, verdict } : row)),
    changes: { ...CHANGES, defects },
  };
}
const CHANGES = changesOf(report());
const [was] = report({ findings: [dead] }).defects;
const lineOf = (made: Report, kept = having()) => {
  const line = planOf(made, kept).find(({ gap: own }) => own.reference === ITEM);
  return line && { ...line, seen: line.seen.replace(/[\u00A0\u202F]/g, ' ') };
};

test('a mended defect proposes to close its action, with what proves it', () => {
  const line = lineOf(later('conforme', was ? [was] : []));
  expect(line?.seen).toBe('Audit du 24 novembre 2026 : point conforme. Corrigé : Retirer le lien. (1 page)');
  expect(line && isToClose(line)).toBe(true);
  const open = lineOf(later('a_verifier', was ? [was] : []));
  expect(open && isToClose(open)).toBe(true);
});

test('what is left of a gap, or was only decided otherwise, closes nothing', () => {
  const left = lineOf(later('non_conforme', was ? [was] : [], [dead]));
  expect(left).toMatchObject({
    isMended: false,
    seen: expect.stringContaining('1 défaut reste à corriger') as string,
  });
  expect(lineOf(later('a_verifier'))?.isMended).toBe(false);
});

test('a closed action is not to be closed again', () => {
  const by = { on: '2026-11-01', by: 'Camille', note: 'Vu.' };
  const closed = advance(advance(planned, { ...by, to: 'done' }), { ...by, to: 'effective' });
  const line = lineOf(later('conforme'), having(closed));
  expect(line && isToClose(line)).toBe(false);
});

test('a gap that has an action opens no other, whatever the campaign', () => {
  const made = later('non_conforme', [], [dead]);
  expect(planOf(made, having()).filter(({ gap: own }) => own.reference === ITEM)).toHaveLength(1);
});

test('a gap without action says what to do first, and how much more there is', () => {
  const second = finding({
    ...dead,
    id: 'b',
    cause: 'https://b.fr/',
    message: 'Corriger.',
    severity: 'blocking',
  });
  const line = lineOf(later('non_conforme', [], [dead, second]), { decisions: [], earlier: [] });
  expect(line?.action).toBeUndefined();
  expect(line?.proposed?.replace(/\u00A0/g, ' ')).toBe('Corriger. Et 1 autre défaut de ce point.');
});

test('a gap that a person alone decided repeats their reason, else asks for the item', () => {
  const by = { by: 'Camille', date: '2026-11-24' };
  const reason = 'L’adresse de Roc est fausse.';
  const made = later('non_conforme');
  const decided = (given: object): KeptCampaign => ({
    decisions: [
      {
        ...{ item: ITEM, machine: 'a_verifier', evidence: 'x' },
        decision: { verdict: 'non_conforme', ...by, ...given },
      },
    ],
    earlier: [],
  });
  const row = { ...made, grid: made.grid.map((each) => (each.item === ITEM ? { ...each, ...by } : each)) };
  const line = lineOf(row, decided({ reason }));
  expect(line?.proposed).toBe(reason);
  expect(line?.seen).toBe('Audit du 24 novembre 2026 : point non conforme, dit par Camille.');
  expect(lineOf(row, decided({}))?.proposed).toMatch(/^Rendre ce point conforme/);
});

test('the due date itself is not late, the next day is', () => {
  expect(lineOf(later('a_verifier'))?.isOverdue).toBe(false);
  const early = planAction({ ...planned, dueOn: '2026-11-23', on: '2026-08-30', by: 'Camille' });
  expect(lineOf(later('a_verifier'), having(early))?.isOverdue).toBe(true);
});

const HALL: Gap = {
  ...{ id: 'reception:2026-S2:SIG-01:aix', origin: 'reception-grid', foundOn: '2026-11-20' },
  ...{ subject: 'Enseigne (Aix)', reference: 'SIG-01', site: 'aix' },
};
const hallAction = planAction({
  ...planned,
  id: `${HALL.id}:1`,
  gap: HALL.id,
  origin: 'reception-grid',
  on: '2026-11-21',
  by: 'C',
});
const VISIT: Sighting = {
  ...{ origin: 'reception-grid', reference: 'SIG-01', site: 'aix', period: '2027-S1', on: '2027-05-12' },
  ...{ verdict: 'conforme', by: 'Référente', note: 'Enseigne posée.' },
};
const hallLine = (kept: Partial<KeptCampaign>) => {
  const all = planOf(report(), { decisions: [], earlier: [], ...kept });
  const line = all.find(({ gap: own }) => own.id === HALL.id);
  return line && { ...line, seen: line.seen.replace(/[\u00A0\u202F]/g, ' ') };
};

test('a gap of another grid is closed on what a later sheet shows, and never by the audit', () => {
  const actions = [{ gap: HALL, action: hallAction }];
  const before = hallLine({ actions });
  expect(before?.seen).toMatch(/l’audit n’en voit rien/);
  expect(before && isToClose(before)).toBe(false);
  const mended = hallLine({ actions, sightings: [VISIT] });
  expect(mended?.seen).toBe(
    'Grille d’accueil sur site, 1er semestre 2027 : conforme, décidé par Référente le 12 mai 2027. Enseigne posée.',
  );
  expect(mended && isToClose(mended)).toBe(true);
  const still = hallLine({ actions, sightings: [VISIT, { ...VISIT, verdict: 'non_conforme' }] });
  expect(still && isToClose(still)).toBe(false);
});

test('a control of replies says on how many it rests', () => {
  const mail: Gap = { ...HALL, origin: 'mail-control', reference: 'MEL-02' };
  const { by: _, note: __, ...seen } = VISIT;
  const sample: Sighting = {
    ...{ ...seen, origin: 'mail-control', reference: 'MEL-02', period: '2027-T1' },
    sample: { conforme: 6, decided: 6 },
  };
  expect(hallLine({ actions: [{ gap: mail, action: hallAction }], sightings: [sample] })?.seen).toBe(
    'Contrôle des courriers et courriels, 1er trimestre 2027 : 6 réponses conformes sur 6 contrôlées, au 12 mai 2027.',
  );
});

test('a gap without action that is mended leaves the plan, and comes back if it is seen again', () => {
  expect(hallLine({ gaps: [HALL] })).toBeDefined();
  expect(hallLine({ gaps: [HALL], sightings: [VISIT] })).toBeUndefined();
  const again: Sighting = { ...VISIT, period: '2027-S2', on: '2027-10-01', verdict: 'non_conforme' };
  expect(hallLine({ gaps: [HALL], sightings: [VISIT, again] })).toBeDefined();
});
