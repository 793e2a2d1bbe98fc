import { expect, test } from 'vitest';
import { cantTell, failed, pageCheck, type Check } from './check.ts';
import { pictureKey, wishesOf } from './evidence.ts';
import { page, rendered, settings } from './testing.ts';

const codes = { bad: { items: [], severity: 'minor', text: 'Fautif : corriger.' } } as const;
const at = (selector: string, cause = 'p'): object => ({ place: { selector }, cause });
const wishes = (...checks: readonly Check[]): unknown =>
  wishesOf(page({}, { rendered: rendered() }), checks, settings());

test('each fault is wished for once, by its first place', () => {
  const check = pageCheck({
    id: 'one',
    needs: 'html',
    codes,
    judge: () => [
      failed('bad', {}, at('#a')),
      failed('bad', {}, at('#b')),
      failed('bad', {}, at('#c', 'div')),
    ],
  });
  expect(wishes(check)).toEqual([
    { key: pictureKey({ check: 'one', code: 'bad', cause: 'p' }), selector: '#a' },
    { key: pictureKey({ check: 'one', code: 'bad', cause: 'div' }), selector: '#c' },
  ]);
});

test('a rule of axe-core is named as in the report', () => {
  const rule = { id: 'axe/image-alt', rgaa: [], rgaaTests: [], axe: [] };
  const check = pageCheck({
    id: 'axe',
    needs: 'rendered',
    codes,
    judge: () => [failed('bad', {}, { ...at('img'), rule })],
  });
  expect(wishes(check)).toEqual([{ key: 'axe/image-alt\naxe/image-alt\np', selector: 'img' }]);
});

test('doubts, places that no selector of the page finds, and checks that throw are not shown', () => {
  const check = pageCheck({
    id: 'one',
    needs: 'html',
    codes,
    judge: () => [
      cantTell('bad', {}, at('#a')),
      failed('bad'),
      failed('bad', {}, at('iframe >>> #a')),
      failed('bad', {}, { ...at('#a'), url: 'https://a.fr/autre' }),
    ],
  });
  const broken = pageCheck({
    id: 'two',
    needs: 'html',
    codes,
    judge: () => {
      throw new Error('oups');
    },
  });
  const away = pageCheck({
    id: 'three',
    needs: 'html',
    codes,
    applies: () => false,
    judge: () => [failed('bad', {}, at('#a'))],
  });
  expect(wishes(check, broken, away)).toEqual([]);
});
