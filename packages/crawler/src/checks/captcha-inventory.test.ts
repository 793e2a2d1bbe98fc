import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { captchaInventory } from './captcha-inventory.ts';

test('a CAPTCHA is for a person to try', () => {
  expect(verdictOf(captchaInventory, '<img src="/captcha.php" alt="Code">')).toEqual(['cantTell', 'captcha']);
});

test('a picture to copy must say what it is, and another way must be offered', () => {
  const form = (image: string, more = ''): string[] =>
    verdictOf(captchaInventory, `<form>${image}<label>Code <input></label>${more}</form>`);
  const image = '<img src="/captcha.php" alt="Code à recopier">';
  expect(form('<img src="/captcha.php" alt="">')).toEqual(['failed', 'captcha-without-alternative']);
  expect(form('<img src="/captcha.php" alt="" aria-label="Code">')).toEqual(['failed', 'captcha-alone']);
  expect(form(image)).toEqual(['failed', 'captcha-alone']);
  for (const other of [
    '<a href="/son">Version sonore</a>',
    '<audio src="/a.mp3"></audio>',
    'Question : 2 + 2 ?',
  ])
    expect([other, ...form(image, other)]).toEqual([other, 'cantTell', 'captcha']);
});

test('a page without one passes', () => {
  expect(verdictOf(captchaInventory, '<img src="/a.png" alt="Code">')).toEqual(['passed']);
});
