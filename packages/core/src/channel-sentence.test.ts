import { expect, test } from 'vitest';
import { channelSentence, daysLabel, type ChannelAnswers } from './channel-sentence.ts';

const sentence = (over: Partial<ChannelAnswers> = {}): string =>
  channelSentence({
    unit: 'préfecture',
    answered: 'email',
    rate: { kind: 'ratio', numerator: 99, denominator: 100 },
    mean: { kind: 'mean', total: 200, count: 100 },
    delay: 'moins de 5 jours',
    ...over,
  }).replaceAll('\u00A0', '~');

test('rate and mean are told together', () => {
  expect(sentence()).toBe(
    'En préfecture~: il a été répondu à 99~% des courriels en moins de 5 jours et le délai moyen de réponse était de 2 jours.',
  );
});

test('each channel has its name', () => {
  expect(sentence({ answered: 'letter', delay: '10 jours ouvrés' })).toMatch(
    '99~% des courriers en 10 jours ouvrés et',
  );
  expect(sentence({ answered: 'feedback' })).toMatch('99~% des réclamations et suggestions en');
});

test('what is not known is left out', () => {
  expect(sentence({ mean: null })).toBe(
    'En préfecture~: il a été répondu à 99~% des courriels en moins de 5 jours.',
  );
  expect(sentence({ rate: undefined })).toBe(
    'En préfecture~: le délai moyen de réponse aux courriels était de 2 jours.',
  );
  expect(sentence({ rate: { kind: 'ratio', numerator: 0, denominator: 0 }, mean: null })).toBe(
    'En préfecture~: les réponses aux courriels n’ont pas été mesurées.',
  );
});

test.each([
  [0, '0 jour'],
  [1, '1 jour'],
  [1.9, '1,9 jour'],
  [1.94, '1,9 jour'],
  [1.95, '2 jours'],
  [2, '2 jours'],
  [2.4, '2,4 jours'],
  [10.5, '10,5 jours'],
  [1500, '1~500 jours'],
])('%s is « %s »', (days, expected) => {
  expect(daysLabel(days).replaceAll('\u00A0', '~')).toBe(expected);
});
