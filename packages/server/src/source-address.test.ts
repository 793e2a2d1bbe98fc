import { expect, test } from 'vitest';
import { sourceNetwork } from './source-address.ts';

test('an IPv4 address counts by itself, however it is written', () => {
  expect(sourceNetwork('198.51.100.7', undefined, 0)).toBe('198.51.100.7');
  expect(sourceNetwork('::ffff:198.51.100.7', undefined, 0)).toBe('198.51.100.7');
});

test('an IPv6 address counts by its first half', () => {
  const network = sourceNetwork('2001:db8:0:12::1', undefined, 0);
  expect(network).toBe('2001:db8:0:12::/64');
  expect(sourceNetwork('2001:0DB8:0000:0012:ffff:ffff:ffff:ffff', undefined, 0)).toBe(network);
  expect(sourceNetwork('2001:db8:0:13::1', undefined, 0)).not.toBe(network);
  expect(sourceNetwork('::1', undefined, 0)).toBe('0:0:0:0::/64');
});

test('X-Forwarded-For is believed as far as the proxies are ours', () => {
  const forged = '203.0.113.1, 203.0.113.2, 198.51.100.9';
  expect(sourceNetwork('10.0.0.1', forged, 0)).toBe('10.0.0.1');
  expect(sourceNetwork('10.0.0.1', forged, 1)).toBe('198.51.100.9');
  expect(sourceNetwork('10.0.0.1', forged, 2)).toBe('203.0.113.2');
});

test('fewer addresses than proxies: the furthest known, never nothing', () => {
  expect(sourceNetwork('10.0.0.1', '198.51.100.9', 3)).toBe('198.51.100.9');
  expect(sourceNetwork('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  expect(sourceNetwork('10.0.0.1', ' , ', 1)).toBe('10.0.0.1');
});
