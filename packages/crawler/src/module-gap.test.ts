import { expect, test } from 'vitest';
import { moduleGap } from './module-gap.ts';
import { configured } from './testing.ts';

const LABEL = {
  ...{ name: 'Qual-e-Pref', family: 'qual-e-pref', obtained: '2025-03-02' },
  ...{ scope: { fr: 'accueil' }, sites: ['prefecture'] },
};
const gap = (item: string, label?: object): string | undefined =>
  moduleGap(item, configured(label === undefined ? {} : { label: { ...LABEL, ...label } }).config)?.answer;

test('an item of a module that the label has is looked at', () => {
  expect(gap('COL-01', { modules: [1, 4] })).toBeUndefined();
});

test('one of another module is without object', () => {
  expect(gap('COL-01', { modules: [1] })).toBe('sans_objet');
});

test('without a label nothing is known, and the key to fill in is named', () => {
  expect(gap('COL-01')).toBe('non_verifie');
  expect(moduleGap('COL-01', configured({}).config)?.why).toContain('label.modules');
});

test('an item of no module is always looked at', () => {
  expect(gap('RES-01')).toBeUndefined();
});
