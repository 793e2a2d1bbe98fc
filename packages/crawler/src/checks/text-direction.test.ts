import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { textDirection } from './text-direction.ts';

test('a passage whose direction is told passes, and so does a name in a sentence', () => {
  expect(verdictOf(textDirection, '<p dir="rtl">مرحبا بكم في المحافظة</p>')).toEqual(['passed']);
  expect(verdictOf(textDirection, '<p>Le journal <bdi>الأهرام العربي</bdi> paraît le matin.</p>')).toEqual([
    'passed',
  ]);
  expect(verdictOf(textDirection, '<p>La lettre א est la première.</p>')).toEqual(['passed']);
});

test('one whose direction is not told fails, in a sentence too', () => {
  expect(verdictOf(textDirection, '<p>مرحبا بكم في المحافظة</p>')).toEqual(['failed', 'no-direction']);
  expect(verdictOf(textDirection, '<p>En arabe : <span lang="ar">مرحبا بكم في المحافظة</span></p>')).toEqual([
    'failed',
    'no-direction',
  ]);
});

test('a direction that is not that of the text fails, and so does one that does not exist', () => {
  expect(verdictOf(textDirection, '<p dir="rtl">Bienvenue à la préfecture</p>')).toEqual([
    'failed',
    'wrong-direction',
  ]);
  expect(verdictOf(textDirection, '<p dir="right">Bienvenue</p>')).toEqual(['failed', 'bad-direction']);
});
