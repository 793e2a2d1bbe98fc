import { expect, test } from 'vitest';
import { isHostAmong } from './host-among.ts';

test('a host is among those that are it or above it', () => {
  expect(isHostAmong('www.exemple.gouv.fr', ['gouv.fr'])).toBe(true);
  expect(isHostAmong('exemple.gouv.fr', ['autre.fr', 'exemple.gouv.fr'])).toBe(true);
});

test('another host that ends alike is not', () => {
  expect(isHostAmong('faux-gouv.fr', ['gouv.fr'])).toBe(false);
  expect(isHostAmong('gouv.fr.exemple.com', ['gouv.fr'])).toBe(false);
  expect(isHostAmong('', ['gouv.fr'])).toBe(false);
});
