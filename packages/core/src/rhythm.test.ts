import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from './day.ts';
import { documentTypes } from './document-base.ts';
import { QualeprefError } from './error.ts';
import {
  audienceLabels,
  audiences,
  isTurnId,
  loadObligations,
  obligations,
  rhythms,
  turnsOf,
  type Obligation,
} from './rhythm.ts';

const sound: Obligation = {
  id: 'copil',
  label: 'Comité de pilotage',
  rhythm: 'year',
  minimum: 1,
  role: 'committee-chair',
  content: 'Indicateurs',
  sharedWith: ['intranet'],
  evidence: 'compte-rendu',
  provenance: [{ origin: 'S', source: 'Politique qualité 2021' }],
  due: { opens: 'during', within: 0, provenance: { origin: 'X', source: 'Dans l’année' } },
};

const refusal = (value: unknown): string => {
  try {
    loadObligations(value);
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'obligations')
      return error.message.replaceAll('\u00A0', ' ');
    throw error;
  }
  return 'accepted';
};

test('the rhythm of the programme is that of the policy of 2021', () => {
  const table = obligations.map(({ id, rhythm, minimum, role, due, perSite = false }) =>
    [id, rhythm, minimum, role, due.opens, due.within, ...(perSite ? ['per site'] : [])].join(' '),
  );
  expect(table).toEqual([
    'mot-hebdomadaire week 1 quality-manager during 0',
    'indicateurs month 1 quality-manager after 15',
    'grille-site quarter 1 quality-manager during 30',
    'controle-ecrits quarter 1 quality-manager during 30',
    'grille-accueil semester 1 quality-manager during 30 per site',
    'flash-info quarter 1 quality-manager during 0',
    'copil year 1 committee-chair during 0',
    'enquete year 1 quality-manager during 0 per site',
    'clu year 1 quality-manager during 0',
    'audit-interne year 1 quality-manager during 0',
    'bilan year 1 quality-manager after 90',
    'audit-externe label 1 quality-manager during 0',
  ]);
});

test('each thing is handed on to those that the policy names', () => {
  expect(Object.fromEntries(obligations.map(({ id, sharedWith }) => [id, sharedWith.join(' ')]))).toEqual({
    'mot-hebdomadaire': 'management-committee',
    indicateurs: 'directorates intranet',
    'grille-site': '',
    'controle-ecrits': '',
    'grille-accueil': 'office-heads directorates sub-prefecture-secretaries',
    'flash-info': 'intranet',
    copil: 'committee-members intranet',
    enquete: 'halls website user-committee',
    clu: '',
    'audit-interne': '',
    bilan: 'steering-committee staff-committee website intranet',
    'audit-externe': '',
  });
});

test('a rhythm or a delay that no text sets says that it is a proposal', () => {
  for (const { id, due, provenance } of obligations) {
    expect(provenance[0]?.origin, id).toBe('S');
    expect(due.provenance.origin, id).toBe(id === 'audit-externe' ? 'S' : 'X');
  }
  const proposed = obligations.filter(({ provenance }) => provenance.some(({ origin }) => origin === 'X'));
  expect(proposed.map(({ id }) => id)).toEqual(['flash-info', 'audit-interne']);
});

test('what proves an obligation is a type of the document base', () => {
  const types = documentTypes.value.map(({ id }) => id);
  for (const { id, evidence } of obligations) expect(types, id).toContain(evidence);
});

test('our list can be read as one that a préfecture would hand over', () => {
  expect(loadObligations(JSON.parse(JSON.stringify(obligations)))).toEqual(obligations);
  expect(loadObligations([])).toEqual([]);
});

test('two obligations with the same id are refused, on the second', () => {
  expect(refusal([sound, { ...sound, id: 'clu' }, sound])).toBe(
    'obligations, 2.id : « copil » n’est pas un identifiant encore libre. Attendu : chaque obligation a le sien.',
  );
});

test('an unknown rhythm, role or audience, a minimum of none and a missing origin are refused', () => {
  const faults = refusal([
    { ...sound, rhythm: 'day', minimum: 0, role: 'prefet', sharedWith: ['presse'], provenance: [] },
  ]);
  expect(faults.split('\n').map((line) => line.split(' : ')[0])).toEqual([
    'obligations, 0.rhythm',
    'obligations, 0.minimum',
    'obligations, 0.role',
    'obligations, 0.sharedWith.0',
    'obligations, 0.provenance',
  ]);
  expect(faults).toMatch('une liste n’est pas une liste d’au moins un élément');
  expect(refusal([{ ...sound, due: { ...sound.due, opens: 'before', within: -1 } }])).toMatch(
    /0\.due\.opens : «.*\n.*0\.due\.within : «/,
  );
  expect(refusal([{ ...sound, perSite: 'oui' }])).toMatch('0.perSite : « oui » n’est pas un oui ou un non');
});

test('a week runs from Monday to Sunday and is named by its Monday', () => {
  expect(turnsOf('week', '2026-11-24', '2026-11-24')).toEqual([
    { id: '2026-11-23', label: 'semaine du 23 novembre 2026', start: '2026-11-23', end: '2026-11-29' },
  ]);
  expect(turnsOf('week', '2026-06-07', '2026-06-08').map(({ label }) => label)).toEqual([
    'semaine du 1er juin 2026',
    'semaine du 8 juin 2026',
  ]);
});

test('a week goes over the end of the year', () => {
  expect(turnsOf('week', '2026-12-31', '2027-01-04').map(({ id, end }) => [id, end])).toEqual([
    ['2026-12-28', '2027-01-03'],
    ['2027-01-04', '2027-01-10'],
  ]);
});

test.each([
  ['month', ['2026-11', '2026-12', '2027-01'], 'novembre 2026'],
  ['quarter', ['2026-T4', '2027-T1'], '4e trimestre 2026'],
  ['semester', ['2026-S2', '2027-S1'], '2e semestre 2026'],
  ['year', ['2026', '2027'], '2026'],
] as const)('by %s, the turns from November 2026 to January 2027 are %j', (rhythm, ids, label) => {
  const turns = turnsOf(rhythm, '2026-11-30', '2027-01-01');
  expect(turns.map(({ id }) => id)).toEqual(ids);
  expect(turns[0]?.label).toBe(label);
});

test('what follows the label has no turn of its own', () => {
  expect(turnsOf('label', '2020-01-01', '2026-12-31')).toEqual([]);
});

test('a span that ends before it begins has no turn, save that it lies in one', () => {
  expect(turnsOf('month', '2026-12-01', '2026-11-30')).toEqual([]);
});

test.each([
  ['week', '2026-11-23', ['2026-11-24', '2026-W48', '2026-11', 'lundi']],
  ['month', '2026-11', ['2026-11-01', '2026-T4', '2026']],
  ['quarter', '2026-T4', ['2026-11', '2026-S2', '2026-T5']],
  ['semester', '2026-S2', ['2026-T4', '2026']],
  ['year', '2026', ['2026-S1', '2026-01', '2026-01-01']],
] as const)('a %s is named as %s is, and by none of %j', (rhythm, turn, others) => {
  expect(isTurnId(rhythm, turn)).toBe(true);
  expect(others.filter((other) => isTurnId(rhythm, other))).toEqual([]);
  expect(isTurnId('label', turn)).toBe(true);
});

test('what follows the label is named as one likes', () => {
  expect(isTurnId('label', 'suivi:2020-T1')).toBe(true);
});

test('turns follow each other without gap, and hold the whole span', () => {
  const day = fc.integer({ min: -20000, max: 40000 }).map((days) => addDays('2000-01-01', days));
  fc.assert(
    fc.property(
      fc.constantFrom('week', 'month', 'quarter', 'semester', 'year'),
      day,
      fc.nat(800),
      (rhythm, from, days) => {
        const to = addDays(from, days);
        const turns = turnsOf(rhythm, from, to);
        const [first, last] = [turns[0], turns.at(-1)];
        expect(first && first.start <= from && from <= first.end).toBe(true);
        expect(last && last.start <= to && to <= last.end).toBe(true);
        for (const [at, turn] of turns.entries()) {
          expect(isTurnId(rhythm, turn.id)).toBe(true);
          if (at > 0) expect(daysBetween(turns[at - 1]?.end ?? '', turn.start)).toBe(1);
        }
      },
    ),
  );
});

test('every audience has its French name, and every rhythm is one that something follows', () => {
  expect(Object.keys(audienceLabels)).toEqual([...audiences]);
  for (const label of Object.values(audienceLabels)) expect(label).toMatch(/^\p{Ll}[\p{Ll} ’-]+$/u);
  expect(new Set(obligations.map(({ rhythm }) => rhythm))).toEqual(new Set(rhythms));
});
