import { expect, test } from 'vitest';
import { QualeprefError } from './error.ts';
import {
  endOf,
  followUpDelay,
  labelFamilies,
  labelHistorySchema,
  labelValidity,
  loadLabels,
  publishedLabel,
  publishedLabelSchema,
} from './label.ts';
import { parse } from './parse.ts';

/** The labels of the Bouches-du-Rhône, as far as its policy of 2021 tells them. */
const sites = ['saint-sebastien', 'peytral', 'aix', 'istres', 'arles'];
const sound = {
  name: 'Qual-e-Pref',
  family: 'qual-e-pref',
  scope: { fr: 'Préfecture et trois sous-préfectures' },
  sites,
  modules: [1, 4],
  obtained: '2020-T1',
};

const refusals = (over: Readonly<Record<string, unknown>>): string[] => {
  const result = parse(labelHistorySchema, [{ ...sound, ...over }]);
  return 'issues' in result
    ? result.issues.map(({ path, message }) =>
        `${path.slice(1).join('.')}: ${message}`.replaceAll('\u00A0', ' '),
      )
    : [];
};
const places = (over: Readonly<Record<string, unknown>>) => refusals(over).map((line) => line.split(':')[0]);

test('what is not known of a label may be left out, or written and left empty', () => {
  const [label] = loadLabels([sound]);
  expect(label).toEqual({ ...sound, audit: undefined, end: undefined });
  expect(
    loadLabels([{ ...sound, audit: null, end: null, followUp: null, certifier: null, suspended: null }]),
  ).toEqual([label]);
});

test('a label has a name, a family, a scope, sites and the period it was obtained in', () => {
  expect(
    places({ name: ' ', family: 'iso', scope: 'tout', sites: [], modules: [9], obtained: '2020-T5' }),
  ).toEqual(['scope', 'name', 'family', 'sites', 'modules.0', 'obtained']);
});

test('a label without modules is fine: Marianne has none', () => {
  expect(places({ name: 'Marianne', family: 'marianne', modules: [] })).toEqual([]);
});

test('a planned follow-up audit says why it is planned then', () => {
  expect(places({ followUp: { planned: { period: '2021-T4' } } })).toEqual(['followUp.planned.reason']);
  expect(places({ followUp: { planned: { period: '2021-T4', reason: 'Date de la politique' } } })).toEqual(
    [],
  );
});

test('a label cannot end before it was obtained, it can within the same period', () => {
  expect(refusals({ end: '2019-12-31' })).toEqual([
    'end: « 2019-12-31 » n’est pas une fin possible. Attendu : au plus tôt 2020-T1.',
  ]);
  expect(places({ end: '2020-01-01' })).toEqual([]);
  expect(places({ end: '2020' })).toEqual([]);
});

test('a suspension cannot end before it began', () => {
  const reason = { fr: 'Plan préfectures nouvelle génération' };
  expect(refusals({ suspended: { from: '2021', until: '2020-T4', reason } })).toEqual([
    'suspended.until: « 2020-T4 » n’est pas une fin possible. Attendu : au plus tôt 2021.',
  ]);
  expect(places({ suspended: { from: '2021', until: '2021-01-01', reason } })).toEqual([]);
  expect(places({ suspended: { from: '2021', reason } })).toEqual([]);
  expect(places({ suspended: { from: '2021' } })).toEqual(['suspended.reason']);
});

test('labels that cannot be read are an error that names the place', () => {
  const read = () => loadLabels([sound, { ...sound, obtained: 'hier' }]);
  expect(read).toThrow(QualeprefError);
  expect(read).toThrow(/^labels, 1\.obtained\u00a0: «\u00a0hier\u00a0» n’est pas une période\./);
  expect(read).toThrow(expect.objectContaining({ code: 'label' }));
});

test.each([
  ['2020', '2023'],
  ['2020-S2', '2023-S2'],
  ['2020-T1', '2023-T1'],
  ['2020-01', '2023-01'],
  ['2020-02', '2023-02'],
  ['2020-01-20', '2023-01-20'],
  ['2020-02-29', '2023-02-28'],
])('a label obtained in %s ends three years later in %s', (obtained, end) => {
  expect(endOf({ obtained, end: undefined }, 3)).toBe(end);
});

test('a label ends on the date that it bears, where it bears one', () => {
  expect(endOf({ obtained: '2020-T1', end: '2023-02-10' }, 3)).toBe('2023-02-10');
});

test('another validity gives another end', () => {
  expect(endOf({ obtained: '2020-T1', end: undefined }, 4)).toBe('2024-T1');
});

test('three years of validity and eighteen months before the follow-up audit come from the policy of 2021', () => {
  expect([labelValidity.value, labelValidity.provenance.origin]).toEqual([3, 'S']);
  expect([followUpDelay.value, followUpDelay.provenance.origin]).toEqual([18, 'S']);
});

test('a badge is given the name, the scope, the modules and the dates, and nothing else', () => {
  const [label] = loadLabels([{ ...sound, certifier: 'SOCOTEC', audit: '2019-T4' }]);
  if (!label) throw new Error('no label');
  const published = publishedLabel(label);
  expect(published).toEqual({
    name: 'Qual-e-Pref',
    scope: { fr: 'Préfecture et trois sous-préfectures' },
    modules: [1, 4],
    start: '2020-T1',
    end: '2023-T1',
  });
  expect(Object.keys(published)).not.toContain('suspended');
  expect(publishedLabel(label, 2).end).toBe('2022-T1');
});

test('what is published of a suspended label reads back the same from its file', () => {
  const suspended = { from: '2021', reason: { fr: 'Travaux' } };
  const [label] = loadLabels([{ ...sound, suspended }]);
  if (!label) throw new Error('no label');
  const written: unknown = JSON.parse(JSON.stringify(publishedLabel(label)));
  expect(written).toMatchObject({ suspended });
  expect(parse(publishedLabelSchema, written)).toEqual({ value: written });
});

test('the families of labels are those that préfectures have held', () => {
  expect(labelFamilies).toEqual(['marianne', 'qualipref', 'qual-e-pref', 'other']);
});
