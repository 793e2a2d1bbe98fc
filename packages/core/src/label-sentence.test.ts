import { expect, test } from 'vitest';
import type { PublishedLabel } from './label.ts';
import { labelSentence } from './label-sentence.ts';

const say = (today: string, over: Partial<PublishedLabel> = {}) => {
  const { fr, en } = labelSentence(
    {
      name: 'Qual-e-Pref',
      scope: { fr: 'Préfecture' },
      modules: [1, 4],
      start: '2020-01-20',
      end: '2023-01-20',
      ...over,
    },
    today,
  );
  return [fr, en];
};

test.each([
  ['2023-01-20', 'jusqu’au 20 janvier 2023', 'until 20 January 2023'],
  ['2023-02-01', 'jusqu’au 1er février 2023', 'until 1 February 2023'],
  ['2023-12', 'jusqu’en décembre 2023', 'until December 2023'],
  ['2023-T1', 'jusqu’au 1er trimestre 2023', 'until the first quarter of 2023'],
  ['2023-T2', 'jusqu’au 2e trimestre 2023', 'until the second quarter of 2023'],
  ['2023-T3', 'jusqu’au 3e trimestre 2023', 'until the third quarter of 2023'],
  ['2023-T4', 'jusqu’au 4e trimestre 2023', 'until the fourth quarter of 2023'],
  ['2023-S2', 'jusqu’au 2e semestre 2023', 'until the second half of 2023'],
  ['2023', 'jusqu’en 2023', 'until 2023'],
])('a label that ends in %s is valid « %s »', (end, fr, en) => {
  expect(say('2021-06-01', { end })).toEqual([
    `Label Qual-e-Pref valable ${fr}.`,
    `Qual-e-Pref label valid ${en}.`,
  ]);
});

test.each([
  ['2023-01-20', 'depuis le 20 janvier 2023', 'on 20 January 2023'],
  ['2023-01', 'depuis janvier 2023', 'in January 2023'],
  ['2023-T1', 'depuis le 1er trimestre 2023', 'in the first quarter of 2023'],
  ['2023-S1', 'depuis le 1er semestre 2023', 'in the first half of 2023'],
  ['2023', 'depuis 2023', 'in 2023'],
])('a label that ended in %s has expired « %s »', (end, fr, en) => {
  expect(say('2024-01-01', { end })).toEqual([
    `Label Qual-e-Pref échu ${fr}.`,
    `Qual-e-Pref label expired ${en}.`,
  ]);
});

test('a label is claimed from its first day on, and no longer after its last', () => {
  expect(say('2020-01-19')).toEqual([
    'Label Qual-e-Pref\u00a0: pas encore obtenu.',
    'Qual-e-Pref label: not obtained yet.',
  ]);
  expect(say('2020-01-20')[0]).toMatch('valable');
  expect(say('2023-01-20')[0]).toMatch('valable');
  expect(say('2023-01-21')[0]).toMatch('échu');
});

test('in the period in which it ends, the sentence says when and not that it is valid', () => {
  expect(say('2023-02-01', { end: '2023-T1' })).toEqual([
    'Label Qual-e-Pref\u00a0: fin de validité au 1er trimestre 2023 (jour non précisé).',
    'Qual-e-Pref label: validity ending in the first quarter of 2023 (day not stated).',
  ]);
});

test('in the period in which it was obtained, the sentence says when and not that it is valid', () => {
  expect(say('2020-02-01', { start: '2020-T1' })).toEqual([
    'Label Qual-e-Pref\u00a0: obtention au 1er trimestre 2020 (jour non précisé).',
    'Qual-e-Pref label: obtained in the first quarter of 2020 (day not stated).',
  ]);
});

test('a suspension is told with its reason, in the languages that it is in', () => {
  const reason = { fr: 'Travaux sur deux sites.', en: 'Works on two sites.' };
  expect(say('2021-06-01', { suspended: { from: '2021-03-01', reason } })).toEqual([
    'Label Qual-e-Pref suspendu depuis le 1er mars 2021\u00a0: Travaux sur deux sites.',
    'Qual-e-Pref label suspended since 1 March 2021: Works on two sites.',
  ]);
  expect(
    say('2021-06-01', { suspended: { from: '2020', until: '2021-12', reason: { fr: 'Travaux' } } }),
  ).toEqual([
    'Label Qual-e-Pref suspendu depuis 2020 et jusqu’en décembre 2021\u00a0: Travaux.',
    'Qual-e-Pref label suspended since 2020 until December 2021.',
  ]);
});

test('around a suspension whose days are not known, the sentence gives its dates as they stand', () => {
  const reason = { fr: 'Travaux' };
  expect(say('2021-06-01', { suspended: { from: '2021', reason } })).toEqual([
    'Label Qual-e-Pref\u00a0: suspension en 2021 (jour non précisé).',
    'Qual-e-Pref label: suspended in 2021 (day not stated).',
  ]);
  expect(say('2021-12-15', { suspended: { from: '2021-03-01', until: '2021-12', reason } })).toEqual([
    'Label Qual-e-Pref\u00a0: suspension le 1er mars 2021, fin de la suspension en décembre 2021 (jour non précisé).',
    'Qual-e-Pref label: suspended on 1 March 2021, suspension ending in December 2021 (day not stated).',
  ]);
});

test('a reason may hold a full stop, and a suspension that is over is not told at the end of the label', () => {
  const reason = { fr: 'Plan n. 2 du ministère.' };
  expect(say('2021-06-01', { suspended: { from: '2021-03-01', reason } })[0]).toBe(
    'Label Qual-e-Pref suspendu depuis le 1er mars 2021\u00a0: Plan n. 2 du ministère.',
  );
  const over = { from: '2021-03-01', until: '2021-05-31', reason };
  expect(say('2023-02-01', { end: '2023-T1', suspended: over })[0]).toBe(
    'Label Qual-e-Pref\u00a0: fin de validité au 1er trimestre 2023 (jour non précisé).',
  );
});

test('when everything is open, every date is given', () => {
  const suspended = { from: '2020', reason: { fr: 'Travaux' } };
  expect(say('2020-06-01', { start: '2020', end: '2020', suspended })[0]).toBe(
    'Label Qual-e-Pref\u00a0: obtention en 2020, suspension en 2020, fin de validité en 2020 (jour non précisé).',
  );
});

test('the name of another label is said as it is', () => {
  expect(say('2016-01-01', { name: 'Qualipref 2.0', start: '2015-11', end: '2018-11' })).toEqual([
    'Label Qualipref 2.0 valable jusqu’en novembre 2018.',
    'Qualipref 2.0 label valid until November 2018.',
  ]);
});
