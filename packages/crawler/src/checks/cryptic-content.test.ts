import { expect, test } from 'vitest';
import { verdictOf } from '../testing-read.ts';
import { crypticContent } from './cryptic-content.ts';

test('text and code pass, and so does a drawing with a title', () => {
  expect(verdictOf(crypticContent, '<pre>const a = 1;\nconst b = 2;\nreturn a + b;</pre>')).toEqual([
    'passed',
  ]);
  expect(
    verdictOf(crypticContent, '<pre title="Un chat">/\\_/\\\n( o.o )\n> ^ <\n~~~~~~~~~~~~</pre>'),
  ).toEqual(['passed']);
});

test('a drawing made of signs fails', () => {
  expect(verdictOf(crypticContent, '<pre>/\\_/\\\n( o.o )\n> ^ <\n~~~~~~~~~~~~</pre>')).toEqual([
    'failed',
    'drawing-of-signs',
  ]);
});

test('a face made of signs is for a person to weigh', () => {
  expect(verdictOf(crypticContent, '<p>Bonne journée :-)</p>')).toEqual(['cantTell', 'face-of-signs']);
  expect(verdictOf(crypticContent, '<p>Bonne journée <abbr title="sourire">:-)</abbr></p>')).toEqual([
    'passed',
  ]);
});

test('lines of strokes among words are a drawing, a frame or the ends of blocks are not', () => {
  const judge = (lines: string): string[] => verdictOf(crypticContent, `<pre>${lines}</pre>`);
  expect(judge('Votre\n /\\ (`/`|| _ +\n/--\\,)\\,|| (||`|\nmessage arrive')).toEqual([
    'failed',
    'drawing-of-signs',
  ]);
  expect(judge('Votre\n /\\ (`/`|| _ +\nmessage\n/--\\,)\\,|| (||`|\narrive')).toEqual(['passed']);
  expect(
    judge('+-----------+\n|Entrée cour|\n|Sortie rue |\n|Guichet un |\n+-----------+\n|-----------|'),
  ).toEqual(['passed']);
  expect(judge('A = ["a" "b" "c" "d"];\nB = ["b" "a" "d" "c"];\nC = ["a" "a" "b" "c"];')).toEqual(['passed']);
  expect(judge('a(() => {\n});\n});\n/*\n*/')).toEqual(['passed']);
});
