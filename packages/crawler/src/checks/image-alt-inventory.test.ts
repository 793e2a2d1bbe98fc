import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import type { LonePicture } from '../probes/lone-pictures.ts';
import { page, PARAGRAPH, rendered, tried, verdictLine } from '../testing.ts';
import { imageAltInventory } from './image-alt-inventory.ts';

test('a drawing that is an image, or that is hidden, passes', () => {
  expect(verdictOf(imageAltInventory, '<svg role="img" aria-label="Plan"></svg>')).toEqual(['passed']);
  expect(verdictOf(imageAltInventory, '<svg aria-hidden="true"><title>Plan</title></svg>')).toEqual([
    'passed',
  ]);
  expect(verdictOf(imageAltInventory, '<a href="/">Plan <svg></svg></a>')).toEqual(['passed']);
});

test('a drawing that has a name and no role fails', () => {
  const drawing = '<svg><title>Plan</title></svg>';
  expect(verdictOf(imageAltInventory, drawing)).toEqual(['failed', 'named-svg']);
  expect(verdictOf(imageAltInventory, `<a href="/">${drawing}</a>`)).toEqual(['failed', 'named-svg']);
  // The name of the link is heard instead.
  expect(verdictOf(imageAltInventory, `<a href="/" aria-label="Accueil">${drawing}</a>`)).toEqual(['passed']);
});

test('a tooltip attribute names no drawing; a title element or a label does', () => {
  const judge = (attributes: string, within = ''): string[] =>
    verdictOf(imageAltInventory, `<svg role="img" ${attributes}>${within}</svg>`);
  expect(judge('title="Plan"')).toEqual(['failed', 'tooltip-svg']);
  expect(judge('title="Plan"', '<title>Plan</title>')).toEqual(['passed']);
  expect(judge('title="Plan" aria-label="Plan"')).toEqual(['passed']);
});

test('one that has neither is for a person to weigh', () => {
  expect(verdictOf(imageAltInventory, '<svg></svg>')).toEqual(['cantTell', 'unnamed-drawing']);
  expect(verdictOf(imageAltInventory, '<canvas></canvas>')).toEqual(['cantTell', 'unnamed-drawing']);
});

test('an image embedded without a name fails, another object is another check’s', () => {
  const embed = (attributes: string): string[] =>
    verdictOf(imageAltInventory, `<embed src="/a" ${attributes}>`);
  expect(embed('type="image/png"')).toEqual(['failed', 'unnamed-embed']);
  expect(embed('type="image/png" title="Plan"')).toEqual(['passed']);
  expect(embed('type="application/pdf"')).toEqual(['passed']);
});

test('a picture that the page shows to say something, and that has no alternative, fails', () => {
  const judge = (why: LonePicture['why']): string[] => {
    const lonePictures = [{ ...PARAGRAPH, why, text: 'Le plan :' }];
    return verdictLine(imageAltInventory, page({}, { rendered: rendered({ probes: { lonePictures } }) }));
  };
  expect(judge('alone')).toEqual(['failed', 'alone']);
  expect(judge('introduced')).toEqual(['failed', 'introduced']);
  expect(judge('pressed')).toEqual(['failed', 'pressed']);
});

test('words that a script writes on a drawing fail, and a page without any passes', () => {
  const canvases = [{ ...PARAGRAPH, text: 'Guichets fermés' }];
  expect(verdictLine(imageAltInventory, tried({ canvases }))).toEqual(['failed', 'written']);
  expect(verdictLine(imageAltInventory, tried({}))).toEqual(['passed']);
});
