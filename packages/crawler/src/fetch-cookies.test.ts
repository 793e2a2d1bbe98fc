import { expect, test } from 'vitest';
import { createJar } from './fetch-cookies.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
/** What goes back to an address after the answers of another. */
function sent(
  headers: readonly string[],
  to: string,
  from = 'https://www.a.fr/dossier/page',
): string | undefined {
  const jar = createJar();
  jar.store(new URL(from), headers, NOW);
  return jar.headerFor(new URL(to));
}

test('a cookie goes back to the host that set it, and to no other', () => {
  const headers = ['passage=1; Path=/; HttpOnly; SameSite=Lax'];
  expect(sent(headers, 'https://www.a.fr/autre')).toBe('passage=1');
  for (const other of ['https://a.fr/', 'https://x.www.a.fr/', 'https://www.a.fr:8443/', 'https://b.fr/'])
    expect(sent(headers, other), other).toBe(undefined);
});

test('one meant for a whole domain stays with its host; one meant for another domain is refused', () => {
  expect(sent(['a=1; Domain=.a.fr; Path=/'], 'https://www.a.fr/')).toBe('a=1');
  expect(sent(['a=1; Domain=.a.fr; Path=/'], 'https://a.fr/')).toBe(undefined);
  expect(sent(['a=1; Domain=b.fr; Path=/'], 'https://www.a.fr/')).toBe(undefined);
});

test('the path bounds where a cookie goes: as told, else the folder that set it', () => {
  expect(sent(['a=1'], 'https://www.a.fr/dossier/x')).toBe('a=1');
  expect(sent(['a=1'], 'https://www.a.fr/dossier')).toBe('a=1');
  expect(sent(['a=1'], 'https://www.a.fr/dossiers')).toBe(undefined);
  expect(sent(['a=1; Path=/x'], 'https://www.a.fr/x/y')).toBe('a=1');
  expect(sent(['a=1; Path=/x'], 'https://www.a.fr/xy')).toBe(undefined);
  expect(sent(['a=1; Path=/', 'b=2; Path=/dossier'], 'https://www.a.fr/dossier/')).toBe('b=2; a=1');
});

test('a secure cookie never goes in the clear, nor comes from there', () => {
  expect(sent(['a=1; Path=/; Secure'], 'https://www.a.fr/')).toBe('a=1');
  expect(sent(['a=1; Path=/; Secure'], 'http://www.a.fr/')).toBe(undefined);
  expect(sent(['a=1; Path=/; Secure'], 'https://www.a.fr/', 'http://www.a.fr/')).toBe(undefined);
  expect(sent(['__Host-a=1; Path=/'], 'https://www.a.fr/')).toBe(undefined);
});

test('a cookie ends when it says, Max-Age before Expires; nonsense lasts as long as the run', () => {
  const lasts = (attributes: string) =>
    sent([`a=1; Path=/; ${attributes}`], 'https://www.a.fr/') !== undefined;
  expect(lasts('Expires=Tue, 24 Nov 2026 09:00:01 GMT')).toBe(true);
  expect(lasts('Expires=Tue, 24 Nov 2026 09:00:00 GMT')).toBe(false);
  expect(lasts('Expires=Tue, 24 Nov 2020 09:00:00 GMT; Max-Age=60')).toBe(true);
  expect(lasts('Max-Age=0')).toBe(false);
  expect(lasts('Expires=bientôt')).toBe(true);
  expect(sent(['a=1; Path=/', 'a=; Path=/; Max-Age=0'], 'https://www.a.fr/')).toBe(undefined);
});

test('what is new is said: another name, another value', () => {
  const jar = createJar();
  const store = (header: string) => jar.store(new URL('https://www.a.fr/'), [header], NOW);
  expect(store('a=1')).toBe(true);
  expect(store('a=1')).toBe(false);
  expect(store('a=2')).toBe(true);
  expect(store('=3')).toBe(false);
  expect(store('sans valeur')).toBe(false);
  expect(store('b=1\r\nx: y')).toBe(false);
});

test('of too many, the oldest makes room: a wall met after a flood still lets through', () => {
  const jar = createJar();
  const url = new URL('https://prefecture.fr/');
  jar.store(
    url,
    Array.from({ length: 60 }, (_, at) => `flot${String(at)}=1`),
    NOW,
  );
  expect(jar.store(url, ['porte=1'], NOW)).toBe(true);
  expect(jar.headerFor(url)).toContain('porte=1');
  expect(jar.headerFor(url)).not.toContain('flot10=');
});

test('a jar has bounds: 50 cookies a host, 4,096 bytes each, 8,192 sent', () => {
  const jar = createJar();
  const url = new URL('https://www.a.fr/');
  jar.store(
    url,
    Array.from({ length: 60 }, (_, n) => `c${String(n)}=1`),
    NOW,
  );
  expect(jar.headerFor(url)?.split('; ')).toHaveLength(50);
  const heavy = createJar();
  expect(heavy.store(url, [`a=${'x'.repeat(5000)}`], NOW)).toBe(false);
  heavy.store(
    url,
    Array.from({ length: 4 }, (_, n) => `c${String(n)}=${'x'.repeat(4000)}`),
    NOW,
  );
  expect(heavy.headerFor(url)?.length).toBeLessThanOrEqual(8192);
});
