import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { captchaInventory } from './captcha-inventory.ts';

test('a CAPTCHA is for a person to try', () => {
  expect(verdictOf(captchaInventory, '<img src="/captcha.php" alt="Code">')).toEqual(['cantTell', 'captcha']);
});

test('a page without one passes', () => {
  expect(verdictOf(captchaInventory, '<img src="/a.png" alt="Code">')).toEqual(['passed']);
});
