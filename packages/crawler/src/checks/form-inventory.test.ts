import { expect, test } from 'vitest';
import { pageOf } from '../testing-read.ts';
import { verdictLine } from '../testing.ts';
import { formInventory } from './form-inventory.ts';

const FIELDS =
  '<input aria-label="Nom"><input aria-label="Prénom"><textarea aria-label="Message"></textarea>';

test('a form of several fields is listed for a person, once', () => {
  expect(verdictLine(formInventory, pageOf(`<form>${FIELDS}</form>`))).toEqual(['cantTell', 'read-again']);
});

test('a search field, and fields outside a form, are not concerned', () => {
  expect(
    verdictLine(formInventory, pageOf('<form><input type="search" aria-label="Rechercher"></form>')),
  ).toEqual(['inapplicable']);
  expect(verdictLine(formInventory, pageOf(FIELDS))).toEqual(['inapplicable']);
});
