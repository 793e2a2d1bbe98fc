import { expect, test } from 'vitest';
import { createAddressing } from './address.ts';
import { encodeQuery, inEncoding } from './read-query.ts';

test('a query is asked in the encoding of its page, the path and the fragment are not', () => {
  expect(encodeQuery('/é?mot=préfecture#é', 'windows-1252')).toBe('/é?mot=pr%E9fecture#é');
  expect(encodeQuery('?prix=5 €', 'windows-1252')).toBe('?prix=5 %80');
  expect(encodeQuery('?prix=5 €', 'iso-8859-15')).toBe('?prix=5 %A4');
  expect(encodeQuery('?nom=Œ😀', 'iso-8859-2')).toBe('?nom=%26%23338%3B%26%23128512%3B');
});

test('without a query of such letters, nothing changes', () => {
  for (const href of ['/é', '/é#?é', '/a?b=c', '?%C3%A9', '', 'mailto:é@exemple.fr'])
    expect(encodeQuery(href, 'windows-1252')).toBe(href);
});

test('nor in an encoding of several bytes', () => {
  expect(encodeQuery('?é', 'shift_jis')).toBe('?é');
});

test('the addresses of such a page are those that a browser asks', () => {
  const site = 'https://www.exemple.gouv.fr';
  const addressing = createAddressing({ address: site, aliases: [] });
  const canonical = (encoding: string) => inEncoding(addressing, encoding).canonical('/é?é', `${site}/`);
  expect(canonical('windows-1252')).toBe(`${site}/%C3%A9?%E9`);
  expect(canonical('utf-8')).toBe(`${site}/%C3%A9?%C3%A9`);
});
