import { expect, test } from 'vitest';
import {
  chapterLabels,
  chapters,
  commitments,
  engagementsOf,
  engagementsOn,
  loadCommitments,
  themeLabels,
  themes,
  type Engagement,
} from './engagement.ts';
import { QualeprefError } from './error.ts';
import { mailControlGrid, receptionGrid, websiteGrid } from './grid.ts';
import { indicators } from './indicator.ts';
import { moduleNumbers } from './module.ts';

const sound: Engagement = {
  id: 'acc.courtoisie',
  module: 1,
  chapter: 'desk',
  theme: 'INFO',
  label: { fr: 'Chacun est accueilli avec courtoisie' },
  provenance: [{ origin: 'S', source: 'Politique qualité 2021' }],
  numeroOfficiel: null,
};

const refusal = (value: unknown): string => {
  try {
    loadCommitments(value);
  } catch (error) {
    if (error instanceof QualeprefError && error.code === 'commitments')
      return error.message.replaceAll('\u00A0', ' ');
    throw error;
  }
  return 'accepted';
};
const refusalOf = (over: Readonly<Record<string, unknown>>) => refusal([{ ...sound, ...over }]);

test('the catalogue can be read as one that a préfecture would hand over', () => {
  expect(loadCommitments(JSON.parse(JSON.stringify(commitments)))).toEqual(commitments);
});

test('commitments follow each other by module, and in module 1 by chapter', () => {
  const order = commitments.map(
    ({ module, chapter }) => `${String(module)}${String(chapter && chapters.indexOf(chapter))}`,
  );
  expect(order).toEqual(order.toSorted());
});

test('every chapter of module 1 has commitments; of the other modules, those of which something could be read', () => {
  expect(new Set(commitments.map(({ chapter }) => chapter))).toEqual(new Set([...chapters, undefined]));
  expect(moduleNumbers.filter((module) => engagementsOf(commitments, [module]).length > 0)).toEqual([
    1, 2, 3, 4, 7,
  ]);
});

test('each theme that a grid proves is known, and each known theme has a commitment and something to prove it', () => {
  const proved = [websiteGrid, receptionGrid, mailControlGrid].flatMap(({ items }) =>
    items.flatMap((item) => item.proves),
  );
  expect(new Set(proved)).toEqual(new Set(themes));
  expect(new Set(commitments.map(({ theme }) => theme))).toEqual(new Set(themes));
});

test('commitments on local authorities are those of module 4', () => {
  expect(engagementsOn(commitments, ['COLL'])).toEqual(engagementsOf(commitments, [4]));
});

test('the indicators of a commitment are in the catalogue of indicators, and none is left without commitment', () => {
  expect(new Set(commitments.flatMap((each) => each.indicators ?? []))).toEqual(
    new Set(indicators.map(({ id }) => id)),
  );
});

test('an indicator measures one commitment', () => {
  const measured = commitments.flatMap((each) => each.indicators ?? []);
  expect(measured).toHaveLength(new Set(measured).size);
});

test('no official number is known, and none is made up', () => {
  for (const { id, numeroOfficiel } of commitments) expect(numeroOfficiel, id).toBeNull();
});

test('a commitment is said in French and English, without quotation, and says where it was read', () => {
  for (const { id, label, provenance } of commitments) {
    expect(label.fr, id).toMatch(/^\p{Lu}[^.«»"']{20,}$/u);
    expect(label.en, id).toMatch(/^[A-Z][^."]{20,}$/);
    for (const { source } of provenance) expect(source, id).toMatch(/^\p{Lu}.{10,}/u);
  }
});

test('the commitments of a label are those of its modules', () => {
  const of = (...modules: Engagement['module'][]) => engagementsOf(commitments, modules).map(({ id }) => id);
  expect(of(2)).toEqual(['titres.delai']);
  expect(of(7, 3)).toEqual(['sejour.autre-moyen', 'urg.evenement']);
  expect(of(5)).toEqual([]);
  expect(of(1, 4)).toHaveLength(of(1).length + of(4).length);
});

test('what proves several themes speaks for the commitments of each', () => {
  expect(engagementsOn(commitments, ['COMQ', 'ETAT']).map(({ id }) => id)).toEqual([
    'net.comarquage',
    'net.obligations',
  ]);
  expect(engagementsOn(commitments, [])).toEqual([]);
});

test('the owner of the référentiel fills in the official number and adds commitments', () => {
  const added = { ...sound, id: 'pol.armes', module: 5, numeroOfficiel: '5.1', indicators: ['titres.delai'] };
  const { chapter, ...fifth } = added;
  expect(chapter).toBe('desk');
  expect(loadCommitments([sound, fifth])).toEqual([sound, fifth]);
});

test('two commitments with the same id are refused, on the second', () => {
  expect(refusal([sound, { ...sound, id: 'acc.confort' }, sound])).toBe(
    'catalogue des engagements, 2.id : « acc.courtoisie » n’est pas un identifiant encore libre. Attendu : chaque engagement a le sien.',
  );
});

test('an unknown module, theme, chapter or origin is refused', () => {
  expect(refusalOf({ module: 9 })).toBe(
    'catalogue des engagements, 0.module : « 9 » n’est pas un module du label. Attendu : un nombre de 1 à 8.',
  );
  expect(refusalOf({ theme: 'BRUIT' })).toMatch(
    /^catalogue des engagements, 0\.theme : « BRUIT » n’est pas un des mots attendus\. Attendu : INFO, NET/,
  );
  expect(refusalOf({ chapter: 'fax' })).toMatch('0.chapter : « fax »');
  expect(refusalOf({ provenance: [{ origin: 'Z', source: 'Inconnue' }] })).toMatch(
    '0.provenance.0.origin : « Z »',
  );
});

test('a commitment of module 1 has a chapter, one of another module has none', () => {
  expect(refusalOf({ chapter: undefined })).toBe(
    'catalogue des engagements, 0.chapter : « chapter » est vide. Attendu : le module 1 en a, et lui seul.',
  );
  expect(refusalOf({ module: 4 })).toBe(
    'catalogue des engagements, 0.chapter : « desk » n’est pas un chapitre. Attendu : le module 1 en a, et lui seul.',
  );
});

test('a catalogue without commitment, and a commitment without origin or official number, are refused', () => {
  expect(refusal([])).toMatch(
    /^catalogue des engagements : une liste n’est pas une liste d’au moins un élément/,
  );
  expect(refusalOf({ provenance: [] })).toMatch(
    '0.provenance : une liste n’est pas une liste d’au moins un élément',
  );
  expect(refusalOf({ numeroOfficiel: undefined })).toMatch('0.numeroOfficiel : « numeroOfficiel » est vide');
});

test('every chapter and every theme has its French name', () => {
  expect(Object.keys(chapterLabels)).toEqual([...chapters]);
  expect(Object.keys(themeLabels)).toEqual([...themes]);
  expect(themes).toHaveLength(16);
  for (const label of [...Object.values(chapterLabels), ...Object.values(themeLabels)])
    expect(label).toMatch(/^[\p{Ll}É ’-]+$/u);
});
