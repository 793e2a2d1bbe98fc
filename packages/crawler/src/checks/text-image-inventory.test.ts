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

test('a drawing of words alone fails, one that has more in it or is a logo passes', () => {
  const judge = (drawing: string, alt = 'Ouvert'): string[] =>
    verdictOf(
      textImageInventory,
      `<img alt="${alt}" src="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'>${drawing}</svg>">`,
    );
  expect(judge("<text y='9'>Ouvert</text>")).toEqual(['failed', 'written-image']);
  expect(judge("<rect width='9' height='9'/><text y='9'>Ouvert</text>")).toEqual(['failed', 'written-image']);
  expect(judge("<path d='M0 0h9'/><text y='9'>Ouvert</text>")).toEqual(['passed']);
  expect(judge("<text y='9'>A</text>")).toEqual(['passed']);
  expect(judge("<text y='9'>Ouvert</text>", 'Logo Ouvert')).toEqual(['passed']);
  expect(
    verdictOf(
      textImageInventory,
      '<img alt="Ouvert" src="data:image/svg+xml,%3Csvg%3E%3Ctext%3EOuvert%3C/text%3E%3C/svg%3E">',
    ),
  ).toEqual(['failed', 'written-image']);
});
