import { expect, test } from 'vitest';
import { parseDom } from './read-dom.ts';
import { placesOf } from './read-place.ts';
import { isHurried, readRefreshes } from './read-refresh.ts';

const read = (html: string): [number, string | null][] => {
  const dom = parseDom(html);
  return readRefreshes(dom, placesOf(dom)).map(({ seconds, href }) => [seconds, href]);
};

test('a refresh has its delay and its target', () => {
  expect(read('<meta http-equiv="refresh" content="5; url=/suite">')).toEqual([[5, '/suite']]);
  expect(read(`<meta http-equiv="Refresh" content="0;URL='/suite'">`)).toEqual([[0, '/suite']]);
  expect(read(`<meta http-equiv="refresh" content="5.5,url='/suite'">`)).toEqual([[5, '/suite']]);
  expect(read('<meta http-equiv="refresh" content="30">')).toEqual([[30, null]]);
});

test('what no browser obeys is none', () => {
  expect(read('<meta http-equiv="refresh" content="bientôt">')).toEqual([]);
  expect(read('<meta name="refresh" content="5">')).toEqual([]);
  expect(read('<meta http-equiv="refresh" content="5s; url=/suite">')).toEqual([]);
  expect(read('<meta http-equiv="refresh">')).toEqual([]);
});

test('a browser obeys the first refresh; it hurries within twenty hours', () => {
  const at = (...delays: number[]): boolean =>
    isHurried(delays.map((seconds) => ({ seconds, href: '/a', selector: 'meta', line: 1, zone: 'body' })));
  expect([at(), at(0), at(0, 9), at(72_001)]).toEqual([false, false, false, false]);
  expect([at(1), at(9, 0), at(72_000)]).toEqual([true, true, true]);
});
