import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { LOW_VOICE } from './render-quiet.ts';

interface Heard {
  readonly said: unknown[][];
  /** Tells the document of an error; whether it is told further. */
  readonly tell: (type: string, details: object) => boolean;
}

/** A document whose console and errors are heard, after its scripts ran. */
function heard(script: string): Heard {
  const said: unknown[][] = [];
  const listeners = new Map<string, (event: Event) => void>();
  const console = { log: (...args: unknown[]) => said.push(args) };
  const addEventListener = (type: string, listener: (event: Event) => void): void =>
    void listeners.set(type, listener);
  runInNewContext(LOW_VOICE + script, { console, addEventListener, Event });
  const tell = (type: string, details: object): boolean => {
    const event = Object.assign(new Event(type, { cancelable: true }), details);
    listeners.get(type)?.(event);
    return !event.defaultPrevented;
  };
  return { said, tell };
}

test('what a page says is heard as it said it', () => {
  expect(heard('console.log("un", 2, { trois: 3 })').said).toEqual([['un', 2, { trois: 3 }]]);
  expect(heard('console.log.call(console, "un")').said).toEqual([['un']]);
});

test('of a page that says without end the first words are heard, and of long ones the beginning', () => {
  expect(heard('for (let at = 0; at < 1000; at++) console.log(at)').said).toHaveLength(200);
  expect(heard('console.log("é".repeat(1e6))').said).toEqual([['é'.repeat(2_000)]]);
});

test('a page that rewrites what it runs on changes nothing of that', () => {
  const rewritten = 'String.prototype.slice = Reflect.apply = Function.prototype.toString = null;';
  expect(heard(`${rewritten} console.log("a".repeat(3000))`).said).toEqual([['a'.repeat(2_000)]]);
});

test('its errors are told, but for those without end or without measure', () => {
  const { tell } = heard('');
  expect(tell('error', { message: 'raté' })).toBe(true);
  expect(tell('error', { message: 'a'.repeat(30_000) })).toBe(false);
  expect(tell('unhandledrejection', { reason: 'a'.repeat(30_000) })).toBe(false);
  const told = Array.from({ length: 300 }, () => tell('unhandledrejection', { reason: 'raté' }));
  expect(told.filter(Boolean)).toHaveLength(197);
});

test('an image that does not come is no error of a script', () => {
  const { tell } = heard('');
  for (let at = 0; at < 300; at++) tell('error', {});
  expect(tell('error', { message: 'raté' })).toBe(true);
});
