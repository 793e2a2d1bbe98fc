import { expect, test } from 'vitest';
import { jsonLog, placeOf } from './log.ts';

const now = () => new Date('2026-11-25T08:00:00Z');

test('a line is one JSON object with its time and event', () => {
  const lines: string[] = [];
  jsonLog((line) => lines.push(line), now)('request', { method: 'GET', status: 200 });
  expect(lines).toEqual([
    '{"at":"2026-11-25T08:00:00.000Z","event":"request","method":"GET","status":200}\n',
  ]);
});

test('what is not a field of the list is not written', () => {
  const lines: string[] = [];
  const fields = { id: 'x', email: 'a.martin@exemple.fr' };
  jsonLog((line) => lines.push(line), now)('request', fields);
  expect(lines.join()).not.toContain('martin');
});

test('what could begin another line is escaped, and a long value is cut', () => {
  const lines: string[] = [];
  jsonLog((line) => lines.push(line), now)('request', {
    route: `/x\n{"event":"forged"}\u001B[31m${'a'.repeat(500)}`,
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.split('\n')).toHaveLength(2);
  expect(lines[0]).not.toContain('\u001B');
  expect(lines[0]?.length).toBeLessThan(400);
});

test('an unforeseen error is told by its class and our place, never by its message', () => {
  const error = new TypeError('a.martin@exemple.fr is wrong');
  expect(placeOf(error)).toMatch(/^TypeError server\/src\/log\.test\.ts:\d+$/);
  error.stack = 'TypeError\n    at f (file:///srv/node_modules/@qualepref/server/dist/main.js:12:3)';
  expect(placeOf(error)).toBe('TypeError server/dist/main.js:12');
  expect(placeOf('text')).toBe('string');
});
