import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { complexImageInventory } from './complex-image-inventory.ts';

test('an image that a passage describes passes, and so does a simple one', () => {
  expect(
    verdictOf(
      complexImageInventory,
      '<img src="/a.png" alt="Graphique" aria-describedby="b"><p id="b">Détail</p>',
    ),
  ).toEqual(['passed']);
  expect(verdictOf(complexImageInventory, '<img src="/a.png" alt="Façade">')).toEqual(['passed']);
});

test('a description that is nowhere fails', () => {
  expect(verdictOf(complexImageInventory, '<img src="/a.png" alt="Délais" longdesc="#b">')).toEqual([
    'failed',
    'dead-description',
  ]);
  expect(verdictOf(complexImageInventory, '<img src="/a.png" alt="Délais" aria-describedby="b">')).toEqual([
    'failed',
    'dead-description',
  ]);
});

test('a chart without a description is for a person to weigh', () => {
  expect(verdictOf(complexImageInventory, '<img src="/organigramme.png" alt="Services">')).toEqual([
    'cantTell',
    'complex',
  ]);
});
