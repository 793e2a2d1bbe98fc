import { expect, test } from 'vitest';
import { deskOf } from './agent-fixture.ts';
import { WrongForm } from './agent-route.ts';
import { resultsNow } from './figures.ts';
import { aloneValue, valueFormOf } from './pages/agent-measurement-value.ts';
import { onEachEngine } from './engines-fixture.ts';

const rate = { kind: 'ratio', unit: 'percent' } as const;
const days = { kind: 'mean', unit: 'days' } as const;
const points = { kind: 'mean', unit: 'points' } as const;
const refusal = (...asked: Parameters<typeof aloneValue>): string => {
  try {
    return JSON.stringify(aloneValue(...asked));
  } catch (error) {
    if (error instanceof WrongForm) return error.faults['valeur'] ?? '';
    throw error;
  }
};

test.each([
  ['87,5', 0.875],
  ['7,1', 0.071],
  ['0', 0],
  ['100 %', 1],
  ['33.3333', 0.333333],
])('a rate that is written %s is kept to the digit', (text, expected) => {
  expect(aloneValue(rate, text)).toEqual({ kind: 'published-rate', rate: expected });
});

test('a mean alone is a number of days, or of points that may be negative', () => {
  expect(aloneValue(days, '2,4')).toEqual({ kind: 'published-mean', mean: 2.4 });
  expect(aloneValue(points, '−12,5')).toEqual({ kind: 'published-mean', mean: -12.5 });
  expect(refusal(days, '-1')).toContain('pas négatif');
});

test('what is no number, or no rate, is refused', () => {
  for (const text of ['', 'beaucoup', '12,5,3', '1e3', '0x10', '100,1', '-1', '1234567'])
    expect(refusal(rate, text)).toContain('Un taux de 0 à 100');
  expect(refusal(days, 'deux')).toContain('Un nombre est attendu');
  expect(refusal({ kind: 'count', unit: 'count' }, '3')).toContain('Un nombre est attendu');
});

test('a count has no value but itself', () => {
  expect(valueFormOf({ kind: 'count' }, 'valeur')).toBe('nombres');
  expect(valueFormOf(rate, 'valeur')).toBe('valeur');
  expect(valueFormOf(rate, undefined)).toBe('nombres');
});

onEachEngine((trial) => {
  const { text, post } = deskOf(trial);
  const alone = {
    ...{ indicateur: 'tel.decroche', lieu: 'departement', periode: '2026-10' },
    ...{ forme: 'valeur', valeur: '87,5', source: 'enquête, 412 appels' },
  };
  const published = async () => {
    const { indicators } = await resultsNow(trial.world, trial.world.store.db, ['2026-10']);
    return indicators.map(({ id, unit, value, sampleSize, source }) => ({
      id,
      unit,
      value,
      sampleSize,
      source,
    }));
  };

  test('a rate known without its counts is entered alone, told as such, and published without any count', async () => {
    expect(await text('/indicateurs/saisie?indicateur=tel.decroche')).toContain('Nombre de cas conformes');
    const form = await text('/indicateurs/saisie?indicateur=tel.decroche&forme=valeur');
    expect(form).toContain('Taux, en %');
    expect(form).not.toContain('Nombre de cas');
    expect(await post('/indicateurs/saisie', { ...alone, valeur: '101' })).toContain('Un taux de 0 à 100');
    expect(await post('/indicateurs/saisie', alone)).toContain('fait=mesure-saisie');
    expect(await text('/indicateurs?mois=2026-10')).toContain('87,5 % (nombres inconnus)');
    expect(await published()).toEqual([
      {
        ...{ id: 'tel.decroche', unit: 'departement', value: { rate: 0.875 } },
        ...{ sampleSize: undefined, source: 'enquête, 412 appels' },
      },
    ]);
  });

  test('a rate alone of one site is not published for the whole department', async () => {
    await post('/indicateurs/saisie', { ...alone, lieu: 'valmont' });
    expect(await text('/indicateurs?mois=2026-10')).toContain('87,5 % (nombres inconnus)');
    expect(await published()).toEqual([]);
  });

  test('counts that become known take the place of the rate alone', async () => {
    await post('/indicateurs/saisie', alone);
    await post('/indicateurs/saisie', { ...alone, forme: 'nombres', haut: '412', bas: '470', valeur: '' });
    expect(await published()).toMatchObject([{ value: { numerator: 412, denominator: 470 } }]);
  });

  test('the form of an indicator that is a number has no other', async () => {
    const form = await text('/indicateurs/saisie?indicateur=rdv.offre&forme=valeur');
    expect(form).toContain('Nombre');
    expect(form).not.toMatch(/seule?/);
  });
});
