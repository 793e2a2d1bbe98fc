import { expect, test } from 'vitest';
import { isDoubtful, isNamedControl, narrowed } from './axe-element.ts';

const MISMATCH = { rgaa: ['6.1', '11.2', '11.9'], rgaaTests: ['6.1.5'] };

test('a name that drops the text shown is a fault of links, of buttons or of fields, not of all three', () => {
  const of = (html: string): unknown => narrowed(MISMATCH, 'label-content-name-mismatch', html);
  expect(of('<a href="/a" aria-label="x">Y</a>')).toEqual({ rgaa: ['6.1'], rgaaTests: ['6.1.5'] });
  expect(of('<div role="link" aria-label="x">Y</div>')).toMatchObject({ rgaa: ['6.1'] });
  expect(of('<button aria-label="x">Y</button>')).toEqual({ rgaa: ['11.9'], rgaaTests: [] });
  expect(of('<input type="submit" value="Y">')).toMatchObject({ rgaa: ['11.9'] });
  expect(of('<input type="text">')).toMatchObject({ rgaa: ['11.2'] });
  expect(of('<select>')).toMatchObject({ rgaa: ['11.2'] });
  expect(of('<span role="checkbox">')).toMatchObject({ rgaa: ['11.2'] });
  expect(of('<span role="menuitem">')).toEqual(MISMATCH);
  expect(of('<span>')).toEqual(MISMATCH);
});

test('a list is no component, tabs are no list; menus and trees are both', () => {
  const both = { rgaa: ['7.1', '9.3'], rgaaTests: ['9.3.1'] };
  const list = { rgaa: ['9.3'], rgaaTests: ['9.3.1'] };
  const of = (rule: string, html: string): unknown => narrowed(both, rule, html);
  expect(of('aria-required-children', '<div role="list">')).toEqual(list);
  expect(of('aria-required-parent', '<div role="listitem">')).toEqual(list);
  expect(of('aria-required-children', '<div role="menu">')).toEqual(both);
  expect(of('aria-required-parent', '<a role="tab">')).toEqual({ rgaa: ['7.1'], rgaaTests: [] });
});

test('a link without a name made of another element is a fault of links', () => {
  const of = (html: string): unknown =>
    narrowed({ rgaa: ['11.9', '7.1'], rgaaTests: ['11.9.1'] }, 'aria-command-name', html);
  expect(of('<span role="link" tabindex="0">')).toEqual({ rgaa: ['6.2', '7.1'], rgaaTests: [] });
  expect(of('<span role="button">')).toEqual({ rgaa: ['11.9', '7.1'], rgaaTests: ['11.9.1'] });
  expect(of('<div role="menuitem">')).toEqual({ rgaa: ['7.1'], rgaaTests: [] });
});

test('a field made with a role and without a name is a fault of fields', () => {
  const own = { rgaa: ['11.1', '7.1'], rgaaTests: ['11.1.1'] };
  const fields = { rgaa: ['11.1'], rgaaTests: ['11.1.1'] };
  expect(narrowed(own, 'aria-input-field-name', '<div role="combobox">')).toEqual(fields);
  expect(narrowed(own, 'aria-toggle-field-name', '<span role="switch">')).toEqual(fields);
});

test('a value of ARIA that takes nothing from anybody is no proof', () => {
  const doubts = (html: string, ...wrong: string[]): boolean =>
    isDoubtful('aria-valid-attr-value', html, `La valeur est invalide : ${wrong.join(', ')}`);
  expect(doubts('<p aria-hidden="oui">', 'aria-hidden="oui"')).toBe(true);
  expect(doubts('<button aria-controls="a">', 'aria-controls="a"')).toBe(true);
  expect(doubts('<button aria-controls="a">', 'aria-controls="a"', 'aria-pressed="oui"')).toBe(false);
  expect(doubts('<input role="combobox" aria-controls="a">', 'aria-controls="a"')).toBe(false);
  expect(doubts('<div role="scrollbar" aria-controls="a">', 'aria-controls="a"')).toBe(false);
  expect(doubts('<p>')).toBe(false);
});

test('a list to choose from that is not opened may not be made yet', () => {
  const doubts = (expanded: string): boolean =>
    isDoubtful(
      'aria-valid-attr-value',
      `<input role="combobox" aria-expanded="${expanded}" aria-controls="a">`,
      'La valeur est invalide : aria-controls="a"',
    );
  expect(doubts('false')).toBe(true);
  expect(doubts('undefined')).toBe(true);
  expect(doubts('true')).toBe(false);
  expect(doubts('')).toBe(false);
});

test('a picture too thin to show anything lacks an empty alternative, not words', () => {
  const own = { rgaa: ['1.1'], rgaaTests: ['1.1.1'] };
  const of = (html: string): readonly string[] => narrowed(own, 'image-alt', html).rgaa;
  expect(of('<img src="vide.gif" width="1" height="20">')).toEqual(['1.2']);
  expect(of('<img src="vide.gif" height=1px>')).toEqual(['1.2']);
  expect(of('<img src="carte.png" width="100" height="20">')).toEqual(['1.1']);
  expect(of('<img src="carte.png" data-width="1">')).toEqual(['1.1']);
});

test('a picture whose file is a bullet lacks an empty alternative too', () => {
  const own = { rgaa: ['1.1'], rgaaTests: ['1.1.1'] };
  const of = (html: string): readonly string[] => narrowed(own, 'image-alt', html).rgaa;
  expect(of('<img src="bullet.gif">')).toEqual(['1.2']);
  expect(of('<img src=/images/puce-2.png>')).toEqual(['1.2']);
  expect(of('<img src="/puce/plan.gif">')).toEqual(['1.1']);
  expect(of('<img src="puces-electroniques.png">')).toEqual(['1.1']);
});

test('another rule keeps its criteria', () => {
  const own = { rgaa: ['1.1'], rgaaTests: ['1.1.1'] };
  expect(narrowed(own, 'image-alt', '<img>')).toEqual(own);
  expect(narrowed(own, 'image-alt', '<img>', ['adorning']).rgaa).toEqual(['1.2']);
});

test('the word that an icon font turns into a picture is not what is shown', () => {
  const doubts = (html: string): boolean => isDoubtful('label-content-name-mismatch', html);
  expect(doubts('<button aria-label="Chercher"><span class="material-icons">search</span></button>')).toBe(
    true,
  );
  expect(doubts('<a aria-label="Chercher"><i>search</i></a>')).toBe(true);
  expect(doubts('<button aria-label="Chercher" style="font-family: My Icons">search</button>')).toBe(true);
  expect(doubts('<button aria-label="Chercher">Envoyer</button>')).toBe(false);
});

test('of several roles the first that is known counts', () => {
  expect(isDoubtful('aria-roles', '<div role="doc-chapter section">')).toBe(true);
  expect(isDoubtful('aria-roles', '<div role="section">')).toBe(false);
  expect(isDoubtful('aria-roles', '<div role=" section "><p role="a b">')).toBe(false);
  expect(isDoubtful('image-alt', '<img role="a b">')).toBe(false);
});

test('an object without a name is a fault of images when it may hold one', () => {
  const of = (html: string): unknown => narrowed({ rgaa: ['1.1'], rgaaTests: ['1.1.6'] }, 'object-alt', html);
  for (const html of [
    '<object data="plan.png">',
    '<object type="image/png" data="plan">',
    '<object data="a">',
  ]) {
    expect(of(html)).toEqual({ rgaa: ['1.1'], rgaaTests: ['1.1.6'] });
    expect(isDoubtful('object-alt', html)).toBe(false);
  }
  const others = [
    ['4.1', '<object data="/annonce.mp3?v=2">'],
    ['4.1', '<object type="video/mp4" data="film">'],
    ['4.8', '<object data="arrete.PDF">'],
    ['4.8', '<object type="application/pdf" data="a.png">'],
  ] as const;
  for (const [criterion, html] of others) {
    expect(of(html)).toEqual({ rgaa: [criterion], rgaaTests: [] });
    expect(isDoubtful('object-alt', html)).toBe(true);
  }
});

test('our own check reads the names of links and buttons, and not those of fields', () => {
  const named = ['<a href="/a">', '<button>', '<summary>', '<span role="link">', '<div role="button">'];
  expect(named.every(isNamedControl)).toBe(true);
  expect(['<input type="submit">', '<area href="/a">', '<select>', '<p>'].some(isNamedControl)).toBe(false);
});

test('what scrolls is reached by the Tab key of most browsers, unless it is told not to be', () => {
  expect(isDoubtful('scrollable-region-focusable', '<div class="fr-table__container">')).toBe(true);
  expect(isDoubtful('scrollable-region-focusable', '<div tabindex="-1">')).toBe(false);
});

test('spacing set on a lone sign is kept from nobody', () => {
  const spaced = (content: string): boolean =>
    isDoubtful(
      'avoid-inline-spacing',
      `<p style="letter-spacing: 1px !important">${content}${content === '' ? '' : '</p>'}`,
    );
  expect(['&nbsp;:<!-- signe -->', '12'].map(spaced)).toEqual([true, true]);
  expect(['Texte', '<b>Le</b>', ''].map(spaced)).toEqual([false, false, false]);
});

test('a role or an attribute that does not exist is a fault of validity too', () => {
  const rgaa = { rgaa: ['7.1'], rgaaTests: [] };
  expect(narrowed(rgaa, 'aria-roles', '<ol role="breadcrumbs">')).toEqual({
    rgaa: ['7.1', '8.2'],
    rgaaTests: ['8.2.1'],
  });
  expect(narrowed(rgaa, 'aria-allowed-attr', '<ol aria-checked="true">')).toEqual(rgaa);
});

test('a heading that lacks its level is no component', () => {
  const rgaa = { rgaa: ['7.1'], rgaaTests: [] };
  expect(narrowed(rgaa, 'aria-required-attr', '<p role="heading">')).toEqual({
    rgaa: ['9.1'],
    rgaaTests: ['9.1.3'],
  });
  expect(narrowed(rgaa, 'aria-required-attr', '<div role="slider">')).toEqual(rgaa);
});

test('a state that is missing on a component that is off is for a person to weigh', () => {
  const of = (html: string): boolean => isDoubtful('aria-required-attr', html);
  expect(of('<div role="combobox" aria-disabled="true">')).toBe(true);
  expect(of('<div role="combobox">')).toBe(false);
  expect(of('<div role="combobox" aria-disabled="false">')).toBe(false);
});

test('a field out of sight and out of the way of the keyboard may stand behind that of a component', () => {
  expect(isDoubtful('label', '<input tabindex="-1" class="done hidden-accessible" name="s">')).toBe(true);
  expect(isDoubtful('label', '<input tabindex="-1" class="wide" name="s">')).toBe(false);
  expect(isDoubtful('label', '<input class="hidden-accessible" name="s">')).toBe(false);
});

test('the contrast of a mark is that of a drawing, and that of a text in a tree of its own that of a text', () => {
  const text = { rgaa: ['3.2'], rgaaTests: ['3.2.1'] };
  const of = (html: string): readonly string[] => narrowed(text, 'color-contrast', html).rgaa;
  expect(of('<span class="arrow">►</span>')).toEqual(['3.3']);
  expect(of('<span>Ouvrir</span>')).toEqual(['3.2']);
  expect(of('<p id="p"></p>')).toEqual(['3.2']);
});
