import { expect, test } from 'vitest';
import { Scratch } from './scratch.ts';

test('values come back in the order of their keys, then in the order in which they came, as often as asked', () => {
  const list = new Scratch().list<{ readonly n: number }>();
  list.add({ n: 1 }, { key: 'b' });
  list.add({ n: 2 }, { key: 'a' });
  list.add({ n: 3 }, { key: 'a' });
  expect(list.length).toBe(3);
  expect([...list]).toEqual([{ n: 2 }, { n: 3 }, { n: 1 }]);
  expect([...list]).toEqual([{ n: 2 }, { n: 3 }, { n: 1 }]);
});

test('a list may be left half-way, and read by two at once', () => {
  const list = new Scratch().list<number>();
  for (let n = 0; n < 3; n++) list.add(n);
  const pairs: number[][] = [];
  for (const a of list) for (const b of list) pairs.push([a, b]);
  expect(pairs).toHaveLength(9);
  const [first] = list;
  expect(first).toBe(0);
  list.add(3);
  expect([...list]).toEqual([0, 1, 2, 3]);
});

test('lists of one scratch file know nothing of each other', () => {
  const scratch = new Scratch();
  const [a, b] = [scratch.list<string>(), scratch.list<string>()];
  a.add('x');
  expect([...b]).toEqual([]);
  expect(b.length).toBe(0);
});

test('a group counts its pages once each, from the least number asked for', () => {
  const list = new Scratch().list<null>();
  for (const page of ['/a', '/a', '/b']) list.add(null, { group: 'two', page });
  list.add(null, { group: 'one', page: '/a' });
  expect(list.groups(2)).toEqual(new Map([['two', 2]]));
  expect(list.groups(1).get('one')).toBe(1);
});

test('an address keeps its first twenty pages, each once', () => {
  const scratch = new Scratch();
  const pages = Array.from({ length: 21 }, (_, n) => `/page-${String(n).padStart(2, '0')}`);
  for (const page of pages) {
    scratch.addFound(['/menu', '/menu'], page);
    scratch.addFound(['/menu'], page);
  }
  expect(scratch.foundOn('/menu')).toEqual(pages.slice(0, 20));
  expect(scratch.foundOn('/autre')).toEqual([]);
});
