import { expect, test } from 'vitest';
import { suspensionNote, type SuspensionPart } from './suspension-note.ts';

const note = (over: Partial<SuspensionPart> = {}) =>
  suspensionNote({
    from: '2020-03',
    to: '2020-06',
    reason: { fr: 'situation sanitaire et confinement', en: 'lockdown' },
    ...over,
  });

test('a footnote says which months were suspended, why, and that they do not count', () => {
  expect(note()).toEqual({
    fr: 'Le suivi a été suspendu de mars à juin 2020\u00A0: situation sanitaire et confinement. Ces mois ne sont pas comptés.',
    en: 'Tracking was suspended from March to June 2020: lockdown. These months are not counted.',
  });
});

test('a single month is said once', () => {
  expect(note({ to: '2020-03' })).toEqual({
    fr: 'Le suivi a été suspendu en mars 2020\u00A0: situation sanitaire et confinement. Ce mois n’est pas compté.',
    en: 'Tracking was suspended in March 2020: lockdown. This month is not counted.',
  });
});

test('each end has its year when they differ', () => {
  const { fr, en } = note({ from: '2019-12', to: '2020-01' });
  expect(fr).toMatch('suspendu de décembre 2019 à janvier 2020\u00A0:');
  expect(en).toMatch('suspended from December 2019 to January 2020:');
});

test.each([
  ['2020-04', 'd’avril à décembre 2020'],
  ['2020-08', 'd’août à décembre 2020'],
  ['2020-10', 'd’octobre à décembre 2020'],
  ['2020-07', 'de juillet à décembre 2020'],
])('from %s is written « %s »', (from, span) => {
  expect(note({ from, to: '2020-12' }).fr).toMatch(`suspendu ${span}\u00A0:`);
});

test('some of the sites only is said', () => {
  expect(note({ isPartial: true }).fr).toMatch('suspendu sur une partie des sites de mars');
  expect(note({ isPartial: true }).en).toMatch('suspended at some of the sites from March');
});

test('a reason without English gives a French footnote, and its full stop is not doubled', () => {
  expect(note({ reason: { fr: 'Travaux.' } })).toEqual({
    fr: 'Le suivi a été suspendu de mars à juin 2020\u00A0: Travaux. Ces mois ne sont pas comptés.',
  });
});
