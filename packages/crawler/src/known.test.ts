import { expect, test } from 'vitest';
import { Known } from './known.ts';

/** Counts how often each text had to be worked out. */
function counted(): { get: (text: string) => string; times: Map<string, number> } {
  const known = new Known<string>();
  const times = new Map<string, number>();
  const get = (text: string): string =>
    known.get(text, (asked) => {
      times.set(asked, (times.get(asked) ?? 0) + 1);
      return asked.toUpperCase();
    });
  return { get, times };
}

test('what was worked out for a text is given again', () => {
  const { get, times } = counted();
  expect([get('accueil'), get('accueil'), get('contact')]).toEqual(['ACCUEIL', 'ACCUEIL', 'CONTACT']);
  expect(times).toEqual(
    new Map([
      ['accueil', 1],
      ['contact', 1],
    ]),
  );
});

test('an answer that says nothing is an answer', () => {
  const known = new Known<null>();
  let times = 0;
  const find = (): null => {
    times += 1;
    return null;
  };
  expect([known.get('a', find), known.get('a', find), times]).toEqual([null, null, 1]);
});

test('a long text, which comes once, is not kept', () => {
  const { get, times } = counted();
  const [kept, long] = ['a'.repeat(2_000), 'a'.repeat(2_001)];
  for (const text of [kept, kept, long, long]) get(text);
  expect([times.get(kept), times.get(long)]).toEqual([1, 2]);
});

test('a site that says ever more things does not fill the memory', () => {
  const { get, times } = counted();
  for (let n = 0; n <= 2_000; n++) get(String(n));
  get('2000');
  expect(times.get('2000')).toBe(1);
  get('0');
  expect(times.get('0')).toBe(2);
});
