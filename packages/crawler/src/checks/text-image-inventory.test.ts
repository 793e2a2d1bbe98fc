import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { textImageInventory } from './text-image-inventory.ts';

test('a banner is for a person to look at', () => {
  expect(verdictOf(textImageInventory, '<img src="/banniere.png" alt="Canicule">')).toEqual([
    'cantTell',
    'text-image',
  ]);
});

test('another image passes', () => {
  expect(verdictOf(textImageInventory, '<img src="/facade.png" alt="Façade">')).toEqual(['passed']);
});
